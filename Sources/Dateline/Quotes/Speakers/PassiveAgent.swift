extension QuoteScene {
  /// "was told by police that …": the group after "by" right behind the participle; nil when the sentence does not say who.
  func passiveAgent(of verb: Int, _ limit: Int) -> SpeakerSpan? {
    guard verb + 2 < limit, lexeme(verb + 1) == words.by else { return nil }
    let end = groupEnd(verb + 2, limit)
    guard end > verb + 2 else { return nil }
    return SpeakerSpan(verb + 2, end, head: headOfGroup(verb + 2, end), "speaker.agent")
  }
}
