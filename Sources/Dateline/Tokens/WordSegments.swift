/// The segments between a text's word boundaries, in columns of raw memory: where each starts and ends, and what it is.
///
/// Spaces are no segments: what begins with one (U+0020) is left out, so that a text has hardly more segments than tokens. All other white
/// space stands among them.
struct WordSegments {
  let count: Int
  let start: UnsafeMutablePointer<Int32>
  let end: UnsafeMutablePointer<Int32>
  /// ICU's rule status: 0 none, 100 number, 200 letters, 250 ideographs and the like; or `WordBreaker.plainWord`.
  let status: UnsafeMutablePointer<UInt8>

  init(capacity: Int) {
    count = capacity
    start = .allocate(capacity: capacity)
    end = .allocate(capacity: capacity)
    status = .allocate(capacity: capacity)
  }

  private init(_ whole: WordSegments, _ range: Range<Int>) {
    count = range.count
    start = whole.start + range.lowerBound
    end = whole.end + range.lowerBound
    status = whole.status + range.lowerBound
  }

  func deallocate() {
    start.deallocate()
    end.deallocate()
    status.deallocate()
  }

  @inline(__always) subscript(_ range: PartialRangeUpTo<Int>) -> WordSegments { WordSegments(self, 0..<range.upperBound) }
  @inline(__always) subscript(_ range: PartialRangeFrom<Int>) -> WordSegments { WordSegments(self, range.lowerBound..<count) }

  /// Copies the segments of `other` to the beginning.
  func copy(_ other: WordSegments) {
    start.update(from: other.start, count: other.count)
    end.update(from: other.end, count: other.count)
    status.update(from: other.status, count: other.count)
  }

  /// Writes segment `number`, `from..<to` of `text`; returns 1, or 0 for a space, which the next segment will overwrite.
  @inline(__always)
  func set(_ number: Int, _ from: Int, _ to: Int, _ code: UInt8, _ text: UnsafePointer<UInt8>) -> Int {
    start[number] = Int32(truncatingIfNeeded: from)
    end[number] = Int32(truncatingIfNeeded: to)
    status[number] = code
    return text[from] == UInt8(ascii: " ") ? 0 : 1
  }

  /// Whether a segment stands right behind the one before it.
  @inline(__always) func isGlued(_ segment: Int) -> Bool { start[segment] == end[segment - 1] }
}
