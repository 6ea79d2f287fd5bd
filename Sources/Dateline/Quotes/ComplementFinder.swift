extension QuoteScene {
  /// The complement of the cue at `cue`, looked for up to `limit`.
  func complement(of cue: Int, before limit: Int) -> ComplementFrame {
    // "was described by the paper as …", "was told by the mayor that …": the agent stands between.
    if cue + 1 < limit, lexeme(cue + 1) == words.by, tag(cue) == .vbn {
      var agent = groupEnd(cue + 2, limit)
      while agent < limit, agent > cue + 2, tokens.has(agent, .prepOf) {
        let owner = groupEnd(agent + 1, limit)
        if owner == agent + 1 { break }
        agent = owner
      }
      let framed = shape(agent, limit, cue)
      if agent > cue + 2, framed.shape == .pp || framed.shape == .that || framed.shape == .to { return framed }
    }
    var start = cue + 1
    // "said not", "said neither side": these belong to what is said.
    while start < limit, tag(start) == .rp || tag(start).isAdverb && lexeme(start) != words.not && lexeme(start) != words.neither {
      start += 1
    }
    // "warned, however, that".
    if start + 2 < limit, marks[start] == .comma, tag(start + 1).isAdverb, marks[start + 2] == .comma { start += 3 }
    if start < limit, marks[start] == .comma, let resumed = afterInsertion(start, limit) { start = resumed }
    let plain = shape(start, limit, cue)
    let flags = cueFlags(cue)
    if flags.contains(.addressee), plain.shape == .np || plain.shape == .clause || plain.shape == .wh,
      let framed = afterAddressee(start, limit, cue)
    {
      return framed
    }
    switch plain.shape {
    case .end, .pp, .np, .other, .comma: return afterAdjuncts(start, limit, cue, plain, flags) ?? plain
    default: return plain
    }
  }

  /// "adding, **with a smile,** that": the token behind the second comma; nil where no "that" follows a few words of how or when.
  private func afterInsertion(_ comma: Int, _ limit: Int) -> Int? {
    guard comma + 2 < limit, tag(comma + 1) == .in else { return nil }
    var closer = comma + 2
    let stop = min(limit - 1, comma + ComplementFrame.longestInsertion / 2)
    while closer < stop, marks[closer] == .word, !isFinite(closer) { closer += 1 }
    return closer < stop && marks[closer] == .comma && lexeme(closer + 1) == words.that ? closer + 1 : nil
  }

  /// What starts at `start`, nothing skipped.
  private func shape(_ start: Int, _ limit: Int, _ cue: Int) -> ComplementFrame {
    guard start < limit else { return ComplementFrame(.end, start) }
    let mark = marks[start]
    switch mark {
    case .comma:
      if start + 1 < limit, isQuotation(start + 1) { return ComplementFrame(.quote, start + 2) }
      return ComplementFrame(.comma, start)
    case .colon: return ComplementFrame(.colon, start + 1)
    case .stop, .semicolon: return ComplementFrame(.end, start)
    default: if mark.isQuotation { return ComplementFrame(.quote, start + 1) }
    }
    let word = lexeme(start)
    let tag = tag(start)
    // "said that made no sense": it is the subject; "a ruling that ended the case": a relative clause reports nothing.
    if word == words.that, start + 1 < limit, isFinite(start + 1) {
      return ComplementFrame(self.tag(cue).isNoun && start == cue + 1 ? .other : .clause, start)
    }
    if word == words.that, tag == .in || tag == .dt || tag == .wdt {
      return tag == .in || clauseStarts(start + 1, limit) ? ComplementFrame(.that, start + 1) : ComplementFrame(.np, start)
    }
    let setting = setting(start)
    if setting.contains(.whether) { return ComplementFrame(.ifWhether, start) }
    if setting.contains(.wh), tag != .in { return ComplementFrame(.wh, start) }
    if tag == .to, start + 1 < limit {
      // "urged them to “stay calm”"
      let next = isQuotation(start + 1) && start + 2 < limit ? start + 2 : start + 1
      if self.tag(next) == .vb || self.tag(next).isAdverb { return ComplementFrame(.to, start) }
    }
    if tag == .vbg { return ComplementFrame(.ing, start) }
    if clauseStarts(start, limit) || word == words.neither && clauseStarts(start + 1, limit) || isInsertedInRelative(cue, start, limit) {
      return ComplementFrame(.clause, start)
    }
    // "ruled on whether", "asked about whether"
    if tag == .in, start + 2 < limit, self.setting(start + 1).contains(.whether) { return ComplementFrame(.ifWhether, start + 1) }
    // "as" before a mark may look like an adverb.
    if tag == .in || tag == .to || word == words.asWord { return ComplementFrame(.pp, start + 1, preposition: word) }
    let end = groupEnd(start, limit)
    if end > start, let group = phrases.noun(at: start) {
      if phrases.nouns.kind[group] == .time { return ComplementFrame(.end, start) }
      if cueFlags(cue).contains(.split), relativeThenVerb(end, limit) || insertionThenVerb(end, limit, cue) {
        return ComplementFrame(.clause, start)
      }
      return ComplementFrame(tag.isAdjective && phrases.nouns.kind[group] == .bare ? .adj : .np, start)
    }
    if tag == .jj || tag == .vbn { return ComplementFrame(.adj, start) }
    return ComplementFrame(.other, start)
  }

  /// "the ministry, which **he said** had promised a bridge": a report inside a relative clause, whose verb follows at `start`.
  private func isInsertedInRelative(_ cue: Int, _ start: Int, _ limit: Int) -> Bool {
    guard start == cue + 1, cue > 1, isFinite(start), isFinite(cue), let subject = phrases.noun(endingAt: cue - 1) else { return false }
    let before = Int(phrases.nouns.start[subject]) - 1
    // Before a subject "that" looks like a conjunction.
    return before > 0 && (tag(before) == .wdt || tag(before) == .wp || lexeme(before) == words.that && tag(before - 1).isNoun)
  }

  /// After the group that ends at `end`: words between commas without a verb, then the verb the group is subject of ("said the price, about nine
  /// million euros, was too high").
  private func insertionThenVerb(_ end: Int, _ limit: Int, _ cue: Int) -> Bool {
    // "The plan, said Moe, a nurse, is dead": what follows the verb is its subject.
    guard end + 1 < limit, marks[end] == .comma, cue > 0, marks[cue - 1] != .comma else { return false }
    var position = end + 1
    let stop = min(limit - 1, end + ComplementFrame.longestInsertion)
    while position < stop, marks[position] != .comma {
      guard marks[position] == .word, !isFinite(position) else { return false }
      position += 1
    }
    return position < stop && position > end + 1 && marks[position] == .comma && isFinite(position + 1) && cueFlags(position + 1).isEmpty
  }

  /// After the group that ends at `end`: a relative clause, then the verb the group is subject of ("the plan, which took a year, failed").
  private func relativeThenVerb(_ end: Int, _ limit: Int) -> Bool {
    var position = end
    if position < limit, marks[position] == .comma { position += 1 }
    guard position < limit else { return false }
    let isRelative = tag(position) == .wdt || tag(position) == .wp || lexeme(position) == words.that
    guard isRelative || position == end && tag(position) == .prp else { return false }
    var verbs = 0
    let stop = min(limit, position + 30)
    while position < stop {
      if isFinite(position) {
        // One verb group may hold two finite tokens ("will" and its verb never do); count groups.
        verbs += 1
        if verbs == 2 { return true }
      }
      switch marks[position] {
      case .stop, .semicolon, .colon: return false
      default: break
      }
      if setting(position).contains(.halt) { return false }
      position += 1
    }
    return false
  }

  /// "told reporters on Friday that …", "asked him to …".
  private func afterAddressee(_ start: Int, _ limit: Int, _ cue: Int) -> ComplementFrame? {
    var position = groupEnd(start, limit)
    guard position > start else { return nil }
    for _ in 0..<3 {
      guard position < limit else { break }
      if tag(position) == .in, setting(position).contains(.link) {
        let next = groupEnd(position + 1, limit)
        if next == position + 1 { break }
        position = next
      } else if setting(position).contains(.day) {
        position += 1
      } else {
        break
      }
    }
    let framed = shape(position, limit, cue)
    switch framed.shape {
    case .that, .ifWhether, .wh, .to, .clause, .quote, .colon: return ComplementFrame(framed.shape, framed.content, gap: .addressee)
    case .pp where self.table.cues[verbCue(cue)].kind == .question:
      return ComplementFrame(.pp, framed.content, gap: .addressee, preposition: framed.preposition)
    default: return nil
    }
  }

  /// "ruled 2-1 that", "voted 5–4 to": the token behind the votes.
  private func behindScore(_ start: Int, _ limit: Int) -> Int? {
    guard start + 3 < limit, tokens.is(start, .number), marks[start + 1] != .word, marks[start + 1] != .comma,
      tokens.is(start + 2, .number),
      !tokens.is(start + 1, .spaceBefore), !tokens.is(start + 2, .spaceBefore)
    else { return nil }
    return start + 3
  }

  /// "said on Friday at a rally that …", "said in an interview, “…".
  @inline(__always)
  private func afterAdjuncts(_ start: Int, _ limit: Int, _ cue: Int, _ plain: ComplementFrame, _ flags: CueTable.Flags) -> ComplementFrame?
  {
    var position = start
    for _ in 0..<4 {
      guard position < limit else { break }
      let setting = setting(position)
      if let group = phrases.noun(startingAt: position), phrases.nouns.kind[group] == .time || tokens.has(position, .relativeTime) {
        position = max(groupEnd(position, limit), position + 1)
      } else if setting.contains(.day) {
        position += 1
      } else if position == start, let behind = behindScore(position, limit) {
        position = behind
      } else if setting.contains(.adjunct), tag(position) == .in || tag(position) == .to || tag(position).isAdverb || tag(position) == .jj {
        let next = groupEnd(position + 1, limit)
        if next == position + 1 { break }
        position = next
      } else if plain.shape == .np, position == start, flags.contains(.say) {
        position = groupEnd(position, limit)
        if position == start { break }
      } else {
        break
      }
    }
    guard position > start, position < limit else { return nil }
    if marks[position] == .comma, position + 1 < limit, isQuotation(position + 1) {
      return ComplementFrame(.quote, position + 2, gap: .adjunct)
    }
    let framed = shape(position, limit, cue)
    switch framed.shape {
    case .to where plain.shape == .np && isQuotation(framed.content + 1): return nil
    // "said patients “deserve better”": the group is the subject of what stands between the marks.
    case .quote
    where plain.shape == .np && framed.content < limit && !flags.contains(.addressee)
      && (isFinite(framed.content) || tag(framed.content) == .vb):
      return ComplementFrame(.clause, start)
    case .that, .to, .quote, .colon: return ComplementFrame(framed.shape, framed.content, gap: .adjunct)
    case .ifWhether where plain.shape != .np: return ComplementFrame(.ifWhether, framed.content, gap: .adjunct)
    case .clause where plain.shape != .np && flags.contains(.say): return ComplementFrame(.clause, framed.content, gap: .adjunct)
    default: return nil
    }
  }
}
