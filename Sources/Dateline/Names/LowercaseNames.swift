/// Names in a text of small letters: "angela merkel met the european central bank in frankfurt". The span model, to which a name is a capital, sees
/// none there.
///
/// What the tables know as names of several words, single words that are hardly ever written small where capitals are used, and given names with
/// a surname behind them.
enum LowercaseNames {
  /// Adds them; `spans` stays in text order.
  ///
  /// - Complexity: O(tokens).
  static func add(to spans: inout [NameSpan], _ tokens: TokenColumns, _ matches: MatchColumns, _ classes: Column<MatchClasses>) {
    guard SmallLetters.prevail(tokens) else { return }
    var added: [NameSpan] = []
    var token = 0
    var at = 0
    while token < tokens.count {
      let found = known(at: token, tokens, matches, classes) ?? person(at: token, tokens)
      while at < spans.count, Int(spans[at].tokens.end) <= token { at += 1 }
      if let found, at == spans.count || spans[at].tokens.start >= found.tokens.end {
        added.append(found)
        token = Int(found.tokens.end)
      } else {
        token += 1
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// The longest name of the tables at `token` that is no ordinary word.
  private static func known(at token: Int, _ tokens: TokenColumns, _ matches: MatchColumns, _ classes: Column<MatchClasses>) -> NameSpan? {
    for match in matches.matches(at: token).reversed() {
      let range = matches.range(match)
      guard classes[match].proposed != 0, let type = type(classes[match].proposed) else { continue }
      let isName = range.indices.contains { isRarelySmall($0, tokens) }
      guard range.count > 1 ? isName || type == NameSpan.organization : isName && !tokens.has(token, anyOf: words) else { continue }
      return NameSpan(range, type, by: .smallLetters)
    }
    return nil
  }

  /// "christine lagarde": a given name and a surname that are hardly words.
  private static func person(at token: Int, _ tokens: TokenColumns) -> NameSpan? {
    guard token + 1 < tokens.count, tokens.profile[token].given > 1, tokens.profile[token + 1].surname > 0,
      tokens.sentence[token] == tokens.sentence[token + 1], isRarelySmall(token, tokens), tokens.profile[token + 1].risk < 0,
      !tokens.has(token, anyOf: words), !tokens.has(token + 1, anyOf: words)
    else { return nil }
    return NameSpan(TokenRange(token, token + 2), NameSpan.person, by: .smallLetters)
  }

  private static let words = WordClassSet(.closed, .month, .weekday, .title, .role, .pronoun, .determiner)

  /// Written small in less than a quarter of all places.
  private static func isRarelySmall(_ token: Int, _ tokens: TokenColumns) -> Bool { tokens.profile[token].risk < -12 }

  /// The only type that the classes allow, if any of them is more than a hint.
  private static func type(_ classes: UInt64) -> Int? {
    if isOnly(classes, GazetteerClass.placeMask, GazetteerClass.maybePlaceMask) { return NameSpan.place }
    if isOnly(classes, GazetteerClass.organizationMask, GazetteerClass.maybeOrganizationMask) { return NameSpan.organization }
    if classes & ~GazetteerClass.personMask == 0 { return NameSpan.person }
    return classes & ~(GazetteerClass.demonymMask | GazetteerClass.productMask) == 0 ? NameSpan.other : nil
  }

  private static func isOnly(_ classes: UInt64, _ strong: UInt64, _ all: UInt64) -> Bool { classes & strong != 0 && classes & ~all == 0 }
}
