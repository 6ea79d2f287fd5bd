/// Finds typed facts: roles, ages, places, events and who said what; one finder a family.
struct FactFinder {
  let gazetteer: GazetteerFile
  private let predicates: EventPredicates

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    predicates = EventPredicates(gazetteer)
  }

  func run(_ analysis: inout Analysis) {
    // The context keeps a copy of the analysis; the evidence grows meanwhile, and must not be copied for that.
    var evidence = analysis.evidence
    analysis.evidence = []
    let context = FactContext(analysis: analysis, lexicon: gazetteer.lexicon)
    var facts: [Fact] = []
    RoleFacts(context: context).find(into: &facts, &evidence)
    AgeFacts(context: context).find(into: &facts, &evidence)
    PlaceFacts(context: context).find(into: &facts, &evidence)
    EventFacts(context: context, predicates: predicates).find(into: &facts, &evidence)
    said(context, &facts, &evidence)
    analysis.facts = unique(facts)
    analysis.evidence = evidence
    roles(&analysis)
  }

  /// Each quotation of a known speaker is a fact of its own.
  private func said(_ context: FactContext, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    for (index, quote) in context.analysis.quotes.enumerated() where quote.speaker.entity >= 0 {
      var fact = Fact(
        predicate: "said",
        arguments: [Fact.Argument(role: "speaker", entity: quote.speaker.entity), Fact.Argument(role: "content", span: quote.span)],
        span: quote.span, confidence: 0.8)
      if quote.addressee >= 0 { fact.arguments.append(Fact.Argument(role: "addressee", entity: quote.addressee)) }
      fact.sourceQuote = Int32(index)
      fact.evidence = quote.evidence
      facts.append(fact)
    }
  }

  /// Leaves out what says the same again: predicate, arguments and polarity.
  private func unique(_ facts: [Fact]) -> [Fact] {
    struct Key: Hashable {
      var predicate: String
      var negative: Bool
      var arguments: [Int32]
    }
    var seen: Set<Key> = []
    return facts.filter { fact in
      let ids = fact.arguments.flatMap { argument -> [Int32] in
        argument.entity >= 0 ? [argument.entity, -1] : [argument.value, argument.span?.start ?? -1]
      }
      return seen.insert(Key(predicate: fact.predicate, negative: fact.isNegative, arguments: ids)).inserted
    }
  }

  /// Copies the roles found to the people who hold them.
  private func roles(_ analysis: inout Analysis) {
    for fact in analysis.facts where fact.predicate == "holds_role" && !fact.isNegative {
      guard let holder = fact.arguments.first, holder.entity >= 0, let span = fact.arguments.dropFirst().first?.span else { continue }
      let role = analysis.article.text(span)
      if !analysis.entities[Int(holder.entity)].roles.contains(role) { analysis.entities[Int(holder.entity)].roles.append(role) }
    }
  }
}
