/// Corrects single words by the longer names of the article: "Skandia" after "Skandia Terminals AB" is the company, not a person.
enum ShortNames {
  static func correct(_ mentions: inout [TypedMention], _ tokens: TokenColumns) {
    var organizations: Set<LexemeID> = []
    for index in mentions.indices where mentions[index].type == .organization && mentions[index].form == .name {
      let range = mentions[index].span.tokens
      if range.count > 1, hasHead(range, tokens) { organizations.insert(tokens.lexeme[range.first]) }
    }
    guard !organizations.isEmpty else { return }
    for index in mentions.indices where mentions[index].type == .person && mentions[index].form == .name {
      let range = mentions[index].span.tokens
      guard range.count > 1 else { continue }
      organizations.remove(tokens.lexeme[range.first])
      organizations.remove(tokens.lexeme[range.last])
    }
    guard !organizations.isEmpty else { return }
    for index in mentions.indices where mentions[index].type == .person || mentions[index].type == .product {
      let range = mentions[index].span.tokens
      guard range.count == 1, mentions[index].form == .name, mentions[index].entry < 0 else { continue }
      if organizations.contains(tokens.lexeme[range.first]) { mentions[index].type = .organization }
    }
  }

  /// A legal form or an organization's head after the first word: the first word alone then stands for the whole.
  private static func hasHead(_ range: TokenRange, _ tokens: TokenColumns) -> Bool {
    for token in (range.first + 1)..<Int(range.end) where tokens.has(token, anyOf: heads) { return true }
    return false
  }

  private static let heads = WordClassSet(.legalForm, .orgHead)
}
