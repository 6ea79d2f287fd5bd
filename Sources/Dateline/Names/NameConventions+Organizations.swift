extension NameConventions {
  // MARK: Firms

  /// "at Reed & Calloway": two surnames inside a sentence are one name, unless the tables know both; full names are two people.
  func isJoined(_ one: NameSpan, _ other: NameSpan) -> Bool {
    let mark = Int(one.tokens.end)
    guard other.tokens.first == mark + 1, other.rule != .dateline, one.tokens.count == 1, other.tokens.count == 1,
      !tokens.is(mark - 1, .sentenceStart),
      tokens.length(mark) == 1, bytes[Int(tokens.start[mark])] == UInt8(ascii: "&"),
      tokens.is(mark, .spaceBefore), tokens.sentence[one.tokens.first] == tokens.sentence[other.tokens.first]
    else { return false }
    return known(one.tokens) & GazetteerClass.organizationMask == 0 || known(other.tokens) & GazetteerClass.organizationMask == 0
  }

  /// "the Teachers’ Federation", "the Workers’ Front": whose it is and what, both with capitals.
  @inline(__always)
  func union(of owners: Int) -> TokenRange? {
    let head = owners + 2
    guard head < tokens.count, tokens.tag[head - 1] == .pos, tokens.tag[owners] == .nns || tokens.tag[owners] == .nnps,
      tokens.has(head, .orgHead), tokens.is(head, .capitalized), tokens.has(owners - 1, .articleThe)
    else { return nil }
    return TokenRange(owners, head + 1)
  }

  // MARK: Ministries

  /// No list of a ministry's tasks goes on for longer.
  private static let longestList = 10

  /// "Ministry of Health, Labour and Welfare": a list of things that are no names behind an organization's head and its "of" or "for" goes to
  /// its "and" and one item more.
  func list(_ span: inout NameSpan) {
    guard span.type == NameSpan.organization, span.tokens.count >= 3, isComma(Int(span.tokens.end)),
      span.tokens.indices.contains(where: { tokens.has($0, .orgHead) && tokens.has($0 + 1, anyOf: NameConventions.governs) })
    else { return }
    var at = Int(span.tokens.end) + 1
    let limit = min(tokens.count, at + NameConventions.longestList)
    var items = 0
    while at < limit {
      let first = at
      while at < limit, at - first < 3, isThing(at) { at += 1 }
      guard at > first else { return }
      items += 1
      if at < limit, tokens.has(at, .andWord), tokens.is(at, .lowercase) {
        let last = at + 1
        at = last
        while at < limit, at - last < 3, isThing(at) { at += 1 }
        if at > last {
          span.tokens = TokenRange(span.tokens.first, at)
          span.rule = .ministry
        }
        return
      }
      guard at < limit, isComma(at) else { return }
      at += 1
    }
  }

  private static let governs = WordClassSet(.prepOf, .prepFor)

  /// A word with a capital that is mostly written small: "Labour", "Welfare".
  private func isThing(_ token: Int) -> Bool {
    let flags = tokens.flags[token]
    return flags.contains(.capitalized) && !flags.contains(.allCapitals) && !flags.contains(.sentenceStart)
      && tokens.profile[token].risk >= 0
  }
}
