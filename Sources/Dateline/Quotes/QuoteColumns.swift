/// The quotation stage's columns, reused from article to article; passed `inout`, so that nothing asks who else holds them. One per worker, which
/// deallocates them.
struct QuoteColumns {
  /// One a token.
  var marks = Column<PunctuationMark>()
  /// The tokens that are quotation marks or begin a paragraph, in order: few, so that what looks for them passes over all others.
  var landmarks = Column<Int32>()
  /// The tokens that begin a paragraph.
  var paragraphs = Column<Int32>()
  var segments = Column<QuotedSegment>()
  /// Opening marks that miss their partner.
  var unclosed = Column<Int>()
  /// For each token the segment that holds it, -1 for none.
  var segmentOf = Column<Int32>()
  var candidates = Column<QuoteCandidate>()
  var blocks = Column<DirectBlock>()
  /// The segments of all blocks, block by block.
  var blockSegments = Column<Int32>()
  /// For the writer: candidates in the order of their worth.
  var ranks = Column<Int>()
  private var codes = FlagCodes()
  /// The sets, one behind the other.
  private var bits = Column<UInt64>()

  /// Sets of tokens.
  enum Set: Int, CaseIterable {
    /// No punctuation.
    case words
    /// Words without clitics: what the length of a text is counted in.
    case counted
    /// Between quotation marks.
    case quoted
    /// What may report something.
    case cues
    /// For the writer: part of a quotation; of a reported clause; a cue that has its quotation.
    case taken, reported, spent
  }

  func set(_ set: Set) -> TokenSet { TokenSet(words: bits.base + set.rawValue * (bits.count / Set.allCases.count)) }

  func deallocate() {
    marks.deallocate()
    landmarks.deallocate()
    paragraphs.deallocate()
    segments.deallocate()
    unclosed.deallocate()
    segmentOf.deallocate()
    candidates.deallocate()
    blocks.deallocate()
    blockSegments.deallocate()
    ranks.deallocate()
    codes.deallocate()
    bits.deallocate()
  }

  /// Reads marks, words and possible cues off the tokens.
  mutating func read(_ tokens: TokenColumns, _ bytes: UnsafePointer<UInt8>, _ cues: LexemeSet, _ table: MarkTable) {
    bits.reset(count: TokenSet.wordCount(tokens.count) * Set.allCases.count, repeating: 0)
    marks.reset(count: tokens.count, repeating: .word)
    segmentOf.reset(count: tokens.count, repeating: -1)
    landmarks.removeAll()
    paragraphs.removeAll()
    codes.read(tokens)
    var first = 0
    while first < tokens.count {
      readWord(first, min(64, tokens.count - first), tokens, bytes, cues, table)
      first += 64
    }
  }

  /// Reads the tokens of one word of the sets: flags become bits without a branch, then only marks and beginnings are looked at.
  @inline(__always)
  private mutating func readWord(
    _ first: Int, _ count: Int, _ tokens: TokenColumns, _ bytes: UnsafePointer<UInt8>, _ cues: LexemeSet, _ table: MarkTable
  ) {
    let word = first &>> 6
    let punctuation = codes.punctuation(word)
    var isWord = count == 64 ? ~punctuation : ~punctuation & (1 &<< UInt64(count) &- 1)
    var rest = punctuation | codes.starts(word)
    while rest != 0 {
      let place = UInt64(rest.trailingZeroBitCount)
      rest &= rest &- 1
      let index = first &+ Int(place)
      if punctuation &>> place & 1 != 0 {
        if tokens.tag[index] == .pos {
          isWord |= 1 &<< place
        } else {
          marks[index] = table.mark(bytes + Int(tokens.start[index]), tokens.length(index))
        }
      }
      let begins = QuoteScene.startsParagraph(tokens.flags[index])
      if begins { paragraphs.append(Int32(truncatingIfNeeded: index)) }
      if begins || marks[index].isQuotation { landmarks.append(Int32(truncatingIfNeeded: index)) }
    }
    set(.words).words[word] = isWord
    set(.counted).words[word] = isWord & ~codes.clitics(word)
    set(.cues).words[word] = QuoteColumns.reporting(first, count, tokens, cues)
  }

  /// One bit for each token that may be a cue, by tag and word: half of all words pass the first test, few pass both.
  @inline(__always)
  private static func reporting(_ first: Int, _ count: Int, _ tokens: TokenColumns, _ cues: LexemeSet) -> UInt64 {
    let (tags, words, lemmas) = (tokens.tag + first, tokens.lexeme + first, tokens.lemma + first)
    let cueTags = QuoteColumns.cueTags
    var bits: UInt64 = 0
    for index in 0..<count {
      // An adjective is looked up as it stands, verbs and nouns by their lemma.
      let tag = tags[index]
      let other: LexemeID = tag == .jj ? -1 : 0
      let word = lemmas[index] ^ (lemmas[index] ^ words[index]) & other
      bits |= (cueTags &>> UInt64(tag.rawValue) & cues.bit(word)) &<< UInt64(index)
    }
    return bits
  }

  /// What a cue may be.
  private static var cueTags: UInt64 {
    Tag.vb.bit | Tag.vbd.bit | Tag.vbg.bit | Tag.vbn.bit | Tag.vbp.bit | Tag.vbz.bit | Tag.nn.bit | Tag.nns.bit | Tag.jj.bit
  }
}
