import Foundation
import Testing

/// Runs the built `dateline` over articles in a temporary folder.
@Suite struct CommandTests {
  private static let article = "LISBON — Maria Duarte met Tomas Keller in Geneva on Monday. “We will sign in May,” Duarte said.\n"

  private static let together = "Maria Duarte and Tomas Keller met on Monday.\n\n“We will sign in May,” Duarte and Keller said.\n"

  private let runner = CommandRunner()

  /// A folder with two articles of one name, in `a` and in `b`.
  private func folder() throws -> URL {
    let folder = try runner.folder()
    for name in ["a", "b"] { try runner.write(CommandTests.article, to: "\(name)/one.txt", in: folder) }
    return folder
  }

  private func run(_ arguments: [String], in folder: URL, input: String = "") throws -> CommandRunner.Answer {
    try runner.run(arguments, in: folder, input: input)
  }

  @Test func blankLineIsAnsweredInItsPlace() throws {
    let line = #"{"id": "x", "text": "Maria Duarte spoke."}"# + "\n"
    let answer = try run(["stream"], in: folder(), input: line + "\n" + line)
    let lines = answer.output.split(separator: "\n")
    #expect(answer.status == 1)
    #expect(lines.count == 3)
    #expect(lines.count == 3 && lines[1].hasPrefix(#"{"error":{"line":2,"#))
  }

  @Test(arguments: [["quotes"], ["facts"], ["graph"]]) func headerOfCSVStandsOnce(_ command: [String]) throws {
    let answer = try run(command + ["--format", "csv", "a/one.txt", "b/one.txt"], in: folder())
    let lines = answer.output.split(separator: "\n")
    #expect(answer.status == 0)
    #expect(lines.filter { $0 == lines[0] }.count == 1)
  }

  @Test func filesOfOneNameAreAllKept() throws {
    let folder = try folder()
    #expect(try run(["graph", "--output", "made", "a/one.txt", "b/one.txt"], in: folder).status == 0)
    let made = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("made").path).sorted()
    #expect(made == ["one-2.json", "one.json"])
  }

  /// Two who speak together are an entity that only their common mention names.
  @Test(arguments: [
    ["extract"], ["extract", "--format", "conll"], ["quotes"], ["quotes", "--by", "speaker"], ["quotes", "--format", "csv"], ["facts"],
    ["graph", "--format", "dot"], ["graph", "--format", "html"], ["explain", "--find", "Duarte"],
  ]) func thoseWhoSpeakTogetherAreWrittenByEveryCommand(_ command: [String]) throws {
    let folder = try folder()
    try runner.write(CommandTests.together, to: "two.txt", in: folder)
    let answer = try run(command + ["two.txt"], in: folder)
    #expect(answer.status == 0)
    #expect(answer.output.contains("Duarte"))
  }

  @Test func tableOfEntitiesCountsAllMentions() throws {
    let folder = try folder()
    try runner.write(CommandTests.together, to: "two.txt", in: folder)
    let lines = try run(["extract", "two.txt"], in: folder).output.split(separator: "\n").map { $0.split(separator: " ") }
    let whole = lines.first { $0.first == "group" }
    #expect(whole?.suffix(2) == ["1", "3"], "one mention, in line 3")
  }

  @Test(arguments: ["html", "graphml"]) func severalDocumentsNeedAFolder(_ format: String) throws {
    let answer = try run(["graph", "--format", format, "a/one.txt", "b/one.txt"], in: folder())
    #expect(answer.status == 64)
    #expect(answer.error.contains("--output"))
  }

  @Test func conllKeepsToTheSelection() throws {
    let answer = try run(["extract", "--format", "conll", "--only", "people", "a/one.txt"], in: folder())
    #expect(answer.output.contains("B-PER"))
    #expect(!answer.output.contains("B-LOC"))
  }

  @Test func missingFileAndBadOptionsAreNamed() throws {
    let missing = try run(["extract", "none.txt"], in: folder())
    #expect(missing.status == 1 && missing.error.contains("none.txt"))
    #expect(try run(["extract", "--published", "soon", "a/one.txt"], in: folder()).status == 64)
    #expect(try run(["extract", "--only", "cats", "a/one.txt"], in: folder()).status == 64)
  }

  /// A table that makes Tomas Keller an organization.
  private func addTable(to folder: URL) throws {
    let head = "name\ttype\tsubtype\tid\tweight\tflags\taliases\tattributes\tsource\n"
    let row = "Tomas Keller\torganization\tcompany\t\t6\t\t\t\tmine\n"
    try Data((head + row).utf8).write(to: folder.appendingPathComponent("mine.tsv"))
  }

  @Test func diffShowsWhatATableChanges() throws {
    let folder = try folder()
    try addTable(to: folder)
    let answer = try run(["diff", "a", "b", "--gazetteer", "mine.tsv", "--format", "json"], in: folder)
    #expect(answer.status == 0)
    #expect(answer.output.contains(#""articles":2,"changed_articles":2"#))
    #expect(answer.output.contains(#"{"change":"type","type":"person → organization","count":2}"#))
    #expect(answer.output.contains(#""name":"Tomas Keller","count":2,"first":"a/one.txt:1""#))
    #expect(answer.output.contains("met [Tomas Keller] in Geneva"))
    let back = try run(["diff", "a", "--before-gazetteer", "mine.tsv", "--format", "json"], in: folder)
    #expect(back.output.contains(#"{"change":"type","type":"organization → person","count":1}"#))
  }

  @Test func diffReadsGraphsKeptFromAnEarlierRun() throws {
    let folder = try folder()
    try addTable(to: folder)
    let kept = try run(["extract", "a", "--format", "jsonl"], in: folder)
    try Data(kept.output.utf8).write(to: folder.appendingPathComponent("before.jsonl"))
    let same = try run(["diff", "a", "--before", "before.jsonl"], in: folder)
    #expect(same.status == 0)
    #expect(same.output.hasPrefix("1 articles, 0 with changes"))
    #expect(
      try run(["diff", "a", "--before", "before.jsonl", "--gazetteer", "mine.tsv"], in: folder).output.contains("person → organization"))
    let unknown = try run(["diff", "b", "--before", "before.jsonl"], in: folder)
    #expect(unknown.status == 1 && unknown.error.contains("b/one.txt"))
  }

  @Test func diffRefusesWhatItCannotCompare() throws {
    let folder = try folder()
    #expect(try run(["diff", "a"], in: folder).status == 64)
    try Data("\n{\"schema\": 1}\n".utf8).write(to: folder.appendingPathComponent("bad.jsonl"))
    let bad = try run(["diff", "a", "--before", "bad.jsonl"], in: folder)
    #expect(bad.status == 1 && bad.error.contains("bad.jsonl:2: expected a graph"))
  }

  @Test func anUnreadableDateOfPublicationIsToldAndNotGuessed() throws {
    let text = #""text": "Maria Duarte spoke on Monday."}"# + "\n"
    let input = #"{"id": "x", "published": "last spring", "# + text + #"{"id": "y", "published": "2025-06-04", "# + text
    let answer = try run(["stream", "--published", "2025-06-18"], in: folder(), input: input)
    let lines = answer.output.split(separator: "\n")
    #expect(answer.status == 0 && lines.count == 2)
    #expect(lines[0].contains(#""kind":"published-unreadable""#))
    #expect(!lines[0].contains(#""timex":"2025"#))
    #expect(lines[1].contains("2025-06-02") && !lines[1].contains("published-unreadable"))
  }

  @Test func severalDocumentsOfLinkedDataAreOneArray() throws {
    let answer = try run(["graph", "--format", "jsonld", "a/one.txt", "b/one.txt"], in: folder())
    #expect((try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [Any])?.count == 2)
  }

  @Test func namesBelowTheConfidenceAreNotMarkedOrNamed() throws {
    let folder = try folder()
    let all = try run(["graph", "--format", "html", "a/one.txt"], in: folder)
    let none = try run(["graph", "--format", "html", "--min-confidence", "1", "a/one.txt"], in: folder)
    #expect(all.output.contains(#"<span class="person""#))
    #expect(!none.output.contains(#"<span class="person""#))
    let quotes = try run(["quotes", "--format", "csv", "--min-confidence", "1", "a/one.txt"], in: folder)
    #expect(!quotes.output.contains("We will sign"))
    #expect(try run(["quotes", "--format", "csv", "a/one.txt"], in: folder).output.contains("Maria Duarte"))
  }

  @Test func linesAreCountedFromOne() throws {
    let folder = try folder()
    try Data("\n\nLISBON — Maria Duarte spoke.\nTomas Keller left.".utf8).write(to: folder.appendingPathComponent("lines.txt"))
    let table = try run(["extract", "lines.txt"], in: folder).output.split(separator: "\n")
    #expect(table.contains { $0.contains("Maria Duarte") && $0.contains(" 3") })
    #expect(table.contains { $0.contains("Tomas Keller") && $0.contains(" 4") })
  }
}
