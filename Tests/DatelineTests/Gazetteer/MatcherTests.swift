import Testing

@testable import Dateline

@Suite struct MatcherTests {
  private func matches(_ text: String, _ rows: String) throws -> [String] {
    let tables = [
      TestTables.table("words/lexicon.tsv", "word\ttags\tlemma\trisk\tsource\nthe\tDT\t\t2.0\thand\n"),
      TestTables.table("names/t.tsv", TestTables.nameHeader + rows),
    ]
    let file = try GazetteerCompiler.compile(tables).file()
    let analysis = Extractor(gazetteer: file).analyze(Article(id: "x", input: Array(text.utf8)))
    return (0..<analysis.matches.count).map { analysis.article.text(analysis.tokens.span(analysis.matches.range($0))) }
  }

  @Test func everyLengthIsFound() throws {
    let rows =
      "Lindel\tplace\ttown\t\t5\t\t\t\thand\nLindel Bay\tplace\tbay\t\t5\t\t\t\thand\nLindel Bay Bank\torganization\tbank\t\t5\t\t\t\thand\n"
    #expect(try matches("Lindel Bay Bank paid", rows) == ["Lindel", "Lindel Bay", "Lindel Bay Bank"])
    #expect(try matches("Lindel\n\nBay Bank", rows) == ["Lindel"])
  }

  @Test func letterCase() throws {
    #expect(try matches("WHO said who", "WHO\torganization\tagency\t\t5\t\t\t\thand\n") == ["WHO"])
    #expect(try matches("LINDEL, Lindel, lindel", "Lindel\tplace\ttown\t\t5\t\t\t\thand\n") == ["LINDEL", "Lindel"])
    #expect(
      try matches("Harbor master, harbor master", "harbor master\trole\t\t\t5\tlower\t\t\thand\n") == ["Harbor master", "harbor master"])
    #expect(try matches("eBank ebank", "eBank\torganization\tbank\t\t5\texact\t\t\thand\n") == ["eBank"])
  }

  @Test func aliasesAndApostrophes() throws {
    #expect(try matches("O'Lind and O’Lind", "O’Lind\tperson\t\t\t5\t\tLind the Elder\t\thand\n") == ["O'Lind", "O’Lind"])
    #expect(try matches("Lind the Elder", "O’Lind\tperson\t\t\t5\t\tLind the Elder\t\thand\n") == ["Lind the Elder"])
  }

  @Test func firstAtIndexesTheMatches() {
    let analysis = Samples.analyze("Officials from Germany and France met in Berlin on Friday.")
    #expect(analysis.matches.firstAt.count == analysis.tokens.count + 1)
    for token in 0..<analysis.tokens.count {
      for match in analysis.matches.matches(at: token) { #expect(analysis.matches.range(match).first == token) }
    }
    #expect(analysis.matches.count > 0)
  }
}
