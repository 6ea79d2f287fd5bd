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
  /// The bits of the 64 tokens from `word * 64` on.
  @inline(__always) func bits(_ word: Int) -> UInt64 { words[word] }
  /// Makes the set the same as another of as many tokens.
  func fill(with other: TokenBits) { words.base.update(from: other.words.base, count: words.count) }
  @inline(__always) func remove(_ range: TokenRange) { view.remove(range) }
  /// Replaces the bits of the 64 tokens from `token & ~63` on.
  @inline(__always) func set(_ token: Int, to bits: UInt64) { words[token >> 6] = bits }

  /// The first token of the set from `token` on, or `limit` when there is none before it.
  @inline(__always)
  func next(from token: Int, limit: Int) -> Int { view.next(from: token, limit: limit) }

  /// Of the 64 tokens from `word * 64` on those of the set of whose neighbours neither is in it: one bit each.
  @inline(__always)
  func alone(_ word: Int) -> UInt64 {
    let bits = words[word]
    let before = bits << 1 | (word > 0 ? words[word - 1] >> 63 : 0)
    let behind = bits >> 1 | (word + 1 < words.count ? words[word + 1] << 63 : 0)
    return bits & ~before & ~behind
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
