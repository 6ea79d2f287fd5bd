/// Four flags of each token in one byte, from which sets of tokens are made 64 at a time. Its owner deallocates it.
struct FlagCodes {
  private var codes = Column<UInt8>()

  func deallocate() { codes.deallocate() }

  mutating func read(_ tokens: TokenColumns) {
    codes.reset(count: (tokens.count + 63) & ~63, repeating: 0)
    FlagCodes.encode(tokens.flags, tokens.count, into: codes.base)
  }

  /// A loop that the compiler does sixteen tokens at a time.
  private static func encode(_ flags: UnsafePointer<TokenFlags>, _ count: Int, into codes: UnsafeMutablePointer<UInt8>) {
    for token in 0..<count {
      let bits = flags[token].rawValue
      codes[token] = UInt8(truncatingIfNeeded: bits &>> 11 & 1 | bits &>> 16 & 2 | (bits &>> 12 | bits &>> 13) & 4 | bits &>> 28 & 8)
    }
  }

  /// The tokens of a word of a set that are punctuation.
  @inline(__always) func punctuation(_ word: Int) -> UInt64 { TokenSet.bits(of: codes.base + word &* 64, lane: 0) }
  @inline(__always) func clitics(_ word: Int) -> UInt64 { TokenSet.bits(of: codes.base + word &* 64, lane: 1) }
  /// Those whose words may refer to what was named.
  @inline(__always) func referring(_ word: Int) -> UInt64 { TokenSet.bits(of: codes.base + word &* 64, lane: 3) }
  /// Those that begin a line or a paragraph.
  @inline(__always) func starts(_ word: Int) -> UInt64 { TokenSet.bits(of: codes.base + word &* 64, lane: 2) }
}
