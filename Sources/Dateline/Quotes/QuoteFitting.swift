/// What the fitting script reads: the candidate quotations of an article with their features, as lines of text.
///
/// `B <cue> <spans>` is a direct quotation, `C <cue> <shape> <spans> <feature>…` a candidate; `spans` are UTF-8 offsets "12-48,60-71",
/// features are named as in `Gazetteers/cues/weights.tsv`, with `|` between its columns.
public struct QuoteFitting {
  private let finder: QuoteFinder
  private let lexicon: Lexicon

  public init(gazetteer: GazetteerFile) {
    finder = QuoteFinder(gazetteer: gazetteer)
    lexicon = gazetteer.lexicon
  }

  public func dump(_ analysis: Analysis) -> String {
    var analysis = analysis
    var output = ""
    finder.withScene(&analysis) { scene, columns in
      DirectBlockFinder.run(scene, &columns)
      for number in 0..<columns.blocks.count {
        let block = columns.blocks[number]
        let ranges = block.segments.map { place in
          let segment = scene.segments[Int(columns.blockSegments[place])]
          return TokenRange(segment.start, segment.end)
        }
        output += "B \(block.cue) \(spans(ranges, scene))\n"
      }
      var finder = CandidateFinder(scene: scene, floor: 0)
      finder.run(&columns)
      for number in 0..<columns.candidates.count {
        let candidate = columns.candidates[number]
        output += "C \(candidate.cue) \(candidate.frame.shape.name) \(spans(candidate.fragments, scene))"
        for feature in scene.table.features(candidate.entry, candidate.frame, lexicon) { output += " " + feature }
        scene.surroundings(candidate).eachFeature(speaker: scene.kind(of: candidate.speaker)) {
          output += " context|" + CandidateContext.names[$0] + "|"
        }
        output += "\n"
      }
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
