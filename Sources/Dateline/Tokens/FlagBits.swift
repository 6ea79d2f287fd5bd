import CICU

extension TokenFlags {
  /// The tokens that bear any of these flags among the first `count` of `flags`, 64 at most: one bit each.
  @inline(__always)
  func tokens(_ flags: UnsafePointer<TokenFlags>, _ count: Int) -> UInt64 {
    cicu_any(UnsafeRawPointer(flags).assumingMemoryBound(to: UInt32.self), Int64(count), rawValue)
  }

  /// The same for the word number `word` of a set of tokens.
  @inline(__always)
  func tokens(_ word: Int, of tokens: TokenColumns) -> UInt64 {
    self.tokens(tokens.flags + word &* 64, min(64, tokens.count &- word &* 64))
  }
}
