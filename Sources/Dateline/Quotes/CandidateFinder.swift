#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Proposes indirect and mixed quotations: every cue of a sentence with its complement, its content and its speaker.
///
/// - Complexity: O(tokens): each cue looks at most `QuoteScene.reach` tokens to either side.
struct CandidateFinder {
  let scene: QuoteScene
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

  /// "Moe was told that …": somebody said it, whoever that was.
  private static let told: Float = 1

  /// "denied the allegation", "denied stealing the money"
  private static let charged: Float = 1

  /// "Moe’s claim that …": a report that says whose it is.
  private static let owned: Float = 0.6

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
    // "- Power is out, the company says": nobody said the bullet.
    if low + 1 < end, scene.tokens.is(low, .lineStart), !scene.isWord(low), !scene.isQuotation(low),
      scene.mark(low) == .dash || scene.mark(low) == .other,
      scene.tokens.is(low + 1, .spaceBefore)
    {
      low += 1
    }
    while low < end, scene.isQuotation(low) { low += 1 }
    while end > low, !scene.isWord(end - 1), scene.mark(end - 1) == .other { end -= 1 }
    sentence = Bounds(number: number, low: low, end: end)
    lastSay = -1
  }

  private func cue(_ index: Int, into found: inout Column<QuoteCandidate>) {
    let tag = scene.tag(index)
    let word = scene.table.word(scene.citation(index))
    let low = max(sentence.low, index - QuoteScene.reach)
    // What is said between marks goes no farther than they do.
    let segment = scene.segmentOf[index]
    let limit = min(segment < 0 ? sentence.end : min(sentence.end, scene.segments[Int(segment)].end), index + QuoteScene.reach)
    if scene.lexeme(index) == scene.words.according, index + 1 < limit, scene.lexeme(index + 1) == scene.words.to {
      according(index, from: index, low, limit, into: &found)
      return
    }
    let entry = Int(tag.isVerb ? word.verb : tag.isNoun ? word.noun : word.adjective)
    guard entry >= 0, !tag.isNoun || isHead(index), !isObject(index, tag), !isModifier(index, tag) else { return }
    if tag.isVerb, word.flags.contains(.gesture) { return }
    if tag.isNoun, scene.table.flags(entry).contains(.viewpoint) {
      if scene.isInTheWords(index), index - 2 >= low { return according(index, from: index - 2, low, limit, into: &found) }
      if let owner = scene.ownerOfWords(index), owner.start > low {
        return according(index, from: owner.start - 1, low, limit, into: &found)
      }
      if scene.table.flags(entry).contains(.phrase) { return }
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
    if tag.isVerb, scene.lexeme(low) == scene.words.asWord, scene.table.cues[entry].flags.contains(.say),
      let (speaker, start) = scene.openingAs(index, takesHearer: scene.table.cues[entry].flags.contains(.addressee), low, limit)
    {
      let key = ComplementFrame.Key(.before)
      let end = scene.trimmed(start, limit)
      if end > start { add(.init(TokenRange(start, end)), index, entry, key, speaker, scene.table.score(entry, key), into: &found) }
      return
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

  /// Whether a participle belongs to the noun behind it: "the **asked** price", "a **claimed** victory".
  @inline(__always)
  private func isModifier(_ index: Int, _ tag: Tag) -> Bool {
    // "defending champion Ana Ruiz"
    if tag == .vbg, let group = scene.phrases.noun(startingAt: index + 1), scene.phrases.nouns.kind[group] == .proper,
      scene.tag(index + 1) == .nn, scene.tokens.has(index + 1, .role)
    {
      return true
    }
    guard tag == .vbn || tag == .vbg, let group = scene.phrases.noun(at: index) else { return false }
    return Int(scene.phrases.nouns.start[group]) < index && Int(scene.phrases.nouns.head[group]) > index
  }

  /// Whether a word that looks like a verb is the object of the one before: "rejected **calls** to close the road".
  @inline(__always)
  private func isObject(_ index: Int, _ tag: Tag) -> Bool {
    guard tag == .vbz, index > 0, scene.isFinite(index - 1), scene.tag(index - 1) != .md else { return false }
    return !scene.isAuxiliary(index - 1)
  }

  /// Content after the cue.
  @inline(__always)
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
    if frame.shape == .to || frame.shape == .np, scene.table.flags(entry).contains(.deed) { return }
    if scene.isAskedAbout(index, entry, frame, low) || form == .finite && scene.isHearsay(index, entry, frame, limit) { return }
    let key = ComplementFrame.Key(frame.shape, gap: frame.gap, form: form, preposition: frame.preposition)
    var score = scene.table.score(entry, key)
    if frame.shape == .to, scene.isRefusal(index), frame.content + 1 < limit, scene.isSpeech(frame.content + 1) {
      score += CandidateFinder.refusedToSpeak
    }
    if form == .passive, isTold(index, entry, frame, low) { score += CandidateFinder.told }
    if form == .finite, isAnswerToCharge(frame, entry, limit) { score += CandidateFinder.charged }
    guard score >= leastScore else { return }
    let answer = scene.answerStart(index, frame, low, limit)
    let rest = form == .noun && (frame.shape == .that || frame.shape == .to) ? scene.predicate(ofNoun: index, frame, limit) : limit
    let end = scene.trimmed(frame.content, scene.contentEnd(frame, of: index, answer ?? rest))
    guard end > frame.content, !scene.isBareObject(frame, end, entry), !scene.isRelative(frame, end, form),
      !scene.isRefusedDeed(index, frame, end), !scene.isName(frame, of: index, end)
    else { return }
    let content = QuoteCandidate.Fragments(TokenRange(scene.withOpeningMark(frame, end), end))
    // Whoever is asked does not ask.
    if form == .noun, frame.shape == .that, scene.isOwned(index) { score += CandidateFinder.owned }
    add(
      content, index, entry, key, answer == nil ? speaker(index, entry, form, low, limit) : scene.passiveAgent(of: index, limit), score,
      into: &found)
  }

  /// "denied **stealing the money**", "admitted **killing him**", "denied **the allegation**".
  private func isAnswerToCharge(_ frame: ComplementFrame, _ entry: Int, _ limit: Int) -> Bool {
    switch (frame.shape, scene.table.cues[entry].cueClass) {
    case (.ing, .deny), (.ing, .confirm): true
    case (.np, .deny): deniesCharge(frame.content, limit)
    default: false
    }
  }

  /// Whether the group at `start` is a charge, or something said: "denied **the allegation**", "rejected **the claims**".
  private func deniesCharge(_ start: Int, _ limit: Int) -> Bool {
    guard let group = scene.phrases.noun(at: start) else { return false }
    let head = Int(scene.phrases.nouns.head[group])
    return head < limit && scene.tokens.has(head, anyOf: CandidateFinder.charges)
  }

  private static let charges = WordClassSet(.speechNoun, .crimeWord, .documentNoun)

  /// Whether somebody is told, warned or informed of a clause: not "it is told that".
  private func isTold(_ index: Int, _ entry: Int, _ frame: ComplementFrame, _ low: Int) -> Bool {
    let cue = scene.table.cues[entry]
    guard cue.flags.contains(.addressee), frame.gap == .none, cue.kind.isSpeech || cue.cueClass == .order else { return false }
    switch frame.shape {
    case .that, .clause, .to, .ifWhether, .wh: break
    default: return false
    }
    guard let hearer = scene.subject(of: index, from: low) else { return false }
    switch scene.nounKind(hearer.head) {
    case .pronoun, .there, .thing, .document, .time, .cueNoun, .number, .determiner: return false
    default: return true
    }
  }

  /// "She wrote:" and paragraphs without marks.
  private func block(
    _ index: Int, _ entry: Int, _ form: ComplementFrame.Form, _ frame: ComplementFrame, _ low: Int, into found: inout Column<QuoteCandidate>
  ) {
    var start = frame.content
    guard scene.table.flags(entry).contains(.say), start < scene.count, scene.startsParagraph(start),
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
  func add(
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
    case .adjective where scene.table.flags(entry).contains(.impersonal): nil
    case .adjective: scene.adjectiveCueSubject(index, from: low)
    // Whoever is asked, told or expected says nothing; whoever is convinced or worried does.
    case .passive where !isFeeling(index): scene.passiveAgent(of: index, limit)
    default: scene.subject(of: index, from: low)
    }
  }

  /// Whether a participle says what its subject feels: convinced and worried, not expected.
  private func isFeeling(_ index: Int) -> Bool {
    let entry = Int(scene.table.word(scene.lexeme(index)).adjective)
    return entry >= 0 && !scene.table.flags(entry).contains(.impersonal)
  }
}
