/// Arrays made once an article or oftener.
///
/// The standard library compiles `init(repeating:count:)` and `init(unsafeUninitializedCapacity:…)` once for all types of elements: each call
/// looks up the array's type at run time, which costs about seven hundred instructions. Growing an empty array is compiled for its element.
extension Array {
  /// An array of `count` times `value`.
  @inline(__always)
  static func filled(_ value: Element, count: Int) -> [Element] {
    var array: [Element] = []
    array.append(contentsOf: repeatElement(value, count: count))
    return array
  }

  /// An array of `count` elements that `fill` writes, all of them; before it they are `value`.
  @inline(__always)
  static func written(_ value: Element, count: Int, _ fill: (UnsafeMutablePointer<Element>) -> Void) -> [Element] {
    var array = filled(value, count: count)
    array.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { fill(base) } }
    return array
  }

  /// Makes the array `wanted` elements long, for plain values of which the caller writes every one before anybody reads it: new elements are
  /// whatever the memory held.
  mutating func resizeUnset(to wanted: Int) {
    if wanted > count {
      self = []
      append(contentsOf: UnsetElements(count: wanted))
    } else {
      removeLast(count - wanted)
    }
  }
}

/// So many elements that nobody sets: an array that takes them in only grows.
private struct UnsetElements<Element>: Sequence, IteratorProtocol {
  let count: Int

  var underestimatedCount: Int { count }
  func next() -> Element? { nil }
  func _copyContents(initializing buffer: UnsafeMutableBufferPointer<Element>) -> (UnsetElements, Int) { (UnsetElements(count: 0), count) }
}
