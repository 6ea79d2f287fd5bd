#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Chooses among the candidates and writes `Analysis.quotes`.
struct QuoteWriter {
  let scene: QuoteScene

  func write(_ blocks: [DirectBlock], _ candidates: [QuoteCandidate], into analysis: inout Analysis) {
    guard !blocks.isEmpty || !candidates.isEmpty else { return }
    let resolver = SpeakerResolver(scene: scene)
    var taken = [Bool](repeating: false, count: scene.count)
    var quotes: [Quote] = []
    let openings = openings(blocks, candidates)
    for (number, block) in blocks.enumerated() {
      var fragments: [Span] = []
      if openings[number] >= 0 {
        for fragment in candidates[openings[number]].fragments where fragment.last < scene.segments[block.segments[0]].open {
          fragments.append(scene.tokens.span(fragment))
          for token in fragment.indices { taken[token] = true }
        }
      }
      for segment in block.segments {
        fragments.append(span(scene.segments[segment]))
        for token in scene.segments[segment].start..<scene.segments[segment].end { taken[token] = true }
      }
      var quote = Quote(
        kind: openings[number] >= 0 ? .mixed : .direct, fragments: fragments, cue: nil, speaker: resolver.resolve(block.speaker, analysis))
      if block.cue >= 0 { quote.cue = cue(block.cue, scene.verbCue(block.cue), analysis) }
      quote.confidence = QuoteWriter.direct
      let rule = Evidence(
        .rule, openings[number] >= 0 ? "quote.direct.continued" : "quote.direct", log(QuoteWriter.direct / (1 - QuoteWriter.direct)))
      if let speaker = block.speaker {
        quote.evidence = analysis.record(rule, Evidence(.rule, speaker.sieve))
      } else {
        quote.evidence = analysis.record(rule)
      }
      quotes.append(quote)
    }
    let reported = reported(candidates)
    // No cue serves two quotations.
    var spent = [Bool](repeating: false, count: scene.count)
    for block in blocks where block.cue >= 0 { spent[block.cue] = true }
    for number in ranked(candidates) {
      let candidate = candidates[number]
      if reported[candidate.cue] || spent[candidate.cue] { continue }
      var total = 0
      var clash = 0
      for fragment in candidate.fragments {
        for token in fragment.indices where scene.isWord(token) {
          total += 1
          if taken[token] { clash += 1 }
        }
      }
      guard total > 0, clash * 10 <= total * 3 else { continue }
      for fragment in candidate.fragments { for token in fragment.indices { taken[token] = true } }
      quotes.append(quote(candidate, resolver, &analysis))
    }
    quotes.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    analysis.quotes = quotes
  }

  /// For each token whether a report holds it as part of a clause: a cue in there reports within the report.
  private func reported(_ candidates: [QuoteCandidate]) -> [Bool] {
    var inside = [Bool](repeating: false, count: scene.count)
    for candidate in candidates where candidate.probability >= QuoteWriter.certain {
      switch candidate.frame.shape {
      case .that, .clause, .ifWhether: for fragment in candidate.fragments { for token in fragment.indices { inside[token] = true } }
      default: break
      }
    }
    return inside
  }

  /// From this precision on a report with a clause keeps others out of its content.
  private static let certain: Float = 0.85

  /// How often direct speech is right.
  private static let direct: Float = 0.95

  /// For each block the candidate with the same cue that stands before it, -1 for none: "The plan is “dead,” she said. “It never lived.”"
  private func openings(_ blocks: [DirectBlock], _ candidates: [QuoteCandidate]) -> [Int] {
    guard !blocks.isEmpty else { return [] }
    var byCue: [Int: Int] = [:]
    for (number, candidate) in candidates.enumerated() where candidate.frame.shape == .before || candidate.frame.shape == .infix {
      if candidate.probability >= CandidateFinder.threshold { byCue[candidate.cue] = number }
    }
    return blocks.map { block in
      guard block.cue >= 0, let number = byCue[block.cue], candidates[number].fragments[0].last < scene.segments[block.segments[0]].open
      else { return -1 }
      return number
    }
  }

  /// The acceptable candidates, most precise first; those of about the same precision as they stand.
  private func ranked(_ candidates: [QuoteCandidate]) -> [Int] {
    // Precision above, number below: one comparison of whole numbers orders both. An article holds a dozen of them.
    var keys: [Int] = []
    keys.reserveCapacity(candidates.count)
    for (number, candidate) in candidates.enumerated() where candidate.probability >= CandidateFinder.threshold {
      keys.append((255 - Int(max(0, min(1, candidate.probability)) * 255)) << 32 | number)
    }
    keys.sort()
    for index in keys.indices { keys[index] &= 0xFFFF_FFFF }
    return keys
  }

  private func quote(_ candidate: QuoteCandidate, _ resolver: SpeakerResolver, _ analysis: inout Analysis) -> Quote {
    let isMixed = candidate.fragments.contains { fragment in fragment.indices.contains { scene.segmentOf[$0] >= 0 } }
    var quote = Quote(
      kind: isMixed ? .mixed : .indirect, fragments: candidate.fragments.map { scene.tokens.span($0) },
      cue: cue(candidate.cue, candidate.entry, analysis), speaker: resolver.resolve(candidate.speaker, analysis))
    if candidate.frame.gap == .addressee, let group = scene.phrases.noun(startingAt: candidate.cue + 1),
      let mention = analysis.mention(at: Int(scene.phrases.nouns.head[group]))
    {
      quote.addressee = analysis.mentions[mention].entity
    }
    quote.confidence = min(0.99, max(0.01, candidate.probability))
    let rule = Evidence(
      .rule, ComplementFrame.Key.evidence[candidate.frame.evidenceIndex], log(quote.confidence / (1 - quote.confidence)))
    if let speaker = candidate.speaker {
      quote.evidence = analysis.record(rule, Evidence(.rule, speaker.sieve))
    } else {
      quote.evidence = analysis.record(rule)
    }
    return quote
  }

  /// A segment's words, closing punctuation inside the marks included.
  private func span(_ segment: QuotedSegment) -> Span { scene.tokens.span(TokenRange(segment.start, segment.end)) }

  private func cue(_ token: Int, _ entry: Int, _ analysis: Analysis) -> Quote.Cue {
    var end = token + 1
    if scene.lexeme(token) == scene.words.according, end < scene.count, scene.lexeme(end) == scene.words.to { end += 1 }
    let span = scene.tokens.span(TokenRange(token, end))
    if entry >= 0 { return Quote.Cue(span: span, lemma: scene.table.cues[entry].text, cueClass: scene.table.cues[entry].cueClass) }
    let lemma = scene.lemma(token)
    let text = Int(lemma) < scene.lexicon.count ? scene.lexicon.text(lemma) : scene.tokens.lexemeText(token, scene.lexicon)
    return Quote.Cue(span: span, lemma: text, cueClass: .neutral)
  }
}

extension Analysis {
  /// Appends one or two pieces of evidence, without an array of their own.
  fileprivate mutating func record(_ first: Evidence, _ second: Evidence? = nil) -> Range<Int32> {
    let from = Int32(truncatingIfNeeded: evidence.count)
    evidence.append(first)
    if let second { evidence.append(second) }
    return from..<Int32(truncatingIfNeeded: evidence.count)
  }
}
