/// Who said what: each quotation of a known speaker is a fact of its own, if it was said, in quotation marks or with a cue of speech.
struct SpeechFacts {
  let context: FactContext

  func find(into facts: inout [Fact]) {
    for index in context.quotes.indices where context.quotes[index].speaker.entity >= 0 {
      // By address: a quotation copied would count references.
      let quote = context.quotes.baseAddress! + index
      guard quote.pointee.kind == .direct || quote.pointee.cue?.isSpeech ?? true else { continue }
      let speaker = Fact.Argument(role: "speaker", entity: quote.pointee.speaker.entity)
      let content = Fact.Argument(role: "content", span: quote.pointee.span)
      // Written out: an array that grows costs three times as much.
      let arguments =
        quote.pointee.addressee < 0
        ? [speaker, content] : [speaker, content, Fact.Argument(role: "addressee", entity: quote.pointee.addressee)]
      var fact = Fact(predicate: "said", arguments: arguments, span: quote.pointee.span, confidence: 0.8)
      fact.sourceQuote = Int32(truncatingIfNeeded: index)
      fact.evidence = quote.pointee.evidence
      facts.append(fact)
    }
  }
}
