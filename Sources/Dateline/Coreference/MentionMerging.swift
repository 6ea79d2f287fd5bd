extension Analysis {
  /// Merges new mentions into the list, which stays in text order, and chains those of each entity
  /// anew.
  mutating func merge(_ found: [Mention]) {
    guard !found.isEmpty else { return }
    mentions.mergeOrdered(found.sorted { $0.tokens.start < $1.tokens.start }) { $0.tokens.start }
    chainMentions()
    layOutMentions()
  }
}
