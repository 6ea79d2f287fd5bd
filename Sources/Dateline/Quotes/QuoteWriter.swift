#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Chooses among the blocks and candidates and writes the quotations.
struct QuoteWriter {
  let scene: QuoteScene
  private let lexicon: Lexicon
  let resolver: SpeakerResolver
  var firstPerson = FirstPerson()
  private(set) var joint = JointSpeakers()
  /// Who may speak where nobody knows.
  private(set) var candidates: [SpeakerCandidate] = []
  private let marked: MarkedWordFinder

  init(scene: QuoteScene, lexicon: Lexicon) {
    self.scene = scene
    self.lexicon = lexicon
    resolver = SpeakerResolver(scene: scene)
    marked = MarkedWordFinder(scene: scene)
  }

  /// A quotation to be written.
  private struct Choice {
    enum Kind { case block, candidate, nested }
    var span: Span
    var kind: Kind
    var number: Int
    /// For a block the candidate that opens it; -1 for none.
    var opening = -1
  }

  /// The quotations of the blocks and of the most precise candidates, in text order.
  mutating func write(columns: inout QuoteColumns, _ evidence: inout [Evidence]) -> [Quote] {
    guard columns.blocks.count > 0 || columns.candidates.count > 0 else { return [] }
    var choices: [Choice] = []
    choices.reserveCapacity(columns.blocks.count + columns.candidates.count)
    choose(blocks: columns, into: &choices)
    rank(&columns)
    choose(candidates: columns, into: &choices)
    for number in 0..<columns.nestedQuotes.count {
      let range = columns.nestedQuotes[number].tokens
      choices.append(Choice(span: scene.tokens.span(range), kind: .nested, number: number))
    }
    choices.sortShort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    var quotes: [Quote] = []
    quotes.reserveCapacity(choices.count)
    /// The last turn of a transcript, -1 for none.
    var turn = -1
    for choice in choices {
      let speaker: SpeakerSpan?
      switch choice.kind {
      case .block:
        speaker = columns.blocks[choice.number].speaker
        write(columns.blocks[choice.number], choice.opening, columns, &quotes, &evidence)
        let written = quotes.count - 1
        if turn >= 0, quotes[turn].span.contains(quotes[written].span) {
          quotes[written].outer = Int32(truncatingIfNeeded: turn)
          quotes[written].speaker = resolver.resolve(speaker, within: quotes[turn].speaker)
        }
      case .candidate:
        speaker = columns.candidates[choice.number].speaker
        write(columns.candidates[choice.number], &quotes, &evidence)
        if columns.candidates[choice.number].isTurn { turn = quotes.count - 1 }
      case .nested:
        guard write(columns.nestedQuotes[choice.number], &quotes, &evidence) else { continue }
        speaker = columns.nestedQuotes[choice.number].speaker
      }
      noteCandidates(&quotes[quotes.count - 1], speaker)
      if let speaker, quotes[quotes.count - 1].speaker.form == .collective, let members = resolver.joint(speaker) {
        joint.note(members, TokenRange(speaker.start, speaker.end), quote: quotes.count - 1)
      }
    }
    return quotes
  }

  private mutating func noteCandidates(_ quote: inout Quote, _ speaker: SpeakerSpan?) {
    guard quote.speaker.status == .unresolved, quote.cue.map(\.isSpeech) ?? true else { return }
    let from = Int32(truncatingIfNeeded: candidates.count)
    resolver.addCandidates(for: speaker, at: quote.tokens.first, besides: quote.addressee, to: &candidates)
    quote.speaker.candidates = from..<Int32(truncatingIfNeeded: candidates.count)
  }

  // MARK: Choosing

  /// Every block is a quotation.
  private func choose(blocks columns: QuoteColumns, into choices: inout [Choice]) {
    let taken = columns.set(.taken)
    let spent = columns.set(.spent)
    for number in 0..<columns.blocks.count {
      let block = columns.blocks[number]
      let opening = opening(of: block, columns)
      var start = segment(block.segments.lowerBound, columns).start
      if opening >= 0 {
        start = columns.candidates[opening].fragments[0].first
        for fragment in fragments(ofOpening: opening, before: block, columns) { taken.insert(fragment) }
      }
      for place in block.segments { taken.insert(words(segment(place, columns))) }
      // No cue serves two quotations.
      if block.cue >= 0, !isShared(block.cue, segment(block.segments.lowerBound, columns)) { spent.insert(block.cue) }
      let end = segment(block.segments.upperBound - 1, columns).end
      choices.append(Choice(span: scene.tokens.span(TokenRange(start, end)), kind: .block, number: number, opening: opening))
    }
  }

  /// "Ana Ruiz **said** the road was closed. “It is bad.”": the cue of the sentence before reports a clause of its own, too.
  private func isShared(_ cue: Int, _ first: QuotedSegment) -> Bool {
    switch first.before {
    case .stop, .openParenthesis: scene.tokens.sentence[cue] < scene.tokens.sentence[first.start]
    default: false
    }
  }

  /// Of the candidates the most precise ones that do not clash with what is chosen already.
  private func choose(candidates columns: QuoteColumns, into choices: inout [Choice]) {
    let taken = columns.set(.taken)
    let reported = columns.set(.reported)
    let spent = columns.set(.spent)
    let isWord = columns.set(.words)
    for rank in 0..<columns.ranks.count {
      let number = columns.ranks[rank] & 0xFFFF_FFFF
      let candidate = columns.candidates[number]
      if reported.contains(candidate.cue) || spent.contains(candidate.cue) { continue }
      var total = 0
      var clash = 0
      for fragment in candidate.fragments {
        total += isWord.count(fragment)
        clash += isWord.count(fragment, and: taken)
      }
      // What others say within a turn of a transcript stands in it.
      guard total > 0, clash * 10 <= total * 3 || candidate.isTurn else { continue }
      for fragment in candidate.fragments { taken.insert(fragment) }
      let end = candidate.fragments[candidate.fragments.count - 1].last
      choices.append(Choice(span: scene.tokens.span(TokenRange(candidate.fragments[0].first, end + 1)), kind: .candidate, number: number))
    }
  }

  /// Fills `ranks` with the candidates, most precise first, those of about the same precision as they stand, and `reported` with the tokens that a
  /// report holds as part of a clause: a cue in there reports within the report.
  private func rank(_ columns: inout QuoteColumns) {
    let reported = columns.set(.reported)
    columns.ranks.removeAll()
    for number in 0..<columns.candidates.count {
      let candidate = columns.candidates[number]
      // Precision above, number below: one comparison of whole numbers orders both. An article holds a dozen of them.
      columns.ranks.append((255 - Int(max(0, min(1, candidate.probability)) * 255)) << 32 | number)
      let isBlock = isBlock(candidate)
      let says = candidate.entry >= 0 && scene.table.flags(candidate.entry).contains(.say)
      guard isBlock || candidate.probability >= (says ? QuoteWriter.likely : QuoteWriter.certain) else { continue }
      switch candidate.frame.shape {
      case .colon where !isBlock: break
      case .that, .clause, .ifWhether, .colon: for fragment in candidate.fragments { reported.insert(fragment) }
      default: break
      }
    }
    UnsafeMutableBufferPointer(start: columns.ranks.base, count: columns.ranks.count).sortShort { $0 < $1 }
  }

  /// From this precision on a report with a clause keeps others out of its content.
  private static let certain: Float = 0.85
  /// The same for a verb that introduces speech: "said Moe had told them that …".
  private static let likely: Float = 0.8

  /// How often direct speech is right.
  private static let direct: Float = 0.95

  /// The candidate with the block's cue that stands before it, -1 for none: "The plan is “dead,” she said. “It never lived.”"
  private func opening(of block: DirectBlock, _ columns: QuoteColumns) -> Int {
    guard block.cue >= 0 else { return -1 }
    // Candidates stand in the order of their cues.
    var low = 0
    var high = columns.candidates.count
    while low < high {
      let middle = (low + high) / 2
      if columns.candidates[middle].cue < block.cue { low = middle + 1 } else { high = middle }
    }
    guard low < columns.candidates.count else { return -1 }
    let candidate = columns.candidates[low]
    guard candidate.cue == block.cue, candidate.frame.shape == .before || candidate.frame.shape == .infix,
      candidate.fragments[0].last < segment(block.segments.lowerBound, columns).open
    else { return -1 }
    return low
  }

  // MARK: Writing

  private func segment(_ place: Int, _ columns: QuoteColumns) -> QuotedSegment { scene.segments[Int(columns.blockSegments[place])] }

  /// A segment's words, closing punctuation inside the marks included.
  private func words(_ segment: QuotedSegment) -> TokenRange { TokenRange(segment.start, segment.end) }

  /// The fragments of the candidate that opens a block, as far as they stand before it.
  private func fragments(ofOpening opening: Int, before block: DirectBlock, _ columns: QuoteColumns) -> QuoteCandidate.Fragments {
    let fragments = columns.candidates[opening].fragments
    let goesOn = fragments.count > 1 && fragments[1].last < segment(block.segments.lowerBound, columns).open
    return goesOn ? fragments : QuoteCandidate.Fragments(fragments[0])
  }

  private mutating func write(
    _ block: DirectBlock, _ opening: Int, _ columns: QuoteColumns, _ quotes: inout [Quote], _ evidence: inout [Evidence]
  ) {
    let before = opening >= 0 ? fragments(ofOpening: opening, before: block, columns) : nil
    // "“…,” Lee told the Daily Nation"; not "“…?” asked Lee".
    let hasAddressee =
      block.cue >= 0 && scene.cueFlags(block.cue).contains(.addressee) && block.speaker?.start != block.cue + 1
    let first = before.map { $0[0].first } ?? segment(block.segments.lowerBound, columns).start
    let speaker = resolver.resolve(block.speaker, behind: quotes, from: first)
    let rule = Evidence(
      .rule, before != nil ? "quote.direct.continued" : "quote.direct", log(QuoteWriter.direct / (1 - QuoteWriter.direct)))
    quotes.append(
      Quote(
        kind: before != nil ? .mixed : .direct, fragments: spans(block, before, columns),
        tokens: TokenRange(first, segment(block.segments.upperBound - 1, columns).end),
        cue: block.cue >= 0 ? cue(block.cue, scene.verbCue(block.cue)) : nil, speaker: speaker,
        addressee: hasAddressee ? addressee(behind: block.cue) : -1,
        medium: block.cue >= 0 ? medium(of: block.cue, before) : nil,
        confidence: QuoteWriter.direct,
        evidence: QuoteWriter.record(rule, block.speaker, &evidence)))
    if firstPerson.isKnown(speaker, scene.layers) {
      if let before { for fragment in before { firstPerson.note(fragment, speaker.entity, scene, &evidence) } }
      for place in block.segments { firstPerson.note(words(segment(place, columns)), speaker.entity, scene, &evidence) }
    }
  }

  @inline(__always)
  private mutating func write(_ candidate: QuoteCandidate, _ quotes: inout [Quote], _ evidence: inout [Evidence]) {
    let isMixed = !candidate.isTurn && candidate.fragments.contains { scene.quoted.intersects($0) && holdsSpeech($0) }
    let speaker = resolver.resolve(candidate.speaker, behind: quotes, from: candidate.fragments[0].first, besides: candidate)
    let confidence = min(0.99, max(0.01, candidate.probability))
    let rule = Evidence(.rule, scene.table.evidence[candidate.frame.evidenceIndex], log(confidence / (1 - confidence)))
    quotes.append(
      Quote(
        kind: isMixed ? .mixed : isBlock(candidate) ? .direct : .indirect, fragments: spans(candidate.fragments),
        tokens: TokenRange(candidate.fragments[0].first, Int(candidate.fragments[candidate.fragments.count - 1].end)),
        cue: candidate.entry < 0 ? nil : cue(candidate.cue, candidate.entry, by: candidate.speaker), speaker: speaker,
        addressee: addressee(candidate),
        medium: candidate.entry < 0 ? nil : medium(of: candidate.cue, candidate.fragments),
        confidence: confidence,
        evidence: QuoteWriter.record(rule, candidate.speaker, &evidence)))
    if isMixed || candidate.isTurn, firstPerson.isKnown(speaker, scene.layers) {
      for fragment in candidate.fragments { firstPerson.note(fragment, speaker.entity, scene, &evidence) }
    }
  }

  /// The parts of a block behind those of the candidate that opens it.
  private func spans(_ block: DirectBlock, _ before: QuoteCandidate.Fragments?, _ columns: QuoteColumns) -> Quote.Fragments {
    if before == nil, block.segments.count == 1 {
      return Quote.Fragments(scene.tokens.span(words(segment(block.segments.lowerBound, columns))))
    }
    var spans: [Span] = []
    spans.reserveCapacity(block.segments.count + 2)
    if let before { for fragment in before { spans.append(scene.tokens.span(fragment)) } }
    for place in block.segments { spans.append(scene.tokens.span(words(segment(place, columns)))) }
    return Quote.Fragments(spans)
  }

  @inline(__always)
  private func spans(_ fragments: QuoteCandidate.Fragments) -> Quote.Fragments {
    let first = scene.tokens.span(fragments[0])
    return fragments.count == 1 ? Quote.Fragments(first) : [first, scene.tokens.span(fragments[1])]
  }

  /// Whether words between marks stand in a fragment that are no title, term or name.
  private func holdsSpeech(_ fragment: TokenRange) -> Bool {
    var last: Int32 = -1
    for token in fragment.indices where scene.segmentOf[token] >= 0 && scene.segmentOf[token] != last {
      last = scene.segmentOf[token]
      if marked.named(scene.segments[Int(last)]) == nil { return true }
    }
    return false
  }

  private func medium(of cue: Int, _ content: QuoteCandidate.Fragments?) -> Span? {
    scene.medium(of: cue, besides: content).map { scene.tokens.span($0) }
  }

  /// The entity to whom a report was made, -1 for none.
  @inline(__always)
  private func addressee(_ candidate: QuoteCandidate) -> Int32 {
    if candidate.frame.gap == .addressee { return addressee(behind: candidate.cue) }
    guard candidate.speaker == nil, scene.cueFlags(candidate.cue).contains(.addressee),
      let head = scene.hearer(ofPassive: candidate.cue, contentEnd: Int(candidate.fragments[candidate.fragments.count - 1].end)),
      let mention = scene.mention(at: head)
    else { return -1 }
    return scene.layers.entity(ofMention: mention)
  }

  /// The entity that the noun group behind the cue names, -1 for none.
  private func addressee(behind cue: Int) -> Int32 {
    guard let group = scene.phrases.noun(startingAt: cue + 1), let mention = scene.mention(at: Int(scene.phrases.nouns.head[group])) else {
      return -1
    }
    return scene.layers.entity(ofMention: mention)
  }

  /// Whether the content is a paragraph of its own behind a colon.
  @inline(__always)
  private func isBlock(_ candidate: QuoteCandidate) -> Bool {
    if candidate.isTurn { return true }
    guard candidate.frame.shape == .colon, candidate.fragments[0].first > candidate.cue else { return false }
    let first = candidate.fragments[0].first
    return scene.startsParagraph(first) || scene.startsParagraph(first - 1) && scene.isQuoteSign(first - 1)
  }

  /// Appends what speaks for a quotation and for its speaker.
  static func record(_ rule: Evidence, _ speaker: SpeakerSpan?, _ evidence: inout [Evidence]) -> Range<Int32> {
    let from = Int32(truncatingIfNeeded: evidence.count)
    evidence.append(rule)
    if let speaker { evidence.append(Evidence(.rule, speaker.sieve)) }
    return from..<Int32(truncatingIfNeeded: evidence.count)
  }

  func cue(_ token: Int, _ entry: Int, by speaker: SpeakerSpan? = nil) -> Quote.Cue {
    var cue = word(token, entry)
    cue.isNegated = scene.isNegated(token) || scene.isNobody(speaker)
    if cue.isNegated, let verb = scene.phrases.verb(at: token) {
      cue.group = scene.tokens.span(TokenRange(Int(scene.phrases.verbs.start[verb]), Int(scene.phrases.verbs.end[verb])))
    }
    return cue
  }

  private func word(_ token: Int, _ entry: Int) -> Quote.Cue {
    var end = token + 1
    if scene.lexeme(token) == scene.words.according, end < scene.count, scene.lexeme(end) == scene.words.to { end += 1 }
    let span = scene.tokens.span(TokenRange(token, end))
    if entry >= 0 {
      var cue = Quote.Cue(span: span, lemma: scene.table.cues[entry].text, cueClass: scene.table.cues[entry].cueClass)
      cue.isSpeech = scene.table.cues[entry].isSpeech
      return cue
    }
    let lemma = scene.lemma(token)
    let isKnown = Int(lemma) < lexicon.count
    let text = isKnown ? lexicon.text(lemma) : scene.layers.analysis.pointee.tokens.lexemeText(token, lexicon)
    var cue = Quote.Cue(span: span, lemma: text, cueClass: .neutral)
    cue.isSpeech = scene.table.isSpeech(lemma)
    return cue
  }
}
