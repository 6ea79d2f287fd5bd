extension Array {
  /// Adds elements that lie between the ones here; both lists in the order of `key`, at equal keys those here first.
  ///
  /// - Complexity: O(elements), where inserting them one by one would move all that follow each time.
  @inline(__always)
  mutating func mergeOrdered<Added: RandomAccessCollection<Element>>(_ added: Added, by key: (Element) -> Int32) where Added.Index == Int {
    guard !added.isEmpty else { return }
    var here = count - 1
    var next = added.count - 1
    append(contentsOf: added)
    // From the end, where there is room now.
    withUnsafeMutableBufferPointer { elements in
      var to = elements.count - 1
      while next >= 0 {
        if here >= 0, key(elements[here]) > key(added[next]) {
          elements[to] = elements[here]
          here -= 1
        } else {
          elements[to] = added[next]
          next -= 1
        }
        to -= 1
      }
    }
  }
}
