import CICU

/// What the word break rules see in a character, as far as the fast path goes; everything else is left to ICU.
///
/// The rules are those of ICU 72, which are not plain UAX #29: `@` is a letter and `:` joins nothing.
enum WordBreakClass {
  static let other: UInt8 = 0
  static let letter: UInt8 = 1
  static let numeric: UInt8 = 2
  static let extendNumLet: UInt8 = 3
  static let midLetter: UInt8 = 4
  static let midNum: UInt8 = 5
  /// Also the apostrophe.
  static let midNumLet: UInt8 = 6
  static let space: UInt8 = 7
  static let carriageReturn: UInt8 = 8
  static let lineFeed: UInt8 = 9
  static let newline: UInt8 = 10
  /// Combining marks, format characters, Hebrew, scripts that need a dictionary, emoji: ICU decides.
  static let icu: UInt8 = 11

  /// Scalars below this have their class in `table`.
  static let tableSize = 0x2C00

  /// The classes of the first scalars: Latin, Greek, Cyrillic, general punctuation and symbols; all others there are ICU's. Made once, from
  /// ICU's own property data; never freed.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: tableSize)
    table.initialize(repeating: icu, count: tableSize)
    for range in [0..<0x590, 0x1E00..<0x1F00, 0x2000..<0x2C00] {
      for scalar in range { table[scalar] = read(Int32(scalar)) }
    }
    return UnsafePointer(table)
  }()

  private static func read(_ scalar: Int32) -> UInt8 {
    if scalar == 0x40 { return letter }
    if scalar == 0x3A { return other }
    // The numbers are those of UWordBreakValues in <unicode/uchar.h>.
    switch cicu_word_break_class(scalar) {
    case 0, 16: return other  // Other, Double_Quote
    case 1: return letter
    case 4: return midLetter
    case 5: return midNum
    case 6: return numeric
    case 7: return extendNumLet
    case 8: return carriageReturn
    case 10: return lineFeed
    case 11, 15: return midNumLet  // MidNumLet, Single_Quote
    case 12: return newline
    case 22: return space
    default: return icu
    }
  }
}
