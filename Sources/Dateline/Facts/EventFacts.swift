/// Who did what to whom: one clause at a time, by the frames of its verb (`Gazetteers/facts/predicates.tsv`).
struct EventFacts {
  let context: FactContext
  let predicates: EventPredicates
  let governors: ClauseGovernors
  private let subjects: ClauseSubjects

  init(context: FactContext, predicates: EventPredicates, control: ControlTable) {
    self.context = context
    self.predicates = predicates
    subjects = ClauseSubjects(context: context)
    governors = ClauseGovernors(context: context, control: control, subjects: subjects)
  }

  /// What the table says of the verbs so far ahead is asked for.
  private static let ahead = 6

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for verb in 0..<min(EventFacts.ahead, context.verbs.count) { predicates.fetch(context.verbs.lemma[verb]) }
    for verb in 0..<context.verbs.count {
      if verb + EventFacts.ahead < context.verbs.count { predicates.fetch(context.verbs.lemma[verb + EventFacts.ahead]) }
      let frames = predicates.range(context.verbs.lemma[verb])
      guard !frames.isEmpty, let clause = governors.clause(verb), !clause.subjects.isEmpty else { continue }
      let sentence = context.sentence(Int(context.verbs.head[verb]))
      let isPassive = context.verbs.has(verb, .passive)
      let complements = ClauseComplements(
        after: Int(context.verbs.end[verb]), limit: Int(sentence.end), isPassive: isPassive, context)
      for frame in frames {
        let reading =
          isPassive ? passive(predicates.frames[frame], clause, complements) : active(predicates.frames[frame], clause, complements)
        guard let reading else { continue }
        write(reading, predicates.frames[frame], verb, clause, complements, &facts, &evidence)
        break
      }
    }
  }

  /// The parties of a clause, as noun groups.
  private struct Reading {
    var agents: GroupList
    var objects: GroupList
    /// The group that names a role, -1 for none.
    var role = -1
    /// The place belongs to the frame, not to the event.
    var takesPlace = false
  }

  // MARK: Which group is what

  private func active(_ frame: EventFrame, _ clause: Clause, _ found: ClauseComplements) -> Reading? {
    let behind = frame.prepositions == 0 ? -1 : found.group(behind: frame.prepositions)
    if frame.flags.contains(.meeting) {
      guard found.object >= 0, holds(.talkNoun, found.object) || holds(.talkNoun, found.group(behind: Prepositions.of)) else { return nil }
      if behind >= 0, subjects.isParty(behind) { return Reading(agents: clause.subjects, objects: GroupList(behind)) }
      return mutual(clause)
    }
    if frame.flags.contains(.attack) {
      guard found.object >= 0, holds(.attackNoun, found.object) || holds(.attackNoun, found.group(behind: Prepositions.of)) else {
        return nil
      }
      return behind >= 0 && subjects.isParty(behind) ? Reading(agents: clause.subjects, objects: GroupList(behind), takesPlace: true) : nil
    }
    if frame.flags.contains(.object), found.object >= 0, subjects.isParty(found.object), suits(frame, found.object) {
      var objects = GroupList(found.object)
      for lane in 0..<3 where found.furtherObjects[lane] >= 0 { objects.append(Int(found.furtherObjects[lane])) }
      return Reading(agents: clause.subjects, objects: objects, role: frame.flags.contains(.role) ? role(found) : -1)
    }
    // What follows directly is something else ("lost 3-2", "met those"): no object behind a preposition then.
    if behind >= 0, found.object < 0, subjects.isParty(behind), suits(frame, behind) {
      return Reading(agents: clause.subjects, objects: GroupList(behind), takesPlace: frame.prepositions & Prepositions.placing != 0)
    }
    if frame.flags.contains(.intransitive), found.object < 0 { return Reading(agents: clause.subjects, objects: GroupList()) }
    return frame.flags.contains(.mutual) && found.object < 0 ? mutual(clause) : nil
  }

  private func passive(_ frame: EventFrame, _ clause: Clause, _ found: ClauseComplements) -> Reading? {
    guard frame.flags.contains(.object), !frame.flags.contains(.attack), clause.subjects.allSatisfy({ suits(frame, $0) }) else {
      return nil
    }
    let hasAgent = found.agent >= 0 && subjects.isParty(found.agent)
    guard hasAgent || !clause.needsAgent && !frame.flags.contains(.active) else { return nil }
    return Reading(
      agents: hasAgent ? GroupList(found.agent) : GroupList(), objects: clause.subjects,
      role: frame.flags.contains(.role) ? role(found) : -1)
  }

  /// Several subjects, or a plural one, do it to each other.
  private func mutual(_ clause: Clause) -> Reading? {
    if clause.subjects.count > 1 { return Reading(agents: GroupList(clause.subjects[0]), objects: clause.subjects.rest) }
    let head = Int(context.nouns.head[clause.subjects[0]])
    let tag = context.tokens.tag[head]
    return tag == .nns || tag == .nnps ? Reading(agents: clause.subjects, objects: GroupList()) : nil
  }

  private func role(_ found: ClauseComplements) -> Int {
    let group = found.second >= 0 ? found.second : found.group(behind: Prepositions.as)
    guard group >= 0, context.tokens.has(Int(context.nouns.head[group]), .role) || found.second < 0 else { return -1 }
    return group
  }

  private func holds(_ wordClass: WordClass, _ group: Int) -> Bool {
    group >= 0 && context.tokens.has(Int(context.nouns.head[group]), wordClass)
  }

  /// Whether the object is the person, or the thing, that the frame asks for.
  private func suits(_ frame: EventFrame, _ group: Int) -> Bool {
    if frame.flags.contains(.entity), context.mention(at: Int(context.nouns.head[group])) == nil { return false }
    if frame.flags.isDisjoint(with: [.person, .thing]) { return true }
    return context.isPerson(group) == frame.flags.contains(.person)
  }

  // MARK: Writing

  private func write(
    _ reading: Reading, _ frame: EventFrame, _ verb: Int, _ clause: Clause, _ found: ClauseComplements, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    var first = Int(context.verbs.start[verb])
    var last = Int(context.verbs.end[verb])
    func cover(_ group: Int) {
      first = min(first, Int(context.nouns.start[group]))
      last = max(last, Int(context.nouns.end[group]))
    }
    for group in reading.agents { cover(group) }
    for group in reading.objects { cover(group) }
    if reading.role >= 0 { cover(reading.role) }
    let status = Status(verb, clause, context, governors.control)
    let place = reading.takesPlace ? -1 : found.place >= 0 ? found.place : clause.place
    let time = found.time >= 0 ? found.time : clause.time
    for agent in reading.agents.isEmpty ? GroupList(-1) : reading.agents {
      for object in reading.objects.isEmpty ? GroupList(-1) : reading.objects {
        var arguments = Fact.Arguments()
        if agent >= 0 { arguments.append(context.agent(agent)) }
        if object >= 0 { arguments.append(context.argument("object", group: object)) }
        guard arguments.count < 2 || arguments[0].entity < 0 || arguments[0].entity != arguments[1].entity else { continue }
        if reading.role >= 0 {
          arguments.append(Fact.Argument(role: "role", span: context.tokens.span(context.rangeWithoutArticle(reading.role))))
        }
        let known = arguments.reduce(0) { $0 + ($1.entity >= 0 ? 1 : 0) }
        let confidence = (known > 1 ? 0.75 : known == 1 ? 0.65 : 0.5) - clause.doubt
        var fact = FactMaker.make(frame.predicate, arguments, TokenRange(first, last), Float(confidence), frame.rule, context, &evidence)
        fact.isNegative = status.isNegative != (context.isNone(agent) != context.isNone(object))
        if let modality = status.modality { fact.modality = modality }
        fact.time = time
        fact.place = place
        facts.append(fact)
      }
    }
  }

  /// What the verb group, its governor and the words around it say of the fact: that it is planned, alleged, denied …
  private struct Status {
    var isNegative: Bool
    var modality: Fact.Modality?

    init(_ verb: Int, _ clause: Clause, _ context: FactContext, _ control: ControlTable) {
      let tokens = context.tokens
      isNegative = context.verbs.has(verb, .negated) != clause.isNegative
      if clause.isConditional {
        modality = .conditional
      } else if let status = clause.status {
        modality = Status.modality(status)
        if status == .negative { isNegative.toggle() }
      } else if context.verbs.has(verb, .future) {
        modality = .planned
      } else if context.verbs.has(verb, .modal) {
        modality = .possible
        for token in Int(context.verbs.start[verb])..<Int(context.verbs.end[verb]) where tokens.tag[token] == .md {
          if let status = control.status(tokens.lemma[token], .modal) ?? control.status(tokens.lexeme[token], .modal) {
            modality = Status.modality(status)
          }
        }
      }
      // "allegedly attacked", "the suspected rebels attacked", "attacked, reportedly".
      let from = max(0, min(clause.start, Int(context.verbs.start[verb])))
      let to = min(tokens.count, Int(context.verbs.end[verb]) + 1)
      for token in from..<to {
        if tokens.has(token, .allegedWord) {
          modality = .alleged
        } else if tokens.has(token, .hearsayWord), modality == nil {
          modality = .reported
        }
      }
    }

    private static func modality(_ status: ControlTable.Status) -> Fact.Modality? {
      switch status {
      case .asserted, .negative: nil
      case .planned: .planned
      case .possible: .possible
      case .requested: .requested
      case .denied: .denied
      case .alleged: .alleged
      case .reported: .reported
      case .conditional: .conditional
      }
    }
  }
}
