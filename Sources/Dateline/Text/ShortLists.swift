extension UnsafeMutableBufferPointer {
  /// Sorts a list that is short and stands nearly in order, as most of an article's lists do; what is equal stays as it stands. The library's way of
  /// sorting, which asks for memory first, is left to long ones.
  @inline(__always)
  func sortShort(by precedes: (Element, Element) -> Bool) {
    guard count > 1 else { return }
    guard count <= 64 else {
      var list = self
      return list.sort(by: precedes)
    }
    for place in 1..<count where precedes(self[place], self[place - 1]) {
      let element = self[place]
      var free = place
      repeat {
        self[free] = self[free - 1]
        free -= 1
      } while free > 0 && precedes(element, self[free - 1])
      self[free] = element
    }
  }
}

extension Array {
  /// Sorts a list that is short and stands nearly in order; what is equal stays as it stands.
  @inline(__always)
  mutating func sortShort(by precedes: (Element, Element) -> Bool) {
    if count > 1 { withUnsafeMutableBufferPointer { $0.sortShort(by: precedes) } }
  }
}
