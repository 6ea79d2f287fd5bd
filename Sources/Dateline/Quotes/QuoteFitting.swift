/// What the fitting script reads: the candidate quotations of an article with their features, as lines of text.
///
/// `B <cue> <spans>` is a direct quotation, `C <cue> <shape> <spans> <feature>…` a candidate; `spans` are UTF-8 offsets "12-48,60-71",
/// features are named as in `Gazetteers/cues/weights.tsv`, with `|` between its columns.
public struct QuoteFitting {
  private let finder: QuoteFinder

  public init(gazetteer: GazetteerFile) { finder = QuoteFinder(gazetteer: gazetteer) }

  public func dump(_ analysis: Analysis) -> String {
    let scene = finder.scene(analysis)
    var blocks = DirectBlockFinder(scene)
    blocks.run()
    var output = ""
    for block in blocks.blocks {
      let ranges = block.segments.map { TokenRange(scene.segments[$0].start, scene.segments[$0].end) }
      output += "B \(block.cue) \(spans(ranges, scene))\n"
    }
    for candidate in QuoteFinder.candidates(scene, analysis, floor: 0) {
      output += "C \(candidate.cue) \(candidate.frame.shape.name) \(spans(candidate.fragments, scene))"
      for feature in scene.table.features(candidate.entry, candidate.frame, scene.lexicon) { output += " " + feature }
      scene.context(candidate, analysis) { output += " context|" + CandidateContext.names[$0] + "|" }
      output += "\n"
    }
    return output
  }

  private func spans(_ ranges: some Sequence<TokenRange>, _ scene: QuoteScene) -> String {
    ranges.map { range in
      let span = scene.tokens.span(range)
      return "\(span.start)-\(span.end)"
    }.joined(separator: ",")
  }
}
