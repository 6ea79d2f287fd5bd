/// "Paris, Texas": behind a place and a comma, the name of a state or country is a place of its own, whatever the model took it for.
///
/// Texts disagree on whether such a pair is one name or two, so that a model fitted on them may pass over the second; the graph's contract
/// says two. A town before the state or country in which it lies is a place, too, though its name be more often a person's or a people's:
/// "Norman, Oklahoma". So do the two letters of a postal code: "Dallas, TX".
struct PlacePairs {
  private let codes: PostalCodes

  init(_ gazetteer: GazetteerFile, _ lookup: NameLookup) { codes = PostalCodes(gazetteer, lookup) }

  /// Adds or retypes the larger places of pairs, and the towns before them; `spans` stays in text order.
  ///
  /// - Complexity: O(spans).
  func correct(
    _ spans: inout [NameSpan], _ model: NameModel, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ matches: MatchColumns
  ) {
    var added: [NameSpan] = []
    for index in spans.indices where spans[index].type == NameSpan.place || spans[index].type == NameSpan.other {
      var smaller = spans[index].tokens
      // "Springfield, Illinois, United States": each larger place may stand before a still larger one.
      while let (larger, entry, isCode) = larger(behind: smaller, model, tokens, bytes, matches) {
        if smaller == spans[index].tokens, spans[index].type != NameSpan.place {
          guard isTown(smaller, in: entry, model, matches) else { break }
          spans[index] = NameSpan(smaller, NameSpan.place, by: .placePair)
        }
        let next = index + 1
        if next < spans.count, spans[next].tokens.start < larger.end {
          if spans[next].tokens == larger, isCode || spans[next].type != NameSpan.place {
            spans[next] = place(larger, isCode ? entry : -1)
          }
          break
        }
        added.append(place(larger, isCode ? entry : -1))
        smaller = larger
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  private func place(_ tokens: TokenRange, _ entry: EntryID) -> NameSpan {
    var span = NameSpan(tokens, NameSpan.place, by: .placePair)
    span.entry = entry
    return span
  }

  /// The longest state or country that starts behind a comma behind `range`, in the same sentence, and its entry.
  private func larger(
    behind range: TokenRange, _ model: NameModel, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ matches: MatchColumns
  ) -> (range: TokenRange, entry: EntryID, isCode: Bool)? {
    let first = Int(range.end) + 1
    guard first < tokens.count, tokens.sentence[first] == tokens.sentence[range.first],
      bytes[Int(tokens.start[first - 1])] == UInt8(ascii: ",")
    else { return nil }
    if let region = codes.region(at: first, behind: range, tokens, bytes) { return (TokenRange(first, first + 1), region, true) }
    var found: (range: TokenRange, entry: EntryID, isCode: Bool)?
    for match in matches.matches(at: first) {
      for number in matches.readings(of: match) {
        let reading = matches.readings[number]
        guard !reading.flags.contains(.weak), GazetteerClass.largerMask & 1 << UInt64(model.classOf[reading].rawValue) != 0
        else { continue }
        found = (matches.range(match), reading.entry, false)
      }
    }
    return found
  }

  /// Whether the tables know a town of exactly this name in the country of the larger place.
  private func isTown(_ range: TokenRange, in larger: EntryID, _ model: NameModel, _ matches: MatchColumns) -> Bool {
    let names = model.gazetteer.names
    guard let country = names.attribute(larger, "country"), let match = matches.match(range) else { return false }
    return matches.readings(of: match).contains {
      GazetteerClass.cityMask & 1 << UInt64(model.classOf[matches.readings[$0]].rawValue) != 0
        && names.attribute(matches.readings[$0].entry, "country") == country
    }
  }
}
