/// Finds quotations and their speakers. One per worker.
///
/// Marks first, then direct speech, then the cues of every sentence; the most probable candidates win where contents
/// overlap. Rules and figures come from counts over news (`Gazetteers/cues`).
///
/// - Complexity: O(tokens); every look-ahead is bounded by `QuoteScene.reach`.
final class QuoteFinder {
  private let lexicon: Lexicon
  private let table: CueTable
  private let words: FunctionWords
  private let marks = MarkTable()
  private var columns = QuoteColumns()

  init(gazetteer: GazetteerFile) {
    lexicon = gazetteer.lexicon
    table = CueTable(gazetteer)
    words = FunctionWords(gazetteer.lexicon)
  }

  deinit {
    marks.deallocate()
    columns.deallocate()
  }

  /// Writes `Analysis.quotes`, and the mentions that are I, me and my in them.
  func run(_ analysis: inout Analysis) {
    guard analysis.tokens.count > 0, analysis.phrases.nounOf.count == analysis.tokens.count else { return }
    // Taken out while the analysis is read: it grows meanwhile, and must not be copied for that.
    var evidence = analysis.evidence
    analysis.evidence = []
    let (quotes, own) = find(analysis, &evidence)
    analysis.evidence = evidence
    analysis.quotes = quotes
    for index in 0..<columns.unclosed.count {
      analysis.diagnostics.append(
        Diagnostic(
          kind: "unclosed-quotation", start: analysis.tokens.start[columns.unclosed[index]],
          message: "the quotation that opens here is not closed"))
    }
    analysis.merge(own)
  }

  private func find(_ analysis: Analysis, _ evidence: inout [Evidence]) -> (quotes: [Quote], own: [Mention]) {
    withScene(analysis) { scene, columns in
      var finder = CandidateFinder(scene: scene)
      finder.run(analysis, &columns)
      DirectBlockFinder.run(scene, &columns)
      var writer = QuoteWriter(scene: scene, lexicon: lexicon)
      let quotes = writer.write(columns: &columns, analysis, &evidence)
      return (quotes, writer.firstPerson.found)
    }
  }

  /// Calls `body` with the scene of an analysis, its segments found. Columns are worked on apart from the object, so that no access in the loops is
  /// checked for exclusivity.
  func withScene<Result>(_ analysis: Analysis, _ body: (QuoteScene, inout QuoteColumns) -> Result) -> Result {
    var columns = columns
    defer { self.columns = columns }
    let result = analysis.tokens.withColumns { tokens in
      analysis.phrases.withColumns { phrases in
        analysis.article.bytes.withUnsafeBufferPointer { bytes in
          columns.read(tokens, bytes.baseAddress!, analysis.mentions, table.bits, marks)
          var pairing = MarkPairing(tokens, columns)
          pairing.run()
          columns.segments = pairing.segments
          columns.unclosed = pairing.unclosed
          let scene = QuoteScene(columns, tokens, phrases, zones: analysis.zones, table: table, words: words)
          scene.readSegments()
          return body(scene, &columns)
        }
      }
    }
    return result!
  }
}
