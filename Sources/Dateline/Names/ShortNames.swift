/// Corrects single words by the longer names of the article: "Skandia" after "Skandia Terminals AB" is the company, not a person.
enum ShortNames {
  static func correct(_ mentions: inout [TypedMention], _ analysis: Analysis) {
    let tokens = analysis.tokens
    var organizations: Set<LexemeID> = []
    var people: Set<LexemeID> = []
    for mention in mentions where mention.span.tokens.count > 1 && mention.form == .name {
      let range = mention.span.tokens
      if mention.type == .person {
        people.insert(tokens.lexeme[range.first])
        people.insert(tokens.lexeme[range.last])
      } else if mention.type == .organization, hasHead(range, tokens) {
        organizations.insert(tokens.lexeme[range.first])
      }
    }
    guard !organizations.isEmpty else { return }
    for index in mentions.indices {
      let range = mentions[index].span.tokens
      guard range.count == 1, mentions[index].form == .name, mentions[index].entry < 0 else { continue }
      let word = tokens.lexeme[range.first]
      guard mentions[index].type == .person || mentions[index].type == .product, organizations.contains(word), !people.contains(word) else {
        continue
      }
      mentions[index].type = .organization
    }
  }

  /// A legal form or an organization's head after the first word: the first word alone then stands for the whole.
  private static func hasHead(_ range: TokenRange, _ tokens: TokenTable) -> Bool {
    for token in (range.first + 1)..<Int(range.end) where tokens.has(token, .legalForm) || tokens.has(token, .orgHead) { return true }
    return false
  }
}
