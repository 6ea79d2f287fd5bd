/// Number of a word form with case folded away: below `Lexicon.count` it stands in the compiled file; from there on it is a word of this
/// article only, numbered in order of appearance.
public typealias LexemeID = Int32

/// What the compiled file knows of one lexeme: a fixed record of 48 bytes, mapped as it lies.
public struct LexemeInfo: Sendable {
  public var classes: WordClassSet
  /// Every tag that the word can bear.
  public var tags: TagSet
  /// Lexeme of the lemma; the lexeme itself where the lexicon names none.
  public var lemma: LexemeID
  var textOffset: UInt32
  var textLength: UInt16
  /// Raw value of the likeliest tag; 255 when the lexicon has none.
  var primary: UInt8
  /// Ten times log P(lower-case form) - log P(capitalised form); -128 when unknown.
  public var risk: Int8
  /// How common as a given name: 0 none, 1 rare, 2 known, 3 common.
  public var given: UInt8
  /// How common as a surname: 0 none to 3 common.
  public var surname: UInt8
  /// Percent of men among its bearers; -1 when unknown.
  public var male: Int8
  /// Bit 0: known as a person's name only from an international list; bit 1: names start with it; bit 2: names go on with it;
  /// bit 3: names that may be written in small letters start with it; bits 4 and 5: `speechMark` and `nominalMark`.
  public var nameFlags: UInt8

  /// The tables of quotations list the word, or the lemma of which it is a form.
  static let speechMark: UInt8 = 1 << 4
  /// The tables of coreference list the word.
  static let nominalMark: UInt8 = 1 << 5

  /// A word that the compiled file lacks.
  public static let unknown = LexemeInfo(
    classes: WordClassSet(), tags: TagSet(), lemma: -1, textOffset: 0, textLength: 0, primary: 255, risk: -128, given: 0, surname: 0,
    male: -1, nameFlags: 0)

  /// The likeliest tag, if the lexicon has the word.
  @inlinable public var primaryTag: Tag? { Tag(rawValue: primaryRaw) }
  @usableFromInline var primaryRaw: UInt8 { primary }
  /// Whether any list has it as part of a person's name.
  @inlinable public var isPersonName: Bool { given | surname != 0 }
}
