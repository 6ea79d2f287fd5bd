extension Analysis {
  /// Merges new mentions into the list, which stays in text order, and renumbers the entities' lists.
  mutating func merge(_ found: [Mention]) {
    guard !found.isEmpty else { return }
    mentions.mergeOrdered(found.sorted { $0.tokens.start < $1.tokens.start }) { $0.tokens.start }
    for entity in entities.indices { entities[entity].mentions.removeAll(keepingCapacity: true) }
    for (number, mention) in mentions.enumerated() { entities[Int(mention.entity)].mentions.append(Int32(number)) }
  }
}
