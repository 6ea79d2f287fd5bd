/// Questions about a token's letters.
enum TokenText {
  /// Number of code points, counted up to `atMost`.
  static func scalars(_ text: UnsafeBufferPointer<UInt8>, atMost: Int) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 {
      count += 1
      if count >= atMost { return count }
    }
    return count
  }

  /// Whether the token's shape is `shape`: X for a capital, x for a small letter, d for a digit, anything else as it is, no more than four of a kind in
  /// a row.
  static func hasShape(_ text: UnsafeBufferPointer<UInt8>, _ shape: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var written = 0
    var previous: UInt32 = 0
    var run = 0
    while index < text.count {
      let (scalar, width) = TokenRegex.decode(text, index, false)
      var mark = scalar
      if scalar &- 48 < 10 {
        mark = 100
      } else if isLetter(scalar) {
        mark = isUpper(scalar) ? 88 : 120
      }
      run = mark == previous ? run + 1 : 1
      previous = mark
      if run <= 4 {
        let bytes = mark == scalar ? width : 1
        guard written + bytes <= shape.count else { return false }
        if mark == scalar {
          for offset in 0..<width where shape[written + offset] != text[index + offset] { return false }
        } else if shape[written] != UInt8(mark) {
          return false
        }
        written += bytes
      }
      index += width
    }
    return written == shape.count
  }

  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 97 < 26 }
    return scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 && !(0x2000..<0x2C00).contains(scalar) && !(0x3000..<0x3040).contains(scalar)
      || scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA
  }

  /// Capital letters as far as the folding knows them.
  static func isUpper(_ scalar: UInt32) -> Bool { scalar < 0x800 && Folding.isUpper(scalar) }
}

/// What all letters of a token are, as Python's `isupper`, `islower`, `istitle`, `isalpha` and `isdigit` say it.
enum TokenLetters: UInt8, Sendable {
  case upper, lower, title, alphabetic, digits

  /// A flag that every such token has.
  var flag: TokenFlags? {
    switch self {
    case .upper, .title: .anyCapital
    case .digits: .hasDigit
    case .lower, .alphabetic: nil
    }
  }

  func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var capitals = 0
    var small = 0
    var digits = 0
    var others = 0
    var isTitle = true
    var followsLetter = false
    var index = 0
    while index < text.count {
      let (scalar, width) = TokenRegex.decode(text, index, false)
      index += width
      guard TokenText.isLetter(scalar) else {
        if scalar &- 48 < 10 { digits += 1 } else { others += 1 }
        followsLetter = false
        continue
      }
      let isUpper = TokenText.isUpper(scalar)
      if isUpper { capitals += 1 } else { small += 1 }
      if isUpper == followsLetter { isTitle = false }
      followsLetter = true
    }
    switch self {
    case .upper: return capitals > 0 && small == 0
    case .lower: return small > 0 && capitals == 0
    case .title: return capitals > 0 && isTitle
    case .alphabetic: return capitals + small > 0 && digits + others == 0
    case .digits: return digits > 0 && capitals + small + others == 0
    }
  }
}
