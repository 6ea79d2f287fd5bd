import CICU

/// Sums of the parts of readings, by number and part. A reading takes two lines of the cache: what it adds as a neighbour of spans lies in the
/// first, what it adds inside them in the second. Its owner deallocates it.
struct ReadingScores {
  /// Places a reading: its parts, and one that stays free.
  static let stride = 8
  private static let line = 64

  private(set) var sums: UnsafeMutablePointer<SpanScore>
  private var capacity: Int

  /// Makes room for `capacity` readings.
  init(capacity: Int) {
    self.capacity = capacity
    sums = ReadingScores.allocate(capacity)
  }

  func deallocate() { UnsafeMutableRawPointer(sums).deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<SpanScore> {
    let bytes = capacity * stride * MemoryLayout<SpanScore>.stride
    return UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: line).bindMemory(to: SpanScore.self, capacity: capacity * stride)
  }

  /// Makes room for reading number `number`.
  mutating func reserve(_ number: Int) {
    guard number >= capacity else { return }
    let larger = ReadingScores.allocate(capacity * 2)
    larger.update(from: sums, count: capacity * ReadingScores.stride)
    deallocate()
    sums = larger
    capacity *= 2
  }

  /// Asks for the memory of the sums of a token in or beside a region.
  ///
  /// - Parameter isShared: spans of several tokens lie in the region, so that tokens inside it are neighbours of spans as well.
  @inline(__always)
  func fetch(_ number: Int32, isInside: Bool, isShared: Bool) {
    let first = sums + Int(number) &* ReadingScores.stride
    let second = isInside ? ReadingPart.alone.rawValue : 0
    // Twice the same line at worst: a branch would cost more.
    cicu_prefetch(first + second)
    cicu_prefetch(first + (isShared ? 0 : second))
  }
}
