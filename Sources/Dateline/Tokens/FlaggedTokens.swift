/// The tokens of an article that bear a flag, found from left to right, 64 at a time: for flags that few tokens bear.
struct FlaggedTokens {
  private let flag: TokenFlags
  private let flags: UnsafePointer<TokenFlags>
  private let count: Int
  /// The stretch of 64 tokens last looked at, and those of it that bear the flag.
  private var stretch = -1
  private var bits: UInt64 = 0

  init(_ flag: TokenFlags, of tokens: TokenColumns) {
    self.flag = flag
    flags = tokens.flags
    count = tokens.count
  }

  /// The first one from `token` on; `limit` when none stands before it.
  @inline(__always)
  mutating func first(from token: Int, below limit: Int) -> Int {
    var at = token
    while at < limit {
      if at &>> 6 != stretch { look(at &>> 6) }
      let rest = bits &>> UInt64(at & 63)
      if rest != 0 { return min(limit, at &+ rest.trailingZeroBitCount) }
      at = (stretch &+ 1) &<< 6
    }
    return limit
  }

  private mutating func look(_ stretch: Int) {
    self.stretch = stretch
    bits = flag.tokens(flags + stretch &* 64, min(64, count &- stretch &* 64))
  }
}
