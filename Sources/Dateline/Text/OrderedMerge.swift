extension Array {
  /// Adds elements that lie between the ones here; both lists in the order of `key`, at equal keys those here first.
  ///
  /// - Complexity: O(elements), where inserting them one by one would move all that follow each time.
  @inline(__always)
  mutating func mergeOrdered(_ added: [Element], by key: (Element) -> Int32) {
    guard !added.isEmpty else { return }
    var merged: [Element] = []
    merged.reserveCapacity(count + added.count)
    var next = 0
    for element in self {
      while next < added.count, key(added[next]) < key(element) {
        merged.append(added[next])
        next += 1
      }
      merged.append(element)
    }
    merged.append(contentsOf: added[next...])
    self = merged
  }
}
