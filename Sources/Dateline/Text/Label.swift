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
  public init(_ text: String) { self = LabelTable.shared.label(text) }

  fileprivate init(keeping text: String) {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = copy.initialize(from: bytes)
    let kept = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(copy)[..<bytes.count])
    let count = Int32(truncatingIfNeeded: bytes.count)
    self.init(start: UnsafePointer(copy.baseAddress!), length: Label.isPlain(kept) ? count : -count)
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

/// The labels of the process that are no literals.
private final class LabelTable: @unchecked Sendable {
  static let shared = LabelTable()
  private var mutex = pthread_mutex_t()
  private var known: [String: Label] = [:]

  private init() { pthread_mutex_init(&mutex, nil) }

  func label(_ text: String) -> Label {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    if let label = known[text] { return label }
    let label = Label(keeping: text)
    known[text] = label
    return label
  }
}
