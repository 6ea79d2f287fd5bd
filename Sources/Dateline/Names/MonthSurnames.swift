/// A surname that is the name of a month: "May said" behind "Theresa May" or "Mrs May". What somebody does or has, "May said", "May’s party", is
/// the person's; "in May", "on May 3" and "last May" stay dates.
enum MonthSurnames {
  /// Adds the mentions by surname alone of people called so elsewhere in the article; `spans` stays in text order.
  ///
  /// - Complexity: O(spans), and O(tokens) where somebody is called so.
  static func add(to spans: inout [NameSpan], _ tokens: TokenColumns) {
    var surname: LexemeID?
    for span in spans where span.type == NameSpan.person && tokens.has(span.tokens.last, .month) {
      guard span.tokens.count > 1 || span.tokens.first > 0 && tokens.has(span.tokens.first - 1, .title) else { continue }
      surname = tokens.lexeme[span.tokens.last]
      break
    }
    guard let surname else { return }
    var added: [NameSpan] = []
    var next = 0
    for token in 0..<tokens.count where tokens.lexeme[token] == surname && tokens.is(token, .capitalized) {
      while next < spans.count, Int(spans[next].tokens.end) <= token { next += 1 }
      if next < spans.count, spans[next].tokens.first <= token { continue }
      if isPerson(token, tokens) {
        added.append(NameSpan(TokenRange(token, token + 1), NameSpan.person, by: .month))
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// What may stand between a subject and its verb.
  private static func isPerson(_ token: Int, _ tokens: TokenColumns) -> Bool {
    if token > 0, !tokens.is(token, .sentenceStart) {
      let before = tokens.tag[token - 1]
      // "in May", "last May", "3 May", "this May", "late May".
      if before == .in || before == .to || before == .cd || before == .dt || before.isAdjective || tokens.has(token - 1, .relativeTime) {
        return false
      }
    }
    var after = token + 1
    guard after < tokens.count, !tokens.is(after, .sentenceStart) else { return false }
    if tokens.is(after, .possessive) { return true }
    while after < tokens.count, tokens.tag[after].isAdverb { after += 1 }
    guard after < tokens.count, !tokens.is(after, .sentenceStart) else { return false }
    // "May was cold" is the month as well as the person.
    return tokens.has(after, .speechVerb) || tokens.tag[after] == .vbd && !tokens.has(after, .auxiliary)
  }
}
