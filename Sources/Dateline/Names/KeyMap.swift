import CICU

/// A small open-addressing map from 64-bit keys to numbers of rows; made empty between articles. Its owner deallocates it.
struct KeyMap {
  /// A key beside its row, so that one line of the cache answers; free unless it was taken since the map was last made empty.
  private struct Slot {
    var key: UInt64 = 0
    var row: Int32 = 0
    var age: UInt32 = 0
  }

  private var slots = Column<Slot>(capacity: smallest)
  private(set) var count = 0
  /// How often the map was made empty, plus one.
  private var age: UInt32 = 1

  private static let smallest = 128
  /// A map stays so many times as large as it was needed.
  private static let most = 16

  init() { slots.reset(count: KeyMap.smallest, repeating: Slot()) }

  func deallocate() { slots.deallocate() }

  /// Makes the map empty without touching its memory: articles are much like those before them. It becomes smaller behind an article far beyond
  /// all others.
  mutating func removeAll() {
    if count == 0 { return }
    if slots.count > max(count, KeyMap.smallest) * KeyMap.most || age == .max {
      slots.reset(count: KeyMap.smallest, repeating: Slot())
      age = 0
    }
    age += 1
    count = 0
  }

  @inline(__always) private static func place(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ByteHash.mix(key, 0x9E37_79B9_7F4A_7C15)) & mask
  }

  /// Asks for the memory of what `find` and `intern` read.
  @inline(__always)
  func fetch(_ key: UInt64) { cicu_prefetch(slots.base + KeyMap.place(key, slots.count &- 1)) }

  /// The row of `key`, or -1.
  @inline(__always)
  func find(_ key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = KeyMap.place(key, mask)
    while slots[place].age == age {
      if slots[place].key == key { return Int(slots[place].row) }
      place = (place &+ 1) & mask
    }
    return -1
  }

  /// The row of `key`, a new one (numbered `count` before the call) when it was missing.
  @inline(__always)
  mutating func intern(_ key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = KeyMap.place(key, mask)
    while slots[place].age == age {
      if slots[place].key == key { return Int(slots[place].row) }
      place = (place &+ 1) & mask
    }
    return add(key, at: place)
  }

  @inline(never)
  private mutating func add(_ key: UInt64, at place: Int) -> Int {
    let row = count
    slots[place] = Slot(key: key, row: Int32(truncatingIfNeeded: row), age: age)
    count += 1
    if count * 2 >= slots.count { grow() }
    return row
  }

  private mutating func grow() {
    let old = slots
    let size = old.count * 2
    slots = Column<Slot>(capacity: size)
    slots.reset(count: size, repeating: Slot())
    for number in 0..<old.count where old[number].age == age {
      var place = KeyMap.place(old[number].key, size - 1)
      while slots[place].age == age { place = (place + 1) & (size - 1) }
      slots[place] = old[number]
    }
    old.deallocate()
  }
}
