/// Reads one base noun group.
struct NounGroupScan {
  let tokens: TokenColumns
  let tags: GroupTags

  /// No group is longer than this many tokens.
  static let longest = 40

  /// The group that starts at `from`, no adverb, before `limit`; nil when none does.
  @inline(__always)
  func scan(_ from: Int, _ limit: Int) -> NounGroups.Group? {
    let first = tokens.tag[from].bit
    // "which side", "what plans": a determiner of the group that follows.
    let alone = Tag.prp.bit | Tag.ex.bit | Tag.wp.bit | Tag.wdt.bit
    guard first & alone != 0 else { return read(from, limit) }
    let isPronoun = first & (Tag.prp.bit | Tag.ex.bit) != 0
    return NounGroups.Group(end: from + 1, head: from, kind: isPronoun ? .pronoun : .relative, possessive: -1)
  }

  /// The group that starts with the adverb at `from`; nil when none does.
  @inline(__always)
  func modified(_ from: Int, _ limit: Int) -> NounGroups.Group? {
    // "very large crowds".
    guard from + 1 < limit, tokens.tag[from + 1].isAdjective, let group = read(from + 1, limit), tokens.tag[Int(group.head)].isNoun else {
      return nil
    }
    return group
  }

  @inline(__always) private static var determiners: UInt64 { Tag.dt.bit | Tag.prps.bit | Tag.wps.bit }
  /// Tags that end any group, and those that do once it has a noun.
  @inline(__always) private static var ends: UInt64 {
    Tag.in.bit | Tag.to.bit | Tag.md.bit | Tag.vb.bit | Tag.vbd.bit | Tag.vbp.bit | Tag.vbz.bit | Tag.wdt.bit | Tag.wp.bit | Tag.wrb.bit
      | Tag.prp.bit | Tag.ex.bit
  }
  @inline(__always) private static var endsBehindNoun: UInt64 { ends | determiners | Tag.pdt.bit | TagBits.adverb | Tag.cc.bit }

  /// Reads the group's plain beginning, a determiner, modifiers and nouns, which most groups are, without asking which tag is which.
  @inline(__always)
  private func read(_ from: Int, _ limit: Int) -> NounGroups.Group? {
    let stop = min(limit, from + NounGroupScan.longest)
    let first = tokens.tag[from].bit
    let start = from + (first & NounGroupScan.determiners != 0 ? 1 : 0)
    // Counted, without a branch a token.
    let within: UInt64 = ~(~0 &<< UInt64(stop &- start))
    let modifiers = (~(tags.modifiers.bits(from: start) & within)).trailingZeroBitCount
    let nouns = tags.nouns.bits(from: start) & ~(~0 &<< UInt64(modifiers))
    let hasNoun = nouns != 0
    var index = start &+ modifiers
    if hasNoun {
      // Behind the first noun only nouns, of which times are groups of their own.
      let second = nouns.trailingZeroBitCount &+ 1
      index = start &+ second &+ (~(nouns &>> UInt64(second))).trailingZeroBitCount
      for token in start &+ second..<index where tokens.classes[token].intersects(NounGroupScan.timeOpeners) {
        index = token
        break
      }
    }
    let isBare = index == from + 1 && first & (Tag.prps.bit | Tag.wps.bit) != 0
    let end = isBare ? from : index
    if index < stop {
      let bit = tokens.tag[index].bit
      let mark = hasNoun && !tokens.is(index, .splitCompound) ? Tag.punct.bit : 0
      let ends = hasNoun ? NounGroupScan.endsBehindNoun : NounGroupScan.ends
      if bit & (ends | mark) == 0 { return goOn(from, at: index, end: end, hasNoun: hasNoun, stop: stop, limit) }
    }
    return group(from, end, head: end - 1, possessive: -1)
  }

  /// Goes on with a group of which the tokens before `at` are read: with an apposed time, a second determiner, a possessive mark, a participle.
  @inline(never)
  private func goOn(_ from: Int, at: Int, end: Int, hasNoun: Bool, stop: Int, _ limit: Int) -> NounGroups.Group? {
    var index = at
    var end = end
    var head = end > from ? end - 1 : -1
    var hasNoun = hasNoun
    var possessive = -1
    scan: while index < stop {
      let tag = tokens.tag[index]
      switch tag {
      case .dt, .prps, .wps, .pdt:
        // A second determiner opens the next group ("all the" does not).
        if index > from, tokens.tag[index - 1] != .pdt, !(index == from + 1 && tokens.tag[from] == .dt && tokens.has(index, .articleThe)) {
          break scan
        }
        if tag != .prps, tag != .wps {
          head = index
          end = index + 1
        }
        index += 1
      case .nn, .nns, .nnp, .nnps:
        if hasNoun, startsTime(index, limit) { break scan }
        head = index
        end = index + 1
        hasNoun = true
        index += 1
      case .cd:
        if hasNoun, tokens.tag[index - 1].isNoun, index + 1 < stop, tokens.tag[index + 1].isNoun, !tokens.tag[index - 1].isProper {
          break scan
        }
        // "beat Chelsea 2-1": the result is no part of the name; "lost her son two or three years ago", "sell Kenya 200 megawatts"
        if hasNoun, isDashed(index, stop) || index + 1 < stop && tokens.tag[index - 1].isNoun && isCounting(index + 1) { break scan }
        head = index
        end = index + 1
        index += 1
      case .jj, .jjr, .jjs:
        if hasNoun {
          guard
            tokens.tag[index - 1].isNoun || tokens.tag[index - 1] == .pos || tokens.tag[index - 1].isAdjective
              || tokens.tag[index - 1] == .cd,
            !startsTime(index, limit), nounWithin(index + 1, stop)
          else { break scan }
        } else if end == from {
          head = index
          end = index + 1
        } else if tokens.tag[head] == .dt || tokens.tag[head].isAdjective || tokens.tag[head] == .cd {
          head = index
          end = index + 1
        }
        index += 1
      case .pos:
        guard hasNoun, index + 1 < stop, nounWithin(index + 1, stop) else { break scan }
        possessive = index
        hasNoun = false
        index += 1
      case .vbn, .vbg:
        guard index > from, index + 1 < stop, nounWithin(index + 1, stop) else { break scan }
        let previous = tokens.tag[index - 1]
        guard previous != .nn || tag == .vbg, previous != .nns, !previous.isProper || possessive >= 0 else { break scan }
        index += 1
      case .rb, .rbr, .rbs:
        guard index > from, !hasNoun, index + 1 < stop else { break scan }
        let next = tokens.tag[index + 1]
        guard next.isAdjective || next == .cd || next == .vbn || next == .vbg else { break scan }
        index += 1
      case .sym:
        // "lent Kenya $250 million"
        if hasNoun, index + 1 < stop, tokens.tag[index + 1] == .cd { break scan }
        index += 1
      case .cc:
        // "political and economic crisis".
        guard index > from, index + 2 < stop, tokens.tag[index - 1].isAdjective, tokens.tag[index + 1].isAdjective, !hasNoun,
          tokens.tag[index + 2].isNoun
        else { break scan }
        index += 1
      case .punct:
        // A hyphen of a split compound, and quotation marks around part of a name group.
        guard index > from, index + 1 < stop else { break scan }
        if tokens.is(index, .splitCompound) || !hasNoun && isDashed(index - 1, stop) {
          // "a 2-1 win" among them
          index += 1
        } else if tokens.tag[index - 1].isAdjective, !hasNoun, tokens.tag[index + 1].isAdjective, index + 2 < stop,
          tokens.tag[index + 2].isNoun,
          tokens.end[index] - tokens.start[index] == 1
        {
          // "a long, costly war".
          index += 1
        } else {
          break scan
        }
      default: break scan
      }
    }
    if hasNoun == false, possessive >= 0, head < possessive {
      // Nothing came after the possessive mark after all.
      possessive = -1
    }
    return group(from, end, head: head, possessive: possessive)
  }

  @inline(__always)
  private func group(_ from: Int, _ end: Int, head: Int, possessive: Int) -> NounGroups.Group? {
    guard head >= from, end > from else { return nil }
    let tag = tokens.tag[head]
    var kind: NounGroups.Kind = tag.isProper ? .proper : tag.isNoun ? .common : .bare
    if tokens.classes[head].intersects(NounGroupScan.calendar) || isTime(from, end, head) { kind = .time }
    return NounGroups.Group(end: end, head: head, kind: kind, possessive: possessive)
  }

  @inline(__always) private static var calendar: WordClassSet {
    let (weekday, month) = (WordClass.weekday, WordClass.month)
    return WordClassSet(low: weekday.lowBit | month.lowBit, high: weekday.highBit | month.highBit)
  }

  /// Whether a number goes on with another one, or counts what the plural at `next` names.
  @inline(__always)
  private func isCounting(_ next: Int) -> Bool {
    tokens.tag[next] == .nns || tokens.has(next, .multiplierWord) || tokens.tag[next] == .cc && tokens.has(next, .orWord)
  }

  /// Whether two numbers with a hyphen between them begin at `index`.
  @inline(__always)
  private func isDashed(_ index: Int, _ stop: Int) -> Bool {
    index + 2 < stop && tokens.tag[index] == .cd && tokens.tag[index + 1] == .punct && tokens.tag[index + 2] == .cd
      && tokens.end[index] == tokens.start[index + 1] && tokens.end[index + 1] == tokens.start[index + 2]
  }

  /// Whether a noun follows the modifiers from `index` on.
  @inline(__always)
  private func nounWithin(_ index: Int, _ stop: Int) -> Bool {
    var position = index
    let limit = min(stop, index + 5)
    while position < limit {
      switch tokens.tag[position] {
      case .nn, .nns, .nnp, .nnps: return true
      case .jj, .jjr, .jjs, .cd, .vbn, .vbg, .rb, .rbr, .rbs, .sym: position += 1
      case .punct where tokens.is(position, .splitCompound): position += 1
      default: return false
      }
    }
    return false
  }

  @inline(__always) private static var timeOpeners: WordClassSet {
    let (weekday, month, relative, closed) = (WordClass.weekday, WordClass.month, WordClass.relativeTime, WordClass.closed)
    return WordClassSet(
      low: weekday.lowBit | month.lowBit | relative.lowBit | closed.lowBit,
      high: weekday.highBit | month.highBit | relative.highBit | closed.highBit)
  }

  /// "Monday", "last month", "this week" after a noun: a group of its own.
  @inline(__always)
  private func startsTime(_ index: Int, _ limit: Int) -> Bool {
    // One question refuses nearly all words.
    guard tokens.classes[index].intersects(NounGroupScan.timeOpeners) else { return false }
    // "Derek Sun said"
    if tokens.has(index, .weekday), tokens.length(index) == 3, tokens.tag[index - 1].isProper { return false }
    if tokens.has(index, .weekday) { return !(index + 1 < limit && tokens.tag[index + 1] == .pos) }
    if tokens.has(index, .month) { return index + 1 < limit && tokens.is(index + 1, .hasDigit) }
    // "last month", "next year": a closed-class adjective before a noun of time.
    return (tokens.has(index, .relativeTime) || tokens.tag[index] == .jj && tokens.has(index, .closed)) && index + 1 < limit
      && (tokens.has(index + 1, .timeNoun) || tokens.has(index + 1, .weekday) || tokens.has(index + 1, .month)
        || tokens.has(index + 1, .season))
  }

  /// "last month", "2016".
  @inline(__always)
  private func isTime(_ from: Int, _ end: Int, _ head: Int) -> Bool {
    if tokens.has(head, .timeNoun) {
      return tokens.has(from, .relativeTime) || tokens.tag[from] == .jj && tokens.has(from, .closed) || tokens.has(from, .weekday)
        || tokens.tag[from] == .dt && end - from == 2 && !tokens.has(from, .articleThe)
    }
    // Few words are numbers, but many groups one word: a sum of bits, so that both are asked at once.
    let isNumber = UInt64(tokens.flags[from].rawValue) &>> UInt64(TokenFlags.number.rawValue.trailingZeroBitCount)
    guard isNumber & UInt64(bitPattern: Int64(end &- from &- 2)) &>> 63 != 0 else { return false }
    return tokens.end[from] - tokens.start[from] == 4 && from > 0 && tokens.tag[from - 1] == .in
  }
}

extension Tag {
  /// A proper noun.
  @inline(__always) @inlinable public var isProper: Bool { self == .nnp || self == .nnps }
}

extension NounGroups.Group {
  /// A group whose start the chunker sets: words before the noun's group may belong to it. Small, so that it comes back in registers.
  @inline(__always)
  init(end: Int, head: Int, kind: NounGroups.Kind, possessive: Int) {
    self.end = Int32(truncatingIfNeeded: end)
    self.head = Int32(truncatingIfNeeded: head)
    self.possessive = Int32(truncatingIfNeeded: possessive)
    self.kind = kind
  }
}
