/// One article as the readers of values see it, and the tables that they ask.
///
/// A class, since the readers ask one another: each is handed one address instead of a copy of all columns. Valid only while the layers lie still.
final class ValueScene {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  let tables: AmountTables
  let units: TimeUnits
  /// The date of publication.
  let reference: CalendarDate?

  init(
    tokens: TokenColumns, bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, tables: AmountTables, units: TimeUnits,
    reference: CalendarDate?
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.lexicon = lexicon
    self.tables = tables
    self.units = units
    self.reference = reference
  }
}

/// Reads one kind of value; short names for what lies in the scene.
protocol ValueReader {
  var scene: ValueScene { get }
}

extension ValueReader {
  @inline(__always) var tokens: TokenColumns { scene.tokens }
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { scene.bytes }
  @inline(__always) var lexicon: Lexicon { scene.lexicon }
  @inline(__always) var reference: CalendarDate? { scene.reference }
  @inline(__always) var numbers: NumberReader { NumberReader(scene: scene) }

  /// The integer that a class gives the token's word: the table, which lies far away, is asked only for words of the class.
  @inline(__always)
  func value(_ token: Int, _ wordClass: WordClass) -> Int64? {
    tokens.has(token, wordClass) ? lexicon.value(tokens.lexeme[token], wordClass) : nil
  }
}
