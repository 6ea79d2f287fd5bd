/// A clause with its subjects and what stands over it.
struct Clause {
  var subjects: GroupList
  /// First token of the first subject.
  var start: Int
  /// Of the clause: before the subject, or between it and the verb. Index into `Analysis.values`, or -1.
  var time: Int32 = -1
  /// "In Lyon, police …": index into `Analysis.entities`, or -1.
  var place: Int32 = -1
  /// What the governing verb says of it.
  var status: ControlTable.Status?
  var isNegative = false
  var isConditional = false
  /// A bare participle states something only with its agent.
  var needsAgent = false
  /// What looks like a passive is none: "had hired him and acquired Volvo".
  var isActive = false
  /// What a relative clause without an object of its own hangs on ("the engineers it kidnapped"), -1 for none.
  var object = -1
  /// Taken from the confidence: the subject is not the verb's own.
  var doubt = 0.0
}

/// Finds the subjects of every form of a verb: its own for a finite one, those of the verb above for infinitives, -ing forms and coordinated verbs.
struct ClauseGovernors {
  let context: FactContext
  let control: ControlTable
  let subjects: ClauseSubjects

  /// The clause of verb group `verb`; nil when nobody is seen to do it.
  func clause(_ verb: Int) -> Clause? {
    let flags = context.verbs.flags[verb]
    if flags.contains(.infinitive) { return infinitive(verb) }
    if flags.contains(.gerund) { return gerund(verb) }
    if flags.contains(.participle) { return participle(verb) }
    return flags.contains(.finite) ? finite(verb) : nil
  }

  private func floor(_ verb: Int) -> Int { context.sentence(Int(context.verbs.head[verb])).first }

  /// A verb with a tense. "X met Y and signed …": the subject of the verb before.
  private func finite(_ verb: Int, depth: Int = 0) -> Clause? {
    let start = Int(context.verbs.start[verb])
    let floor = floor(verb)
    let (groups, time) = subjects.find(before: start, floor: floor)
    guard groups.isEmpty else { return finish(groups, time, floor) }
    var before = start - 1
    if before > floor, context.tokens.tag[before].isAdverb { before -= 1 }
    guard depth < 2, before > floor, context.tokens.tag[before] == .cc || context.isComma(before), let main = previousFinite(verb),
      var clause = finite(main, depth: depth + 1)
    else { return nil }
    clause.doubt = 0.1
    clause.time = -1
    clause.place = -1
    return clause
  }

  /// The finite verb group before `verb` in its sentence, over at most three others.
  private func previousFinite(_ verb: Int) -> Int? {
    let floor = floor(verb)
    var other = verb - 1
    while other >= 0, verb - other < 5, Int(context.verbs.start[other]) >= floor {
      if context.verbs.has(other, .finite) { return other }
      other -= 1
    }
    return nil
  }

  /// What stands right before the first subject: a time, a place, a condition.
  @inline(__always)
  private func finish(_ groups: GroupList, _ time: Int32, _ floor: Int) -> Clause {
    let tokens = context.tokens
    var clause = Clause(subjects: groups, start: Int(context.nouns.start[groups[0]]), time: time)
    var token = clause.start - 1
    if token >= floor, context.isComma(token) {
      token -= 1
      if token > floor, clause.place < 0, let mention = context.mention(at: token), context.type(mention) == .place {
        let first = context.mentions[mention].tokens.first
        if first == floor + 1, tokens.has(floor, .prepIn) { clause.place = context.entity(mention) }
      }
    }
    if token >= floor, clause.time < 0, let value = context.time(at: token) {
      clause.time = Int32(value)
      token = context.values[value].tokens.first - 1
    }
    clause.object = relativeObject(before: clause.start, floor)
    if token >= floor {
      clause.isConditional =
        tokens.has(token, .conditionWord) || token > floor && tokens.has(token - 1, .conditionWord) && tokens.tag[token].isAdverb
    }
    return clause
  }

  /// "the engineers **it** kidnapped", "the bank that **Ana Ruiz** founded": the group that the clause whose subject starts at `start` hangs on.
  private func relativeObject(before start: Int, _ floor: Int) -> Int {
    var before = start - 1
    // Before a subject "that" looks like a conjunction, which it is behind a noun of speech or thought ("the claim that").
    if before > floor, context.tokens.lexeme[before] == context.words.that {
      before -= 1
      if context.tokens.has(before, anyOf: ClauseGovernors.contentNouns) { return -1 }
    }
    guard before > floor, var group = context.phrases.noun(endingAt: before) else { return -1 }
    if context.nouns.kind[group] == .relative {
      before = Int(context.nouns.start[group]) - 1
      if before > floor, context.isComma(before) { before -= 1 }
      guard before >= floor, let antecedent = context.phrases.noun(endingAt: before) else { return -1 }
      group = antecedent
    }
    return subjects.isParty(group) ? group : -1
  }

  private static let contentNouns = WordClassSet(.speechNoun, .beliefNoun, .documentNoun)

  /// The verb group right above, if it is finite and in the same sentence.
  private func governor(_ verb: Int) -> Int? {
    guard verb > 0, Int(context.verbs.start[verb - 1]) >= floor(verb), context.verbs.has(verb - 1, .finite) else { return nil }
    return verb - 1
  }

  /// "plans to visit", "urged Peru to free", "is likely to leave".
  private func infinitive(_ verb: Int) -> Clause? {
    guard let above = governor(verb) else { return nil }
    let start = Int(context.verbs.start[verb])
    let end = Int(context.verbs.end[above])
    if end == start {
      let status =
        control.status(context.verbs.lemma[above], context.verbs.has(above, .passive) ? .object : .to)
        ?? control.status(context.verbs.lemma[above], .to)
      return status.flatMap { governed($0, above) }
    }
    if end == start - 1, let status = control.status(context.tokens.lexeme[end], .to) { return governed(status, above) }
    if let status = control.status(context.verbs.lemma[above], .to), !context.verbs.has(above, .passive), isAdjunct(end, start) {
      return governed(status, above)
    }
    guard let object = context.phrases.noun(endingAt: start - 1), subjects.isParty(object),
      let status = control.status(context.verbs.lemma[above], .object)
    else { return nil }
    let first = Int(context.nouns.start[object])
    guard first == end || first == end + 1 && (context.tokens.tag[end] == .in || context.tokens.tag[end] == .to) else { return nil }
    return Clause(subjects: GroupList(object), start: first, status: status, isNegative: context.verbs.has(above, .negated))
  }

  /// Whether nothing but adverbs, times and what prepositions lead stands between a verb and its infinitive: "vowed **in May** to leave".
  private func isAdjunct(_ from: Int, _ to: Int) -> Bool {
    var token = from
    while token < to {
      if context.tokens.tag[token] == .in || context.tokens.tag[token].isAdverb {
        token += 1
        if let group = context.phrases.noun(at: token), context.tokens.tag[token - 1] == .in { token = Int(context.nouns.end[group]) }
      } else if let time = context.time(at: token) ?? context.score(at: token) {
        token = max(token + 1, Int(context.values[time].tokens.end))
      } else {
        return false
      }
    }
    return true
  }

  /// The governor's own subjects, with its status.
  private func governed(_ status: ControlTable.Status, _ above: Int) -> Clause? {
    guard var clause = finite(above) else { return nil }
    clause.status = status
    clause.isNegative = context.verbs.has(above, .negated)
    clause.time = -1
    clause.place = -1
    return clause
  }

  /// "denied attacking", "accused X of killing", "strikes hitting …", ", launching …".
  private func gerund(_ verb: Int, depth: Int = 0) -> Clause? {
    let tokens = context.tokens
    let start = Int(context.verbs.start[verb])
    let floor = floor(verb)
    guard start > floor else { return nil }
    let before = start - 1
    if let above = governor(verb) {
      let end = Int(context.verbs.end[above])
      if end == start { return control.status(context.verbs.lemma[above], .ing).flatMap { governed($0, above) } }
      if let complement = complement(before), let status = control.status(context.verbs.lemma[above], complement) {
        if end == before { return context.verbs.has(above, .passive) ? governed(status, above) : nil }
        if let object = context.phrases.noun(endingAt: before - 1), Int(context.nouns.start[object]) == end,
          subjects.isParty(object)
        {
          return Clause(subjects: GroupList(object), start: end, status: status, isNegative: context.verbs.has(above, .negated))
        }
      }
    }
    // A reduced relative clause: "airstrikes targeting …".
    if let group = context.phrases.noun(endingAt: before), subjects.isParty(group), context.nouns.kind[group] == .common {
      return Clause(subjects: GroupList(group), start: Int(context.nouns.start[group]), doubt: 0.1)
    }
    // ", killing ten and wounding twenty"
    if tokens.has(before, .andWord), verb > 0, context.verbs.has(verb - 1, .gerund), Int(context.verbs.start[verb - 1]) >= floor {
      return depth < 2 ? gerund(verb - 1, depth: depth + 1) : nil
    }
    guard context.isComma(before) || tokens.has(before, .during), let main = previousFinite(verb), var clause = finite(main) else {
      return nil
    }
    clause.doubt = 0.15
    clause.time = -1
    clause.place = -1
    return clause
  }

  private func complement(_ token: Int) -> ControlTable.Complement? {
    let tokens = context.tokens
    if tokens.has(token, .prepOf) { return .of }
    if tokens.has(token, .prepFor) { return .for }
    return tokens.has(token, .prepWith) ? .with : nil
  }

  /// "a man arrested by police", "Halden, founded by Ana Ruiz,", "She is 44, born in Oslo", "Born in Oslo, she".
  private func participle(_ verb: Int) -> Clause? {
    let start = Int(context.verbs.start[verb])
    let floor = floor(verb)
    if start > floor + 1, context.tokens.has(start - 1, .andWord), let main = previousFinite(verb), var clause = finite(main) {
      // "was arrested and charged", "had hired him and acquired Volvo": the auxiliary holds for both.
      clause.isActive = !context.verbs.has(main, .passive)
      // "said the goal was wrong and accused Karl Moe": whoever accuses him is not the goal.
      if !clause.isActive, let object = context.phrases.noun(startingAt: Int(context.verbs.end[verb])),
        let mention = context.mention(at: Int(context.nouns.head[object])), context.type(mention) == .person,
        context.mentions[mention].form == .name
      {
        return nil
      }
      guard !clause.isActive || context.verbs.has(main, .perfect) else { return nil }
      clause.isNegative = context.verbs.has(main, .negated)
      clause.doubt = 0.1
      clause.time = -1
      clause.place = -1
      return clause
    }
    if start > floor, let group = context.phrases.noun(endingAt: start - 1), subjects.isParty(group) {
      return Clause(subjects: GroupList(group), start: Int(context.nouns.start[group]), needsAgent: true, doubt: 0.05)
    }
    if start > floor + 1, context.isComma(start - 1) {
      if let group = context.phrases.noun(endingAt: start - 2), context.nouns.kind[group] == .proper {
        return Clause(subjects: GroupList(group), start: Int(context.nouns.start[group]), needsAgent: true, doubt: 0.05)
      }
      guard let main = previousFinite(verb), var clause = finite(main) else { return nil }
      clause.needsAgent = true
      clause.doubt = 0.1
      clause.time = -1
      clause.place = -1
      return clause
    }
    // At the sentence's start it is said of the group behind its comma.
    guard start == floor else { return nil }
    let limit = min(Int(context.sentence(start).end), start + ClauseGovernors.opening)
    for token in start..<max(start, limit - 1) where context.isComma(token) && context.time(at: token) == nil {
      guard let group = context.phrases.noun(at: token + 1), subjects.isParty(group) else { continue }
      guard context.phrases.verb(at: Int(context.nouns.end[group])) != nil else { continue }
      return Clause(subjects: GroupList(group), start: start, needsAgent: true, doubt: 0.1)
    }
    return nil
  }

  /// No participle that opens a sentence has more words behind it than this before the main clause.
  private static let opening = 24
}
