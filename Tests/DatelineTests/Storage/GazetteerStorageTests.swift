import Foundation
import Testing

@testable import Dateline

/// Tables made of literals; their bytes live as long as the tests.
enum TestTables {
  static func table(_ path: String, _ text: String) -> GazetteerTable {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    return GazetteerTable(path: path, bytes: UnsafeBufferPointer(copy))
  }

  static let nameHeader = "name\ttype\tsubtype\tid\tweight\tflags\taliases\tattributes\tsource\n"

  static let small = [
    table("words/lexicon.tsv", "word\ttags\tlemma\trisk\tsource\nport\tNN\t\t1.0\thand\nthe\tDT\t\t2.0\thand\n"),
    table(
      "names/test.tsv",
      nameHeader + "Port Lindel\tplace\ttown\ttest:1\t5\t\tLindel\tcountry=XX\thand\nHarbor Bank\torganization\tbank\t\t4\t\t\t\thand\n"),
    table("values/own.tsv", "a\tb\n1\t2\n"),
  ]
}

@Suite struct GazetteerStorageTests {
  private func folder() -> String {
    let path = NSTemporaryDirectory() + "dateline-test-\(UInt64.random(in: 0...UInt64.max))"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test func compiledTablesComeBack() throws {
    let file = try GazetteerCompiler.compile(TestTables.small).file()
    #expect(file.names.count == 2)
    #expect(file.lexicon.lexeme("PORT") == file.lexicon.lexeme("port"))
    #expect(file.lexicon.lexeme("absent") == nil)
    #expect(file.table("values/own.tsv").map { String(decoding: $0, as: UTF8.self) } == "a\tb\n1\t2\n")
    #expect(file.table("values/none.tsv") == nil)
    let analysis = Extractor(gazetteer: file).analyze(
      Article(id: "x", input: "The Port Lindel crew met Harbor Bank in Lindel. port lindel".utf8))
    let found = (0..<analysis.matches.count).map { analysis.article.text(analysis.tokens.span(analysis.matches.range($0))) }
    #expect(found == ["Port Lindel", "Lindel", "Harbor Bank", "Lindel"])
    let entry = try #require(analysis.matches.entries(0).first)
    #expect(file.names.name(entry) == "Port Lindel" && file.names.id(entry) == "test:1")
    #expect(file.names.attribute(entry, "country") == "XX" && file.names.attribute(entry, "lat") == nil)
    #expect(file.names.source(entry).table == "names/test.tsv" && file.names.source(entry).line == 2)
  }

  @Test func compilingIsReproducible() throws {
    #expect(try GazetteerCompiler.compile(TestTables.small).bytes == GazetteerCompiler.compile(TestTables.small.reversed()).bytes)
    let changed = Array(TestTables.small.dropLast()) + [TestTables.table("values/own.tsv", "a\tb\n1\t3\n")]
    #expect(GazetteerCompiler.hash(TestTables.small) != GazetteerCompiler.hash(changed))
  }

  @Test(arguments: [
    ("names/bad.tsv", TestTables.nameHeader + "Port\tplanet\t\t\t5\t\t\t\thand\n", 2),
    ("names/bad.tsv", TestTables.nameHeader + "Port\tplace\ttown\t\t5\tshiny\t\t\thand\n", 2),
    ("names/bad.tsv", TestTables.nameHeader + "Ort\tplace\ttown\t\t5\t\t\t\thand\n\tplace\ttown\t\t5\t\t\t\thand\n", 3),
    ("names/bad.tsv", "name\tkind\nPort\tplace\n", 1),
    ("words/classes/bad.tsv", "word\tclass\tforms\tvalue\tsource\nport\tnothing\t\t\thand\n", 2),
    ("words/lexicon.tsv", "word\ttags\tlemma\trisk\tsource\nport\tNOUN\t\t\thand\n", 2),
    ("words/abbreviations.tsv", "abbreviation\tkind\tsource\n# a remark\nfr.\tsometimes\thand\n", 3),
  ]) func faultsSayWhere(_ path: String, _ text: String, _ line: Int) {
    let error = #expect(throws: GazetteerError.self) { try GazetteerCompiler.compile([TestTables.table(path, text)]) }
    #expect(error?.file == path)
    #expect(error?.line == line)
    #expect(error?.message.isEmpty == false && error?.hint.isEmpty == false)
  }

  @Test func damagedFilesAreRefused() throws {
    let good = try GazetteerCompiler.compile(TestTables.small).bytes
    let path = folder() + "/g.bin"
    func refuses(_ bytes: [UInt8], _ what: Comment) {
      #expect(TestFiles.write(bytes, to: path))
      #expect(throws: GazetteerError.self, what) { try GazetteerFile(path: path) }
    }
    refuses([], "empty")
    refuses(Array(good[0..<40]), "only a part of the header")
    refuses(Array(good.dropLast(8)), "truncated")
    var bytes = good
    bytes[0] ^= 1
    refuses(bytes, "another magic")
    bytes = good
    bytes[8] ^= 0x40
    refuses(bytes, "another version")
    bytes = good
    for index in 0..<8 { bytes[GazetteerFormat.headerSize + index] = 0xFF }
    refuses(bytes, "a section that begins beyond the end")
    #expect(TestFiles.write(good, to: path))
    #expect(throws: GazetteerError.self, "compiled from other tables") { try GazetteerFile(path: path, expecting: 1) }
    #expect(throws: GazetteerError.self, "missing") { try GazetteerFile(path: path + ".none") }
    #expect(try GazetteerFile(path: path).names.count == 2)
  }

  /// Several writers of one name never leave half a file.
  @Test func writersDoNotMeet() async throws {
    let path = folder() + "/race.bin"
    let good = try GazetteerCompiler.compile(TestTables.small).bytes
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { TestFiles.write(good, to: path) && (try? GazetteerFile(path: path)) != nil } }
      for await ok in group { #expect(ok) }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
    #expect(names == ["race.bin"])
  }

  @Test func writingWhereNothingCanBeWritten() { #expect(!TestFiles.write([1], to: "/proc/none/at/all.bin")) }

  /// What was used within the month stays, and so does what is none of ours.
  @Test func theCacheDropsWhatIsLongUnused() throws {
    let folder = folder()
    let cache = try #require(GazetteerCache(folder: folder))
    func age(_ name: String, days: Double) throws {
      if !FileManager.default.fileExists(atPath: folder + "/" + name) {
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      }
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -days * 86_400)], ofItemAtPath: folder + "/" + name)
    }
    let compiled = try GazetteerCompiler.compile(TestTables.small)
    let hash = GazetteerCompiler.hash(TestTables.small)
    #expect(cache.file(hash) == nil)
    #expect(cache.keep(compiled, hash)?.names.count == 2)
    let used = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
    try age(used, days: 40)
    #expect(cache.file(hash)?.names.count == 2, "using it makes it young")
    try age("gazetteer-v1-old.bin", days: 40)
    try age("gazetteer-v1-old.bin.77-99", days: 40)
    try age("gazetteer-v1-new.bin", days: 20)
    try age("other.txt", days: 40)
    #expect(cache.keep(try GazetteerCompiler.compile([]), GazetteerCompiler.hash([])) != nil)
    let names = try Set(FileManager.default.contentsOfDirectory(atPath: folder))
    #expect(names.isSuperset(of: [used, "gazetteer-v1-new.bin", "other.txt"]) && names.count == 4)
    #expect(GazetteerCache(folder: "/proc/none/at/all") == nil)
  }

  /// Names of several runs of the tokenizer, and more slots than the trie begins with, are all found where their tables say.
  @Test func manyNamesKeepTheirPlaces() throws {
    func word(_ number: Int) -> String {
      var number = number
      var word = "Q"
      repeat {
        word += ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"][number % 10]
        number /= 10
      } while number > 0
      return word
    }
    var text = TestTables.nameHeader
    // Long names make more nodes than there are names.
    for number in 0..<6_000 {
      text +=
        "\(word(number)) \(word(number * 3)) \(word(number * 7 + 1)) Bank\torganization\tbank\tq:\(number)\t5\t\t\tn=\(number)\thand\n"
    }
    let file = try GazetteerCompiler.compile(TestTables.small + [TestTables.table("names/many.tsv", text)]).file()
    let extractor = Extractor(gazetteer: file)
    for number in stride(from: 7, to: 6_000, by: 599) {
      let name = "\(word(number)) \(word(number * 3)) \(word(number * 7 + 1)) Bank"
      let analysis = extractor.analyze(Article(id: "x", input: "The \(name) fell.".utf8))
      #expect(analysis.matches.count == 1)
      let entry = try #require(analysis.matches.entries(0).first)
      #expect(file.names.name(entry) == name && file.names.id(entry) == "q:\(number)" && file.names.attribute(entry, "n") == "\(number)")
      #expect(file.names.source(entry).line == number + 2)
    }
  }

  /// The binary carries every table of the folder, and nothing else.
  @Test func builtInTablesAreTheFolders() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Gazetteers")
    let files = try #require(FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String])
    let tables = files.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix("rebuild/") }.sorted()
    #expect(GazetteerFile.builtInTables.map(\.path).sorted() == tables, "run python3 Gazetteers/list_tables.py")
    for table in GazetteerFile.builtInTables {
      #expect(try Data(contentsOf: root.appendingPathComponent(table.path)).count == table.bytes.count, "\(table.path)")
    }
  }
}

private enum TestFiles {
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    GazetteerFile.write(to: path) { descriptor in bytes.withUnsafeBytes { GazetteerFile.writeAll($0, to: descriptor) } }
  }
}
