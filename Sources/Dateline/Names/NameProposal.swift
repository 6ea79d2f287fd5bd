/// One reading of a span that the name decoder weighed: for `explain`.
public struct NameProposal: Sendable {
  public var span: Span
  public var type: EntityType
  /// Sum of the evidence in the second pass; what is not positive is no name.
  public var score: Float
  /// The strongest evidence for this type.
  public var evidence: [Evidence]
  /// Whether the article's name has this span and type in the end: most often, but not always, the reading of the highest score.
  public var isChosen: Bool
}

extension NameRecognizer {
  /// Every reading of the spans that overlap `span`, best first.
  ///
  /// - Complexity: that of the whole name stage; for looking inside, not for loops.
  func proposals(_ analysis: Analysis, overlapping span: Span) -> [NameProposal] {
    let workspace = NameWorkspace()
    var evidence = Column<Evidence>()
    defer { evidence.deallocate() }
    _ = model.decode(analysis, &workspace.buffers)
    // What the article's names became in the end, whatever settled them.
    let names = analysis.mentions.filter { $0.span.overlaps(span) }
    let types: [EntityType] = [.person, .place, .organization, .product]
    var found: [NameProposal] = []
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      _ = analysis.tokens.withColumns { columns in
        model.eachRegion(columns, analysis.sentences, bytes, &workspace.buffers) { state, features, space in
          for index in state.candidates {
            let candidate = space.candidates[index]
            let tokens = TokenRange(Int(candidate.start), Int(candidate.end))
            let bytes = analysis.tokens.span(tokens)
            guard bytes.overlaps(span) else { continue }
            for type in 0..<4 {
              var reading = NameSpan(tokens: tokens, type: type, margin: 0)
              model.explain(&reading, features, &space)
              evidence.removeAll()
              model.record(reading, into: &evidence)
              let isChosen = names.contains { $0.tokens == tokens && modelType($0, analysis) == type }
              found.append(
                NameProposal(
                  span: bytes, type: types[type], score: Float(candidate.score[type + 4]) / 100, evidence: Array(evidence.elements),
                  isChosen: isChosen))
            }
          }
        }
      }
    }
    return found.sorted { ($0.isChosen ? 1 : 0, $0.score) > ($1.isChosen ? 1 : 0, $1.score) }
  }

  /// The model's type of a mention.
  private func modelType(_ mention: Mention, _ analysis: Analysis) -> Int {
    if mention.form == .demonym { return NameSpan.other }
    switch analysis.entities[Int(mention.entity)].type {
    case .person: return NameSpan.person
    case .place: return NameSpan.place
    case .organization: return NameSpan.organization
    default: return NameSpan.other
    }
  }
}
