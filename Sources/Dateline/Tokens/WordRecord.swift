/// All that a token gets from its written form: what the lexicon says of the word, and what its letters say. Made once a distinct form, so
/// that a token costs a copy.
struct WordRecord {
  var classes: WordClassSet
  var profile: LexemeProfile
  /// Tags that the word can bear where its capital counts.
  var candidates: Candidates
  /// Below 0 for a word that the lexicon lacks: -1, or the article that numbered it last.
  var lexeme: LexemeID
  /// Lexeme of the lemma; the lexeme itself where the lexicon names none. Of a word that the lexicon lacks, its number in that article.
  var lemma: LexemeID
  var flags: TokenFlags
  /// The tag to begin with.
  var tag: Tag
  /// Whether the word with a stop behind it is an abbreviation; asked for words before stops only, so nil until then.
  var isAbbreviation: Bool?

  /// Classes of the words with which values that are not digits begin.
  static let openingClasses = WordClassSet(
    .month, .weekday, .timeNoun, .relativeTime, .relativeDay, .cardinalWord, .ordinalWord, .timeOfDay, .season, .multiplierWord,
    .fractionWord)
  /// The same, and those that stand behind the article that opens one: "a tonne of rice", "a dollar".
  static let valueClasses = openingClasses.union(WordClassSet(.unitWord, .currencyWord))

  /// Classes of the pronouns that may refer to what the text has named; who is one, too.
  static let pronounClasses = WordClassSet(.pronounMale, .pronounFemale, .pronounPlural, .pronounNeuter)

  /// Classes on which rules of facts hang, of so few words that a flag spares the passes over all tokens their classes.
  static let rareClasses = WordClassSet(.memberNoun, .heldWord)

  /// "½" and its like, which are no digits: U+00BC-00BE, U+2153-215E.
  private static func isFraction(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count == 2 { return bytes[0] == 0xC2 && (0xBC...0xBE).contains(bytes[1]) }
    return bytes.count == 3 && bytes[0] == 0xE2 && bytes[1] == 0x85 && (0x93...0x9E).contains(bytes[2])
  }

  /// Reads the form `bytes`, whose lexeme is `lexeme`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, lexeme: LexemeID, lexicon: Lexicon) {
    let info = lexeme < 0 ? LexemeInfo.unknown : lexicon.info(lexeme)
    let shape = bytes.baseAddress.map { TokenShape.read($0, bytes.count) } ?? []
    classes = info.classes
    profile = LexemeProfile(info)
    self.lexeme = lexeme
    lemma = info.lemma >= 0 ? info.lemma : lexeme
    flags = TokenFlags(rawValue: shape.rawValue | profile.nameBits << TokenFlags.nameShift)
    if shape.contains(.hasDigit) || classes.intersects(WordRecord.valueClasses)
      || shape.contains(.hasHyphen) && lexicon.hasNumberBeforeHyphen(bytes) || shape.contains(.nonASCII) && WordRecord.isFraction(bytes)
    {
      flags.insert(.mayOpenValue)
    }
    if classes.intersects(WordRecord.pronounClasses) || classes.contains(.whWord) && classes.contains(.pronoun) { flags.insert(.mayRefer) }
    if classes.intersects(WordRecord.rareClasses) { flags.insert(.ofRareClass) }
    candidates = TagGuesser.candidates(profile, shape, classes, bytes, first: false, titled: false)
    if let known = Tag(rawValue: profile.primary) {
      tag = known
    } else if shape.contains(.punctuation) {
      tag = .punct
    } else if shape.contains(.number) {
      tag = .cd
    } else {
      tag = shape.contains(.capitalized) ? .nnp : .nn
    }
  }
}
