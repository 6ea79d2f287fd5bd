/// What a token's own letters and its place in the line say, one bit each.
public struct TokenFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The first letter is a capital.
  public static let capitalized = TokenFlags(rawValue: 1 << 0)
  /// Two letters or more, all capital.
  public static let allCapitals = TokenFlags(rawValue: 1 << 1)
  /// Has letters, none of them capital.
  public static let lowercase = TokenFlags(rawValue: 1 << 2)
  /// A capital after the first letter, beside small ones: McDonald, iPhone.
  public static let innerCapital = TokenFlags(rawValue: 1 << 3)
  /// Any capital letter.
  public static let anyCapital = TokenFlags(rawValue: 1 << 4)
  public static let hasLetter = TokenFlags(rawValue: 1 << 5)
  public static let hasDigit = TokenFlags(rawValue: 1 << 6)
  /// Digits with separators only: 1,000 or 3.5 or 10:30.
  public static let number = TokenFlags(rawValue: 1 << 7)
  public static let hasHyphen = TokenFlags(rawValue: 1 << 8)
  public static let hasPeriod = TokenFlags(rawValue: 1 << 9)
  public static let hasApostrophe = TokenFlags(rawValue: 1 << 10)
  /// Neither letter nor digit.
  public static let punctuation = TokenFlags(rawValue: 1 << 11)
  public static let nonASCII = TokenFlags(rawValue: 1 << 12)
  /// White space stands before the token (also at the start of the text).
  public static let spaceBefore = TokenFlags(rawValue: 1 << 13)
  /// First token of a line.
  public static let lineStart = TokenFlags(rawValue: 1 << 14)
  /// First token after an empty line, or of the text.
  public static let paragraphStart = TokenFlags(rawValue: 1 << 15)
  static let lineOrParagraphStart: TokenFlags = [.lineStart, .paragraphStart]
  /// First token of a sentence.
  public static let sentenceStart = TokenFlags(rawValue: 1 << 16)
  /// 's, n't, 're: split from the word before.
  public static let clitic = TokenFlags(rawValue: 1 << 17)
  /// 's after a name or noun (or a bare apostrophe after s).
  public static let possessive = TokenFlags(rawValue: 1 << 18)
  /// One capital letter and a stop: "J."
  public static let initial = TokenFlags(rawValue: 1 << 19)
  /// Letters with stops between: "U.S."
  public static let dotted = TokenFlags(rawValue: 1 << 20)
  /// An abbreviation that carries its stop: "Mr."
  public static let abbreviation = TokenFlags(rawValue: 1 << 21)
  public static let url = TokenFlags(rawValue: 1 << 22)
  public static let handle = TokenFlags(rawValue: 1 << 23)
  /// Part of a compound that was split at its hyphen ("Geneva" "-" "based"): no space before.
  public static let splitCompound = TokenFlags(rawValue: 1 << 24)
  /// Letters of a script that has no capitals, or that this extractor does not read.
  public static let otherScript = TokenFlags(rawValue: 1 << 25)
  /// The word is of one of `WordRecord.rareClasses`.
  static let ofRareClass = TokenFlags(rawValue: 1 << 26)
  /// A name of the gazetteer starts with this word.
  public static let startsName = TokenFlags(rawValue: 1 << 27)
  /// A name of the gazetteer has this word behind its first.
  public static let continuesName = TokenFlags(rawValue: 1 << 28)
  /// A name of the gazetteer that may be written in small letters starts with this word.
  public static let startsLowerName = TokenFlags(rawValue: 1 << 29)
  /// The word's form is one that a number, date or amount can open or go on with: digits, a number before a hyphen, or a class of
  /// `WordRecord.valueClasses`.
  static let mayOpenValue = TokenFlags(rawValue: 1 << 30)
  /// The word may refer to what the text has named: he, it, they, who and their like.
  static let mayRefer = TokenFlags(rawValue: 1 << 31)
  static let nameShift: UInt32 = 27

  /// 1 where this flag, one alone, is set, else 0.
  @inline(__always) func bit(_ flag: TokenFlags) -> UInt64 { UInt64(rawValue) &>> UInt64(flag.rawValue.trailingZeroBitCount) & 1 }
}
