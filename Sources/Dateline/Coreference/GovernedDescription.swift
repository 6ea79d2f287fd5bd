/// A description that says whose or of what somebody is who stands before it: "a spokesman for **the president**, Hector Lima, said".
enum GovernedDescription {
  /// The words of the one who stands before, without determiner ("spokesman"); nil when no such person does. The one must be new: "the wife of
  /// the president, Hector Lima," may well name the president.
  ///
  /// - Parameter start: the description's first token, its determiner.
  static func governor(before start: Int, _ phrases: PhraseColumns, _ tokens: TokenColumns) -> TokenRange? {
    let head = start - 2
    guard head > 0, tokens.has(start - 1, .prepFor), tokens.has(head, anyOf: people), let group = phrases.noun(at: head) else { return nil }
    let first = Int(phrases.nouns.start[group])
    guard first < head, tokens.tag[first] == .dt, !tokens.has(first, .articleThe), !tokens.has(first, .demonstrative) else { return nil }
    return TokenRange(first + 1, head + 1)
  }

  private static let people = WordClassSet(.role, .title, .kin, .maleNoun, .femaleNoun)
}
