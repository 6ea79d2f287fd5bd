extension SpeakerResolver {
  /// The same, with what the quotation before and its own content say of "it" and "they".
  ///
  /// "Volvo said it was sorry. “We will pay,” **it** said.", "Economists said it would fall. “It is late,” **they** wrote.", "The bank expects more,
  /// **it** said."
  ///
  /// - Parameter start: the first token of what was said.
  func resolve(_ speaker: SpeakerSpan?, behind quotes: [Quote], from start: Int, besides candidate: QuoteCandidate? = nil) -> Quote.Speaker
  {
    var found = resolve(speaker)
    guard let speaker else { return found }
    if found.form == .nominal, found.entity < 0, national(speaker) != nil, scene.tokens.has(speaker.start, .articleThe),
      let last = quotes.indices.last(where: { quotes[$0].outer < 0 }), isNear(quotes[last].tokens, min(start, speaker.head)),
      quotes[last].speaker.status == .resolved, quotes[last].speaker.entity >= 0,
      scene.layers.entities[Int(quotes[last].speaker.entity)].type == .person
    {
      // "Anton Petrov said he had heard it all. “She goes,” **the Bulgarian** joked.": nobody else of that country is named.
      found.entity = quotes[last].speaker.entity
      found.status = .resolved
      return found
    }
    guard found.form == .pronoun else { return found }
    if let unnamed = unnamed(before: speaker, from: start, found.entity, quotes) {
      found.entity = unnamed.entity
      found.status = unnamed.status
      return found
    }
    guard found.entity < 0 else { return found }
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

  /// "A spokesman said nothing was decided. “We wait,” **he** said.", "The goalkeeper would not blame Blanc. “He will learn,” **he** said.": the one
  /// without a name who spoke in the sentence before, unless whom the pronoun seems to mean is named as a subject since; nil for all else.
  private func unnamed(before speaker: SpeakerSpan, from start: Int, _ entity: Int32, _ quotes: [Quote]) -> Quote.Speaker? {
    guard scene.tag(speaker.head) == .prp, scene.tokens.has(speaker.head, anyOf: SpeakerResolver.singular),
      let last = quotes.indices.last(where: { quotes[$0].outer < 0 }), isNear(quotes[last].tokens, min(start, speaker.head))
    else { return nil }
    let before = quotes[last].speaker
    guard before.form == .nominal, before.status != .resolved, before.entity != entity, let span = before.span, agrees(span, speaker.head)
    else { return nil }
    return isSubject(entity, since: span, speaker.head) ? nil : before
  }

  /// Whether no word of the span says that it is somebody of the other gender than the pronoun’s.
  private func agrees(_ span: Span, _ pronoun: Int) -> Bool {
    let other: WordClass = scene.tokens.has(pronoun, .pronounMale) ? .femaleNoun : .maleNoun
    var token = pronoun
    while token > 0, scene.tokens.start[token] > span.start, pronoun - token < QuoteScene.reach {
      token -= 1
      if scene.tokens.end[token] <= span.end, scene.tokens.has(token, other) { return false }
    }
    return true
  }

  private static let singular = WordClassSet(.pronounMale, .pronounFemale)

  /// Whether a person is named or meant as a subject between a speaker's words and a token.
  private func isSubject(_ entity: Int32, since span: Span, _ token: Int) -> Bool {
    if entity < 0 { return false }
    var index = lastMention(before: token)
    while index >= 0, scene.layers.mentions[index].span.start >= span.end {
      let mention = scene.layers.mentions[index]
      let next = mention.tokens.last + 1
      if mention.entity == entity, scene.segmentOf[mention.tokens.first] < 0, next < scene.count, scene.phrases.verb(at: next) != nil {
        return true
      }
      index -= 1
    }
    return false
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
