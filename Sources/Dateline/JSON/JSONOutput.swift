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

  /// Calls `body` with what was written.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: base, count: count))
  }

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

  /// Makes room for `more` bytes beside a comma, and writes the comma where one is due.
  @inline(__always) private mutating func separate(room more: Int = 0) {
    reserve(more + 1)
    base[count] = UInt8(ascii: ",")
    count += needsComma ? 1 : 0
    needsComma = true
  }

  /// Writes a byte for which there is room.
  @inline(__always) private mutating func store(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }

  // MARK: Structure

  @inline(__always) public mutating func beginObject() {
    separate(room: 1)
    store(UInt8(ascii: "{"))
    needsComma = false
  }
  @inline(__always) public mutating func endObject() {
    put(UInt8(ascii: "}"))
    needsComma = true
  }
  @inline(__always) public mutating func beginArray() {
    separate(room: 1)
    store(UInt8(ascii: "["))
    needsComma = false
  }
  @inline(__always) public mutating func endArray() {
    put(UInt8(ascii: "]"))
    needsComma = true
  }

  /// A key made of plain ASCII without quotes.
  @inline(__always) public mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    separate(room: length + 3)
    store(UInt8(ascii: "\""))
    (base + count).update(from: name.utf8Start, count: length)
    count += length
    store(UInt8(ascii: "\""))
    store(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A key with a text.
  public mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  /// A key with a whole number.
  public mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  /// A line end between documents.
  public mutating func newline() {
    put(10)
    needsComma = false
  }

  // MARK: Values

  @inline(__always) public mutating func integer(_ value: Int) {
    separate(room: JSONOutput.widest)
    digits(value)
  }

  /// A string of one letter and a number: "e12".
  public mutating func identifier(_ letter: UInt8, _ number: Int) {
    separate(room: JSONOutput.widest + 3)
    store(UInt8(ascii: "\""))
    store(letter)
    digits(number)
    store(UInt8(ascii: "\""))
  }

  /// Room for any integer, and for the eight bytes that `digits` stores at once.
  private static let widest = 24

  /// Writes an integer; there must be room for `widest` bytes.
  @inline(__always) private mutating func digits(_ value: Int) {
    if UInt(bitPattern: value) < 100_000_000 {
      short(UInt32(truncatingIfNeeded: value))
    } else {
      long(value)
    }
  }

  /// Fewer than nine digits, put together in a register.
  @inline(__always) private mutating func short(_ value: UInt32) {
    var rest = value
    var word: UInt64 = 0
    var width = 0
    repeat {
      let tenth = rest / 10
      word = word << 8 | UInt64(48 + rest - tenth * 10)
      rest = tenth
      width += 1
    } while rest > 0
    UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count += width
  }

  @inline(never) private mutating func long(_ value: Int) {
    if value < 0 { store(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var width = 1
    var power = rest
    while power >= 10 {
      power /= 10
      width += 1
    }
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
    put(value ? "true" as StaticString : "false")
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

  /// A fraction rounded to `places` decimals (one or two), by integer arithmetic.
  public mutating func fixed(_ value: Float, places: Int) {
    guard value.isFinite else {
      number(Double.nan)
      return
    }
    let scale = places == 1 ? 10 : 100
    let exact = Double(value) * Double(scale)
    guard abs(exact) < 1e15 else {
      number(Double(value))
      return
    }
    let scaled = Int(exact < 0 ? exact - 0.5 : exact + 0.5)
    separate(room: JSONOutput.widest * 2)
    if scaled < 0 { store(UInt8(ascii: "-")) }
    let magnitude = Int(scaled.magnitude)
    digits(magnitude / scale)
    let rest = magnitude % scale
    guard rest > 0 else { return }
    store(UInt8(ascii: "."))
    if scale == 100 {
      store(UInt8(truncatingIfNeeded: 48 + rest / 10))
      if rest % 10 == 0 { return }
    }
    store(UInt8(truncatingIfNeeded: 48 + rest % 10))
  }

  /// The name of a case.
  @inline(__always) public mutating func name<Case: NamedCase>(_ value: Case) {
    let name = Case.names.short[Int(value.rawValue)]
    separate(room: ShortName.longest + 2)
    store(UInt8(ascii: "\""))
    let place = UnsafeMutableRawPointer(base + count)
    place.storeBytes(of: name.low.littleEndian, as: UInt64.self)
    place.storeBytes(of: name.high.littleEndian, toByteOffset: 8, as: UInt64.self)
    count += name.count
    store(UInt8(ascii: "\""))
  }

  /// A string of plain ASCII without quotation marks and backslashes.
  @inline(__always) public mutating func string(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    separate(room: length + 2)
    store(UInt8(ascii: "\""))
    (base + count).update(from: text.utf8Start, count: length)
    count += length
    store(UInt8(ascii: "\""))
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
    let length = text.count
    separate(room: length + 2)
    store(UInt8(ascii: "\""))
    if let start = text.baseAddress, length > 0 {
      if JSONOutput.isPlain(start, length) {
        (base + count).update(from: start, count: length)
        count += length
      } else {
        escaped(text)
      }
    }
    put(UInt8(ascii: "\""))
  }

  /// Whether nothing in the text needs an escape: no byte below 0x20, no quotation mark, no backslash.
  @inline(__always) private static func isPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let raw = UnsafeRawPointer(text)
    if count >= 8 {
      var index = 0
      while index + 8 <= count {
        if !isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { return false }
        index += 8
      }
      // The last eight bytes once more, some of them for the second time.
      return isPlain(raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }
    var index = 0
    while index < count {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
      index += 1
    }
    return true
  }

  /// Text with something to escape in it.
  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var from = 0
    for index in 0..<text.count {
      let byte = text[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      copy(text, from, index)
      escape(byte)
      from = index + 1
    }
    copy(text, from, text.count)
  }

  /// Whether eight bytes can stand in a JSON string as they are.
  @inline(__always) static func isPlain(_ word: UInt64) -> Bool {
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
