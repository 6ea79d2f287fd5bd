/// Corrects single words by the longer names of the article: "Skandia" after "Skandia Terminals AB" is the company, not a person.
enum ShortNames {
  /// What stands behind the first word of an organization's name: nothing that says so, an organization's head ("Bank"), a legal form ("AB").
  private enum Ending: Int { case other, head, legalForm }

  static func correct(_ mentions: inout [TypedMention], _ tokens: TokenColumns) {
    /// First words of organizations' names, with the strongest ending behind any of them.
    var organizations: [LexemeID: Ending] = [:]
    for index in mentions.indices where mentions[index].type == .organization && mentions[index].form == .name {
      let range = mentions[index].span.tokens
      guard range.count > 1 else { continue }
      let ending = ending(range, tokens)
      let word = tokens.lexeme[range.first]
      if ending.rawValue >= organizations[word]?.rawValue ?? 0 { organizations[word] = ending }
    }
    guard !organizations.isEmpty else { return }
    for index in mentions.indices where mentions[index].form == .name {
      let range = mentions[index].span.tokens
      if mentions[index].type == .person, range.count > 1 {
        organizations[tokens.lexeme[range.first]] = nil
        organizations[tokens.lexeme[range.last]] = nil
      } else if mentions[index].type == .place, range.count == 1, range.first > 0, tokens.has(range.first - 1, .prepIn),
        organizations[tokens.lexeme[range.first]] == .other
      {
        // "in Akkale": a place, after which the "Akkale Lines" are called.
        organizations[tokens.lexeme[range.first]] = nil
      }
    }
    guard !organizations.isEmpty else { return }
    for index in mentions.indices where mentions[index].entry < 0 && mentions[index].form == .name {
      let range = mentions[index].span.tokens
      guard range.count == 1, let ending = organizations[tokens.lexeme[range.first]] else { continue }
      switch mentions[index].type {
      // "Akkale" beside the "Akkale Lines", where nothing is said to lie in it; but a town may well lend its name to a school or a bank.
      case .place where ending != .head: mentions[index].type = .organization
      case .person where ending != .other, .product where ending != .other: mentions[index].type = .organization
      default: break
      }
    }
  }

  private static func ending(_ range: TokenRange, _ tokens: TokenColumns) -> Ending {
    var found = Ending.other
    for token in (range.first + 1)..<Int(range.end) {
      if tokens.has(token, .legalForm) { return .legalForm }
      if tokens.has(token, .orgHead) { found = .head }
    }
    return found
  }
}
