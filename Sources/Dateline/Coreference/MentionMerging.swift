extension Analysis {
  /// Merges new mentions into the list, which stays in text order, and chains those of each entity
  /// anew.
  mutating func merge(_ found: UnsafeMutableBufferPointer<Mention>) {
    guard !found.isEmpty else { return }
    found.sortShort { $0.tokens.start < $1.tokens.start }
    mentions.mergeOrdered(found) { $0.tokens.start }
    chainMentions()
    layOutMentions()
  }
}
