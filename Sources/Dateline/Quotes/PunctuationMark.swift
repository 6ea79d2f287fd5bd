/// What a punctuation token is to the quotation stage.
enum PunctuationMark: UInt8 {
  /// No punctuation at all.
  case word
  case comma, colon, semicolon, dash
  /// A full stop, question mark, exclamation mark or ellipsis.
  case stop
  case openParenthesis, closeParenthesis
  /// “ « „ ``
  case openDouble
  /// ” »
  case closeDouble
  /// " and '' stand on both sides.
  case neutralDouble
  /// ‘ `
  case openSingle
  /// ‚ whose partner is ‘ or ’.
  case lowSingle
  /// ‹ and › stand on both sides.
  case angleSingle
  /// ’, also the apostrophe.
  case closeSingle
  /// '
  case neutralSingle
  case other

  var isQuotation: Bool { rawValue >= PunctuationMark.openDouble.rawValue && rawValue <= PunctuationMark.neutralSingle.rawValue }
  var isDouble: Bool { self == .openDouble || self == .closeDouble || self == .neutralDouble }
  var isSingle: Bool { rawValue >= PunctuationMark.openSingle.rawValue && rawValue <= PunctuationMark.neutralSingle.rawValue }
  /// Whether this single mark opens whatever stands around it.
  var opensSingle: Bool { self == .openSingle || self == .lowSingle }

  /// Whether this can be the partner of a single mark.
  func closes(_ opening: PunctuationMark) -> Bool {
    switch opening {
    case .angleSingle: self == .angleSingle
    case .lowSingle: self == .openSingle || self == .closeSingle
    default: self == .closeSingle || self == .neutralSingle
    }
  }

  /// The kind of a punctuation token's bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> PunctuationMark {
    guard let first = bytes.first else { return .other }
    switch first {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): return .stop
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "-"): return .dash
    case UInt8(ascii: "("), UInt8(ascii: "["): return .openParenthesis
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closeParenthesis
    case UInt8(ascii: "\""): return .neutralDouble
    case UInt8(ascii: "'"): return bytes.count >= 2 ? .neutralDouble : .neutralSingle
    case UInt8(ascii: "`"): return bytes.count >= 2 ? .openDouble : .openSingle
    case 0xC2 where bytes.count == 2: return bytes[1] == 0xAB ? .openDouble : bytes[1] == 0xBB ? .closeDouble : .other
    case 0xE2 where bytes.count >= 3 && bytes[1] == 0x80:
      switch bytes[2] {
      case 0x93, 0x94, 0x95: return .dash
      case 0x98: return .openSingle
      case 0x99: return .closeSingle
      case 0x9A: return .lowSingle
      case 0xB9, 0xBA: return .angleSingle
      case 0x9C, 0x9E, 0x9F: return .openDouble
      case 0x9D: return .closeDouble
      case 0xA6: return .stop
      default: return .other
      }
    case 0xEF where bytes.count >= 3 && bytes[1] == 0xBC && bytes[2] == 0x82: return .neutralDouble
    default: return .other
    }
  }
}

/// The kinds of marks by their first byte, for the few bytes that say it all; the others are read. Its owner deallocates it.
struct MarkTable {
  private let marks: UnsafeMutablePointer<PunctuationMark>

  init() {
    marks = .allocate(capacity: 256)
    for byte in 0...UInt8.max {
      // What goes on behind the first byte, or is doubled, is left to `read`, as is what is no mark at all.
      let isWhole = byte < 0x80 && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "`")
      (marks + Int(byte)).initialize(
        to: isWhole ? withUnsafePointer(to: byte) { PunctuationMark.read(UnsafeBufferPointer(start: $0, count: 1)) } : .word)
    }
  }

  func deallocate() { marks.deallocate() }

  /// The kind of the punctuation token at an address.
  @inline(__always)
  func mark(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> PunctuationMark {
    let mark = marks[Int(bytes[0])]
    return mark != .word ? mark : PunctuationMark.read(UnsafeBufferPointer(start: bytes, count: length))
  }
}
