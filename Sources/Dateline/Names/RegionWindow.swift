/// Kinds and readings of a region's tokens and of those around it, in order: what lies outside the sentence reads as its edge, so that nobody
/// who looks around a span has to ask where the sentence ends.
struct RegionWindow {
  // Moved so that a token's number leads to its own.
  private let kinds: UnsafePointer<UInt8>
  private let readings: UnsafePointer<Int32>

  fileprivate init(kinds: UnsafePointer<UInt8>, readings: UnsafePointer<Int32>) {
    self.kinds = kinds
    self.readings = readings
  }

  /// The kind of a token of the region, or of one of the two on each side.
  @inline(__always) func kind(_ token: Int) -> Int { Int(kinds[token]) }
  /// The reading of a token in the region or right beside it.
  @inline(__always) func reading(_ token: Int) -> Int32 { readings[token] }
}

/// The windows of an article's regions, one behind the other. Its owner deallocates them.
struct RegionWindows {
  /// How far the features look to each side.
  private static let reach = 2

  private var kinds = Column<UInt8>()
  private var readings = Column<Int32>()

  func deallocate() {
    kinds.deallocate()
    readings.deallocate()
  }

  mutating func removeAll() {
    kinds.removeAll()
    readings.removeAll()
  }

  /// Adds the window of a region whose tokens' rows and readings are known; returns where it starts.
  ///
  /// - Parameters: the rows and readings of the article's tokens, as addresses: all columns would be copied for each region.
  mutating func add(
    _ region: NameRegion, in sentence: TokenRange, _ rows: UnsafePointer<NameRow>, _ readingOf: UnsafePointer<Int32>
  ) -> Int {
    let start = kinds.count
    let first = region.start &- RegionWindows.reach
    let end = region.end &+ RegionWindows.reach
    kinds.resize(count: start &+ end &- first)
    readings.resize(count: kinds.count)
    let (kinds, readings) = (kinds.base + (start &- first), readings.base + (start &- first))
    let from = max(first, sentence.first)
    let to = min(end, Int(sentence.end))
    for token in first..<from {
      kinds[token] = TokenKind.bos.rawValue
      readings[token] = TokenReadings.sentenceStart
    }
    for token in from..<to {
      kinds[token] = UInt8(truncatingIfNeeded: rows[token].kindNumber)
      // Of the outermost tokens nobody has asked for the reading, nor will.
      readings[token] = readingOf[token]
    }
    for token in to..<end {
      kinds[token] = TokenKind.eos.rawValue
      readings[token] = TokenReadings.sentenceEnd
    }
    return start
  }

  /// The window that starts at `start`, of `region`; good until the next one is added.
  @inline(__always)
  func window(at start: Int, of region: NameRegion) -> RegionWindow {
    let offset = start &- region.start &+ RegionWindows.reach
    return RegionWindow(kinds: kinds.base + offset, readings: readings.base + offset)
  }
}
