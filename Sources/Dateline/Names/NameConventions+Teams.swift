extension NameConventions {
  // MARK: Matches

  /// No more than this stands between the two teams of a result.
  private static let longestResult = 6

  /// "Surrey beat Somerset by six wickets", "Munster lost 24-19 to Connacht": counties and towns with a result are teams; nations stay places.
  func isMatch(_ one: NameSpan, _ other: NameSpan) -> Bool {
    let verb = Int(one.tokens.end)
    let first = other.tokens.first
    // What one word tells comes first.
    guard one.type == NameSpan.place || other.type == NameSpan.place, first > verb, first - verb <= NameConventions.longestResult,
      tokens.has(verb, anyOf: NameConventions.results), tokens.tag[verb].isVerb, isPlaceOrClub(one), isPlaceOrClub(other),
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

  /// "Bayern Munich or Porto": a town with a club of its name, with a club that is nothing else; which of the two is the town.
  func isClubPair(_ one: NameSpan, _ other: NameSpan) -> (first: Bool, second: Bool) {
    let between = Int(one.tokens.end)
    guard other.tokens.first == between + 1, one.type == NameSpan.place || other.type == NameSpan.place,
      tokens.has(between, anyOf: NameConventions.alternatives)
    else { return (false, false) }
    return (isTown(one) && isOnlyClub(other), isTown(other) && isOnlyClub(one))
  }

  private static let alternatives = WordClassSet(.andWord, .orWord)

  private func isTown(_ span: NameSpan) -> Bool {
    let classes = known(span.tokens)
    return span.type == NameSpan.place && classes & GazetteerClass.clubMask != 0 && classes & GazetteerClass.stateMask == 0
  }

  private func isOnlyClub(_ span: NameSpan) -> Bool {
    let classes = known(span.tokens)
    return span.type == NameSpan.organization && classes & GazetteerClass.clubMask != 0 && classes & GazetteerClass.maybePlaceMask == 0
  }

  private func isPlaceOrClub(_ span: NameSpan) -> Bool {
    span.type == NameSpan.place || span.type == NameSpan.organization && known(span.tokens) & GazetteerClass.clubMask != 0
  }

  /// "a 112-110 win over Milwaukee": behind a noun for a result, with its score before it.
  func isBeaten(_ span: NameSpan) -> Bool {
    let noun = span.tokens.first - 2
    guard span.type == NameSpan.place, noun > 0, tokens.has(noun, anyOf: NameConventions.results),
      tokens.tag[noun] == .nn || tokens.tag[noun] == .vb,
      tokens.tag[noun + 1] == .in || tokens.tag[noun + 1] == .to, tokens.sentence[noun] == tokens.sentence[noun + 2],
      known(span.tokens) & GazetteerClass.certainMask == 0
    else { return false }
    return (max(0, noun - 4)..<noun).contains { tokens.is($0, .number) }
  }

  // MARK: Rivals

  /// "Arsenal visit Spurs", "Wolves 3-1 Burnley": two clubs that the tables know, with a fixture's verb or a score between them, are named,
  /// though the model, which knows most of them as words or towns, passes over them.
  func rivals(_ spans: inout [NameSpan]) {
    guard allClasses & GazetteerClass.clubMask != 0 else { return }
    var added: [NameSpan] = []
    for match in 0..<matches.count where classes[match].all & GazetteerClass.clubMask != 0 {
      let home = matches.range(match)
      guard isClub(home), let next = awayStart(Int(home.end)), let away = club(at: next) else { continue }
      place(home, &spans, &added)
      place(away, &spans, &added)
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// Where the other team is named behind a fixture's verb, "v" or a score; nil where none of them stands at `token`.
  private func awayStart(_ token: Int) -> Int? {
    guard token + 1 < tokens.count, !tokens.is(token, .sentenceStart) else { return nil }
    if tokens.has(token, .fixtureVerb) { return token + 1 }
    // "drew 0-0 with", "lost 2-1 to"
    if tokens.has(token, anyOf: NameConventions.results), token + 5 < tokens.count, tokens.is(token + 1, .number),
      tokens.is(token + 2, .punctuation), tokens.is(token + 3, .number), tokens.tag[token + 4] == .in || tokens.tag[token + 4] == .to
    {
      return token + 5
    }
    guard token + 3 < tokens.count, tokens.is(token, .number), tokens.length(token + 1) <= 3, tokens.is(token + 1, .punctuation),
      !tokens.is(token + 1, .spaceBefore), tokens.is(token + 2, .number)
    else { return nil }
    return token + 3
  }

  /// The longest name of a club that starts at `token`.
  private func club(at token: Int) -> TokenRange? {
    var found: TokenRange?
    for match in matches.matches(at: token) where classes[match].all & GazetteerClass.clubMask != 0 && isClub(matches.range(match)) {
      found = matches.range(match)
    }
    return found
  }

  private func isClub(_ range: TokenRange) -> Bool { tokens.is(range.first, .capitalized) && tokens.is(range.last, .anyCapital) }

  /// Names a team, unless a longer name has its words; countries stay places.
  private func place(_ team: TokenRange, _ spans: inout [NameSpan], _ added: inout [NameSpan]) {
    guard known(team) & GazetteerClass.stateMask == 0, (added.last?.tokens.end ?? 0) <= team.start else { return }
    let at = firstSpan(endingAfter: team.start, spans)
    if at == spans.count || spans[at].tokens.start >= team.end {
      added.append(NameConventions.rival(team))
    } else if spans[at].tokens == team, spans[at].type != NameSpan.organization {
      spans[at] = NameConventions.rival(team)
    }
  }

  /// Two clubs and what they do to each other leave little doubt.
  private static func rival(_ team: TokenRange) -> NameSpan { NameSpan(team, NameSpan.organization, by: .rivals, margin: 3) }

  // MARK: Players

  /// "the Brentford striker", "against Durham last week": a name of a club that no country bears, before a noun for players, or taken for a person
  /// behind "against".
  func takeClub(_ span: inout NameSpan) {
    guard span.type == NameSpan.place || span.type == NameSpan.person, span.rule != .dateline else { return }
    let next = Int(span.tokens.end)
    let isPlayers = next < tokens.count && tokens.is(next, .lowercase) && nouns.isKind(.player, tokens.lexeme[next])
    let isRival =
      span.type == NameSpan.person && span.tokens.count == 1 && span.tokens.first > 0 && tokens.has(span.tokens.first - 1, .against)
    guard isPlayers || isRival else { return }
    let classes = known(span.tokens)
    guard classes & GazetteerClass.clubMask != 0, classes & GazetteerClass.stateMask == 0,
      isPlayers || classes & GazetteerClass.personMask == 0
    else { return }
    span = NameSpan(span.tokens, NameSpan.organization, by: .player)
  }
}
