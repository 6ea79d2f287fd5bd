/// What the span model asks of one token, in one integer: rows are compared, hashed and copied all the time.
///
/// From the lowest byte: kind, shape, case risk, tag; two bytes of `NameExtra`; what holds of the word (bit 0: it counts as capitalised for
/// regions of names, bit 1: it starts with a capital); where it stands (bit 0: opens its sentence, bits 1 and 2: the line), which is set for
/// readings only.
struct NameRow {
  private(set) var bits: UInt64

  static let unknownTag: UInt8 = 39
  static let unknownRisk: UInt8 = 6

  @inline(__always) init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(
    kind: TokenKind, shape: TokenShapeClass, risk: UInt8 = NameRow.unknownRisk, tag: UInt8 = NameRow.unknownTag, extra: UInt16 = 0,
    capital: Bool = false, isCapitalized: Bool = false
  ) {
    bits = UInt64(kind.rawValue) | UInt64(shape.rawValue) << 8 | UInt64(risk) << 16 | UInt64(tag) << 24 | UInt64(extra) << 32
    bits |= (capital ? 1 << 48 : 0) | (isCapitalized ? 1 << 49 : 0)
  }

  @inline(__always) var kindNumber: Int { Int(truncatingIfNeeded: bits & 0xFF) }
  // No other bytes than the cases' come here.
  @inline(__always) var kind: TokenKind { unsafeBitCast(UInt8(truncatingIfNeeded: bits), to: TokenKind.self) }
  @inline(__always) var shapeNumber: Int { Int(truncatingIfNeeded: bits >> 8 & 0xFF) }
  /// 0-5 rising case risk; 6 when the word is unknown.
  @inline(__always) var risk: UInt8 { UInt8(truncatingIfNeeded: bits >> 16) }
  /// Raw value of the lexicon's likeliest tag; 39 when unknown.
  @inline(__always) var tag: UInt8 { UInt8(truncatingIfNeeded: bits >> 24) }
  /// Bits beyond the word classes, see `NameExtra`.
  @inline(__always) var extra: UInt16 { UInt16(truncatingIfNeeded: bits >> 32) }
  /// Counts as capitalised for regions of names.
  @inline(__always) var capital: Bool { bits >> 48 & 1 != 0 }
  @inline(__always) var isCapitalized: Bool { bits >> 49 & 1 != 0 }
  @inline(__always) var opensSentence: Bool { bits >> 56 & 1 != 0 }
  @inline(__always) var line: EvidenceCollector.Line { EvidenceCollector.Line(rawValue: UInt8(bits >> 57)) ?? .running }

  /// A word that is mostly written small.
  @inline(__always) var isRisky: Bool { risk &- 3 < 3 }
  /// A part of known names.
  @inline(__always) var isName: Bool { bits & 0b111_1111 << 32 != 0 }

  /// The row with the line that it stands in.
  @inline(__always)
  func standing(in line: EvidenceCollector.Line, opensSentence: Bool) -> NameRow {
    var row = self
    row.bits |= UInt64(line.rawValue) << 57 | (opensSentence ? 1 << 56 : 0)
    return row
  }
}

/// The rows of an article's tokens, one a token. Most tokens stand far from any name, so that nobody reads their rows: only those of
/// capitalised tokens are made at once, the others when they are first asked for (`NameRowReader`).
struct NameColumns {
  private var rows = Column<NameRow>()
  /// The rows' kinds alone, which spans ask of the tokens around them.
  private var kinds = Column<UInt8>()
  private var known = TokenBits()
  /// Numbers of the readings of the tokens in and beside regions.
  private(set) var readings = Column<Int32>()
  /// Tokens that count as capitalised for regions of names.
  private(set) var capitals = TokenBits()
  /// Tokens with any capital letter.
  private(set) var uppercase = TokenBits()
  /// Room for those of them that no name holds.
  private(set) var unnamed = TokenBits()
  /// Apostrophes alone that are no quotation marks: "the Dockworkers’ Federation".
  private(set) var possessives = TokenBits()

  mutating func reset(count: Int) {
    rows.resize(count: count)
    kinds.resize(count: count)
    readings.resize(count: count)
    known.reset(count: count)
    capitals.reset(count: count)
    uppercase.reset(count: count)
    unnamed.reset(count: count)
    possessives.reset(count: count)
  }

  func deallocate() {
    rows.deallocate()
    kinds.deallocate()
    readings.deallocate()
    known.deallocate()
    capitals.deallocate()
    uppercase.deallocate()
    unnamed.deallocate()
    possessives.deallocate()
  }

  /// The row of a token whose row is known.
  @inline(__always)
  subscript(_ token: Int) -> NameRow {
    assert(known.contains(token))
    return rows[token]
  }

  /// Kinds and readings of the article's tokens; only those of tokens whose row or reading is known may be read.
  @inline(__always) var window: RegionWindow { RegionWindow(kinds: kinds.base, readings: readings.base) }

  @inline(__always) func isKnown(_ token: Int) -> Bool { known.contains(token) }
  @inline(__always) func isCapital(_ token: Int) -> Bool { capitals.contains(token) }

  @inline(__always)
  func set(_ token: Int, _ row: NameRow) {
    rows[token] = row
    kinds[token] = UInt8(truncatingIfNeeded: row.kindNumber)
    known.insert(token)
    if row.capital { capitals.insert(token) }
  }
}

/// Token properties beside the word classes, numbered after them in the feature space (128 and up). At most 16.
enum NameExtra: UInt8, CaseIterable {
  case given1, given2, given3, surname1, surname2, surname3, international, noName
  case demonymSuffix, landSuffix, surnameSuffix, organizationSuffix, cityWord, lowercaseToken, femaleName, maleName
}
