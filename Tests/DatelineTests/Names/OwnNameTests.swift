import Testing

@testable import Dateline

@Suite("Names of the user’s own", .serialized) struct OwnNameTests {
  private static let table = GazetteerTable(
    path: GazetteerTable.ownPrefix + "mine.tsv",
    copying: Array(
      """
      name\ttype\tsubtype\tweight\tflags
      Kenya\tevent\tstorm\t9\t
      Geneva\tplace\t\t1\tnever
      Gazprom\tother\t\t1\tnever
      Lisbon\tproduct\t\t9\tweak
      Zorblax Nine\tproduct\t\t1\t

      """.utf8))

  private static let gazetteer = Result { try GazetteerCompiler.compile(GazetteerFile.builtInTables + [table]).file() }

  private func names(_ text: String) throws -> [String] {
    let analysis = Extractor(gazetteer: try OwnNameTests.gazetteer.get()).analyze(Article(id: "test", input: Array(text.utf8)))
    return analysis.mentions.filter { $0.form == .name }.map { mention in
      analysis.entities[Int(mention.entity)].type.name + " " + analysis.article.text(mention.span)
    }
  }

  @Test(
    "they win over built-in names of another type", arguments: ["Kenya hit the coast on Friday.", "The winds of Kenya tore roofs away."])
  func wins(_ text: String) throws { #expect(try names(text) == ["event Kenya"]) }

  @Test("they are found where the model finds nothing") func alone() throws {
    #expect(try names("They sold Zorblax Nine in shops.").contains("product Zorblax Nine"))
  }

  @Test("a longer name keeps its words, a weak one wins nothing") func keeps() throws {
    #expect(try names("Shares of Kenya Airways fell.") == ["organization Kenya Airways"])
    #expect(try names("Prime Minister Karin Lindholm arrived in Lisbon.").contains("place Lisbon"))
  }

  @Test("what is forbidden is no name, other names stay") func never() throws {
    #expect(try names("They met in Geneva and in Lisbon.") == ["place Lisbon"])
    #expect(try names("Gazprom and Petrobras signed the contract.") == ["organization Petrobras"])
  }

  @Test("without the table nothing changes") func without() {
    let analysis = Samples.analyze("Kenya lies far from Geneva.")
    #expect(analysis.entities.map(\.type) == [.place, .place])
  }
}
