/// What the fitting script reads: every candidate span of an article with its features, as lines of text.
///
/// `D <index>` opens a document, `R` a region, `S <start> <end> <utf8 start> <utf8 end> <feature>…` is a span (token indices are relative to
/// the region). With first-pass labels given, second-pass features follow the others behind a `|`.
public struct NameFitting {
  private let model: NameModel

  public init(gazetteer: GazetteerFile) { model = NameModel(gazetteer: gazetteer) }

  /// Number of features; `name` gives each one's name.
  public static var featureCount: Int { FeatureTemplate.count }
  public static func name(_ feature: Int) -> String { FeatureNames.name(feature) }

  /// - Parameter labels: first-pass spans (UTF-8 offsets and type 0-3), or nil to leave second-pass features out.
  /// - Returns: nothing for an article that is not English: names are not sought there.
  public func dump(_ analysis: Analysis, labels: [(span: Span, type: Int)]?) -> String {
    guard analysis.language == "en" else { return "" }
    let workspace = NameWorkspace()
    return analysis.article.bytes.withUnsafeBufferPointer { bytes in
      analysis.tokens.withColumns { dump(analysis, $0, bytes, labels, &workspace.buffers) } ?? ""
    }
  }

  private func dump(
    _ analysis: Analysis, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ labels: [(span: Span, type: Int)]?,
    _ space: inout NameBuffers
  ) -> String {
    model.prepare(tokens, analysis, bytes, &space)
    if let labels {
      let spans = labels.compactMap { label -> NameSpan? in
        let range = analysis.tokens.tokens(in: label.span)
        return range.isEmpty ? nil : NameSpan(tokens: range, type: label.type, margin: 0)
      }
      spans.withUnsafeBufferPointer { model.label($0, tokens, &space) }
    }
    var output = ""
    model.eachRegion(tokens, analysis.sentences, bytes, &space) { state, features, space in
      output += "R \(state.region.end - state.region.start)\n"
      for index in state.candidates {
        let range = TokenRange(Int(space.candidates[index].start), Int(space.candidates[index].end))
        let span = tokens.span(range)
        output += "S \(range.first - state.region.start) \(Int(range.end) - state.region.start) \(span.start) \(span.end)"
        var sink = ListSink(space.readings)
        features.base(range.first, Int(range.end), into: &sink)
        for feature in sink.features { output += " \(feature)" }
        if labels != nil {
          output += " |"
          var second = ListSink(space.readings)
          let phrase = DocumentEvidence.phraseKey(tokens.lexeme, range.first, Int(range.end))
          features.second(range.first, Int(range.end), phrase, space.labels, into: &second)
          for feature in second.features { output += " \(feature)" }
        }
        output += "\n"
      }
    }
    return output
  }
}
