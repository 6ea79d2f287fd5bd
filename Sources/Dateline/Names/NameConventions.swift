/// What stands around a name can settle what it is, whatever the span model, fitted on texts that seldom show it, makes of it.
///
/// The dateline's first name is a place; "Reed & Calloway" is one name; the list in "Ministry of Health,
/// Labour and Welfare" belongs to it; "the tanker Northern Dawn" and "HMS Tern" are ships; "their daughters, Ann and Harriet" are people;
/// "Surrey beat Somerset by six wickets" is about teams.
struct NameConventions {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let matches: MatchColumns
  let classes: Column<MatchClasses>
  /// Tokens with any capital letter.
  let uppercase: TokenBits
  /// The tokens of the dateline's place.
  let datelinePlace: TokenRange?

  /// Retypes, widens, joins and drops spans; they stay in text order.
  ///
  /// - Complexity: O(tokens).
  func correct(_ spans: inout [NameSpan]) {
    ships(&spans)
    organizations(&spans)
    var kept = 0
    var isKin = false
    for index in spans.indices {
      var span = spans[index]
      // What a longer list took in is no name of its own.
      if kept > 0, spans[kept - 1].tokens.end > span.tokens.start { continue }
      if kept > 0, isJoined(spans[kept - 1], span) {
        spans[kept - 1] = settled(TokenRange(spans[kept - 1].tokens.first, Int(span.tokens.end)), NameSpan.organization)
        continue
      }
      if let place = datelinePlace, place == span.tokens, span.type != NameSpan.place {
        span = settled(span.tokens, NameSpan.place)
      }
      list(&span)
      isKin = isKin && kept > 0 && isNext(spans[kept - 1].tokens, span.tokens) || isBehindKin(span.tokens)
      if isKin, span.type != NameSpan.person, isGivenName(span.tokens) { span = settled(span.tokens, NameSpan.person) }
      if kept > 0, isMatch(spans[kept - 1], span) {
        spans[kept - 1] = settled(spans[kept - 1].tokens, NameSpan.organization)
        span = settled(span.tokens, NameSpan.organization)
      }
      spans[kept] = span
      kept += 1
    }
    spans.removeLast(spans.count - kept)
  }

  private func settled(_ range: TokenRange, _ type: Int) -> NameSpan {
    NameSpan(tokens: range, type: type, margin: NameModel.certainMargin)
  }

  /// The gazetteer's classes for exactly these tokens.
  private func known(_ range: TokenRange) -> UInt64 { matches.match(range).map { classes[$0].all } ?? 0 }

  // MARK: Organizations of the tables

  /// The fewest words of a name that nothing else is called.
  private static let longName = 3

  /// "Lloyd’s of London", "Christie’s": a long name, or one with a possessive, that the tables know as an organization's only is never read as
  /// its parts.
  private func organizations(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for match in 0..<matches.count {
      let range = matches.range(match)
      guard range.count >= NameConventions.longName || range.count == 2 && tokens.is(range.last, .possessive),
        classes[match].proposed != 0, classes[match].proposed & ~GazetteerClass.organizationMask == 0, isWholeName(range)
      else { continue }
      var at = firstSpan(endingAfter: range.start, spans)
      if let last = added.last, last.tokens.end > range.start { continue }
      var isFree = true
      let first = at
      while at < spans.count, spans[at].tokens.start < range.end {
        let other = spans[at].tokens
        // What the model reads as something longer stays.
        if other == range || other.start < range.start || other.end > range.end { isFree = false }
        at += 1
      }
      guard isFree else { continue }
      spans.removeSubrange(first..<at)
      added.append(settled(range, NameSpan.organization))
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// Whether nothing beside a known name speaks against it: no year ("1996 United States Senate election"), no noun that a possessor has
  /// ("Carter’s father"), no article or small letters at its ends.
  private func isWholeName(_ range: TokenRange) -> Bool {
    let first = range.first
    guard tokens.is(first, .capitalized), !tokens.has(first, .articleThe), first == 0 || !tokens.is(first - 1, .hasDigit) else {
      return false
    }
    guard tokens.is(range.last, .possessive) else { return tokens.is(range.last, .anyCapital) }
    let next = Int(range.end)
    return next == tokens.count || tokens.tag[next].isVerb || tokens.is(next, .punctuation) || tokens.has(next, .closed)
  }

  /// The first span that ends behind `token`.
  private func firstSpan(endingAfter token: Int32, _ spans: [NameSpan]) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].tokens.end <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Firms

  /// "at Reed & Calloway": two surnames inside a sentence are one name, unless the tables know both; full names are two people.
  private func isJoined(_ one: NameSpan, _ other: NameSpan) -> Bool {
    let mark = Int(one.tokens.end)
    guard one.tokens.count == 1, other.tokens.count == 1, other.tokens.first == mark + 1, !tokens.is(mark - 1, .sentenceStart),
      tokens.length(mark) == 1, bytes[Int(tokens.start[mark])] == UInt8(ascii: "&"),
      tokens.is(mark, .spaceBefore), tokens.sentence[one.tokens.first] == tokens.sentence[other.tokens.first]
    else { return false }
    return known(one.tokens) & GazetteerClass.organizationMask == 0 || known(other.tokens) & GazetteerClass.organizationMask == 0
  }

  // MARK: Ministries

  /// No list of a ministry's tasks goes on for longer.
  private static let longestList = 10

  /// "Ministry of Health, Labour and Welfare": a list of things that are no names behind an organization's head and its "of" or "for" goes to
  /// its "and" and one item more.
  private func list(_ span: inout NameSpan) {
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
        if at > last { span.tokens = TokenRange(span.tokens.first, at) }
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

  private func isComma(_ token: Int) -> Bool {
    token < tokens.count && tokens.length(token) == 1 && bytes[Int(tokens.start[token])] == UInt8(ascii: ",")
  }

  // MARK: Ships

  /// No ship's name is longer than this many words.
  private static let longestShip = 3

  /// Retypes, widens or adds ships: "HMS Tern", "the oil tanker Northern Dawn".
  private func ships(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    var at = 0
    var next = uppercase.next(from: 1, limit: tokens.count)
    while next < tokens.count {
      let first = next
      next = uppercase.next(from: first + 1, limit: tokens.count)
      guard tokens.has(first - 1, anyOf: NameConventions.vessels), let start = shipStart(first) else { continue }
      while at < spans.count, Int(spans[at].tokens.end) <= first { at += 1 }
      var end = first + 1
      while end < min(tokens.count, first + NameConventions.longestShip), isShipWord(end) { end += 1 }
      guard at < spans.count, Int(spans[at].tokens.start) < end else {
        if !isPossessive(end) { added.append(settled(TokenRange(start, end), NameSpan.other)) }
        continue
      }
      let name = spans[at].tokens
      // Behind a word in small letters what the tables know, or what has something of its own, is mostly no ship.
      guard name.first == start || name.first == first, start < first || known(name) == 0 && !isPossessive(Int(name.end)) else { continue }
      spans[at] = settled(TokenRange(start, Int(name.end)), NameSpan.other)
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// Where the name starts whose first own word is `first`: at its prefix, or right behind what kind of ship it is; nil when it is no ship's.
  private func shipStart(_ first: Int) -> Int? {
    let before = first - 1
    guard isShipWord(first), tokens.sentence[before] == tokens.sentence[first] else { return nil }
    if tokens.has(before, .vesselPrefix) { return tokens.is(before, .allCapitals) ? before : nil }
    return tokens.is(before, .lowercase) && tokens.tag[before] == .nn ? first : nil
  }

  private func isShipWord(_ token: Int) -> Bool {
    tokens.is(token, .capitalized) && !tokens.has(token, anyOf: NameConventions.noShips)
  }

  private static let vessels = WordClassSet(.vesselWord, .vesselPrefix)
  private static let noShips = WordClassSet(.closed, .pronoun, .determiner, .articleThe, .title, .month, .weekday, .legalForm)

  private func isPossessive(_ token: Int) -> Bool { token < tokens.count && tokens.is(token, .possessive) }

  // MARK: Families

  /// Whether a relation in small letters stands before a name: "her brother Tom", "their daughters, Ann and Harriet", "his wife, Ana".
  private func isBehindKin(_ range: TokenRange) -> Bool {
    var before = range.first - 1
    if before > 0, isComma(before) { before -= 1 }
    return before >= 0 && tokens.has(before, .kin) && tokens.is(before, .lowercase)
      && tokens.sentence[before] == tokens.sentence[range.first]
  }

  /// Whether only a comma or an "and" parts two names.
  private func isNext(_ one: TokenRange, _ other: TokenRange) -> Bool {
    var at = Int(one.end)
    if isComma(at) { at += 1 }
    if at < other.first, tokens.has(at, .andWord) { at += 1 }
    return at == other.first && at > Int(one.end)
  }

  private func isGivenName(_ range: TokenRange) -> Bool {
    range.count <= 2 && tokens.profile[range.first].given > 0
      && known(range) & (GazetteerClass.certainMask | GazetteerClass.organizationMask) == 0
  }

  // MARK: Matches

  /// No more than this stands between the two teams of a result.
  private static let longestResult = 6

  /// "Surrey beat Somerset by six wickets", "Munster lost 24-19 to Connacht": counties and towns with a result are teams; nations stay places.
  private func isMatch(_ one: NameSpan, _ other: NameSpan) -> Bool {
    let verb = Int(one.tokens.end)
    let first = other.tokens.first
    guard one.type == NameSpan.place, other.type == NameSpan.place || other.type == NameSpan.organization, first > verb,
      first - verb <= NameConventions.longestResult, tokens.has(verb, anyOf: NameConventions.results), tokens.tag[verb].isVerb,
      (known(one.tokens) | known(other.tokens)) & GazetteerClass.certainMask == 0
    else { return false }
    var isScored = false
    for token in verb + 1..<first {
      guard tokens.is(token, .lowercase) || tokens.is(token, .hasDigit) || tokens.is(token, .punctuation), !isComma(token) else {
        return false
      }
      isScored = isScored || tokens.is(token, .hasDigit)
    }
    var token = Int(other.tokens.end)
    let limit = min(tokens.count, token + NameConventions.longestResult)
    while !isScored, token < limit, tokens.sentence[token] == tokens.sentence[first] {
      isScored = tokens.is(token, .hasDigit) || tokens.has(token, .sportWord)
      token += 1
    }
    return isScored
  }

  private static let results = WordClassSet(.winVerb, .loseVerb)
}
