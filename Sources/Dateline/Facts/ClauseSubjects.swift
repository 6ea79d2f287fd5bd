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
    guard let first = subject(endingAt: token, floor), isParty(first) else { return (GroupList(), time) }
    var groups = GroupList(first)
    var start = Int(context.nouns.start[first])
    while groups.count < 4, start - 2 >= floor, let other = coordinated(before: start, floor, groups.count > 1), isParty(other),
      !isShare(other)
    {
      // "troops from Peru and Chile attacked" has one subject, "the mayor of Lima and Ana Ruiz visited" two, of which Lima is none.
      guard let head = headOfChain(other, floor) else { return (GroupList(), time) }
      if head != other {
        guard isParty(head) else { return (GroupList(), time) }
        if isAlike(other, first) { return (GroupList(head), time) }
      }
      groups.prepend(head)
      start = Int(context.nouns.start[head])
    }
    return (groups, time)
  }

  /// Whether two groups name the same kind of thing.
  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (context.mention(at: Int(context.nouns.head[left])), context.mention(at: Int(context.nouns.head[right])))
    if let a, let b { return context.type(a) == context.type(b) }
    return a == nil && b == nil
  }

  /// The noun group that the words ending at `token`, right before the verb, hang on: over insertions, prepositions and relative clauses.
  private func subject(endingAt last: Int, _ floor: Int) -> Int? {
    var token = last
    for _ in 0..<ClauseSubjects.mostInsertions {
      var apposed = -1
      var isCut = false
      if token > floor, context.isComma(token) || context.isDash(token) {
        let opener = insertionStart(token, floor)
        isCut = opener == token
        if let name = context.phrases.noun(endingAt: token - 1), Int(context.nouns.start[name]) == opener + 1 { apposed = name }
        token = opener - 1
      }
      guard token >= floor, var group = context.phrases.noun(at: token) else { return nil }
      if apposed >= 0, context.nouns.kind[group] == .common, isNamed(apposed), !isNamed(group) { return apposed }
      if context.nouns.kind[group] == .relative, context.mention(at: token) == nil {
        // "the strike that hit …": its antecedent.
        guard let antecedent = antecedent(of: group, floor) else { return nil }
        // "Karl Moe, 67, a Democrat who led the state": whose description it is.
        if let bearer = bearer(of: antecedent, floor) { return bearer }
        // "a fund run by the council, which gave", "the murder of a boy who was stabbed": the nearest.
        if context.isComma(token - 1) || context.tokens.tag[token] == .wp && context.isPerson(antecedent) { return antecedent }
        group = antecedent
      }
      // "Juan Salas, 47, of Mill Road, was", "Halden, based in Leeds, England, was": one more part of the insertion.
      let opener = partOfInsertion(group, floor)
      if opener < 0 {
        // "She sold the car, left the town": an object before the comma, and a second verb of the same subject.
        if isCut, isObject(group, floor) { return nil }
        return climbed(group, floor)
      }
      token = opener - 1
    }
    return nil
  }

  private func isNamed(_ group: Int) -> Bool { context.mention(at: Int(context.nouns.head[group])) != nil }

  /// No insertion between a subject and its verb has more parts.
  private static let mostInsertions = 4

  /// The comma that opens the part of an insertion whose last noun group this is; -1 when the group is no such part: it is a number alone, or
  /// hangs on a preposition or a participle behind the comma.
  private func partOfInsertion(_ group: Int, _ floor: Int) -> Int {
    let tokens = context.tokens
    var token = Int(context.nouns.start[group]) - 1
    guard token > floor else { return -1 }
    if context.isComma(token) {
      return context.nouns.kind[group] == .bare && context.phrases.noun(endingAt: token - 1) != nil ? token : -1
    }
    for _ in 0..<3 {
      guard token > floor, context.prepositions.bit(tokens.lexeme[token]) & Prepositions.binding != 0 else { return -1 }
      token -= 1
      if tokens.tag[token] == .vbn { token -= 1 }
      if token > floor, context.isComma(token) { return context.phrases.noun(endingAt: token - 1) != nil ? token : -1 }
      guard token > floor, let owner = context.phrases.noun(endingAt: token) else { return -1 }
      token = Int(context.nouns.start[owner]) - 1
    }
    return -1
  }

  /// The person whose name stands before the comma that opens a group, an age passed over; nil for a group that names somebody itself.
  private func bearer(of group: Int, _ floor: Int) -> Int? {
    if let own = context.mention(at: Int(context.nouns.head[group])), context.type(own) != .group { return nil }
    var comma = Int(context.nouns.start[group]) - 1
    guard comma - 1 > floor, context.isComma(comma), context.tokens.tag[Int(context.nouns.start[group])] == .dt else { return nil }
    if comma - 2 > floor, context.isComma(comma - 2), context.value(in: TokenRange(comma - 1, comma)) >= 0 { comma -= 2 }
    guard let name = context.phrases.noun(endingAt: comma - 1), let mention = context.mention(at: comma - 1),
      context.type(mention) == .person
    else { return nil }
    return name
  }

  /// What a relative pronoun stands for: the group before it, over a comma.
  private func antecedent(of relative: Int, _ floor: Int) -> Int? {
    var before = Int(context.nouns.start[relative]) - 1
    if before > floor, context.isComma(before) { before -= 1 }
    return before >= floor ? context.phrases.noun(at: before) : nil
  }

  /// From a group to the one that the verb is said of: "the clerk **who stole the money** was jailed", "the plan **to build a bridge** failed". What
  /// stands right behind a verb is that verb's object, unless it is a verb of speech or thought, after which a clause may begin.
  private func climbed(_ first: Int, _ floor: Int) -> Int? {
    var group = first
    for _ in 0..<3 {
      guard let head = headOfChain(group, floor) else { return nil }
      group = head
      let before = Int(context.nouns.start[group]) - 1
      guard before > floor, let above = context.phrases.verb(at: before),
        !context.tokens.has(Int(context.verbs.head[above]), anyOf: clauseTakers)
      else { return group }
      let start = Int(context.verbs.start[above])
      let flags = context.verbs.flags[above]
      guard start > floor else { return group }
      if flags.isDisjoint(with: .finite) {
        // A clause without a tense hangs on a noun or on a verb; of the latter nothing is said.
        guard let owner = context.phrases.noun(endingAt: start - 1) else { return group }
        group = owner
      } else {
        guard let relative = context.phrases.noun(endingAt: start - 1), context.nouns.kind[relative] == .relative else { return group }
        guard let antecedent = antecedent(of: relative, floor) else { return nil }
        group = antecedent
      }
    }
    return group
  }

  private var clauseTakers: WordClassSet { WordClassSet(.speechVerb, .beliefVerb, .documentVerb, .intentionVerb) }

  /// The group that "and", or a comma in a list, joins to the one that starts at `start`: over the insertion that a name has behind it ("Ana Ruiz,
  /// who leads the party, and Karl Moe voted").
  private func coordinated(before start: Int, _ floor: Int, _ inList: Bool) -> Int? {
    let isAnd = context.tokens.has(start - 1, .andWord)
    guard isAnd || inList && context.isComma(start - 1) else { return nil }
    if let other = context.phrases.noun(at: start - 2) { return isObject(other, floor) ? nil : other }
    guard isAnd, start - 3 > floor, context.isComma(start - 2) else { return nil }
    let comma = insertionStart(start - 2, floor)
    guard comma < start - 2, let opener = context.phrases.noun(at: comma + 1),
      context.nouns.kind[opener] == .relative || context.nouns.kind[opener] == .bare
    else { return nil }
    return context.phrases.noun(at: comma - 1)
  }

  /// "They hear everything **and** nobody asks": what stands right behind a verb that takes no clause is its object.
  private func isObject(_ group: Int, _ floor: Int) -> Bool {
    let before = Int(context.nouns.start[group]) - 1
    guard before > floor, let verb = context.phrases.verb(at: before), context.verbs.has(verb, .finite) else { return false }
    return !context.tokens.has(Int(context.verbs.head[verb]), anyOf: clauseTakers)
  }

  /// Whether a group can be somebody or something that acts: no bare "those", no pronoun that stands for nobody known.
  func isParty(_ group: Int) -> Bool {
    switch context.nouns.kind[group] {
    case .common, .proper: return true
    case .time: return false
    case .relative: return context.mention(at: Int(context.nouns.head[group])) != nil
    case .bare:
      // "Three died", "more than 60 were hurt"
      return context.mention(at: Int(context.nouns.head[group])) != nil || context.isCount(group)
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
      guard before >= floor, context.tokens.tag[before] == .in || context.tokens.tag[before] == .to, isBinding(before) else { return head }
      guard before > floor, let owner = context.phrases.noun(endingAt: before - 1) else { return nil }
      head = owner
    }
    return head
  }

  /// Whether a preposition leads what follows, and opens no clause.
  private func isBinding(_ token: Int) -> Bool {
    context.prepositions.bit(context.tokens.lexeme[token]) & Prepositions.binding != 0
      || context.words.leads.contains(context.tokens.lexeme[token])
  }

  /// "plants in Leeds**, Hull and Wrexham,** reported": the end of a list of names alike, no insertion.
  private func isListTail(_ opener: Int, _ close: Int) -> Bool {
    guard let first = context.mention(at: opener), let before = context.mention(at: opener - 2),
      context.type(first) == context.type(before),
      let last = context.mention(at: close - 1), context.type(last) == context.type(first)
    else { return false }
    let end = Int(context.mentions[first].tokens.end)
    return end < close && context.tokens.has(end, .andWord) && context.mentions[last].tokens.first == end + 1
  }

  /// The first token of what stands between two commas (or dashes) of which the second is `close`; `close` itself when nothing does.
  private func insertionStart(_ close: Int, _ floor: Int) -> Int {
    var token = close - 1
    let tokens = context.tokens
    while token > floor, close - token < ClauseSubjects.longestInsertion {
      if context.isComma(token) || context.isDash(token) {
        guard token > floor, context.phrases.noun(endingAt: token - 1) != nil else { return close }
        let opener = token + 1
        if isListTail(opener, close) {
          token -= 1
          continue
        }
        // An apposition has no verb; a relative clause opens with its pronoun, a participle with its verb.
        let opens =
          context.phrases.noun(at: opener) != nil || tokens.tag[opener] == .vbg || tokens.tag[opener] == .vbn || tokens.tag[opener] == .wrb
          || context.value(in: TokenRange(opener, opener + 1)) >= 0
          || tokens.tag[opener] == .vbd && context.value(in: TokenRange(opener + 1, opener + 2)) >= 0
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
