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
/// A checkpoint every 64 bytes, then a short scan: constant time per offset, and nothing at all for ASCII.
public struct OffsetMap: Sendable {
  private let unit: OffsetUnit
  private let checkpoints: [Int32]
  private let bytes: [UInt8]
  private let repairs: [Repair]
  private let isIdentity: Bool

  /// - Complexity: O(bytes).
  public init(_ article: Article, unit: OffsetUnit) {
    self.unit = unit
    self.bytes = article.bytes
    self.repairs = unit == .utf8 ? article.repairs : []
    var points: [Int32] = []
    var identity = true
    if unit != .utf8 {
      points.reserveCapacity(article.bytes.count / 64 + 2)
      var total: Int32 = 0
      article.bytes.withUnsafeBufferPointer { bytes in
        var position = 0
        while position < bytes.count {
          points.append(total)
          let stop = min(position + 64, bytes.count)
          while position < stop {
            total += OffsetMap.width(bytes[position], unit)
            position += 1
          }
        }
        points.append(total)
        identity = Int(total) == bytes.count
      }
    } else {
      identity = article.repairs.isEmpty
    }
    self.checkpoints = identity ? [] : points
    self.isIdentity = identity
  }

  /// Code units that the character starting with this byte counts for; 0 for a continuation byte.
  @inline(__always) private static func width(_ byte: UInt8, _ unit: OffsetUnit) -> Int32 {
    if byte & 0xC0 == 0x80 { return 0 }
    return unit == .utf16 && byte >= 0xF0 ? 2 : 1
  }

  /// Code units that start in eight bytes: all but continuation bytes (10xxxxxx), and in UTF-16 one more for leads from 0xF0 on.
  @inline(__always) private static func units(_ word: UInt64, _ unit: OffsetUnit) -> Int32 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let continuations = (word >> 7) & ~(word >> 6) & ones
    var count = 8 - continuations.nonzeroBitCount
    if unit == .utf16 { count += ((word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ones).nonzeroBitCount }
    return Int32(truncatingIfNeeded: count)
  }

  /// The offset in the unit of this map; `offset` must lie on a character boundary.
  public func convert(_ offset: Int32) -> Int {
    if isIdentity { return Int(offset) }
    if unit == .utf8 {
      var low = 0
      var high = repairs.count
      while low < high {
        let middle = (low + high) / 2
        if repairs[middle].repaired <= offset { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return Int(offset) }
      return Int(repairs[low - 1].input + (offset - repairs[low - 1].repaired))
    }
    let position = max(0, min(Int(offset), bytes.count))
    var total = checkpoints[position / 64]
    var index = position / 64 * 64
    bytes.withUnsafeBytes { raw in
      while index + 8 <= position {
        total += OffsetMap.units(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), unit)
        index += 8
      }
      while index < position {
        total += OffsetMap.width(raw[index], unit)
        index += 1
      }
    }
    return Int(total)
  }
}
