import ArgumentParser
import Dateline

/// `dateline extract`: entities and values.
struct ExtractCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, conll, text }

  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "People, places, organizations and values, as a table.",
    discussion: "EXAMPLES\n  dateline extract article.txt --only people,money\n  dateline extract folder --format jsonl > all.jsonl")

  @OptionGroup var files: FileOptions
  @Option(help: "table, json, jsonl, conll or text.") var format: Format = .table
  @OptionGroup var shared: SharedOptions

  func run() throws {
    switch format {
    case .json: try FileRunner.writeJSON(shared, files)
    case .jsonl: try FileRunner.writeJSON(shared, files, asLines: true)
    case .conll:
      try FileRunner(shared: shared, files: files, ending: ".conll").run(inParts: true) { analysis, _ in
        Conll.write(analysis, shared.graph)
      }
    case .table, .text:
      try FileRunner(shared: shared, files: files, ending: ".txt").run { analysis, _ in Array(table(analysis).utf8) }
    }
  }

  private func table(_ analysis: Analysis) -> String {
    let selection = GraphSelection(analysis, shared.graph)
    let lines = LineNumbers(analysis.article)
    var table = TextTable(["TYPE", "NAME", "MENTIONS", "LINE", "ALSO"])
    for index in selection.entities {
      let entity = analysis.entities[index]
      guard let first = analysis.firstMention(of: index) else { continue }
      let type = entity.subtype.isEmpty ? entity.type.name : "\(entity.type.name) (\(entity.subtype))"
      table.add([
        type, analysis.name(of: entity), String(entity.mentions.count + entity.overlaps.count), String(lines.number(of: first.span.start)),
        entity.aliases.map { analysis.article.text($0) }.joined(separator: ", "),
      ])
    }
    var values = TextTable(["KIND", "TEXT", "VALUE", "LINE"])
    for index in selection.values {
      let value = analysis.values[index]
      values.add([value.kind.name, analysis.article.text(value.span), meaning(value), String(lines.number(of: value.span.start))])
    }
    return (table.isEmpty ? "" : table.text) + (values.isEmpty ? "" : "\n" + values.text)
  }

  private func meaning(_ value: Value) -> String {
    if let timex = value.timex { return timex }
    guard let number = value.number else { return "" }
    if value.kind == .score, let low = value.low, let high = value.high { return "\(digits(number))-\(digits(number == low ? high : low))" }
    let digits = digits(number)
    return [value.comparison.name, digits, value.currency?.text ?? value.unit].compactMap { $0 }.joined(separator: " ")
  }

  private func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

/// Tokens a line with BIO labels, an empty line between sentences: the form that taggers are trained on.
enum Conll {
  static func write(_ analysis: Analysis, _ options: GraphOptions) -> [UInt8] {
    let selection = GraphSelection(analysis, options)
    var output = ""
    var next = 0
    for sentence in analysis.sentences {
      for token in sentence.tokens.indices {
        while next < analysis.mentions.count, analysis.mentions[next].tokens.last < token { next += 1 }
        var label = "O"
        if next < analysis.mentions.count, analysis.mentions[next].tokens.first <= token {
          let mention = analysis.mentions[next]
          if mention.form == .name || mention.form == .demonym, mention.confidence >= options.minimumConfidence,
            selection.writes(entity: mention.entity)
          {
            label = (mention.tokens.first == token ? "B-" : "I-") + type(mention, analysis)
          }
        }
        output += analysis.article.text(analysis.tokens.span(token)) + "\t" + label + "\n"
      }
      output += "\n"
    }
    return Array(output.utf8)
  }

  private static func type(_ mention: Mention, _ analysis: Analysis) -> String {
    if mention.form == .demonym { return "MISC" }
    switch analysis.entities[Int(mention.entity)].type {
    case .person: return "PER"
    case .place: return "LOC"
    case .organization: return "ORG"
    default: return "MISC"
    }
  }
}
