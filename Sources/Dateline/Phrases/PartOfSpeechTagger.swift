/// Chooses each token's part of speech: the lexicon's tags, narrowed by an ordered list of rules on the words around it.
///
/// One pass from left to right: on the left stand decided tags, on the right the candidates of lexicon and shape. Writes
/// `Analysis.tokens.tag`.
///
/// - Complexity: O(tokens); the widest look-ahead is eight tokens.
struct PartOfSpeechTagger {
  private let words: FunctionWords
  private let space = Workspace()

  /// Owns the list of the punctuation of the article at hand.
  private final class Workspace {
    var marks = Column<Int32>()
    deinit { marks.deallocate() }
  }

  init(gazetteer: GazetteerFile) {
    words = FunctionWords(gazetteer.lexicon)
  }

  func run(_ analysis: inout Analysis) {
    let count = analysis.tokens.count
    guard count > 0 else { return }
    // The candidates are narrowed in place; nothing reads them afterwards but the next article's tokenizer wants their memory.
    var candidates: [Candidates] = []
    swap(&candidates, &analysis.tokens.candidates)
    defer { swap(&candidates, &analysis.tokens.candidates) }
    // The tags are written over the lexicon's, which no rule reads.
    var tags: [Tag] = []
    swap(&tags, &analysis.tokens.tag)
    defer { swap(&tags, &analysis.tokens.tag) }
    space.marks.resize(count: count)
    let marks = space.marks.base
    // By address: the table would be copied, with the references of all columns.
    let tokens = withUnsafePointer(to: &analysis.tokens) { TokenColumns($0) }
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      candidates.withUnsafeMutableBufferPointer { candidates in
        tags.withUnsafeMutableBufferPointer { tags in
          let openings = CapitalOpenings(tokens: tokens, bytes: bytes, candidates: candidates.baseAddress!, marks: marks)
          openings.read(analysis.sentences)
          withUnsafePointer(to: words) { words in
            withUnsafePointer(to: tokens) {
              TagContext.decide(
                $0, analysis.sentences, candidates: UnsafePointer(candidates.baseAddress!), tags: tags.baseAddress!, words: words)
            }
          }
        }
      }
    }
  }
}

/// Corrects the candidates of tokens whose capital says little because of where they stand (behind a sentence's start or an opening mark, or
/// in a headline), and those of apostrophes.
private struct CapitalOpenings {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let candidates: UnsafeMutablePointer<Candidates>
  /// Room for as many numbers as there are tokens.
  let marks: UnsafeMutablePointer<Int32>

  func read(_ sentences: [Sentence]) {
    let count = listMarks()
    var next = 0
    for sentence in sentences {
      var end = next
      while end < count, marks[end] < sentence.tokens.end { end += 1 }
      read(sentence.tokens, marks: UnsafeBufferPointer(start: marks + next, count: end - next))
      next = end
    }
  }

  /// Lists the marks behind which a capital says little, and the apostrophes; returns their number. Written without a branch: most marks are commas
  /// and stops, but which, is anybody's guess.
  private func listMarks() -> Int {
    var count = 0
    var first = 0
    while first < tokens.count {
      var found = TokenFlags.punctuation.tokens(tokens.flags + first, min(64, tokens.count - first))
      while found != 0 {
        let token = first &+ found.trailingZeroBitCount
        marks[count] = Int32(truncatingIfNeeded: token)
        count &+= Int(opens(bytes[Int(tokens.start[token])]))
        found &= found &- 1
      }
      first += 64
    }
    return count
  }

  /// Reads one sentence, whose marks of the list are `marks`.
  @inline(__always)
  private func read(_ sentence: TokenRange, marks: UnsafeBufferPointer<Int32>) {
    let from = sentence.first
    let to = Int(sentence.end)
    let titled = isTitled(sentence)
    if titled { for index in from..<to { loosen(index, first: false, titled: true) } }
    var word = loosenWord(from, to, titled: titled)
    var insideSingle = false
    for mark in marks {
      let index = Int(mark)
      if isApostrophe(span(index)) {
        let next = index + 1 < to ? tokens.flags[index + 1] : []
        if tokens.is(index, .spaceBefore) {
          insideSingle = !next.contains(.spaceBefore)
        } else if insideSingle {
          insideSingle = false
        } else if index > from, bytes[Int(tokens.end[index - 1]) - 1] | 0x20 == UInt8(ascii: "s"), next.contains(.spaceBefore),
          next.contains(.hasLetter)
        {
          // "the workers’ union"
          candidates[index] = TagGuesser.pack(0, .pos)
        }
      }
      // Before the word that was found last stand nothing but marks: of a long row of them only the first looks for it.
      if index >= word { word = loosenWord(index, to, titled: titled) }
    }
  }

  /// Loosens the first word from `index` on, behind any marks that stand there, before `to`; returns its number, or `to`.
  @inline(__always)
  private func loosenWord(_ index: Int, _ to: Int, titled: Bool) -> Int {
    var word = index
    while word < to, tokens.is(word, .punctuation) { word += 1 }
    if word < to { loosen(word, first: true, titled: titled) }
    return word
  }

  /// 1 where a mark that starts with this byte is a quotation mark, a dash or a colon, behind which a capital says little; or an apostrophe.
  @inline(__always)
  private func opens(_ byte: UInt8) -> UInt64 {
    Bit.same(byte, UInt8(ascii: "\"")) | Bit.same(byte, UInt8(ascii: ":")) | Bit.same(byte, UInt8(ascii: "`"))
      | Bit.same(byte, UInt8(ascii: "'")) | Bit.same(byte, 0xE2)
  }

  /// A headline: hardly a long word in lower case.
  @inline(__always)
  private func isTitled(_ sentence: TokenRange) -> Bool {
    let letterShift = UInt32(TokenFlags.hasLetter.rawValue.trailingZeroBitCount)
    let capitalShift = UInt32(TokenFlags.capitalized.rawValue.trailingZeroBitCount)
    var capitals: UInt32 = 0
    var words: UInt32 = 0
    var from = sentence.first
    while from < Int(sentence.end) {
      let to = min(from + 8, Int(sentence.end))
      for index in from..<to {
        let flags = tokens.flags[index].rawValue
        // 1 for tokens of more than three bytes that have letters: sums of bits, no branch.
        let isLong = UInt32(bitPattern: 3 &- (tokens.end[index] &- tokens.start[index])) &>> 31
        let isWord = flags &>> letterShift & isLong
        words &+= isWord
        capitals &+= isWord & flags &>> capitalShift
      }
      // More small words than all others could make up for, were they capitals: so it is soon with nearly every sentence.
      if Int(words &- capitals) * 6 >= sentence.count { return false }
      from = to
    }
    return capitals >= 3 && (words &- capitals) * 5 < capitals
  }

  private func span(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(tokens.start[index])..<Int(tokens.end[index])])
  }

  /// Reads a token's candidates anew; only a capital's change.
  @inline(__always)
  private func loosen(_ index: Int, first: Bool, titled: Bool) {
    let flags = tokens.flags[index]
    guard flags.contains(.capitalized) else { return }
    candidates[index] = TagGuesser.candidates(
      tokens.profile[index], flags, tokens.classes[index], span(index), first: first, titled: titled)
  }

  /// ' or ’ or ‘.
  @inline(__always)
  private func isApostrophe(_ span: UnsafeBufferPointer<UInt8>) -> Bool {
    span.count == 1 && span[0] == UInt8(ascii: "'")
      || span.count == 3 && span[0] == 0xE2 && span[1] == 0x80 && (span[2] == 0x99 || span[2] == 0x98)
  }
}
