import Foundation
import Testing

/// `explain`, `gazetteer lookup` and `--offsets`.
@Suite struct LookupCommandTests {
  private static let article = "🎉 Rain fell.\nMaria Duarte said on Monday that the road to Geneva was closed.\n"
  private let runner = CommandRunner()

  private func run(_ arguments: [String]) throws -> CommandRunner.Answer {
    let folder = try runner.folder()
    try runner.write(LookupCommandTests.article, to: "one.txt", in: folder)
    return try runner.run(arguments, in: folder)
  }

  @Test(arguments: [["--find", "Geneva"], ["--at", "2:46"]]) func explainGivesReasonsAndSource(_ place: [String]) throws {
    let answer = try run(["explain", "one.txt"] + place)
    #expect(answer.status == 0)
    #expect(answer.output.contains("” at line 2"))
    #expect(answer.output.contains("name of place “Geneva”"))
    #expect(answer.output.contains("chosen place “Geneva”"))
    #expect(answer.output.contains("lost "))
    #expect(answer.output.contains("Gazetteers/names/cities.tsv:"))
    #expect(answer.output.contains("in an indirect quotation of Maria Duarte (resolved), confidence 0."))
  }

  @Test func explainSaysWhyNothingIsTagged() throws {
    let answer = try run(["explain", "one.txt", "--find", "road"])
    #expect(answer.status == 0)
    #expect(answer.output.contains("word “road”: tag nn"))
    #expect(try run(["explain", "one.txt", "--find", "elephant"]).status != 0)
    #expect(try run(["explain", "one.txt", "--at", "9:1"]).status != 0)
    #expect(try run(["explain", "one.txt"]).status == 64)
  }

  @Test func lookupNamesTableAndLine() throws {
    let answer = try run(["gazetteer", "lookup", "Geneva"])
    #expect(answer.status == 0)
    #expect(answer.output.contains("place (city)"))
    #expect(answer.output.contains("Gazetteers/names/cities.tsv:"))
    #expect(try !run(["gazetteer", "lookup", "Qwxyzzy"]).output.contains("Gazetteers/names"))
  }

  @Test(arguments: [("scalar", 13, 25), ("utf16", 14, 26), ("utf8", 16, 28)]) func offsetsCount(_ unit: String, start: Int, end: Int) throws
  {
    let answer = try run(["graph", "--offsets", unit, "one.txt"])
    #expect(answer.output.contains(#""offsets":"\#(unit)""#))
    #expect(answer.output.contains(#""start":\#(start),"end":\#(end),"text":"Maria Duarte""#))
  }

  @Test func unknownOffsetsAreRefused() throws { #expect(try run(["graph", "--offsets", "bytes", "one.txt"]).status == 64) }

  @Test func explainGivesAReasonForACapitalizedWordThatIsNoName() throws {
    let folder = try runner.folder()
    try runner.write("Nobody came to Oslo. Rebels fled.\n", to: "one.txt", in: folder)
    let nobody = try runner.run(["explain", "one.txt", "--find", "Nobody"], in: folder)
    #expect(nobody.output.contains("no name: a function word, capitalized since a sentence begins here"))
    #expect(try runner.run(["explain", "one.txt", "--find", "Rebels"], in: folder).output.contains("no name: the best reading, "))
    #expect(try !runner.run(["explain", "one.txt", "--find", "Oslo"], in: folder).output.contains("no name"))
    #expect(try !runner.run(["explain", "one.txt", "--find", "fled"], in: folder).output.contains("no name"))
  }

  @Test func anErrorInAUsersTableNamesThePathThatWasGiven() throws {
    let folder = try runner.folder()
    try runner.write("Rain fell.\n", to: "one.txt", in: folder)
    try runner.write("name\ttype\nKenya\tplanet\n", to: "mine/own.tsv", in: folder)
    for path in ["mine/own.tsv", "mine"] {
      let answer = try runner.run(["extract", "one.txt", "--gazetteer", path], in: folder)
      #expect(answer.status == 1)
      #expect(answer.error.hasPrefix("dateline: mine/own.tsv:2: unknown type “planet”"))
    }
  }
}
