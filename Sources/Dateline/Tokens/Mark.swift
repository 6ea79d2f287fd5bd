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
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Mark {
    let length = end - start
    switch bytes[start] {
    case UInt8(ascii: "."): return length > 1 ? .ellipsis : .stop
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "!"): return .exclamation
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quoteEither
    case UInt8(ascii: "`"): return .quoteOpen
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .bracketOpen
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .bracketClose
    case UInt8(ascii: "-"), UInt8(ascii: "~"): return .dash
    case UInt8(ascii: "*"): return .bullet
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return .pause
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
