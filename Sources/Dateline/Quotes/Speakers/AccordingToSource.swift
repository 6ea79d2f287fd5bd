extension QuoteScene {
  /// The source after "according to" at `cue`, or whose words they are: a group with the phrases that hang on it; nil when no group follows.
  func accordingToSource(_ cue: Int, _ limit: Int) -> SpeakerSpan? {
    if let owner = ownerOfWords(cue) { return owner }
    var end = groupEnd(cue + 2, limit)
    guard end > cue + 2 else { return nil }
    let head = headOfGroup(cue + 2, end)
    for _ in 0..<4 {
      guard end < limit, setting(end).contains(.link) || lexeme(end) == words.and else { break }
      let next = groupEnd(end + 1, limit)
      if next == end + 1 { break }
      end = next
    }
    return SpeakerSpan(cue + 2, end, head: head, "speaker.according-to")
  }
}
