import ArgumentParser
import Dateline

/// `dateline gazetteer`: the names that the extractor knows.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "The names the extractor knows, and where each comes from.",
    subcommands: [Lookup.self, Stats.self, Check.self, Build.self])

  /// Prints the readings of a name and what the lexicon knows of its words.
  struct Lookup: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What a name can mean: every reading with its table and line.")
    @Argument(help: "A name, as it stands in a text.") var name: [String]
    @OptionGroup var shared: SharedOptions

    func run() throws {
      let gazetteer = try shared.openGazetteer()
      let text = name.joined(separator: " ")
      let analysis = Extractor(gazetteer: gazetteer).analyze(Article(id: "lookup", input: Array(text.utf8)))
      var found = false
      for match in 0..<analysis.matches.count where analysis.matches.range(match).count == analysis.tokens.count {
        for entry in analysis.matches.entries(match) {
          found = true
          Output.write(Describe.entry(entry, gazetteer) + "\n")
        }
      }
      for token in 0..<analysis.tokens.count { Output.write(Describe.word(token, analysis, gazetteer) + "\n") }
      if !found {
        complain("no entry is named “\(text)”")
        throw ExitCode(1)
      }
    }
  }

  /// Counts entries by table and type.
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "How many names there are, by table and type.")
    @OptionGroup var shared: SharedOptions

    func run() throws {
      let gazetteer = try shared.openGazetteer()
      var counts: [String: Int] = [:]
      for entry in 0..<gazetteer.names.count {
        let key = gazetteer.names.source(EntryID(entry)).table + "\t\(gazetteer.names.type(EntryID(entry)))"
        counts[key, default: 0] += 1
      }
      var table = TextTable(["TABLE", "TYPE", "ENTRIES"])
      for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
        table.add(key.split(separator: "\t").map(String.init) + [String(count)])
      }
      Output.write(table.text)
      Output.write("\(gazetteer.lexicon.count) words, \(gazetteer.names.count) entries, hash \(gazetteer.hash)\n")
    }
  }

  /// Compiles the tables afresh and says what is wrong with them.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check tables: file and line of everything that is wrong.")
    @OptionGroup var shared: SharedOptions

    func run() throws {
      let gazetteer = try shared.openGazetteer()
      Output.write("ok: \(gazetteer.lexicon.count) words, \(gazetteer.names.count) entries\n")
    }
  }

  /// Writes the compiled file.
  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile the tables into one file; DATELINE_GAZETTEER=FILE then uses it instead of the cache.")
    @Option(help: "Where to write.") var output: String
    @OptionGroup var shared: SharedOptions

    func run() throws {
      let tables = GazetteerFile.builtInTables + (try shared.userTables())
      let compiled: CompiledGazetteer
      do throws(GazetteerError) { compiled = try GazetteerCompiler.compile(tables) } catch {
        complain("\(error)")
        throw ExitCode(1)
      }
      guard compiled.write(to: output) else {
        complain("\(output): cannot be written")
        throw ExitCode(1)
      }
      Output.write("\(output): \(compiled.byteCount) bytes\n")
    }
  }
}

/// Descriptions of gazetteer entries and words for people.
enum Describe {
  static func entry(_ entry: EntryID, _ gazetteer: GazetteerFile) -> String {
    let names = gazetteer.names
    let source = names.source(entry)
    let parts = [names.id(entry), names.attributes(entry)].filter { !$0.isEmpty }.joined(separator: " ")
    return
      "\(names.type(entry)) (\(names.subtypeName(entry))) \(names.name(entry)), prominence \(names.weight(entry))\(parts.isEmpty ? "" : ", " + parts)"
      + " — \(source.isOwn ? "" : "Gazetteers/")\(source.table):\(source.line)"
  }

  static func word(_ token: Int, _ analysis: Analysis, _ gazetteer: GazetteerFile) -> String {
    let info = gazetteer.lexicon.info(analysis.tokens.lexeme[token])
    var parts = ["tag \(analysis.tokens.tag[token])"]
    let classes = WordClass.allCases.filter { analysis.tokens.has(token, $0) }
    if !classes.isEmpty { parts.append("classes " + classes.map { "\($0)" }.joined(separator: " ")) }
    if info.given > 0 { parts.append("given name \(info.given) of 3") }
    if info.surname > 0 { parts.append("surname \(info.surname) of 3") }
    if info.risk != -128 { parts.append("case risk \(Double(info.risk) / 10)") }
    return "  word “\(analysis.article.text(analysis.tokens.span(token)))”: " + parts.joined(separator: ", ")
  }
}
