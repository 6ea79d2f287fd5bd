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

  /// "name region country" of the places with a link, in the order of their first mentions.
  private func places(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    let order = analysis.entities.indices.filter { analysis.entities[$0].type == .place && !analysis.entities[$0].links.isEmpty }
    return order.sorted { (Array(analysis.mentions(of: $0)).first ?? 0) < (Array(analysis.mentions(of: $1)).first ?? 0) }.map {
      let link = analysis.entities[$0].links[0]
      return [analysis.name(of: analysis.entities[$0]), link.region ?? "", link.country ?? ""].joined(separator: "/")
    }
  }

  @Test(
    "postal codes behind a town and a comma",
    arguments: [
      ("The fire began in Dallas, TX, on Monday.", "Texas"), ("Ann Lee of Portland, ME said so.", "Maine"),
      ("The office stands in Salem, OR 97301.", "Oregon"), ("PORTLAND, ME (AP) - Rain fell.", "Maine"),
      ("He flew to Vancouver, BC.", "British Columbia"),
    ])
  func postalCode(_ text: String, _ region: String) {
    #expect(Samples.entityNames(Samples.analyze(text)).contains(region))
  }

  @Test(
    "words that look like postal codes",
    arguments: [
      "LONDON, IN A SPEECH ON MONDAY, FELL SILENT.", "Ann Lee, OR somebody else, came to Leeds.", "Tell ME or Bob Hall in Leeds.",
      "PARIS, OR ROME IF YOU LIKE, WILL PAY.",
    ])
  func noPostalCode(_ text: String) {
    let names = Samples.entityNames(Samples.analyze(text))
    #expect(!names.contains("Indiana") && !names.contains("Oregon") && !names.contains("Maine"))
  }

  @Test("two places of one name, both said in full, are two") func namesakes() {
    #expect(
      places("The fair moved from Paris, Texas, to Paris, France. In Paris, nobody came.") == [
        "Paris/Texas/US", "Texas//US", "Paris//FR", "France//FR",
      ])
    let analysis = Samples.analyze("Floods hit Paris, Texas. Its mayor wept. The mayor of Paris, France, sent help. Paris is large.")
    let last = analysis.mentions.last { $0.form == .name }
    #expect(last.map { analysis.entities[Int($0.entity)].links.first?.country } == "FR")
    #expect(places("He left Springfield, Illinois, for Springfield, Missouri.").count == 4)
  }

  @Test("one place, however it is said, is one") func noNamesakes() {
    #expect(places("Paris was quiet. France sent help to Paris, Texas.") == ["Paris/Texas/US", "France//FR", "Texas//US"])
    #expect(places("Rain fell in Dallas, Texas. He left Dallas, United States.").filter { $0.hasPrefix("Dallas") }.count == 1)
    #expect(places("Rain fell in Dallas, TX. He left Dallas, Texas.").filter { $0.hasPrefix("Dallas") }.count == 1)
  }
}
