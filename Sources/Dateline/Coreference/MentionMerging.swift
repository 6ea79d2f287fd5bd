extension Analysis {
  /// Merges new mentions into the list, which stays in text order, and renumbers the entities' lists.
  mutating func merge(_ found: [Mention]) {
    guard !found.isEmpty else { return }
    let fresh = found.sorted { $0.tokens.start < $1.tokens.start }
    var merged: [Mention] = []
    merged.reserveCapacity(mentions.count + fresh.count)
    var next = 0
    for mention in mentions {
      while next < fresh.count, fresh[next].tokens.start < mention.tokens.start {
        merged.append(fresh[next])
        next += 1
      }
      merged.append(mention)
    }
    merged.append(contentsOf: fresh[next...])
    mentions = merged
    for entity in entities.indices { entities[entity].mentions.removeAll(keepingCapacity: true) }
    for (number, mention) in merged.enumerated() { entities[Int(mention.entity)].mentions.append(Int32(number)) }
  }
}
