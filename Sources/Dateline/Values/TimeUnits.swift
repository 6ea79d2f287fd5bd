/// The nouns of time that durations are counted in (`values/time.tsv`), read once.
final class TimeUnits: Sendable {
  /// A unit of a TIMEX3 duration.
  struct Unit: Sendable {
    /// Y, M, W, D, H, M or S.
    var letter: UInt8
    /// Hours, minutes and seconds, which stand behind a T.
    var isClock: Bool
    /// How many units the noun means.
    var factor: Int
  }

  // A dozen: looking through them is quicker than hashing.
  private let lexemes: [LexemeID]
  private let units: [Unit]
  /// Names of zones, and whether they are Greenwich's.
  private let zones: [String: Bool]
  private let at: LexemeID
  private let after: LexemeID
  private let before: LexemeID
  private let everys: [LexemeID]

  init(_ gazetteer: GazetteerFile) {
    var lexemes: [LexemeID] = []
    var units: [Unit] = []
    if var reader = gazetteer.rows(of: "values/time.tsv", columns: ["word", "unit", "factor"]) {
      while reader.next() {
        guard let lexeme = gazetteer.lexicon.lexeme(reader.string(0)), let letter = reader.string(1).utf8.last else { continue }
        lexemes.append(lexeme)
        units.append(Unit(letter: letter, isClock: reader.string(1).utf8.count > 1, factor: Int(reader.string(2)) ?? 1))
      }
    }
    self.lexemes = lexemes
    self.units = units
    var zones: [String: Bool] = [:]
    var words: [String: LexemeID] = [:]
    var everys: [LexemeID] = []
    if var reader = gazetteer.rows(of: "values/words.tsv", columns: ["word", "kind"]) {
      while reader.next() {
        switch reader.string(1) {
        case "zone": zones[reader.string(0)] = false
        case "greenwich": zones[reader.string(0)] = true
        case "at", "after", "before": words[reader.string(1)] = gazetteer.lexicon.lexeme(reader.string(0))
        case "every": if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { everys.append(lexeme) }
        default: break
        }
      }
    }
    self.zones = zones
    self.everys = everys
    at = words["at"] ?? -1
    after = words["after"] ?? -1
    before = words["before"] ?? -1
  }

  /// Whether a zone of time is Greenwich's; nil for no zone.
  func isGreenwich(zone: String) -> Bool? { zones[zone] }
  /// "Friday at 3 pm".
  func isAt(_ lexeme: LexemeID) -> Bool { lexeme == at && lexeme >= 0 }
  /// "every week".
  func isEvery(_ lexeme: LexemeID) -> Bool { everys.contains(lexeme) }
  /// 1 for "after", -1 for "before".
  func side(_ lexeme: LexemeID) -> Int? { lexeme < 0 ? nil : lexeme == after ? 1 : lexeme == before ? -1 : nil }

  /// The unit that a lemma means; nil for other nouns of time.
  func unit(_ lemma: LexemeID) -> Unit? { lexemes.firstIndex(of: lemma).map { units[$0] } }
}
