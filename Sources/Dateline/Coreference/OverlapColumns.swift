/// What the search keeps from article to article. Its owner deallocates it.
struct OverlapColumns {
  struct Overlap {
    var tokens: TokenRange
    var form: MentionForm
    var entity: Int32
    var rule: Label
    var confidence: Float
  }

  var found = Column<Overlap>()
  /// The mentions by name, in order.
  private(set) var mentions = Column<Int32>()
  /// Entities by the words of their names, and places by what the tables know them as.
  private var names = KeyMap()
  private var entityOf = Column<Int32>()
  /// One bit for each of 4,096 lexemes that some name starts with: most words of a long name need not be looked up.
  private var firstWords = Column<UInt64>(capacity: 64)

  func deallocate() {
    found.deallocate()
    mentions.deallocate()
    names.deallocate()
    entityOf.deallocate()
    firstWords.deallocate()
  }

  mutating func begin() {
    found.removeAll()
    names.removeAll()
    entityOf.removeAll()
    firstWords.reset(count: 64, repeating: 0)
  }

  /// Words of a name that is looked for inside others.
  static let longestInside = 4

  /// Remembers what the article names.
  mutating func note(_ layers: ArticleLayers, _ table: NameTable) {
    // All of them are asked for before the first is needed.
    for number in layers.entities.indices where layers.entities[number].entry >= 0 { table.fetchEntry(layers.entities[number].entry) }
    for number in layers.entities.indices where layers.entities[number].type == .place && layers.entities[number].entry >= 0 {
      intern(OverlapColumns.key(ofPlace: layers.entities[number].entry, table), Int32(truncatingIfNeeded: number))
    }
    layers.names(into: &mentions)
    for number in mentions.elements {
      let range = layers.mentions[Int(number)].tokens
      guard range.count <= OverlapColumns.longestInside else { continue }
      intern(DocumentEvidence.phraseKey(layers.tokens.lexeme, range.first, Int(range.end)), layers.mentions[Int(number)].entity)
      let word = layers.tokens.lexeme[range.first]
      firstWords[Int(word >> 6 & 63)] |= 1 << UInt64(word & 63)
    }
  }

  @inline(__always)
  private mutating func intern(_ key: UInt64, _ entity: Int32) {
    if names.intern(key) == entityOf.count { entityOf.append(entity) }
  }

  private static func key(ofPlace entry: EntryID, _ table: NameTable) -> UInt64 {
    ByteHash.mix(table.identity(entry), 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// Whether a name may begin with the word.
  @inline(__always)
  func mayStart(_ word: LexemeID) -> Bool { firstWords[Int(word >> 6 & 63)] >> UInt64(word & 63) & 1 != 0 }

  /// The entity of these words; nil for none.
  func entity(_ lexemes: UnsafePointer<LexemeID>, _ from: Int, _ end: Int) -> Int32? {
    entity(DocumentEvidence.phraseKey(lexemes, from, end))
  }

  /// The entity that is this place of the tables; nil for none.
  func entity(ofPlace entry: EntryID, _ table: NameTable) -> Int32? { entity(OverlapColumns.key(ofPlace: entry, table)) }

  private func entity(_ key: UInt64) -> Int32? {
    let row = names.find(key)
    return row < 0 ? nil : entityOf[row]
  }
}
