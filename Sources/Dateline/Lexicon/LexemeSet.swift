/// A set of words of the lexicon, one bit each, at an address: small enough to stay in the cache, so that most words cost one test. Its owner
/// fills it before others see it, and deallocates it.
struct LexemeSet: @unchecked Sendable {
  /// The bits of lexeme 0 and so on, behind a word of zeros for an article's own words.
  private let bits: UnsafeMutablePointer<UInt64>
  private let count: UInt32

  /// An empty set over a lexicon of so many words.
  init(lexemes: Int) {
    count = UInt32(truncatingIfNeeded: lexemes)
    bits = .allocate(capacity: lexemes / 64 + 2)
    bits.initialize(repeating: 0, count: lexemes / 64 + 2)
  }

  func deallocate() { bits.deallocate() }

  func insert(_ lexeme: LexemeID) {
    guard UInt32(bitPattern: lexeme) < count else { return }
    bits[Int(lexeme) / 64 + 1] |= 1 << UInt64(lexeme & 63)
  }

  /// One when the word is in the set, else zero; no branch.
  @inline(__always) func bit(_ lexeme: LexemeID) -> UInt64 {
    let number = UInt32(bitPattern: lexeme)
    let place = (number &+ 64) & (number < count ? ~0 : 0)
    return bits[Int(place &>> 6)] &>> UInt64(number & 63) & 1
  }

  @inline(__always) func contains(_ lexeme: LexemeID) -> Bool { bit(lexeme) != 0 }
}
