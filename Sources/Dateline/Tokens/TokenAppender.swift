/// Looks at a token's bytes once: folds, hashes, looks up and flags them, and appends the columns.
///
/// Short ASCII words, nearly all of a text, go eight bytes at a time through registers; everything else takes the byte-wise way. One per worker.
final class TokenAppender {
  private let lexicon: Lexicon
  private let cache = WordCache()
  private var scratch: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var sink: TokenSink? = TokenSink()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    scratch = .allocate(capacity: capacity)
  }

  deinit {
    sink?.deallocate()
    scratch.deallocate()
    cache.deallocate()
  }

  /// The worker's columns, emptied; give them back with `returnSink`.
  func takeSink() -> TokenSink {
    var taken = sink ?? TokenSink()
    sink = nil
    taken.removeAll()
    return taken
  }

  func returnSink(_ used: TokenSink) { sink = used }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// High bits of the bytes of `word` (ASCII) that lie in `from...to`.
  @inline(__always) private static func between(_ word: UInt64, _ from: UInt8, _ to: UInt8) -> UInt64 {
    let above = word &+ ones &* UInt64(0x80 - from)
    let beyond = word &+ ones &* UInt64(0x7F - to)
    return (above ^ beyond) & tops
  }

  @inline(__always) private static func holds(_ word: UInt64, _ byte: UInt8) -> Bool {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & tops != 0
  }

  /// Appends the token `from..<to` of `text`, of which `length` bytes may be read.
  @inline(__always)
  func append(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ length: Int, _ extra: TokenFlags, to table: inout TokenSink) {
    let count = to - from
    if count <= ShortWord.longest {
      let word = ShortWord.load(text + from, count, room: length - from)
      if (word.low | word.high) & TokenAppender.tops == 0 {
        short(word, from, to, extra, text, &table)
        return
      }
    }
    long(text, from, to, extra, &table)
  }

  /// Has the cache fetch the word `from..<to`, which is going to be appended soon. Sixteen bytes at `from` must be readable.
  @inline(__always)
  func fetch(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int) {
    if to - from <= ShortWord.longest { cache.fetch(ShortWord.load(text + from, to - from, room: ShortWord.longest)) }
  }

  /// Appends a token of ASCII letters only; false, and nothing done, for any other. Sixteen bytes at `from` must be readable.
  @inline(__always)
  func appendLetters(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ extra: TokenFlags, to table: inout TokenSink) -> Bool {
    let count = to - from
    guard count <= ShortWord.longest else { return false }
    let word = ShortWord.load(text + from, count, room: ShortWord.longest)
    if (word.low | word.high) & TokenAppender.tops != 0 { return false }
    let upperLow = TokenAppender.between(word.low, 65, 90)
    let upperHigh = TokenAppender.between(word.high, 65, 90)
    let folded = ShortWord(low: word.low | upperLow >> 2, high: word.high | upperHigh >> 2, count: count)
    let full = ShortWord.tops(count)
    guard TokenAppender.between(folded.low, 97, 122) == full.low, TokenAppender.between(folded.high, 97, 122) == full.high else {
      return false
    }
    var flags: TokenFlags
    if upperLow | upperHigh == 0 {
      flags = [.hasLetter, .lowercase]
    } else if upperLow == 0x80, upperHigh == 0 {
      flags = [.hasLetter, .capitalized, .anyCapital]
    } else if upperLow == full.low, upperHigh == full.high {
      flags = [.hasLetter, .capitalized, .anyCapital, .allCapitals]
    } else {
      flags = upperLow & 0x80 == 0 ? [.hasLetter, .anyCapital, .innerCapital] : [.hasLetter, .capitalized, .anyCapital, .innerCapital]
    }
    find(folded, flags.union(extra), from, to, &table)
    return true
  }

  @inline(__always)
  private func find(_ folded: ShortWord, _ flags: TokenFlags, _ from: Int, _ to: Int, _ table: inout TokenSink) {
    let found = cache.find(folded, lexicon: lexicon)
    if found.lexeme >= 0 {
      table.push(from, to, found.lexeme, found, flags)
    } else {
      own(folded, from, to, flags, &table)
    }
  }

  @inline(never)
  private func short(
    _ word: ShortWord, _ from: Int, _ to: Int, _ extra: TokenFlags, _ text: UnsafePointer<UInt8>, _ table: inout TokenSink
  ) {
    let upperLow = TokenAppender.between(word.low, 65, 90)
    let upperHigh = TokenAppender.between(word.high, 65, 90)
    let folded = ShortWord(low: word.low | upperLow >> 2, high: word.high | upperHigh >> 2, count: word.count)
    let letterLow = TokenAppender.between(folded.low, 97, 122)
    let letterHigh = TokenAppender.between(folded.high, 97, 122)
    let letters = letterLow.nonzeroBitCount + letterHigh.nonzeroBitCount
    var flags: TokenFlags = []
    if letters == word.count, upperLow | upperHigh == 0 {
      flags = [.hasLetter, .lowercase]
    } else {
      flags = shape(word, letters, letterLow, letterHigh, upperLow, upperHigh, from, to, text)
    }
    find(folded, flags.union(extra), from, to, &table)
  }

  @inline(never)
  private func own(_ word: ShortWord, _ from: Int, _ to: Int, _ flags: TokenFlags, _ table: inout TokenSink) {
    var bytes = (word.low.littleEndian, word.high.littleEndian)
    let index = withUnsafeBytes(of: &bytes) {
      table.ownWords.intern($0.baseAddress!.assumingMemoryBound(to: UInt8.self), word.count, hash: word.hash)
    }
    unknown(from, to, index, flags, &table)
  }

  @inline(__always)
  private func unknown(_ from: Int, _ to: Int, _ index: Int, _ flags: TokenFlags, _ table: inout TokenSink) {
    table.push(from, to, LexemeID(truncatingIfNeeded: lexicon.count + index), .unknown, flags)
  }

  /// Flags of a short ASCII token that is not all small letters.
  @inline(__always)
  private func shape(
    _ word: ShortWord, _ letters: Int, _ letterLow: UInt64, _ letterHigh: UInt64, _ upperLow: UInt64, _ upperHigh: UInt64, _ from: Int,
    _ to: Int,
    _ text: UnsafePointer<UInt8>
  ) -> TokenFlags {
    let digitLow = TokenAppender.between(word.low, 48, 57)
    let digitHigh = TokenAppender.between(word.high, 48, 57)
    let digits = digitLow | digitHigh
    if letters == 0, digits == 0 { return TokenShape.read(text + from, to - from) }
    var flags: TokenFlags = []
    if letters + digits.nonzeroBitCount != word.count || digits != 0 {
      // Something beside letters: rare enough for the byte-wise way.
      return TokenShape.read(text + from, to - from)
    }
    flags = [.hasLetter]
    let upper = upperLow.nonzeroBitCount + upperHigh.nonzeroBitCount
    let firstUpper = upperLow & 0x80 != 0
    if firstUpper { flags.insert(.capitalized) }
    if upper > 0 { flags.insert(.anyCapital) }
    if upper >= 2, upper == letters { flags.insert(.allCapitals) }
    if upper > (firstUpper ? 1 : 0), upper != letters { flags.insert(.innerCapital) }
    return flags
  }

  @inline(never)
  private func long(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ extra: TokenFlags, _ table: inout TokenSink) {
    let count = to - from
    if count > capacity {
      scratch.deallocate()
      capacity = count * 2
      scratch = .allocate(capacity: capacity)
    }
    let flags = TokenShape.read(text + from, count).union(extra)
    let folded = Folding.fold(text + from, count, into: scratch)
    if folded <= ShortWord.longest {
      let word = ShortWord.load(scratch, folded, room: capacity)
      find(word, flags, from, to, &table)
      return
    }
    let hash = ByteHash.hash(scratch, folded)
    let compiled = lexicon.find(scratch, folded, hash: hash)
    if compiled >= 0 {
      table.push(from, to, compiled, lexicon.reading(compiled), flags)
    } else {
      let index = table.ownWords.intern(scratch, folded, hash: hash)
      unknown(from, to, index, flags, &table)
    }
  }
}
