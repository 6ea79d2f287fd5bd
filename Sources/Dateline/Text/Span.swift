#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A half-open range of UTF-8 byte offsets into an article's text.
///
/// - Units: bytes of the repaired text (`Article.bytes`), never characters. The writer converts to the offsets a user asked for.
public struct Span: Hashable, Sendable {
  public var start: Int32
  public var end: Int32

  @inlinable public init(_ start: Int32, _ end: Int32) {
    self.start = start
    self.end = end
  }

  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  @inlinable public var count: Int { Int(end - start) }
  @inlinable public var isEmpty: Bool { end <= start }
  @inlinable public var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// Whether the two spans share a byte.
  @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
  /// Whether `other` lies inside this span.
  @inlinable public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// The span so many bytes further on.
  func moved(by bytes: Int32) -> Span { Span(start + bytes, end + bytes) }
}

/// A half-open range of token indices of one article.
public struct TokenRange: Hashable, Sendable {
  public var start: Int32
  public var end: Int32

  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  @inlinable public var count: Int { Int(end - start) }
  @inlinable public var isEmpty: Bool { end <= start }
  @inlinable public var first: Int { Int(start) }
  /// Index of the last token; meaningless for an empty range.
  @inlinable public var last: Int { Int(end) - 1 }
  @inlinable public var indices: Range<Int> { Int(start)..<Int(max(start, end)) }
  @inlinable public func overlaps(_ other: TokenRange) -> Bool { start < other.end && other.start < end }
  @inlinable public func contains(_ other: TokenRange) -> Bool { start <= other.start && other.end <= end }
  /// The range so many tokens further on.
  func moved(by tokens: Int32) -> TokenRange { TokenRange(Int(start + tokens), Int(end + tokens)) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a span, which lies inside the text.
  @inline(__always) subscript(_ span: Span) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[Int(span.start)..<Int(span.end)])
  }

  /// Whether `other` holds the same bytes.
  @inline(__always)
  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, count) == 0
  }
}
