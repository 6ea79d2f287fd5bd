/// Nouns that say how old somebody is: "teenager", "octogenarian" (`Gazetteers/coreference/age-nouns.tsv`).
struct AgeNouns {
  private var words: [(lexeme: LexemeID, ages: ClosedRange<Double>)] = []

  static let path = "coreference/age-nouns.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: AgeNouns.path, columns: ["word", "from", "to"]) else { return }
    while reader.next() {
      guard let lexeme = gazetteer.lexicon.lexeme(reader.string(0)), let from = Double(reader.string(1)), let to = Double(reader.string(2)),
        from <= to
      else { continue }
      words.append((lexeme, from...to))
    }
  }

  /// The ages that a word may mean; nil for any other word.
  func ages(_ word: LexemeID) -> ClosedRange<Double>? { words.first { $0.lexeme == word }?.ages }
}
