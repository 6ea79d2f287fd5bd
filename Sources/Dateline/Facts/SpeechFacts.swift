/// Who said what: each quotation of a known speaker is a fact of its own, if it was said, in quotation marks or with a cue of speech.
struct SpeechFacts {
  let context: FactContext

  func find(into facts: inout [Fact]) {
    for index in context.quotes.indices where context.quotes[index].speaker.entity >= 0 {
      // By address: a quotation copied would count references.
      let quote = context.quotes.baseAddress! + index
      guard quote.pointee.kind == .direct || quote.pointee.cue?.isSpeech ?? true else { continue }
      var arguments = Fact.Arguments(
        Fact.Argument(role: "speaker", entity: quote.pointee.speaker.entity), Fact.Argument(role: "content", span: quote.pointee.span))
      if quote.pointee.addressee >= 0 { arguments.append(Fact.Argument(role: "addressee", entity: quote.pointee.addressee)) }
      var fact = Fact(predicate: "said", arguments: arguments, span: quote.pointee.span, confidence: 0.8)
      fact.sourceQuote = Int32(truncatingIfNeeded: index)
      let outer = Int(quote.pointee.outer)
      if outer >= 0 {
        // That it was said is what somebody else says.
        fact.source = .speaker
        fact.sourceEntity = context.quotes[outer].speaker.entity
        fact.modality = .reported
      }
      fact.evidence = quote.pointee.evidence
      facts.append(fact)
    }
  }
}
