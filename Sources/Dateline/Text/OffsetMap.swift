/// The units in which offsets are written.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode code points of the repaired text: what Python's strings count.
  case scalar
  /// Bytes of the input as it came, before repair.
  case utf8
  /// UTF-16 code units of the repaired text: what JavaScript and Java count.
  case utf16
}

/// Converts UTF-8 offsets of the repaired text into the units asked for.
///
/// For every 64 bytes a count and a mask of continuation bytes: constant time per offset, and nothing at all for ASCII.
public struct OffsetMap: Sendable {
  /// Sixty-four bytes of the text, one bit a byte in the masks.
  private struct Block {
    /// Units that start before the block.
    var before: Int32 = 0
    var continuations: UInt64 = 0
    /// Leads of characters that count twice in UTF-16.
    var pairs: UInt64 = 0
  }

  private let unit: OffsetUnit
  private let blocks: [Block]
  private let repairs: [Repair]
  private let isIdentity: Bool

  /// - Complexity: O(bytes).
  public init(_ article: Article, unit: OffsetUnit) {
    self.unit = unit
    repairs = unit == .utf8 ? article.repairs : []
    if unit == .utf8 {
      blocks = []
      isIdentity = article.repairs.isEmpty
    } else {
      blocks = article.bytes.withUnsafeBufferPointer { OffsetMap.read($0, unit) }
      isIdentity = blocks.isEmpty
    }
  }

  /// The blocks of the text; none for ASCII.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ unit: OffsetUnit) -> [Block] {
    guard !isASCII(bytes) else { return [] }
    var blocks: [Block] = []
    blocks.reserveCapacity(bytes.count / 64 + 1)
    let raw = UnsafeRawBufferPointer(bytes)
    var before: Int32 = 0
    var position = 0
    while position <= bytes.count {
      var block = Block(before: before)
      let stop = min(position + 64, bytes.count)
      var at = position
      while at + 8 <= stop {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
        let shift = UInt64(at - position)
        // Continuation bytes are 10xxxxxx; leads of four bytes 1111xxxx.
        block.continuations |= gather((word >> 7) & ~(word >> 6)) << shift
        if unit == .utf16 { block.pairs |= gather((word >> 7) & (word >> 6) & (word >> 5) & (word >> 4)) << shift }
        at += 8
      }
      while at < stop {
        let bit = UInt64(1) << UInt64(at - position)
        if bytes[at] & 0xC0 == 0x80 { block.continuations |= bit }
        if unit == .utf16, bytes[at] >= 0xF0 { block.pairs |= bit }
        at += 1
      }
      blocks.append(block)
      before += Int32(truncatingIfNeeded: stop - position - block.continuations.nonzeroBitCount + block.pairs.nonzeroBitCount)
      position += 64
    }
    return blocks
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var tops: UInt64 = 0
    var at = 0
    while at + 8 <= bytes.count {
      tops |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      at += 8
    }
    while at < bytes.count {
      tops |= UInt64(bytes[at])
      at += 1
    }
    return tops & 0x8080_8080_8080_8080 == 0
  }

  /// The lowest bits of eight bytes, side by side.
  @inline(__always) private static func gather(_ word: UInt64) -> UInt64 {
    ((word & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
  }

  /// The offset in the unit of this map; `offset` must lie on a character boundary.
  @inline(__always)
  public func convert(_ offset: Int32) -> Int { isIdentity ? Int(offset) : moved(offset) }

  private func moved(_ offset: Int32) -> Int {
    if unit == .utf8 { return input(offset) }
    let position = max(0, min(Int(offset), blocks.count * 64 - 1))
    let block = blocks[position / 64]
    let below = (UInt64(1) << UInt64(position & 63)) &- 1
    return Int(block.before) + (position & 63) - (block.continuations & below).nonzeroBitCount + (block.pairs & below).nonzeroBitCount
  }

  /// The offset in the input before repair.
  private func input(_ offset: Int32) -> Int {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].repaired <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return Int(offset) }
    return Int(repairs[low - 1].input + (offset - repairs[low - 1].repaired))
  }
}
