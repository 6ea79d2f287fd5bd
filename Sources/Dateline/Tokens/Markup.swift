/// Tags of HTML or XML that were left in a text.
enum Markup {
  private static let longestTag = 24

  /// The token behind the tag that starts at `token` ("</h2>", "<p class=…>"); nil when there is none.
  static func tagEnd(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ token: Int) -> Int? {
    guard token + 2 < columns.count, bytes[Int(columns.start[token])] == UInt8(ascii: "<"), !columns.flags[token + 1].contains(.spaceBefore)
    else { return nil }
    let first = bytes[Int(columns.start[token + 1])]
    guard first == UInt8(ascii: "/") || (first | 0x20) &- 97 < 26 else { return nil }
    var index = token + 2
    let limit = min(columns.count, token + longestTag)
    while index < limit {
      if bytes[Int(columns.start[index])] == UInt8(ascii: ">") { return index + 1 }
      index += 1
    }
    return nil
  }

  /// Whether a tag starts at `token` and nothing but tags follows on its line.
  static func isLastOfLine(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ token: Int) -> Bool {
    var index = token
    for _ in 0..<4 {
      guard let end = tagEnd(columns, bytes, index) else { return false }
      if end == columns.count || columns.flags[end].contains(.lineStart) { return true }
      index = end
    }
    return false
  }
}
