extension SpeakerResolver {
  /// The same, with what the quotation before and its own content say of "it" and "they".
  ///
  /// "Volvo said it was sorry. “We will pay,” **it** said.", "Economists said it would fall. “It is late,” **they** wrote.", "The bank expects more,
  /// **it** said."
  func resolve(_ speaker: SpeakerSpan?, behind quotes: [Quote], besides candidate: QuoteCandidate? = nil) -> Quote.Speaker {
    var found = resolve(speaker)
    guard let speaker, found.form == .pronoun, found.entity < 0 else { return found }
    let isPlural = scene.tokens.has(speaker.head, .pronounPlural)
    guard isPlural || scene.tokens.has(speaker.head, .pronounNeuter) else { return found }
    if !isPlural, let candidate, let entity = subject(of: candidate, saidBy: speaker) {
      found.entity = entity
      found.status = .resolved
      return found
    }
    guard let last = quotes.indices.last(where: { quotes[$0].outer < 0 }), isNear(quotes[last].tokens, speaker.head) else { return found }
    let before = quotes[last].speaker
    if isPlural ? before.form == .collective : before.status == .resolved && isBody(before.entity) {
      found.entity = before.entity
      found.status = before.status
    }
    return found
  }

  /// "**The bank** expects more, it said": the subject of what was said, right before its attribution.
  private func subject(of candidate: QuoteCandidate, saidBy speaker: SpeakerSpan) -> Int32? {
    guard candidate.frame.shape == .before || candidate.frame.shape == .infix, candidate.fragments[0].last < speaker.start,
      let group = scene.phrases.noun(startingAt: candidate.fragments[0].first),
      let mention = scene.mention(at: Int(scene.phrases.nouns.head[group]))
    else { return nil }
    let entity = scene.layers.entity(ofMention: mention)
    return isBody(entity) && scene.layers.entities[Int(entity)].isNamed ? entity : nil
  }

  private func isBody(_ entity: Int32) -> Bool {
    guard entity >= 0 else { return false }
    let type = scene.layers.entities[Int(entity)].type
    return type == .organization || type == .place
  }

  /// Whether the token stands in the paragraph of the quotation before, in its sentence or the next one.
  private func isNear(_ quote: TokenRange, _ token: Int) -> Bool {
    let last = quote.last
    guard last < token, token - last <= QuoteScene.reach, scene.tokens.sentence[token] - scene.tokens.sentence[last] <= 1 else {
      return false
    }
    return !(last + 1..<token + 1).contains { scene.startsParagraph($0) }
  }
}
