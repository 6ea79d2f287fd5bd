/// Reads one base noun group.
struct NounGroupScan {
  let tokens: TokenColumns

  /// No group is longer than this many tokens.
  static let longest = 40

  /// The group that starts at `from`, before `limit`; nil when none does.
  @inline(__always)
  func scan(_ from: Int, _ limit: Int) -> NounGroups.Group? {
    let first = tokens.tag[from]
    switch first {
    case .prp, .ex: return NounGroups.Group(end: from + 1, head: from, kind: .pronoun, possessive: -1)
    case .wp, .wdt:
      // "which side", "what plans": a determiner of the group that follows.
      return NounGroups.Group(end: from + 1, head: from, kind: .relative, possessive: -1)
    case .wps, .pdt, .dt, .prps, .jj, .jjr, .jjs, .cd, .nn, .nns, .nnp, .nnps, .sym: return read(from, limit)
    case .rb, .rbr, .rbs:
      // "nearly 40 planes", "very large crowds".
      guard from + 1 < limit else { return nil }
      let next = tokens.tag[from + 1]
      if next == .cd { return read(from, limit) }
      guard next.isAdjective, let group = read(from + 1, limit), tokens.tag[Int(group.head)].isNoun else { return nil }
      return group
    default: return nil
    }
  }

  private func read(_ from: Int, _ limit: Int) -> NounGroups.Group? {
    var index = from
    var head = -1
    var end = from
    var possessive = -1
    var hasNoun = false
    let stop = min(limit, from + NounGroupScan.longest)
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
        if tokens.is(index, .splitCompound) {
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
    guard head >= 0, end > from else { return nil }
    let kind: NounGroups.Kind
    if tokens.has(head, .weekday) || tokens.has(head, .month) || isTime(from, end, head) {
      kind = .time
    } else if tokens.tag[head].isProper {
      kind = .proper
    } else {
      kind = tokens.tag[head].isNoun ? .common : .bare
    }
    return NounGroups.Group(end: end, head: head, kind: kind, possessive: possessive)
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
    return end == from + 1 && tokens.is(from, .number) && tokens.end[from] - tokens.start[from] == 4 && from > 0
      && tokens.tag[from - 1] == .in
  }
}

extension Tag {
  /// A proper noun.
  @inlinable public var isProper: Bool { self == .nnp || self == .nnps }
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
