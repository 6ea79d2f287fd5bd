#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension QuoteWriter {
  /// How often speech within speech is right.
  private static let nested: Float = 0.9
  /// How many of the last quotations may hold it: nothing but other nested ones stands between.
  private static let nearest = 16

  /// Writes a quotation inside one of those written before; false where none of them holds it, as inside a title.
  mutating func write(_ nested: NestedQuote, _ quotes: inout [Quote], _ evidence: inout [Evidence]) -> Bool {
    let parts = nested.parts.map { scene.tokens.span($0) }
    let near = quotes.indices.suffix(QuoteWriter.nearest)
    guard let outer = near.last(where: { quotes[$0].outer < 0 && quotes[$0].span.contains(parts[0]) }) else { return false }
    let speaker = resolver.resolve(nested.speaker, within: quotes[outer].speaker)
    let rule = Evidence(.rule, "quote.nested", log(QuoteWriter.nested / (1 - QuoteWriter.nested)))
    quotes.append(
      Quote(
        kind: nested.first.isDirect ? .direct : .mixed, fragments: Quote.Fragments(parts), tokens: nested.tokens,
        cue: cue(nested.cue, scene.verbCue(nested.cue)), speaker: speaker, addressee: -1, confidence: QuoteWriter.nested,
        evidence: QuoteWriter.record(rule, nested.speaker, &evidence)))
    quotes[quotes.count - 1].outer = Int32(truncatingIfNeeded: outer)
    if firstPerson.isKnown(speaker, scene.layers) {
      for part in nested.parts { firstPerson.note(nested: part, speaker.entity, scene, &evidence) }
    }
    return true
  }
}
