import CICU

/// A small open-addressing map from 64-bit keys to numbers of rows; cleared between articles. Its owner deallocates it.
struct KeyMap {
  /// A key beside its row, so that one line of the cache answers; key 0 for a free slot.
  private struct Slot {
    var key: UInt64 = 0
    var row: Int32 = 0
  }

  private var slots = Column<Slot>(capacity: smallest)
  private(set) var count = 0

  private static let smallest = 128

  init() { slots.reset(count: KeyMap.smallest, repeating: Slot()) }

  func deallocate() { slots.deallocate() }

  /// Makes the map empty, and as large as what it held asks for: articles are much like those before them, and clearing must not cost a short
  /// one more than its length.
  mutating func removeAll() {
    if count == 0 { return }
    var size = KeyMap.smallest
    while size < count * 4 { size *= 2 }
    slots.reset(count: min(size, slots.count), repeating: Slot())
    count = 0
  }

  @inline(__always) private static func place(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ByteHash.mix(key, 0x9E37_79B9_7F4A_7C15)) & mask
  }

  /// Asks for the memory of what `find` and `intern` read.
  @inline(__always)
  func fetch(_ key: UInt64) { cicu_prefetch(slots.base + KeyMap.place(key, slots.count &- 1)) }

  /// The row of `key`, or -1. Key 0 is never present.
  @inline(__always)
  func find(_ key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = KeyMap.place(key, mask)
    while slots[place].key != key {
      if slots[place].key == 0 { return -1 }
      place = (place &+ 1) & mask
    }
    return Int(slots[place].row)
  }

  /// The row of `key`, a new one (numbered `count` before the call) when it was missing.
  @inline(__always)
  mutating func intern(_ key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = KeyMap.place(key, mask)
    while slots[place].key != key {
      if slots[place].key == 0 { return add(key, at: place) }
      place = (place &+ 1) & mask
    }
    return Int(slots[place].row)
  }

  @inline(never)
  private mutating func add(_ key: UInt64, at place: Int) -> Int {
    let row = count
    slots[place] = Slot(key: key, row: Int32(truncatingIfNeeded: row))
    count += 1
    if count * 2 >= slots.count { grow() }
    return row
  }

  private mutating func grow() {
    let old = slots
    let size = old.count * 2
    slots = Column<Slot>(capacity: size)
    slots.reset(count: size, repeating: Slot())
    for number in 0..<old.count where old[number].key != 0 {
      var place = KeyMap.place(old[number].key, size - 1)
      while slots[place].key != 0 { place = (place + 1) & (size - 1) }
      slots[place] = old[number]
    }
    old.deallocate()
  }
}
