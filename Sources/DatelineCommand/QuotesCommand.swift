import ArgumentParser
import Dateline

/// `dateline quotes`: who said what.
struct QuotesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, text }
  enum Grouping: String, ExpressibleByArgument, CaseIterable { case speaker }

  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "Who said what: speaker, cue, quotation, line.",
    discussion:
      "EXAMPLES\n  dateline quotes article.txt\n  dateline quotes article.txt --by speaker\n  dateline quotes folder --format csv > quotes.csv"
  )

  @OptionGroup var files: FileOptions
  @Option(help: "table, json, csv or text.") var format: Format = .table
  @Option(help: "Group by speaker.") var by: Grouping?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    switch format {
    case .json: try FileRunner.writeJSON(shared, files)
    case .csv:
      let header = CSV.lines([["id", "line", "kind", "speaker", "status", "cue", "quotation", "role", "addressee", "medium"]])
      try FileRunner(shared: shared, files: files, ending: ".csv", header: header).run { analysis, _ in
        CSV.lines(rows(analysis).map { [analysis.article.id] + $0.cells })
      }
    case .table, .text: try FileRunner(shared: shared, files: files, ending: ".txt").run { analysis, _ in Array(text(analysis).utf8) }
    }
  }

  /// What the tables show of a quotation.
  private struct Row {
    /// Line, kind, speaker, status, cue, quotation, role, addressee, medium.
    var cells: [String]
    /// Under which names `--by speaker` lists it, and together with whom it was said.
    var groups: [(name: String, with: String)]
  }

  private func rows(_ analysis: Analysis) -> [Row] {
    let certain = shared.certain(analysis)
    let lines = LineNumbers(analysis.article)
    return certain.quotes.map { index in
      let quote = analysis.quotes[index]
      let speaker = QuotesCommand.speaker(quote, analysis, among: certain)
      let cells = [
        String(lines.number(of: quote.span.start)), quote.kind.name, speaker, quote.speaker.status.name,
        quote.cue.map { analysis.article.text($0.group) } ?? "", quote.fragments.map { analysis.article.text($0) }.joined(separator: " … "),
        QuotesCommand.role(quote, analysis, among: certain),
        certain.writes(entity: quote.addressee) ? analysis.name(of: analysis.entities[Int(quote.addressee)]) : "",
        quote.medium.map { analysis.article.text($0) } ?? "",
      ]
      return Row(cells: cells, groups: QuotesCommand.groups(quote.speaker.entity, analysis, among: certain) ?? [(speaker, "")])
    }
  }

  /// The names of who speaks: those of all members where several speak together; nil for nobody known.
  private static func groups(_ entity: Int32, _ analysis: Analysis, among certain: GraphSelection) -> [(name: String, with: String)]? {
    guard certain.writes(entity: entity) else { return nil }
    let members = analysis.members(of: analysis.entities[Int(entity)]).map { analysis.name(of: analysis.entities[Int($0)]) }
    guard !members.isEmpty else { return [(analysis.name(of: analysis.entities[Int(entity)]), "")] }
    return members.map { name in (name, members.filter { $0 != name }.joined(separator: ", ")) }
  }

  /// The entity's name where the speaker is resolved, with the words of the text where they differ; the words alone for one not in `certain`.
  static func speaker(_ quote: Quote, _ analysis: Analysis, among certain: GraphSelection) -> String {
    let words = quote.speaker.span.map { analysis.article.text($0) } ?? ""
    guard certain.writes(entity: quote.speaker.entity) else { return words.isEmpty ? "?" : words }
    let name = analysis.name(of: analysis.entities[Int(quote.speaker.entity)])
    return words.isEmpty || words == name || words.hasSuffix(name) ? (words.isEmpty ? name : words) : "\(name) (\(words))"
  }

  /// The first role that the article gives to the speaker, unless the speaker’s words hold it already.
  private static func role(_ quote: Quote, _ analysis: Analysis, among certain: GraphSelection) -> String {
    guard certain.writes(entity: quote.speaker.entity), let role = analysis.entities[Int(quote.speaker.entity)].roles.first else {
      return ""
    }
    if let words = quote.speaker.span, words.contains(role) { return "" }
    return analysis.article.text(role)
  }

  private func text(_ analysis: Analysis) -> String {
    let rows = rows(analysis)
    guard by == .speaker else {
      let widest = Output.isTerminal ? 72 : 400
      var table = TextTable(["LINE", "KIND", "SPEAKER", "ROLE", "CUE", "QUOTATION"], widest: widest)
      for row in rows.map(\.cells) { table.add([row[0], row[1], row[2], row[6], row[4], row[5]]) }
      var others = TextTable(["LINE", "KIND", "MARKED, NOT SAID"], widest: widest)
      let lines = LineNumbers(analysis.article)
      for words in analysis.marked {
        others.add([String(lines.number(of: words.span.start)), words.kind.name, analysis.article.text(words.span)])
      }
      return [table, others].filter { !$0.isEmpty }.map(\.text).joined(separator: "\n")
    }
    var order: [String] = []
    var groups: [String: [String]] = [:]
    for row in rows {
      for group in row.groups {
        if groups[group.name] == nil { order.append(group.name) }
        let with = group.with.isEmpty ? "" : " (with \(group.with))"
        groups[group.name, default: []].append("  \(row.cells[0]): \(row.cells[4])\(with): \(row.cells[5])\n")
      }
    }
    return order.map { name in Output.bold(name) + "\n" + (groups[name] ?? []).joined() }.joined(separator: "\n")
  }
}

/// Comma-separated values as spreadsheets read them.
enum CSV {
  static func lines(_ rows: [[String]]) -> [UInt8] {
    Array(rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined().utf8)
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
