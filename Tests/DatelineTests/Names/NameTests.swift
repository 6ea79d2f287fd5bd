import Testing

@testable import Dateline

@Suite("Names") struct NameTests {
  private func mentions(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.mentions.filter { $0.form == .name || $0.form == .demonym }.map { mention in
      let type = mention.form == .demonym ? "demonym" : analysis.entities[Int(mention.entity)].type.name
      return "\(type) \(analysis.article.text(mention.span))"
    }
  }

  @Test(
    "people, places, organizations",
    arguments: [
      ("Prime Minister Karin Lindholm arrived in Lisbon.", ["person Karin Lindholm", "place Lisbon"]),
      ("The Ministry of Health said Dr. Amina Yusuf had resigned.", ["organization Ministry of Health", "person Amina Yusuf"]),
      ("Kenya’s High Court rejected the petition.", ["place Kenya", "organization High Court"]),
      ("Turkish and German officials met in Geneva.", ["demonym Turkish", "demonym German", "place Geneva"]),
      ("Gazprom and Petrobras signed the contract.", ["organization Gazprom", "organization Petrobras"]),
      // Capitalised function words inside names.
      ("She told The Daily Star that nothing had changed.", ["organization The Daily Star"]),
      ("He was questioned by the Independent Commission Against Corruption.", ["organization Independent Commission Against Corruption"]),
      // Lists that a head governs, legal forms behind commas.
      (
        "The Ministry of Gender, Labour and Social Development paid the bill.",
        ["organization Ministry of Gender, Labour and Social Development"]
      ),
      ("He has left the Bank of Kenya, Ford and Toyota.", ["organization Bank of Kenya", "organization Ford", "organization Toyota"]),
      ("The mine belongs to Greenhill Resources, Inc.", ["organization Greenhill Resources, Inc."]),
      ("Paulo sent three reports to the board of Hidrovale SA.", ["organization Hidrovale SA"]),
      ("A court in Bonn fined Kestner GmbH on Monday.", ["place Bonn", "organization Kestner GmbH"]),
      ("The Railway Workers’ Union rejected the offer.", ["organization Railway Workers’ Union"]),
      // Small particles that open a name.
      ("“I disagree,” Mr von Halden said.", ["person von Halden"]),
      // Years name elections; countries and nationalities are never passed over.
      ("He lost his seat in the 2019 Australian federal election.", ["event 2019 Australian federal election"]),
      ("Rain fell across southern Lebanon on Tuesday.", ["place Lebanon"]),
      ("Several Republican governors stayed away.", ["group Republican"]),
      ("A Kenya-Ethiopia road will open in May.", ["place Kenya", "place Ethiopia"]),
    ]) func found(_ text: String, _ expected: [String])
  {
    let found = mentions(text)
    for mention in expected { #expect(found.contains(mention), "\(found)") }
  }

  @Test(
    "ordinary words are no names",
    arguments: [
      "The weather was mild.", "However, nobody came.", "Yesterday it rained all day.", "The road cost US$34 million to build.",
      "I told them that I would come.",
    ])
  func nothing(_ text: String) { #expect(mentions(text).isEmpty) }

  @Test("a company’s first word is the company, wherever it stands") func company() {
    let analysis = Samples.analyze("Engineers left Hidrovale SA in May. Nobody from Hidrovale called, and shares in Hidrovale fell.")
    #expect(Samples.entityNames(analysis) == ["Hidrovale SA"])
    #expect(analysis.entities.first?.type == .organization)
  }

  @Test(
    "capitals that are no legal form of what stands before them",
    arguments: ["He flew to Adelaide SA on Monday.", "The report, SA said, is late."])
  func noCompany(_ text: String) { #expect(!mentions(text).contains { $0.hasPrefix("organization") && $0.hasSuffix(" SA") }) }

  @Test("the forms of one person are one entity") func person() {
    let analysis = Samples.analyze("Senator Maria T. Delgado spoke first. Delgado left early. “I am done,” Maria Delgado said.")
    let people = analysis.entities.filter { $0.type == .person }
    #expect(people.count == 1)
    #expect(people.first.map { analysis.name(of: $0) } == "Maria T. Delgado")
  }

  @Test(
    "a title tells two people of one surname apart",
    arguments: [
      ("Peter Abara went to prison. His wife, Anna Abara, wept. Mrs Abara stayed away.", ["Peter Abara", "Anna Abara"], "Anna Abara"),
      ("Anna Abara spoke first, and Peter Abara left. Mr. Abara had no time.", ["Anna Abara", "Peter Abara"], "Peter Abara"),
      ("Peter Abara went to prison. Mrs Abara stayed away.", ["Peter Abara", "Abara"], "Abara"),
      // A given name that both genders bear says nothing against a title.
      ("Kim Abara went to prison. Mr Abara stayed calm.", ["Kim Abara"], "Kim Abara"),
    ])
  func titled(_ text: String, people: [String], last: String) throws {
    let analysis = Samples.analyze(text)
    let found = analysis.entities.indices.filter { analysis.entities[$0].type == .person }
    #expect(found.map { analysis.name(of: analysis.entities[$0]) } == people)
    let mention = try #require(analysis.mentions.last { analysis.article.text($0.span) == "Abara" })
    #expect(analysis.name(of: analysis.entities[Int(mention.entity)]) == last)
  }

  @Test(
    "the first word of a company stands for it, unless it is a place where things lie",
    arguments: [
      ("Crews left Akkale Lines on Friday. Akkale, which owns nine ships, lost money. Families have sued Akkale.", "organization"),
      ("Crews left Akkale Lines on Friday. Rain fell in Akkale, and Akkale slept.", "place"),
    ])
  func shortName(_ text: String, type: String) {
    let analysis = Samples.analyze(text)
    let types = Set(
      analysis.mentions.filter { analysis.article.text($0.span) == "Akkale" }.map { analysis.entities[Int($0.entity)].type.name })
    #expect(types == [type])
  }

  @Test(
    "a product behind its maker’s name goes by its own later",
    arguments: [
      ("The army bought the Saab Gripen in May. The Gripen is cheap.", 2),
      ("The army bought the Saab Gripen in May. The Rafale is cheap.", 1),
    ])
  func products(_ text: String, mentions: Int) {
    let analysis = Samples.analyze(text)
    #expect(analysis.entities.first { analysis.name(of: $0) == "Saab Gripen" }?.mentions.count == mentions)
  }

  @Test("a weekday’s name ends before what it owns") func weekday() {
    let analysis = Samples.analyze("They play in next Saturday’s FA Cup final in Leeds.")
    #expect(analysis.mentions.contains { analysis.article.text($0.span).hasPrefix("FA Cup") }, "\(Samples.entityNames(analysis))")
  }

  @Test("two people of one surname stay two") func namesakes() {
    let analysis = Samples.analyze("President John Abara met his rival Peter Abara in Lagos. Peter Abara left before noon.")
    #expect(analysis.entities.filter { $0.type == .person }.count == 2)
  }

  @Test("a demonym, a country and its abbreviation are one place") func country() {
    let analysis = Samples.analyze("The United States sent aid. U.S. officials said American doctors would follow.")
    let places = analysis.entities.filter { $0.type == .place }
    #expect(places.count == 1)
    #expect(places.first?.links.first?.country == "US")
  }

  @Test("an acronym joins the name that spells it out") func acronym() {
    let analysis = Samples.analyze("The Northern Fisheries Board (NFB) met on Monday. The NFB said quotas would rise.")
    let boards = analysis.entities.filter { $0.type == .organization }
    #expect(boards.count == 1, "\(boards.map(\.name))")
  }

  @Test("an acronym that the article spells out is not another’s") func spelledOut() {
    let analysis = Samples.analyze("The Swedish Dockworkers’ Federation (SDF) met on Monday. The SDF said the strike goes on.")
    let found = analysis.entities.filter { $0.type == .organization }
    #expect(found.count == 1, "\(found.map(\.name))")
    #expect(found.first?.links.isEmpty == true && found.first?.subtype.isEmpty == true)
  }

  @Test("a company’s short name is the company") func shortName() {
    let analysis = Samples.analyze("Brightwater Holdings Ltd. cut its forecast. Brightwater said sales fell.")
    #expect(!analysis.entities.contains { $0.type == .person })
  }

  @Test("every weight carries the number of its feature") func numbers() throws {
    let table = try #require(Samples.gazetteer.table(NameWeights.path))
    var wrong: [String] = []
    var count = 0
    NameWeights.read(table) { number, range, _ in
      count += 1
      let name = String(decoding: table[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      if number >= FeatureTemplate.count || FeatureNames.name(number) != name { wrong.append(name) }
    }
    #expect(count > 500)
    #expect(wrong.isEmpty, "fit the weights again: \(wrong.prefix(5))")
  }

  @Test("mentions stand in order and do not overlap") func order() {
    let analysis = Samples.analyze(
      "Ana Ruiz, mayor of Quito, told the Andean Council that she and Pedro Ruiz would meet in Lima, Peru, on Friday.")
    for pair in zip(analysis.mentions, analysis.mentions.dropFirst()) { #expect(pair.0.tokens.end <= pair.1.tokens.start) }
    for number in analysis.entities.indices {
      #expect(!analysis.entities[number].mentions.isEmpty)
      for mention in analysis.mentions(of: number) { #expect(Int(analysis.mentions[mention].entity) == number) }
    }
  }
}
