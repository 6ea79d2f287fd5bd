extension NameConventions {
  // MARK: Full names

  /// "Holger Rune won": a single given name takes in the capitalised word behind it, though the model knows that as another word.
  ///
  /// - Complexity: O(spans).
  func fullNames(_ spans: inout [NameSpan]) {
    for first in spans.stretches {
      for index in spans.numbers(from: first, where: { $0.pointee.isType(NameSpan.person) & $0.pointee.isSingle }) {
        let next = index + 1 < spans.count ? spans[index + 1].tokens.start : Int32(truncatingIfNeeded: tokens.count)
        takeSurname(&spans[index], before: next)
      }
    }
  }

  @inline(__always)
  private func takeSurname(_ span: inout NameSpan, before next: Int32) {
    let (given, surname) = (span.tokens.first, Int(span.tokens.end))
    guard surname < tokens.count, next > surname, tokens.is(surname, .capitalized),
      !tokens.is(surname, .allCapitals), !tokens.is(surname, .sentenceStart), tokens.is(surname, .spaceBefore),
      tokens.profile[given].given > tokens.profile[given].surname, tokens.sentence[given] == tokens.sentence[surname],
      lines[Int(tokens.sentence[given])] == .running, !tokens.has(surname, anyOf: NameConventions.noSurnameWords),
      surname + 1 == tokens.count || !tokens.is(surname + 1, .anyCapital), given == 0 || !tokens.is(given - 1, .anyCapital),
      known(TokenRange(surname, surname + 1)) & GazetteerClass.certainMask == 0
    else { return }
    span = NameSpan(TokenRange(given, surname + 1), NameSpan.person, by: .fullName)
  }

  static let noSurnameWords = WordClassSet(
    .closed, .month, .weekday, .title, .role, .orgHead, .eventHead, .lawHead, .placeHead, .teamHead, .legalForm, .pronoun, .season,
    .direction)

  // MARK: For and against

  /// "the pro-Beijing New People Party": the name behind such a place or nationality starts anew.
  ///
  /// - Complexity: O(spans).
  func sides(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for index in spans.indices where spans[index].tokens.count > 2 && tokens.is(spans[index].tokens.first, .splitCompound) {
      let first = spans[index].tokens.first
      guard first > 1, tokens.has(first - 2, .hyphenPrefix), tokens.is(first - 2, .lowercase), isSide(first - 2),
        known(spans[index].tokens) == 0,
        tokens.is(first + 1, .capitalized), tokens.is(first + 1, .spaceBefore)
      else { continue }
      let classes = known(TokenRange(first, first + 1))
      guard classes & (GazetteerClass.maybePlaceMask | GazetteerClass.demonymMask) != 0 else { continue }
      let type = classes & GazetteerClass.demonymMask != 0 ? NameSpan.other : NameSpan.place
      added.append(NameSpan(TokenRange(first, first + 1), type, by: .side))
      spans[index].tokens = TokenRange(first + 1, Int(spans[index].tokens.end))
      spans[index].rule = .side
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// "pro" and "anti"; "ex-Manchester United" is one name.
  private func isSide(_ token: Int) -> Bool {
    let first = bytes[Int(tokens.start[token])] | 0x20
    return tokens.length(token) == 3 && first == UInt8(ascii: "p") || tokens.length(token) == 4 && first == UInt8(ascii: "a")
  }

  // MARK: Initials

  /// "V.D. Satheesan", "P. Rajeeve": initials and a capitalised word that the model passes over are a person.
  ///
  /// - Complexity: O(tokens / 64 + initials).
  func addInitials(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for word in 0..<TokenSet.wordCount(tokens.count) {
      var found = NameConventions.initials.tokens(word, of: tokens)
      while found != 0 {
        let token = word * 64 + found.trailingZeroBitCount
        found &= found - 1
        guard let name = initialedName(token) else { continue }
        let at = firstSpan(endingAfter: name.start, spans)
        if at == spans.count || spans[at].tokens.start >= name.end { added.append(NameSpan(name, NameSpan.person, by: .initials)) }
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  private static let initials: TokenFlags = [.initial, .dotted]

  /// Bytes of the longest initials in one token: "A.P.J."
  private static let longestInitials = 6

  private func initialedName(_ first: Int) -> TokenRange? {
    guard tokens.is(first, .capitalized), tokens.length(first) <= NameConventions.longestInitials, tokens.is(first, .hasPeriod),
      bytes[Int(tokens.end[first]) - 1] == UInt8(ascii: "."), known(TokenRange(first, first + 1)) == 0,
      !tokens.has(first, anyOf: NameConventions.noInitials),
      first == 0 || !tokens.is(first - 1, .anyCapital) && !tokens.has(first - 1, anyOf: NameConventions.noSurnameBehind)
        || tokens.is(first, .sentenceStart)
    else { return nil }
    var last = first + 1
    while last < tokens.count, last - first < 3, tokens.is(last, .initial) { last += 1 }
    guard last < tokens.count, tokens.is(last, .capitalized), !tokens.is(last, .allCapitals), !tokens.is(last, .sentenceStart),
      tokens.sentence[first] == tokens.sentence[last], tokens.tag[last].isProper, !tokens.has(last, anyOf: NameConventions.noSurnameWords),
      !tokens.has(last, .demonymWord), known(TokenRange(first, last + 1)) == 0,
      known(TokenRange(last, last + 1)) & (GazetteerClass.certainMask | GazetteerClass.notablePlaceMask) == 0
    else { return nil }
    var end = last + 1
    while end < tokens.count, end - last < 3, tokens.is(end, .capitalized), !tokens.is(end, .allCapitals), tokens.tag[end].isProper,
      tokens.sentence[end] == tokens.sentence[last], !tokens.has(end, anyOf: NameConventions.noSurnameWords)
    {
      end += 1
    }
    return TokenRange(first, end)
  }

  private static let noInitials = WordClassSet(.timeOfDay, .title, .unitWord, .legalForm)

  // MARK: Whose they are

  /// "the central bank’s Ueda says": a single name that an organization has and that speaks is a person.
  func takeSpeaker(_ span: inout NameSpan, behind owner: NameSpan) {
    guard Int(owner.tokens.end) == span.tokens.first - 1, owner.type == NameSpan.organization,
      span.type == NameSpan.place || span.type == NameSpan.other,
      span.tokens.count == 1,
      tokens.is(span.tokens.first - 1, .possessive),
      Int(span.tokens.end) < tokens.count, tokens.has(Int(span.tokens.end), .speechVerb), !tokens.has(span.tokens.first, .countryWord)
    else { return }
    span = NameSpan(span.tokens, NameSpan.person, by: .speaker)
  }

  /// "an analyst at DNB Carnegie", "head of strategy at Brekka Bank": whoever has a role works at an organization, unless the name is, or ends like,
  /// a place’s. Analysts work at one, whatever the name.
  func takeEmployer(_ span: inout NameSpan) {
    let at = span.tokens.first - 1
    guard at > 0, span.type == NameSpan.place || span.type == NameSpan.person, isAt(at)
    else { return }
    if nouns.isKind(.analyst, tokens.lexeme[at - 1]) {
      if known(span.tokens) & GazetteerClass.stateMask != 0 { return }
    } else {
      guard span.margin < NameConventions.sure, isRole(endingAt: at - 1),
        known(span.tokens) & ~GazetteerClass.maybeOrganizationMask == 0,
        !tokens.has(span.tokens.last, .placeHead) || tokens.has(span.tokens.last, .orgHead),
        // "a nurse at Kimana hospital".
        Int(span.tokens.end) >= tokens.count || tokens.tag[Int(span.tokens.end)] != .nn
      else { return }
    }
    span = NameSpan(span.tokens, NameSpan.organization, by: .employer)
  }

  /// A role in small letters, or one with what it is a role of: "head of commodity strategy".
  private func isRole(endingAt last: Int) -> Bool {
    var token = last
    let low = max(0, last - NameConventions.longestRole)
    while token >= low, tokens.is(token, .lowercase) {
      if tokens.has(token, .role) { return token == last || tokens.has(token + 1, .prepOf) }
      guard tokens.tag[token].isNoun || tokens.tag[token].isAdjective || tokens.has(token, .prepOf) else { return false }
      token -= 1
    }
    return false
  }

  /// No role with what it is a role of is looked for farther back.
  private static let longestRole = 5

  /// Whether a token is "in", and whether it is "at", of the prepositions before places.
  @inline(__always) func isIn(_ token: Int) -> Bool { isPlacing(token, UInt8(ascii: "i")) }
  @inline(__always) func isAt(_ token: Int) -> Bool { isPlacing(token, UInt8(ascii: "a")) }

  @inline(__always)
  private func isPlacing(_ token: Int, _ letter: UInt8) -> Bool {
    tokens.has(token, .prepIn) && tokens.length(token) == 2 && bytes[Int(tokens.start[token])] | 0x20 == letter
  }

  /// "a manager in Dearborn told": behind "in" a single name that the tables know as a town is one, if the model hardly prefers a person.
  func takeTown(_ span: inout NameSpan) {
    let before = span.tokens.first - 1
    guard span.type == NameSpan.person || span.type == NameSpan.organization, span.tokens.count == 1,
      span.margin < NameConventions.doubtful, before > 0, isIn(before), tokens.is(before, .lowercase)
    else { return }
    let classes = known(span.tokens)
    guard classes != 0, classes & ~GazetteerClass.maybePlaceMask == 0 else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeNoun)
  }

  private static let doubtful: Float = 0.6

  /// "a farmer in Tra Bong", "born in Sa Huynh": behind "in" and somebody, or what moves or lies somewhere, a name that nobody knows is a place.
  func takeResident(_ span: inout NameSpan) {
    let before = span.tokens.first - 1
    guard span.type == NameSpan.organization || span.type == NameSpan.person, span.tokens.count <= 2, span.rule == .none,
      span.margin < NameConventions.sureOfPerson, before > 1, isIn(before), tokens.is(before, .lowercase),
      span.tokens.indices.allSatisfy({ tokens.profile[$0].given < 2 }), tokens.has(before - 1, anyOf: NameConventions.placed),
      tokens.is(before - 1, .lowercase), known(span.tokens) == 0,
      known(TokenRange(span.tokens.first, span.tokens.first + 1)) & GazetteerClass.maybePlaceMask == 0,
      !tokens.is(span.tokens.first, .allCapitals), !tokens.has(span.tokens.last, anyOf: NameConventions.noNameParts)
    else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeNoun)
  }

  private static let placed = WordClassSet(
    .role, .motionVerb, .bornVerb, .femaleNoun, .maleNoun, .collectiveSource, .anonymousSource, .placeHead, .attackVerb, .killVerb,
    .arrestVerb)

  /// "between Hue and Dieu Tri": a name that nobody knows is a place at the other end of a way from one.
  func takeEnd(_ span: inout NameSpan, behind other: NameSpan) {
    let (before, and) = (other.tokens.first - 1, span.tokens.first - 1)
    guard span.type == NameSpan.person || span.type == NameSpan.organization, other.type == NameSpan.place, span.tokens.count <= 2,
      Int(other.tokens.end) == and, before >= 0, tokens.has(and, .andWord), tokens.is(before, .lowercase), tokens.length(before) == 7,
      tokens.has(before, .prepIn) || tokens.tag[before] == .in, bytes[Int(tokens.start[before])] == UInt8(ascii: "b"),
      known(other.tokens) & GazetteerClass.stateMask == 0, known(span.tokens) == 0,
      span.tokens.indices.allSatisfy({ tokens.profile[$0].given < 2 && !tokens.has($0, anyOf: NameConventions.noNameParts) })
    else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeRow)
  }

  // MARK: Words that label a text

  /// "Explainer: how the vote works", "#StormPetra", "@HarborPolice": a kind of article at the head of a line, what posts are filed under, and an
  /// account.
  @inline(__always)
  func isLabel(_ span: NameSpan) -> Bool {
    let first = span.tokens.first
    guard span.tokens.count == 1 else { return false }
    if tokens.has(first, .slug), tokens.is(first, .lineStart), first + 1 < tokens.count { return byte(first + 1) == UInt8(ascii: ":") }
    return byte(first) == UInt8(ascii: "@") || byte(first) == UInt8(ascii: "#") && span.type != NameSpan.other
  }

  private func byte(_ token: Int) -> UInt8 { bytes[Int(tokens.start[token])] }

  // MARK: Markets

  /// "Babcock fell 7%", "with Babcock down 7%": what moves by a share is no person, unless the text has the full name.
  func takeMover(_ span: inout NameSpan) {
    let verb = Int(span.tokens.end)
    guard span.type == NameSpan.person, span.tokens.count == 1, verb + 1 < tokens.count, tokens.is(verb + 1, .number),
      known(span.tokens) & GazetteerClass.personMask == 0,
      tokens.tag[verb] == .vbd || tokens.tag[verb] == .rb || tokens.tag[verb] == .rp || tokens.tag[verb] == .in,
      verb + 2 < tokens.count, tokens.length(verb + 2) == 1, bytes[Int(tokens.start[verb + 2])] == UInt8(ascii: "%"),
      span.tokens.first == 0 || !tokens.has(span.tokens.first - 1, anyOf: NameConventions.introducing)
    else { return }
    span = NameSpan(span.tokens, NameSpan.organization, by: .mover)
  }
}
