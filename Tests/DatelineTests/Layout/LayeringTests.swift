import Foundation
import Testing

/// The folders of `Sources/Dateline` in the order of the pipeline: each uses only what stands before it.
@Suite("Layers of the sources") struct LayeringTests {
  /// `Layers` holds what stages hand on (`Analysis` and its parts); the stages stand behind it, `Graph` puts them together.
  static let order = [
    "Text", "JSON", "Lexicon", "Tokens", "Gazetteer", "Storage", "Layers", "Zones", "Phrases", "Values", "Patterns", "Names", "Coreference",
    "Quotes", "Facts", "Graph",
  ]

  private struct Source {
    var folder: String
    var name: String
    var text: String
  }

  private static func sources() throws -> [Source] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Dateline")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    return try paths.map { path in
      // Comments and string literals name what code does not use.
      let code = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        .replacing(try Regex("//[^\\n]*"), with: "").replacing(try Regex("\"(?:\\\\.|[^\"\\\\\\n])*\""), with: "\"\"")
      return Source(folder: path.split(separator: "/").first.map(String.init) ?? "", name: path, text: code)
    }
  }

  @Test("every folder has its place") func folders() throws {
    let found = Set(try LayeringTests.sources().map(\.folder))
    #expect(found == Set(LayeringTests.order), "\(found.symmetricDifference(LayeringTests.order))")
  }

  @Test("no folder uses what comes after it") func uses() throws {
    let sources = try LayeringTests.sources()
    let declaration = try Regex<(Substring, Substring)>(
      "(?m)^(?:public |private |fileprivate |final |indirect )*(?:struct|class|enum|protocol|typealias) (\\w+)")
    var home: [String: Int] = [:]
    for source in sources {
      let place = try #require(LayeringTests.order.firstIndex(of: source.folder))
      for match in source.text.matches(of: declaration) { home[String(match.output.1)] = place }
    }
    #expect(home.count > 150)
    let name = try Regex<Substring>("\\b[A-Z]\\w+")
    for source in sources {
      let place = try #require(LayeringTests.order.firstIndex(of: source.folder))
      let late = Set(source.text.matches(of: name).map { String($0.output) }).filter { home[$0, default: 0] > place }
      #expect(late.isEmpty, "\(source.name) uses \(late.sorted()) of a later folder")
    }
  }
}
