import Testing

@testable import Dateline

@Suite("Rules of facts") struct FactRuleTests {
  @Test("examples", arguments: RuleCase.all(FactRules.all)) func examples(_ one: RuleCase) { #expect(one.found() == one.example.found) }

  @Test("all compile, each with examples, under names of their own") func sound() {
    let set = RuleSet(FactRules.all, lexicon: Samples.gazetteer.lexicon)
    #expect(set.faults.isEmpty)
    #expect(Set(set.ids).count == set.ids.count)
    #expect(FactRules.families.count == FactRules.all.count)
    #expect(FactRules.all.allSatisfy { !$0.examples.isEmpty })
  }
}
