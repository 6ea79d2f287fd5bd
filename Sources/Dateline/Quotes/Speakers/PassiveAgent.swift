extension QuoteScene {
  /// A past participle with a form of be before it and no "have" directly before.
  func isPassive(_ verb: Int, from low: Int) -> Bool {
    guard tag(verb) == .vbn else { return false }
    if verb > low, lemma(verb - 1) == words.have { return false }
    var before = verb - 1
    while before >= max(low, verb - 3) {
      if lemma(before) == words.be { return true }
      before -= 1
    }
    return false
  }

  /// Whom the words are put to that end at `end`: "**Moe** was asked whether …", "Asked whether …, **Moe** said",
  /// "**Moe**, asked whether …, said"; the token of the head, nil where
  /// nobody is named.
  func hearer(ofPassive verb: Int, contentEnd end: Int) -> Int? {
    let low = max(0, verb - QuoteScene.reach)
    if isPassive(verb, from: low) {
      var start = verb
      while start > low, tokens.sentence[start - 1] == tokens.sentence[verb] { start -= 1 }
      return subject(of: verb, from: start)?.head
    }
    guard tag(verb) == .vbn || tag(verb) == .vbd, end + 1 < count, marks[end] == .comma else { return nil }
    if let group = phrases.noun(startingAt: end + 1) { return Int(phrases.nouns.head[group]) }
    // "Moe, asked if it would rise, said no."
    guard verb > 1, marks[verb - 1] == .comma, let group = phrases.noun(endingAt: verb - 2) else { return nil }
    return Int(phrases.nouns.head[group])
  }

  /// "was told by police that …": the group after "by" right behind the participle; nil when the sentence does not say who.
  func passiveAgent(of verb: Int, _ limit: Int) -> SpeakerSpan? {
    guard verb + 1 < limit, lexeme(verb + 1) == words.by else { return nil }
    return invertedSubject(of: verb + 1, limit)?.named("speaker.agent")
  }
}
