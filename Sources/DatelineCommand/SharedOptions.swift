import ArgumentParser
import Dateline

/// The units of offsets, as an option's value.
enum OffsetsOption: String, ExpressibleByArgument, CaseIterable {
  case scalar, utf8, utf16
  var unit: OffsetUnit { OffsetUnit(rawValue: rawValue) ?? .scalar }
}

/// Options that every command over articles takes.
struct SharedOptions: ParsableArguments {
  @Option(help: "Units of offsets: scalar (code points, as Python counts), utf8 (bytes of the input) or utf16.")
  var offsets: OffsetsOption = .scalar

  @Option(help: ArgumentHelp("Date of publication, for “Monday” and “last month”.", valueName: "YYYY-MM-DD"))
  var published: String?

  @Option(
    help: ArgumentHelp("Names of your own: a TSV file or a folder of them, added to the built-in ones. May be repeated.", valueName: "path")
  )
  var gazetteer: [String] = []

  @Option(
    help: ArgumentHelp(
      "Rules of your own for names: JSON Lines in the format of spaCy's EntityRuler. May be repeated; they win over the model.",
      valueName: "file.jsonl"))
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write only these layers: people,places,organizations,groups,events,products,works,laws,numbers,money,quantities,dates,quotes,facts.",
      valueName: "list"))
  var only: String?

  @Option(help: ArgumentHelp("Drop mentions below this confidence, and what loses all of them.", valueName: "0-1"))
  var minConfidence: Double = 0

  private static let layers: Set<String> = [
    "people", "places", "organizations", "groups", "events", "products", "works", "laws", "numbers", "money", "quantities", "dates",
    "quotes", "facts",
  ]

  func validate() throws {
    if let published, CalendarDate(iso: published) == nil || published.utf8.count != 10 {
      throw ValidationError("--published “\(published)”: expected a date such as 2025-06-02")
    }
    guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence \(minConfidence): expected a number from 0 to 1") }
    for layer in wanted where !SharedOptions.layers.contains(layer) {
      throw ValidationError("--only “\(layer)”: no such layer; known are \(SharedOptions.layers.sorted().joined(separator: ", "))")
    }
  }

  private var wanted: [String] { (only ?? "").split(separator: ",").map(String.init) }

  var date: CalendarDate? { published.flatMap { CalendarDate(iso: $0) } }

  var graph: GraphOptions {
    var options = GraphOptions()
    options.offsets = offsets.unit
    options.minimumConfidence = Float(minConfidence)
    options.only = Set(wanted)
    return options
  }

  /// What keeps to `--min-confidence`, of every layer: tables of one layer name the entities of others.
  func certain(_ analysis: Analysis) -> GraphSelection {
    var options = graph
    options.only = []
    return GraphSelection(analysis, options)
  }

  /// The user's own tables; ends the command with an explanation when one cannot be read.
  func userTables() throws -> [GazetteerTable] {
    var tables: [GazetteerTable] = []
    for path in gazetteer {
      let files = InputFiles.names(in: path, ending: ".tsv")
      for file in files.isEmpty ? [path] : files {
        guard let table = GazetteerTable(path: GazetteerTable.ownPrefix + file, file: file) else {
          complain("\(file): cannot be read; check the path given with --gazetteer")
          throw ExitCode(1)
        }
        tables.append(table)
      }
    }
    return tables
  }

  /// The user's own rules, nil for none; ends the command with an explanation when a line is no rule.
  func openRules(_ gazetteer: GazetteerFile) throws -> UserRules? {
    guard !rules.isEmpty else { return nil }
    var files: [(path: String, bytes: [UInt8])] = []
    for path in rules {
      guard let bytes = InputFiles.read(path) else {
        complain("\(path): cannot be read; check the path given with --rules")
        throw ExitCode(1)
      }
      files.append((path, bytes))
    }
    do throws(RuleFileError) { return try UserRules(files: files, gazetteer: gazetteer) } catch {
      complain("\(error)")
      throw ExitCode(1)
    }
  }

  /// The gazetteer, the user's own tables included; ends the command with an explanation when one of them is faulty.
  func openGazetteer() throws -> GazetteerFile {
    let tables = try userTables()
    do throws(GazetteerError) { return try GazetteerFile.standard(adding: tables) } catch {
      complain("\(error)")
      throw ExitCode(1)
    }
  }
}

/// A command over files: what it writes for each.
struct FileOptions: ParsableArguments {
  @Argument(help: "Files to read; “-” is standard input, a folder stands for its *.txt files.")
  var files: [String]

  @Option(help: ArgumentHelp("Write one file per input into this folder.", valueName: "folder"))
  var output: String?
}
