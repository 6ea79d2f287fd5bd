/// Resolves I, me and my inside quotation marks to the speaker.
enum FirstPerson {
  /// How sure the step from speaker to pronoun is, the speaker being right.
  private static let confidence: Float = 0.9

  /// Adds a mention for each such pronoun in the direct speech of a known person.
  ///
  /// - Complexity: O(quotations × log tokens + tokens in them); a token counts for the first quotation that holds it.
  static func run(_ analysis: inout Analysis) {
    var found: [Mention] = []
    var done = 0
    // By index: a quotation copied would count references.
    for index in analysis.quotes.indices where analysis.quotes[index].kind != .indirect {
      let speaker = analysis.quotes[index].speaker
      guard speaker.status == .resolved, speaker.entity >= 0, analysis.entities[Int(speaker.entity)].type == .person else { continue }
      for fragment in analysis.quotes[index].fragments {
        let range = analysis.tokens.tokens(in: fragment)
        for token in max(range.first, done)..<max(range.first, done, Int(range.end)) where analysis.tokens.has(token, .pronounFirst) {
          guard analysis.mention(at: token) == nil else { continue }
          let tokens = TokenRange(token, token + 1)
          found.append(
            Mention(
              span: analysis.tokens.span(tokens), tokens: tokens, form: .pronoun, entity: speaker.entity, confidence: confidence,
              evidence: analysis.record([Evidence(.coreference, "pronoun.quoted-first", 1)])))
        }
        done = max(done, Int(range.end))
      }
    }
    analysis.merge(found)
  }
}
