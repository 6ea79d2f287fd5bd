/// What holds each token, laid out once an article; the memory is reused. Its owner deallocates it.
struct FactColumns {
  /// For each token the mention that holds it, -1 for none.
  private(set) var mentionOf = Column<Int32>()
  /// For each token the first quotation with a fragment that holds it, or -1: asking all quotations for every fact would not be linear.
  private(set) var quoteOf = Column<Int32>()

  func deallocate() {
    mentionOf.deallocate()
    quoteOf.deallocate()
  }

  mutating func read(_ tokens: TokenColumns, _ mentions: UnsafeBufferPointer<Mention>, _ quotes: UnsafeBufferPointer<Quote>) {
    mentionOf.read(mentions: mentions, tokens: tokens.count)
    quoteOf.reset(count: tokens.count, repeating: -1)
    for index in quotes.indices.reversed() {
      for fragment in quotes[index].fragments {
        let first = FactColumns.count(tokens.end, tokens.count) { $0 <= fragment.start }
        let end = FactColumns.count(tokens.start, tokens.count) { $0 < fragment.end }
        if first < end { (quoteOf.base + first).update(repeating: Int32(truncatingIfNeeded: index), count: end - first) }
      }
    }
  }

  /// How many of the offsets, which are in order, lie before something; halved without a branch, since no processor could foresee it.
  @inline(__always)
  private static func count(_ offsets: UnsafePointer<Int32>, _ count: Int, _ isBefore: (Int32) -> Bool) -> Int {
    var low = 0
    var length = count
    while length > 0 {
      let half = (length &+ 1) &>> 1
      low &+= half & (isBefore(offsets[low &+ half &- 1]) ? -1 : 0)
      length &-= half
    }
    return low
  }
}
