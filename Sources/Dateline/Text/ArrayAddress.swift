extension Array {
  /// Where the first element lies; for an empty array an address that must not be read.
  ///
  /// Good for as long as somebody holds the array and nobody writes to it: an array stays where it is until then. Taking addresses inside one another's
  /// `withUnsafeBufferPointer` would say the same of two dozen columns, and count references for each.
  @inline(__always) var address: UnsafePointer<Element> {
    withUnsafeBufferPointer { $0.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)! }
  }

  /// The elements at that address.
  @inline(__always) var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: address, count: count) }
}
