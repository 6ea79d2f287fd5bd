extension QuoteScene {
  /// How far from the cue the words may stand that say by what means or on what occasion it was said.
  private static var mediumReach: Int { 24 }

  /// By what means or on what occasion it was said: "in **a statement**", "told Reuters by **telephone**", "wrote on **Facebook**", "took to **X**
  /// to write", "In **a letter to staff**, Lee wrote"; nil where nothing says so.
  ///
  /// Outside of what was said only, in the cue's sentence: behind the cue first, then at the head of the sentence.
  func medium(of cue: Int, besides content: QuoteCandidate.Fragments?) -> TokenRange? {
    let sentence = tokens.sentence[cue]
    var index = cue + 1
    let limit = min(count, cue + QuoteScene.mediumReach)
    while index + 1 < limit, tokens.sentence[index] == sentence, !isContent(index, content) {
      if index > cue + 1, verbCue(index) >= 0, isFinite(index) { break }
      if let found = mediumGroup(behind: index, limit), !isContent(found.first, content) { return found }
      index += 1
    }
    if let found = takenTo(cue) { return found }
    var start = cue
    let low = max(0, cue - QuoteScene.mediumReach)
    while start > low, tokens.sentence[start - 1] == sentence, !isContent(start - 1, content) { start -= 1 }
    while start < cue, isQuotation(start) { start += 1 }
    return start + 1 < cue ? mediumGroup(behind: start, cue) : nil
  }

  private func isContent(_ token: Int, _ content: QuoteCandidate.Fragments?) -> Bool {
    segmentOf[token] >= 0 || content?.contains { token >= $0.first && token <= $0.last } ?? false
  }

  /// The group behind a preposition whose head is a means or an occasion of speaking, with the one that "to" or "with" ties to it.
  private func mediumGroup(behind preposition: Int, _ limit: Int) -> TokenRange? {
    guard tag(preposition) == .in || tag(preposition) == .to, preposition + 1 < limit else { return nil }
    let first = preposition + 1
    var end = groupEnd(first, limit)
    guard end > first, isMedium(headOfGroup(first, end)) else { return nil }
    if end + 1 < limit, tag(end) == .to || setting(end).contains(.link) {
      let next = groupEnd(end + 1, limit)
      if next > end + 1, !isMedium(headOfGroup(end + 1, next)), nounKind(headOfGroup(end + 1, next)) != .time,
        tag(end) == .to || lexeme(end) == words.with
          || tokens.has(end, .prepOf)
      {
        end = next
      }
    }
    let isArticle = tokens.has(first, .articleThe) || lexeme(first) == words.a || lexeme(first) == words.an
    return TokenRange(isArticle && first + 1 < end ? first + 1 : first, end)
  }

  private func isMedium(_ head: Int) -> Bool {
    let setting = table.setting(lemma(head)).union(table.setting(lexeme(head)))
    // "on X", "on Facebook": a name, not the letter.
    if setting.contains(.platform) { return tokens.isCapitalized(head) }
    return setting.contains(.medium) || setting.contains(.occasion)
  }

  /// "took to X to write"
  @inline(__always)
  private func takenTo(_ cue: Int) -> TokenRange? {
    guard tag(cue) == .vb, cue > 3, tag(cue - 1) == .to, let group = phrases.noun(endingAt: cue - 2), isMedium(cue - 2) else { return nil }
    let start = Int(phrases.nouns.start[group])
    return start > 1 && tag(start - 1) == .to && lemma(start - 2) == words.take ? TokenRange(start, cue - 1) : nil
  }
}
