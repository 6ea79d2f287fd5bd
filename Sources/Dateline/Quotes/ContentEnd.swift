extension QuoteScene {
  /// Where the content that starts at `start` after a cue ends, `limit` at the latest.
  func contentEnd(_ frame: ComplementFrame, _ limit: Int) -> Int {
    if frame.shape == .quote, frame.content < limit, segmentOf[frame.content] >= 0 {
      // "citing “flaws,” dismissed the case": the verb behind the marks is not the quotation's.
      let close = segments[Int(segmentOf[frame.content])].close
      if close > frame.content, close + 1 < limit, marks[close - 1] == .comma, isFinite(close + 1) { return close }
    }
    switch frame.shape {
    case .np, .pp, .adj, .other: return frame.isClausal ? limit : groupContentEnd(frame.content, limit)
    case .to, .ing: return clauseContentEnd(frame.content, limit, isInfinitive: true)
    default: return clauseContentEnd(frame.content, limit, isInfinitive: false)
    }
  }

  /// "Asked if it would rise, Moe left.": the comma behind the question of a participle that opens its sentence; `limit` for any other cue.
  func answerStart(_ cue: Int, _ frame: ComplementFrame, _ low: Int, _ limit: Int) -> Int {
    guard cue - low <= 1, frame.shape == .ifWhether || frame.shape == .wh, tag(cue) == .vbn || tag(cue) == .vbd else { return limit }
    var comma = frame.content + 1
    while comma + 1 < limit {
      if marks[comma] == .comma, segmentOf[comma] < 0, clauseStarts(comma + 1, limit) { return comma }
      comma += 1
    }
    return limit
  }

  /// A clause runs to the sentence's end, save where another report begins: ", adding", ", and he said", "; ", ", while".
  private func clauseContentEnd(_ start: Int, _ limit: Int, isInfinitive: Bool) -> Int {
    var index = start + 1
    while index < limit {
      let inside = segmentOf[index] >= 0 && segmentOf[index - 1] == segmentOf[index]
      if inside {
        index += 1
        continue
      }
      let afterComma = marks[index - 1] == .comma || isQuotation(index - 1) && index >= 2 && marks[index - 2] == .comma
      let word = lexeme(index)
      if marks[index] == .semicolon { return index }
      if afterComma {
        if tag(index) == .vbg, cueFlags(index).contains(.participle) { return index - 1 }
        let conjunction = word == words.and || word == words.but
        let from = conjunction ? index + 1 : index
        if reports(from, limit) { return index - 1 }
        if conjunction, from < limit, isFinite(from), cueFlags(from).contains(.say) { return index - 1 }
        if isInfinitive {
          if setting(index).contains(.contrast) || word == words.which || word == words.who || word == words.but { return index - 1 }
          if isFinite(index) { return index - 1 }
          if !conjunction, word != words.or, clauseStarts(index, limit) { return index - 1 }
        }
        if setting(index).contains(.contrast) { return index - 1 }
      } else if word == words.and {
        var next = index + 1
        while next < limit, tag(next).isAdverb { next += 1 }
        if next < limit, isFinite(next), tag(next) != .md, cueFlags(next).contains(.say) { return index }
        let subject = groupEnd(index + 1, limit)
        if subject > index + 1, subject < limit, tag(subject) == .vbd || tag(subject) == .vbz, cueFlags(subject).contains(.say) {
          return index
        }
      }
      index += 1
    }
    return limit
  }

  /// Whether "S cue" starts at `index`: a noun group, auxiliaries and adverbs, a verb that reports.
  private func reports(_ index: Int, _ limit: Int) -> Bool {
    var verb = groupEnd(index, limit)
    guard verb > index else { return false }
    while verb < limit,
      tag(verb).isAdverb || tag(verb) == .md || isAuxiliary(verb) && verb + 1 < limit && (tag(verb + 1) == .vbn || tag(verb + 1).isAdverb)
    {
      verb += 1
    }
    guard verb < limit, tag(verb).isVerb, tag(verb) != .vbg else { return false }
    let flags = cueFlags(verb)
    return flags.contains(.say) || flags.contains(.split)
  }

  /// A noun group with its prepositional phrases, lists and restrictive relative clause.
  private func groupContentEnd(_ start: Int, _ limit: Int) -> Int {
    var index = groupEnd(start, limit)
    var inRelative = false
    var seen = index > start
    while index < limit {
      let tag = tag(index)
      if tag.isNoun || tag == .prp || tag == .dt || tag == .cd || tag == .wp, lexeme(index) != words.that { seen = true }
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
