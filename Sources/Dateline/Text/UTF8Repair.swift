/// Replaces ill-formed UTF-8 by U+FFFD, one for each maximal ill-formed part, as Unicode recommends.
enum UTF8Repair {
  struct Result {
    var bytes: [UInt8]
    var repairs: [Repair]
  }

  /// - Complexity: O(bytes); clean input is copied whole.
  static func repair(_ input: [UInt8], upTo limit: Int) -> Result {
    var position = 0
    var repairs: [Repair] = []
    var start = 0
    if limit >= 3, input[0] == 0xEF, input[1] == 0xBB, input[2] == 0xBF {
      position = 3
      start = 3
      repairs.append(Repair(repaired: 0, input: 3, isReplacement: false))
    }
    var output: [UInt8] = []
    var copied = start
    input.withUnsafeBufferPointer { bytes in
      while position < limit {
        if position + 32 <= limit, isASCII(UnsafeRawPointer(bytes.baseAddress! + position)) {
          position += 32
          continue
        }
        if position + 8 <= limit {
          let word = UnsafeRawPointer(bytes.baseAddress! + position).loadUnaligned(as: UInt64.self).littleEndian
          let others = word & 0x8080_8080_8080_8080
          // Right to the first byte that is not ASCII.
          position += others.trailingZeroBitCount / 8
          if others == 0 { continue }
        } else if bytes[position] < 0x80 {
          position += 1
          continue
        }
        let (length, valid) = sequence(bytes, position, limit)
        if valid {
          position += length
          continue
        }
        if output.isEmpty { output.reserveCapacity(limit + 16) }
        output.append(contentsOf: bytes[copied..<position])
        output.append(0xEF)
        output.append(0xBF)
        output.append(0xBD)
        position += length
        copied = position
        repairs.append(
          Repair(repaired: Int32(truncatingIfNeeded: output.count), input: Int32(truncatingIfNeeded: position), isReplacement: true))
      }
    }
    if copied == 0 && limit == input.count { return Result(bytes: input, repairs: repairs) }
    output.append(contentsOf: input[copied..<limit])
    return Result(bytes: output, repairs: repairs)
  }

  /// Whether thirty-two bytes are ASCII.
  @inline(__always) static func isASCII(_ bytes: UnsafeRawPointer) -> Bool {
    let words = bytes.loadUnaligned(as: SIMD4<UInt64>.self)
    return (words[0] | words[1] | words[2] | words[3]) & 0x8080_8080_8080_8080 == 0
  }

  /// Length of the well-formed sequence at `at`, or of the maximal ill-formed part.
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> (Int, Bool) {
    let lead = bytes[at]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return (1, false)
    }
    var k = 1
    while k < length {
      guard at + k < limit, bytes[at + k] >= low, bytes[at + k] <= high else { return (k, false) }
      low = 0x80
      high = 0xBF
      k += 1
    }
    return (length, true)
  }
}
