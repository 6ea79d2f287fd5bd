/// How a capitalised word is used in the article; the order is that of the features `documentSingle`. At most 16.
enum WordUse: UInt16 {
  /// Inside a longer run whose last word is an organization's head, a place's head, or whose first is a given name; in any other one.
  case inOrganization, inPlace, inPerson, inLong
  /// After a title or role; before a verb of speech; after in/from/to; after "the".
  case titled, said, inside, the
  /// Last or first of a longer run.
  case last, first
  /// Capitalised inside a sentence; in small letters.
  case middle, low

  @inline(__always) var bit: UInt16 { 1 << rawValue }
}

/// What the whole article says of a word, wherever it stands: the first half of "the document is the context".
struct WordEvidence {
  /// Bit `WordUse`: the word is so used somewhere; twice or more. Nobody asks for more than that.
  private var once: UInt16 = 0
  private var twice: UInt16 = 0
  /// How often it stands with a capital.
  var count: UInt16 = 0
  /// First-pass labels of mentions that hold the word: person, place, organization, other; and where no mention does.
  var labels: SIMD4<UInt16> = .zero
  var unlabelled: UInt16 = 0
  /// The word as a phrase by itself.
  var phrase = PhraseEvidence()
  /// Two bits for each type * 3 + (0 first, 1 middle, 2 last): how often so placed in longer first-pass mentions, saturating at 3.
  var places: UInt32 = 0

  @inline(__always) mutating func note(_ use: WordUse) { note(use.bit) }

  /// Notes several uses at once, one bit each.
  @inline(__always)
  mutating func note(_ uses: UInt16) {
    twice |= once & uses
    once |= uses
  }

  /// Whether the word is so used more than `own` times: 0 or 1.
  @inline(__always)
  func has(_ use: WordUse, beside own: Int = 0) -> Bool { (own == 0 ? once : twice) & use.bit != 0 }

  /// The uses of a capitalised word that occur more than `own` times: 0 or 1.
  @inline(__always) func uses(beside own: Int) -> UInt16 { (own == 0 ? once : twice) & (WordUse.middle.bit - 1) }

  @inline(__always)
  mutating func addPlace(_ type: Int, _ position: Int) {
    let shift = UInt32((type * 3 + position) * 2)
    if places >> shift & 3 < 3 { places += 1 << shift }
  }
}

/// How often a whole phrase stands between other words, and its first-pass labels.
struct PhraseEvidence {
  var count: UInt16 = 0
  var labels: SIMD4<UInt16> = .zero
}

/// A key of words, the same for the same words in order.
struct PhraseKey {
  private var state: UInt64 = 0x9E37

  @inline(__always) var value: UInt64 { state | 1 }
  @inline(__always) mutating func append(_ lexeme: LexemeID) {
    state = ByteHash.mix(state ^ (UInt64(UInt32(lexeme)) + 1), 0xA076_1D64_78BD_642F)
  }
}

/// A small open-addressing map from 64-bit keys to numbers of rows; cleared between articles. Its owner deallocates it.
struct KeyMap {
  private var keys = Column<UInt64>(capacity: 256)
  private var rows = Column<Int32>(capacity: 256)
  private(set) var count = 0

  init() {
    keys.reset(count: 256, repeating: 0)
    rows.reset(count: 256, repeating: 0)
  }

  func deallocate() {
    keys.deallocate()
    rows.deallocate()
  }

  mutating func removeAll() {
    if count > 0 {
      // A map that a long article made large shrinks again: clearing must not cost a short one more than its length.
      let size = min(keys.count, 1 << 14)
      keys.reset(count: size, repeating: 0)
      // A row counts only beside its key.
      rows.resize(count: size)
    }
    count = 0
  }

  @inline(__always) private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ByteHash.mix(key, 0x9E37_79B9_7F4A_7C15)) & mask
  }

  /// The row of `key`, or -1. Key 0 is never present.
  @inline(__always)
  func find(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = KeyMap.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(rows[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The row of `key`, a new one (numbered `count` before the call) when it was missing.
  mutating func intern(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = KeyMap.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(rows[slot]) }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    rows[slot] = Int32(truncatingIfNeeded: count)
    count += 1
    if count * 2 >= keys.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    let old = (0..<keys.count).compactMap { keys[$0] == 0 ? nil : (keys[$0], rows[$0]) }
    let size = keys.count * 2
    keys.reset(count: size, repeating: 0)
    rows.reset(count: size, repeating: 0)
    for (key, row) in old {
      var slot = KeyMap.slot(key, size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      rows[slot] = row
    }
  }
}

/// Evidence of one article, by word and by phrase.
struct DocumentEvidence {
  private(set) var words = KeyMap()
  var word = Column<WordEvidence>()
  /// Phrases of two words or more; a single one's evidence stands with the word.
  private(set) var phrases = KeyMap()
  var phrase = Column<PhraseEvidence>()
  /// Acronyms that some longer name of the article spells out: 2 when that name has an organization's head, else 1.
  private(set) var acronyms = KeyMap()
  var acronym = Column<UInt8>()
  /// Some bits of the keys that single words of capitals ask for: other acronyms need not be noted.
  private var expected: UInt64 = 0
  /// For each token of a region the row of its word, -1 for those that are not capitalised.
  var row = Column<Int32>()
  /// Some bits of the lexemes that have a row, so that most other words are told without a look-up.
  private var filter = Column<UInt64>()

  /// Makes it empty, for an article of `tokens` tokens.
  mutating func removeAll(tokens: Int) {
    words.removeAll()
    word.removeAll()
    phrases.removeAll()
    phrase.removeAll()
    acronyms.removeAll()
    acronym.removeAll()
    expected = 0
    row.resize(count: tokens)
    filter.reset(count: 64, repeating: 0)
  }

  func deallocate() {
    words.deallocate()
    word.deallocate()
    phrases.deallocate()
    phrase.deallocate()
    acronyms.deallocate()
    acronym.deallocate()
    row.deallocate()
    filter.deallocate()
  }

  @inline(__always) static func wordKey(_ lexeme: LexemeID) -> UInt64 { UInt64(UInt32(lexeme)) + 1 }

  /// Key of the words of `range`, the same for the same words.
  @inline(__always)
  static func phraseKey(_ lexemes: UnsafePointer<LexemeID>, _ from: Int, _ to: Int) -> UInt64 {
    var key = PhraseKey()
    var index = from
    while index < to {
      key.append(lexemes[index])
      index += 1
    }
    return key.value
  }

  /// Whether the lexeme may have a row: always true when it has.
  @inline(__always)
  func mayHave(_ lexeme: LexemeID) -> Bool { filter[Int(lexeme >> 6) & 63] >> UInt64(truncatingIfNeeded: lexeme & 63) & 1 != 0 }

  /// Notes that a word stands with a capital; returns its row.
  mutating func noteCapital(_ lexeme: LexemeID) -> Int {
    let row = words.intern(DocumentEvidence.wordKey(lexeme))
    if row == word.count {
      word.append(WordEvidence())
      filter[Int(lexeme >> 6) & 63] |= 1 << UInt64(truncatingIfNeeded: lexeme & 63)
    }
    if word[row].count < 2 { word.base[row].count += 1 }
    return row
  }

  mutating func phraseRow(_ key: UInt64) -> Int {
    let row = phrases.intern(key)
    if row == phrase.count { phrase.append(PhraseEvidence()) }
    return row
  }

  /// Whether the article has words of capitals that may be acronyms.
  var expectsAcronyms: Bool { expected != 0 }

  private func expectation(_ key: UInt64) -> UInt64 { 1 << ((key &* 0x9E37_79B9_7F4A_7C15) >> 58) }

  /// Notes that a word asks for the acronym; 0 for none.
  mutating func expectAcronym(_ key: UInt64) {
    if key != 0 { expected |= expectation(key) }
  }

  mutating func noteAcronym(_ key: UInt64, _ level: UInt8) {
    if expected & expectation(key) == 0 { return }
    let row = acronyms.intern(key)
    if row == acronym.count { acronym.append(level) } else { acronym[row] = max(acronym[row], level) }
  }
}
