/// The gazetteer's matches as addresses: no bounds are checked and nothing is counted.
struct MatchColumns {
  let start: UnsafeBufferPointer<Int32>
  let end: UnsafeBufferPointer<Int32>
  let firstAt: UnsafeBufferPointer<Int32>

  /// The matches that start at `token`, shortest first.
  @inline(__always) func matches(at token: Int) -> Range<Int> { Int(firstAt[token])..<Int(firstAt[token + 1]) }

  /// The matches that start in `tokens`, in order.
  @inline(__always) func matches(in tokens: Range<Int>) -> Range<Int> { Int(firstAt[tokens.lowerBound])..<Int(firstAt[tokens.upperBound]) }
}

extension GazetteerMatches {
  /// Calls `body` with the columns' addresses, which must not outlive it.
  @inline(__always)
  func withColumns<Result>(_ body: (MatchColumns) -> Result) -> Result {
    start.withUnsafeBufferPointer { start in
      end.withUnsafeBufferPointer { end in
        firstAt.withUnsafeBufferPointer { firstAt in
          body(MatchColumns(start: start, end: end, firstAt: firstAt))
        }
      }
    }
  }
}
