#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Proposes indirect and mixed quotations: every cue of a sentence with its complement, its content and its speaker.
///
/// - Complexity: O(tokens): each cue looks at most `QuoteScene.reach` tokens to either side.
struct CandidateFinder {
  private let scene: QuoteScene
  /// Candidates less probable than this are left out; 0 when they are collected for fitting.
  private let floor: Float
  /// The log-odds of the floor, less what rounding may take away.
  private let leastLogOdds: Float

  /// What is less probable is no quotation.
  static let threshold: Float = 0.35

  /// A cue with a complement that starts from less is not looked at any closer: hardly any context makes up for it.
  private var leastScore: Float { floor > 0 ? -3 : -.infinity }

  /// "declined to comment", "refused to say": of nobody else's doing, whoever the subject is.
  private static let refusedToSpeak: Float = 1.5

  /// The sentence at hand.
  private var sentence = Bounds()
  /// The last verb in it that introduces speech; -1 for none.
  private var lastSay = -1

  init(scene: QuoteScene, floor: Float = CandidateFinder.threshold) {
    self.scene = scene
    self.floor = floor
    leastLogOdds = floor > 0 ? log(floor / (1 - floor)) - 0.01 : -.infinity
  }

  /// Fills `candidates` of the columns, in the order of their cues: at most one for each.
  mutating func run(_ columns: inout QuoteColumns) {
    var found = columns.candidates
    found.removeAll()
    let cues = columns.set(.cues)
    for word in 0..<TokenSet.wordCount(scene.count) {
      var rest = cues.words[word]
      while rest != 0 {
        let index = word &<< 6 | rest.trailingZeroBitCount
        rest &= rest &- 1
        if Int(scene.tokens.sentence[index]) != sentence.number { enter(Int(scene.tokens.sentence[index])) }
        if index >= sentence.low, index < sentence.end, !scene.isDirect(index) { cue(index, into: &found) }
        if scene.tag(index).isVerb, scene.cueFlags(index).contains(.say) { lastSay = index }
      }
    }
    columns.candidates = found
  }

  /// A sentence without what nobody said: where quotations may begin and end.
  private struct Bounds {
    var number = -1
    var low = 0
    var end = 0
  }

  /// Goes on to a sentence.
  private mutating func enter(_ number: Int) {
    let tokens = scene.layers.sentences[number].tokens
    var low = tokens.first
    var end = Int(tokens.end)
    if let dateline = scene.layers.analysis.pointee.dateline {
      // "VIENNA, June 3 (APA) - The bridge …": nobody said the dateline.
      while low < end, scene.tokens.start[low] < dateline.span.end { low += 1 }
      if low > tokens.first { while low < end, !scene.isWord(low), !scene.isQuotation(low) { low += 1 } }
    }
    while low < end, scene.isQuotation(low) { low += 1 }
    while end > low, !scene.isWord(end - 1), scene.mark(end - 1) == .other { end -= 1 }
    sentence = Bounds(number: number, low: low, end: end)
    lastSay = -1
  }

  private func cue(_ index: Int, into found: inout Column<QuoteCandidate>) {
    let tag = scene.tag(index)
    let word = scene.table.word(tag == .jj ? scene.lexeme(index) : scene.lemma(index))
    let low = max(sentence.low, index - QuoteScene.reach)
    let limit = min(sentence.end, index + QuoteScene.reach)
    if scene.lexeme(index) == scene.words.according, index + 1 < limit, scene.lexeme(index + 1) == scene.words.to {
      according(index, from: index, low, limit, into: &found)
      return
    }
    let entry = Int(tag.isVerb ? word.verb : tag.isNoun ? word.noun : word.adjective)
    guard entry >= 0, !tag.isNoun || isHead(index), !isObject(index, tag) else { return }
    if tag.isNoun, scene.lemma(index) == scene.words.word {
      if scene.isInTheWords(index), index - 2 >= low {
        according(index, from: index - 2, low, limit, into: &found)
      } else if let owner = scene.ownerOfWords(index), owner.start > low {
        according(index, from: owner.start - 1, low, limit, into: &found)
      }
      return
    }
    scene.table.fetch(entry)
    var frame = scene.complement(of: index, before: limit)
    if tag.isVerb, scene.isOpenQuestion(index, low, sentence.end) { return }
    if scene.isPut(index) {
      // "as Ana Lopez put it", "Ana Lopez put it bluntly: “…”".
      guard index + 1 < limit, scene.lexeme(index + 1) == scene.words.it else { return }
      frame = scene.complement(of: index + 1, before: limit)
      if let (speaker, start) = scene.openingPut(index, low, limit) {
        let key = ComplementFrame.Key(.before)
        let end = scene.trimmed(start, limit)
        if end > start { add(.init(TokenRange(start, end)), index, entry, key, speaker, scene.table.score(entry, key), into: &found) }
        return
      }
    }
    var form = ComplementFrame.Form.finite
    if tag.isNoun {
      form = .noun
    } else if tag == .jj {
      form = .adjective
    } else if scene.isPassive(index, from: low) {
      form = .passive
    } else if tag == .vbg {
      form = .gerund
    } else if tag == .vb {
      form = .infinitive
    }
    let isQuoted = form == .gerund && scene.isQuotedAs(index)
    if form == .finite || form == .passive || isQuoted, before(index, tag, entry, frame, low, limit, into: &found) { return }
    after(index, entry, form, frame, low, limit, into: &found)
  }

  /// Whether the noun at `index` ends its group: an "opposition candidate" opposes nothing.
  private func isHead(_ index: Int) -> Bool {
    guard let group = scene.phrases.noun(at: index) else { return true }
    return Int(scene.phrases.nouns.end[group]) == index + 1
  }

  /// Whether a word that looks like a verb is the object of the one before: "rejected **calls** to close the road".
  private func isObject(_ index: Int, _ tag: Tag) -> Bool {
    guard tag == .vbz, index > 0, scene.isFinite(index - 1), scene.tag(index - 1) != .md else { return false }
    return !scene.isAuxiliary(index - 1)
  }

  /// Content after the cue.
  private func after(
    _ index: Int, _ entry: Int, _ form: ComplementFrame.Form, _ frame: ComplementFrame, _ low: Int, _ limit: Int,
    into found: inout Column<QuoteCandidate>
  ) {
    switch frame.shape {
    case .end, .other, .comma: return
    default: break
    }
    guard frame.content < limit else {
      if frame.shape == .colon { block(index, entry, form, frame, low, into: &found) }
      return
    }
    if frame.shape == .quote, scene.isDirect(frame.content) { return }
    let key = ComplementFrame.Key(frame.shape, gap: frame.gap, form: form, preposition: frame.preposition)
    var score = scene.table.score(entry, key)
    if frame.shape == .to, scene.isRefusal(index), frame.content + 1 < limit, scene.isSpeech(frame.content + 1) {
      score += CandidateFinder.refusedToSpeak
    }
    guard score >= leastScore else { return }
    let answer = scene.answerStart(index, frame, low, limit)
    let rest = form == .noun && frame.shape == .that ? scene.predicate(ofNoun: index, frame.content, limit) : limit
    let end = scene.trimmed(frame.content, scene.contentEnd(frame, of: index, answer ?? rest))
    guard end > frame.content, !scene.isBareObject(frame, end, entry), !scene.isRelative(frame, end, form),
      !scene.isRefusedDeed(index, frame, end), !scene.isName(frame, of: index, end)
    else { return }
    let content = QuoteCandidate.Fragments(TokenRange(scene.withOpeningMark(frame, end), end))
    // Whoever is asked does not ask.
    add(
      content, index, entry, key, answer == nil ? speaker(index, entry, form, low, limit) : scene.passiveAgent(of: index, limit), score,
      into: &found)
  }

  /// "She wrote:" and paragraphs without marks.
  private func block(
    _ index: Int, _ entry: Int, _ form: ComplementFrame.Form, _ frame: ComplementFrame, _ low: Int, into found: inout Column<QuoteCandidate>
  ) {
    var start = frame.content
    guard scene.table.cues[entry].flags.contains(.say), start < scene.count, scene.startsParagraph(start),
      scene.isWord(start) || scene.isQuoteSign(start), scene.zone(start) == scene.zone(index)
    else { return }
    let end = scene.blockEnd(start)
    if scene.isQuoteSign(start) { start += 1 }
    guard end - start > 3, !scene.quoted.intersects(TokenRange(start, end)) else { return }
    let key = ComplementFrame.Key(.colon, gap: frame.gap, form: form, preposition: frame.preposition)
    let content = QuoteCandidate.Fragments(TokenRange(start, end))
    add(content, index, entry, key, speaker(index, entry, form, low, start), scene.table.score(entry, key), into: &found)
  }

  /// Appends a candidate unless its probability stays below the floor. The speaker is looked for only where the best of them would lift it above.
  @inline(__always)
  private func add(
    _ fragments: QuoteCandidate.Fragments, _ cue: Int, _ entry: Int, _ frame: ComplementFrame.Key,
    _ speaker: @autoclosure () -> SpeakerSpan?,
    _ score: Float, into found: inout Column<QuoteCandidate>
  ) {
    var candidate = QuoteCandidate(fragments: fragments, cue: cue, entry: entry, frame: frame, speaker: nil, earlierSay: lastSay)
    let surroundings = scene.surroundings(candidate)
    guard isHopeful(surroundings, score) else { return }
    candidate.speaker = speaker()
    append(candidate, surroundings, score, into: &found)
  }

  /// Whether a candidate may reach the floor with the best of speakers.
  private func isHopeful(_ surroundings: CandidateSurroundings, _ score: Float) -> Bool {
    var logOdds = score + scene.table.bestSpeaker(surroundings.group)
    surroundings.eachFeature(speaker: nil) { logOdds += scene.table.contextWeights[$0] }
    return logOdds >= leastLogOdds
  }

  private func append(
    _ candidate: QuoteCandidate, _ surroundings: CandidateSurroundings, _ score: Float, into found: inout Column<QuoteCandidate>
  ) {
    var candidate = candidate
    var logOdds = score
    surroundings.eachFeature(speaker: scene.kind(of: candidate.speaker)) { logOdds += scene.table.contextWeights[$0] }
    candidate.probability = 1 / (1 + exp(-logOdds))
    if candidate.probability >= floor { found.append(candidate) }
  }

  private func speaker(_ index: Int, _ entry: Int, _ form: ComplementFrame.Form, _ low: Int, _ limit: Int) -> SpeakerSpan? {
    switch form {
    case .noun: scene.nounCueSubject(index, from: low)
    case .adjective where scene.table.cues[entry].flags.contains(.impersonal): nil
    case .adjective: scene.adjectiveCueSubject(index, from: low)
    // Whoever is asked, told or expected says nothing; whoever is convinced or worried does.
    case .passive where !isFeeling(index): scene.passiveAgent(of: index, limit)
    default: scene.subject(of: index, from: low)
    }
  }

  /// Whether a participle says what its subject feels: convinced and worried, not expected.
  private func isFeeling(_ index: Int) -> Bool {
    let entry = Int(scene.table.word(scene.lexeme(index)).adjective)
    return entry >= 0 && !scene.table.cues[entry].flags.contains(.impersonal)
  }

  /// "According to S, …", "…, according to S", "…, according to S, …"; "in the words of S" likewise, which begins before its cue.
  private func according(_ index: Int, from start: Int, _ low: Int, _ limit: Int, into found: inout Column<QuoteCandidate>) {
    guard let speaker = scene.accordingToSource(index, limit) else { return }
    let entry = start == index ? scene.table.according : Int(scene.table.word(scene.lemma(index)).noun)
    guard entry >= 0 else { return }
    let opens = !(low..<start).contains { scene.tag($0).isNoun || scene.tag($0).isVerb || scene.tag($0) == .prp }
    let fragments: QuoteCandidate.Fragments
    let tail = scene.trimmed(low, limit)
    if opens {
      var comma = speaker.end
      while comma < limit, scene.mark(comma) != .comma { comma += 1 }
      guard comma + 1 < tail else { return }
      fragments = QuoteCandidate.Fragments(TokenRange(comma + 1, tail))
    } else {
      let end = scene.trimmed(low, start)
      let before: TokenRange? = end > low ? TokenRange(low, end) : nil
      var behind: TokenRange?
      if start > low, scene.mark(start - 1) == .comma, speaker.end < limit, scene.mark(speaker.end) == .comma, speaker.end + 3 < tail {
        switch scene.tag(speaker.end + 1) {
        case .wp, .wdt, .dt: break
        default: behind = TokenRange(speaker.end + 1, tail)
        }
      }
      guard let first = before ?? behind else { return }
      fragments = before != nil ? behind.map { .init(first, $0) } ?? .init(first) : .init(first)
    }
    let key = ComplementFrame.Key(.according)
    add(fragments, index, entry, key, speaker, scene.table.score(entry, key), into: &found)
  }

  /// Content before the cue, or around it: "…, she said", "…, said the minister, …". True when that is what stands there.
  private func before(
    _ index: Int, _ tag: Tag, _ entry: Int, _ frame: ComplementFrame, _ low: Int, _ limit: Int,
    into found: inout Column<QuoteCandidate>
  ) -> Bool {
    guard tag == .vbd || tag == .vbz || tag == .vbp || tag == .vbn || tag == .vbg else { return false }
    let flags = scene.cueFlags(index)
    guard flags.contains(.say) || flags.contains(.split) || scene.isPut(index) else { return false }
    // "He was “happy,” she said, “but tired.”": the marks go on with what stands before the cue.
    let resumes =
      frame.shape == .quote && frame.gap == .none && scene.mark(index + 1) == .comma && frame.content < limit
      && !scene.tokens.isCapitalized(frame.content)
    switch frame.shape {
    case .that, .to, .colon, .ifWhether: return false
    case .quote where !resumes: return false
    default: break
    }
    // "…, Lee was quoted as saying"
    var edge = tag == .vbg ? index - 2 : index
    while edge > low,
      tag == .vbg && scene.isAuxiliary(edge - 1) || scene.tag(edge - 1).isAdverb || scene.tag(edge - 1) == .md
        || scene.lemma(edge - 1) == scene.words.have && scene.tag(edge - 1).isVerb
    { edge -= 1 }
    var speaker: SpeakerSpan?
    var cut = -1
    var inverted = false
    // "…, its chief, Ann Lee, said.": nothing after the verb, so that the content stands before the speaker.
    let closes = frame.shape == .end || frame.shape == .pp && flags.contains(.say)
    if frame.shape != .clause, frame.shape != .np || flags.contains(.closing), let left = scene.groupOnTheLeft(edge, low),
      left.end == edge && left.sieve == "speaker.subject" || closes && left.sieve == "speaker.apposition",
      scene.tag(left.start) != .wp, scene.tag(left.start) != .wdt
    {
      var start = left.start
      if start - 1 > low, scene.lexeme(start - 1) == scene.words.asWord { start -= 1 }
      if start - 1 > low, scene.mark(start - 1) == .comma || scene.isQuotation(start - 1) {
        speaker = left
        cut = start - 1
      }
    }
    if speaker == nil, edge - 1 > low, scene.mark(edge - 1) == .comma || scene.isQuotation(edge - 1), frame.shape == .np,
      flags.contains(.invert),
      let right = scene.invertedSubject(of: index, limit)
    {
      speaker = right
      cut = edge - 1
      inverted = true
    }
    guard let speaker, cut > low, !scene.isDirect(low) else { return false }
    let hasClause = (low..<cut).contains { scene.isFinite($0) && !scene.isOfRelativeClause($0, low) }
    // "The road, said Lee, was closed.": the verb follows.
    let splits = inverted && speaker.end + 1 < limit && scene.mark(speaker.end) == .comma && scene.isFinite(speaker.end + 1)
    guard hasClause || (frame.shape == .comma || resumes || splits) && cut - low >= 2, !scene.setting(low).contains(.opener) else {
      return false
    }
    let first = scene.trimmed(low, scene.isQuotation(cut) ? cut + 1 : cut)
    guard first > low else { return false }
    let opening = TokenRange(scene.clauseStart(of: first, from: low), first)
    var fragments = QuoteCandidate.Fragments(opening)
    let resume = inverted ? speaker.end : index + 1
    var comma = resume
    while comma < limit, scene.mark(comma) != .comma { comma += 1 }
    let tail = scene.trimmed(low, limit)
    var shape = ComplementFrame.Shape.before
    // "It was, she said, a mistake": the words before the cue lack theirs.
    let isCutShort = !inverted && comma + 1 < tail && (scene.isFinite(first - 1) || opening.first > low)
    if comma < limit, comma + 3 < tail || comma + 1 < tail && scene.isFinite(comma + 1) || isCutShort {
      let next = scene.tag(comma + 1)
      let plain = !(next == .wp || next == .wdt || next == .vbg || next == .dt || next == .jj || next == .nn || next == .nnp)
      let reports = next == .vbg && scene.cueFlags(comma + 1).contains(.participle)
      if !reports, !inverted && (frame.shape == .comma || resumes) || comma - resume <= 5 && plain {
        fragments = QuoteCandidate.Fragments(opening, TokenRange(comma + 1, tail))
        shape = .infix
      }
    }
    let key = ComplementFrame.Key(shape)
    add(fragments, index, entry, key, speaker, scene.table.score(entry, key), into: &found)
    return true
  }
}
