extension QuoteScene {
  /// The source after "according to" at `cue`, or whose words they are: a group with the phrases that hang on it; nil when no group follows.
  func accordingToSource(_ cue: Int, _ limit: Int) -> SpeakerSpan? {
    ownerOfWords(cue) ?? source(from: cue + 2, limit)
  }

  /// The group that begins at `start`, with the phrases that hang on it.
  func source(from start: Int, _ limit: Int) -> SpeakerSpan? {
    var end = groupEnd(start, limit)
    guard end > start else { return nil }
    let head = headOfGroup(start, end)
    for _ in 0..<4 {
      guard end < limit, setting(end).contains(.link) || lexeme(end) == words.and else { break }
      let next = groupEnd(end + 1, limit)
      if next == end + 1 { break }
      end = next
    }
    return SpeakerSpan(start, end, head: head, "speaker.according-to")
  }
}
