/// Weights by a number of 64 bits: open addressing, since a dictionary's hashing costs more than all that is added up. Key and weight stand
/// together, so that a look-up touches one line of the cache. Its owner deallocates it.
struct WeightTable {
  private struct Slot {
    /// A key's complement; 0 for a free slot. No key is the complement of 0.
    var key: UInt64
    var weight: Float
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var shift: UInt64
  private var count = 0

  init() {
    (slots, mask, shift) = WeightTable.free(bits: 10)
  }

  private static func free(bits: Int) -> (UnsafeMutablePointer<Slot>, mask: Int, shift: UInt64) {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(key: 0, weight: 0), count: 1 << bits)
    return (slots, 1 << bits - 1, UInt64(64 - bits))
  }

  func deallocate() { slots.deallocate() }

  /// A key's weight; 0 where the table holds none.
  @inline(__always)
  subscript(_ key: UInt64) -> Float { slots[slot(key)].weight }

  mutating func set(_ key: UInt64, _ weight: Float) {
    if count * 2 > mask { grow() }
    let slot = slot(key)
    if slots[slot].key == 0 { count += 1 }
    slots[slot] = Slot(key: ~key, weight: weight)
  }

  /// Where the key stands or would stand. Half of all slots are free, so the walk is short.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    // Fibonacci hashing: the product's upper bits depend on all of the key's.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while slots[slot].key != ~key, slots[slot].key != 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    let size = mask + 1
    (slots, mask, shift) = WeightTable.free(bits: size.trailingZeroBitCount + 1)
    for index in 0..<size where old[index].key != 0 { slots[slot(~old[index].key)] = old[index] }
    old.deallocate()
  }
}
