/// Writes JSON bytes into a growing buffer: no Foundation, no String for text that is already bytes.
///
/// The caller keeps the order of keys and values right; commas are put in by the writer. The buffer is raw memory that the value owns: an
/// array would be checked for sharing at every byte.
public struct JSONOutput: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  /// Bytes written so far.
  public private(set) var count = 0
  private var capacity: Int
  private var needsComma = false

  public init(capacity: Int = 0) {
    self.capacity = max(capacity, 1024)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// A copy of what was written.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Forgets what was written, keeps the memory.
  public mutating func removeAll() {
    count = 0
    needsComma = false
  }

  /// Makes room for `more` bytes.
  @inline(__always) private mutating func reserve(_ more: Int) { if capacity - count < more { grow(more) } }

  @inline(never) private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: base, count: count)
    base.deallocate()
    base = new
    capacity = larger
  }

  @inline(__always) private mutating func put(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always) private mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (base + count).update(from: bytes, count: length)
    count += length
  }

  private mutating func put(_ word: StaticString) { put(word.utf8Start, word.utf8CodeUnitCount) }

  @inline(__always) private mutating func separate() {
    if needsComma { put(UInt8(ascii: ",")) }
    needsComma = true
  }

  // MARK: Structure

  @inline(__always) public mutating func beginObject() {
    separate()
    put(UInt8(ascii: "{"))
    needsComma = false
  }
  @inline(__always) public mutating func endObject() {
    put(UInt8(ascii: "}"))
    needsComma = true
  }
  @inline(__always) public mutating func beginArray() {
    separate()
    put(UInt8(ascii: "["))
    needsComma = false
  }
  @inline(__always) public mutating func endArray() {
    put(UInt8(ascii: "]"))
    needsComma = true
  }

  /// A key made of plain ASCII without quotes.
  @inline(__always) public mutating func key(_ name: StaticString) {
    separate()
    put(UInt8(ascii: "\""))
    put(name.utf8Start, name.utf8CodeUnitCount)
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A line end between documents.
  public mutating func newline() {
    put(10)
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
    put(UInt8(ascii: "\""))
    put(letter)
    digits(number)
    put(UInt8(ascii: "\""))
  }

  private mutating func digits(_ value: Int) {
    if value < 0 { put(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var width = 1
    var power = rest
    while power >= 10 {
      power /= 10
      width += 1
    }
    reserve(width)
    var at = count + width
    repeat {
      at -= 1
      base[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while at > count
    count += width
  }

  public mutating func bool(_ value: Bool) {
    separate()
    put(value ? "true" : "false")
  }

  /// A number in its shortest form: integers without a point; what JSON cannot write becomes null.
  public mutating func number(_ value: Double) {
    if value == value.rounded(), abs(value) < 1e15 {
      integer(Int(value))
      return
    }
    separate()
    guard value.isFinite else {
      put("null")
      return
    }
    for byte in "\(value)".utf8 { put(byte) }
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
    if scaled < 0 { put(UInt8(ascii: "-")) }
    let magnitude = abs(scaled)
    digits(magnitude / scale)
    var rest = magnitude % scale
    guard rest > 0 else { return }
    put(UInt8(ascii: "."))
    if scale == 100, rest % 10 == 0 {
      digits(rest / 10)
      return
    }
    if scale == 100, rest < 10 { put(UInt8(ascii: "0")) }
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
    put(UInt8(ascii: "\""))
    var from = 0
    var index = 0
    while index < text.count {
      // Eight plain bytes at a time: none below 0x20, no quotation mark, no backslash.
      if index + 8 <= text.count {
        let word = UnsafeRawPointer(text.baseAddress! + index).loadUnaligned(as: UInt64.self)
        if JSONOutput.isPlain(word) {
          index += 8
          continue
        }
      }
      let byte = text[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
        continue
      }
      copy(text, from, index)
      escape(byte)
      index += 1
      from = index
    }
    copy(text, from, text.count)
    put(UInt8(ascii: "\""))
  }

  @inline(__always) private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    let control = (word &- (ones &* 0x20)) & ~word
    return (control | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)) & tops == 0
  }

  @inline(__always) private mutating func copy(_ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) {
    if to > from, let start = text.baseAddress { put(start + from, to - from) }
  }

  private mutating func escape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
    case 8: put(UInt8(ascii: "b"))
    case 9: put(UInt8(ascii: "t"))
    case 10: put(UInt8(ascii: "n"))
    case 12: put(UInt8(ascii: "f"))
    case 13: put(UInt8(ascii: "r"))
    default:
      put("u00")
      put(JSONOutput.hex[Int(byte >> 4)])
      put(JSONOutput.hex[Int(byte & 15)])
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
