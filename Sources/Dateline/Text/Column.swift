/// A growable column of plain values for hot loops: no reference counting, no copy on write, bounds checked in debug builds only.
///
/// A column does not free itself: its owner (a worker's workspace) calls `deallocate`. Copying the struct copies the address, so one owner
/// writes and everybody else reads while it does not.
struct Column<Element> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  /// Frees the memory; the column must not be used afterwards.
  func deallocate() { base.deallocate() }

  @inline(__always) subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  /// What the column holds.
  @inline(__always) var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// Keeps the memory.
  @inline(__always) mutating func removeAll() { count = 0 }

  /// Makes the column `newCount` copies of `value`.
  mutating func reset(count newCount: Int, repeating value: Element) {
    if newCount > capacity { grow(to: newCount) }
    base.update(repeating: value, count: newCount)
    count = newCount
  }

  /// Makes the column `newCount` elements long without setting them: the caller writes each.
  mutating func resize(count newCount: Int) {
    if newCount > capacity { grow(to: newCount) }
    count = newCount
  }

  @inline(__always) mutating func append(_ value: Element) {
    if count == capacity { grow(to: capacity * 2) }
    (base + count).initialize(to: value)
    count += 1
  }

  /// Appends the value if it is wanted. Written without a branch, for what holds as it pleases.
  @inline(__always) mutating func append(_ value: Element, if isWanted: Bool) {
    if count == capacity { grow(to: capacity * 2) }
    (base + count).initialize(to: value)
    count &+= isWanted ? 1 : 0
  }

  /// Drops the last `dropped` elements.
  @inline(__always) mutating func removeLast(_ dropped: Int = 1) {
    assert(dropped <= count)
    count -= dropped
  }

  private mutating func grow(to wanted: Int) {
    let larger = max(wanted, capacity * 2)
    let new = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    new.update(from: base, count: count)
    base.deallocate()
    base = new
    capacity = larger
  }
}
