#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
  /// Takes what is written when the buffer is full.
  private let sink: ((UnsafeRawBufferPointer) -> Void)?

  /// - Parameters:
  ///   - capacity: how many bytes there is room for at first.
  ///   - sink: takes what was written whenever the buffer is full, and with `flush`: a long document needs no memory of its own. None: all stays
  ///     in the buffer, which grows.
  public init(capacity: Int = 0, sink: ((UnsafeRawBufferPointer) -> Void)? = nil) {
    self.sink = sink
    self.capacity = max(capacity, 1024)
    guard let first = malloc(self.capacity) else { fatalError("no memory for the output") }
    base = first.assumingMemoryBound(to: UInt8.self)
  }

  deinit { free(base) }

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

  /// Hands the sink what it has not got yet.
  public mutating func flush() {
    sink?(UnsafeRawBufferPointer(start: base, count: count))
    removeAll()
  }

  /// Makes room for `more` bytes.
  @inline(__always) private mutating func reserve(_ more: Int) { if capacity - count < more { grow(more) } }

  @inline(never) private mutating func grow(_ more: Int) {
    if let sink, count > 1 {
      // The last byte stays: it may be a comma that the end of an array takes back.
      sink(UnsafeRawBufferPointer(start: base, count: count - 1))
      base[0] = base[count - 1]
      count = 1
      if capacity - count >= more { return }
    }
    capacity = max(capacity * 2, count + more)
    // The system moves large blocks without copying them.
    guard let larger = realloc(base, capacity) else { fatalError("no memory for the output") }
    base = larger.assumingMemoryBound(to: UInt8.self)
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

  public mutating func integer(_ value: Int) {
    separate()
    var pen = pen(room: 24)
    pen.integer(value)
    take(pen)
  }

  /// Makes room for `room` bytes and returns a pen for them, which must be given back with `take`.
  ///
  /// No comma is put before what a pen writes.
  @inline(__always) mutating func pen(room: Int) -> JSONPen {
    reserve(room + JSONPen.slack)
    return JSONPen(at: UnsafeMutableRawPointer(base + count), limit: UnsafeMutableRawPointer(base + capacity))
  }

  /// Counts what the pen has written.
  @inline(__always) mutating func take(_ pen: JSONPen) {
    count = UnsafeRawPointer(pen.at) - UnsafeRawPointer(base)
    needsComma = true
  }

  /// Closes an array whose elements a pen wrote with a comma behind each.
  @inline(__always) mutating func closeArray() {
    if base[count - 1] == UInt8(ascii: ",") { count -= 1 }
    put(UInt8(ascii: "]"))
  }

  /// A text in quotation marks, without a comma before it.
  mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    put(UInt8(ascii: "\""))
    // Piece by piece: the room for the worst case is six times the text.
    var from = 0
    while from < text.count {
      let step = min(text.count - from, 4096)
      var pen = pen(room: JSONPen.room(step))
      pen.text(text.baseAddress! + from, step)
      take(pen)
      from += step
    }
    put(UInt8(ascii: "\""))
  }

  /// A text in quotation marks, without a comma before it.
  mutating func quoted(_ text: String) {
    // Native strings are UTF-8 already; only others are copied first.
    let direct: Void? = text.utf8.withContiguousStorageIfAvailable { quoted($0) }
    if direct == nil {
      var copy = text
      copy.withUTF8 { quoted($0) }
    }
  }

  public mutating func bool(_ value: Bool) {
    separate()
    put(value ? "true" as StaticString : "false")
  }

  /// A number in its shortest form: integers without a point; what JSON cannot write becomes null.
  public mutating func number(_ value: Double) {
    separate()
    var pen = pen(room: 32)
    pen.number(value)
    take(pen)
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
    separate()
    quoted(text)
  }

  /// A string of bytes that are valid UTF-8.
  public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    quoted(text)
  }
}
