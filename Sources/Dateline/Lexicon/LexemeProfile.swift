/// What the lexicon knows of a word beside its classes, in one integer.
///
/// Bits 0 to 36 are the `TagSet`; 37 to 39 say whether names start with the word, go on with it, or start with it in small letters; 40 to 47
/// hold the case risk; 48 and 49 how common a given name it is, 50 and 51 how common a surname; 52 that only an international list has it as
/// a person's name; 53 and 54 that its bearers are men or women; 56 to 62 the likeliest tag; 55 and 63 are marks of `LexemeInfo`.
public struct LexemeProfile: Sendable, Hashable {
  let rawValue: UInt64

  static let unknown = LexemeProfile(.unknown)

  init(_ info: LexemeInfo) {
    var bits = info.tags.bits & LexemeProfile.tagMask | UInt64(info.nameFlags >> 1 & 7) << 37
    bits |= UInt64(UInt8(bitPattern: info.risk)) << 40 | UInt64(info.given & 3) << 48 | UInt64(info.surname & 3) << 50
    if info.nameFlags & 1 != 0 { bits |= 1 << 52 }
    if info.given > 0, info.male >= 80 { bits |= 1 << 53 }
    if info.given > 0, info.male >= 0, info.male <= 20 { bits |= 1 << 54 }
    if info.nameFlags & LexemeInfo.speechMark != 0 { bits |= 1 << 55 }
    if info.nameFlags & LexemeInfo.nominalMark != 0 { bits |= 1 << 63 }
    rawValue = bits | UInt64(info.primary & LexemeProfile.noTag) << 56
  }

  private static let tagMask: UInt64 = (1 << 37) - 1

  /// Every tag that the word can bear, as bits.
  @inline(__always) var tags: UInt64 { rawValue & LexemeProfile.tagMask }
  /// Raw value of the likeliest tag; `noTag` when the lexicon has none.
  @inline(__always) var primary: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 56) & LexemeProfile.noTag }
  static let noTag: UInt8 = 0x7F
  /// Whether the lexicon has a tag for the word.
  @inline(__always) var hasTag: Bool { primary != LexemeProfile.noTag }
  /// Whether the tables of quotations may list the word or its lemma; they need not be asked for others.
  @inline(__always) var mayConcernSpeech: Bool { rawValue >> 55 & 1 != 0 }
  /// Whether the tables of coreference may list the word as a noun that refers to what was named.
  @inline(__always) var mayBeNominal: Bool { nominalBit != 0 }
  /// 1 for such a word, else 0.
  @inline(__always) var nominalBit: UInt64 { rawValue >> 63 }
  /// Ten times log P(lower-case form) - log P(capitalised form); -128 when unknown.
  @inline(__always) var risk: Int8 { Int8(bitPattern: UInt8(truncatingIfNeeded: rawValue >> 40)) }
  /// Bits for `TokenFlags.startsName` and its neighbours.
  @inline(__always) var nameBits: UInt32 { UInt32(truncatingIfNeeded: rawValue >> 37) & 7 }
  /// How common as a given name: 0 none, 1 rare, 2 known, 3 common.
  @inline(__always) var given: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 48) & 3 }
  /// How common as a surname: 0 none to 3 common.
  @inline(__always) var surname: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 50) & 3 }
  /// All that it says of the word as a person's name, in seven bits.
  @inline(__always) var nameHabits: Int { Int(truncatingIfNeeded: rawValue >> 48 & 0x7F) }
  /// What `nameHabits` alone says.
  init(nameHabits: Int) { rawValue = UInt64(nameHabits) << 48 }
  /// Known as a person's name only from an international list.
  @inline(__always) var isInternational: Bool { rawValue >> 52 & 1 != 0 }
  /// Hardly any of the name's bearers are women, hardly any men.
  @inline(__always) var isMale: Bool { rawValue >> 53 & 1 != 0 }
  @inline(__always) var isFemale: Bool { rawValue >> 54 & 1 != 0 }
}
