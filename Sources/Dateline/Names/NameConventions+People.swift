extension NameConventions {
  // MARK: Families

  /// Whether a relation in small letters stands before a name: "her brother Tom", "their daughters, Ann and Harriet", "his wife, Ana".
  func isBehindKin(_ range: TokenRange) -> Bool {
    var before = range.first - 1
    if before > 0, isComma(before) { before -= 1 }
    return before >= 0 && tokens.has(before, .kin) && tokens.is(before, .lowercase)
      && tokens.sentence[before] == tokens.sentence[range.first]
  }

  func isGivenName(_ range: TokenRange) -> Bool {
    range.count <= 2 && tokens.profile[range.first].given > 0
      && known(range) & (GazetteerClass.certainMask | GazetteerClass.organizationMask) == 0
  }

  /// "the sister of Praggnanandhaa": whose relatives they are.
  func takeRelative(_ span: inout NameSpan) {
    let of = span.tokens.first - 1
    guard span.type == NameSpan.place || span.type == NameSpan.organization, span.tokens.count <= 2, of > 0, tokens.has(of, .prepOf),
      tokens.has(of - 1, .kin), tokens.is(of - 1, .lowercase), tokens.tag[of - 1].isNoun, known(span.tokens) == 0,
      !tokens.has(span.tokens.last, anyOf: NameConventions.noNameParts)
    else { return }
    span = NameSpan(span.tokens, NameSpan.person, by: .family)
  }

  /// "Dickie Bird was": a given name and a word that ends no other names, where the model is torn.
  func takeFullName(_ span: inout NameSpan) {
    let (given, last) = (span.tokens.first, span.tokens.last)
    guard span.type == NameSpan.organization || span.type == NameSpan.other, span.tokens.count == 2, span.margin < NameConventions.torn,
      span.rule == .none, tokens.length(given) > 2, tokens.profile[given].risk < 0, tokens.profile[given].given > 0,
      known(span.tokens) == 0
    else { return }
    // Of a rare given name the other word must be no word of the language.
    guard tokens.profile[given].given > 1 || tokens.profile[given].given == 1 && tokens.profile[last].risk < 0 else { return }
    guard !tokens.is(given, .allCapitals), !tokens.is(last, .allCapitals), tokens.is(given, .capitalized), tokens.is(last, .capitalized),
      !tokens.has(given, anyOf: NameConventions.noNameParts), !tokens.has(last, anyOf: NameConventions.noNameParts),
      !tokens.has(last, anyOf: NameConventions.noSurnameWords), known(TokenRange(given, given + 1)) & GazetteerClass.notablePlaceMask == 0,
      tokens.tag[last] != .nnps
    else { return }
    span = NameSpan(span.tokens, NameSpan.person, by: .fullName)
  }

  // MARK: Given names that are verbs

  /// "Will Smith met …": a sentence's first word that is a verb and a given name belongs to the surname behind it, unless it asks: "Will Smith
  /// resign?".
  func takeGivenName(_ span: inout NameSpan) {
    guard span.type == NameSpan.person, span.tokens.count == 1, let name = verbName(before: span.tokens.first) else { return }
    span = NameSpan(name, NameSpan.person, by: .givenName)
  }

  /// The same where the model sees no name at all.
  func addGivenNames(_ spans: inout [NameSpan]) {
    guard capitalClasses.contains(.modal) else { return }
    var added: [NameSpan] = []
    for word in 0..<TokenSet.wordCount(tokens.count) {
      var found = TokenFlags.sentenceStart.tokens(word, of: tokens) & TokenFlags.capitalized.tokens(word, of: tokens)
      while found != 0 {
        let given = word * 64 + found.trailingZeroBitCount
        found &= found - 1
        guard tokens.has(given, .modal), given + 1 < tokens.count, let name = verbName(before: given + 1) else { continue }
        let at = firstSpan(endingAfter: name.start, spans)
        if at == spans.count || spans[at].tokens.start >= name.end { added.append(NameSpan(name, NameSpan.person, by: .givenName)) }
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// The name that ends with `surname` and starts with the sentence's first word; nil where that only asks.
  func verbName(before surname: Int) -> TokenRange? {
    let given = surname - 1
    let next = surname + 1
    guard given >= 0, tokens.is(given, .sentenceStart), tokens.has(given, .modal), tokens.is(given, .capitalized),
      tokens.profile[given].given > 1, tokens.sentence[given] == tokens.sentence[surname], tokens.profile[surname].surname > 0,
      next < tokens.count, !tokens.is(next, .anyCapital)
    else { return nil }
    let tag = tokens.tag[next]
    guard tag == .vbd || tag == .vbz || tag == .md || tokens.has(next, .andWord) || tokens.is(next, .possessive) else { return nil }
    return TokenRange(given, next)
  }

  // MARK: Roles

  /// "coach Doc Rivers": a given name and a surname behind a role in small letters are a person, though the surname is also a noun for places.
  func takeRole(_ span: inout NameSpan) {
    let (first, last) = (span.tokens.first, span.tokens.last)
    guard span.type != NameSpan.person, (2...4).contains(span.tokens.count), first > 0, span.margin < 1, tokens.has(first - 1, .role),
      tokens.is(first - 1, .lowercase), tokens.tag[first - 1] == .nn, tokens.profile[first].given > 0, tokens.profile[last].surname > 0,
      known(span.tokens) == 0, tokens.sentence[first - 1] == tokens.sentence[first],
      span.tokens.count == 2 || span.tokens.indices.allSatisfy({ !tokens.has($0, anyOf: NameConventions.noNameParts) })
    else { return }
    span = NameSpan(span.tokens, NameSpan.person, by: .role)
  }

  // MARK: Particles inside

  /// "Botic van de Zandschulp": a name that nobody knows with a particle of people's names inside it.
  func takeParticled(_ span: inout NameSpan) {
    guard span.type != NameSpan.person, span.rule == .none, (3...5).contains(span.tokens.count), span.margin < NameConventions.sureOfPerson,
      known(span.tokens) == 0, tokens.is(span.tokens.last, .capitalized),
      (span.tokens.first + 1..<span.tokens.last).contains(where: { isPersonal($0) }),
      span.tokens.indices.allSatisfy({
        tokens.has($0, .particle) || tokens.is($0, .capitalized) && !tokens.has($0, anyOf: NameConventions.noHeads)
      }),
      known(TokenRange(span.tokens.first, span.tokens.first + 1)) & GazetteerClass.notablePlaceMask == 0
    else { return }
    span = NameSpan(span.tokens, NameSpan.person, by: .particle)
  }

  private static let noHeads = WordClassSet(.orgHead, .placeHead, .eventHead, .lawHead, .teamHead, .mediaHead, .productHead)

  /// "van", "von", "bin", "binti", "bint", "ibn", "arap", "ap" in small letters, of which places have none.
  private func isPersonal(_ token: Int) -> Bool {
    guard tokens.has(token, .particle), tokens.is(token, .lowercase) else { return false }
    let (start, length) = (Int(tokens.start[token]), tokens.length(token))
    let (first, last) = (bytes[start], bytes[start + length - 1])
    if length == 3, first == UInt8(ascii: "v") || first == UInt8(ascii: "b") || first == UInt8(ascii: "i") {
      return last == UInt8(ascii: "n")
    }
    return first == UInt8(ascii: "b") && length <= 5 && length > 3 || first == UInt8(ascii: "a") && last == UInt8(ascii: "p")
  }

  // MARK: Reigns

  /// "the Maduro regime", "the Díaz-Canel administration": whose rule it is, unless the tables know that as a place or an organization.
  func takeRegime(_ span: inout NameSpan) {
    guard span.type == NameSpan.organization || span.type == NameSpan.place, span.tokens.count == 1, span.rule == .none,
      known(span.tokens) & ~(GazetteerClass.personMask | GazetteerClass.weakPersonMask) == 0, isReign(span.tokens.first)
    else { return }
    span = NameSpan(span.tokens, NameSpan.person, by: .regime)
  }

  /// Whether a single word stands between "the" and a noun for somebody's rule, and is no word of the language.
  @inline(__always)
  func isReign(_ token: Int) -> Bool {
    let next = token + 1
    guard token > 0, next < tokens.count, tokens.has(token - 1, .articleThe), tokens.is(next, .lowercase),
      nouns.isKind(.reign, tokens.lexeme[next]), !tokens.is(token, .allCapitals)
    else { return false }
    return tokens.profile[token].risk < 0
      && known(TokenRange(token, next)) & ~(GazetteerClass.personMask | GazetteerClass.weakPersonMask) == 0
      && !tokens.has(token, anyOf: NameConventions.noNameParts)
  }

  /// "China’s Qieyang Shijie took bronze": two words that nobody knows behind a country that has them, with a verb behind them.
  func takeCompatriot(_ span: inout NameSpan, behind owner: NameSpan) {
    let (first, next) = (span.tokens.first, Int(span.tokens.end))
    guard span.type == NameSpan.organization || span.type == NameSpan.other || span.type == NameSpan.place, span.tokens.count == 2,
      span.rule == .none, Int(owner.tokens.end) == first - 1, tokens.is(first - 1, .possessive), owner.type == NameSpan.place,
      known(owner.tokens) & GazetteerClass.stateMask != 0, next < tokens.count,
      tokens.tag[next] == .vbd || tokens.tag[next] == .vbz, known(span.tokens) == 0,
      span.tokens.indices.allSatisfy({ tokens.profile[$0].risk < 0 && !tokens.profile[$0].hasTag && tokens.classes[$0].isEmpty })
    else { return }
    span = NameSpan(span.tokens, NameSpan.person, by: .possessor)
  }

  /// "Haitham bin Tariq Al Said": no name ends with its particle.
  func takeHouseName(_ span: inout NameSpan, before next: Int32) {
    let surname = Int(span.tokens.end)
    guard span.type == NameSpan.person, span.tokens.count > 1, surname < tokens.count, next > surname,
      tokens.has(span.tokens.last, .particle),
      !tokens.has(span.tokens.last, .nameSuffix), tokens.length(span.tokens.last) > 1, tokens.is(span.tokens.last, .capitalized),
      tokens.is(surname, .capitalized), !tokens.is(surname, .sentenceStart),
      tokens.sentence[surname] == tokens.sentence[span.tokens.last], tokens.is(surname, .hasLetter)
    else { return }
    span.tokens = TokenRange(span.tokens.first, surname + 1)
    span.rule = .particle
  }

  /// "Andre Correa do Lago": a particle in small letters and a surname behind a person's name belong to it.
  func takeParticle(_ span: inout NameSpan, before next: Int32) {
    let particle = Int(span.tokens.end)
    let surname = particle + 1
    guard span.type == NameSpan.person, span.tokens.count > 1, surname < tokens.count, next > surname, tokens.has(particle, .particle),
      tokens.is(particle, .lowercase), tokens.length(particle) <= 3, tokens.is(surname, .capitalized), tokens.profile[surname].surname > 0,
      !tokens.has(surname, anyOf: NameConventions.noParts), tokens.sentence[surname] == tokens.sentence[particle]
    else { return }
    span.tokens = TokenRange(span.tokens.first, surname + 1)
    span.rule = .particle
  }

  private static let noParts = WordClassSet(.closed, .month, .weekday, .title, .role, .pronoun)

  // MARK: Numerals

  /// "J. Clark Bundren II", "Pope Leo XIV": the numeral belongs to the name.
  func takeNumeral(_ span: inout NameSpan) {
    let next = Int(span.tokens.end)
    guard span.type == NameSpan.person, next < tokens.count, tokens.has(next, .nameSuffix), tokens.length(next) > 1,
      span.tokens.count > 1 || span.tokens.first > 0 && tokens.has(span.tokens.first - 1, anyOf: NameConventions.introducing),
      isRoman(next)
    else { return }
    span.tokens = TokenRange(span.tokens.first, next + 1)
    span.rule = .numeral
  }

  /// "Super Bowl LX", "Artemis III": an event or a thing with its number.
  func takeNumber(_ span: inout NameSpan) {
    let next = Int(span.tokens.end)
    guard span.type == NameSpan.other, next < tokens.count, tokens.is(next, .allCapitals), tokens.is(next, .spaceBefore),
      tokens.length(next) > 1, isRoman(next), tokens.sentence[next] == tokens.sentence[span.tokens.first],
      known(span.tokens) & GazetteerClass.demonymMask == 0, next + 1 >= tokens.count || !tokens.is(next + 1, .anyCapital)
    else { return }
    span.tokens = TokenRange(span.tokens.first, next + 1)
  }

  private func isRoman(_ token: Int) -> Bool {
    (Int(tokens.start[token])..<Int(tokens.end[token])).allSatisfy {
      bytes[$0] == UInt8(ascii: "I") || bytes[$0] == UInt8(ascii: "V") || bytes[$0] == UInt8(ascii: "X") || bytes[$0] == UInt8(ascii: "L")
    }
  }
}
