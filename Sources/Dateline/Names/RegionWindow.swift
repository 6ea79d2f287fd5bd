/// Kinds and readings of a region's tokens and of those around it, in order: what lies outside the sentence reads as its edge, so that nobody
/// who looks around a span has to ask where the sentence ends. Most regions lie so far inside that theirs is the article's own.
struct RegionWindow {
  // Moved so that a token's number leads to its own.
  private let kinds: UnsafePointer<UInt8>
  private let readings: UnsafePointer<Int32>

  init(kinds: UnsafePointer<UInt8>, readings: UnsafePointer<Int32>) {
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

  /// The window of a region inside its sentence.
  private static let inside = -1

  /// Adds the window of a region whose tokens' rows and readings are known; returns where it starts.
  ///
  /// - Parameter article: kinds and readings of the article's tokens.
  @inline(__always)
  mutating func add(_ region: NameRegion, in sentence: TokenRange, _ article: RegionWindow) -> Int {
    let first = region.start &- RegionWindows.reach
    let end = region.end &+ RegionWindows.reach
    return first >= sentence.first && end <= Int(sentence.end) ? RegionWindows.inside : copy(first..<end, sentence, article)
  }

  /// Copies the window of a region at an edge of its sentence.
  @inline(never)
  private mutating func copy(_ tokens: Range<Int>, _ sentence: TokenRange, _ article: RegionWindow) -> Int {
    let start = kinds.count
    kinds.resize(count: start &+ tokens.count)
    readings.resize(count: kinds.count)
    let (kinds, readings) = (kinds.base + (start &- tokens.lowerBound), readings.base + (start &- tokens.lowerBound))
    let from = max(tokens.lowerBound, sentence.first)
    let to = min(tokens.upperBound, Int(sentence.end))
    for token in tokens.lowerBound..<from {
      kinds[token] = TokenKind.bos.rawValue
      readings[token] = TokenReadings.sentenceStart
    }
    for token in from..<to {
      kinds[token] = UInt8(truncatingIfNeeded: article.kind(token))
      // Of the outermost tokens nobody has asked for the reading, nor will.
      readings[token] = article.reading(token)
    }
    for token in to..<tokens.upperBound {
      kinds[token] = TokenKind.eos.rawValue
      readings[token] = TokenReadings.sentenceEnd
    }
    return start
  }

  /// The window that starts at `start`, of `region`; good until the next one is added.
  @inline(__always)
  func window(at start: Int, of region: NameRegion, _ article: RegionWindow) -> RegionWindow {
    start == RegionWindows.inside ? article : copied(start &- region.start &+ RegionWindows.reach)
  }

  private func copied(_ offset: Int) -> RegionWindow { RegionWindow(kinds: kinds.base + offset, readings: readings.base + offset) }
}
