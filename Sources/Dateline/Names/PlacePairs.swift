/// "Paris, Texas": behind a place and a comma, the name of a state or country is a place of its own, whatever the model took it for.
///
/// Texts disagree on whether such a pair is one name or two, so that a model fitted on them may pass over the second; the graph's contract
/// says two.
enum PlacePairs {
  /// The number of places among the span model's types.
  private static let place = 1

  /// Adds or retypes the larger places of pairs; `spans` stays in text order.
  ///
  /// - Complexity: O(spans).
  static func correct(_ spans: inout [NameSpan], _ model: NameModel, _ analysis: Analysis) {
    var index = 0
    while index < spans.count {
      defer { index += 1 }
      guard spans[index].type == place, let larger = larger(behind: spans[index].tokens, model, analysis) else { continue }
      let next = index + 1
      if next < spans.count, spans[next].tokens.start < larger.end {
        guard spans[next].tokens == larger else { continue }
        if spans[next].type != place { spans[next] = NameSpan(tokens: larger, type: place, margin: NameModel.certainMargin) }
      } else {
        spans.insert(NameSpan(tokens: larger, type: place, margin: NameModel.certainMargin), at: next)
      }
    }
  }

  /// The longest state or country that starts behind a comma behind `range`, in the same sentence.
  private static func larger(behind range: TokenRange, _ model: NameModel, _ analysis: Analysis) -> TokenRange? {
    let tokens = analysis.tokens
    let first = Int(range.end) + 1
    guard first < tokens.count, tokens.sentence[first] == tokens.sentence[range.first],
      analysis.article.bytes[Int(tokens.start[first - 1])] == UInt8(ascii: ",")
    else { return nil }
    var found: TokenRange?
    for match in analysis.matches.matches(at: first) {
      for k in 0..<analysis.matches.readings(of: match) {
        let reading = analysis.matches.reading(match, k, model.gazetteer.names)
        guard !reading.flags.contains(.weak), GazetteerClass.largerMask & 1 << UInt64(model.gazetteerClass(reading.entry).rawValue) != 0
        else { continue }
        found = analysis.matches.range(match)
      }
    }
    return found
  }
}
