extension QuoteScene {
  /// The subject of the nearest finite verb to the left: for participles ("…, adding that") and coordinated verbs ("… and said").
  /// Else the group that opens the sentence. What others say between marks is passed over.
  func clauseSubject(before edge: Int, _ low: Int) -> SpeakerSpan? {
    // "held up a sign saying": what bears the words.
    if edge - 1 > low, tag(edge) == .vbg, let bearer = phrases.noun(endingAt: edge - 1), Int(phrases.nouns.start[bearer]) > low,
      table.setting(lemma(edge - 1)).contains(.sloganNoun)
    {
      return SpeakerSpan(Int(phrases.nouns.start[bearer]), edge, head: edge - 1, "speaker.bearer")
    }
    var fallback: SpeakerSpan?
    var index = edge - 1
    let limit = max(low, edge - 80)
    while index >= limit {
      if isFinite(index), segmentOf[index] < 0 || segmentOf[index] == segmentOf[edge], !isReduced(index, low) {
        let start = verbGroupEdge(index, low)
        if let found = touchingSubject(start, low) {
          let relative = tag(found.start) == .wp || tag(found.start) == .wdt
          // "Lee said it was early but added …": a clause inside another report is not what goes on here.
          var reported = relative ? -1 : reportingVerb(before: found.start, low)
          // "said that it rose and that the road was closed, adding"
          if reported < 0, found.start - 2 > low, lexeme(found.start - 1) == words.that, tag(found.start - 2) == .cc {
            reported = found.start - 2
          }
          if !relative, reported < 0 { return found.named("speaker.clause") }
          if fallback == nil { fallback = found.named("speaker.clause") }
          if reported >= 0 {
            index = reported
            continue
          }
        }
        index = min(index, start)
      }
      index -= 1
    }
    if let fallback { return fallback }
    let end = groupEnd(low, edge)
    guard end > low else { return nil }
    let opening = SpeakerSpan(low, end, head: headOfGroup(low, end), "speaker.opening")
    return isTimeGroup(opening) ? nil : opening
  }

  /// "for Lee, the former mayor **accused** of fraud, saying": a participle that looks like a past tense, behind an object or an apposition.
  @inline(__always)
  private func isReduced(_ verb: Int, _ low: Int) -> Bool {
    guard tag(verb) == .vbd, verb + 1 < count, tokens.has(verb + 1, .prepOf) || lexeme(verb + 1) == words.by,
      let object = phrases.noun(endingAt: verb - 1), Int(phrases.nouns.start[object]) > low
    else { return false }
    let before = Int(phrases.nouns.start[object]) - 1
    return marks[before] == .comma || tag(before) == .in || tag(before) == .to || tag(before).isVerb
  }

  /// The verb of speech or thought whose content begins at `start`, "that" passed over; -1 for none.
  @inline(__always)
  private func reportingVerb(before start: Int, _ low: Int) -> Int {
    var verb = start - 1
    while verb > low, tag(verb).isAdverb { verb -= 1 }
    if verb > low, lexeme(verb) == words.that { verb -= 1 }
    // "told lawmakers the case was over and said": over the hearers.
    if verb > low, let hearers = phrases.noun(endingAt: verb), Int(phrases.nouns.start[hearers]) > low {
      let above = Int(phrases.nouns.start[hearers]) - 1
      if tag(above).isVerb, verbCue(above) >= 0, table.cues[verbCue(above)].flags.contains(.addressee) { verb = above }
    }
    guard verb >= low, tag(verb).isVerb else { return -1 }
    let cue = verbCue(verb)
    guard cue >= 0 else { return -1 }
    switch table.cues[cue].kind {
    case .speech, .belief, .question: return verb
    default: return -1
    }
  }

  /// The head of the group that starts at `start` and ends at `end`.
  func headOfGroup(_ start: Int, _ end: Int) -> Int {
    guard let group = phrases.noun(at: end - 1) ?? phrases.noun(at: start) else { return max(start, end - 1) }
    return min(end - 1, Int(phrases.nouns.head[group]))
  }
}
