/// The numbers of those of up to 64 elements that a rule is about, in order.
struct ChosenNumbers: Sequence, IteratorProtocol {
  private let first: Int
  private var rest: UInt64

  fileprivate init(first: Int, _ bits: UInt64) {
    self.first = first
    rest = bits
  }

  @inline(__always)
  mutating func next() -> Int? {
    guard rest != 0 else { return nil }
    defer { rest &= rest &- 1 }
    return first &+ rest.trailingZeroBitCount
  }
}

extension Array {
  /// Of the 64 elements from `first` on those for which `bit` is 1. All are asked before the first is visited, each by an address: which names a rule
  /// is about is anybody's guess, and one wrong guess takes longer than asking them all.
  @inline(__always)
  func numbers(from first: Int, where bit: (UnsafePointer<Element>) -> UInt64) -> ChosenNumbers {
    let elements = address + first
    var bits: UInt64 = 0
    for place in 0..<Swift.min(64, count &- first) { bits |= bit(elements + place) &<< UInt64(place) }
    return ChosenNumbers(first: first, bits)
  }

  /// Where the stretches of 64 elements begin.
  @inline(__always) var stretches: StrideTo<Int> { stride(from: 0, to: count, by: 64) }
}
