/// A long text, put together out of the analyses of its parts: what the graph is written from. Tokens, phrases and matches are not kept.
struct LongText {
  private var whole: Analysis
  private var registry = EntityRegistry()
  private var lists = EvidenceLists()
  /// Tokens of the parts so far.
  private var tokens: Int32 = 0
  private var hasEnglish = false
  /// The last zone of kind body.
  private var body: Int?

  init(_ article: Article) {
    whole = Analysis(article: article)
    ZoneFinder.repairs(&whole)
  }

  /// The date of publication, as far as the parts so far tell.
  var published: CalendarDate? { whole.published }

  /// Appends the analysis of the next part.
  ///
  /// - Parameter range: where in the text the part stands.
  /// - Complexity: O(what was found in the part).
  mutating func append(_ part: borrowing Analysis, at range: Range<Int>) {
    let offset = Int32(truncatingIfNeeded: range.lowerBound)
    if offset == 0 {
      whole.dateline = part.dateline
      whole.publishedInText = part.publishedInText
      whole.language = part.language
    }
    if part.language == "en" { hasEnglish = true }
    let numbers = registry.take(part, at: offset, into: &whole)
    zones(part, offset)
    makeRoom(for: part, Double(whole.article.bytes.count) / Double(max(1, range.upperBound)))
    for sentence in part.sentences {
      whole.sentences.append(Sentence(tokens: sentence.tokens.moved(by: tokens), span: sentence.span.moved(by: offset)))
    }
    for found in part.mentions { whole.mentions.append(mention(found, part, numbers, offset)) }
    for found in part.overlaps { whole.overlaps.append(mention(found, part, numbers, offset)) }
    statements(part, numbers, offset)
    for words in part.marked { whole.marked.append(MarkedWords(kind: words.kind, span: words.span.moved(by: offset))) }
    tokens += Int32(truncatingIfNeeded: part.tokens.count)
  }

  /// The analysis of the whole text.
  consuming func finish() -> Analysis {
    if hasEnglish { whole.language = "en" }
    let bytes = whole.article.bytes.elements
    for index in whole.entities.indices where whole.entities[index].aliases.count > 1 {
      whole.entities[index].aliases.sort { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    }
    whole.chainMentions()
    whole.chainOverlaps()
    Salience.run(&whole)
    return whole
  }

  // MARK: Layers

  private mutating func zones(_ part: borrowing Analysis, _ offset: Int32) {
    for zone in part.zones {
      let span = zone.span.moved(by: offset)
      guard zone.kind == .body else {
        whole.zones.append(Zone(kind: zone.kind, span: span))
        continue
      }
      // The body goes on, unless a copyright line or related stories stood below it.
      if let last = body, !whole.zones[last...].contains(where: { $0.span.start >= whole.zones[last].span.end }) {
        whole.zones[last].span.end = span.end
      } else {
        body = whole.zones.count
        whole.zones.append(Zone(kind: .body, span: span))
      }
    }
    for diagnostic in part.diagnostics {
      // That the text is not English is said once.
      if diagnostic.kind == "language", whole.diagnostics.last?.message == diagnostic.message { continue }
      whole.diagnostics.append(Diagnostic(kind: diagnostic.kind, start: diagnostic.start + offset, message: diagnostic.message))
    }
  }

  private mutating func mention(_ mention: Mention, _ part: borrowing Analysis, _ numbers: [Int32], _ offset: Int32) -> Mention {
    Mention(
      span: mention.span.moved(by: offset), tokens: mention.tokens.moved(by: tokens), form: mention.form,
      entity: LongText.moved(mention.entity, numbers), confidence: mention.confidence,
      evidence: lists.place(mention.evidence, of: part.evidence, in: &whole.evidence))
  }

  /// Values, quotations and facts, which name each other by number.
  private mutating func statements(_ part: borrowing Analysis, _ numbers: [Int32], _ offset: Int32) {
    let values = Int32(truncatingIfNeeded: whole.values.count)
    let quotes = Int32(truncatingIfNeeded: whole.quotes.count)
    let candidates = Int32(truncatingIfNeeded: whole.speakerCandidates.count)
    for found in part.values {
      var value = found
      value.span = value.span.moved(by: offset)
      value.tokens = value.tokens.moved(by: tokens)
      value.of = value.of?.moved(by: offset)
      whole.values.append(value)
    }
    for candidate in part.speakerCandidates {
      whole.speakerCandidates.append(SpeakerCandidate(entity: LongText.moved(candidate.entity, numbers), score: candidate.score))
    }
    for found in part.quotes {
      var quote = found
      quote.move(by: offset, tokens: tokens)
      quote.speaker.entity = LongText.moved(quote.speaker.entity, numbers)
      quote.speaker.candidates = quote.speaker.candidates.lowerBound + candidates..<quote.speaker.candidates.upperBound + candidates
      quote.addressee = LongText.moved(quote.addressee, numbers)
      if quote.outer >= 0 { quote.outer += quotes }
      quote.evidence = lists.place(quote.evidence, of: part.evidence, in: &whole.evidence)
      whole.quotes.append(quote)
    }
    for found in part.facts {
      var fact = found
      fact.span = fact.span.moved(by: offset)
      fact.arguments = fact.arguments.changed {
        $0.entity = LongText.moved($0.entity, numbers)
        if $0.value >= 0 { $0.value += values }
        $0.span = $0.span?.moved(by: offset)
      }
      if fact.time >= 0 { fact.time += values }
      fact.place = LongText.moved(fact.place, numbers)
      fact.sourceEntity = LongText.moved(fact.sourceEntity, numbers)
      if fact.sourceQuote >= 0 { fact.sourceQuote += quotes }
      fact.evidence = lists.place(fact.evidence, of: part.evidence, in: &whole.evidence)
      whole.facts.append(fact)
    }
  }

  private static func moved(_ entity: Int32, _ numbers: [Int32]) -> Int32 { entity >= 0 ? numbers[Int(entity)] : entity }

  /// Makes room for what the part adds and, should the text go on as it began, for the rest of it: a list that doubles when it is full needs up to
  /// three times its memory meanwhile. Room that is not used costs nothing.
  ///
  /// - Parameter factor: how often what has been read goes into the whole text.
  private mutating func makeRoom(for part: borrowing Analysis, _ factor: Double) {
    LongText.makeRoom(in: &whole.sentences, for: part.sentences.count, factor)
    LongText.makeRoom(in: &whole.mentions, for: part.mentions.count, factor)
    LongText.makeRoom(in: &whole.overlaps, for: part.overlaps.count, factor)
    LongText.makeRoom(in: &whole.values, for: part.values.count, factor)
    LongText.makeRoom(in: &whole.quotes, for: part.quotes.count, factor)
    LongText.makeRoom(in: &whole.facts, for: part.facts.count, factor)
  }

  private static func makeRoom<Element>(in list: inout [Element], for more: Int, _ factor: Double) {
    let needed = list.count + more
    if needed > list.capacity { list.reserveCapacity(Int(Double(needed) * factor * 1.5) + 16) }
  }
}
