import CICU

/// What a table says of some words: open addressing by lexeme, since a dictionary's hashing costs more than all that is done with what it gives.
/// At most a quarter of the slots are taken, so that most words are told by the first one that they are not in it. Its owner deallocates it.
struct LexemeTable<Entry> {
  private struct Slot {
    /// -1 for a free slot.
    var word: LexemeID
    var entry: Entry
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: UInt32
  private let size: Int

  /// - Parameter absent: what words have that are not in the table.
  init(_ rows: [LexemeID: Entry], absent: Entry) {
    var size = 16
    while size < rows.count * 4 { size *= 2 }
    self.size = size
    mask = UInt32(size - 1)
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(word: -1, entry: absent), count: size)
    for (word, entry) in rows where word >= 0 { slots[slot(word)] = Slot(word: word, entry: entry) }
  }

  func deallocate() {
    slots.deinitialize(count: size)
    slots.deallocate()
  }

  /// Where the word stands or would stand.
  @inline(__always)
  private func slot(_ word: LexemeID) -> Int {
    var slot = (UInt32(bitPattern: word) &* 0x9E37_79B1) &>> 8 & mask
    while slots[Int(slot)].word != word, slots[Int(slot)].word >= 0 { slot = (slot &+ 1) & mask }
    return Int(slot)
  }

  /// Asks for the memory of the word's slot.
  @inline(__always) func fetch(_ word: LexemeID) { cicu_prefetch(slots + Int((UInt32(bitPattern: word) &* 0x9E37_79B1) &>> 8 & mask)) }

  /// The word's entry. A free slot has that of words that are not in the table.
  @inline(__always)
  subscript(_ word: LexemeID) -> Entry { slots[slot(word)].entry }
}
