extension TokenFlags {
  /// The tokens that bear this flag, which is one bit, among the first `count` of `flags`, 64 at most: one bit each.
  @inline(__always)
  func tokens(_ flags: UnsafePointer<TokenFlags>, _ count: Int) -> UInt64 {
    if count == 64 { return half(flags) | half(flags + 32) &<< 32 }
    var bits: UInt64 = 0
    for token in 0..<count { bits |= (flags[token].contains(self) ? 1 : 0) &<< UInt64(token) }
    return bits
  }

  /// The same for thirty-two tokens, two at a time: those of even numbers gather in the lower half of a word, the others in the upper one.
  @inline(__always)
  private func half(_ flags: UnsafePointer<TokenFlags>) -> UInt64 {
    let pairs = UnsafeRawPointer(flags)
    let shift = UInt64(rawValue.trailingZeroBitCount)
    var gathered: UInt64 = 0
    for pair in 0..<16 {
      let flag = pairs.loadUnaligned(fromByteOffset: pair &* 8, as: UInt64.self).littleEndian &>> shift & 0x1_0000_0001
      gathered |= flag &<< UInt64(pair &* 2)
    }
    return gathered & 0xFFFF_FFFF | gathered &>> 31
  }
}

/// A set of tokens that owns its memory, with the walk over its tokens that regions need. Its owner deallocates it.
struct TokenBits {
  private var words = Column<UInt64>()

  func deallocate() { words.deallocate() }

  @inline(__always) private var view: TokenSet { TokenSet(words: words.base) }

  /// Makes the set empty, with room for `count` tokens.
  mutating func reset(count: Int) { words.reset(count: TokenSet.wordCount(count), repeating: 0) }

  @inline(__always) func contains(_ token: Int) -> Bool { view.contains(token) }
  @inline(__always) func insert(_ token: Int) { view.insert(token) }
  @inline(__always) func remove(_ token: Int) { words[token >> 6] &= ~(1 << UInt64(token & 63)) }
  /// Replaces the bits of the 64 tokens from `token & ~63` on.
  @inline(__always) func set(_ token: Int, to bits: UInt64) { words[token >> 6] = bits }

  /// The first token of the set from `token` on, or `limit` when there is none before it.
  @inline(__always)
  func next(from token: Int, limit: Int) -> Int {
    if token >= limit { return limit }
    var index = token >> 6
    var bits = words[index] & (~0 << UInt64(token & 63))
    let last = (limit - 1) >> 6
    while bits == 0 {
      if index == last { return limit }
      index += 1
      bits = words[index]
    }
    return min(limit, index << 6 + bits.trailingZeroBitCount)
  }

  /// The `count` tokens from `token` on, 64 at most: one bit each.
  @inline(__always)
  func bits(from token: Int, _ count: Int) -> UInt64 {
    let shift = token & 63
    var bits = words[token >> 6] &>> UInt64(shift)
    if shift + count > 64 { bits |= words[token >> 6 + 1] &<< UInt64(64 - shift) }
    return bits & (~0 &>> UInt64(64 - count))
  }

  /// How many tokens of `range` are in the set.
  func count(in range: TokenRange) -> Int { view.count(range) }
}
