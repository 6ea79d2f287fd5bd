/// The organizations and places lately named, the latest last, and what they are: for "the company" and "the Japanese carmaker".
struct RecentThings {
  struct Thing {
    var entity: Int32
    /// The kind in `NominalHeads`, one bit.
    var kind: UInt64
    var token: Int32
    var sentence: Int32
  }

  private var list = Column<Thing>(capacity: most)
  private static let most = 16

  func deallocate() { list.deallocate() }
  mutating func removeAll() { list.removeAll() }

  /// Moves the thing to the end.
  mutating func note(_ thing: Thing) {
    var at = 0
    while at < list.count, list[at].entity != thing.entity { at += 1 }
    if at == list.count {
      if list.count < RecentThings.most { list.append(thing) } else { at = 0 }
    }
    while at + 1 < list.count {
      list[at] = list[at + 1]
      at += 1
    }
    list[list.count - 1] = thing
  }

  /// The latest of one of `kinds`, named in sentence `earliest` or later, that `fits`.
  func latest(of kinds: UInt64, since earliest: Int32, where fits: (Int32) -> Bool) -> Int32? {
    var at = list.count - 1
    while at >= 0 {
      if list[at].kind & kinds != 0 {
        if list[at].sentence < earliest { return nil }
        if fits(list[at].entity) { return list[at].entity }
      }
      at -= 1
    }
    return nil
  }
}
