extension NameConventions {
  // MARK: Words that the model passes over

  /// "closed outside Target", "wrote in Nature", "2-Cafu": a capital inside a sentence, with nothing but small words around it, on a word that
  /// the tables know as one kind of name; and the single names behind players' numbers.
  ///
  /// - Complexity: O(tokens).
  func alone(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    let hasClubs =
      allClasses & GazetteerClass.clubMask != 0
      && spans.contains { $0.type == NameSpan.organization && known($0.tokens) & GazetteerClass.clubMask != 0 }
    var at = 0
    // Behind what has been added so far; nothing stands alone at the beginning.
    var free = 1
    for word in 0..<TokenSet.wordCount(tokens.count - 1) {
      var found = uppercase.alone(word) & unnamed.bits(word)
      if found == 0 { continue }
      found &= TokenFlags.capitalized.tokens(word, of: tokens) & ~TokenFlags.sentenceStart.tokens(word, of: tokens)
      while found != 0 {
        let token = word * 64 + found.trailingZeroBitCount
        found &= found - 1
        guard token >= free else { continue }
        while at < spans.count, Int(spans[at].tokens.end) <= token { at += 1 }
        guard at == spans.count || Int(spans[at].tokens.start) > token,
          let span = lone(token, before: at < spans.count ? Int(spans[at].tokens.start) : tokens.count, hasClubs)
        else { continue }
        added.append(span)
        free = Int(span.tokens.end)
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// The name that starts with a capital that stands alone, and ends before `next`; nil for none.
  @inline(__always)
  private func lone(_ token: Int, before next: Int, _ hasClubs: Bool) -> NameSpan? {
    if tokens.profile[token].given > 0, Nicknames.isMark(token + 1, tokens, bytes),
      let name = Nicknames.name(around: token + 1, tokens, bytes), name.first == token, next >= Int(name.end)
    {
      // "Jimmy “Barbecue” Cherizier", of whom the model sees no part.
      return NameSpan(name, NameSpan.person, by: .nickname)
    }
    if let union = union(of: token), next >= Int(union.end) { return NameSpan(union, NameSpan.organization, by: .owners) }
    let range = TokenRange(token, token + 1)
    if hasClubs, isTeam(token) { return NameSpan(range, NameSpan.organization, by: .team) }
    if isPlatform(token) { return NameSpan(range, NameSpan.organization, by: .capital) }
    if let type = shapedKind(token) { return NameSpan(range, type, by: .shape) }
    if isNumbered(token) { return NameSpan(range, NameSpan.person, by: .playerNumber) }
    if isQualified(range), !tokens.has(token, anyOf: NameConventions.noNamesAlone), tokens.tag[token] == .nnp {
      return NameSpan(range, NameSpan.organization, by: .organizationNoun)
    }
    if isReign(token) { return NameSpan(range, NameSpan.person, by: .regime) }
    return (onlyKind(range) ?? unheardKind(token)).map { NameSpan(range, $0, by: .capital) }
  }

  /// "smugglers in Zuwara", "a Zelmak spokesman": a word that no list knows, with a capital inside a sentence, is a place behind a preposition of
  /// place, and a firm where it has what firms have; what else it may be, nothing tells.
  @inline(__always)
  private func unheardKind(_ token: Int) -> Int? {
    let profile = tokens.profile[token]
    let next = token + 1
    guard !profile.hasTag, profile.risk == -128, profile.given == 0, profile.surname == 0, tokens.length(token) > 4, next < tokens.count,
      tokens.flags[token].isDisjoint(with: NameConventions.odd), tokens.classes[token].isEmpty, tokens.tag[token] == .nnp,
      lines[Int(tokens.sentence[token])] == .running
    else { return nil }
    if tokens.is(next, .lowercase), nouns.isKind(.firm, tokens.lexeme[next]) { return NameSpan.organization }
    guard tokens.has(token - 1, .prepIn), tokens.is(token - 1, .lowercase), !tokens.is(next, .hasDigit), !tokens.tag[next].isNoun,
      bytes[Int(tokens.start[next])] != UInt8(ascii: "/"), bytes[Int(tokens.start[next])] != UInt8(ascii: "-")
    else { return nil }
    return NameSpan.place
  }

  private static let odd: TokenFlags = [.allCapitals, .hasDigit, .hasApostrophe, .hasHyphen, .hasPeriod, .splitCompound, .url, .handle]

  /// "for the Bucks", where clubs are spoken of: a team's last word that the tables know as a club's.
  private func isTeam(_ token: Int) -> Bool {
    tokens.has(token, .teamHead) && tokens.tag[token] == .nnps && tokens.has(token - 1, .articleThe)
      && known(TokenRange(token, token + 1)) & GazetteerClass.clubMask != 0
  }

  /// "wrote on X on Monday": the platform, whose name no table can hold; "sold on Telegram": software and who makes it.
  @inline(__always)
  private func isPlatform(_ token: Int) -> Bool {
    if tokens.has(token - 1, .prepOn), isEnd(token + 1) {
      let classes = known(TokenRange(token, token + 1))
      if classes & GazetteerClass.softwareMask != 0, classes & GazetteerClass.maybeOrganizationMask != 0 { return true }
    }
    return tokens.length(token) == 1 && bytes[Int(tokens.start[token])] == UInt8(ascii: "X") && tokens.has(token - 1, .prepOn)
      && tokens.is(token - 1, .lowercase) && isEnd(token + 1) && !(token + 1 < tokens.count && tokens.is(token + 1, .hasHyphen))
  }

  /// "2-Cafu": behind a number and its hyphen.
  @inline(__always)
  private func isNumbered(_ token: Int) -> Bool {
    token > 1 && !tokens.is(token, .spaceBefore) && tokens.is(token - 1, .punctuation) && !tokens.is(token - 1, .spaceBefore)
      && bytes[Int(tokens.start[token - 1])] == UInt8(ascii: "-") && tokens.is(token - 2, .number) && tokens.length(token - 2) <= 2
  }

  /// What the tables know a capitalised word in running text as, if that is an organization or a product only and it stands like a name:
  /// behind a preposition, a comma or an "and", and before no noun of its own.
  @inline(__always)
  private func onlyKind(_ range: TokenRange) -> Int? {
    let token = range.first
    // "a Knesset hearing": no other word, wherever it stands.
    if isUnheard(token), tokens.tag[token] == .nnp, lines[Int(tokens.sentence[token])] == .running, isOnlyOrganization(range),
      !tokens.is(token, .allCapitals)
    {
      return NameSpan.organization
    }
    guard !tokens.is(token, .allCapitals), tokens.tag[token] == .nnp, !tokens.has(token, anyOf: NameConventions.noNamesAlone),
      isComma(token - 1) || tokens.has(token - 1, anyOf: NameConventions.beforeNames), isEnd(token + 1),
      lines[Int(tokens.sentence[token])] == .running
    else { return nil }
    let classes = known(range)
    guard classes != 0 else { return nil }
    if classes & ~GazetteerClass.maybeOrganizationMask == 0 { return NameSpan.organization }
    if classes & ~GazetteerClass.maybeProductMask == 0 { return NameSpan.other }
    // "a man from Boulder": behind what leads to places, what may be a larger one.
    let isPlace = classes & GazetteerClass.notablePlaceMask != 0 && classes & ~GazetteerClass.maybePlaceMask == 0
    return isPlace && tokens.has(token - 1, anyOf: NameConventions.beforePlaces) ? NameSpan.place : nil
  }

  private static let beforePlaces = WordClassSet(.prepIn, .prepFrom)

  private static let beforeNames = WordClassSet(
    .prepIn, .prepFrom, .prepFor, .prepOf, .prepBy, .prepWith, .prepOn, .against, .andWord, .asWord)

  /// Whether a name may end before `token`: at a mark, a function word or a verb.
  private func isEnd(_ token: Int) -> Bool {
    token == tokens.count || tokens.is(token, .punctuation) || tokens.is(token, .possessive) || tokens.has(token, .closed)
      || tokens.tag[token] == .vbd || tokens.tag[token] == .vbz || tokens.tag[token] == .md
  }

  private static let noNamesAlone = WordClassSet(
    .closed, .month, .weekday, .title, .role, .pronoun, .orgHead, .eventHead, .lawHead, .placeHead, .season, .direction, .articleThe)

  // MARK: Nouns for organizations

  /// "antitrust regulator Cade", "carmaker Norvik": what stands right behind a noun for organizations in small letters is one, unless it is
  /// known as something else.
  func qualify(_ span: inout NameSpan) {
    guard span.type == NameSpan.person || span.type == NameSpan.place, span.tokens.first > 0 else { return }
    guard span.tokens.count == 1 && span.margin < NameConventions.unsure && isQualified(span.tokens) || isApposed(span.tokens) else {
      return
    }
    span = NameSpan(span.tokens, NameSpan.organization, by: .organizationNoun)
  }

  private func isQualified(_ range: TokenRange) -> Bool {
    let before = range.first - 1
    return tokens.has(before, .firmNoun) && tokens.is(before, .lowercase) && tokens.sentence[before] == tokens.sentence[range.first]
      && known(range) & ~GazetteerClass.maybeOrganizationMask == 0 && !isVerb(Int(range.end))
  }

  /// "The ferry company, Casco Marine, closed": a name between commas behind a subject that is a noun for organizations. "The head of the company,
  /// Ana Moe," is no such subject.
  @inline(__always)
  private func isApposed(_ range: TokenRange) -> Bool {
    let noun = range.first - 2
    guard noun > 0, isComma(noun + 1), isComma(Int(range.end)), tokens.has(noun, anyOf: NameConventions.organizationNouns),
      !tokens.has(noun, .role), tokens.is(noun, .lowercase), tokens.tag[noun] == .nn,
      known(range) & ~GazetteerClass.maybeOrganizationMask == 0
    else { return false }
    var first = noun
    while first > 0, noun - first < 4, tokens.is(first - 1, .lowercase), tokens.tag[first - 1].isAdjective || tokens.tag[first - 1] == .nn {
      first -= 1
    }
    guard first > 0, tokens.has(first - 1, .articleThe) else { return false }
    return first == 1 || tokens.is(first - 1, .sentenceStart) || tokens.is(first - 2, .punctuation)
  }

  private static let organizationNouns = WordClassSet(.orgHead, .firmNoun, .mediaHead)

  private static let unsure: Float = 2.5

  /// "the carmaker Musk runs": whose it is, not what it is called.
  private func isVerb(_ token: Int) -> Bool { token < tokens.count && tokens.tag[token] == .vbz }
}
