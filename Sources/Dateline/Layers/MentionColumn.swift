extension Analysis {
  /// Makes `mentionOf` say for each token the number of the mention that holds it. No two mentions overlap.
  ///
  /// Mentions that come in between others only renumber what is covered already, so that nothing needs to be cleared for them.
  ///
  /// - Complexity: O(tokens) the first time, then O(tokens inside mentions).
  mutating func layOutMentions() {
    if mentionOf.count != tokens.count { mentionOf = [Int32].filled(-1, count: tokens.count) }
    mentionOf.withUnsafeMutableBufferPointer { column in
      for number in mentions.indices {
        for token in mentions[number].tokens.indices { column[token] = Int32(truncatingIfNeeded: number) }
      }
    }
  }
}
