/// What a punctuation token is, as far as sentences and layout care.
enum Mark: UInt8 {
  /// A word or a mark that matters to nobody here.
  case other
  /// One full stop, or its ideographic forms.
  case stop
  /// Two stops or more, or "…".
  case ellipsis
  case question
  case exclamation
  /// A quotation mark that can only open: “ ‘ « or a doubled back-quote.
  case quoteOpen
  /// A quotation mark that can only close: ” or ».
  case quoteClose
  /// " or ' or ’: opens or closes, as the white space around it says.
  case quoteEither
  case bracketOpen
  case bracketClose
  case dash
  /// •, * and their like.
  case bullet
  /// Comma, semicolon, colon.
  case pause

  var isTerminator: Bool { rawValue >= Mark.stop.rawValue && rawValue <= Mark.exclamation.rawValue }
  var isOpener: Bool { self == .quoteOpen || self == .quoteEither || self == .bracketOpen || self == .dash || self == .bullet }

  /// Reads the token `bytes[start..<end]`.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Mark {
    let first = bytes[start]
    guard first < 0x80 else { return readBeyondASCII(bytes, start, end - start) }
    let mark = ascii[Int(first)]
    return mark == .stop && end - start > 1 ? .ellipsis : mark
  }

  /// The mark that starts with a byte of ASCII, at an address: which mark comes next is anybody's guess, so that it is looked up, not asked for.
  private nonisolated(unsafe) static let ascii: UnsafePointer<Mark> = {
    let marks = UnsafeMutablePointer<Mark>.allocate(capacity: 0x80)
    for byte in 0..<0x80 as Range<UInt8> { (marks + Int(byte)).initialize(to: single(byte)) }
    return UnsafePointer(marks)
  }()

  private static func single(_ byte: UInt8) -> Mark {
    switch byte {
    case UInt8(ascii: "."): return .stop
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "!"): return .exclamation
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quoteEither
    case UInt8(ascii: "`"): return .quoteOpen
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .bracketOpen
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .bracketClose
    case UInt8(ascii: "-"), UInt8(ascii: "~"): return .dash
    case UInt8(ascii: "*"): return .bullet
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return .pause
    default: return .other
    }
  }

  @inline(never)
  private static func readBeyondASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Mark {
    switch bytes[start] {
    case 0xC2 where length == 2:
      switch bytes[start + 1] {
      case 0xAB: return .quoteOpen
      case 0xBB: return .quoteClose
      case 0xB7: return .bullet
      case 0xBF, 0xA1: return .quoteOpen  // ¿ ¡ open what follows
      default: return .other
      }
    case 0xE2 where length == 3:
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xA6): return .ellipsis
      case (0x80, 0x9C), (0x80, 0x9E), (0x80, 0x98), (0x80, 0x9A), (0x80, 0xB9): return .quoteOpen
      case (0x80, 0x9D), (0x80, 0xBA): return .quoteClose
      case (0x80, 0x99): return .quoteEither
      case (0x80, 0x90...0x95): return .dash
      case (0x80, 0xA2), (0x80, 0xA3), (0x81, 0x83), (0x96, 0xA0...0xBF), (0x97, 0x80...0xBF): return .bullet
      default: return .other
      }
    case 0xE3 where length == 3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x82: return .stop
    case 0xEF where length == 3 && bytes[start + 1] == 0xBC:
      switch bytes[start + 2] {
      case 0x8E: return .stop
      case 0x9F: return .question
      case 0x81: return .exclamation
      default: return .other
      }
    default: return .other
    }
  }
}
