/// The tokens about which, or about those behind them, there is anything that may end a sentence, 64 at a time: two words in three are no such.
/// Of a mark that is itself one of them the word before says nothing.
struct SentenceTurns {
  private let flags: UnsafePointer<TokenFlags>
  private let last: Int
  /// The stretch of 64 tokens last looked at, and those of it that count.
  private var stretch = -1
  private var bits: UInt64 = 0

  init(_ columns: TokenColumns) {
    flags = columns.flags
    last = columns.count - 1
  }

  /// The first one from `token` on; the last token of all counts.
  @inline(__always)
  mutating func first(from token: Int) -> Int {
    var at = token
    while at < last {
      if at &>> 6 != stretch { look(at &>> 6) }
      let rest = bits &>> UInt64(at & 63)
      if rest != 0 { return min(last, at &+ rest.trailingZeroBitCount) }
      at = (stretch &+ 1) &<< 6
    }
    return token < last ? last : token
  }

  private mutating func look(_ stretch: Int) {
    self.stretch = stretch
    let first = stretch &* 64
    let own: TokenFlags = [.punctuation, .initial, .dotted, .abbreviation]
    let count = min(64, last &- first)
    // A capital counts where the word may be a weekday or a colon may stand behind it.
    let capitals = TokenFlags.capitalized.tokens(flags + first + 1, count)
    let marks = TokenFlags.punctuation.tokens(flags + first + 2, min(64, last &- first &- 1))
    let telling = TokenFlags.mayOpenValue.tokens(flags + first + 1, count) | marks
    let lines = TokenFlags.lineStart.tokens(flags + first + 1, count)
    bits = own.tokens(flags + first, min(64, last &+ 1 &- first)) | lines | capitals & telling
  }
}
