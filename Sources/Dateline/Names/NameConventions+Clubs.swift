extension NameConventions {
  // MARK: Clubs beside clubs

  /// So many clubs that are nothing else make an article one about clubs.
  private static let fewClubs = 2

  /// Whether an article names two clubs or more that the tables know as nothing else.
  ///
  /// - Complexity: O(spans).
  func isAboutClubs(_ spans: [NameSpan]) -> Bool {
    guard allClasses & GazetteerClass.clubMask != 0 else { return false }
    var first: LexemeID?
    for span in spans where span.type == NameSpan.organization {
      let classes = reading(span.tokens)
      guard classes.proposed & GazetteerClass.clubMask != 0, classes.all & GazetteerClass.maybePlaceMask == 0 else { continue }
      let word = tokens.lexeme[span.tokens.first]
      if let first, first != word { return true }
      first = first ?? word
    }
    return false
  }

  /// "a fee with Sevilla", "Everton gave him a contract": where an article is about clubs, the name of one that is also a town’s is the club’s,
  /// unless it stands where only places stand.
  func townClubs(_ spans: inout [NameSpan]) {
    for index in spans.indices where spans[index].type != NameSpan.organization && spans[index].rule != .dateline {
      let range = spans[index].tokens
      // "Como beat Juventus": what the model takes for a person wins or loses.
      let isPerson = spans[index].type == NameSpan.person
      if isPerson, range.count > 1 || !isResult(Int(range.end)) { continue }
      let classes = known(range)
      guard classes & GazetteerClass.clubMask != 0, classes & GazetteerClass.stateMask == 0, !isPlaced(range) else { continue }
      spans[index] = NameSpan(range, NameSpan.organization, by: .team)
    }
    addClubs(&spans)
  }

  /// "offered Sevilla 20 million", "bought from Palace": clubs inside sentences that the model passes over.
  private func addClubs(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for match in 0..<matches.count where classes[match].all & GazetteerClass.clubMask != 0 {
      let range = matches.range(match)
      guard unnamed.contains(range.first), tokens.is(range.first, .capitalized), !tokens.is(range.first, .sentenceStart),
        tokens.tag[range.first].isProper || tokens.is(range.first - 1, .lowercase), known(range) & GazetteerClass.stateMask == 0,
        !tokens.is(range.first - 1, .anyCapital), lines[Int(tokens.sentence[range.first])] == .running,
        Int(range.end) == tokens.count || !tokens.is(Int(range.end), .anyCapital), !isPlaced(range), !isThings(range),
        (added.last?.tokens.end ?? 0) <= range.start
      else { continue }
      let at = firstSpan(endingAfter: range.start, spans)
      if at == spans.count || spans[at].tokens.start >= range.end {
        added.append(NameSpan(range, NameSpan.organization, by: .team))
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// "a Celtic cross", "the Palace": a word that is not the club’s where an article or an adjective stands before it, or a noun behind.
  private func isThings(_ range: TokenRange) -> Bool {
    let (before, next) = (range.first - 1, Int(range.end))
    guard !tokens.has(before, .articleThe), !tokens.has(before, .determiner), !tokens.tag[before].isAdjective else { return true }
    return next < tokens.count && tokens.is(next, .lowercase) && tokens.tag[next].isNoun && !nouns.isKind(.player, tokens.lexeme[next])
      && !tokens.has(next, .role)
  }

  /// A verb of winning, losing or playing.
  private func isResult(_ token: Int) -> Bool {
    token < tokens.count && tokens.is(token, .lowercase) && tokens.tag[token].isVerb
      && tokens.has(token, anyOf: NameConventions.playing)
  }

  private static let playing = WordClassSet(.winVerb, .loseVerb, .fixtureVerb)

  /// Behind "in" or "near", before a larger place, or what a noun for places names.
  private func isPlaced(_ range: TokenRange) -> Bool {
    let (before, next) = (range.first - 1, Int(range.end))
    // "at Everton" is with the club.
    if before >= 0, tokens.has(before, .prepIn), !isAt(before) { return true }
    if before >= 0, tokens.has(before, .direction) || tokens.has(before, .placeHead) { return true }
    if before > 0, tokens.has(before, .prepOf), tokens.has(before - 1, .placeHead) { return true }
    guard next < tokens.count else { return false }
    if tokens.has(next, .placeHead), tokens.is(next, .lowercase) { return true }
    return isComma(next) && next + 1 < tokens.count && known(TokenRange(next + 1, next + 2)) & GazetteerClass.largerMask != 0
  }
}
