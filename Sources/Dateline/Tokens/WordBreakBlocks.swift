import CICU

/// The word break rules over ASCII, sixty-four bytes at a time: one bit a byte, so that a word costs a few instructions and no branch that
/// depends on its length.
///
/// Knows letters, digits, white space and marks. Bytes beyond ASCII, "@" and "_" it leaves to `WordBreakScan`.
struct WordBreakBlocks {
  let text: UnsafePointer<UInt8>

  /// Bytes that must be readable at a block's start: the block, and what the tokenizer reads at once of its last word.
  static let reach = 64 + ShortWord.longest

  /// Room for the segments that one block can have and the overhang of the last batch of stores.
  static let room = 64 + batch

  /// Segments are written this many at a time, wanted or not: then their number decides one branch, not one each.
  private static let batch = 8

  /// Writes the segments of the block at `from`, which is a boundary, up to the last boundary that the block is sure of.
  ///
  /// - Returns: how many segments were found, where the next one starts, and the first byte that is left to `WordBreakScan`; -1 when the
  ///   block has none.
  @inline(__always)
  func run(from: Int, ends: UnsafeMutablePointer<Int32>, status: UnsafeMutablePointer<UInt8>) -> (found: Int, reached: Int, hard: Int) {
    let masks = cicu_classify(text + from)
    let letters = masks.letters
    let digits = masks.digits
    let joins =
      masks.joins_both & (between(letters) | between(digits)) | masks.joins_digits & between(digits)
    let inner = letters | digits | joins
    // A segment starts where nothing joins a byte to the one before it.
    var starts = ~(inner & inner &<< 1 | masks.spaces & masks.spaces &<< 1 | masks.feeds & masks.returns &<< 1)
    // Whether it does depends on the byte behind it too; so a boundary must stand two bytes before a hard one.
    let known = masks.hard == 0 ? ~0 : (masks.hard & (0 &- masks.hard)) &- 1
    starts &= known &>> 1 & ~1
    let hard = masks.hard == 0 ? -1 : from + masks.hard.trailingZeroBitCount
    guard starts != 0 else { return (0, from, hard) }

    let last = 63 - starts.leadingZeroBitCount
    let count = starts.nonzeroBitCount
    var fromBegin = ~UInt64(0)
    var written = 0
    while written < count {
      for _ in 0..<WordBreakBlocks.batch {
        let end = UInt64(truncatingIfNeeded: starts.trailingZeroBitCount)
        let fromEnd = ~UInt64(0) &<< end
        // Nothing but letters, and nothing behind them that may join them. Sums, not branches: marks come as they please.
        let isLetters: UInt8 = ~letters & fromBegin & ~fromEnd == 0 ? 1 : 0
        let isPlain = isLetters & ~UInt8(truncatingIfNeeded: masks.merges &>> end)
        let last = end &- 1
        let code = UInt8(truncatingIfNeeded: letters &>> last & 1) &* 200 &+ UInt8(truncatingIfNeeded: digits &>> last & 1) &* 100
        ends[written] = Int32(truncatingIfNeeded: from &+ Int(end))
        status[written] = code &+ isPlain
        starts &= starts &- 1
        fromBegin = fromEnd
        written += 1
      }
    }
    return (count, from + last, hard)
  }

  /// The places between two bytes of a kind.
  @inline(__always) private func between(_ kind: UInt64) -> UInt64 { kind &<< 1 & kind &>> 1 }
}
