import ArgumentParser
import Dateline

/// `dateline diff`: what other tables, other rules or another version change in the names found.
struct DiffCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What a gazetteer, a rule file or another version changes in the names found.",
    discussion: """
      Both runs read the same files. The run “after” uses --gazetteer and --rules; the run “before” uses --before-gazetteer and \
      --before-rules, or graphs written earlier, by another version perhaps.

      EXAMPLES
        dateline diff folder --gazetteer mine.tsv
        dateline diff folder --before-gazetteer old.tsv --gazetteer new.tsv --examples 20
        dateline extract folder --format jsonl > before.jsonl      (with the old version)
        dateline diff folder --before before.jsonl                 (with the new one)
      """)

  @Argument(help: "Files to read; “-” is standard input, a folder stands for its *.txt files.") var files: [String]
  @Option(help: ArgumentHelp("Graphs to compare with, as “extract --format jsonl” wrote them for the same files.", valueName: "file.jsonl"))
  var before: String?
  @Option(help: ArgumentHelp("Names for the run before. May be repeated.", valueName: "path")) var beforeGazetteer: [String] = []
  @Option(help: ArgumentHelp("Rules for the run before. May be repeated.", valueName: "file.jsonl")) var beforeRules: [String] = []
  @Option(help: "Examples of each kind of change.") var examples = 10
  @Option(help: "table or json.") var format: Format = .table
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if before == nil, beforeGazetteer.isEmpty, beforeRules.isEmpty, shared.gazetteer.isEmpty, shared.rules.isEmpty {
      throw ValidationError("nothing to compare: give --gazetteer, --rules, --before-gazetteer, --before-rules or --before")
    }
    if before != nil, !(beforeGazetteer.isEmpty && beforeRules.isEmpty) {
      throw ValidationError("--before holds finished graphs: --before-gazetteer and --before-rules have no meaning beside it")
    }
    if shared.offsets != .scalar { throw ValidationError("diff counts in code points: leave --offsets out") }
    if examples < 0 { throw ValidationError("--examples \(examples): expected 0 or more") }
  }

  func run() throws {
    let after = try Side(shared)
    var kept: [String: GraphNames] = [:]
    var earlier: Side?
    if let before {
      kept = try DiffCommand.graphs(before)
    } else {
      var options = shared
      options.gazetteer = beforeGazetteer
      options.rules = beforeRules
      earlier = try Side(options)
    }
    var differences = NameDifferences()
    let done = try FileRunner.forEachArticle(InputFiles.expand(files), published: shared.date) { article in
      guard let old = try earlier?.names(article) ?? kept[article.id] else {
        complain(
          "\(article.id): \(before ?? "--before") holds no graph with this id; give the paths as they were given when it was written")
        return false
      }
      differences.add(old, try after.names(article), article)
      return true
    }
    switch format {
    case .table: Output.write(table(differences))
    case .json: Output.write(json(differences))
    }
    if !done { throw ExitCode(1) }
  }

  /// One of the two runs.
  private struct Side {
    private let extractor: Extractor
    private let writer: GraphWriter

    init(_ shared: SharedOptions) throws {
      let engine = try Engine(shared)
      extractor = Extractor(gazetteer: engine.gazetteer, rules: engine.rules)
      writer = GraphWriter(gazetteer: engine.gazetteer, rules: engine.rules, options: shared.graph)
    }

    /// - Throws: `GraphNamesError` if our own writer made no graph in code points: a fault of ours, not to be taken for “no names”.
    func names(_ article: Article) throws -> GraphNames {
      var output = JSONOutput(capacity: article.bytes.count * 4)
      writer.write(extractor.analyze(article), into: &output)
      return try output.bytes.withUnsafeBufferPointer { try GraphNames.read($0) }
    }
  }

  /// The graphs of a file, by the ids of their articles; ends the command with an explanation at a line that is none.
  private static func graphs(_ path: String) throws -> [String: GraphNames] {
    guard let bytes = InputFiles.read(path) else {
      complain("\(path): cannot be read; check the path given with --before")
      throw ExitCode(1)
    }
    var graphs: [String: GraphNames] = [:]
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
      do throws(GraphNamesError) {
        let graph = try line.withUnsafeBufferPointer { json throws(GraphNamesError) in try GraphNames.read(json) }
        graphs[graph.id] = graph
      } catch {
        complain("\(path):\(number + 1): \(error.message)")
        throw ExitCode(1)
      }
    }
    return graphs
  }

  /// The examples asked for, kind by kind.
  private func shown(_ differences: NameDifferences) -> [(change: NameDifferences.Change, tally: NameDifferences.Tally)] {
    NameDifferences.Kind.allCases.flatMap { differences.examples($0, most: examples) }
  }

  private func table(_ differences: NameDifferences) -> String {
    var text =
      "\(differences.articles) articles, \(differences.changedArticles) with changes; "
      + "\(differences.namesBefore) names before, \(differences.namesAfter) after\n"
    var totals = TextTable(["CHANGE", "TYPE", "COUNT"])
    for total in differences.totals { totals.add([total.kind.rawValue, total.type, String(total.count)]) }
    guard !totals.isEmpty else { return text }
    text += "\n" + totals.text
    var examples = TextTable(["CHANGE", "TYPE", "NAME", "COUNT", "FIRST", "TEXT"], widest: Output.isTerminal ? 72 : 400)
    for (change, tally) in shown(differences) {
      examples.add([change.kind.rawValue, change.type, change.name, String(tally.count), tally.place, tally.context])
    }
    return examples.isEmpty ? text : text + "\n" + examples.text
  }

  private func json(_ differences: NameDifferences) -> [UInt8] {
    var output = JSONOutput(capacity: 4096)
    output.beginObject()
    output.member("articles", differences.articles)
    output.member("changed_articles", differences.changedArticles)
    output.member("names_before", differences.namesBefore)
    output.member("names_after", differences.namesAfter)
    output.key("totals")
    output.beginArray()
    for total in differences.totals {
      output.beginObject()
      output.member("change", total.kind.rawValue)
      output.member("type", total.type)
      output.member("count", total.count)
      output.endObject()
    }
    output.endArray()
    output.key("examples")
    output.beginArray()
    for (change, tally) in shown(differences) {
      output.beginObject()
      output.member("change", change.kind.rawValue)
      output.member("type", change.type)
      output.member("name", change.name)
      output.member("count", tally.count)
      output.member("first", tally.place)
      output.member("text", tally.context)
      output.endObject()
    }
    output.endArray()
    output.endObject()
    output.newline()
    return output.bytes
  }
}
