/// The gazetteer's matches as addresses, which must not outlive them: no bounds are checked and nothing is counted.
struct MatchColumns {
  let count: Int
  let all: UnsafePointer<GazetteerMatches.Match>
  let readings: UnsafePointer<MatchReading>
  let firstAt: UnsafePointer<Int32>

  init(_ matches: borrowing GazetteerMatches) {
    count = matches.all.count
    all = matches.all.address
    readings = matches.readings.address
    firstAt = matches.firstAt.address
  }

  @inline(__always) func start(_ match: Int) -> Int { Int(all[match].start) }
  /// The token behind the last one of a match.
  @inline(__always) func end(_ match: Int) -> Int { Int(all[match].end) }
  @inline(__always) func range(_ match: Int) -> TokenRange { TokenRange(start(match), end(match)) }

  /// The matches that start at `token`, shortest first.
  @inline(__always) func matches(at token: Int) -> Range<Int> { Int(firstAt[token])..<Int(firstAt[token + 1]) }

  /// The matches that start in `tokens`, in order.
  @inline(__always) func matches(in tokens: Range<Int>) -> Range<Int> { Int(firstAt[tokens.lowerBound])..<Int(firstAt[tokens.upperBound]) }

  /// The match of exactly these tokens; nil for none.
  @inline(__always)
  func match(_ range: TokenRange) -> Int? { matches(at: range.first).first { all[$0].end == range.end } }

  /// Where in `readings` those of a match stand.
  @inline(__always)
  func readings(of match: Int) -> Range<Int> {
    let first = Int(all[match].firstReading)
    return first..<first &+ Int(all[match].readingCount)
  }
}
