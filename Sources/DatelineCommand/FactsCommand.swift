import ArgumentParser
import Dateline

/// `dateline facts`: typed facts with their evidence.
struct FactsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, text }

  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Typed facts: who holds which office, met, attacked, said to whom.",
    discussion: "EXAMPLES\n  dateline facts article.txt\n  dateline facts folder --format csv > facts.csv")

  @OptionGroup var files: FileOptions
  @Option(help: "table, json, csv or text.") var format: Format = .table
  @OptionGroup var shared: SharedOptions

  func run() throws {
    switch format {
    case .json: try FileRunner.writeJSON(shared, files)
    case .csv:
      let header = CSV.lines([["id", "line", "predicate", "polarity", "modality", "arguments", "evidence"]])
      try FileRunner(shared: shared, files: files, ending: ".csv", header: header).run { analysis, _ in
        CSV.lines(rows(analysis).map { [analysis.article.id] + $0 })
      }
    case .table, .text:
      try FileRunner(shared: shared, files: files, ending: ".txt").run { analysis, _ in
        var table = TextTable(["LINE", "PREDICATE", "POLARITY", "MODALITY", "ARGUMENTS", "EVIDENCE"])
        for row in rows(analysis) { table.add(row) }
        return Array((table.isEmpty ? "" : table.text).utf8)
      }
    }
  }

  private func rows(_ analysis: Analysis) -> [[String]] {
    let certain = shared.certain(analysis)
    let lines = LineNumbers(analysis.article)
    return analysis.facts.sorted { $0.span.start < $1.span.start }.map { fact in
      let arguments = fact.arguments.map { "\($0.role): \(text($0, analysis, certain))" }.joined(separator: "; ")
      return [
        String(lines.number(of: fact.span.start)), fact.predicate.text, fact.isNegative ? "negative" : "positive", fact.modality.name,
        arguments,
        analysis.article.text(fact.span),
      ]
    }
  }

  private func text(_ argument: Fact.Argument, _ analysis: Analysis, _ certain: GraphSelection) -> String {
    if certain.writes(entity: argument.entity) { return analysis.name(of: analysis.entities[Int(argument.entity)]) }
    if argument.value >= 0, Int(argument.value) < analysis.values.count {
      return analysis.article.text(analysis.values[Int(argument.value)].span)
    }
    return argument.span.map { analysis.article.text($0) } ?? ""
  }
}
