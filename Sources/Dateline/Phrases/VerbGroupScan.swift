/// Reads one verb group.
struct VerbGroupScan {
  let tokens: TokenColumns
  let words: FunctionWords

  /// Adverbs and auxiliaries that one group may hold.
  static let longest = 12

  /// The group that starts at `from`, a verb, a modal or "to", before `limit`; nil when none does.
  @inline(__always)
  func scan(_ from: Int, _ limit: Int) -> VerbGroups.Group? {
    let tag = tokens.tag[from]
    let lemma = tokens.lemma[from]
    // Most groups are a verb that is no auxiliary. Sums of bits, one branch.
    let lexeme = tokens.lexeme[from]
    let isAuxiliary =
      Bit.same(lemma, words.be) | Bit.same(lemma, words.have) | Bit.same(lemma, words.doVerb) | Bit.same(lemma, words.get)
      | Bit.same(lexeme, words.s)
    let isOther = ~TagBits.verb &>> UInt64(tag.rawValue) & 1
    if isAuxiliary | isOther != 0 { return read(from, limit) }
    let isNegated = from + 1 < limit && isNegation(from + 1)
    return VerbGroups.Group(end: from + (isNegated ? 2 : 1), head: from, lemma: lemma, flags: VerbGroupScan.opening(tag))
  }

  /// "not to go", "never said": the group whose verb stands behind an adverb of negation at `from`; nil for anything else.
  @inline(__always)
  func negated(_ from: Int, _ limit: Int) -> VerbGroups.Group? {
    guard from + 1 < limit, tokens.has(from, .negation) || tokens.lexeme[from] == words.not || tokens.lexeme[from] == words.never else {
      return nil
    }
    let next = tokens.tag[from + 1]
    guard next == .to || next.isVerb, var group = read(from + 1, limit) else { return nil }
    group.flags.insert(.negated)
    return group
  }

  /// What the form of a group's first verb says of the group.
  @inline(__always)
  private static func opening(_ tag: Tag) -> VerbFlags {
    switch tag {
    case .vbd: [.finite, .past]
    case .vbz, .vbp: .finite
    case .vbg: .gerund
    case .vbn: [.participle, .passive]
    default: []
    }
  }

  @inline(__always)
  static func lemma(_ lexeme: LexemeID, _ lexicon: Lexicon) -> LexemeID {
    guard Int(lexeme) < lexicon.count else { return lexeme }
    let lemma = lexicon.records[Int(lexeme)].lemma
    return lemma >= 0 ? lemma : lexeme
  }

  private func read(_ from: Int, _ limit: Int) -> VerbGroups.Group? {
    var flags: VerbFlags = []
    var head = -1
    var headLemma: LexemeID = -1
    var index = from
    /// What the last auxiliary was: 0 none, 1 modal, to or do, 2 have, 3 be or get.
    var auxiliary = 0
    let stop = min(limit, from + VerbGroupScan.longest)
    scan: while index < stop {
      let tag = tokens.tag[index]
      switch tag {
      case .to:
        if index > from {
          // "is going to", "has to", "used to": the next verb opens a group of its own, except the future.
          break scan
        }
        guard verbFollows(index + 1, stop) else { return nil }
        flags.insert(.infinitive)
        auxiliary = 1
      case .md:
        if head >= 0 || index > from { break scan }
        flags.insert(.finite)
        let lexeme = tokens.lexeme[index]
        flags.insert(words.isFuture(lexeme) ? .future : .modal)
        auxiliary = 1
        head = index
        headLemma = lexeme
      case .rb, .rbr, .rbs:
        // Adverbs only between the parts.
        guard verbFollows(index + 1, stop) || isNegation(index) else { break scan }
        if isNegation(index) { flags.insert(.negated) }
      case .vb, .vbd, .vbp, .vbz, .vbn, .vbg:
        let lemma = tokens.lemma[index]
        if head >= 0 {
          // Only an auxiliary can be followed by another verb.
          switch auxiliary {
          case 1: if tag != .vb && tag != .vbp { break scan }
          case 2:
            if tag != .vbn && tag != .vbd { break scan }
            flags.insert(.perfect)
          case 3:
            if tag == .vbg { flags.insert(.progressive) } else if tag == .vbn || tag == .vbd { flags.insert(.passive) } else { break scan }
          default: break scan
          }
        } else if auxiliary == 0 {
          flags.formUnion(VerbGroupScan.opening(tag))
        }
        head = index
        headLemma = lemma
        if lemma == words.be || tokens.lexeme[index] == words.s && tag == .vbz {
          auxiliary = 3
          if lemma != words.be { headLemma = words.be }
        } else if lemma == words.have {
          auxiliary = 2
        } else if lemma == words.doVerb {
          auxiliary = 1
        } else if lemma == words.get, index + 1 < stop, tokens.tag[index + 1] == .vbn {
          auxiliary = 3
        } else {
          index += 1
          auxiliary = 0
          break scan
        }
      default: break scan
      }
      index += 1
    }
    guard head >= 0 else { return nil }
    // A negation after the last verb belongs to it ("is not", "does not").
    var end = head + 1
    if end < stop, isNegation(end) { end += 1 }
    if auxiliary != 0 { flags.insert(.auxiliaryOnly) }
    return VerbGroups.Group(end: end, head: head, lemma: headLemma, flags: flags)
  }

  @inline(__always)
  private func isNegation(_ index: Int) -> Bool {
    let lexeme = tokens.lexeme[index]
    return lexeme == words.not || lexeme == words.nt || lexeme == words.never
  }

  @inline(__always)
  private func verbFollows(_ index: Int, _ stop: Int) -> Bool {
    var position = index
    let limit = min(stop, index + 4)
    while position < limit {
      let tag = tokens.tag[position]
      if tag.isVerb { return true }
      if !tag.isAdverb { return false }
      position += 1
    }
    return false
  }
}

extension VerbGroups.Group {
  /// A group whose start the chunker sets: words before the verb may belong to it. Small, so that it comes back in registers.
  @inline(__always)
  fileprivate init(end: Int, head: Int, lemma: LexemeID, flags: VerbFlags) {
    self.end = Int32(truncatingIfNeeded: end)
    self.head = Int32(truncatingIfNeeded: head)
    self.lemma = lemma
    self.flags = flags
  }
}
