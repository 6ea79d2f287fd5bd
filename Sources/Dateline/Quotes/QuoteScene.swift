/// What the quotation stage reads: tokens, groups, marks and quoted segments of one article, with the questions its rules ask of them.
///
/// Addresses only, valid while the stage runs over the article: every rule asks dozens of questions, and none of them counts references.
final class QuoteScene {
  let layers: ArticleLayers
  let tokens: TokenColumns
  let phrases: PhraseColumns
  let words: FunctionWords
  let table: CueTable
  /// One a token.
  let marks: UnsafePointer<PunctuationMark>
  let segments: UnsafeMutableBufferPointer<QuotedSegment>
  /// For each token inside quotation marks, its segment; -1 for the others and for the marks themselves.
  let segmentOf: UnsafeMutablePointer<Int32>
  /// The tokens inside quotation marks.
  let quoted: TokenSet
  /// The tokens of quotations inside others.
  let nested: TokenSet
  /// Words without clitics.
  let counted: TokenSet
  /// The tokens that begin a paragraph.
  let paragraphs: UnsafeBufferPointer<Int32>

  /// No rule looks farther than this many tokens to either side.
  static let reach = 150

  /// A scene over columns that are read and hold the segments.
  init(_ columns: QuoteColumns, _ layers: ArticleLayers, table: CueTable, words: FunctionWords) {
    self.layers = layers
    tokens = layers.tokens
    phrases = layers.phrases
    self.words = words
    self.table = table
    marks = UnsafePointer(columns.marks.base)
    segments = UnsafeMutableBufferPointer(start: columns.segments.base, count: columns.segments.count)
    segmentOf = columns.segmentOf.base
    quoted = columns.set(.quoted)
    nested = columns.set(.nested)
    counted = columns.set(.counted)
    paragraphs = UnsafeBufferPointer(start: columns.paragraphs.base, count: columns.paragraphs.count)
  }

  var count: Int { tokens.count }

  /// The mention whose tokens hold `token`; nil for none.
  @inline(__always) func mention(at token: Int) -> Int? { layers.mention(at: token) }

  /// Whether a paragraph (or a line of its own) starts with a token of these flags.
  @inline(__always) static func startsParagraph(_ flags: TokenFlags) -> Bool {
    flags.contains(.paragraphStart) || flags.contains(.lineStart) && flags.contains(.sentenceStart)
  }

  /// Whether a paragraph (or a line of its own) starts at `token`.
  func startsParagraph(_ token: Int) -> Bool { QuoteScene.startsParagraph(tokens.flags[token]) }

  /// Number of the zone that holds the token; -1 for none. O(log zones).
  func zone(_ token: Int) -> Int {
    let offset = tokens.start[token]
    let zones = layers.zones
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
  @inline(__always)
  func setting(_ index: Int) -> CueTable.Setting { isListed(index) ? table.setting(tokens.lexeme[index]) : CueTable.Setting(rawValue: 0) }
  /// Whether the cue tables may say anything of the token's word or lemma: what lies beside the token is read faster than the tables.
  @inline(__always) private func isListed(_ index: Int) -> Bool { tokens.profile[index].mayConcernSpeech }
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
  @inline(__always) func verbCue(_ index: Int) -> Int { isListed(index) ? Int(table.word(lemma(index)).verb) : -1 }

  /// The same for a noun.
  @inline(__always) func nounCue(_ index: Int) -> Int { isListed(index) ? Int(table.word(citation(index)).noun) : -1 }

  /// The form under which a cue stands in the tables: adjectives and nouns in the singular as they are, since "warning" may be one of "warn" elsewhere.
  @inline(__always)
  func citation(_ index: Int) -> LexemeID { QuoteColumns.isCitation(tokens.tag[index]) ? tokens.lexeme[index] : tokens.lemma[index] }

  /// The flags of the verb cue; none where the lemma is no cue.
  @inline(__always) func cueFlags(_ index: Int) -> CueTable.Flags { isListed(index) ? table.word(lemma(index)).flags : [] }

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
    // the novel “The Long Quay” was
    if end + 1 < limit, isQuotation(end), let title = titleBehind(end, limit) { return title }
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

  /// The token behind the title that opens at `mark`, where a finite verb follows it; nil for other marks.
  private func titleBehind(_ mark: Int, _ limit: Int) -> Int? {
    let number = segmentOf[mark + 1]
    guard number >= 0 else { return nil }
    let segment = segments[Int(number)]
    guard segment.open == mark, segment.isTitle, segment.close >= 0, segment.close + 1 < limit, isFinite(segment.close + 1) else {
      return nil
    }
    return segment.close + 1
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
    // "the ruling below would": a preposition without a group is an adverb.
    while position < limit,
      tag(position).isAdverb || isQuotation(position) || tag(position) == .in && position + 1 < limit && isFinite(position + 1)
    { position += 1 }
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
