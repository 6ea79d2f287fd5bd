import Testing

@testable import Dateline

@Suite("Articles read together")
struct TogetherTests {
  private static let texts = [
    "Ana Moe, the mayor of Bergen, said on Monday that the bridge was safe. “We looked at every bolt,” she told reporters.",
    "",
    "Der Bürgermeister sagte am Montag, dass die Brücke sicher sei und dass niemand sich sorgen müsse.",
    "Norrland Press said 40 ships had left Gothenburg. Its chief, Karl Lind, denied that the company was for sale: “That is nonsense.”",
    "“I will go home,” said Ivo Horn.\n\nThe minister left.",
    "Norway",
  ]

  /// What the graphs of an analysis are made of, in short.
  private static func summary(_ analysis: Analysis) -> [String] {
    analysis.entities.map { "\($0.type.name) \(analysis.name(of: $0))" }
      + analysis.mentions.map { "\($0.form) \($0.entity) \(analysis.article.text($0.span)) \($0.confidence)" }
      + analysis.quotes.map { "\($0.kind) \($0.speaker.entity) \($0.fragments.map { analysis.article.text($0) })" }
      + analysis.overlaps.map { "\($0.entity) \(analysis.article.text($0.span))" } + analysis.facts.map { "\($0.predicate)" }
  }

  @Test("What comes out for an article does not depend on those that are read with it")
  func isIndependent() {
    let extractor = Extractor(gazetteer: Samples.gazetteer)
    let articles = TogetherTests.texts.map { Article(id: "test", input: Array($0.utf8)) }
    let alone = TogetherTests.texts.map { TogetherTests.summary(Samples.analyze($0)) }
    #expect(!alone[0].isEmpty && !alone[3].isEmpty)
    #expect(extractor.analyze(articles).map(TogetherTests.summary) == alone)
    // Again, fewer and in another order: nothing of the first ones is left.
    #expect(extractor.analyze(articles.reversed().dropLast(2)).map(TogetherTests.summary) == alone.reversed().dropLast(2).map { $0 })
  }

  @Test("A user's own rules hold for each of them")
  func ownRules() throws {
    let rules = try UserRules(
      files: [("own/rules.jsonl", Array(#"{"label": "ORG", "pattern": "Zettel Round"}"#.utf8))], gazetteer: Samples.gazetteer)
    let extractor = Extractor(gazetteer: Samples.gazetteer, rules: rules)
    let articles = ["The Zettel Round met.", "Nobody came.", "He left the Zettel Round."].map { Article(id: "test", input: Array($0.utf8)) }
    #expect(extractor.analyze(articles).map { $0.mentions.count { $0.form == .name } } == [1, 0, 1])
  }
}
