import ArgumentParser
import Dateline

/// `dateline graph`: the article graph.
struct GraphCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case json, jsonld, graphml, dot, cypher, csv, html }

  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "The whole article graph: entities, values, quotations, facts and how they hang together.",
    discussion:
      "EXAMPLES\n  dateline graph article.txt > graph.json\n  dateline graph --format dot article.txt | dot -Tsvg > graph.svg\n  dateline graph folder --output graphs"
  )

  @OptionGroup var files: FileOptions
  @Option(help: "json, jsonld, graphml, dot, cypher, csv or html.") var format: Format = .json
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if format == .json { return try FileRunner.writeJSON(shared, files) }
    if format == .html || format == .graphml, files.output == nil, InputFiles.expand(files.files).count > 1 {
      throw ValidationError("--format \(format.rawValue) makes one document a file: give --output FOLDER for several files")
    }
    let header = format == .csv ? CSV.lines([["source", "relation", "target", "evidence"]]) : []
    // Several documents of JSON-LD on one stream are one array; statements of DOT and Cypher may simply follow each other.
    let frame = format == .jsonld ? FileRunner.Frame.array : .none
    try FileRunner(shared: shared, files: files, ending: "." + format.rawValue, frame: frame, header: header).run { analysis, _ in
      let graph = ExportGraph(analysis, shared.graph)
      switch format {
      case .dot: return Array(DotExport.write(graph).utf8)
      case .graphml: return Array(GraphMLExport.write(graph).utf8)
      case .cypher: return Array(CypherExport.write(graph).utf8)
      case .jsonld: return JSONLDExport.write(graph)
      case .csv:
        return CSV.lines(graph.edges.map { [graph.label($0.from), $0.label, graph.label($0.to), $0.text] })
      case .html: return Array(HTMLExport.write(graph, analysis, shared.graph).utf8)
      case .json: return []
      }
    }
  }
}

/// `dateline schema`: the JSON Schema of the graph.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "schema", abstract: "The JSON Schema of the article graph.")
  func run() { Output.write(GraphSchema.text) }
}
