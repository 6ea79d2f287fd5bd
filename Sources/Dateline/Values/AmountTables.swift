/// Currencies and units of the tables, read once.
final class AmountTables: Sendable {
  struct Unit: Sendable {
    var name: String
    var dimension: Label
    var base: Double
  }

  private let currencies: [String: Label]
  /// Bytes of the longest currency sign or word.
  let longestCurrency: Int
  private let units: [String: Unit]
  // Words that the readers ask for (`values/words.tsv`); plural forms are those without an ending.
  private let percents: [LexemeID]
  private let pers: [LexemeID]
  private let cents: [LexemeID]
  private let ageds: [LexemeID]
  private let pluralForms: Set<LexemeID>

  init(_ gazetteer: GazetteerFile) {
    var words: [String: Set<LexemeID>] = [:]
    if var reader = gazetteer.rows(of: "values/words.tsv", columns: ["word", "kind"]) {
      while reader.next() {
        if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { words[reader.string(1), default: []].insert(lexeme) }
      }
    }
    // A handful each: looking through them is quicker than hashing.
    percents = Array(words["percent"] ?? [])
    pers = Array(words["per"] ?? [])
    cents = Array(words["cent"] ?? [])
    ageds = Array(words["aged"] ?? [])
    pluralForms = words["plural"] ?? []
    var currencies: [String: Label] = [:]
    if var reader = gazetteer.rows(of: "values/currencies.tsv", columns: ["sign", "currency"]) {
      while reader.next() { currencies[reader.string(0)] = Label(reader.string(1)) }
    }
    self.currencies = currencies
    longestCurrency = currencies.keys.map(\.utf8.count).max() ?? 0
    var units: [String: Unit] = [:]
    if var reader = gazetteer.rows(of: "values/units.tsv", columns: ["word", "unit", "dimension", "base"]) {
      while reader.next() {
        units[reader.string(0)] = Unit(name: reader.string(1), dimension: Label(reader.string(2)), base: Double(reader.string(3)) ?? 1)
      }
    }
    self.units = units
  }

  func currency(sign: String) -> Label? { currencies[sign] }
  func unit(_ word: String) -> Unit? { units[word] }
  func isPercent(_ lexeme: LexemeID) -> Bool { percents.contains(lexeme) }
  func isAged(_ lexeme: LexemeID) -> Bool { ageds.contains(lexeme) }
  func isPer(_ lexeme: LexemeID) -> Bool { pers.contains(lexeme) }
  func isCent(_ lexeme: LexemeID) -> Bool { cents.contains(lexeme) }
  /// A noun that is plural without an ending.
  func isPluralInForm(_ lexeme: LexemeID) -> Bool { pluralForms.contains(lexeme) }
}
