extension QuoteScene {
  /// "…, said the minister": the group right of the cue.
  func invertedSubject(of verb: Int, _ limit: Int) -> SpeakerSpan? {
    let end = groupEnd(verb + 1, limit)
    guard end > verb + 1 else { return nil }
    return SpeakerSpan(verb + 1, end, head: headOfGroup(verb + 1, end), "speaker.inverted")
  }
}
