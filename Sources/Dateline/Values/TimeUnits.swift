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
  }

  /// The unit that a lemma means; nil for other nouns of time.
  func unit(_ lemma: LexemeID) -> Unit? { lexemes.firstIndex(of: lemma).map { units[$0] } }
}
