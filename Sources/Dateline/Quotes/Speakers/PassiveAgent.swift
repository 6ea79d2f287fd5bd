extension QuoteScene {
  /// "was told by police that …": the group after "by" right behind the participle; nil when the sentence does not say who.
  func passiveAgent(of verb: Int, _ limit: Int) -> SpeakerSpan? {
    guard verb + 1 < limit, lexeme(verb + 1) == words.by else { return nil }
    return invertedSubject(of: verb + 1, limit)?.named("speaker.agent")
  }
}
