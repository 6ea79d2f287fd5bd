/// Decides which quoted segments are direct speech and which are single words, titles or parts of a mixed quotation.
///
/// The decision list was measured on news: capital, closing punctuation, finite verb, length and the mark before.
enum DirectSegments {
  static func decide(_ scene: QuoteScene) {
    for index in scene.segments.indices {
      read(&scene.segments[index], scene)
      if index > 0, !scene.segments[index].isDirect, goesOn(scene.segments[index - 1], scene.segments[index], scene) {
        scene.segments[index].isDirect = true
        scene.segments[index].isTitle = false
      }
    }
  }

  /// "“You know it,” Lee told us. “Shame on you.”": a short sentence of its own soon behind direct speech in the same paragraph.
  private static func goesOn(_ before: QuotedSegment, _ segment: QuotedSegment, _ scene: QuoteScene) -> Bool {
    guard before.isDirect, segment.before == .stop, segment.words >= 2, segment.close >= 0, scene.tokens.isCapitalized(segment.start),
      lastMark(segment, scene) == .stop, segment.open - before.after <= longestAttribution
    else { return false }
    // Right behind each other two speak in turn.
    guard (before.after..<segment.open).contains(where: { scene.isWord($0) }) else { return false }
    return !(before.after..<segment.open + 1).contains { scene.startsParagraph($0) }
  }

  /// No title without a verb has more words.
  private static let longestTitle = 8

  /// The longest text between two parts of direct speech, in tokens.
  private static let longestAttribution = 20

  /// Reads the marks and words of a segment and decides.
  static func read(_ segment: inout QuotedSegment, _ scene: QuoteScene) {
    var hasFinite = false
    var hasStop = false
    var capitals = 0
    var letters = 0
    for token in segment.start..<segment.end {
      let flags = scene.tokens.flags[token]
      // Sums instead of branches, which no processor could foresee.
      if scene.isFinite(token) { hasFinite = true }
      if token < segment.end - 1, scene.mark(token) == .stop { hasStop = true }
      letters += flags.contains(.hasLetter) ? 1 : 0
      capitals += flags.isSuperset(of: [.hasLetter, .capitalized]) ? 1 : 0
    }
    let words = scene.counted.count(TokenRange(segment.start, segment.end))
    segment.words = words
    let first = scene.tokens.flags[segment.start]
    let capital =
      first.contains(.capitalized) || first.contains(.hasDigit) || scene.mark(segment.start) == .stop
      || scene.mark(segment.start) == .openParenthesis
      || scene.mark(segment.start).isQuotation && segment.start + 1 < segment.end && scene.tokens.isCapitalized(segment.start + 1)
    let last = lastMark(segment, scene)
    let closes =
      segment.close < 0 || last == .comma || last == .stop || last == .dash
      || segment.after < scene.count && scene.mark(segment.after) == .comma && segment.close >= 0
      || scene.opensHeadline(segment)
      || scene.leadsToSource(segment)
    segment.before = markBefore(segment.open, scene)
    // "Home. Tea. Sleep.": several sentences are no title.
    let titled = letters >= 2 && !hasFinite && !hasStop && capitals * 10 >= letters * 7
    let atBreak: Bool
    switch segment.before {
    case .openParenthesis, .stop, .comma, .colon, .semicolon, .dash, .neutralDouble: atBreak = true
    default: atBreak = false
    }
    let strong = segment.before == .openParenthesis || segment.before == .colon || segment.before == .comma
    var direct = capital && closes && (hasFinite || words >= 4) && words >= 2 && (atBreak || hasFinite)
    if words >= 6, capital, strong || segment.before == .stop { direct = true }
    if capital, closes, strong, !titled { direct = true }
    if segment.before == .colon, capital, hasFinite, words >= 3 { direct = true }
    if direct, !atBreak, !(capital && closes && hasFinite && words >= 6) { direct = false }
    // "her new series, “Bloodline,” and": a name or a term behind a comma, unless a verb of speech leads up to it.
    if direct, segment.before == .comma, words <= 3, !hasFinite, !scene.isSpoken(before: segment.open) { direct = false }
    // "“Never,” said Lee": one word is enough where the attribution follows.
    if !direct, capital, last == .comma || last == .stop, segment.close >= 0, scene.attributionFollows(segment.after) { direct = true }
    // "They chanted “No more cuts” all night": a sentence of its own right behind a verb of speech.
    if !direct, capital, !titled, segment.before == .word, words >= 2 || last == .comma || last == .stop, scene.speaks(segment.open - 1) {
      direct = true
    }
    // "Moe shook his head. “No. Next question.”": sentences of their own.
    if !direct, capital, !titled, last == .stop, segment.before == .stop, words >= 2, segment.close >= 0,
      segment.after >= scene.count || scene.tokens.is(segment.after, .sentenceStart) || scene.startsParagraph(segment.after)
    {
      direct = true
    }
    // "the paper, “A Worm Eats Plastic”, was": a title with a verb in it.
    if direct, segment.before == .comma || segment.before == .word,
      (titled || !scene.isSpoken(before: segment.open)) && MarkedWordFinder(scene: scene).named(segment) == .title
        || !hasFinite && last == .comma && words <= longestTitle && scene.isSubject(segment)
    {
      direct = false
      segment.isTitle = true
      segment.isDirect = false
      return
    }
    segment.isDirect = direct
    segment.isTitle = titled && !direct
  }

  /// The last mark inside, nested quotation marks passed over; `word` for a word. The full stop of "No." may be part of the word.
  private static func lastMark(_ segment: QuotedSegment, _ scene: QuoteScene) -> PunctuationMark {
    var token = segment.end - 1
    while token > segment.start, scene.isQuotation(token) { token -= 1 }
    if scene.isWord(token), scene.layers.bytes[Int(scene.tokens.end[token]) - 1] == UInt8(ascii: ".") { return .stop }
    return scene.mark(token)
  }

  /// What stands before the opening mark; `openParenthesis` for the paragraph's start.
  @inline(__always)
  private static func markBefore(_ open: Int, _ scene: QuoteScene) -> PunctuationMark {
    var token = open
    for _ in 0..<3 {
      if token == 0 || scene.startsParagraph(token) { return .openParenthesis }
      token -= 1
      // "Sen. Lee, D-Ill. “Why?”": the full stop of the abbreviation is the sentence's, too.
      if scene.isWord(token), scene.layers.bytes[Int(scene.tokens.end[token]) - 1] == UInt8(ascii: ".") { return .stop }
      if !scene.isQuotation(token) { return scene.mark(token) }
    }
    return .neutralDouble
  }
}

extension QuoteScene {
  /// Whether a verb of speech stands close before an opening mark, in its sentence: "chanting in front of the hall, “Out now”".
  fileprivate func isSpoken(before open: Int) -> Bool {
    var token = open - 1
    let low = max(0, open - 12)
    while token >= low, marks[token] != .stop, !startsParagraph(token + 1) {
      if speaks(token), segmentOf[token] == segmentOf[open] { return true }
      token -= 1
    }
    return false
  }

  /// "Her debut, “Salt on the Window,” appeared in May.": what has its closing mark before a verb that says nothing is no speech.
  fileprivate func isSubject(_ segment: QuotedSegment) -> Bool {
    let verb = segment.after
    // A past tense right behind a mark looks like a participle.
    guard segment.close >= 0, verb < count, isFinite(verb) || tag(verb) == .vbn, !speaks(verb), !isSpoken(before: segment.open) else {
      return false
    }
    return !startsParagraph(verb)
  }

  /// Whether a colon or a dash and a person follow in the headline: "'I am tired': poet Ana Ruiz on her work", "'We were robbed' – Moe".
  func leadsToSource(_ segment: QuotedSegment) -> Bool { headlineSource(segment.after) != nil }

  /// "“I told them so” – a midwife looks back": the headline begins with the words, and a dash or a colon parts them from the rest.
  func opensHeadline(_ segment: QuotedSegment) -> Bool {
    guard segment.close >= 0, segment.after < count, marks[segment.after] == .colon || marks[segment.after] == .dash,
      startsParagraph(segment.open)
    else { return false }
    return layers.zones.contains { $0.kind == .headline && $0.span.contains(tokens.span(TokenRange(segment.start, segment.end))) }
  }

  /// Whether a group before a colon may be whoever says what follows: not "Storm Ines: “We watched”" or "Q&A: “We watched”", nor in a headline the place it
  /// is about.
  func maySpeak(_ speaker: SpeakerSpan) -> Bool {
    if tokens.has(speaker.head, .slug) { return false }
    switch nounKind(speaker.head) {
    case .thing, .time, .number, .document, .cueNoun: return false
    case .place:
      let zone = zone(speaker.head)
      return zone < 0 || layers.zones[zone].kind != .headline
    default: return true
    }
  }

  /// "Her mother wanted more. “She told me so.”": whose relative she is speaks, not the mother, of whom the words tell.
  func tellsOfSubject(_ open: Int, _ subject: SpeakerSpan) -> Bool {
    guard open + 1 < count, tag(subject.start) == .prps, tokens.has(subject.head, .kin) else { return false }
    return lexeme(open + 1) == words.he || lexeme(open + 1) == words.she
  }

  /// The person named in the headline, or under a quotation on a line of its own, behind a colon or a dash at `mark`, where a quotation ends: with the words before the name.
  func headlineSource(_ mark: Int) -> SpeakerSpan? {
    guard mark + 1 < count, marks[mark] == .colon || marks[mark] == .dash, !startsParagraph(mark + 1) else { return nil }
    let end = groupEnd(mark + 1, count)
    guard end > mark + 1,
      layers.zones.contains(where: { $0.kind == .headline && $0.span.contains(tokens.span(TokenRange(mark, end))) }) || isSignature(mark)
    else { return nil }
    let head = headOfGroup(mark + 1, end)
    return nameType(head) == .person ? SpeakerSpan(mark + 1, end, head: head, "speaker.headline") : nil
  }

  /// "“The road is closed” – Ana Ruiz, mayor": a line of its own that ends with a dash and who says it.
  private func isSignature(_ mark: Int) -> Bool {
    guard marks[mark] == .dash, isQuotation(mark - 1) else { return false }
    var token = mark + 1
    let limit = min(count, mark + QuoteScene.longestSignature)
    while token < limit, !startsParagraph(token) {
      if isFinite(token) || marks[token] == .stop || isQuotation(token) { return false }
      token += 1
    }
    return token == count || startsParagraph(token)
  }

  private static var longestSignature: Int { 12 }

  /// Whether the token is a verb that introduces direct speech.
  func speaks(_ token: Int) -> Bool { token >= 0 && tag(token).isVerb && cueFlags(token).contains(.say) }

  /// Whether "said S", "S said" or "he said" stands directly at `start`.
  func attributionFollows(_ start: Int) -> Bool {
    let limit = min(count, start + 14)
    guard start < limit, !startsParagraph(start), !isNewSentence(start) else { return false }
    if tag(start).isVerb, tag(start) != .vbg { return cueFlags(start).contains(.say) && groupEnd(start + 1, limit) > start + 1 }
    var verb = groupEnd(start, limit)
    while verb < limit, tag(verb).isAdverb { verb += 1 }
    guard verb > start, verb < limit, tag(verb) == .vbd || tag(verb) == .vbz || tag(verb) == .vbp || tag(verb) == .vbn else { return false }
    return cueFlags(verb).contains(.say)
  }

  /// Whether a sentence begins behind a closing mark: what is attributed behind it ends with a comma, a question or a shout.
  private func isNewSentence(_ start: Int) -> Bool {
    var last = start - 1
    while last > 0, isQuotation(last) { last -= 1 }
    return tokens.is(start, .sentenceStart) && last < start - 1 && layers.bytes[Int(tokens.end[last]) - 1] == UInt8(ascii: ".")
  }

  /// "“The road is closed, Ann Lee said.": a quotation without its closing mark ends where the attribution begins.
  private func cutAtAttribution(_ segment: inout QuotedSegment) {
    var index = segment.start + 1
    let limit = min(segment.end, segment.start + QuoteScene.reach)
    while index < limit, !tokens.is(index, .sentenceStart) {
      if mark(index) == .comma, attributionFollows(index + 1) {
        segment.end = index + 1
        return
      }
      index += 1
    }
  }

  /// "“The road is closed, Ann Lee said." before a paragraph with a mark: where nothing but the attribution ends the paragraph, the quotation ends before it
  /// and does not go on.
  private func endWithAttribution(_ segment: inout QuotedSegment) {
    let low = max(segment.start, segment.end - QuoteScene.longestLastAttribution)
    guard segment.end > low, mark(segment.end - 1) == .stop, let comma = (low..<segment.end).last(where: { mark($0) == .comma }),
      comma > segment.start, attributionFollows(comma + 1)
    else { return }
    segment.end = comma + 1
    segment.continues = false
  }

  private static var longestLastAttribution: Int { 8 }

  /// Lays the segments out by token and decides what they are.
  func readSegments() {
    for index in segments.indices where segments[index].close < 0 && !segments[index].continues { cutAtAttribution(&segments[index]) }
    for index in segments.indices where segments[index].close < 0 && segments[index].continues { endWithAttribution(&segments[index]) }
    for index in segments.indices {
      for token in segments[index].start..<segments[index].end { segmentOf[token] = Int32(truncatingIfNeeded: index) }
      quoted.insert(TokenRange(segments[index].start, segments[index].end))
    }
    DirectSegments.decide(self)
  }
}
