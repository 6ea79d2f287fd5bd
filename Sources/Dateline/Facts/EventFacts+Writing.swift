/// Makes facts of the readings of clauses.
extension EventFacts {
  func write(
    _ reading: Reading, _ frame: EventFrame, _ verb: Int, _ clause: Clause, _ found: ClauseComplements, _ isNone: Bool,
    _ facts: inout [Fact], _ evidence: inout [Evidence]
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
        if agent >= 0 { arguments.append(context.agent(frame.subjectRole, agent)) }
        if object >= 0 { arguments.append(context.argument(frame.objectRole, group: object)) }
        guard arguments.count < 2 || arguments[0].entity < 0 || arguments[0].entity != arguments[1].entity else { continue }
        if reading.role >= 0 {
          arguments.append(Fact.Argument(role: "role", span: context.tokens.span(context.rangeWithoutArticle(reading.role))))
        }
        further(frame, reading, found, time, &arguments)
        let known = arguments.reduce(0) { $0 + ($1.entity >= 0 ? 1 : 0) }
        let confidence = (known > 1 ? 0.75 : known == 1 ? 0.65 : 0.5) - clause.doubt
        var fact = FactMaker.make(
          frame.predicate, arguments, TokenRange(first, last), Float(confidence), frame.rule, context, &evidence, isClause: true)
        fact.isNegative = status.isNegative != (context.isNone(agent) != (isNone || context.isNone(object)))
        if let modality = status.modality { fact.modality = settled(modality, verb, fact) }
        fact.time = time
        fact.place = place
        facts.append(fact)
      }
    }
  }

  /// The argument behind the frame's further preposition, the result of a match, the date of a birth or a death.
  private func further(
    _ frame: EventFrame, _ reading: Reading, _ found: ClauseComplements, _ time: Int32, _ arguments: inout Fact.Arguments
  ) {
    let extra = frame.extra == 0 ? -1 : found.extra(behind: frame.extra)
    if extra >= 0, arguments.count < 3, !reading.objects.contains(extra),
      !frame.extraIsValue || context.value(in: context.nouns.range(extra)) >= 0
    {
      arguments.append(context.argument(frame.extraRole, group: extra))
    }
    if frame.flags.contains(.score), found.score >= 0, arguments.count < 3 {
      arguments.append(Fact.Argument(role: "score", value: found.score, span: context.values[Int(found.score)].span))
    }
    if frame.flags.contains(.dated), time >= 0, arguments.count < 3 {
      arguments.append(Fact.Argument(role: "date", value: time, span: context.values[Int(time)].span))
    }
  }

  /// "said it would buy": in what somebody is reported to say, "would" is the future, unless the sentence has a condition.
  private func settled(_ modality: Fact.Modality, _ verb: Int, _ fact: Fact) -> Fact.Modality {
    guard modality == .conditional, context.verbs.has(verb, .modal), fact.sourceQuote >= 0,
      context.quotes[Int(fact.sourceQuote)].kind != .direct
    else { return modality }
    let sentence = context.sentence(Int(context.verbs.head[verb]))
    for token in sentence.indices where context.tokens.has(token, .conditionWord) { return modality }
    return .planned
  }

  /// What the verb group, its governor and the words around it say of the fact: that it is planned, alleged, denied …
  struct Status {
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
