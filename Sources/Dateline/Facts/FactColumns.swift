/// Which quotation holds each token, the inner one of two, and which mentions are names, and which of those people's, laid out once an article; the
/// memory is reused. Its owner deallocates it.
struct FactColumns {
  /// For each token the inner or the first quotation with a fragment that holds it, or -1: asking all quotations for every fact would not be linear.
  private(set) var quoteOf = Column<Int32>()
  /// The mentions by name, in order.
  private(set) var names = Column<Int32>()
  /// Those of them that name people.
  private(set) var people = Column<Int32>()

  func deallocate() {
    quoteOf.deallocate()
    names.deallocate()
    people.deallocate()
  }

  mutating func read(_ layers: ArticleLayers) {
    let (tokens, quotes) = (layers.tokens, layers.quotes)
    layers.names(into: &names)
    layers.people(among: names, into: &people)
    quoteOf.reset(count: tokens.count, repeating: -1)
    for index in quotes.indices.reversed() where quotes[index].outer < 0 { fill(quotes, index, tokens) }
    for index in quotes.indices where quotes[index].outer >= 0 { fill(quotes, index, tokens) }
  }

  /// Lays out one quotation, over those laid out before.
  @inline(__always)
  private func fill(_ quotes: UnsafeBufferPointer<Quote>, _ index: Int, _ tokens: TokenColumns) {
    let range = quotes[index].tokens
    if quotes[index].fragments.count == 1 {
      fill(range, Int32(truncatingIfNeeded: index))
      return
    }
    for fragment in quotes[index].fragments {
      let first = FactColumns.position(tokens.end, range) { $0 <= fragment.start }
      let end = FactColumns.position(tokens.start, range) { $0 < fragment.end }
      fill(TokenRange(first, end), Int32(truncatingIfNeeded: index))
    }
  }

  private func fill(_ range: TokenRange, _ quote: Int32) {
    if range.count > 0 { (quoteOf.base + range.first).update(repeating: quote, count: range.count) }
  }

  /// The first token of the range whose offset, which are in order, does not lie before something, or the range's end; halved without a branch,
  /// since no processor could foresee it.
  @inline(__always)
  private static func position(_ offsets: UnsafePointer<Int32>, _ range: TokenRange, _ isBefore: (Int32) -> Bool) -> Int {
    var low = range.first
    var length = range.count
    while length > 0 {
      let half = (length &+ 1) &>> 1
      low &+= half & (isBefore(offsets[low &+ half &- 1]) ? -1 : 0)
      length &-= half
    }
    return low
  }
}
