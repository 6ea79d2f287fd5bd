extension QuoteScene {
  /// Where the content ends that stands behind the cue, `limit` at the latest.
  func contentEnd(_ frame: ComplementFrame, of cue: Int, _ limit: Int) -> Int {
    if frame.shape == .quote, frame.content < limit, segmentOf[frame.content] >= 0 {
      // "citing “flaws,” dismissed the case": the verb behind the marks is not the quotation's.
      let close = segments[Int(segmentOf[frame.content])].close
      if close > frame.content, close + 1 < limit, marks[close - 1] == .comma, isFinite(close + 1) { return close }
    }
    switch frame.shape {
    case .np, .pp, .adj, .other: return groupContentEnd(frame.content, limit)
    case .to, .ing: return clauseContentEnd(frame.content, of: cue, limit, isInfinitive: true)
    default: return clauseContentEnd(frame.content, of: cue, limit, isInfinitive: false)
    }
  }

  /// Where a content begins that goes on behind marks which it opens ("citing **“flaws” in the report**"): with the mark.
  func withOpeningMark(_ frame: ComplementFrame, _ end: Int) -> Int {
    guard frame.shape == .quote, frame.content < end, segmentOf[frame.content] >= 0 else { return frame.content }
    let segment = segments[Int(segmentOf[frame.content])]
    return segment.start == frame.content && segment.close >= 0 && segment.close < end - 1 ? segment.open : frame.content
  }

  /// "Asked if it would rise, Moe left.", "Moe, asked if it would rise, said no.": the comma behind the question of a participle that opens its
  /// sentence or stands behind a comma; nil for any other cue.
  func answerStart(_ cue: Int, _ frame: ComplementFrame, _ low: Int, _ limit: Int) -> Int? {
    let isInserted = cue > low && marks[cue - 1] == .comma
    guard cue - low <= 1 || isInserted, frame.shape == .ifWhether || frame.shape == .wh, tag(cue) == .vbn || tag(cue) == .vbd else {
      return nil
    }
    var comma = frame.content + 1
    while comma + 1 < limit {
      if marks[comma] == .comma, segmentOf[comma] < 0,
        clauseStarts(comma + 1, limit) || clauseStartsOverInsertion(comma + 1, limit) || isInserted && predicateStarts(comma + 1, limit)
      {
        return comma
      }
      comma += 1
    }
    return nil
  }

  /// "Caron, 52, shook his head": a group, a few words between commas, a finite verb.
  private func clauseStartsOverInsertion(_ start: Int, _ limit: Int) -> Bool {
    let end = groupEnd(start, limit)
    guard end > start, end + 1 < limit, marks[end] == .comma else { return false }
    var closer = end + 1
    let stop = min(limit - 1, end + ComplementFrame.longestInsertion)
    while closer < stop, marks[closer] == .word, !isFinite(closer) { closer += 1 }
    return closer < stop && marks[closer] == .comma && predicateStarts(closer + 1, limit)
  }

  /// Where the clause that ends at `end` begins: behind the last colon before it ("Moe is careful: **ten years**, he says, at least").
  func clauseStart(of end: Int, from low: Int) -> Int {
    var start = end - 1
    while start > low {
      if segmentOf[start] < 0, marks[start] == .colon { return start + 1 < end ? start + 1 : low }
      start -= 1
    }
    return low
  }

  /// Whether a finite verb stands at `index`, adverbs passed over.
  func predicateStarts(_ index: Int, _ limit: Int) -> Bool {
    var verb = index
    while verb < limit, tag(verb).isAdverb { verb += 1 }
    return verb < limit && isFinite(verb)
  }

  /// A clause runs to the sentence's end, save where another report begins: ", adding", ", and he said", "; ", ", while".
  private func clauseContentEnd(_ start: Int, of cue: Int, _ limit: Int, isInfinitive: Bool) -> Int {
    var index = start + 1
    let isRelative = cue > 0 && (tag(cue - 1) == .wp || tag(cue - 1) == .wdt)
    while index < limit {
      // "patients who think they may be affected **have been told**": the verb of the noun before the relative clause.
      if isRelative, tag(index - 1).isVerb, isFinite(index), isAuxiliary(index) || tag(index) == .md, let verb = phrases.verb(at: index),
        Int(phrases.verbs.start[verb]) == index
      {
        return index
      }
      let inside = segmentOf[index] >= 0 && segmentOf[index - 1] == segmentOf[index]
      if inside {
        index += 1
        continue
      }
      let afterComma = marks[index - 1] == .comma || isQuotation(index - 1) && index >= 2 && marks[index - 2] == .comma
      // A mark that closes behind the comma belongs to what it closes.
      let edge = isQuotation(index - 1) ? index : index - 1
      let word = lexeme(index)
      if marks[index] == .semicolon { return index }
      if afterComma {
        if word == words.according, index + 1 < limit, lexeme(index + 1) == words.to { return edge }
        if tag(index) == .vbg, cueFlags(index).contains(.participle) { return edge }
        // ", before adding that"
        if tag(index) == .in, index + 1 < limit, tag(index + 1) == .vbg, cueFlags(index + 1).contains(.participle) { return edge }
        let conjunction = word == words.and || word == words.but
        let from = conjunction ? index + 1 : index
        if !conjunction, let resumed = parenthesis(from, limit) {
          index = resumed
          continue
        }
        if reports(from, limit) { return edge }
        if conjunction, from < limit,
          isFinite(from) && cueFlags(from).contains(.say) || (isFinite(from) || tag(from) == .vbn) && isReport(from, limit)
            || isRefused(from, limit)
        {
          return edge
        }
        // ", and promised to pay": what somebody means to do goes on with the speaker.
        if conjunction, from < limit, isFinite(from), intends(from, limit) { return edge }
        if isInfinitive {
          if setting(index).contains(.contrast) || word == words.which || word == words.who || word == words.but { return edge }
          if isFinite(index) { return edge }
          if !conjunction, word != words.or, clauseStarts(index, limit) { return edge }
        }
        if setting(index).contains(.contrast) { return edge }
      } else if word == words.and || word == words.but {
        var next = index + 1
        while next < limit, tag(next).isAdverb { next += 1 }
        if next < limit, isFinite(next), tag(next) != .md, cueFlags(next).contains(.say) || goesOn(cue, start, next, limit) { return index }
        if isRefused(index + 1, limit) || next < limit && tag(next) == .vbd && isReport(next, limit) && tag(cue) == .vbd { return index }
        let subject = groupEnd(index + 1, limit)
        if subject > index + 1, subject < limit, tag(subject) == .vbd || tag(subject) == .vbz, cueFlags(subject).contains(.say) {
          return index
        }
      }
      index += 1
    }
    return limit
  }

  /// Whether a verb of speech with a clause stands at `verb`: behind a comma it goes on with the speaker, not with what is said.
  private func isReport(_ verb: Int, _ limit: Int) -> Bool {
    // "adding that it had rained, and warned that": what looks like a participle of "had".
    guard tag(verb).isVerb else { return false }
    let entry = verbCue(verb)
    guard entry >= 0, table.cues[entry].kind == .speech || table.cues[entry].kind == .question else { return false }
    switch complement(of: verb, before: limit).shape {
    case .that, .ifWhether, .quote: return true
    default: return false
    }
  }

  /// "threatened to sue", "vowed to stay": a verb of speech or intention with its infinitive.
  private func intends(_ verb: Int, _ limit: Int) -> Bool {
    let entry = verbCue(verb)
    guard entry >= 0, table.cues[entry].kind == .speech || table.cues[entry].kind == .intention else { return false }
    return complement(of: verb, before: limit).shape == .to
  }

  /// "confirmed that it had begun, **but would not say** whether": a verb group with a negation and a verb of speech.
  private func isRefused(_ start: Int, _ limit: Int) -> Bool {
    guard let group = phrases.verb(at: start), phrases.verbs.has(group, .negated), phrases.verbs.has(group, .finite) else { return false }
    let verb = Int(phrases.verbs.head[group])
    return verb < limit && isSpeech(verb) && isReport(verb, limit)
  }

  /// "The claim that the road was closed **angered** Lee": the verb whose subject is the noun that reports, where that opens the sentence; `limit`
  /// where none follows.
  func predicate(ofNoun cue: Int, _ frame: ComplementFrame, _ limit: Int) -> Int {
    var verb = cue
    let low = max(0, cue - QuoteScene.reach)
    while verb > low, tokens.sentence[verb - 1] == tokens.sentence[cue] {
      verb -= 1
      if isFinite(verb) { return limit }
    }
    // An infinitive has no finite verb of its own.
    var seen = frame.shape == .to
    var index = frame.content
    while index < limit {
      // "His warning that the site would be “erased” drew a reply": the words between marks are part of the clause.
      if isQuotation(index) || segmentOf[index] >= 0 {
        index += 1
        continue
      }
      if marks[index] != .word || setting(index).contains(.wh) || setting(index).contains(.halt) || tag(index) == .cc || tag(index) == .wdt
        || lexeme(index) == words.that
      {
        return limit
      }
      if isFinite(index) || seen && tag(index) == .vbn && tag(index - 1).isVerb {
        if seen { return index }
        seen = true
        // The whole verb group is one; what looks like another participle behind it is the noun's verb.
        while index + 1 < limit, isAuxiliary(index) || tag(index) == .md, tag(index + 1).isVerb || tag(index + 1).isAdverb { index += 1 }
      }
      index += 1
    }
    return limit
  }

  /// Whether the verb behind "and" reports what the same speaker says further: "said he was glad **and promised to pay**", "notes that ten were
  /// seen **and wonders whether** …"; not "said the firm lost money and promised to pay".
  private func goesOn(_ cue: Int, _ content: Int, _ verb: Int, _ limit: Int) -> Bool {
    let entry = verbCue(verb)
    guard entry >= 0, tag(verb) == tag(cue), content < verb else { return false }
    switch table.cues[entry].kind {
    case .speech, .question, .intention, .belief: break
    default: return false
    }
    switch complement(of: verb, before: limit).shape {
    case .that, .to, .ifWhether, .wh, .clause, .quote: break
    default: return false
    }
    // The content's own verb may go on as well, where it stands in the same tense; who speaks of himself does either way.
    // "called it “a massacre” and vowed to act": what has no verb of its own does not go on with one.
    guard let own = (content..<verb).first(where: { isFinite($0) }) else { return true }
    let isOther = (tag(own) == .vbd) != (tag(verb) == .vbd) && tag(own) != .md
    return isOther || own == content + 1 && nounKind(content) == .heShe
  }

  /// "a report which**, she claimed,** would have cost him his job", "could**, he said,** be late": the token behind the second comma of a report inside a
  /// clause that is not finished; nil for a report that ends the clause.
  @inline(__always)
  private func parenthesis(_ start: Int, _ limit: Int) -> Int? {
    guard let verb = reportingVerb(from: start, limit), verb + 2 < limit, marks[verb + 1] == .comma else { return nil }
    let before = tag(start - 2)
    let isOpen = before == .wdt || before == .wp || before == .md || lexeme(start - 2) == words.that
    return isOpen || isFinite(verb + 2) ? verb + 2 : nil
  }

  /// Whether "S cue" starts at `index`: a noun group, auxiliaries and adverbs, a verb that reports.
  private func reports(_ index: Int, _ limit: Int) -> Bool { reportingVerb(from: index, limit) != nil }

  /// The verb of "S cue" at `index`; nil for anything else.
  private func reportingVerb(from index: Int, _ limit: Int) -> Int? {
    var verb = groupEnd(index, limit)
    guard verb > index else { return nil }
    while verb < limit,
      tag(verb).isAdverb || tag(verb) == .md || isAuxiliary(verb) && verb + 1 < limit && (tag(verb + 1) == .vbn || tag(verb + 1).isAdverb)
    {
      verb += 1
    }
    guard verb < limit, tag(verb).isVerb, tag(verb) != .vbg else { return nil }
    let flags = cueFlags(verb)
    return flags.contains(.say) || flags.contains(.split) ? verb : nil
  }

  /// A noun group with its prepositional phrases, lists and restrictive relative clause.
  @inline(__always)
  private func groupContentEnd(_ start: Int, _ limit: Int) -> Int {
    var index = groupEnd(start, limit)
    var inRelative = false
    let heads = TagBits.noun | Tag.prp.bit | Tag.dt.bit | Tag.cd.bit | Tag.wp.bit
    var seenBit = Bit.less(start, index)
    while index < limit {
      let tag = tag(index)
      // A sum of bits, no branch: tags come as they please.
      seenBit |= heads &>> UInt64(tag.rawValue) & 1 & ~Bit.same(lexeme(index), words.that)
      let seen = seenBit != 0
      if segmentOf[index] < 0 {
        let mark = marks[index]
        if index > start, seen, mark == .word {
          let setting = setting(index)
          if setting.contains(.halt), !(tag.isNoun) { return index }
          if setting.contains(.day) { return index }
          if tag == .in, setting.contains(.link), isTimeOrOccasion(index + 1, limit) { return index }
          if tokens.has(index, .relativeTime), isTimeOrOccasion(index, limit) { return index }
          if tag.isFinite, !inRelative { return index }
          let word = lexeme(index)
          if word == words.that || word == words.who || word == words.which || word == words.to { inRelative = true }
          if word == words.and, index + 1 < limit {
            let next = self.tag(index + 1)
            if next.isFinite || next.isAdverb && index + 2 < limit && self.tag(index + 2).isFinite { return index }
          }
        }
        if mark == .comma || mark == .semicolon || mark == .dash || mark == .colon {
          if mark == .comma, isList(index, limit) {
            index += 1
            continue
          }
          if seen { return index }
        }
      }
      index += 1
    }
    return limit
  }

  /// "A, B and C": a conjunction soon after the comma, and no verb or relative pronoun between.
  @inline(__always)
  private func isList(_ comma: Int, _ limit: Int) -> Bool {
    var conjoined = false
    for index in comma + 1..<max(comma + 1, min(limit, comma + 9)) {
      let tag = tag(index)
      if index < comma + 7, tag.isFinite || tag == .vbg || tag == .wdt || tag == .wp { return false }
      if lexeme(index) == words.and || lexeme(index) == words.or { conjoined = true }
    }
    return conjoined
  }

  /// A noun group that names a time or an occasion of speaking: "an interview", "last week", "2015".
  func isTimeOrOccasion(_ index: Int, _ limit: Int) -> Bool {
    let end = groupEnd(index, limit)
    guard end > index, let group = phrases.noun(at: index) else { return false }
    let head = Int(phrases.nouns.head[group])
    let setting = setting(head)
    if setting.contains(.occasion) || setting.contains(.time) || setting.contains(.day) { return true }
    if tokens.has(index, .month) { return true }
    return tokens.is(end - 1, .number) && tokens.end[end - 1] - tokens.start[end - 1] == 4
  }
}
