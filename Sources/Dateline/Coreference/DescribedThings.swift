/// What the article describes by a name and a noun: "the Norwegian government", "Volvo’s truck plant". Said once, it is no entity; said again in the
/// same words, it is one, unless it stood beside a name, whose entity it then is.
struct DescribedThings {
  private struct Row {
    /// -1 as long as the description stands alone.
    var entity: Int32
    /// Where it stood first.
    var first: TokenRange
    /// First token of the name in it.
    var start: Int32
  }

  /// What a description that was met before refers to.
  enum Known {
    /// Nothing was described so.
    case no
    case entity(Int32)
    /// Once: the words then, and where the name before them began.
    case once(TokenRange, start: Int)
  }

  private var keys = KeyMap()
  private var rows = Column<Row>()

  func deallocate() {
    keys.deallocate()
    rows.deallocate()
  }

  mutating func removeAll() {
    keys.removeAll()
    rows.removeAll()
  }

  /// The same for the same name before the same words.
  static func key(_ words: TokenRange, of entity: Int32, _ tokens: TokenColumns) -> UInt64 {
    var state = ByteHash.mix(UInt64(UInt32(bitPattern: entity)) + 1, 0xD6E8_FEB8_6659_FD93)
    for token in words.indices { state = ByteHash.mix(state ^ (UInt64(UInt32(tokens.lemma[token])) + 1), 0xA076_1D64_78BD_642F) }
    return state | 1
  }

  func find(_ key: UInt64) -> Known {
    let row = keys.find(key)
    if row < 0 { return .no }
    return rows[row].entity >= 0 ? .entity(rows[row].entity) : .once(rows[row].first, start: Int(rows[row].start))
  }

  /// Remembers whom a description means, or (-1) that it stands alone.
  mutating func note(_ key: UInt64, _ entity: Int32, _ words: TokenRange, start: Int) {
    let row = keys.intern(key)
    let new = Row(entity: entity, first: words, start: Int32(truncatingIfNeeded: start))
    if row == rows.count { rows.append(new) } else if entity >= 0 || rows[row].entity < 0 { rows[row] = new }
  }
}
