/// Corrects single words by the longer names of the article: "Skandia" after "Skandia Terminals AB" is the company, not a person.
enum ShortNames {
  static func correct(_ mentions: inout [TypedMention], _ tokens: TokenColumns) {
    /// First words of organizations' names, and whether a legal form stands behind any of them.
    var organizations: [LexemeID: Bool] = [:]
    for index in mentions.indices where mentions[index].type == .organization && mentions[index].form == .name {
      let range = mentions[index].span.tokens
      guard range.count > 1, let isCompany = head(range, tokens) else { continue }
      if isCompany || organizations[tokens.lexeme[range.first]] == nil { organizations[tokens.lexeme[range.first]] = isCompany }
    }
    guard !organizations.isEmpty else { return }
    for index in mentions.indices where mentions[index].type == .person && mentions[index].form == .name {
      let range = mentions[index].span.tokens
      guard range.count > 1 else { continue }
      organizations[tokens.lexeme[range.first]] = nil
      organizations[tokens.lexeme[range.last]] = nil
    }
    guard !organizations.isEmpty else { return }
    for index in mentions.indices where mentions[index].entry < 0 && mentions[index].form == .name {
      let range = mentions[index].span.tokens
      guard range.count == 1, let isCompany = organizations[tokens.lexeme[range.first]] else { continue }
      // A town may lend its name to a school or a bank, hardly to "Hidrovale SA".
      if mentions[index].type == .person || mentions[index].type == .product || isCompany && mentions[index].type == .place {
        mentions[index].type = .organization
      }
    }
  }

  /// Whether a legal form or an organization's head stands after the first word, so that the first word alone stands for the whole: true for a
  /// legal form, nil for neither.
  private static func head(_ range: TokenRange, _ tokens: TokenColumns) -> Bool? {
    var found: Bool?
    for token in (range.first + 1)..<Int(range.end) {
      if tokens.has(token, .legalForm) { return true }
      if tokens.has(token, .orgHead) { found = false }
    }
    return found
  }
}
