/// The characters of a long text, counted before every 32 bytes; what lies between is counted when it is asked for.
struct SparseOffsets: Sendable {
  private let bytes: [UInt8]
  private let inUTF16: Bool
  /// For each block the units that start before it.
  private var before: [UInt32] = []

  private static let block = 32

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], inUTF16: Bool) {
    self.bytes = bytes
    self.inUTF16 = inUTF16
    before.reserveCapacity(bytes.count / SparseOffsets.block + 1)
    var count: UInt32 = 0
    for start in stride(from: 0, through: bytes.count, by: SparseOffsets.block) {
      before.append(count)
      count += units(start..<min(start + SparseOffsets.block, bytes.count))
    }
  }

  /// The units before `offset`; one outside the text is taken for its end.
  func convert(_ offset: Int32) -> Int {
    let offset = max(0, min(Int(offset), bytes.count))
    let block = offset / SparseOffsets.block
    return Int(before[block] + units(block * SparseOffsets.block..<offset))
  }

  private func units(_ range: Range<Int>) -> UInt32 {
    var count: UInt32 = 0
    for byte in bytes[range] {
      if byte & 0xC0 != 0x80 { count += 1 }
      if inUTF16, byte >= 0xF0 { count += 1 }
    }
    return count
  }
}
