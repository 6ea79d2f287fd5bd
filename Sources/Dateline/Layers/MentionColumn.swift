extension Column<Int32> {
  /// Makes the column say for each token the number of the mention that holds it, -1 for none. No two mentions overlap.
  ///
  /// - Complexity: O(tokens).
  mutating func read(mentions: UnsafeBufferPointer<Mention>, tokens: Int) {
    reset(count: tokens, repeating: -1)
    for number in mentions.indices {
      for token in mentions[number].tokens.indices { self[token] = Int32(truncatingIfNeeded: number) }
    }
  }
}
