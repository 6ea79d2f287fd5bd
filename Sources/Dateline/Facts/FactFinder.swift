/// Finds typed facts: roles, ages, places, events and who said what; one finder a family.
struct FactFinder {
  let gazetteer: GazetteerFile
  private let predicates: EventPredicates
  private let control: ControlTable
  private let speech: SpeechCues
  private let matcher: PatternMatcher

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    predicates = EventPredicates(gazetteer)
    control = ControlTable(gazetteer)
    speech = SpeechCues(gazetteer)
    matcher = PatternMatcher(RuleSet(FactRules.all, lexicon: gazetteer.lexicon))
  }

  func run(_ analysis: inout Analysis) {
    // The context keeps a copy of the analysis; the evidence grows meanwhile, and must not be copied for that.
    var evidence = analysis.evidence
    analysis.evidence = []
    let facts = analysis.tokens.withColumns { columns in find(analysis, columns, &evidence) } ?? []
    analysis.facts = facts
    analysis.evidence = evidence
    roles(&analysis)
  }

  private func find(_ analysis: Analysis, _ columns: TokenColumns, _ evidence: inout [Evidence]) -> [Fact] {
    let context = FactContext(
      analysis: analysis, lexicon: gazetteer.lexicon, columns: columns, prepositions: predicates.prepositions)
    var facts: [Fact] = []
    RoleFacts(context: context).find(into: &facts, &evidence)
    AgeFacts(context: context).find(into: &facts, &evidence)
    PlaceFacts(context: context).find(into: &facts, &evidence)
    EventFacts(context: context, predicates: predicates, control: control).find(into: &facts, &evidence)
    matcher.run(analysis)
    PatternFacts(context: context, matcher: matcher).find(into: &facts, &evidence)
    speech.said(context, &facts)
    return unique(facts)
  }

  /// Leaves out what says the same again: predicate, arguments and polarity.
  private func unique(_ facts: [Fact]) -> [Fact] {
    guard facts.count > 1 else { return facts }
    // Open addressing over the keys; a key is a hash already.
    var size = 64
    while size < facts.count * 2 { size *= 2 }
    var seen = [UInt64](repeating: 0, count: size)
    return facts.filter { fact in
      var key: UInt64 = fact.isNegative ? 0x9E37_79B9_7F4A_7C15 : 0xD6E8_FEB8_6659_FD93
      func mix(_ value: UInt64) { key = ByteHash.mix(key ^ value, 0xA076_1D64_78BD_642F) }
      mix(ByteHash.hash(fact.predicate.start, fact.predicate.count))
      for argument in fact.arguments {
        mix(argument.entity >= 0 ? UInt64(argument.entity) | 1 << 40 : UInt64(UInt32(bitPattern: argument.value)) | 1 << 41)
        if argument.entity < 0 { mix(UInt64(UInt32(bitPattern: argument.span?.start ?? -1)) | 1 << 42) }
      }
      if key == 0 { key = 1 }
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while seen[slot] != 0 {
        if seen[slot] == key { return false }
        slot = (slot + 1) & (size - 1)
      }
      seen[slot] = key
      return true
    }
  }

  /// Copies the roles found to the people who hold them.
  private func roles(_ analysis: inout Analysis) {
    for fact in analysis.facts where fact.predicate == "holds_role" && !fact.isNegative {
      guard let holder = fact.arguments.first, holder.entity >= 0, let span = fact.arguments.dropFirst().first?.span else { continue }
      let roles = analysis.entities[Int(holder.entity)].roles
      if !roles.contains(where: { analysis.article.same($0, span) }) { analysis.entities[Int(holder.entity)].roles.append(span) }
    }
  }
}
