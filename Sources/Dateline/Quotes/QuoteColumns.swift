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
  /// Segments inside others, and those among them that somebody speaks.
  var nested = Column<QuotedSegment>()
  var nestedQuotes = Column<NestedQuote>()
  /// Opening marks that miss their partner, and closing ones.
  var unclosed = Column<Int>()
  var unopened = Column<Int>()
  /// For each token the segment that holds it, -1 for none.
  var segmentOf = Column<Int32>()
  var candidates = Column<QuoteCandidate>()
  var blocks = Column<DirectBlock>()
  /// The segments of all blocks, block by block.
  var blockSegments = Column<Int32>()
  /// For the writer: candidates in the order of their worth.
  var ranks = Column<Int>()
  /// For each token whether its tag is one of a cue.
  private var tagCodes = Column<UInt8>()
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
    /// Said by somebody within a quotation.
    case nested
  }

  func set(_ set: Set) -> TokenSet { TokenSet(words: bits.base + set.rawValue * (bits.count / Set.allCases.count)) }

  func deallocate() {
    marks.deallocate()
    landmarks.deallocate()
    paragraphs.deallocate()
    segments.deallocate()
    nested.deallocate()
    nestedQuotes.deallocate()
    unclosed.deallocate()
    unopened.deallocate()
    segmentOf.deallocate()
    candidates.deallocate()
    blocks.deallocate()
    blockSegments.deallocate()
    ranks.deallocate()
    tagCodes.deallocate()
    bits.deallocate()
  }

  /// Reads marks, words and possible cues off the tokens.
  mutating func read(_ tokens: TokenColumns, _ bytes: UnsafePointer<UInt8>, _ cues: LexemeSet, _ table: MarkTable) {
    bits.reset(count: TokenSet.wordCount(tokens.count) * Set.allCases.count, repeating: 0)
    marks.reset(count: tokens.count, repeating: .word)
    segmentOf.reset(count: tokens.count, repeating: -1)
    landmarks.removeAll()
    paragraphs.removeAll()
    tagCodes.reset(count: (tokens.count + 63) & ~63, repeating: 0)
    QuoteColumns.encode(tokens.tag, tokens.count, into: tagCodes.base)
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
    let punctuation = TokenFlags.punctuation.tokens(word, of: tokens)
    var isWord = count == 64 ? ~punctuation : ~punctuation & (1 &<< UInt64(count) &- 1)
    var rest = punctuation | TokenFlags.lineOrParagraphStart.tokens(word, of: tokens)
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
    set(.counted).words[word] = isWord & ~TokenFlags.clitic.tokens(word, of: tokens)
    set(.cues).words[word] = reporting(first, tokens, cues)
  }

  /// Puts a candidate where its cue stands among the others.
  mutating func insert(_ candidate: QuoteCandidate) {
    candidates.append(candidate)
    var at = candidates.count - 1
    while at > 0, candidates[at - 1].cue > candidate.cue {
      candidates[at] = candidates[at - 1]
      at -= 1
    }
    candidates[at] = candidate
  }

  /// One bit for each token that may be a cue, by tag and word: half of all words pass the first test, few pass both. In two steps, each without a
  /// branch: which words pass comes as it pleases.
  @inline(__always)
  private func reporting(_ first: Int, _ tokens: TokenColumns, _ cues: LexemeSet) -> UInt64 {
    var rest = TokenSet.bits(of: tagCodes.base + first, lane: 0)
    var listed: UInt64 = 0
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      listed |= (tokens.profile[first &+ place].mayConcernSpeech ? 1 : 0) &<< UInt64(place)
    }
    var bits: UInt64 = 0
    while listed != 0 {
      let place = listed.trailingZeroBitCount
      listed &= listed &- 1
      let token = first &+ place
      bits |= cues.bit(QuoteColumns.isCitation(tokens.tag[token]) ? tokens.lexeme[token] : tokens.lemma[token]) &<< UInt64(place)
    }
    return bits
  }

  /// Whether a word of this tag is looked up as it stands; verbs and plurals are by their lemma.
  @inline(__always) static func isCitation(_ tag: Tag) -> Bool { (Tag.jj.bit | Tag.nn.bit) &>> UInt64(tag.rawValue) & 1 != 0 }

  /// What a cue may be: verb, noun, adjective. A loop that the compiler does sixteen tokens at a time.
  private static func encode(_ tags: UnsafePointer<Tag>, _ count: Int, into codes: UnsafeMutablePointer<UInt8>) {
    let verbs = Tag.vb.rawValue...Tag.vbz.rawValue
    for token in 0..<count {
      let tag = tags[token].rawValue
      let isVerb = tag &- verbs.lowerBound <= verbs.upperBound &- verbs.lowerBound
      codes[token] = isVerb || tag &- Tag.nn.rawValue <= 1 || tag == Tag.jj.rawValue ? 1 : 0
    }
  }
}
