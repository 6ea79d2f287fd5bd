import CICU

/// What titles and given names say of a person's gender.
struct GenderEvidence {
  private let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// What stands before a name, and what a noun is that stands for a person; in the order in which they are asked.
  static let titles: [WordClass] = [.title, .kin, .role]
  static let nouns: [WordClass] = [.kin, .role]
  private static let anyTitle = WordClassSet(.title, .kin, .role)
  /// Bearers of a given name in a hundred that must be of one gender for it to be likely, and for it to be certain ("Jean Dupont" is a man).
  static let likely = 75
  static let certain = 95

  /// By a word before the name that is a title, a kinship or a role ("Mrs", "brother", "actress"); nil when it is none of these.
  @inline(__always)
  func ofTitle(_ lexeme: LexemeID, _ classes: WordClassSet) -> Gender? {
    classes.intersects(GenderEvidence.anyTitle) ? of(lexeme, classes, as: GenderEvidence.titles) : nil
  }

  /// By what the lexicon says of a word as one of these classes, asked in their order; nil when it says nothing.
  func of(_ lexeme: LexemeID, _ classes: WordClassSet, as asked: [WordClass]) -> Gender? {
    for wordClass in asked where classes.contains(wordClass) {
      guard let value = lexicon.value(lexeme, wordClass) else { continue }
      return value == 1 ? .male : value == 2 ? .female : .unknown
    }
    return nil
  }

  /// Asks for the memory of what `ofGivenName` reads.
  @inline(__always)
  func fetchGivenName(_ lexeme: LexemeID) {
    if Int(lexeme) < lexicon.records.count { cicu_prefetch(lexicon.records.baseAddress! + Int(lexeme)) }
  }

  /// By a given name of which `share` bearers in a hundred are of one gender; nil when the word is none, unknown when fewer are.
  func ofGivenName(_ lexeme: LexemeID, share: Int = GenderEvidence.likely) -> Gender? {
    let info = lexicon.info(lexeme)
    guard info.given > 0, info.male >= 0 else { return nil }
    return info.male >= share ? .male : info.male <= 100 - share ? .female : .unknown
  }
}
