/// What the quotation stage reads: tokens, groups, marks and quoted segments of one article, with the questions its rules ask of them.
struct QuoteScene {
  let tokens: TokenTable
  let phrases: Phrases
  let lexicon: Lexicon
  let words: FunctionWords
  let table: CueTable
  /// One a token.
  let marks: [PunctuationMark]
  /// The tokens that are quotation marks or begin a paragraph, in order: few, so that what looks for them passes over all others.
  let landmarks: [Int32]
  /// The tokens that begin a paragraph.
  private let paragraphs: [Int32]
  var segments: [QuotedSegment] = []
  /// For each token inside quotation marks, its segment; -1 for the others and for the marks themselves.
  var segmentOf: [Int32]
  private let zones: [Zone]

  /// No rule looks farther than this many tokens to either side.
  static let reach = 150

  init(_ analysis: borrowing Analysis, table: CueTable, lexicon: Lexicon, words: FunctionWords) {
    tokens = analysis.tokens
    zones = analysis.zones
    phrases = analysis.phrases
    self.lexicon = lexicon
    self.words = words
    self.table = table
    let count = tokens.count
    var marks = [PunctuationMark](repeating: .word, count: count)
    var landmarks: [Int32] = []
    var paragraphs: [Int32] = []
    let asked: TokenFlags = [.punctuation, .paragraphStart, .lineStart]
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count where !analysis.tokens.flags[index].isDisjoint(with: asked) {
        let flags = analysis.tokens.flags[index]
        if flags.contains(.punctuation), analysis.tokens.tag[index] != .pos {
          marks[index] = PunctuationMark.read(
            UnsafeBufferPointer(rebasing: bytes[Int(analysis.tokens.start[index])..<Int(analysis.tokens.end[index])]))
        }
        let starts = QuoteScene.startsParagraph(flags)
        if starts { paragraphs.append(Int32(truncatingIfNeeded: index)) }
        if starts || marks[index].isQuotation { landmarks.append(Int32(truncatingIfNeeded: index)) }
      }
    }
    self.marks = marks
    self.landmarks = landmarks
    self.paragraphs = paragraphs
    segmentOf = [Int32](repeating: -1, count: count)
  }

  var count: Int { marks.count }

  /// Whether a paragraph (or a line of its own) starts with a token of these flags.
  @inline(__always) static func startsParagraph(_ flags: TokenFlags) -> Bool {
    flags.contains(.paragraphStart) || flags.contains(.lineStart) && flags.contains(.sentenceStart)
  }

  /// Whether a paragraph (or a line of its own) starts at `token`.
  func startsParagraph(_ token: Int) -> Bool { QuoteScene.startsParagraph(tokens.flags[token]) }

  /// The first token behind `token` that starts a paragraph; `count` when none does. O(log paragraphs).
  func nextParagraph(after token: Int) -> Int {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(paragraphs[middle]) <= token { low = middle + 1 } else { high = middle }
    }
    return low < paragraphs.count ? Int(paragraphs[low]) : count
  }

  /// Number of the zone that holds the token; -1 for none. O(log zones).
  func zone(_ token: Int) -> Int {
    let offset = tokens.start[token]
    var low = 0
    var high = zones.count
    while low < high {
      let middle = (low + high) / 2
      if zones[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < zones.count && zones[low].span.start <= offset ? low : -1
  }
  @inline(__always) func tag(_ index: Int) -> Tag { tokens.tag[index] }
  @inline(__always) func mark(_ index: Int) -> PunctuationMark { marks[index] }
  @inline(__always) func lexeme(_ index: Int) -> LexemeID { tokens.lexeme[index] }
  @inline(__always) func lemma(_ index: Int) -> LexemeID { tokens.lemma[index] }
  @inline(__always) func setting(_ index: Int) -> CueTable.Setting { table.setting(tokens.lexeme[index]) }
  @inline(__always) func isQuotation(_ index: Int) -> Bool { marks[index].isQuotation }
  @inline(__always) func isFinite(_ index: Int) -> Bool { tokens.tag[index].isFinite }
  @inline(__always) func isWord(_ index: Int) -> Bool { marks[index] == .word }

  /// Whether the token stands inside direct speech.
  @inline(__always)
  func isDirect(_ index: Int) -> Bool {
    let segment = segmentOf[index]
    return segment >= 0 && segments[Int(segment)].isDirect
  }

  /// The verb cue that the token's lemma is; -1 for none.
  @inline(__always) func verbCue(_ index: Int) -> Int { Int(table.word(lemma(index)).verb) }

  @inline(__always)
  func cueFlags(_ index: Int) -> CueTable.Flags {
    let cue = verbCue(index)
    return cue >= 0 ? table.cues[cue].flags : []
  }

  /// A form of be, have, do or get.
  func isAuxiliary(_ index: Int) -> Bool {
    let lemma = lemma(index)
    return lemma == words.be || lemma == words.have || lemma == words.doVerb || lemma == words.get
      || lexeme(index) == words.s && tag(index) == .vbz
  }

  /// Where the noun group that starts at `index` ends, quotation marks inside it passed over; `index` when none starts there.
  func groupEnd(_ index: Int, _ limit: Int) -> Int {
    guard index < limit, let group = phrases.noun(at: index), phrases.nouns.kind[group] != .relative else { return index }
    var end = min(limit, Int(phrases.nouns.end[group]))
    // the "best" deal
    if end + 1 < limit, isQuotation(end), segmentOf[end + 1] >= 0, tag(end + 1).isNoun || tag(end + 1).isAdjective,
      phrases.nouns.kind[group] == .bare || phrases.nouns.kind[group] == .common, let inner = phrases.noun(startingAt: end + 1)
    {
      end = min(limit, Int(phrases.nouns.end[inner]))
      if end + 1 < limit, isQuotation(end), segmentOf[end + 1] < 0, let last = phrases.noun(startingAt: end + 1), tag(end + 1) != .prp,
        tag(end + 1) != .dt
      {
        end = min(limit, Int(phrases.nouns.end[last]))
      }
    }
    return end
  }

  /// Whether a clause starts at `index`: noun group, prepositional phrases, adverbs, finite verb.
  func clauseStarts(_ index: Int, _ limit: Int) -> Bool {
    var position = groupEnd(index, limit)
    guard position > index else { return false }
    for _ in 0..<3 {
      guard position + 1 < limit else { break }
      if tag(position) == .in || tag(position) == .to, setting(position).contains(.subjectLink) {
        let next = groupEnd(position + 1, limit)
        if next == position + 1 { break }
        position = next
      } else if lexeme(position) == words.and || lexeme(position) == words.or {
        let next = groupEnd(position + 1, limit)
        if next == position + 1 { break }
        position = next
      } else {
        break
      }
    }
    while position < limit, tag(position).isAdverb || isQuotation(position) { position += 1 }
    return position < limit && isFinite(position)
  }

  /// The end of `start..<end` without blanks, closing punctuation and marks; a closing mark whose partner stands inside stays.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var position = end
    while position > start {
      let mark = marks[position - 1]
      if mark == .word || mark == .closeParenthesis || mark == .other { break }
      if mark.isQuotation, position >= 2, position - 2 >= start {
        // The mark that closes a quotation opened inside the content.
        let segment = segmentOf[position - 2]
        if segment >= 0, segments[Int(segment)].close == position - 1, segments[Int(segment)].open >= start { break }
      }
      position -= 1
    }
    return position
  }
}
