import ArgumentParser
import Dateline

/// `dateline explain`: why a span was tagged, or why not.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Why a span was tagged, what lost against it, and why a span was not tagged.",
    discussion: "EXAMPLES\n  dateline explain article.txt --find Moscow\n  dateline explain article.txt --at 3:17")

  @Argument(help: "A file, or “-”.") var file: String
  @Option(help: ArgumentHelp("A place in the text: line and column, both from 1, columns in code points.", valueName: "line:column"))
  var at: String?
  @Option(help: "A text to look for; every place where it stands is explained.") var find: String?
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (at == nil) != (find == nil) else { throw ValidationError("give either --at LINE:COLUMN or --find TEXT") }
    if let at, position(at) == nil { throw ValidationError("--at “\(at)”: expected LINE:COLUMN, such as 3:17") }
  }

  private func position(_ text: String) -> (line: Int, column: Int)? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 && parts[0] > 0 && parts[1] > 0 ? (parts[0], parts[1]) : nil
  }

  func run() throws {
    let gazetteer = try shared.openGazetteer()
    guard let bytes = InputFiles.read(file) else {
      complain("\(file): cannot be read; expected a text file")
      throw ExitCode(1)
    }
    let extractor = Extractor(gazetteer: gazetteer, rules: try shared.openRules(gazetteer))
    let article = Article(id: file, input: bytes, published: shared.date)
    let spans = places(article.bytes)
    guard !spans.isEmpty else {
      complain(find.map { "“\($0)” does not occur in \(file)" } ?? "\(file) has no text at \(at ?? "")")
      throw ExitCode(1)
    }
    let numbers = LineNumbers(article)
    extractor.analyzeParts(article) { part, start in
      let explanation = Explanation(analysis: part, start: Int32(start), numbers: numbers, gazetteer: gazetteer, extractor: extractor)
      for span in spans where Int(span.start) >= start && Int(span.start) < start + part.article.bytes.count {
        Output.write(explanation.text(Span(Int(span.start) - start, Int(span.end) - start)))
      }
    }
  }

  private func places(_ bytes: [UInt8]) -> [Span] {
    if let find {
      let wanted = Array(find.utf8)
      guard !wanted.isEmpty, wanted.count <= bytes.count else { return [] }
      return (0...bytes.count - wanted.count).filter { bytes[$0...].starts(with: wanted) }.prefix(50).map { Span($0, $0 + wanted.count) }
    }
    guard let (line, column) = at.flatMap(position) else { return [] }
    var current = 1
    var offset = 0
    while current < line, offset < bytes.count {
      if bytes[offset] == 10 { current += 1 }
      offset += 1
    }
    guard current == line else { return [] }
    var left = column - 1
    while left > 0, offset < bytes.count, bytes[offset] != 10 {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset < bytes.count ? [Span(offset, offset + 1)] : []
  }
}

/// What is known of one span, as text.
struct Explanation {
  let analysis: Analysis
  /// Where in the text what was analyzed begins.
  let start: Int32
  let numbers: LineNumbers
  let gazetteer: GazetteerFile
  let extractor: Extractor

  func text(_ span: Span) -> String {
    var lines = [
      "\(Output.bold("“\(analysis.article.text(span))”")) at line \(numbers.number(of: start + span.start)), "
        + "bytes \(start + span.start)-\(start + span.end)"
    ]
    var tagged = false
    for mention in analysis.mentions where mention.span.overlaps(span) {
      tagged = true
      let entity = analysis.entities[Int(mention.entity)]
      lines.append(
        "  \(mention.form.name) of \(entity.type.name) “\(analysis.name(of: entity))”: “\(analysis.article.text(mention.span))”, confidence \(hundredths(mention.confidence))"
      )
      for index in mention.evidence {
        let item = analysis.evidence[Int(index)]
        // Rules decide, features weigh.
        lines.append("    \(item.kind.name) \(item.id)" + (item.weight == 0 ? "" : " \(hundredths(item.weight))"))
      }
    }
    for value in analysis.values where value.span.overlaps(span) {
      tagged = true
      lines.append("  \(value.kind.name) “\(analysis.article.text(value.span))”\(value.timex.map { " " + $0 } ?? ""), rule \(value.rule)")
    }
    let everything = GraphSelection(analysis, GraphOptions())
    for quote in analysis.quotes where quote.fragments.contains(where: { $0.overlaps(span) }) {
      tagged = true
      lines.append(
        "  in \(quote.kind == .indirect ? "an" : "a") \(quote.kind.name) quotation of \(QuotesCommand.speaker(quote, analysis, among: everything)) (\(quote.speaker.status.name)), "
          + "confidence \(hundredths(quote.confidence))"
      )
      if quote.outer >= 0 {
        lines.append("    inside the quotation of \(QuotesCommand.speaker(analysis.quotes[Int(quote.outer)], analysis, among: everything))")
      }
      for index in quote.speaker.candidates {
        let candidate = analysis.speakerCandidates[Int(index)]
        lines.append("    candidate “\(analysis.name(of: analysis.entities[Int(candidate.entity)]))” \(hundredths(candidate.score))")
      }
      for index in quote.evidence { lines.append("    \(analysis.evidence[Int(index)].kind.name) \(analysis.evidence[Int(index)].id)") }
    }
    for words in analysis.marked where words.span.overlaps(span) {
      tagged = true
      lines.append("  \(words.kind.name) between marks: “\(analysis.article.text(words.span))”, not said")
    }
    if !tagged { lines.append("  untagged") }
    lines += proposals(span)
    if !tagged, let reason = reason(span) { lines.append("  no name: " + reason) }
    for match in 0..<analysis.matches.count where analysis.tokens.span(analysis.matches.range(match)).overlaps(span) {
      for entry in analysis.matches.entries(match).prefix(6) {
        lines.append("  gazetteer: " + Describe.entry(entry, gazetteer))
      }
    }
    let first = analysis.tokens.token(at: span.start)
    var token = first
    while token < analysis.tokens.count, analysis.tokens.start[token] < span.end {
      lines.append(Describe.word(token, analysis, gazetteer))
      token += 1
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// The readings that the name decoder weighed here, best first.
  private func proposals(_ span: Span) -> [String] {
    extractor.proposals(analysis, overlapping: span).prefix(8).map { proposal in
      let features = proposal.evidence.map { "\($0.id) \(hundredths($0.weight))" }.joined(separator: ", ")
      return
        "  \(proposal.isChosen ? "chosen" : "lost  ") \(proposal.type.name) “\(analysis.article.text(proposal.span))” score \(hundredths(proposal.score)): \(features)"
    }
  }

  /// Why a capitalized word is no name; nil for any other word.
  private func reason(_ span: Span) -> String? {
    let token = analysis.tokens.token(at: span.start)
    guard token < analysis.tokens.count, analysis.tokens.is(token, .capitalized) else { return nil }
    if let best = extractor.proposals(analysis, overlapping: span).first {
      let reading = "the best reading, \(best.type.name)"
      guard best.score > 0 else { return "\(reading), scores \(hundredths(best.score)); a name must score above 0" }
      return "\(reading) “\(analysis.article.text(best.span))”, scores \(hundredths(best.score)), less than other readings of its words"
    }
    let opens = analysis.tokens.is(token, .sentenceStart) ? ", capitalized since a sentence begins here" : ""
    if analysis.tokens.has(token, .closed) { return "a function word\(opens), with which no name begins" }
    let risk = gazetteer.lexicon.info(analysis.tokens.lexeme[token]).risk
    if !opens.isEmpty, risk > 0 { return "a word more common in lower case\(opens)" }
    return "no reading was considered\(opens)"
  }

  private func hundredths(_ value: Float) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    let scaled = Int((value * 100).rounded())
    let digits = String(abs(scaled) % 100)
    return (scaled < 0 ? "-" : "") + "\(abs(scaled) / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
