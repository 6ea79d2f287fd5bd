/// One reading of a span that the name decoder weighed: for `explain`.
public struct NameProposal: Sendable {
  public var span: Span
  public var type: EntityType
  /// Sum of the evidence in the second pass; what is not positive is no name.
  public var score: Float
  /// The strongest evidence for this type.
  public var evidence: [Evidence]
  public var isChosen: Bool
}

extension NameRecognizer {
  /// Every reading of the spans that overlap `span`, best first.
  ///
  /// - Complexity: that of the whole name stage; for looking inside, not for loops.
  func proposals(_ analysis: Analysis, overlapping span: Span) -> [NameProposal] {
    let space = NameWorkspace()
    let chosen = model.decode(analysis, space)
    let types: [EntityType] = [.person, .place, .organization, .product]
    var found: [NameProposal] = []
    model.eachRegion(analysis, space) { state, features in
      for index in state.candidates {
        let candidate = space.candidates[index]
        let tokens = TokenRange(Int(candidate.start), Int(candidate.end))
        let bytes = analysis.tokens.span(tokens)
        guard bytes.overlaps(span) else { continue }
        for type in 0..<4 {
          let evidence = model.weights.rows.withUnsafeBufferPointer { rows in
            var sink = StrongestSink(rows: rows, lane: type + 4)
            features.base(tokens.first, Int(tokens.end), into: &sink)
            features.second(tokens.first, Int(tokens.end), space.labels, into: &sink)
            return model.evidence(NameSpan(tokens: tokens, type: type, margin: 0, strongest: sink.features, contributions: sink.weights))
          }
          let isChosen = chosen.contains { $0.tokens == tokens && $0.type == type }
          found.append(
            NameProposal(span: bytes, type: types[type], score: candidate.score[type + 4], evidence: evidence, isChosen: isChosen))
        }
      }
    }
    return found.sorted { ($0.isChosen ? 1 : 0, $0.score) > ($1.isChosen ? 1 : 0, $1.score) }
  }
}
