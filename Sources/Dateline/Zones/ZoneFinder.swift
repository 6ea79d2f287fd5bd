/// Finds headline, byline, dateline, captions, copyright line and related stories; says whether the text is English at all.
struct ZoneFinder {
  private let names: NameTable
  private let cues: LineCues
  private let language: LanguageGuess

  init(gazetteer: GazetteerFile) {
    names = gazetteer.names
    cues = LineCues(gazetteer)
    language = LanguageGuess(gazetteer)
  }

  /// - Complexity: O(tokens).
  func run(_ analysis: inout Analysis) {
    ZoneFinder.repairs(&analysis)
    guard analysis.tokens.count > 0 else { return }
    var zones: [Zone] = []
    var dateline: DatelineParts?
    var code = "en"
    withUnsafePointer(to: &analysis) { analysis in
      let bytes = analysis.pointee.article.bytes.elements
      let columns = TokenColumns(analysis.pointer(to: \.tokens)!)
      code = given(analysis.pointee.article.language) ?? language.read(columns, bytes)
      let page = PageLines(columns, analysis.pointee.tokens.lineStarts.elements, bytes)
      var layout = PageLayout(lines: page.lines, columns: columns, bytes: bytes, cues: cues, names: names)
      layout.read(continues: analysis.pointee.article.continues)
      zones = layout.zones
      dateline = layout.dateline
    }
    zones.sortShort { ($0.span.start, $0.kind.rawValue) < ($1.span.start, $1.kind.rawValue) }
    analysis.zones = zones
    analysis.dateline = dateline
    analysis.language = code
    if code != "en" {
      analysis.diagnostics.append(
        Diagnostic(
          kind: "language", start: analysis.tokens.start[0], message: "the text is not English (\(code)); only tokens and zones were read"))
    }
  }

  /// The language that came with the input, without its region; nil when none did.
  private func given(_ language: String?) -> String? {
    guard let language else { return nil }
    let code = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return code.isEmpty || code == "und" ? nil : code
  }

  /// Says what was done to the input before it could be read.
  static func repairs(_ analysis: inout Analysis) {
    let article = analysis.article
    let count = article.replacementCount
    if count > 0, let first = article.repairs.first(where: { $0.isReplacement }) {
      analysis.diagnostics.append(
        Diagnostic(kind: "invalid-utf8", start: first.repaired - 3, message: "\(count) ill-formed byte sequences replaced by U+FFFD"))
    }
    if let start = LeftMarkup.first(in: article.bytes.elements) {
      analysis.diagnostics.append(
        Diagnostic(
          kind: "markup", start: Int32(truncatingIfNeeded: start),
          message: "HTML is read as text: strip the tags and decode the entities first"))
    }
    if article.cutBytes > 0 {
      analysis.diagnostics.append(
        Diagnostic(
          kind: "cut", start: Int32(truncatingIfNeeded: article.bytes.count),
          message: "the last \(article.cutBytes) bytes lie beyond the limit on size"))
    }
  }
}
