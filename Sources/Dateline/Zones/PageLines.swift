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

  /// - Parameter lineStarts: the first token of each line.
  /// - Complexity: O(lines).
  init(_ columns: TokenColumns, _ lineStarts: UnsafeBufferPointer<Int32>, _ bytes: UnsafeBufferPointer<UInt8>) {
    lines.reserveCapacity(lineStarts.count)
    for (number, start) in lineStarts.enumerated() {
      let first = Int(start)
      let end = number + 1 < lineStarts.count ? Int(lineStarts[number + 1]) : columns.count
      lines.append(
        Line(
          tokens: TokenRange(first, end), span: Span(columns.start[first], columns.end[end - 1]),
          startsParagraph: columns.flags[first].contains(.paragraphStart), isStopped: PageLines.isStopped(columns, bytes, first, end - 1)))
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
