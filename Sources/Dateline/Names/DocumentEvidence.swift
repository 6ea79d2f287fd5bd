/// What the whole article says of a word, wherever it stands: the first half of "the document is the context".
struct WordEvidence {
  /// Times in lower case; capitalised inside a sentence.
  var low: UInt16 = 0
  var middle: UInt16 = 0
  /// Times inside a longer run whose last word is an organization's head, a place's head, or whose first is a given name; in any other one.
  var inOrganization: UInt16 = 0
  var inPlace: UInt16 = 0
  var inPerson: UInt16 = 0
  var inLong: UInt16 = 0
  /// Times after a title or role; before a verb of speech; after in/from/to; after "the".
  var titled: UInt16 = 0
  var said: UInt16 = 0
  var inside: UInt16 = 0
  var the: UInt16 = 0
  var last: UInt16 = 0
  var first: UInt16 = 0
  /// First-pass labels of mentions that hold the word: person, place, organization, other, none.
  var label0: UInt16 = 0
  var label1: UInt16 = 0
  var label2: UInt16 = 0
  var label3: UInt16 = 0
  var unlabelled: UInt16 = 0
  /// Bits type * 3 + (0 first, 1 middle, 2 last): counts of places in longer first-pass mentions, saturating at 3 (two bits each).
  var places: UInt32 = 0

  @inline(__always) func label(_ type: Int) -> UInt16 { type == 0 ? label0 : type == 1 ? label1 : type == 2 ? label2 : label3 }

  @inline(__always) mutating func addLabel(_ type: Int) {
    switch type {
    case 0: label0 &+= 1
    case 1: label1 &+= 1
    case 2: label2 &+= 1
    default: label3 &+= 1
    }
  }

  @inline(__always) func place(_ type: Int, _ position: Int) -> UInt32 { places >> UInt32((type * 3 + position) * 2) & 3 }

  @inline(__always) mutating func addPlace(_ type: Int, _ position: Int) {
    let shift = UInt32((type * 3 + position) * 2)
    if places >> shift & 3 < 3 { places += 1 << shift }
  }
}

/// First-pass labels of one whole phrase.
struct PhraseEvidence {
  var count: UInt16 = 0
  var labels: SIMD4<UInt16> = .zero
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
      rows.reset(count: size, repeating: 0)
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
    if count * 2 >= keys.count { grow() }
    let mask = keys.count - 1
    var slot = KeyMap.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(rows[slot]) }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    rows[slot] = Int32(truncatingIfNeeded: count)
    count += 1
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
  private(set) var phrases = KeyMap()
  var phrase = Column<PhraseEvidence>()
  /// Acronyms that some longer name of the article spells out: 2 when that name has an organization's head, else 1.
  private(set) var acronyms = KeyMap()
  var acronym = Column<UInt8>()
  /// For each token the row of its word, -1 for words that are never capitalised.
  var row = Column<Int32>()

  mutating func removeAll() {
    words.removeAll()
    word.removeAll()
    phrases.removeAll()
    phrase.removeAll()
    acronyms.removeAll()
    acronym.removeAll()
    row.removeAll()
  }

  func deallocate() {
    words.deallocate()
    word.deallocate()
    phrases.deallocate()
    phrase.deallocate()
    acronyms.deallocate()
    acronym.deallocate()
    row.deallocate()
  }

  @inline(__always) static func wordKey(_ lexeme: LexemeID) -> UInt64 { UInt64(UInt32(lexeme)) + 1 }

  /// Key of the words of `range`, the same for the same words.
  @inline(__always)
  static func phraseKey(_ lexemes: UnsafePointer<LexemeID>, _ from: Int, _ to: Int) -> UInt64 {
    var state: UInt64 = 0x9E37
    var index = from
    while index < to {
      state = ByteHash.mix(state ^ (UInt64(UInt32(lexemes[index])) + 1), 0xA076_1D64_78BD_642F)
      index += 1
    }
    return state | 1
  }

  static func phraseKey(_ tokens: TokenTable, _ range: TokenRange) -> UInt64 {
    tokens.lexeme.withUnsafeBufferPointer { range.isEmpty ? 1 : phraseKey($0.baseAddress!, range.first, Int(range.end)) }
  }

  mutating func wordRow(_ lexeme: LexemeID) -> Int {
    let row = words.intern(DocumentEvidence.wordKey(lexeme))
    if row == word.count { word.append(WordEvidence()) }
    return row
  }

  mutating func phraseRow(_ key: UInt64) -> Int {
    let row = phrases.intern(key)
    if row == phrase.count { phrase.append(PhraseEvidence()) }
    return row
  }

  mutating func noteAcronym(_ key: UInt64, _ level: UInt8) {
    let row = acronyms.intern(key)
    if row == acronym.count { acronym.append(level) } else { acronym[row] = max(acronym[row], level) }
  }
}
