import ArgumentParser
import Dateline

/// The `dateline` command.
@main
struct DatelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Reads news and says who, where, how much and who said what, with the evidence for each.",
    discussion: """
      EXAMPLES
        dateline extract article.txt                  a table of names and values
        dateline quotes article.txt --by speaker      who said what
        dateline graph article.txt > graph.json       everything, as JSON
        dateline graph --format dot article.txt | dot -Tsvg > graph.svg
        dateline stream --threads 4 < articles.jsonl > graphs.jsonl
        dateline explain article.txt --find Moscow    why a word was tagged, or why not
      """,
    subcommands: [
      ExtractCommand.self, QuotesCommand.self, FactsCommand.self, GraphCommand.self, StreamCommand.self, ExplainCommand.self,
      DiffCommand.self, GazetteerCommand.self,
      SchemaCommand.self,
    ])

  @Flag(help: "Print the versions of the program, of ICU and of the tables.") var version = false

  func run() throws {
    // Asked for here, not in the configuration: that would open the gazetteer for every command.
    guard version else { throw CleanExit.helpRequest(self) }
    Output.write(Engine.description + "\n")
  }
}

/// The gazetteer and the rules that a command runs with.
struct Engine {
  let gazetteer: GazetteerFile
  let rules: UserRules?

  init(_ shared: SharedOptions) throws {
    gazetteer = try shared.openGazetteer()
    rules = try shared.openRules(gazetteer)
  }

  /// What `--version` prints.
  static var description: String {
    let hash = (try? GazetteerFile.standard())?.hash ?? "unavailable"
    return "dateline \(GraphWriter.engineVersion)\nicu \(GraphWriter.icuVersion)\ngazetteer \(hash)\nrules \(EngineRules.hash())"
  }
}

/// Says what went wrong on standard error.
func complain(_ message: String) { Output.error("dateline: \(message)\n") }
