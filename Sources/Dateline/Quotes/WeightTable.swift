/// Weights by a number of 64 bits: open addressing in two columns, since a dictionary's hashing costs more than all that is added up.
struct WeightTable {
  /// A key's complement; 0 for a free slot. No key is the complement of 0.
  private var keys: [UInt64]
  private var values: [Float]
  private var shift: UInt64
  private var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1 << 12)
    values = [Float](repeating: 0, count: 1 << 12)
    shift = 64 - 12
  }

  /// A key's weight; 0 where the table holds none.
  @inline(__always)
  subscript(_ key: UInt64) -> Float { values[slot(key)] }

  mutating func set(_ key: UInt64, _ weight: Float) {
    if count * 2 >= keys.count { grow() }
    let slot = slot(key)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = ~key
    values[slot] = weight
  }

  /// Where the key stands or would stand. Half of all slots are free, so the walk is short.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    // Fibonacci hashing: the product's upper bits depend on all of the key's.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while keys[slot] != ~key, keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [Float](repeating: 0, count: oldKeys.count * 2)
    shift -= 1
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let slot = slot(~oldKeys[index])
      keys[slot] = oldKeys[index]
      values[slot] = oldValues[index]
    }
  }
}
