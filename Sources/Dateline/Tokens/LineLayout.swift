/// How a text uses its line ends.
enum LineLayout {
  /// Whether lines are wrapped by hand: many single line ends stand before a small letter.
  ///
  /// - Complexity: O(lines).
  static func isWrapped(_ columns: TokenColumns, _ lineStarts: [Int32]) -> Bool {
    var single = 0
    var small = 0
    for start in lineStarts {
      let flags = columns.flags[Int(start)]
      guard !flags.contains(.paragraphStart) else { continue }
      single += 1
      if flags.contains(.lowercase) { small += 1 }
    }
    return single >= 3 && small * 3 >= single
  }

  /// The first token of the line that holds `token`, looked for over at most 24 tokens.
  static func lineStart(_ columns: TokenColumns, _ token: Int) -> Int {
    var index = token
    while index > 0, token - index < 24, !columns.flags[index].contains(.lineStart) { index -= 1 }
    return index
  }

  /// Whether the line that ends with `token` is much shorter than wrapped lines are: 40 bytes or less.
  static func isShort(_ columns: TokenColumns, _ token: Int) -> Bool {
    let start = lineStart(columns, token)
    return columns.flags[start].contains(.lineStart) && columns.end[token] - columns.start[start] <= 40
  }
}
