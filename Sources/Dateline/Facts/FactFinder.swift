/// Finds typed facts: roles, ages, places, events and who said what; one finder a family. One per worker.
final class FactFinder {
  private let predicates: EventPredicates
  private let control: ControlTable
  private let matcher: PatternMatcher
  private var columns = FactColumns()
  /// Keys of the facts found so far.
  private var seen = Column<UInt64>()

  init(gazetteer: GazetteerFile) {
    predicates = EventPredicates(gazetteer)
    control = ControlTable(gazetteer)
    matcher = PatternMatcher(RuleSet(FactRules.all, lexicon: gazetteer.lexicon))
  }

  deinit {
    columns.deallocate()
    seen.deallocate()
  }

  func run(_ analysis: inout Analysis) {
    matcher.run(analysis)
    // Taken out while the layers are read, since it grows meanwhile.
    var evidence = analysis.evidence
    analysis.evidence = []
    var facts: [Fact] = []
    analysis.withLayers { layers in
      columns.read(layers)
      facts = find(FactContext(layers, columns, predicates), &evidence)
    }
    analysis.evidence = evidence
    analysis.facts = facts
    roles(&analysis)
  }

  private func find(_ context: FactContext, _ evidence: inout [Evidence]) -> [Fact] {
    var facts: [Fact] = []
    facts.reserveCapacity(16)
    RoleFacts(context: context).find(into: &facts, &evidence)
    StatedRoles(context: context).find(into: &facts, &evidence)
    AgeFacts(context: context, subjects: ClauseSubjects(context: context), die: predicates.die).find(into: &facts, &evidence)
    PlaceFacts(context: context).find(into: &facts, &evidence)
    NameTies(context: context).find(into: &facts, &evidence)
    let events = EventFacts(context: context, predicates: predicates, control: control)
    events.find(into: &facts, &evidence)
    MatchFacts(context: context, governors: events.governors).find(into: &facts, &evidence)
    PatternFacts(context: context, matcher: matcher).find(into: &facts, &evidence)
    SpeechFacts(context: context).find(into: &facts)
    leaveOutRepeated(&facts)
    return facts
  }

  /// Leaves out what says the same again: predicate, arguments and polarity.
  private func leaveOutRepeated(_ facts: inout [Fact]) {
    guard facts.count > 1 else { return }
    // Open addressing over the keys; a key is a hash already.
    var size = 64
    while size < facts.count * 2 { size *= 2 }
    seen.reset(count: size, repeating: 0)
    let seen = seen
    // By exchange: a fact copied would count references.
    var kept = 0
    for index in facts.indices where FactFinder.isNew(FactFinder.key(facts, index), seen, size) {
      if kept < index { facts.swapAt(kept, index) }
      kept += 1
    }
    facts.removeLast(facts.count - kept)
  }

  /// A hash of what a fact says; never 0.
  @inline(__always)
  private static func key(_ facts: [Fact], _ index: Int) -> UInt64 {
    var key: UInt64 = facts[index].isNegative ? 0x9E37_79B9_7F4A_7C15 : 0xD6E8_FEB8_6659_FD93
    func mix(_ value: UInt64) { key = ByteHash.mix(key ^ value, 0xA076_1D64_78BD_642F) }
    mix(ByteHash.hash(facts[index].predicate.start, facts[index].predicate.count))
    for argument in facts[index].arguments {
      mix(argument.entity >= 0 ? UInt64(argument.entity) | 1 << 40 : UInt64(UInt32(bitPattern: argument.value)) | 1 << 41)
      if argument.entity < 0 { mix(UInt64(UInt32(bitPattern: argument.span?.start ?? -1)) | 1 << 42) }
    }
    return key == 0 ? 1 : key
  }

  /// Enters a key into the table; false when it is there already.
  private static func isNew(_ key: UInt64, _ seen: Column<UInt64>, _ size: Int) -> Bool {
    var slot = Int(truncatingIfNeeded: key) & (size - 1)
    while seen[slot] != 0 {
      if seen[slot] == key { return false }
      slot = (slot + 1) & (size - 1)
    }
    seen[slot] = key
    return true
  }

  /// Copies the roles found to the people who hold them.
  private func roles(_ analysis: inout Analysis) {
    // By index: a fact copied would count references.
    for index in analysis.facts.indices where analysis.facts[index].predicate == "holds_role" && !analysis.facts[index].isNegative {
      guard analysis.facts[index].arguments.count > 1, let span = analysis.facts[index].arguments[1].span else { continue }
      let holder = analysis.facts[index].arguments[0]
      guard holder.entity >= 0 else { continue }
      if !analysis.entities[Int(holder.entity)].roles.contains(where: { analysis.article.same($0, span) }) {
        analysis.entities[Int(holder.entity)].roles.append(span)
      }
    }
  }
}
