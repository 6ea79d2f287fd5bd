/// Content that stands before the cue, around it, or beside a phrase that says whose words it is.
extension CandidateFinder {
  /// "According to S, …", "…, according to S", "…, according to S, …"; "in the words of S" likewise, which begins before its cue.
  func according(_ index: Int, from start: Int, _ low: Int, _ limit: Int, into found: inout Column<QuoteCandidate>) {
    guard var speaker = scene.accordingToSource(index, limit) else { return }
    let entry = start == index ? scene.table.according : scene.nounCue(index)
    guard entry >= 0, start == index || scene.mayThink(speaker.head, index) else { return }
    // "Moe disagreed: in his opinion, …"
    let sentenceLow = low
    let low = scene.lastClause(before: start, from: low)
    if low == start, low > sentenceLow, scene.tag(speaker.head) == .prps,
      let verb = (sentenceLow..<low).last(where: { scene.isFinite($0) }), let subject = scene.subject(of: verb, from: sentenceLow)
    {
      speaker = subject
    }
    let phraseEnd = max(speaker.end, index + 1)
    let opens = !(low..<start).contains { scene.tag($0).isNoun || scene.tag($0).isVerb || scene.tag($0) == .prp }
    let fragments: QuoteCandidate.Fragments
    let tail = scene.trimmed(low, scene.contrast(phraseEnd, limit))
    if opens {
      var comma = phraseEnd
      while comma < limit, scene.mark(comma) != .comma { comma += 1 }
      guard comma + 1 < tail, !scene.isInsertedReport(comma, limit) else { return }
      fragments = QuoteCandidate.Fragments(TokenRange(comma + 1, tail))
    } else {
      let end = scene.trimmed(low, start)
      let before: TokenRange? = end > low ? TokenRange(low, end) : nil
      var behind: TokenRange?
      if start > low, scene.mark(start - 1) == .comma, phraseEnd < limit, scene.mark(phraseEnd) == .comma, phraseEnd + 2 < tail {
        switch scene.tag(phraseEnd + 1) {
        // "according to the study, published in May"
        case .wp, .wdt, .dt, .vbn, .vbg: break
        // "according to the mayor, Ana Ruiz"
        case .nnp where scene.groupEnd(phraseEnd + 1, limit) >= tail: break
        case .vbd where (low..<start).contains { scene.isFinite($0) }: break
        default: behind = TokenRange(phraseEnd + 1, tail)
        }
      }
      guard let first = before ?? behind else { return }
      fragments = before != nil ? behind.map { .init(first, $0) } ?? .init(first) : .init(first)
    }
    // Said in whatever words, it is the same frame.
    let key = ComplementFrame.Key(.according)
    add(fragments, index, entry, key, speaker, scene.table.score(scene.table.according, key), into: &found)
  }

  /// Content before the cue, or around it: "…, she said", "…, said the minister, …". True when that is what stands there.
  func before(
    _ index: Int, _ tag: Tag, _ entry: Int, _ frame: ComplementFrame, _ low: Int, _ limit: Int,
    into found: inout Column<QuoteCandidate>
  ) -> Bool {
    guard tag == .vbd || tag == .vbz || tag == .vbp || tag == .vbn || tag == .vbg else { return false }
    // "Asked whether he would go, Lee thought for a moment.", "Told of this, Lee laughed.": the question is not what he thought.
    if scene.opensWithHearing(low), low < index { return false }
    let flags = scene.cueFlags(index)
    guard flags.contains(.say) || flags.contains(.split) || scene.isPut(index) else { return false }
    // "He was “happy,” she said, “but tired.”": the marks go on with what stands before the cue.
    let resumes =
      frame.shape == .quote && frame.gap == .none && scene.mark(index + 1) == .comma && frame.content < limit
      && !scene.tokens.isCapitalized(frame.content)
    switch frame.shape {
    case .that, .to, .colon, .ifWhether: return false
    case .quote where !resumes: return false
    default: break
    }
    // "…, Lee was quoted as saying"
    var edge = tag == .vbg ? index - 2 : index
    while edge > low,
      tag == .vbg && scene.isAuxiliary(edge - 1) || scene.tag(edge - 1).isAdverb || scene.tag(edge - 1) == .md
        || scene.lemma(edge - 1) == scene.words.have && scene.tag(edge - 1).isVerb
    { edge -= 1 }
    var speaker: SpeakerSpan?
    var cut = -1
    var inverted = false
    // "…, its chief, Ann Lee, said.": nothing after the verb, so that the content stands before the speaker.
    let closes = frame.shape == .end || frame.shape == .pp && flags.contains(.say)
    if frame.shape != .clause, frame.shape != .np || flags.contains(.closing), let left = scene.groupOnTheLeft(edge, low),
      left.end == edge && left.sieve == "speaker.subject" || closes && left.sieve == "speaker.apposition",
      scene.tag(left.start) != .wp, scene.tag(left.start) != .wdt
    {
      var start = left.start
      if start - 1 > low, scene.lexeme(start - 1) == scene.words.asWord { start -= 1 }
      if start - 1 > low, scene.mark(start - 1) == .comma || scene.isQuotation(start - 1) {
        speaker = left
        cut = start - 1
      }
    }
    if speaker == nil, edge - 1 > low, scene.mark(edge - 1) == .comma || scene.isQuotation(edge - 1), frame.shape == .np,
      flags.contains(.invert),
      let right = scene.invertedSubject(of: index, limit)
    {
      speaker = right
      cut = edge - 1
      inverted = true
    }
    guard let speaker, cut > low, !scene.isDirect(low) else { return false }
    let hasClause = (low..<cut).contains { scene.isFinite($0) && !scene.isOfRelativeClause($0, low) }
    // "The road, said Lee, was closed.": the verb follows.
    let splits = inverted && speaker.end + 1 < limit && scene.mark(speaker.end) == .comma && scene.isFinite(speaker.end + 1)
    // "The road, he said on Monday, was closed."
    let resumesLater = !inverted && closes && isFollowedByPredicate(index, limit)
    guard hasClause || (frame.shape == .comma || resumes || splits || resumesLater) && cut - low >= 2, !scene.setting(low).contains(.opener)
    else {
      return false
    }
    let first = scene.trimmed(low, scene.isQuotation(cut) ? cut + 1 : cut)
    guard first > low else { return false }
    let opening = TokenRange(scene.clauseStart(of: first, from: low), first)
    var fragments = QuoteCandidate.Fragments(opening)
    let resume = inverted ? speaker.end : index + 1
    var comma = resume
    while comma < limit, scene.mark(comma) != .comma { comma += 1 }
    let tail = scene.trimmed(low, limit)
    var shape = ComplementFrame.Shape.before
    // "It was, she said, a mistake": the words before the cue lack theirs.
    let isCutShort = !inverted && comma + 1 < tail && (scene.isFinite(first - 1) || opening.first > low)
    if comma < limit, comma + 3 < tail || comma + 1 < tail && scene.predicateStarts(comma + 1, tail) || isCutShort {
      let next = scene.tag(comma + 1)
      let plain = !(next == .wp || next == .wdt || next == .vbg || next == .dt || next == .jj || next == .nn || next == .nnp)
      let reports = next == .vbg && scene.cueFlags(comma + 1).contains(.participle)
      if !reports, !inverted && (frame.shape == .comma || resumes) || comma - resume <= 5 && plain {
        fragments = QuoteCandidate.Fragments(opening, TokenRange(comma + 1, tail))
        shape = .infix
      }
    }
    let key = ComplementFrame.Key(shape)
    add(fragments, index, entry, key, speaker, scene.table.score(entry, key), into: &found)
    return true
  }

  /// Whether a few words behind the cue, without a verb, lead to a comma and a predicate: "said **in a statement, was** closed".
  private func isFollowedByPredicate(_ cue: Int, _ limit: Int) -> Bool {
    var comma = cue + 1
    let stop = min(limit, cue + CandidateFinder.longestAdjunct)
    while comma < stop, scene.mark(comma) == .word, !scene.isFinite(comma) { comma += 1 }
    return comma < stop && comma > cue + 1 && scene.mark(comma) == .comma && scene.predicateStarts(comma + 1, limit)
  }

  /// No adjunct between a cue and the comma behind it is longer.
  private static let longestAdjunct = 7
}
