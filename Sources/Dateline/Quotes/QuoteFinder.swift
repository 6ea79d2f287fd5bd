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
    // Taken out while the layers are read, since it grows meanwhile.
    var evidence = analysis.evidence
    analysis.evidence = []
    var quotes: [Quote] = []
    var own: [Mention] = []
    var joint = JointSpeakers()
    var candidates: [SpeakerCandidate] = []
    var marked: [MarkedWords] = []
    withScene(&analysis) { scene, columns in
      var finder = CandidateFinder(scene: scene)
      finder.run(&columns)
      if let headline = HeadlineSpeech(scene: scene).find() { columns.insert(headline) }
      ViewpointFinder.run(scene, &columns)
      Transcripts.run(scene, &columns)
      DirectBlockFinder.run(scene, &columns)
      NestedQuotes.run(scene, &columns)
      var writer = QuoteWriter(scene: scene, lexicon: lexicon)
      quotes = writer.write(columns: &columns, &evidence)
      own = writer.firstPerson.found
      joint = writer.joint
      candidates = writer.candidates
      marked = MarkedWordFinder(scene: scene).find(besides: columns.set(.taken), nested: columns.nested)
    }
    analysis.evidence = evidence
    analysis.quotes = quotes
    analysis.speakerCandidates = candidates
    analysis.marked = marked
    if !joint.isEmpty { joint.write(&analysis) }
    note(
      columns.unclosed, "unclosed-quotation",
      "the quotation that opens here is not closed; it is taken to end with its sentence, its paragraph or before its attribution",
      &analysis)
    note(columns.unopened, "unopened-quotation", "no quotation opens before this closing mark", &analysis)
    own.withUnsafeMutableBufferPointer { analysis.merge($0) }
  }

  /// Reports marks that miss their partner.
  private func note(_ marks: Column<Int>, _ kind: String, _ message: String, _ analysis: inout Analysis) {
    for index in 0..<marks.count {
      analysis.diagnostics.append(Diagnostic(kind: kind, start: analysis.tokens.start[marks[index]], message: message))
    }
  }

  /// Calls `body` with the scene of an analysis, its segments found; not for an article without tokens. Columns are worked on apart from the object,
  /// so that no access in the loops is checked for exclusivity.
  func withScene(_ analysis: inout Analysis, _ body: (QuoteScene, inout QuoteColumns) -> Void) {
    var columns = columns
    columns.unclosed.removeAll()
    columns.unopened.removeAll()
    analysis.withLayers { layers in
      columns.read(layers.tokens, layers.bytes.baseAddress!, table.cueSet, marks)
      var pairing = MarkPairing(layers.tokens, columns)
      pairing.run()
      columns.segments = pairing.segments
      columns.nested = pairing.nested
      columns.unclosed = pairing.unclosed
      columns.unopened = pairing.unopened
      let scene = QuoteScene(columns, layers, table: table, words: words)
      scene.readSegments()
      body(scene, &columns)
    }
    self.columns = columns
  }
}
