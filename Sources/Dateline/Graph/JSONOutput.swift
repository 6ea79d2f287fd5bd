/// Writes JSON bytes into a growing buffer: no Foundation, no String for text that is already bytes.
///
/// The caller keeps the order of keys and values right; commas are put in by the writer.
public struct JSONOutput: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Forgets what was written, keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  @inline(__always) private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  // MARK: Structure

  @inline(__always) public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }
  @inline(__always) public mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }
  @inline(__always) public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }
  @inline(__always) public mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// A key made of plain ASCII without quotes.
  @inline(__always) public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A line end between documents.
  public mutating func newline() {
    bytes.append(10)
    needsComma = false
  }

  // MARK: Values

  public mutating func integer(_ value: Int) {
    separate()
    digits(value)
  }

  /// A string of one letter and a number: "e12".
  public mutating func identifier(_ letter: UInt8, _ number: Int) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(letter)
    digits(number)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var count = 1
    var power = rest
    while power >= 10 {
      power /= 10
      count += 1
    }
    if count == 1 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest))
      return
    }
    // Twenty digits hold any 64-bit number.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      var at = count
      while at > 0 {
        at -= 1
        buffer[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[0..<count]))
    }
  }

  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
  }

  /// A number in its shortest form: integers without a point; what JSON cannot write becomes null.
  public mutating func number(_ value: Double) {
    if value == value.rounded(), abs(value) < 1e15 {
      integer(Int(value))
      return
    }
    separate()
    guard value.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    bytes.append(contentsOf: "\(value)".utf8)
  }

  /// A fraction rounded to `places` decimals, by integer arithmetic.
  public mutating func fixed(_ value: Float, places: Int) {
    guard value.isFinite else {
      number(Double.nan)
      return
    }
    let scale = places == 1 ? 10 : 100
    let scaled = Int((Double(value) * Double(scale)).rounded())
    separate()
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = abs(scaled)
    digits(magnitude / scale)
    var rest = magnitude % scale
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    if scale == 100, rest % 10 == 0 {
      digits(rest / 10)
      return
    }
    if scale == 100, rest < 10 { bytes.append(UInt8(ascii: "0")) }
    if rest < 0 { rest = 0 }
    digits(rest)
  }

  public mutating func string(_ text: String) {
    // Native strings are UTF-8 already; only others are copied first.
    let direct: Void? = text.utf8.withContiguousStorageIfAvailable { string($0) }
    if direct == nil {
      var copy = text
      copy.withUTF8 { string($0) }
    }
  }

  /// A string of bytes that are valid UTF-8.
  public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var from = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<index]))
      escape(byte)
      index += 1
      from = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<text.count]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 8: bytes.append(UInt8(ascii: "b"))
    case 9: bytes.append(UInt8(ascii: "t"))
    case 10: bytes.append(UInt8(ascii: "n"))
    case 12: bytes.append(UInt8(ascii: "f"))
    case 13: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(JSONOutput.hex[Int(byte >> 4)])
      bytes.append(JSONOutput.hex[Int(byte & 15)])
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
