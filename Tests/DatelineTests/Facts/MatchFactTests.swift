import Testing

@testable import Dateline

@Suite("Results of matches") struct MatchFactTests {
  @Test(
    "who beat whom",
    arguments: [
      ("Arsenal 3-1 Chelsea", "beat(Arsenal, Chelsea, 3-1)"), ("Arsenal 0-2 Chelsea", "beat(Chelsea, Arsenal, 0-2)"),
      ("Arsenal 1-1 Chelsea", "drew(Arsenal, Chelsea, 1-1)"),
      ("Arsenal ended a poor run with a 3-1 win over Chelsea.", "beat(Arsenal, Chelsea, 3-1)"),
      ("Arsenal went top after a 3-1 victory against Chelsea.", "beat(Arsenal, Chelsea, 3-1)"),
      ("Arsenal’s 0-2 defeat by Chelsea was their fifth.", "lost(Arsenal, Chelsea, 0-2)"),
      ("Arsenal sank after a 2-0 loss to Chelsea.", "lost(Arsenal, Chelsea, 2-0)"),
      ("Arsenal stayed third after a 1-1 draw with Chelsea.", "drew(Arsenal, Chelsea, 1-1)"),
      ("Norway’s 2-1 win over Sweden took an hour.", "beat(Norway, Sweden, 2-1)"),
    ]) func results(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(
    "who won nothing",
    arguments: [
      // Who scored is no side.
      "Karl Moe scored twice in a 3-1 win over Chelsea.",
      // A ground is no opponent.
      "Arsenal went top after a 3-1 win at Wembley.",
      "Arsenal hope for a 3-1 win.", "The board approved the plan in a 5-2 vote against Chelsea.",
      "Arsenal never came back with a 3-1 win over Chelsea.",
    ]) func nothing(_ text: String)
  {
    let found = FactSamples.facts(text)
    #expect(!found.contains { $0.hasPrefix("beat(") || $0.hasPrefix("lost(") || $0.hasPrefix("drew(") }, "\(found)")
  }
}
