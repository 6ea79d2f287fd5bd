/// What the lexicon says of words as people's names, as bits of `NameExtra`, by `LexemeProfile.nameHabits`.
final class NameHabits {
  private let bits = UnsafeMutablePointer<UInt16>.allocate(capacity: 128)

  init() {
    for habits in 0..<128 {
      let word = LexemeProfile(nameHabits: habits)
      var extra: UInt16 = 0
      func set(_ bit: NameExtra) { extra |= 1 << UInt16(bit.rawValue) }
      if word.given > 0 { extra |= 1 << (UInt16(NameExtra.given1.rawValue) + word.given - 1) }
      if word.surname > 0 { extra |= 1 << (UInt16(NameExtra.surname1.rawValue) + word.surname - 1) }
      if word.isInternational { set(.international) }
      if word.given | word.surname == 0 { set(.noName) }
      if word.isMale { set(.maleName) }
      if word.isFemale { set(.femaleName) }
      bits[habits] = extra
    }
  }

  @inline(__always) subscript(_ habits: Int) -> UInt16 { bits[habits] }

  deinit { bits.deallocate() }
}
