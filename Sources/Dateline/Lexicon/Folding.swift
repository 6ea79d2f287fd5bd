/// Case folding for lexemes: Latin, Greek and Cyrillic letters to lower case, curly apostrophes to the straight one, the non-breaking
/// hyphen to the plain one. Accents stay. Everything else is copied.
enum Folding {
  /// Folds `count` bytes of valid UTF-8 into `output` (which must have room for `count` bytes: no folding grows). Returns the folded length.
  @inline(__always)
  static func fold(_ input: UnsafePointer<UInt8>, _ count: Int, into output: UnsafeMutablePointer<UInt8>) -> Int {
    var read = 0
    var write = 0
    while read < count {
      let byte = input[read]
      if byte < 0x80 {
        output[write] = byte &- 65 < 26 ? byte | 0x20 : byte
        read += 1
        write += 1
        continue
      }
      if byte < 0xE0, read + 1 < count {
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(input[read + 1] & 0x3F)
        let lower = lowercase(scalar)
        output[write] = UInt8(0xC0 | lower >> 6)
        output[write + 1] = UInt8(0x80 | lower & 0x3F)
        read += 2
        write += 2
        continue
      }
      if byte == 0xE2, read + 2 < count, input[read + 1] == 0x80 {
        let last = input[read + 2]
        if last == 0x99 || last == 0x98 || last == 0x91 {
          output[write] = last == 0x91 ? UInt8(ascii: "-") : UInt8(ascii: "'")
          read += 3
          write += 1
          continue
        }
      }
      output[write] = byte
      read += 1
      write += 1
    }
    return write
  }

  /// Lower case of a scalar below U+0800; scalars whose lower case needs another length stay as they are.
  @inline(__always)
  static func lowercase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE: return scalar == 0xD7 ? scalar : scalar + 32
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: return scalar | 1
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x178: return 0xFF
    case 0x1CD...0x1DC: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x1DE...0x1EF, 0x1F8...0x21F, 0x222...0x233: return scalar | 1
    case 0x386: return 0x3AC
    case 0x388...0x38A: return scalar + 37
    case 0x38C: return 0x3CC
    case 0x38E, 0x38F: return scalar + 63
    case 0x391...0x3A9: return scalar + 32
    case 0x400...0x40F: return scalar + 80
    case 0x410...0x42F: return scalar + 32
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: return scalar | 1
    default: return scalar
    }
  }

  /// Whether a scalar below U+0800 is an upper-case letter that `lowercase` knows.
  @inline(__always) static func isUpper(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? scalar &- 65 < 26 : lowercase(scalar) != scalar || scalar == 0x130
  }

  /// The folded form of a string; for the compiler and tests, not for loops over text.
  static func fold(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      count = bytes.isEmpty ? 0 : bytes.withUnsafeBufferPointer { fold($0.baseAddress!, $0.count, into: output.baseAddress!) }
    }
  }

  /// The folded form of bytes of valid UTF-8.
  static func folded(_ text: some Collection<UInt8>) -> String {
    text.withContiguousStorageIfAvailable { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { bytes.isEmpty ? 0 : fold(bytes.baseAddress!, bytes.count, into: $0.baseAddress!) }
    } ?? ""
  }
}
