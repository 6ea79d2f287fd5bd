#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A name that the program or its tables give, such as a rule's or a feature's: an address and a length instead of a string, so that a copy
/// counts no references. Every mention carries two or three of them as evidence.
///
/// The bytes live as long as the process: those of a literal anyway, those of a table's name because each different one is kept once.
public struct Label: @unchecked Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  let start: UnsafePointer<UInt8>
  /// Number of bytes; negative when some of them need an escape in JSON, which a rule of the user's own may bring.
  private let length: Int32

  private init(start: UnsafePointer<UInt8>, length: Int32) {
    self.start = start
    self.length = length
  }

  /// - Precondition: the literal is plain ASCII without quotation marks, backslashes and control characters.
  public init(stringLiteral literal: StaticString) {
    start = literal.utf8Start
    length = Int32(truncatingIfNeeded: literal.utf8CodeUnitCount)
    assert(Label.isPlain(UnsafeBufferPointer(start: start, count: count)))
  }

  /// Keeps a copy of `text` for good: for names out of tables, when those are read.
  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { LabelTable.shared.label($0) }
  }

  /// Keeps a copy of the bytes for good.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self = LabelTable.shared.label(bytes) }

  fileprivate init(keeping bytes: UnsafeBufferPointer<UInt8>) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    if let start = bytes.baseAddress { copy.update(from: start, count: bytes.count) }
    let count = Int32(truncatingIfNeeded: bytes.count)
    self.init(start: UnsafePointer(copy), length: Label.isPlain(bytes) ? count : -count)
  }

  @inline(__always) var count: Int { Int(length.magnitude) }
  /// Whether the bytes can stand in a JSON string as they are.
  @inline(__always) var isPlain: Bool { length >= 0 }
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  public var isEmpty: Bool { length == 0 }
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  public var description: String { text }

  /// Labels are equal when their texts are: a literal and a table may give the same one.
  public static func == (left: Label, right: Label) -> Bool {
    left.count == right.count && (left.start == right.start || memcmp(left.start, right.start, left.count) == 0)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }
}

/// The labels of the process that are no literals: open addressing by a hash of the bytes, since tables hand over thousands of names, most of them
/// known.
private final class LabelTable: @unchecked Sendable {
  static let shared = LabelTable()
  private var mutex = pthread_mutex_t()
  /// A power of two of slots, half of them free.
  private var labels: [Label?] = Array(repeating: nil, count: 1024)
  private var count = 0

  private init() { pthread_mutex_init(&mutex, nil) }

  func label(_ bytes: UnsafeBufferPointer<UInt8>) -> Label {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    let slot = slot(bytes)
    if let label = labels[slot] { return label }
    let label = Label(keeping: bytes)
    labels[slot] = label
    count += 1
    if count * 2 > labels.count { grow() }
    return label
  }

  /// Where the label with these bytes stands or would stand.
  @inline(__always)
  private func slot(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = labels.count - 1
    var slot = bytes.baseAddress.map { Int(truncatingIfNeeded: ByteHash.hash($0, bytes.count)) & mask } ?? 0
    while let label = labels[slot], !bytes.isEqual(to: label.bytes) { slot = (slot + 1) & mask }
    return slot
  }

  private func grow() {
    let old = labels
    labels = Array(repeating: nil, count: old.count * 2)
    for case let label? in old { labels[slot(label.bytes)] = label }
  }
}
