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

  /// "Electoral Commission of Uganda", "National Hurricane Center of the United States": a country behind an organization that ends with its noun,
  /// and "of", is the end of its name.
  func isNational(_ head: NameSpan, _ country: NameSpan) -> Bool {
    let of = Int(head.tokens.end)
    guard head.type == NameSpan.organization, country.type == NameSpan.place, country.tokens.first - of <= 2, of < tokens.count,
      tokens.has(of, .prepOf), tokens.is(of, .lowercase), tokens.has(head.tokens.last, .orgHead),
      tokens.is(head.tokens.first, .capitalized),
      country.tokens.first == of + 1 || tokens.has(of + 1, .articleThe) && tokens.is(of + 1, .lowercase)
    else { return false }
    return known(country.tokens) & GazetteerClass.stateMask != 0 && head.tokens.count > 1
      && tokens.sentence[head.tokens.first] == tokens.sentence[country.tokens.first]
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

  /// "Minister of Electricity, Water and Energy": things behind the first of a minister's list are no name.
  func isPortfolio(_ span: NameSpan) -> Bool {
    guard span.type == NameSpan.organization || span.type == NameSpan.other, span.tokens.first > 2, isComma(span.tokens.first - 1),
      span.tokens.indices.allSatisfy({ isThing($0) || tokens.has($0, .andWord) }),
      span.tokens.indices.contains(where: { tokens.has($0, .andWord) })
    else { return false }
    var at = span.tokens.first - 2
    let low = max(0, at - NameConventions.longestList)
    while at > low, isThing(at) || isComma(at) { at -= 1 }
    return at > 0 && tokens.has(at, .prepOf) && tokens.has(at - 1, .role) && tokens.is(at - 1, .capitalized)
  }

  private static let governs = WordClassSet(.prepOf, .prepFor)

  /// A word with a capital that is mostly written small: "Labour", "Welfare".
  private func isThing(_ token: Int) -> Bool {
    let flags = tokens.flags[token]
    return flags.contains(.capitalized) && !flags.contains(.allCapitals) && !flags.contains(.sentenceStart)
      && tokens.profile[token].risk >= 0
  }

  // MARK: What firms have

  /// "Bexico’s shareholders", "a Bexico spokesman", "according to Bexico": a single word that the tables do not know, and that is no name of
  /// people, is a firm where it has what firms have, or where it is asked.
  func takeFirm(_ span: inout NameSpan) {
    guard span.type != NameSpan.organization, span.rule == .none else { return }
    let first = span.tokens.first
    var isFirm: Bool
    if span.tokens.count == 1 {
      var next = Int(span.tokens.end)
      if next < tokens.count, tokens.is(next, .possessive) { next += 1 }
      isFirm = next < tokens.count && tokens.is(next, .lowercase) && nouns.isKind(.firm, tokens.lexeme[next])
      isFirm = (isFirm || span.type == NameSpan.place && isAsked(first)) && (span.type == NameSpan.place || isUnheard(first))
      isFirm = isFirm || isAnalyst(Int(span.tokens.end))
    } else {
      // "according to Peak Promotion Treks".
      isFirm =
        span.type != NameSpan.person && isAsked(first) && span.margin < NameConventions.sure
        && !tokens.has(span.tokens.last, .placeHead) && !tokens.has(first, .placePrefix)
    }
    guard isFirm, known(span.tokens) == 0 else { return }
    span = NameSpan(span.tokens, NameSpan.organization, by: .belongings)
  }

  /// "Halden **analyst** Ana Moe": whom an analyst works for is no person, whatever the name.
  private func isAnalyst(_ token: Int) -> Bool {
    token + 1 < tokens.count && nouns.isKind(.analyst, tokens.lexeme[token]) && tokens.is(token, .lowercase)
      && tokens.is(token + 1, .capitalized) && tokens.sentence[token + 1] == tokens.sentence[token]
  }

  /// "Chipmaker Norvane agrees": what kind of firm it is, written large at the start of a sentence, is no part of the name.
  func takeOpeningFirm(_ span: inout NameSpan) {
    let first = span.tokens.first
    guard span.tokens.count > 1, tokens.has(first, .firmNoun), tokens.is(first, .sentenceStart), !tokens.has(first, .orgHead),
      tokens.is(first + 1, .anyCapital), known(span.tokens) == 0
    else { return }
    span = NameSpan(TokenRange(first + 1, Int(span.tokens.end)), NameSpan.organization, by: .belongings)
  }

  /// "according to Fanatik".
  private func isAsked(_ token: Int) -> Bool {
    guard token > 1, tokens.tag[token - 1] == .to, tokens.length(token - 2) == 9, tokens.is(token - 2, .hasLetter) else { return false }
    return bytes[Int(tokens.start[token - 2]) + 1..<Int(tokens.end[token - 2])].elementsEqual("ccording".utf8)
  }

  /// "Hartwell’s Sandra Nyong said": a single name that has somebody with a full name is a firm, unless it is a person’s elsewhere in the article.
  func takeHouse(
    _ house: inout NameSpan, before span: NameSpan, _ surnames: inout Surnames, _ earlier: UnsafeMutableBufferPointer<NameSpan>.SubSequence
  ) {
    guard house.type == NameSpan.person, span.type == NameSpan.person, house.tokens.count == 1, span.tokens.count > 1,
      Int(house.tokens.end) == span.tokens.first - 1, tokens.is(span.tokens.first - 1, .possessive),
      tokens.profile[span.tokens.first].given > 0, tokens.profile[house.tokens.first].given < 2,
      known(house.tokens) & ~GazetteerClass.maybeOrganizationMask == 0,
      house.tokens.first == 0 || !tokens.has(house.tokens.first - 1, anyOf: NameConventions.introducing)
    else { return }
    surnames.read(earlier, tokens)
    if surnames.words.contains(tokens.lexeme[house.tokens.first]) { return }
    house = NameSpan(house.tokens, NameSpan.organization, by: .belongings)
  }

  /// The last words of the full names of people, among the names that are settled: read on from where they were read to, when somebody asks.
  struct Surnames {
    private(set) var words: Set<LexemeID> = []
    private var next = 0

    mutating func read(_ settled: UnsafeMutableBufferPointer<NameSpan>.SubSequence, _ tokens: TokenColumns) {
      while next < settled.endIndex {
        if settled[next].type == NameSpan.person, settled[next].tokens.count > 1 { words.insert(tokens.lexeme[settled[next].tokens.last]) }
        next += 1
      }
    }
  }
}
