import CICU

/// The word break rules over ASCII, sixty-four bytes at a time: one bit a byte, so that a word costs a few instructions and no branch that
/// depends on its length.
///
/// Knows letters, digits, white space and marks. Bytes beyond ASCII, "@", "_" and carriage returns it leaves to `WordBreakScan`.
struct WordBreakBlocks {
  private let text: UnsafePointer<UInt8>
  private let codes = WordBreakBlocks.codes

  init(text: UnsafePointer<UInt8>) { self.text = text }

  /// What a segment is by its last byte: 200 for a letter, 100 for a digit, else 0. Made once; never freed.
  private nonisolated(unsafe) static let codes: UnsafePointer<UInt8> = {
    let codes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { codes[Int(byte)] = (byte | 0x20) &- 97 < 26 ? 200 : byte &- 48 < 10 ? 100 : 0 }
    return UnsafePointer(codes)
  }()

  /// Bytes that must be readable at a block's start: the block, and what the tokenizer reads at once of its last word.
  static let reach = 64 + ShortWord.longest

  /// Room for the segments that one block can have.
  static let room = 64

  /// Writes the segments of the block at `from`, which is a boundary, up to the last boundary that the block is sure of; spaces are left out.
  ///
  /// - Parameters:
  ///   - count: how many segments stand before them.
  ///   - stopped: gets the numbers of words of letters with a stop or an apostrophe behind them.
  /// - Returns: how many segments were written, where the next one starts, and the first byte that is left to `WordBreakScan`; -1 when the
  ///   block has none.
  @inline(__always)
  func run(from: Int, into segments: WordSegments, behind count: Int, _ stopped: inout Column<Int32>) -> (
    found: Int, reached: Int, hard: Int
  ) {
    let masks = cicu_classify(text + from)
    let letters = masks.letters
    let digits = masks.digits
    let joins =
      masks.joins_both & (between(letters) | between(digits)) | masks.joins_digits & between(digits)
    let inner = letters | digits | joins
    // A segment starts where nothing joins a byte to the one before it.
    var starts = ~(inner & inner &<< 1 | masks.spaces & masks.spaces &<< 1)
    // Whether it does depends on the byte behind it too; so a boundary must stand two bytes before a hard one.
    let known = masks.hard == 0 ? ~0 : (masks.hard & (0 &- masks.hard)) &- 1
    starts &= known &>> 1 & ~1
    let hard = masks.hard == 0 ? -1 : from + masks.hard.trailingZeroBitCount
    guard starts != 0 else { return (0, from, hard) }

    let last = 63 - starts.leadingZeroBitCount
    // What begins or ends no run of spaces begins or ends a segment that is wanted: as many of the one as of the other, in the same order.
    var begins = (starts | 1) & ~masks.spaces & ~(~0 &<< UInt64(last))
    var ends = starts & ~(masks.spaces &<< 1)
    // A bit that begins a run of letters, added to it, is carried to the first byte behind: where a segment ends there it is nothing else.
    let plain = (letters &+ (letters & begins)) & ~letters & ~masks.merges
    var stops = ends & letters &<< 1 & masks.joins_both
    while stops != 0 {
      let before = ends & (stops &- 1) & ~stops
      stopped.append(Int32(truncatingIfNeeded: count &+ before.nonzeroBitCount))
      stops &= stops &- 1
    }
    var found = 0
    while ends != 0 {
      let place = ends.trailingZeroBitCount
      let end = from &+ place
      segments.start[found] = Int32(truncatingIfNeeded: from &+ begins.trailingZeroBitCount)
      segments.end[found] = Int32(truncatingIfNeeded: end)
      // Sums, not branches: marks come as they please.
      segments.status[found] = codes[Int(text[end &- 1])] &+ UInt8(truncatingIfNeeded: plain &>> UInt64(place) & 1)
      begins &= begins &- 1
      ends &= ends &- 1
      found &+= 1
    }
    return (found, from + last, hard)
  }

  /// The places between two bytes of a kind.
  @inline(__always) private func between(_ kind: UInt64) -> UInt64 { kind &<< 1 & kind &>> 1 }
}
