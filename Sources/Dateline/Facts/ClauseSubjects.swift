/// Finds who does what a verb says.
struct ClauseSubjects {
  let context: FactContext

  /// An apposition or relative clause between subject and verb is passed over up to this length.
  private static let longestInsertion = 16

  /// The noun groups that are the subject of the verb group that starts at `verb`, in text order, and a time between them and the verb (-1 for none).
  ///
  /// "The army **on Thursday** attacked", "Juan Salas, **the mayor,** visited", "rebels **who** attacked": passed over or followed to their head.
  func find(before verb: Int, floor: Int) -> (groups: GroupList, time: Int32) {
    let tokens = context.tokens
    var token = verb - 1
    var time: Int32 = -1
    while token >= floor, verb - token < 6 {
      if tokens.tag[token].isAdverb {
        token -= 1
      } else if let value = context.time(at: token) {
        time = Int32(value)
        token = context.values[value].tokens.first - 1
        if token >= floor, tokens.tag[token] == .in { token -= 1 }
      } else {
        break
      }
    }
    if token > floor, context.isComma(token) || context.isDash(token) { token = insertionStart(token, floor) - 1 }
    guard token >= floor, var first = context.phrases.noun(at: token) else { return (GroupList(), time) }
    if context.nouns.kind[first] == .relative, context.mention(at: token) == nil {
      // "the strike that hit …": its antecedent.
      var before = Int(context.nouns.start[first]) - 1
      if before > floor, context.isComma(before) { before -= 1 }
      guard before >= floor, let antecedent = context.phrases.noun(at: before) else { return (GroupList(), time) }
      first = antecedent
    }
    guard let head = headOfChain(first, floor) else { return (GroupList(), time) }
    first = head
    guard isParty(first) else { return (GroupList(), time) }
    var groups = GroupList(first)
    var start = Int(context.nouns.start[first])
    while groups.count < 4, start - 2 >= floor, tokens.has(start - 1, .andWord) || context.isComma(start - 1) && groups.count > 1,
      let other = context.phrases.noun(at: start - 2), isParty(other), !isShare(other)
    {
      groups.prepend(other)
      start = Int(context.nouns.start[other])
    }
    return (groups, time)
  }

  /// Whether a group can be somebody or something that acts: no bare "those", no pronoun that stands for nobody known.
  func isParty(_ group: Int) -> Bool {
    switch context.nouns.kind[group] {
    case .common, .proper: return true
    case .time: return false
    case .relative, .bare: return context.mention(at: Int(context.nouns.head[group])) != nil
    case .pronoun:
      return context.mention(at: Int(context.nouns.head[group])) != nil || context.speaker(pronoun: group) >= 0
    }
  }

  /// "BP slid **2.8%** and Shell lost": what something fell by does nothing.
  private func isShare(_ group: Int) -> Bool {
    let last = Int(context.nouns.end[group]) - 1
    return context.tokens.length(last) == 1 && context.layers.bytes[Int(context.tokens.start[last])] == UInt8(ascii: "%")
  }

  /// "the mayor of Lima", "police in Lima": from the group next to the verb to the one that the prepositions hang on; nil when none does (what a
  /// preposition leads is no subject).
  @inline(__always)
  private func headOfChain(_ group: Int, _ floor: Int) -> Int? {
    var head = group
    for _ in 0..<3 {
      let before = Int(context.nouns.start[head]) - 1
      guard before >= floor, context.tokens.tag[before] == .in || context.tokens.tag[before] == .to,
        context.prepositions.bit(context.tokens.lexeme[before]) & Prepositions.binding != 0
      else { return head }
      guard before > floor, let owner = context.phrases.noun(endingAt: before - 1) else { return nil }
      head = owner
    }
    return head
  }

  /// The first token of what stands between two commas (or dashes) of which the second is `close`; `close` itself when nothing does.
  private func insertionStart(_ close: Int, _ floor: Int) -> Int {
    var token = close - 1
    let tokens = context.tokens
    while token > floor, close - token < ClauseSubjects.longestInsertion {
      if context.isComma(token) || context.isDash(token) {
        guard token > floor, context.phrases.noun(endingAt: token - 1) != nil else { return close }
        let opener = token + 1
        // An apposition has no verb; a relative clause opens with its pronoun, a participle with its verb.
        let opens =
          context.phrases.noun(at: opener) != nil || tokens.tag[opener] == .vbg || tokens.tag[opener] == .vbn || tokens.tag[opener] == .wrb
        return opens ? token : close
      }
      token -= 1
    }
    return close
  }
}

extension Phrases {
  /// Whether `token` belongs to a noun group.
  @inline(__always) func isNoun(_ token: Int) -> Bool { noun(at: token) != nil }
}
