extension TokenFlags {
  /// The tokens that bear this flag, which is one bit, among the first `count` of `flags`, 64 at most: one bit each.
  @inline(__always)
  func tokens(_ flags: UnsafePointer<TokenFlags>, _ count: Int) -> UInt64 {
    let shift = UInt64(rawValue.trailingZeroBitCount)
    return TokenFlags.tokens(flags, count) { $0 &>> shift }
  }

  /// The tokens that pass a test of their flags, likewise.
  ///
  /// - Parameter test: gets the flags of two tokens, one in each half of a word, and answers in the lowest bit of each half.
  @inline(__always)
  static func tokens(_ flags: UnsafePointer<TokenFlags>, _ count: Int, _ test: (UInt64) -> UInt64) -> UInt64 {
    if count == 64 { return half(flags, test) | half(flags + 32, test) &<< 32 }
    var bits: UInt64 = 0
    for token in 0..<count { bits |= (test(UInt64(flags[token].rawValue)) & 1) &<< UInt64(token) }
    return bits
  }

  /// The same for thirty-two tokens, two at a time: those of even numbers gather in the lower half of a word, the others in the upper one.
  @inline(__always)
  private static func half(_ flags: UnsafePointer<TokenFlags>, _ test: (UInt64) -> UInt64) -> UInt64 {
    let pairs = UnsafeRawPointer(flags)
    var gathered: UInt64 = 0
    for pair in 0..<16 {
      let passed = test(pairs.loadUnaligned(fromByteOffset: pair &* 8, as: UInt64.self).littleEndian) & 0x1_0000_0001
      gathered |= passed &<< UInt64(pair &* 2)
    }
    return gathered & 0xFFFF_FFFF | gathered &>> 31
  }
}
