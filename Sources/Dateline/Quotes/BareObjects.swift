extension QuoteScene {
  /// Whether the content after a cue is nothing but whom, what or how long: "thanked **Ann Lee**", "praised **her**", "spoke for **an
  /// hour**", "saw **the road**", "wrote “**The Long Quay**”". Somebody speaks or thinks there, but nothing of it is reported.
  func isBareObject(_ frame: ComplementFrame, _ end: Int, _ cue: Int) -> Bool {
    switch frame.shape {
    case .np where table.cues[cue].kind == .other && !quoted.intersects(TokenRange(frame.content, end)):
      // "threw him his cap", "doubled its sales": with verbs that may mean all kinds of things only marked words are somebody's.
      return true
    // "spoke during a hearing"
    case .pp where tokens.has(frame.content - 1, .during): return true
    case .np, .pp:
      return table.cues[cue].kind == .perception || isActorOrTime(frame.content, end) || opensReport(frame.content, end)
    case .quote:
      let segment = frame.content < count ? segmentOf[frame.content] : -1
      return segment >= 0 && segments[Int(segment)].isTitle && segments[Int(segment)].before == .word
    default: return false
    }
  }

  /// "repeated the hope that …": the hope reports, not the repeating.
  @inline(__always)
  private func opensReport(_ start: Int, _ end: Int) -> Bool {
    guard let group = phrases.noun(at: start) else { return false }
    let head = Int(phrases.nouns.head[group])
    return head + 1 < end && lexeme(head + 1) == words.that && tag(head).isNoun && nounCue(head) >= 0
  }

  /// Whether `start..<end` is one noun group without marks that names someone or says when.
  @inline(__always)
  private func isActorOrTime(_ start: Int, _ end: Int) -> Bool {
    guard let group = phrases.noun(at: start) else { return false }
    // "spoke for an hour about the river", "was found three days later in a canal"
    if Int(phrases.nouns.end[group]) < end {
      let next = tag(Int(phrases.nouns.end[group]))
      return nounKind(Int(phrases.nouns.head[group])) == .time && (next == .in || next.isAdverb)
    }
    // Marks around the verb, too, mark no object.
    for token in start..<end where segmentOf[token] >= 0 && segmentOf[token] != segmentOf[max(0, start - 1)] { return false }
    let kind = nounKind(Int(phrases.nouns.head[group]))
    return kind.isActor || kind == .time
  }
}
