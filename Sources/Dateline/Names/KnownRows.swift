/// The rows of words of the lexicon by their form, with the numbers of their readings in running text. A word has one place, which the word met
/// last takes, so that most tokens find what they need in one line of the cache, which may be asked for early.
///
/// The row of a capitalised word ("Anna") is what the word alone decides, function words left out; that of any other form is the one met last.
///
/// Says nothing of any article, so that it may be kept from one to the next. Its owner deallocates it.
struct KnownRows {
  /// A word in one of its forms; all else counts only beside its key.
  struct Slot {
    /// What `key` gives; -1 for none.
    var key: Int32 = -1
    /// The readings' numbers inside a sentence and at its start; -1 before somebody asks.
    var inside: Int32 = -1
    var opening: Int32 = -1
    var row = NameRow(kind: .lower, shape: .lower)
  }

  private let slots: UnsafeMutablePointer<Slot>
  private static let count = 1 << 15

  init() {
    slots = .allocate(capacity: KnownRows.count)
    slots.initialize(repeating: Slot(), count: KnownRows.count)
  }

  func deallocate() { slots.deallocate() }

  /// The place of a form, whoever has it.
  @inline(__always)
  subscript(_ key: Int32) -> UnsafeMutablePointer<Slot> { slots + Int(key) & (KnownRows.count - 1) }

  /// Forgets the readings' numbers, but not the rows.
  func forgetReadings() {
    for slot in 0..<KnownRows.count {
      slots[slot].inside = -1
      slots[slot].opening = -1
    }
  }

  // Copies of globals, whose first use would be asked for each time.
  private let decisive = KnownRows.decisive
  private let capitalized = TokenFlags([.hasLetter, .capitalized]).rawValue

  /// What sets other forms apart from a capital before small letters.
  private static let decisive = TokenFlags([
    .punctuation, .hasLetter, .capitalized, .initial, .dotted, .allCapitals, .lowercase, .hasDigit, .hasHyphen, .hasApostrophe, .nonASCII,
    .innerCapital, .url, .clitic, .possessive,
  ]).rawValue

  /// The key of a word's form: odd for a capital before small letters in ASCII, where the word says all; -1 for an article's own word.
  ///
  /// - Parameter limit: the number of the lexicon's words.
  @inline(__always)
  func key(_ lexeme: LexemeID, _ flags: TokenFlags, limit: LexemeID) -> Int32 {
    lexeme < limit ? lexeme &* 2 &+ (flags.rawValue & decisive == capitalized ? 1 : 0) : -1
  }
}
