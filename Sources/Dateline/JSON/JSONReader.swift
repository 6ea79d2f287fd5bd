import CICU

/// A value read from JSON. Arrays and objects come with their contents only from a reader that keeps them; the stream's input lines need none.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string([UInt8], repaired: Bool)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The text of a string.
  public var text: String? {
    if case .string(let bytes, _) = self { return String(decoding: bytes, as: UTF8.self) }
    return nil
  }
}

/// What is wrong with a JSON text, and where (byte offset).
public struct JSONError: Error, Sendable, CustomStringConvertible {
  public let offset: Int
  public let message: String
  public var description: String { "\(message) at byte \(offset + 1)" }
}

/// Reads one JSON object and hands its members over; validates everything, keeps only top-level strings, numbers and booleans.
///
/// A lone surrogate in an escape becomes U+FFFD. Nesting is limited, so that no input exhausts the stack.
public struct JSONObjectReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private static let deepest = 64
  private let keepsNested: Bool
  /// The string that is being read, as far as its last escape: one buffer for all, so that none grows step by step.
  private var unescaped: [UInt8] = []

  /// - Parameter keepsNested: whether arrays and inner objects are handed over with their contents; otherwise they are empty.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNested: Bool = false) {
    self.bytes = bytes
    self.keepsNested = keepsNested
  }

  /// The object's members in order.
  ///
  /// - Throws: `JSONError` when the text is not one JSON object.
  /// - Complexity: O(bytes).
  public mutating func members() throws(JSONError) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    members.reserveCapacity(6)
    skipSpace()
    guard take(UInt8(ascii: "{")) else { throw error("expected a JSON object") }
    skipSpace()
    if !take(UInt8(ascii: "}")) {
      while true {
        skipSpace()
        let key = try key()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw error("expected “:”") }
        members.append((key, try value(depth: 1)))
        skipSpace()
        if take(UInt8(ascii: ",")) { continue }
        guard take(UInt8(ascii: "}")) else { throw error("expected “,” or “}”") }
        break
      }
    }
    skipSpace()
    guard at == bytes.count else { throw error("text after the object") }
    return members
  }

  private func error(_ message: String) -> JSONError { JSONError(offset: at, message: message) }

  @inline(__always) private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 { at += 1 }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard depth <= JSONObjectReader.deepest else { throw error("nested too deeply") }
    guard at < bytes.count else { throw error("the text ends too early") }
    switch bytes[at] {
    case UInt8(ascii: "\""):
      let text = try string()
      return .string(text.bytes, repaired: text.repaired)
    case UInt8(ascii: "{"):
      at += 1
      return .object(try list(UInt8(ascii: "}"), depth, keyed: true))
    case UInt8(ascii: "["):
      at += 1
      return .array(try list(UInt8(ascii: "]"), depth, keyed: false).map(\.value))
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  /// The members of an array (keys empty) or object; none unless they are kept.
  private mutating func list(_ close: UInt8, _ depth: Int, keyed: Bool) throws(JSONError) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    skipSpace()
    if take(close) { return members }
    while true {
      var key = ""
      if keyed {
        skipSpace()
        key = try self.key()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw error("expected “:”") }
      }
      let member = try value(depth: depth + 1)
      if keepsNested { members.append((key, member)) }
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(close) else { throw error("expected “,” or “\(String(UnicodeScalar(close)))”") }
      return members
    }
  }

  private mutating func literal(_ word: StaticString, _ result: JSONValue) throws(JSONError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[index]) else { throw error("not a JSON value") }
    }
    return result
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = at
    _ = take(UInt8(ascii: "-"))
    let first = at
    digits()
    guard at > first, !(bytes[first] == UInt8(ascii: "0") && at > first + 1) else { throw error("not a JSON value") }
    if take(UInt8(ascii: ".")) {
      let fraction = at
      digits()
      guard at > fraction else { throw error("a digit must follow “.”") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      let exponent = at
      digits()
      guard at > exponent else { throw error("a digit must follow the exponent’s sign") }
    }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self)) ?? 0
  }

  private mutating func digits() { while at < bytes.count, bytes[at] &- 48 < 10 { at += 1 } }

  /// A string that names a member: mostly a short word without escapes.
  private mutating func key() throws(JSONError) -> String {
    let start = at
    if take(UInt8(ascii: "\"")) {
      let from = at
      skipPlain()
      if take(UInt8(ascii: "\"")) { return String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<at - 1]), as: UTF8.self) }
      at = start
    }
    return String(decoding: try string().bytes, as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> (bytes: [UInt8], repaired: Bool) {
    guard take(UInt8(ascii: "\"")) else { throw error("expected a string") }
    unescaped.removeAll(keepingCapacity: true)
    var repaired = false
    var from = at
    while at < bytes.count {
      skipPlain()
      guard at < bytes.count else { break }
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        let rest = UnsafeBufferPointer(rebasing: bytes[from..<at])
        at += 1
        if unescaped.isEmpty { return (Array(rest), repaired) }
        unescaped.append(contentsOf: rest)
        return (takeUnescaped(), repaired)
      }
      if byte == UInt8(ascii: "\\") {
        // A text with one escape mostly has many: room, once a line, for all that is left of it.
        if unescaped.capacity == 0 { unescaped.reserveCapacity(bytes.count - from) }
        unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<at]))
        at += 1
        if try escape() { repaired = true }
        from = at
        continue
      }
      guard byte >= 0x20 else { throw error("a control character must be escaped in a string") }
      at += 1
    }
    throw error("a string without its closing mark")
  }

  /// What was unescaped. Mostly it is the article's text, of about the length that room was made for: then it is handed over, not copied.
  private mutating func takeUnescaped() -> [UInt8] {
    guard unescaped.count > unescaped.capacity / 2 else { return Array(unescaped[...]) }
    var taken: [UInt8] = []
    swap(&taken, &unescaped)
    return taken
  }

  /// Passes over plain bytes.
  @inline(__always) private mutating func skipPlain() {
    guard let start = bytes.baseAddress else { return }
    at += Int(cicu_plain(start + at, Int64(bytes.count - at)))
  }

  /// Reads what follows a backslash; true when a lone surrogate was replaced.
  @inline(__always)
  private mutating func escape() throws(JSONError) -> Bool {
    guard at < bytes.count else { throw error("the text ends too early") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
    case UInt8(ascii: "b"): unescaped.append(8)
    case UInt8(ascii: "f"): unescaped.append(12)
    case UInt8(ascii: "n"): unescaped.append(10)
    case UInt8(ascii: "r"): unescaped.append(13)
    case UInt8(ascii: "t"): unescaped.append(9)
    case UInt8(ascii: "u"):
      let unit = try hex()
      if (0xD800..<0xDC00).contains(unit), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
        let back = at
        at += 2
        let low = try hex()
        if (0xDC00..<0xE000).contains(low) {
          append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
          return false
        }
        at = back
      }
      let lone = (0xD800..<0xE000).contains(unit)
      append(lone ? 0xFFFD : unit)
      return lone
    default: throw error("unknown escape")
    }
    return false
  }

  private mutating func hex() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = hexDigit(bytes[at]) else {
        throw error("four hexadecimal digits must follow “\\u”")
      }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70: UInt32(byte - 55)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }

  private mutating func append(_ scalar: UInt32) {
    guard let valid = UnicodeScalar(scalar) else { return }
    unescaped.append(contentsOf: UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter)
  }
}
