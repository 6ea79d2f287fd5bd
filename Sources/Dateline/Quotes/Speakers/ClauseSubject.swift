extension QuoteScene {
  /// The subject of the nearest finite verb to the left: for participles ("…, adding that") and coordinated verbs ("… and said").
  /// Else the group that opens the sentence.
  func clauseSubject(before edge: Int, _ low: Int) -> SpeakerSpan? {
    var fallback: SpeakerSpan?
    var index = edge - 1
    let limit = max(low, edge - 80)
    while index >= limit {
      if isFinite(index), segmentOf[index] < 0 {
        let start = verbGroupEdge(index, low)
        if let found = groupOnTheLeft(start, low) {
          let relative = tag(found.start) == .wp || tag(found.start) == .wdt
          if !relative { return found.named("speaker.clause") }
          if fallback == nil { fallback = found.named("speaker.clause") }
        }
        index = min(index, start)
      }
      index -= 1
    }
    if let fallback { return fallback }
    let end = groupEnd(low, edge)
    return end > low ? SpeakerSpan(low, end, head: headOfGroup(low, end), "speaker.opening") : nil
  }

  /// The head of the group that starts at `start` and ends at `end`.
  func headOfGroup(_ start: Int, _ end: Int) -> Int {
    guard let group = phrases.noun(at: end - 1) ?? phrases.noun(at: start) else { return max(start, end - 1) }
    return min(end - 1, Int(phrases.nouns.head[group]))
  }
}
