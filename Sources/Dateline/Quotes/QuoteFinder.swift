/// Finds quotations and their speakers.
///
/// Marks first, then direct speech, then the cues of every sentence; the most probable candidates win where contents
/// overlap. Rules and figures come from counts over news (`Gazetteers/cues`).
///
/// - Complexity: O(tokens); every look-ahead is bounded by `QuoteScene.reach`.
struct QuoteFinder {
  let gazetteer: GazetteerFile
  private let table: CueTable
  private let words: FunctionWords

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    table = CueTable(gazetteer)
    words = FunctionWords(gazetteer.lexicon)
  }

  func run(_ analysis: inout Analysis) {
    guard analysis.tokens.count > 0, analysis.phrases.nounOf.count == analysis.tokens.count else { return }
    var scene = QuoteScene(analysis, table: table, lexicon: gazetteer.lexicon, words: words)
    for open in scene.readSegments() {
      analysis.diagnostics.append(
        Diagnostic(kind: "unclosed-quotation", start: analysis.tokens.start[open], message: "the quotation that opens here is not closed"))
    }
    let candidates = QuoteFinder.candidates(scene, analysis)
    var blocks = DirectBlockFinder(scene)
    blocks.run()
    let writer = QuoteWriter(scene: scene)
    writer.write(blocks.blocks, candidates, into: &analysis)
  }

  /// Every candidate of every sentence.
  static func candidates(_ scene: QuoteScene, _ analysis: Analysis, floor: Float = CandidateFinder.threshold) -> [QuoteCandidate] {
    let finder = CandidateFinder(scene: scene, floor: floor)
    var candidates: [QuoteCandidate] = []
    scene.table.withBits { cues in
      _ = scene.tokens.withColumns { tokens in
        for sentence in analysis.sentences { finder.find(sentence.tokens, tokens, cues, analysis, into: &candidates) }
      }
    }
    return candidates
  }

  /// The scene of an analysis, with its segments; for fitting and tests.
  func scene(_ analysis: Analysis) -> QuoteScene {
    var scene = QuoteScene(analysis, table: table, lexicon: gazetteer.lexicon, words: words)
    _ = scene.readSegments()
    return scene
  }
}
