/// Reads a token's letters once and says what they look like.
enum TokenShape {
  @inline(__always)
  static func read(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> TokenFlags {
    var upper = 0
    var lower = 0
    var digits = 0
    var others = 0
    var marks: UInt32 = 0
    var firstUpper = false
    var sawFirst = false
    var separatorsOnly = true
    var other: UInt32 = 0
    var index = 0
    while index < count {
      let byte = bytes[index]
      if byte &- 97 < 26 {
        lower += 1
        sawFirst = true
        index += 1
      } else if byte &- 65 < 26 {
        if !sawFirst { firstUpper = true }
        sawFirst = true
        upper += 1
        index += 1
      } else if byte &- 48 < 10 {
        digits += 1
        sawFirst = true
        index += 1
      } else if byte < 0x80 {
        switch byte {
        case UInt8(ascii: "-"): marks |= TokenFlags.hasHyphen.rawValue
        case UInt8(ascii: "."): marks |= TokenFlags.hasPeriod.rawValue
        case UInt8(ascii: "'"): marks |= TokenFlags.hasApostrophe.rawValue
        default: break
        }
        if byte != UInt8(ascii: ","), byte != UInt8(ascii: "."), byte != UInt8(ascii: ":"), byte != UInt8(ascii: "/") {
          separatorsOnly = false
        }
        index += 1
      } else if byte < 0xE0 {
        marks |= TokenFlags.nonASCII.rawValue
        let scalar = UInt32(byte & 0x1F) << 6 | (index + 1 < count ? UInt32(bytes[index + 1] & 0x3F) : 0)
        if scalar >= 0xC0, scalar < 0x590, scalar != 0xD7, scalar != 0xF7, !(0x2B9..<0x370).contains(scalar) {
          if Folding.isUpper(scalar) {
            if !sawFirst { firstUpper = true }
            upper += 1
          } else {
            lower += 1
          }
          sawFirst = true
          if scalar >= 0x370 { other = TokenFlags.otherScript.rawValue }
        } else if scalar >= 0x590 {
          others += 1
          other = TokenFlags.otherScript.rawValue
        }
        separatorsOnly = false
        index += 2
      } else {
        marks |= TokenFlags.nonASCII.rawValue
        let width = byte < 0xF0 ? 3 : 4
        if byte == 0xE2, index + 2 < count, bytes[index + 1] == 0x80 {
          if bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98 { marks |= TokenFlags.hasApostrophe.rawValue }
          if bytes[index + 2] == 0x91 || bytes[index + 2] == 0x90 { marks |= TokenFlags.hasHyphen.rawValue }
        } else if byte == 0xE1, index + 1 < count, bytes[index + 1] >= 0xB8, bytes[index + 1] < 0xBC {
          // Latin Extended Additional (Vietnamese and others): capitals have even last bits.
          let scalar = UInt32(bytes[index + 1] & 0x3F) << 6 | (index + 2 < count ? UInt32(bytes[index + 2] & 0x3F) : 0)
          if scalar & 1 == 0 {
            if !sawFirst { firstUpper = true }
            upper += 1
          } else {
            lower += 1
          }
          sawFirst = true
        } else if byte != 0xE2 && byte != 0xEF {
          others += 1
          if byte >= 0xE0 { other = TokenFlags.otherScript.rawValue }
        }
        separatorsOnly = false
        index += width
      }
    }
    var flags = TokenFlags(rawValue: marks | other)
    let letters = upper + lower + others
    if letters > 0 { flags.insert(.hasLetter) }
    if digits > 0 { flags.insert(.hasDigit) }
    if letters == 0 && digits == 0 {
      flags.insert(.punctuation)
      return flags
    }
    if digits > 0, letters == 0, separatorsOnly { flags.insert(.number) }
    if firstUpper { flags.insert(.capitalized) }
    if upper > 0 { flags.insert(.anyCapital) }
    if upper >= 2, lower == 0 { flags.insert(.allCapitals) }
    if upper == 0, lower > 0 { flags.insert(.lowercase) }
    if lower > 0, upper > (firstUpper ? 1 : 0) { flags.insert(.innerCapital) }
    return flags
  }
}
