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

  @inline(__always) var bit: UInt16 { 1 &<< rawValue }
}

/// What the whole article says of a word, wherever it stands: the first half of "the document is the context".
struct WordEvidence {
  /// Bit `WordUse`: the word is so used somewhere; twice or more. Nobody asks for more than that.
  private var once: UInt16 = 0
  private var twice: UInt16 = 0
  // In an order that leaves no gaps: a word takes forty bytes.
  /// How often it stands with a capital.
  var count: UInt16 = 0
  /// First-pass labels of mentions that hold the word: person, place, organization, other (`labels`); and where no mention does.
  var unlabelled: UInt16 = 0
  var labels: SIMD4<UInt16> = .zero
  /// The word as a phrase by itself.
  var phrase = PhraseEvidence()
  /// Two bits for each type * 3 + (0 first, 1 middle, 2 last): how often so placed in longer first-pass mentions, saturating at 3.
  var places: UInt32 = 0
  /// Bits of `nameRow`; 0 for none, which no row has.
  private var rowBits: UInt64 = 0

  /// The row that the word has wherever it stands with a capital before small letters; nil before that is known, and for words of the lexicon.
  @inline(__always) var nameRow: NameRow? {
    get { rowBits == 0 ? nil : NameRow(bits: rowBits) }
    set { rowBits = newValue?.bits ?? 0 }
  }

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

  /// The uses of a capitalised word that occur more than `own` times: 0 or 1. Both are read: a branch would cost more.
  @inline(__always)
  func uses(beside own: Int) -> UInt16 {
    let rest = UInt16(truncatingIfNeeded: own) &- 1
    return (once & rest | twice & ~rest) & (WordUse.middle.bit - 1)
  }

  @inline(__always)
  mutating func addPlace(_ type: Int, _ position: Int) {
    let shift = UInt32((type * 3 + position) * 2)
    if places &>> shift & 3 < 3 { places += 1 &<< shift }
  }
}

/// How often a whole phrase stands between other words, and its first-pass labels.
struct PhraseEvidence {
  var labels: SIMD4<UInt16> = .zero
  var count: UInt16 = 0
}

/// A key of words, the same for the same words in order.
struct PhraseKey {
  private var state: UInt64 = 0x9E37

  @inline(__always) var value: UInt64 { state | 1 }
  @inline(__always) mutating func append(_ lexeme: LexemeID) {
    state = ByteHash.mix(state ^ (UInt64(UInt32(lexeme)) + 1), 0xA076_1D64_78BD_642F)
  }
}

/// Some bits of the lexemes of a set, so that most others are told without a look-up. Its owner deallocates it.
struct LexemeFilter {
  private static let size = 2048
  private let isHeld: UnsafeMutablePointer<UInt8>

  init() {
    isHeld = .allocate(capacity: LexemeFilter.size)
    removeAll()
  }

  func deallocate() { isHeld.deallocate() }

  func removeAll() { isHeld.update(repeating: 0, count: LexemeFilter.size) }

  @inline(__always) private static func place(_ lexeme: LexemeID) -> Int { Int(lexeme) & (size - 1) }

  @inline(__always) func insert(_ lexeme: LexemeID) { isHeld[LexemeFilter.place(lexeme)] = 1 }

  /// Always 1 for a lexeme of the set; 0 for most others.
  @inline(__always) func mayHold(_ lexeme: LexemeID) -> UInt32 { UInt32(isHeld[LexemeFilter.place(lexeme)]) }
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
  /// Words in small letters that may have a row.
  var small = Column<LexemeID>()
  /// The words that have a row, in short.
  private(set) var knownWords = LexemeFilter()

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
    knownWords.removeAll()
  }

  func deallocate() {
    words.deallocate()
    word.deallocate()
    phrases.deallocate()
    phrase.deallocate()
    acronyms.deallocate()
    acronym.deallocate()
    row.deallocate()
    small.deallocate()
    knownWords.deallocate()
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

  /// Notes that a word stands with a capital; returns its row.
  mutating func noteCapital(_ lexeme: LexemeID) -> Int {
    let row = words.intern(DocumentEvidence.wordKey(lexeme))
    if row == word.count {
      word.append(WordEvidence())
      knownWords.insert(lexeme)
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
