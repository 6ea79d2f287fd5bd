extension NameConventions {
  // MARK: Capitals before a noun for laws, bodies and events

  /// No name that is told by its last word alone is longer than this many words.
  private static let longestHeaded = 6

  /// "the Goods Availability Act", "the Pan Pacific Open": behind "the", inside a sentence of running text, capitals of which the model sees nothing
  /// are a name where the last of them says of what kind.
  ///
  /// - Complexity: O(tokens / 64 + capitals).
  func headed(_ spans: inout [NameSpan]) {
    guard capitalClasses.intersects(NameConventions.tellingHeads) else { return }
    var added: [NameSpan] = []
    for word in 0..<TokenSet.wordCount(tokens.count) {
      var found = unnamed.bits(word)
      if found == 0 { continue }
      found &= TokenFlags.capitalized.tokens(word, of: tokens) & ~TokenFlags.sentenceStart.tokens(word, of: tokens)
      while found != 0 {
        let head = word * 64 + found.trailingZeroBitCount
        found &= found - 1
        guard tokens.has(head, anyOf: NameConventions.tellingHeads), let name = headedName(head) else { continue }
        let at = firstSpan(endingAfter: name.start, spans)
        guard at == spans.count || spans[at].tokens.start >= name.end, (added.last?.tokens.end ?? 0) <= name.start else { continue }
        let isBody = tokens.has(head, .orgHead) && !tokens.has(head, .lawHead)
        added.append(NameSpan(name, isBody ? NameSpan.organization : NameSpan.other, by: .headed))
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  private func headedName(_ head: Int) -> TokenRange? {
    guard head > 1, head + 1 == tokens.count || !tokens.is(head + 1, .anyCapital) && !tokens.is(head + 1, .possessive),
      lines[Int(tokens.sentence[head])] == .running, !tokens.is(head, .allCapitals)
    else { return nil }
    // "the Legislative Assembly of Ontario" is longer, and "the Fire Station calendar" shorter.
    let next = head + 1
    if next < tokens.count, tokens.tag[next].isNoun && tokens.is(next, .lowercase) { return nil }
    if next < tokens.count, tokens.has(next, anyOf: NameConventions.goesOn) { return nil }
    var first = head
    while first > 0, head - first < NameConventions.longestHeaded, unnamed.contains(first - 1), tokens.is(first - 1, .capitalized),
      !tokens.is(first - 1, .sentenceStart), !tokens.is(first - 1, .allCapitals)
    {
      first -= 1
    }
    guard first < head, first > 0, tokens.has(first - 1, .articleThe), tokens.is(first - 1, .lowercase),
      tokens.sentence[first - 1] == tokens.sentence[head],
      !(first..<head).contains(where: { tokens.has($0, anyOf: NameConventions.noHeaded) })
    else { return nil }
    return TokenRange(first, head + 1)
  }

  private static let tellingHeads = WordClassSet(.lawHead, .eventHead, .orgHead)
  private static let goesOn = WordClassSet(.prepOf, .prepFor, .prepOn)
  private static let noHeaded = WordClassSet(.closed, .role, .title, .month, .weekday, .pronoun, .season, .direction)
}
