/// Whether a text is written in small letters throughout, as transcripts and messages are, so that capitals tell nothing of its names.
enum SmallLetters {
  /// No more than one word in so many has a capital.
  private static let rarest = 50
  /// Of fewer tokens nothing is said.
  private static let fewest = 4

  /// - Complexity: O(tokens), 64 at a time.
  static func prevail(_ tokens: TokenColumns) -> Bool {
    guard tokens.count >= fewest else { return false }
    let most = tokens.count / rarest
    var capitals = 0
    var first = 0
    while first < tokens.count, capitals <= most {
      capitals &+= TokenFlags.anyCapital.tokens(first &>> 6, of: tokens).nonzeroBitCount
      first += 64
    }
    return capitals <= most
  }
}
