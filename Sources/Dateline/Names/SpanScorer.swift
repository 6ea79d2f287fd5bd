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
    guard SpeakingCandidates.speaks(scores) else { return }
    count &+= 1
    beforeLast = last
    last = candidate
  }

  /// Whether any of the scores is above zero.
  @inline(__always)
  static func speaks(_ scores: SIMD4<Int16>) -> Bool { unsafeBitCast(pointwiseMax(scores, .zero), to: UInt64.self) != 0 }
}

/// Scores the candidates of a region, which stand ordered by start, then by end: each group of features is added up once for all the spans
/// that share it.
struct SpanScorer {
  let rows: WeightRows
  let readings: TokenReadings
  let shared: SharedScores

  /// Writes the sums of all features that need no first-pass labels.
  @inline(__always)
  func score(_ range: Range<Int>, of candidates: UnsafeMutablePointer<NameCandidate>, _ features: SpanFeatures)
    -> SpeakingCandidates
  {
    var speaking = SpeakingCandidates()
    var index = range.lowerBound
    /// Bits of the ends whose sums are known.
    var hasAfter: UInt32 = 0
    var hasClosing: UInt32 = 0
    while index < range.upperBound {
      let start = Int(candidates[index].start)
      let before = sum { features.before(start, into: &$0) }
      if Int(candidates[index].end) == start + 1 {
        let after = after(start + 1, &hasAfter, features)
        candidates[index].score =
          before &+ after
          &+ sum {
            features.opening(start, .beforeOne, .alone, into: &$0)
            $0.add(.afterOne, of: features.reading(start + 1))
            features.single(start, into: &$0)
            features.gazetteer(start, start + 1, many: 0, into: &$0)
          }
        speaking.note(index, candidates[index].score.lowHalf)
        index += 1
      }
      guard index < range.upperBound, Int(candidates[index].start) == start else { continue }
      let first = before &+ sum { features.opening(start, .beforeMany, .opening, into: &$0) }
      var contents = SpanContents(start: start)
      var inside = ScoreSink(rows: rows, parts: readings.sums)
      repeat {
        let end = Int(candidates[index].end)
        while contents.end < end { features.extend(&contents, into: &inside) }
        let place = end - features.region.start
        if hasClosing & 1 << UInt32(place) == 0 {
          hasClosing |= 1 << UInt32(place)
          shared.closing[place] = after(end, &hasAfter, features) &+ sum { features.closing(end, into: &$0) }
        }
        candidates[index].score =
          first &+ inside.sum &+ shared.closing[place]
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

  /// The sum of what stands behind spans that end before `end`.
  @inline(__always)
  private func after(_ end: Int, _ known: inout UInt32, _ features: SpanFeatures) -> SpanScore {
    let place = end - features.region.start
    if known & 1 << UInt32(place) == 0 {
      known |= 1 << UInt32(place)
      shared.after[place] = sum { features.after(end, into: &$0) }
    }
    return shared.after[place]
  }

  /// The sum of the features that `body` adds.
  @inline(__always)
  private func sum(_ body: (inout ScoreSink) -> Void) -> SpanScore {
    var sink = ScoreSink(rows: rows, parts: readings.sums)
    body(&sink)
    return sink.sum
  }
}
