/// The lines of a page: what stands between line ends, as tokens.
struct PageLines {
  struct Line {
    var tokens: TokenRange
    var span: Span
    /// An empty line stands before it.
    var startsParagraph: Bool
    /// Its last token is a stop, perhaps behind a closing mark.
    var isStopped: Bool

    var count: Int { tokens.count }
  }

  private(set) var lines: [Line] = []

  /// - Complexity: O(tokens).
  init(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    var first = 0
    for token in 1...max(1, columns.count) {
      guard token >= columns.count || columns.flags[token].contains(.lineStart) else { continue }
      guard first < columns.count else { break }
      let last = token - 1
      lines.append(
        Line(
          tokens: TokenRange(first, token), span: Span(columns.start[first], columns.end[last]),
          startsParagraph: columns.flags[first].contains(.paragraphStart), isStopped: PageLines.isStopped(columns, bytes, first, last)))
      first = token
    }
  }

  private static func isStopped(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int) -> Bool {
    var index = last
    while index >= first, last - index < 4 {
      guard columns.flags[index].contains(.punctuation) else { return bytes[Int(columns.end[index]) - 1] == UInt8(ascii: ".") }
      if Mark.read(bytes, Int(columns.start[index]), Int(columns.end[index])).isTerminator { return true }
      index -= 1
    }
    return false
  }
}
