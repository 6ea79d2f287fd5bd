extension NameConventions {
  // MARK: Works

  /// The longest title that is looked for, in tokens.
  private static let longestTitle = 10
  /// How far before the mark the word may stand that says that a title follows.
  private static let titleReach = 4

  /// "the novel “The Salt Road”", "titled “Hunter”", "“Parasite” director": between marks, capitals on all words but small ones are the title of a
  /// work where a noun for works, its maker or what was done to it stands beside them; and so are those in a row with one.
  ///
  /// - Complexity: O(tokens / 64 + marks).
  func works(_ spans: inout [NameSpan]) {
    var found: [NameSpan] = []
    var lastClose = -1
    for word in 0..<TokenSet.wordCount(tokens.count) {
      var marks = TokenFlags.punctuation.tokens(word, of: tokens)
      while marks != 0 {
        let open = word * 64 + marks.trailingZeroBitCount
        marks &= marks - 1
        guard open > lastClose, open + 2 < tokens.count, Nicknames.isMark(open, tokens, bytes), !tokens.is(open + 1, .spaceBefore),
          tokens.is(open + 1, .anyCapital), let close = titleClose(open)
        else { continue }
        let isNext = found.last.map { isRow(Int($0.tokens.end), open) } ?? false
        if isNext || isAnnounced(open) || isFollowed(close.mark) {
          found.append(NameSpan(TokenRange(open + 1, close.end), NameSpan.other, by: .work))
          lastClose = close.mark
        }
      }
    }
    guard !found.isEmpty else { return }
    var kept: [NameSpan] = []
    for title in found {
      let at = firstSpan(endingAfter: title.tokens.start, spans)
      var isFree = true
      var index = at
      while index < spans.count, spans[index].tokens.start < title.tokens.end {
        if spans[index].tokens.start < title.tokens.start || spans[index].tokens.end > title.tokens.end { isFree = false }
        index += 1
      }
      guard isFree else { continue }
      for part in at..<index { spans[part].type = NameConventions.dropped }
      kept.append(title)
    }
    spans.removeAll { $0.type == NameConventions.dropped }
    spans.mergeOrdered(kept) { $0.tokens.start }
  }

  /// Where the title ends that starts behind the mark `open`, and the mark that closes it; nil where other words stand there.
  private func titleClose(_ open: Int) -> (end: Int, mark: Int)? {
    let limit = min(tokens.count, open + NameConventions.longestTitle + 2)
    var at = open + 1
    var end = open + 1
    while at < limit, tokens.sentence[at] == tokens.sentence[open + 1] {
      if tokens.is(at, .punctuation) {
        if Nicknames.isMark(at, tokens, bytes) { return end > open + 1 && !tokens.is(at, .spaceBefore) ? (end, at) : nil }
        // "“Hunter,” which": a comma before the mark that closes belongs to the sentence.
        let isLast = at + 1 < tokens.count && Nicknames.isMark(at + 1, tokens, bytes)
        if isLast { return end > open + 1 ? (end, at + 1) : nil }
      } else {
        let isSmall = tokens.is(at, .lowercase) && (tokens.has(at, .closed) || tokens.has(at, .particle)) || tokens.is(at, .possessive)
        guard isSmall || tokens.is(at, .anyCapital) || tokens.is(at, .hasDigit) else { return nil }
        end = tokens.is(at, .lowercase) && !tokens.is(at, .possessive) ? end : at + 1
      }
      at += 1
    }
    return nil
  }

  /// Whether a noun for works, or what is done to them, stands before the mark, with nothing but small words, names and a comma between.
  private func isAnnounced(_ open: Int) -> Bool {
    let low = max(0, open - NameConventions.titleReach)
    var at = open - 1
    while at >= low, tokens.sentence[at] == tokens.sentence[open] {
      let lexeme = tokens.lexeme[at]
      if tokens.is(at, .punctuation) {
        guard at == open - 1, isComma(at) else { return false }
      } else if tokens.is(at, .lowercase) {
        if nouns.isKind(.work, lexeme) || nouns.isKind(.maker, lexeme) { return true }
        if nouns.isKind(.naming, lexeme) { return at == open - 1 }
        guard tokens.has(at, .closed) || tokens.tag[at].isAdjective else { return false }
        if tokens.has(at, .speechVerb) { return false }
      }
      at -= 1
    }
    return false
  }

  /// "“Parasite” director Bong", "the “Salt Road” trilogy".
  private func isFollowed(_ mark: Int) -> Bool {
    let next = mark + 1
    guard next < tokens.count, tokens.is(next, .lowercase), tokens.sentence[next] == tokens.sentence[mark] else { return false }
    return nouns.isKind(.work, tokens.lexeme[next]) || tokens.has(next, .role) && nouns.isKind(.maker, tokens.lexeme[next])
  }

  /// Whether only a mark that closes, a comma and an "and" stand between the end of a title and the mark that opens the next.
  private func isRow(_ end: Int, _ open: Int) -> Bool {
    guard open - end <= 3, open > end else { return false }
    return (end..<open).allSatisfy { tokens.is($0, .punctuation) || tokens.has($0, .andWord) }
  }

  // MARK: Works without marks

  /// "the film Parasite", "the novel Snow": what stands right behind a noun for works is what it is called, unless the tables know it as a place or
  /// an organization, or somebody makes the work there ("the film Netflix bought").
  func takeWork(_ span: inout NameSpan) {
    let (noun, next) = (span.tokens.first - 1, Int(span.tokens.end))
    guard noun > 0, span.rule == .none, span.type == NameSpan.other || span.margin < NameConventions.settledWork,
      tokens.is(noun, .lowercase), tokens.tag[noun] == .nn, nouns.isKind(.work, tokens.lexeme[noun]),
      tokens.sentence[noun] == tokens.sentence[span.tokens.first],
      known(span.tokens) & (GazetteerClass.placeMask | GazetteerClass.organizationMask | GazetteerClass.personMask) == 0,
      next >= tokens.count || !tokens.tag[next].isVerb && !tokens.is(next, .possessive) && !tokens.has(next, .modal)
    else { return }
    span = NameSpan(span.tokens, NameSpan.other, by: .work)
  }

  private static let settledWork: Float = 3
}
