extension Analysis {
  /// Makes `mentionOf` say for each token the number of the mention that holds it. No two mentions overlap.
  ///
  /// Mentions that come in between others only renumber what is covered already, so that nothing needs to be cleared for them.
  ///
  /// - Complexity: O(tokens) the first time, then O(tokens inside mentions).
  mutating func layOutMentions() {
    if mentionOf.count != tokens.count { mentionOf = [Int32].filled(-1, count: tokens.count) }
    let count = mentionOf.count
    mentionOf.withUnsafeMutableBufferPointer { column in
      guard let column = column.baseAddress else { return }
      for (number, mention) in mentions.elements.enumerated() {
        let (first, end) = (mention.tokens.first, Int(mention.tokens.end))
        guard first < end, first >= 0, end <= count else { continue }
        let number = Int32(truncatingIfNeeded: number)
        // Most have one token or two.
        column[first] = number
        column[end - 1] = number
        if end - first > 2 { (column + first).update(repeating: number, count: end - first) }
      }
    }
  }
}
