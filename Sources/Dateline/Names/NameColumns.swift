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
  var capital = false
  /// Bit 0: starts with a capital; bits 1 and 2: the line; bit 3: opens its sentence. The last two are set for readings only.
  private var setting: UInt8 = 0

  static let unknownTag: UInt8 = 39
  static let unknownRisk: UInt8 = 6

  init(
    kind: TokenKind, shape: TokenShapeClass, risk: UInt8 = NameRow.unknownRisk, tag: UInt8 = NameRow.unknownTag, extra: UInt16 = 0,
    capital: Bool = false, isCapitalized: Bool = false
  ) {
    self.kind = kind
    self.shape = shape
    self.risk = risk
    self.tag = tag
    self.extra = extra
    self.capital = capital
    setting = isCapitalized ? 1 : 0
  }

  @inline(__always) var isCapitalized: Bool { setting & 1 != 0 }
  @inline(__always) var line: EvidenceCollector.Line { EvidenceCollector.Line(rawValue: setting >> 1 & 3) ?? .running }
  @inline(__always) var opensSentence: Bool { setting & 8 != 0 }

  /// The row with the line that it stands in.
  @inline(__always)
  func standing(in line: EvidenceCollector.Line, opensSentence: Bool) -> NameRow {
    var row = self
    row.setting = setting & 1 | line.rawValue << 1 | (opensSentence ? 8 : 0)
    return row
  }

  /// All of it as one integer.
  @inline(__always) var bits: UInt64 { unsafeBitCast(self, to: UInt64.self) }
  /// A word that is mostly written small.
  @inline(__always) var isRisky: Bool { risk >= 3 && risk <= 5 }
  /// A part of known names.
  @inline(__always) var isName: Bool { extra & 0b111_1111 != 0 }
}

/// The rows of an article's tokens, one a token. Most tokens stand far from any name, so that nobody reads their rows: only those of
/// capitalised tokens are made at once, the others when they are first asked for (`NameRowReader`).
struct NameColumns {
  private var rows = Column<NameRow>()
  private var known = TokenBits()
  /// Numbers of the readings of the tokens in and beside regions.
  private(set) var readings = Column<Int32>()
  /// Tokens that count as capitalised for regions of names.
  private(set) var capitals = TokenBits()
  /// Tokens with any capital letter.
  private(set) var uppercase = TokenBits()
  /// Apostrophes alone that are no quotation marks: "the Dockworkers’ Federation".
  private(set) var possessives = TokenBits()

  mutating func reset(count: Int) {
    rows.resize(count: count)
    readings.resize(count: count)
    known.reset(count: count)
    capitals.reset(count: count)
    uppercase.reset(count: count)
    possessives.reset(count: count)
  }

  func deallocate() {
    rows.deallocate()
    readings.deallocate()
    known.deallocate()
    capitals.deallocate()
    uppercase.deallocate()
    possessives.deallocate()
  }

  /// The row of a token whose row is known.
  @inline(__always)
  subscript(_ token: Int) -> NameRow {
    assert(known.contains(token))
    return rows[token]
  }

  @inline(__always) func isKnown(_ token: Int) -> Bool { known.contains(token) }
  @inline(__always) func isCapital(_ token: Int) -> Bool { capitals.contains(token) }

  @inline(__always)
  func set(_ token: Int, _ row: NameRow) {
    rows[token] = row
    known.insert(token)
    if row.capital { capitals.insert(token) }
  }
}

/// Token properties beside the word classes, numbered after them in the feature space (128 and up). At most 16.
enum NameExtra: UInt8, CaseIterable {
  case given1, given2, given3, surname1, surname2, surname3, international, noName
  case demonymSuffix, landSuffix, surnameSuffix, organizationSuffix, cityWord, lowercaseToken, femaleName, maleName
}
