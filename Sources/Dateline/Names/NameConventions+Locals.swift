extension NameConventions {
  // MARK: Branches of unions

  /// No union's name before "Local" is longer than this many words.
  private static let longestUnion = 6

  /// "Teamsters Local 404", "Fire Fighters Local 1784": the capitals before "Local" or "Lodge" and its number are one organization with them.
  ///
  /// - Complexity: O(tokens / 64 + numbers).
  func locals(_ spans: inout [NameSpan]) {
    guard capitalClasses.contains(.collectiveSource) else { return }
    var added: [NameSpan] = []
    for word in 0..<TokenSet.wordCount(tokens.count) {
      var numbers = TokenFlags.number.tokens(word, of: tokens)
      while numbers != 0 {
        let number = word * 64 + numbers.trailingZeroBitCount
        numbers &= numbers - 1
        guard number > 1, isLocal(number - 1), let start = unionStart(number - 1), start >= Int(added.last?.tokens.end ?? 0) else {
          continue
        }
        let whole = TokenRange(start, number + 1)
        let at = firstSpan(endingAfter: whole.start, spans)
        var end = at
        while end < spans.count, spans[end].tokens.start < whole.end { end += 1 }
        if end > at, spans[at].tokens.start < whole.start { continue }
        for part in at..<end { spans[part].type = NameConventions.dropped }
        added.append(NameSpan(whole, NameSpan.organization, by: .local, margin: 3))
      }
    }
    guard !added.isEmpty else { return }
    spans.removeAll { $0.type == NameConventions.dropped }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  private func isLocal(_ token: Int) -> Bool {
    guard tokens.length(token) == 5, tokens.is(token, .capitalized), tokens.has(token, .collectiveSource) else { return false }
    let start = Int(tokens.start[token])
    return bytes[start] == UInt8(ascii: "L") && bytes[start + 1] == UInt8(ascii: "o")
  }

  /// Where the capitals right before `local` start; nil where there are none.
  private func unionStart(_ local: Int) -> Int? {
    var start = local
    while start > 0, local - start < NameConventions.longestUnion, tokens.sentence[start - 1] == tokens.sentence[local],
      tokens.is(start - 1, .anyCapital) || tokens.is(start - 1, .possessive),
      !tokens.has(start - 1, anyOf: NameConventions.noUnionWords)
    {
      start -= 1
    }
    while start < local, !tokens.is(start, .anyCapital) { start += 1 }
    return start < local ? start : nil
  }

  private static let noUnionWords = WordClassSet(.articleThe, .pronoun, .month, .weekday, .title, .determiner, .prepOf)
}
