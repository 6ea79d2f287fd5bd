/// What the spans of one region share, for each place where they can end: behind token `region.start + index`.
struct SharedScores {
  /// Sums of `after`, and of `closing` for spans of several tokens.
  let after = UnsafeMutablePointer<SpanScore>.allocate(capacity: NameRegion.longest + 1)
  let closing = UnsafeMutablePointer<SpanScore>.allocate(capacity: NameRegion.longest + 1)

  func deallocate() {
    after.deallocate()
    closing.deallocate()
  }
}

/// How many candidates of a region speak for a name of any type, and the last two of them.
struct SpeakingCandidates {
  private(set) var count = 0
  private(set) var last = 0
  private(set) var beforeLast = 0

  @inline(__always)
  mutating func note(_ candidate: Int, _ scores: SIMD4<Int16>) {
    // Masks, no branch: every other candidate speaks.
    let bits = SpeakingCandidates.above(scores)
    let speaks = Int((bits | (0 &- bits)) &>> 63)
    count &+= speaks
    beforeLast ^= (beforeLast ^ last) & (0 &- speaks)
    last ^= (last ^ candidate) & (0 &- speaks)
  }

  /// All bits where any of the scores is above zero, else none.
  @inline(__always)
  static func mask(_ scores: SIMD4<Int16>) -> Int32 { 0 &- Int32(truncatingIfNeeded: Bit.any(above(scores))) }

  /// Whether any of the scores is above zero.
  @inline(__always)
  static func speaks(_ scores: SIMD4<Int16>) -> Bool { above(scores) != 0 }

  @inline(__always)
  private static func above(_ scores: SIMD4<Int16>) -> UInt64 {
    // The highest bit of each lane that is above zero: its other bits carry into it unless all are zero, and its sign takes it away.
    let bits = unsafeBitCast(scores, to: UInt64.self)
    return ((bits & valueBits) &+ valueBits) & ~bits & ~valueBits
  }

  /// All bits of each lane but the sign.
  @inline(__always) private static var valueBits: UInt64 { 0x7FFF_7FFF_7FFF_7FFF }
}

/// Scores the candidates of a region, which stand ordered by start, then by end: each group of features is added up once for all the spans
/// that share it.
struct SpanScorer {
  let rows: WeightRows
  /// Sums of the readings' parts.
  let parts: UnsafePointer<SpanScore>
  let shared: SharedScores

  /// Writes the sums of all features that need no first-pass labels.
  @inline(__always)
  func score(_ range: Range<Int>, of candidates: UnsafeMutablePointer<NameCandidate>, _ features: SpanFeatures)
    -> SpeakingCandidates
  {
    // Most regions are one word, which shares nothing.
    let first = candidates + range.lowerBound
    guard range.count == 1, first.pointee.end == first.pointee.start + 1 else { return scoreAll(range, of: candidates, features) }
    var speaking = SpeakingCandidates()
    let start = Int(first.pointee.start)
    first.pointee.score = single(start, before: sum { features.before(start, into: &$0) }, after: after(start + 1, features), features)
    speaking.note(range.lowerBound, first.pointee.score.lowHalf)
    return speaking
  }

  @inline(never)
  private func scoreAll(_ range: Range<Int>, of candidates: UnsafeMutablePointer<NameCandidate>, _ features: SpanFeatures)
    -> SpeakingCandidates
  {
    var speaking = SpeakingCandidates()
    share(features)
    var index = range.lowerBound
    while index < range.upperBound {
      let start = Int(candidates[index].start)
      let before = sum { features.before(start, into: &$0) }
      if Int(candidates[index].end) == start + 1 {
        let after = shared.after[start + 1 - features.region.start]
        candidates[index].score = single(start, before: before, after: after, features)
        speaking.note(index, candidates[index].score.lowHalf)
        index += 1
      }
      guard index < range.upperBound, Int(candidates[index].start) == start else { continue }
      let first = before &+ sum { features.opening(start, .beforeMany, .opening, into: &$0) }
      var contents = SpanContents(start: start)
      var inside = ScoreSink(rows: rows, parts: parts)
      repeat {
        let end = Int(candidates[index].end)
        while contents.end < end { features.extend(&contents, into: &inside) }
        candidates[index].score =
          first &+ inside.sum &+ shared.closing[end - features.region.start]
          &+ sum {
            features.whole(contents, into: &$0)
            features.gazetteer(start, end, many: 1, into: &$0)
          }
        candidates[index].phrase = contents.phrase.value
        speaking.note(index, candidates[index].score.lowHalf)
        index += 1
      } while index < range.upperBound && Int(candidates[index].start) == start
    }
    return speaking
  }

  /// The sum of a span of one token.
  @inline(never)
  private func single(_ start: Int, before: SpanScore, after: SpanScore, _ features: SpanFeatures) -> SpanScore {
    before &+ after
      &+ sum {
        features.opening(start, .beforeOne, .alone, into: &$0)
        $0.add(.afterOne, of: features.reading(start + 1))
        features.single(start, into: &$0)
        features.gazetteer(start, start + 1, many: 0, into: &$0)
      }
  }

  /// Adds up what spans that end at one place share, for every place: nearly all are some candidate's end.
  @inline(__always)
  private func share(_ features: SpanFeatures) {
    let region = features.region
    for end in region.start + 1...region.end {
      let after = after(end, features)
      shared.after[end - region.start] = after
      shared.closing[end - region.start] = after &+ sum { features.closing(end, into: &$0) }
    }
  }

  /// The sum of what stands behind spans that end before `end`.
  @inline(__always)
  private func after(_ end: Int, _ features: SpanFeatures) -> SpanScore { sum { features.after(end, into: &$0) } }

  /// The sum of the features that `body` adds.
  @inline(__always)
  private func sum(_ body: (inout ScoreSink) -> Void) -> SpanScore {
    var sink = ScoreSink(rows: rows, parts: parts)
    body(&sink)
    return sink.sum
  }
}
