/// What a token carries of its lexeme, so that the passes over tokens need not visit the lexicon's records.
struct WordReading {
  var classes: WordClassSet
  var tags: LexiconTags
  /// -1 for a word that the lexicon lacks.
  var lexeme: LexemeID
  /// Whether names start with the word (bit 0), go on with it (bit 1), or start with it in small letters (bit 2).
  var nameBits: UInt8

  static let unknown = WordReading(classes: WordClassSet(low: 0, high: 0), tags: .none, lexeme: -1, nameBits: 0)
}

/// The lexicon's tags of a word in one integer: bits 0 to 36 the `TagSet`, bits 40 to 47 the case risk, the top byte the likeliest tag.
public struct LexiconTags: Sendable, Hashable {
  let rawValue: UInt64

  static let none = LexiconTags(TagSet(), primary: 255, risk: -128)

  @inline(__always)
  init(_ tags: TagSet, primary: UInt8, risk: Int8) {
    rawValue = tags.bits & LexiconTags.mask | UInt64(UInt8(bitPattern: risk)) << 40 | UInt64(primary) << 56
  }

  private static let mask: UInt64 = (1 << 40) - 1

  /// Every tag that the word can bear, as bits.
  @inline(__always) var bits: UInt64 { rawValue & LexiconTags.mask }
  /// Raw value of the likeliest tag; 255 when the lexicon has none.
  @inline(__always) var primary: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 56) }
  /// Ten times log P(lower-case form) - log P(capitalised form); -128 when unknown.
  @inline(__always) var risk: Int8 { Int8(bitPattern: UInt8(truncatingIfNeeded: rawValue >> 40)) }
}
