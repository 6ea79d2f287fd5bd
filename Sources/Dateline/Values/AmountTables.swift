/// Currencies and units of the tables, read once.
struct AmountTables: Sendable {
  struct Unit: Sendable {
    var name: String
    var dimension: String
    var base: Double
  }

  private var currencies: [String: String] = [:]
  private var units: [String: Unit] = [:]
  private let percents: Set<LexemeID>
  private let per: LexemeID
  private let cent: LexemeID
  private let aged: LexemeID
  private let pluralForms: Set<LexemeID>

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    percents = Set(["percent", "pct", "percentage"].compactMap { lexicon.lexeme($0) })
    per = lexicon.lexeme("per") ?? -1
    cent = lexicon.lexeme("cent") ?? -1
    aged = lexicon.lexeme("aged") ?? -1
    pluralForms = Set(["aircraft", "people", "police", "cattle", "fish", "sheep", "troops", "personnel"].compactMap { lexicon.lexeme($0) })
    if let table = gazetteer.table("values/currencies.tsv"),
      var reader = try? TableReader(GazetteerTable(path: "values/currencies.tsv", bytes: table), columns: ["sign", "currency"])
    {
      while reader.next() { currencies[reader.string(0)] = reader.string(1) }
    }
    if let table = gazetteer.table("values/units.tsv"),
      var reader = try? TableReader(GazetteerTable(path: "values/units.tsv", bytes: table), columns: ["word", "unit", "dimension", "base"])
    {
      while reader.next() {
        units[reader.string(0)] = Unit(name: reader.string(1), dimension: reader.string(2), base: Double(reader.string(3)) ?? 1)
      }
    }
  }

  func currency(sign: String) -> String? { currencies[sign] }
  func unit(_ word: String) -> Unit? { units[word] }
  func isPercent(_ lexeme: LexemeID) -> Bool { percents.contains(lexeme) }
  func isAged(_ lexeme: LexemeID) -> Bool { lexeme == aged }
  func isPer(_ lexeme: LexemeID) -> Bool { lexeme == per }
  func isCent(_ lexeme: LexemeID) -> Bool { lexeme == cent }
  /// A noun that is plural without an ending.
  func isPluralInForm(_ lexeme: LexemeID) -> Bool { pluralForms.contains(lexeme) }
}
