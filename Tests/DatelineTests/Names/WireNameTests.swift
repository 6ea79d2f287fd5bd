import Testing

@testable import Dateline

/// Lines as news agencies send them: results, line-ups, headlines of one line.
@Suite("Names in agency lines") struct WireNameTests {
  private func names(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.mentions.filter { $0.form == .name }.map { mention in
      "\(analysis.entities[Int(mention.entity)].type.name) \(analysis.article.text(mention.span))"
    }
  }

  @Test(
    arguments: [
      // A club is an organization where results are given, its city a place elsewhere.
      ("Leeds beat Arsenal 2-1 on Saturday.", ["organization Leeds", "organization Arsenal"]),
      ("She lived in Leeds for two years.", ["place Leeds"]),
      // A country's team is the country.
      ("Norway beat Cyprus 3-0 (halftime 1-0) in a friendly on Tuesday.", ["place Norway", "place Cyprus"]),
      (
        "Milan Kostic (Serbia) beat Oren Talbot (Britain) 6-4 6-2",
        ["person Milan Kostic", "place Serbia", "person Oren Talbot", "place Britain"]
      ),
      // A player's number is no part of the name.
      (
        "Serbia - 1-Milan Kostic; 2-Goran Petrovic, 10-Dejan Ilic.",
        ["place Serbia", "person Milan Kostic", "person Goran Petrovic", "person Dejan Ilic"]
      ),
      // A number that the gazetteer knows with the name belongs to it; any other does not.
      ("A Boeing 737 landed in Oslo.", ["product Boeing 737", "place Oslo"]),
      ("She lived in Oslo 20 years ago.", ["place Oslo"]),
      // A hyphen between spaces parts.
      ("Tennis - Kostic beats Talbot in Paris final.", ["person Kostic", "person Talbot", "place Paris"]),
      // Capitals stand for governments and stay places.
      ("Washington accuses Moscow of breaking truce.", ["place Washington", "place Moscow"]),
    ])
  func lines(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  @Test func partyLettersStayOutside() {
    let found = names("Senator Mary Holt (R–S.D.) voted against the bill, and Senator John Price (D-Texas) for it.")
    #expect(found.contains("person Mary Holt"))
    #expect(!found.contains { $0.contains("R–") || $0.contains("D-") })
  }

  @Test func resultsAreEnglish() {
    let results = """
      Bremen squad: Goalkeepers - Jens Harding (Bremen), Pavel Novak (Brno). Defenders - Luis Ortega (Sevilla), Marko Ilic (Split), \
      Anders Holm (Malmo), Tomas Riha (Plzen). Forwards - Peter Juul (Aarhus), Emil Strand (Bergen).
      """
    let analysis = Samples.analyze(results)
    #expect(analysis.language == "en")
    #expect(analysis.entities.filter { $0.type == .person }.count >= 6)
  }
}
