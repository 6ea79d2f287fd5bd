extension [NameSpan] {
  /// Adds spans that lie between the ones here; both in text order, none overlapping.
  ///
  /// - Complexity: O(spans), where inserting them one by one would move all that follow each time.
  mutating func merge(_ added: [NameSpan]) {
    guard !added.isEmpty else { return }
    var merged: [NameSpan] = []
    merged.reserveCapacity(count + added.count)
    var next = 0
    for span in self {
      while next < added.count, added[next].tokens.start < span.tokens.start {
        merged.append(added[next])
        next += 1
      }
      merged.append(span)
    }
    merged.append(contentsOf: added[next...])
    self = merged
  }
}
