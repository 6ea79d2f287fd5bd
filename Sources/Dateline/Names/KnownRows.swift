/// The rows of words of the lexicon by their form, with the numbers of their readings in running text. A word has one place, which the word met
/// last takes, so that most tokens find what they need in one line of the cache, which may be asked for early.
///
/// The row of a capitalised word ("Anna") is what the word alone decides, function words left out; that of any other form is the one met last.
///
/// Says nothing of any article, so that it may be kept from one to the next. Its owner deallocates it.
struct KnownRows {
  /// A word in one of its forms; all else counts only beside its key. Sixteen bytes, so that one line of the cache holds all of it.
  struct Slot {
    var row = NameRow(kind: .lower, shape: .lower)
    /// The part of the key that its place does not tell, plus one; 0 for none.
    fileprivate var mark: UInt16 = 0
    private var inside = Slot.unknown
    private var opening = Slot.unknown

    /// Stands for the number of a reading that nobody has asked for.
    private static let unknown = UInt16.max

    fileprivate init() {}

    init(key: Int32, row: NameRow) {
      mark = Slot.mark(key)
      self.row = row
    }

    @inline(__always) fileprivate static func mark(_ key: Int32) -> UInt16 { UInt16(truncatingIfNeeded: key &>> KnownRows.bits &+ 1) }

    /// Whether the form is that of `key`.
    @inline(__always) func holds(_ key: Int32) -> Bool { mark == Slot.mark(key) }

    /// The number of the form's reading at a sentence's start, or inside it; nil before somebody asks.
    @inline(__always)
    func reading(opensSentence: Bool) -> Int32? {
      let number = opensSentence ? opening : inside
      return number == Slot.unknown ? nil : Int32(number)
    }

    /// Notes the number; the largest ones, of which no ordinary run comes near, are not worth it.
    @inline(__always)
    mutating func note(_ number: Int32, opensSentence: Bool) {
      let short = UInt16(truncatingIfNeeded: min(number, Int32(Slot.unknown)))
      if opensSentence { opening = short } else { inside = short }
    }

    fileprivate mutating func forgetReadings() {
      inside = Slot.unknown
      opening = Slot.unknown
    }
  }

  private let slots: UnsafeMutablePointer<Slot>
  private static let bits: Int32 = 15
  private static let count = 1 << Int(bits)

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
    for slot in 0..<KnownRows.count { slots[slot].forgetReadings() }
  }

  // Copies of globals, whose first use would be asked for each time.
  private let decisive = KnownRows.decisive
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
    // Sums of bits, no branch: forms and words come as they please.
    let isOwn = (limit &- 1 &- lexeme) &>> 31
    return (lexeme &* 2 &+ Int32(bitPattern: isCapitalized(flags))) | isOwn
  }

  /// 1 for a capital before small letters in ASCII, else 0.
  @inline(__always)
  func isCapitalized(_ flags: TokenFlags) -> UInt32 {
    let others = flags.rawValue & decisive ^ (TokenFlags.hasLetter.rawValue | TokenFlags.capitalized.rawValue)
    return (others &- 1) &>> 31
  }
}
