/// Kinds and readings of a region's tokens and of those around it, in order: what lies outside the sentence reads as its edge, so that nobody
/// who looks around a span has to ask where the sentence ends.
struct RegionWindow {
  /// How far the features look to each side.
  private static let reach = 2

  private let kindsOfRegion: UnsafeMutablePointer<UInt8>
  private let readingsOfRegion: UnsafeMutablePointer<Int32>
  /// The same, moved so that a token's number leads to its own.
  private var kinds: UnsafeMutablePointer<UInt8>
  private var readings: UnsafeMutablePointer<Int32>

  init() {
    kindsOfRegion = .allocate(capacity: NameRegion.longest + 2 * RegionWindow.reach)
    readingsOfRegion = .allocate(capacity: NameRegion.longest + 2 * RegionWindow.reach)
    kinds = kindsOfRegion
    readings = readingsOfRegion
  }

  func deallocate() {
    kindsOfRegion.deallocate()
    readingsOfRegion.deallocate()
  }

  /// The kind of a token of the region, or of one of the two on each side.
  @inline(__always) func kind(_ token: Int) -> Int { Int(kinds[token]) }
  /// The reading of a token in the region or right beside it.
  @inline(__always) func reading(_ token: Int) -> Int32 { readings[token] }

  /// Moves the window to a region.
  @inline(__always)
  mutating func move(to region: NameRegion, in sentence: TokenRange, _ columns: NameColumns) {
    let first = region.start &- RegionWindow.reach
    kinds = kindsOfRegion - first
    readings = readingsOfRegion - first
    let from = max(first, sentence.first)
    let to = min(region.end &+ RegionWindow.reach, Int(sentence.end))
    var token = first
    while token < from {
      set(token, TokenKind.bos, TokenReadings.sentenceStart)
      token &+= 1
    }
    while token < to {
      kinds[token] = UInt8(truncatingIfNeeded: columns[token].kindNumber)
      // Of the outermost tokens nobody has asked for the reading, nor will.
      readings[token] = columns.readings.base[token]
      token &+= 1
    }
    while token < region.end &+ RegionWindow.reach {
      set(token, TokenKind.eos, TokenReadings.sentenceEnd)
      token &+= 1
    }
  }

  @inline(__always)
  private func set(_ token: Int, _ kind: TokenKind, _ reading: Int32) {
    kinds[token] = kind.rawValue
    readings[token] = reading
  }
}
