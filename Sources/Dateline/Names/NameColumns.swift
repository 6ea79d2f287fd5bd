/// What the span model asks of one token.
struct NameRow {
  var kind: TokenKind
  var shape: TokenShapeClass
  /// 0-5 rising case risk; 6 when the word is unknown.
  var risk: UInt8
  /// Raw value of the lexicon's likeliest tag; 39 when unknown.
  var tag: UInt8
  /// Bits beyond the word classes, see `NameExtra`.
  var extra: UInt16
  /// Counts as capitalised for regions of names.
  var capital: Bool

  static let unknownTag: UInt8 = 39
  static let unknownRisk: UInt8 = 6
}

/// The rows of an article's tokens, one a token.
typealias NameColumns = Column<NameRow>

/// Token properties beside the word classes, numbered after them in the feature space (128 and up). At most 16.
enum NameExtra: UInt8, CaseIterable {
  case given1, given2, given3, surname1, surname2, surname3, international, noName
  case demonymSuffix, landSuffix, surnameSuffix, organizationSuffix, cityWord, lowercaseToken, femaleName, maleName
}
