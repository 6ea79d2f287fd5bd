/// Which quotations are speech: what somebody judged, intended, believed or saw is a quotation in the wide sense, but nothing that was said.
struct SpeechCues: Sendable {
  /// Lemmas of cues that report something else than speech.
  private var others: Set<String> = []

  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "cues/reporting.tsv", columns: ["lemma", "class"]) else { return }
    var speech: Set<String> = []
    while reader.next() {
      switch reader.string(1) {
      case "speech", "question", "document": speech.insert(reader.string(0))
      default: others.insert(reader.string(0))
      }
    }
    others.subtract(speech)
  }

  /// Each quotation of a known speaker is a fact of its own, if it was said: in quotation marks, or with a cue of speech.
  func said(_ context: FactContext, _ facts: inout [Fact]) {
    for index in context.quotes.indices where context.quotes[index].speaker.entity >= 0 {
      // By address: a quotation copied would count references.
      let quote = context.quotes.baseAddress! + index
      if quote.pointee.kind != .direct, let cue = quote.pointee.cue, others.contains(cue.lemma) { continue }
      var arguments: [Fact.Argument] = []
      arguments.reserveCapacity(3)
      arguments.append(Fact.Argument(role: "speaker", entity: quote.pointee.speaker.entity))
      arguments.append(Fact.Argument(role: "content", span: quote.pointee.span))
      if quote.pointee.addressee >= 0 { arguments.append(Fact.Argument(role: "addressee", entity: quote.pointee.addressee)) }
      var fact = Fact(predicate: "said", arguments: arguments, span: quote.pointee.span, confidence: 0.8)
      fact.sourceQuote = Int32(index)
      fact.evidence = quote.pointee.evidence
      facts.append(fact)
    }
  }
}
