#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// HTML that was left in a text: "<p>", "</b>", "<a href=…>", "&quot;", "&#8217;".
enum LeftMarkup {
  /// No more signs are looked at: a text of formulas has many that open no tag.
  private static let mostSigns = 64
  private static let longestTag = 256
  private static let longestEntity = 10

  /// The byte where the first tag or entity starts; nil where none does.
  ///
  /// - Complexity: O(bytes), by the C library's search.
  static func first(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let tag = first(UInt8(ascii: "<"), in: bytes, isTag)
    let entity = first(UInt8(ascii: "&"), in: bytes, isEntity)
    guard let tag, let entity else { return tag ?? entity }
    return min(tag, entity)
  }

  private static func first(
    _ sign: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ opens: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var from = 0
    for _ in 0..<mostSigns {
      guard let found = memchr(base + from, Int32(sign), bytes.count - from) else { return nil }
      let at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if opens(bytes, at) { return at }
      from = at + 1
    }
    return nil
  }

  /// A letter or a slash and a letter behind the sign, and a closing one on the way.
  private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var name = at + 1
    if name < bytes.count, bytes[name] == UInt8(ascii: "/") { name += 1 }
    guard name < bytes.count, isLetter(bytes[name]) else { return false }
    // "<someone@example.org>" is an address.
    for index in name..<min(bytes.count, at + longestTag) where bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "@") {
      return bytes[index] == UInt8(ascii: ">")
    }
    return false
  }

  /// Letters, or "#" and digits, up to a semicolon.
  private static func isEntity(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let isNumber = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "#")
    let start = isNumber ? at + 2 : at + 1
    var index = start
    while index < min(bytes.count, at + longestEntity),
      isNumber ? bytes[index] &- 48 < 10 || isLetter(bytes[index]) : isLetter(bytes[index])
    {
      index += 1
    }
    return index > start + (isNumber ? 0 : 1) && index < bytes.count && bytes[index] == UInt8(ascii: ";")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
}
