/// Kinds of words in small letters by their word classes: few sets of classes are those of nearly all words, and this little memory stays near.
///
/// Says nothing of any article, so that it may be kept from one to the next. Its owner deallocates it.
struct SmallKinds {
  private struct Slot {
    var classes: WordClassSet
    var kind: TokenKind
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let kinds = LowerKinds.shared
  private static let bits: UInt64 = 8
  private static let count = 1 << Int(bits)

  init() {
    slots = .allocate(capacity: SmallKinds.count)
    // No word has all classes.
    slots.initialize(repeating: Slot(classes: WordClassSet(low: ~0, high: ~0), kind: .lower), count: SmallKinds.count)
  }

  func deallocate() { slots.deallocate() }

  /// The kind of a word in small letters.
  @inline(__always)
  func kind(_ classes: WordClassSet) -> TokenKind {
    let hash = (classes.low &* 0x9E37_79B9_7F4A_7C15) ^ (classes.high &* 0xE703_7ED1_A0B4_28DB)
    let slot = slots + Int(truncatingIfNeeded: hash &>> (64 &- SmallKinds.bits))
    if (slot.pointee.classes.low ^ classes.low) | (slot.pointee.classes.high ^ classes.high) != 0 {
      slot.pointee = read(classes)
    }
    return slot.pointee.kind
  }

  @inline(never)
  private func read(_ classes: WordClassSet) -> Slot { Slot(classes: classes, kind: kinds.kind(classes)) }
}
