/// Makes facts of the matches of `FactRules`.
struct PatternFacts {
  let context: FactContext
  let matcher: PatternMatcher

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for index in 0..<matcher.matches.count {
      let match = matcher.matches[index]
      let rule = matcher.rules.ids[Int(match.rule)]
      let family = FactRules.families[Int(match.rule)]
      guard let subject = matcher.capture(match, .subject) else { continue }
      switch family {
      case .nationality: pair("nationality", "person", subject, "country", match, rule, &facts, &evidence)
      case .membership: pair("member_of", "member", subject, "organization", match, rule, &facts, &evidence)
      case .party: party(subject, match, rule, &facts, &evidence)
      case .meeting: meeting(subject, match, rule, &facts, &evidence)
      }
    }
  }

  private func entity(_ range: TokenRange?) -> Int32 {
    guard let range, let mention = context.mention(at: range.first), context.mentions[mention].tokens == range else {
      return -1
    }
    return context.entity(mention)
  }

  /// Two captured names.
  private func pair(
    _ predicate: Label, _ role: Label, _ subject: TokenRange, _ otherRole: Label, _ match: PatternMatch, _ rule: Label,
    _ facts: inout [Fact], _ evidence: inout [Evidence]
  ) {
    let first = entity(subject)
    let second = entity(matcher.capture(match, .object))
    guard first >= 0, second >= 0, first != second else { return }
    add(
      predicate, .init(Fact.Argument(role: role, entity: first), Fact.Argument(role: otherRole, entity: second)), 0.85, match, rule, &facts,
      &evidence)
  }

  private func party(
    _ subject: TokenRange, _ match: PatternMatch, _ rule: Label, _ facts: inout [Fact], _ evidence: inout [Evidence]
  ) {
    guard let object = matcher.capture(match, .object) else { return }
    let person = Fact.Argument(role: "person", entity: entity(subject))
    guard person.entity >= 0 else { return }
    if let state = matcher.capture(match, .place) {
      add(
        "party", .init(person, Fact.Argument(role: "party", span: context.tokens.span(object))), 0.9, match, rule, &facts, &evidence)
      var place = Fact.Argument(role: "place", span: context.tokens.span(state))
      if let mention = context.mention(at: state.first), context.type(mention) == .place { place.entity = context.entity(mention) }
      add("represents", .init(person, place), 0.8, match, rule, &facts, &evidence)
      return
    }
    let party = entity(object)
    guard party >= 0, context.isParty(party) else { return }
    add("party", .init(person, Fact.Argument(role: "party", entity: party)), 0.85, match, rule, &facts, &evidence)
  }

  private func meeting(
    _ subject: TokenRange, _ match: PatternMatch, _ rule: Label, _ facts: inout [Fact], _ evidence: inout [Evidence]
  ) {
    let place = entity(matcher.capture(match, .place))
    guard place >= 0, let group = context.phrases.noun(at: subject.first) else { return }
    add(
      "held_at", .init(context.argument("event", group: group), Fact.Argument(role: "place", entity: place)), 0.8, match, rule, &facts,
      &evidence
    )
  }

  private func add(
    _ predicate: Label, _ arguments: Fact.Arguments, _ confidence: Float, _ match: PatternMatch, _ rule: Label, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    facts.append(FactMaker.make(predicate, arguments, match.tokens, confidence, rule, context, &evidence))
  }
}

extension FactRules {
  enum Family { case nationality, membership, party, meeting }

  /// For each rule of `all` what it states.
  static let families: [Family] =
    nationality.map { _ in .nationality } + membership.map { _ in .membership } + parties.map { _ in .party }
    + meetings.map { _ in .meeting }
}
