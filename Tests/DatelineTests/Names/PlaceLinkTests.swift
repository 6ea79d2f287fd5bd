import Testing

@testable import Dateline

/// Which of several places of one name an article means.
@Suite("Places of one name") struct PlaceLinkTests {
  private func link(_ name: String, _ text: String) -> EntityLink? {
    let analysis = Samples.analyze(text)
    return analysis.entities.first { $0.type == .place && analysis.name(of: $0) == name }?.links.first
  }

  @Test(
    "the article decides",
    arguments: [
      ("Paris", "A fire broke out in Paris, Texas, on Monday.", "US", "Texas", EntityLink.Reason.pair),
      ("London", "Police in London, Ontario, closed two roads. The London force gave no reason.", "CA", "Ontario", .pair),
      ("Athens", "Students in Athens, Georgia, painted the bridge.", "US", "Georgia", .pair),
      ("Springfield", "The governor of Massachusetts opened a school in Springfield.", "US", "Massachusetts", .region),
      ("Perth", "Scotland has eight cities, and Perth is the smallest but one.", "GB", "Scotland", .region),
      ("Lebanon", "The council of Lebanon, Pennsylvania, voted on Tuesday.", "US", "Pennsylvania", .pair),
    ])
  func decided(_ name: String, _ text: String, _ country: String, _ region: String, _ reason: EntityLink.Reason) throws {
    let link = try #require(self.link(name, text))
    #expect(link.country == country)
    #expect(link.region == region)
    #expect(link.reason == reason)
  }

  @Test(
    "without a word of the article the best known place is meant",
    arguments: [
      ("Paris", "The talks in Paris ended late.", "FR"),
      ("London", "From London the minister flew on to Ottawa, where Canada promised help.", "GB"),
      ("Lebanon", "Rockets fell on the south of Lebanon.", "LB"),
      ("Georgia", "Tbilisi is the capital of Georgia, and Georgian voters stayed at home.", "GE"),
      ("Paris", "She has lived in Paris, London and Madrid.", "FR"),
    ])
  func famous(_ name: String, _ text: String, _ country: String) throws {
    let link = try #require(self.link(name, text))
    #expect(link.country == country)
    #expect(link.reason == nil)
  }

  @Test(
    "a state that shares a country’s name",
    arguments: ["Students in Athens, Georgia, painted the bridge.", "Georgia, Texas and Ohio vote today."])
  func state(_ text: String) throws {
    let analysis = Samples.analyze(text)
    let entity = try #require(analysis.entities.first { analysis.name(of: $0) == "Georgia" })
    #expect(entity.subtype == "subdivision")
    #expect(entity.links.first?.country == "US")
  }

  @Test("a state behind a town is a place of its own") func pairs() {
    let analysis = Samples.analyze("A fire broke out in Paris, Texas, on Monday.")
    #expect(analysis.mentions.map { analysis.article.text($0.span) } == ["Paris", "Texas"])
    #expect(analysis.entities.allSatisfy { $0.type == .place })
  }

  @Test("no comma, no pair") func apart() {
    let analysis = Samples.analyze("She left Paris. Texas Instruments, the company, stayed.")
    #expect(!analysis.mentions.contains { analysis.article.text($0.span) == "Texas" })
  }

  @Test("the table of homonyms is sorted and finds all towns of a name") func table() {
    let homonyms = PlaceHomonyms(Samples.gazetteer.table(PlaceHomonyms.path))
    #expect(homonyms.towns(named: "London").map(\.region) == ["England", "Kentucky", "Ohio", "Ontario"])
    #expect(homonyms.towns(named: "Lond").isEmpty)
    #expect(homonyms.towns(named: "Londonx").isEmpty)
    #expect(homonyms.towns(named: "").isEmpty)
    #expect(PlaceHomonyms(nil).towns(named: "London").isEmpty)
  }
}
