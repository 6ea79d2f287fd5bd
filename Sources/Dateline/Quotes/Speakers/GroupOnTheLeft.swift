extension QuoteScene {
  /// The noun group that ends directly before `index`, with the groups that of, for or "and" tie to its left; nil when none does.
  func groupOnTheLeft(_ index: Int, _ low: Int, depth: Int = 0) -> SpeakerSpan? {
    let last = index - 1
    guard last >= low, depth < 6 else { return nil }
    let tag = tag(last)
    if tag == .prp || tag == .wp || tag == .wdt { return SpeakerSpan(last, index, head: last, "speaker.subject") }
    switch marks[last] {
    case .comma, .closeParenthesis, .dash: return apposition(last, low, depth)
    case .word: break
    default: return nil
    }
    guard let group = phrases.noun(at: last) else { return nil }
    let start = max(low, Int(phrases.nouns.start[group]))
    var span = SpeakerSpan(start, index, head: min(last, Int(phrases.nouns.head[group])), "speaker.subject")
    // "Lee on Monday said": the day hangs on the verb, not on the name.
    guard start - 1 > low, !isTimeGroup(span) else { return span }
    let before = start - 1
    if self.tag(before) == .in, setting(before).contains(.link) {
      if let outer = groupOnTheLeft(before, low, depth: depth + 1), self.tag(outer.end - 1) != .prp, self.tag(outer.start) != .wp {
        span = SpeakerSpan(outer.start, index, head: outer.head, outer.sieve)
      }
    } else if phrases.nouns.kind[group] == .bare, self.tag(span.head).isAdjective, let owner = phrases.noun(endingAt: before),
      phrases.nouns.kind[owner] == .common, Int(phrases.nouns.start[owner]) >= low
    {
      // "people familiar": an adjective after its noun.
      span = SpeakerSpan(Int(phrases.nouns.start[owner]), index, head: Int(phrases.nouns.head[owner]), "speaker.subject")
    } else if lexeme(before) == words.and, marks[before - 1] != .comma {
      // ", and Volvo warned" begins a clause of its own.
      if let outer = groupOnTheLeft(before, low, depth: depth + 1), self.tag(outer.end - 1).isNoun {
        span = SpeakerSpan(outer.start, index, head: span.head, outer.sieve)
      }
    }
    return span
  }
}
