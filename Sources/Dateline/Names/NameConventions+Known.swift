extension NameConventions {
  // MARK: Whole names of the tables

  /// The fewest words of a name that nothing else is called.
  private static let longName = 3
  /// The type of a span that goes.
  static let dropped = -1

  /// "Lloyd’s of London", "Christie’s": a long name, or one with a possessive, that the tables know as an organization's only is never read as
  /// its parts; nor is "British Columbia" where the model takes both words for names.
  func knownNames(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for match in wholeNames.elements.lazy.map({ Int($0) }) {
      guard let type = NameConventions.soleType(classes[match]) else { continue }
      let range = matches.range(match)
      guard isWholeName(range) else { continue }
      if let last = added.last, last.tokens.end > range.start { continue }
      let first = firstSpan(endingAfter: range.start, spans)
      var at = first
      var isFree = true
      while at < spans.count, spans[at].tokens.start < range.end {
        let other = spans[at].tokens
        // What the model reads as something longer stays.
        if other == range || other.start < range.start || other.end > range.end { isFree = false }
        at += 1
      }
      guard isFree, isWanted(range, type, of: spans[first..<at], classes[match]) else { continue }
      for part in first..<at { spans[part].type = NameConventions.dropped }
      added.append(NameSpan(range, type, by: .knownName))
    }
    guard !added.isEmpty else { return }
    spans.removeAll { $0.type == NameConventions.dropped }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// Whether `knownNames` may read a match whole: most are told apart where their classes are found. A word is no longer than its parts, unless it
  /// is a state that the model sees nothing of.
  @inline(__always)
  static func mayBeWhole(_ range: TokenRange, _ classes: MatchClasses, _ tokens: TokenColumns) -> Bool {
    guard soleType(classes) != nil else { return false }
    return range.count > 1 || classes.proposed & GazetteerClass.subdivisionMask != 0 || tokens.is(range.last, .possessive)
  }

  /// The only type that the tables know a name by; nil where they know several, or none that proposes a name.
  @inline(__always)
  private static func soleType(_ classes: MatchClasses) -> Int? {
    guard classes.proposed != 0 else { return nil }
    if classes.proposed & ~GazetteerClass.organizationMask == 0 { return NameSpan.organization }
    if classes.all & ~GazetteerClass.productMask == 0 { return NameSpan.other }
    if classes.all & ~GazetteerClass.eventMask == 0 { return NameSpan.other }
    return classes.all & ~GazetteerClass.placeMask == 0 ? NameSpan.place : nil
  }

  /// Whether a name of the tables is read whole where the model reads `parts` of it.
  private func isWanted(_ range: TokenRange, _ type: Int, of parts: ArraySlice<NameSpan>, _ classes: MatchClasses) -> Bool {
    if parts.isEmpty, isIsolated(range) { return true }
    if type == NameSpan.organization {
      if range.count >= NameConventions.longName || tokens.is(range.last, .possessive) { return true }
      // "National Assembly Speaker Marzouq Al-Ghanim", of which the model sees the person only.
      return parts.isEmpty && isOffice(range)
    }
    // "In Galle, Sri Lanka won", of which the model sees a person with a title.
    if type == NameSpan.place, classes.proposed & GazetteerClass.stateMask != 0 { return !parts.isEmpty }
    // "the S&P 500", of which the model sees the first word.
    if type == NameSpan.other {
      let next = Int(range.end)
      // "Boeing 737-800" is another model.
      let isEnded = next >= tokens.count || tokens.is(next, .spaceBefore) || !tokens.is(next, .hasHyphen)
      return range.count > 1 && !parts.isEmpty && tokens.is(range.last, .hasDigit) && isEnded
    }
    // "a Massachusetts Democrat": a state whose name is no other word is named wherever it stands, but in longer names ("Texas Lottery").
    guard let first = parts.first, let last = parts.last else {
      return type == NameSpan.place && classes.proposed & GazetteerClass.subdivisionMask != 0 && range.indices.allSatisfy { isOnlyName($0) }
        && !isContinued(Int(range.end))
    }
    // "Jammu and Kashmir" may be two.
    return parts.count > 1 && first.tokens.start == range.start && last.tokens.end == range.end
      && !range.indices.contains { tokens.has($0, .andWord) }
  }

  /// "play in the Champions League", of which the model sees nothing: several words with capitals inside running text, no other capital beside them.
  private func isIsolated(_ range: TokenRange) -> Bool {
    let (first, next) = (range.first, Int(range.end))
    guard range.count > 1, first > 0, !tokens.is(first, .sentenceStart), lines[Int(tokens.sentence[first])] == .running,
      !tokens.is(first - 1, .anyCapital), next == tokens.count || !tokens.is(next, .anyCapital), tokens.is(range.last, .anyCapital)
    else { return false }
    return range.indices.allSatisfy { tokens.is($0, .anyCapital) || tokens.is($0, .possessive) || tokens.has($0, .closed) }
  }

  /// Two words with capitals in running text before a role, no other capital before them.
  private func isOffice(_ range: TokenRange) -> Bool {
    let (first, next) = (range.first, Int(range.end))
    guard next < tokens.count, tokens.has(next, .role), tokens.is(next, .spaceBefore), tokens.has(range.last, .orgHead) else {
      return false
    }
    return tokens.sentence[next] == tokens.sentence[first] && lines[Int(tokens.sentence[first])] == .running
      && (tokens.is(first, .sentenceStart) || first > 0 && !tokens.is(first - 1, .anyCapital))
  }

  /// Whether a capitalised word that is nobody's role goes on with a name.
  private func isContinued(_ token: Int) -> Bool {
    token < tokens.count && tokens.is(token, .anyCapital) && !tokens.has(token, anyOf: NameConventions.roles)
  }

  private static let roles = WordClassSet(.role, .title, .demonymWord)

  /// A word that is hardly ever written small.
  private func isOnlyName(_ token: Int) -> Bool { tokens.is(token, .capitalized) && tokens.profile[token].risk < -10 }

  /// Whether nothing beside a known name speaks against it: no year ("1996 United States Senate election"), no noun that a possessor has
  /// ("Carter’s father"), no article or small letters at its ends.
  private func isWholeName(_ range: TokenRange) -> Bool {
    let first = range.first
    guard tokens.is(first, .capitalized), !tokens.has(first, .articleThe), first == 0 || !tokens.is(first - 1, .hasDigit) else {
      return false
    }
    guard tokens.is(range.last, .possessive) else { return tokens.is(range.last, .anyCapital) || tokens.is(range.last, .hasDigit) }
    let next = Int(range.end)
    return next == tokens.count || tokens.tag[next].isVerb || tokens.is(next, .punctuation) || tokens.has(next, .closed)
  }

  // MARK: Types of the tables

  /// From this margin on the model is sure of its type.
  static let sure: Float = 1.5

  /// "advised by Morgan Stanley": a name of several words that the tables know as an organization's only is one, unless the text introduces a
  /// person or the model is sure; and a word of which nothing is known but that a product is called so ("Wegovy") is the product.
  func retype(_ span: inout NameSpan) {
    if span.tokens.count == 1, span.type == NameSpan.place || span.type == NameSpan.person, isOnlyOrganization(span.tokens) {
      span = NameSpan(span.tokens, NameSpan.organization, by: .knownType)
      return
    }
    if span.type == NameSpan.organization, isSomebody(span.tokens) {
      span = NameSpan(span.tokens, NameSpan.person, by: .fullName)
      return
    }
    if span.type == NameSpan.place, span.tokens.count == 1, span.margin < NameConventions.sureOfPerson, isUniversity(span.tokens) {
      span = NameSpan(span.tokens, NameSpan.organization, by: .knownType)
      return
    }
    guard span.margin < NameConventions.sure else { return }
    let classes = reading(span.tokens)
    guard classes.proposed != 0 else { return }
    // "at the Petit Palais": several words that the tables know as a place's only.
    if span.tokens.count > 1, span.type != NameSpan.place, classes.all & ~GazetteerClass.placeMask == 0, !isIntroduced(span.tokens) {
      span = NameSpan(span.tokens, NameSpan.place, by: .knownType)
      return
    }
    // "the Pentagon review".
    let isOther =
      span.type == NameSpan.other && classes.all & ~GazetteerClass.organizationMask == 0 && !tokens.is(span.tokens.first, .allCapitals)
    if span.tokens.count == 1, isOther || isCompany(span, classes) {
      span = NameSpan(span.tokens, NameSpan.organization, by: .knownType)
      return
    }
    // "the Davis Cup captain": events, works and laws of several words.
    if span.tokens.count > 1, span.type != NameSpan.other, classes.all & ~GazetteerClass.eventMask == 0 {
      span = NameSpan(span.tokens, NameSpan.other, by: .knownType)
      return
    }
    // "the Kerala government": a state or large town that the tables know as nothing else, where the model is not sure.
    if span.type == NameSpan.organization, classes.all & ~GazetteerClass.placeMask == 0, classes.proposed & GazetteerClass.ruledMask != 0,
      span.margin < NameConventions.sure
    {
      span = NameSpan(span.tokens, NameSpan.place, by: .knownType)
      return
    }
    guard span.type == NameSpan.person || span.type == NameSpan.place else { return }
    if span.tokens.count > 1, classes.all & ~GazetteerClass.organizationMask == 0 {
      if span.type == NameSpan.person, isIntroduced(span.tokens) { return }
      span = NameSpan(span.tokens, NameSpan.organization, by: .knownType)
    } else if classes.all & ~GazetteerClass.productMask == 0, isUnheard(span.tokens.first) {
      span = NameSpan(span.tokens, NameSpan.other, by: .knownType)
    }
  }

  /// "grants to Harvard": a word by which the tables know a university and, at most, a town that hardly anybody means.
  @inline(__always)
  private func isUniversity(_ range: TokenRange) -> Bool {
    let classes = reading(range)
    return classes.proposed & GazetteerClass.universityMask != 0
      && classes.proposed & ~(GazetteerClass.organizationMask | GazetteerClass.weakMask) == 0
  }

  /// "Google will cut", "for Cargill": a company of one word that the tables know as nothing else, where the model is torn.
  @inline(__always)
  private func isCompany(_ span: NameSpan, _ classes: MatchClasses) -> Bool {
    guard classes.all & ~GazetteerClass.organizationMask == 0, classes.proposed & GazetteerClass.companyMask != 0 else { return false }
    // "at Heathrow airport".
    let next = Int(span.tokens.end)
    if next < tokens.count, tokens.has(next, .placeHead), tokens.is(next, .lowercase) { return false }
    return span.type == NameSpan.other || span.type == NameSpan.person && span.margin < NameConventions.torn && !isIntroduced(span.tokens)
  }

  static let torn: Float = 0.5

  /// "from Feyenoord to Juventus": a word of which nothing is known but that an organization is called so is that, however much the words
  /// around it look like a place's or a person's.
  @inline(__always)
  func isOnlyOrganization(_ range: TokenRange) -> Bool {
    guard isUnheard(range.first) else { return false }
    let classes = reading(range)
    guard classes.proposed != 0, classes.all & ~GazetteerClass.organizationMask == 0, !isIntroduced(range) else { return false }
    // "the Barclaycard arena": what lies there, not whose name it has.
    let next = Int(range.end)
    return next >= tokens.count || !tokens.has(next, .placeHead) || !tokens.is(next, .lowercase)
  }

  /// Whether a title or a role stands before a name, or an age or "who" behind it.
  private func isIntroduced(_ range: TokenRange) -> Bool {
    let end = Int(range.end)
    if range.first > 0, tokens.has(range.first - 1, anyOf: NameConventions.introducing) { return true }
    guard end + 1 < tokens.count, isComma(end) else { return false }
    return tokens.is(end + 1, .hasDigit) || isWho(end + 1)
  }

  /// "Giorgio Armani, who died": a company with a person’s full name has no "who" behind it.
  private func isSomebody(_ range: TokenRange) -> Bool {
    let end = Int(range.end)
    guard range.count == 2, end + 1 < tokens.count, isComma(end), isWho(end + 1), tokens.profile[range.first].given > 1 else {
      return false
    }
    return known(range) & ~GazetteerClass.companyMask == 0 && !tokens.has(range.last, anyOf: NameConventions.noNameParts)
  }

  /// A firm of a person’s name is meant by "which".
  private func isWho(_ token: Int) -> Bool {
    tokens.length(token) == 3 && tokens.has(token, .whWord) && bytes[Int(tokens.end[token]) - 1] == UInt8(ascii: "o")
  }

  static let introducing = WordClassSet(.title, .honorific, .role)

  /// Neither a word of the language nor a name of people.
  func isUnheard(_ token: Int) -> Bool {
    let profile = tokens.profile[token]
    return profile.given == 0 && profile.surname == 0 && profile.risk < 0
  }
}
