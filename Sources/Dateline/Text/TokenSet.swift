import CICU

/// A set of tokens, one bit each, at a fixed address: stretches of tokens are counted, marked and asked for 64 at a time.
///
/// The memory belongs to a column of the stage, `wordCount` words long.
struct TokenSet {
  let words: UnsafeMutablePointer<UInt64>

  /// The words that so many tokens need; one more bit than tokens, so that a position behind the last one may be asked for.
  @inline(__always) static func wordCount(_ tokens: Int) -> Int { tokens / 64 + 1 }

  @inline(__always) func contains(_ token: Int) -> Bool { words[token &>> 6] &>> UInt64(token & 63) & 1 != 0 }
  @inline(__always) func insert(_ token: Int) { words[token &>> 6] |= 1 &<< UInt64(token & 63) }

  /// Inserts the token if it is to be, without a branch.
  @inline(__always)
  func insert(_ token: Int, if isWanted: Bool) { words[token &>> 6] |= (isWanted ? 1 : 0) &<< UInt64(token & 63) }

  /// Inserts the token for a bit that is 1; does nothing for 0.
  @inline(__always)
  func insert(_ token: Int, bit: UInt64) { words[token &>> 6] |= bit &<< UInt64(token & 63) }

  func insert(_ range: TokenRange) { change(range) { $0 |= $1 } }

  @inline(__always)
  func remove(_ range: TokenRange) { change(range) { $0 &= ~$1 } }

  /// Changes each word that holds tokens of the range, given their bits.
  @inline(__always)
  private func change(_ range: TokenRange, _ change: (inout UInt64, UInt64) -> Void) {
    guard !range.isEmpty else { return }
    var word = range.first &>> 6
    let last = range.last &>> 6
    var mask = TokenSet.from(range.first)
    while word < last {
      change(&words[word], mask)
      mask = ~0
      word &+= 1
    }
    change(&words[word], mask & TokenSet.through(range.last))
  }

  /// Whether any token of the range is in the set.
  func intersects(_ range: TokenRange) -> Bool {
    guard !range.isEmpty else { return false }
    var word = range.first &>> 6
    let last = range.last &>> 6
    var mask = TokenSet.from(range.first)
    while word < last {
      if words[word] & mask != 0 { return true }
      mask = ~0
      word &+= 1
    }
    return words[word] & mask & TokenSet.through(range.last) != 0
  }

  /// How many tokens of the range are in the set.
  func count(_ range: TokenRange) -> Int { TokenSet.count(range) { words[$0] } }

  /// How many tokens of the range are in this set and in `other`.
  func count(_ range: TokenRange, and other: TokenSet) -> Int { TokenSet.count(range) { words[$0] & other.words[$0] } }

  @inline(__always)
  private static func count(_ range: TokenRange, _ bits: (Int) -> UInt64) -> Int {
    guard !range.isEmpty else { return 0 }
    var word = range.first &>> 6
    let last = range.last &>> 6
    var mask = TokenSet.from(range.first)
    var total = 0
    while word < last {
      total &+= (bits(word) & mask).nonzeroBitCount
      mask = ~0
      word &+= 1
    }
    return total &+ (bits(word) & mask & TokenSet.through(range.last)).nonzeroBitCount
  }

  /// The first token of the set from `token` on, or `limit` when there is none before it.
  @inline(__always)
  func next(from token: Int, limit: Int) -> Int {
    if token >= limit { return limit }
    var word = token &>> 6
    var bits = words[word] & TokenSet.from(token)
    let last = (limit &- 1) &>> 6
    while bits == 0 {
      if word == last { return limit }
      word &+= 1
      bits = words[word]
    }
    return min(limit, word &<< 6 | bits.trailingZeroBitCount)
  }

  /// The 64 tokens from `token` on, one bit each. The memory must hold the word behind the token's.
  @inline(__always)
  func bits(from token: Int) -> UInt64 {
    let place = UInt64(token & 63)
    return words[token &>> 6] &>> place | (words[(token &>> 6) &+ 1] &<< 1) &<< (63 &- place)
  }

  /// One bit for each of 64 bytes: its bit number `lane`.
  @inline(__always)
  static func bits(of bytes: UnsafePointer<UInt8>, lane: Int32) -> UInt64 { cicu_lane(bytes, lane) }

  /// The tokens of the set below `limit`, in order.
  @inline(__always) func tokens(below limit: Int) -> Tokens { Tokens(words: words, count: TokenSet.wordCount(limit)) }

  struct Tokens: Sequence, IteratorProtocol {
    private let words: UnsafeMutablePointer<UInt64>
    private let count: Int
    private var word = 0
    /// What is left of the word.
    private var rest: UInt64

    fileprivate init(words: UnsafeMutablePointer<UInt64>, count: Int) {
      self.words = words
      self.count = count
      rest = words[0]
    }

    @inline(__always)
    mutating func next() -> Int? {
      while rest == 0 {
        word &+= 1
        guard word < count else { return nil }
        rest = words[word]
      }
      let token = word &<< 6 | rest.trailingZeroBitCount
      rest &= rest &- 1
      return token
    }
  }

  /// The bits of a token's word from the token on, and up to it.
  @inline(__always) private static func from(_ token: Int) -> UInt64 { ~0 &<< UInt64(token & 63) }
  @inline(__always) private static func through(_ token: Int) -> UInt64 { ~0 &>> UInt64(63 - token & 63) }
}
