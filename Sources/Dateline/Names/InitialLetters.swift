/// The initial letters of a name's words as a key, the last one in the lowest byte: an acronym's letters give the same key
/// (`EvidenceCollector.acronymKey`). Read from the last word on.
struct InitialLetters {
  private(set) var key: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always)
  mutating func prepend(_ letter: UInt8) {
    // Beyond seven letters nobody asks for the key.
    key |= UInt64(letter) << (count * 8)
    count += 1
  }

  /// Two to seven letters.
  @inline(__always) var isAcronym: Bool { count &- 2 <= 5 }
}
