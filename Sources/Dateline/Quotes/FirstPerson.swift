/// Resolves I, me and my inside quotation marks to the speaker: a mention for each such pronoun in the direct speech of a known person.
///
/// A token counts for the first quotation that holds it, and for the inner one of two; quotations come in text order.
struct FirstPerson {
  private(set) var found: [Mention] = []
  private var done = 0

  /// How sure the step from speaker to pronoun is, the speaker being right.
  private static let confidence: Float = 0.9

  /// Whether a known person speaks.
  func isKnown(_ speaker: Quote.Speaker, _ layers: ArticleLayers) -> Bool {
    speaker.status == .resolved && speaker.entity >= 0 && layers.entities[Int(speaker.entity)].type == .person
  }

  /// Notes the pronouns in a fragment of such a quotation.
  mutating func note(_ fragment: TokenRange, _ speaker: Int32, _ scene: QuoteScene, _ evidence: inout [Evidence]) {
    let first = max(fragment.first, done)
    note(first..<max(first, Int(fragment.end)), speaker, besides: scene.nested, scene, &evidence)
    done = max(done, Int(fragment.end))
  }

  /// The same for what somebody says within the quotation of another.
  mutating func note(nested fragment: TokenRange, _ speaker: Int32, _ scene: QuoteScene, _ evidence: inout [Evidence]) {
    note(fragment.first..<Int(fragment.end), speaker, besides: nil, scene, &evidence)
  }

  private mutating func note(
    _ range: Range<Int>, _ speaker: Int32, besides others: TokenSet?, _ scene: QuoteScene, _ evidence: inout [Evidence]
  ) {
    for token in range where scene.tokens.has(token, .pronounFirst) && !(others?.contains(token) ?? false) {
      guard scene.mention(at: token) == nil else { continue }
      let from = Int32(truncatingIfNeeded: evidence.count)
      evidence.append(Evidence(.coreference, "pronoun.quoted-first", 1))
      let tokens = TokenRange(token, token + 1)
      found.append(
        Mention(
          span: scene.tokens.span(tokens), tokens: tokens, form: .pronoun, entity: speaker,
          confidence: FirstPerson.confidence, evidence: from..<from + 1))
    }
  }
}
