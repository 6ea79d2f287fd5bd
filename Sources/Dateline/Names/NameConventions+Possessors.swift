extension NameConventions {
  // MARK: Possessors

  /// "Fed’s Waller" is who speaks for the bank. "Samsung’s Galaxy Store" is a firm and what it has, unless the tables know all of it as one name; so
  /// is "Norway’s Seafarers’ Union".
  ///
  /// - Complexity: O(tokens).
  func possessors(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for first in spans.stretches {
      for index in spans.numbers(from: first, where: { Bit.less(2, $0.pointee.tokens.count) }) {
        // Texts disagree on "Lahore’s Model Town": it stays one place.
        if spans[index].type == NameSpan.place,
          reading(TokenRange(spans[index].tokens.last, Int(spans[index].tokens.end))).proposed & GazetteerClass.stateMask == 0
        {
          continue
        }
        let whole = spans[index].tokens
        guard let mark = (whole.first + 1..<whole.last).first(where: { tokens.is($0, .possessive) }) else { continue }
        let owner = TokenRange(whole.first, mark)
        let rest = TokenRange(mark + 1, Int(whole.end))
        if let parts = owned(owner, rest, index, spans) {
          added.append(NameSpan(owner, parts.owner, by: .possessor))
          spans[index] = NameSpan(rest, parts.rest, by: .possessor, margin: spans[index].margin)
          continue
        }
        let isState = spans[index].type == NameSpan.place && rest.count == 1
        guard let type = isState ? ruler(owner) : ownerType(reading(owner)), known(whole) == 0,
          rest.count > 1 || spans[index].type == NameSpan.other || isState,
          tokens.is(rest.first, .capitalized),
          !matches.matches(at: whole.first).contains(where: { matches.end($0) > mark })
        else { continue }
        added.append(NameSpan(owner, type, by: .possessor))
        spans[index].tokens = rest
        spans[index].rule = .possessor
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// "Cardi Iaith’s Non Davies", "Novo’s Wegovy": somebody with an owner, and a single word behind an owner that the article names elsewhere, are
  /// no name together; the types of both.
  private func owned(_ owner: TokenRange, _ rest: TokenRange, _ index: Int, _ spans: [NameSpan]) -> (owner: Int, rest: Int)? {
    let span = spans[index]
    guard known(span.tokens) == 0, tokens.is(rest.first, .capitalized) else { return nil }
    if span.type == NameSpan.person {
      if rest.count == 1 { return (ownerType(reading(owner)) ?? employerType(owner)).map { ($0, NameSpan.person) } }
      guard tokens.profile[rest.first].given > 0 || tokens.profile[rest.last].surname > 0 else { return nil }
      let isPerson = owner.count == 1 && tokens.profile[owner.first].given > tokens.profile[owner.first].surname
      return (ownerType(reading(owner)) ?? (isPerson ? NameSpan.person : NameSpan.organization), NameSpan.person)
    }
    guard rest.count == 1, owner.count == 1, isUnheard(rest.first), !tokens.has(rest.first, anyOf: NameConventions.noNameParts),
      !matches.matches(at: owner.first).contains(where: { matches.end($0) > owner.end })
    else { return nil }
    let word = tokens.lexeme[owner.first]
    let near = max(0, index - NameConventions.nearSpans)..<min(spans.count, index + NameConventions.nearSpans)
    guard
      let other = near.first(where: {
        $0 != index && spans[$0].type == NameSpan.organization && tokens.lexeme[spans[$0].tokens.first] == word
      })
    else { return nil }
    return (spans[other].type, NameSpan.other)
  }

  /// Other names are looked for among so many before and behind.
  private static let nearSpans = 128

  /// What somebody is who has a country: "Ceaușescu’s Romania".
  private func ruler(_ owner: TokenRange) -> Int? {
    ownerType(reading(owner)) ?? (known(owner) & GazetteerClass.maybePlaceMask == 0 ? NameSpan.person : nil)
  }

  // MARK: Affiliations

  /// "Ana Ruiz of Calder Group" is a person and an organization.
  ///
  /// - Complexity: O(spans).
  func affiliations(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for first in spans.stretches {
      for index in spans.numbers(from: first, where: { Bit.less(2, $0.pointee.tokens.count) & $0.pointee.isType(NameSpan.organization) }) {
        let whole = spans[index].tokens
        if let and = pairMark(whole) {
          added.append(NameSpan(TokenRange(whole.first, and), NameSpan.organization, by: .affiliation))
          spans[index].tokens = TokenRange(and + 1, Int(whole.end))
          spans[index].rule = .affiliation
          continue
        }
        guard whole.count > 3,
          let of = (whole.first + 2...whole.first + 3).first(where: { tokens.has($0, .prepOf) && tokens.is($0, .lowercase) }),
          of < whole.last, tokens.is(of + 1, .capitalized)
        else { continue }
        let person = TokenRange(whole.first, of)
        guard isFullName(person), known(whole) == 0, !matches.matches(at: whole.first).contains(where: { matches.end($0) > of }) else {
          continue
        }
        added.append(NameSpan(person, NameSpan.person, by: .affiliation))
        spans[index].tokens = TokenRange(of + 1, Int(whole.end))
        spans[index].rule = .affiliation
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  // MARK: Officers

  /// "Kisumu Governor Prof Anyang Nyong’o": whoever stands behind a role inside a name that the model takes for an organization or a thing; what
  /// stands before the role is a name of its own where the tables know it.
  ///
  /// - Complexity: O(spans).
  func officers(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for first in spans.stretches {
      for index in spans.numbers(
        from: first,
        where: { Bit.less(2, $0.pointee.tokens.count) & ($0.pointee.isType(NameSpan.organization) | $0.pointee.isType(NameSpan.other)) })
      {
        let whole = spans[index].tokens
        guard known(whole) == 0, let role = (whole.first + 1..<whole.last).last(where: { tokens.has($0, anyOf: NameConventions.offices) }),
          whole.last - role <= NameConventions.longestPerson
        else { continue }
        let person = TokenRange(role + 1, Int(whole.end))
        guard
          person.count > 1,
          tokens.has(role, .title) || tokens.profile[person.first].given > 1
            || tokens.is(person.first, .initial) && tokens.profile[person.last].surname > 0,
          person.indices.allSatisfy({ tokens.is($0, .capitalized) && !tokens.has($0, anyOf: NameConventions.noNameParts) })
        else { continue }
        var first = role
        while first > whole.first, tokens.has(first - 1, anyOf: NameConventions.offices) { first -= 1 }
        let front = TokenRange(whole.first, first)
        if !front.isEmpty, let type = ownerType(reading(front)) { added.append(NameSpan(front, type, by: .officer)) }
        spans[index] = NameSpan(person, NameSpan.person, by: .officer, margin: spans[index].margin)
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  // MARK: Who is where

  /// "In Vienna Jannik Sinner won": a town that the tables know, behind a preposition, is no part of the name behind it.
  ///
  /// - Complexity: O(spans).
  func travellers(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for index in spans.indices where spans[index].tokens.count > 2 && spans[index].type != NameSpan.other {
      let whole = spans[index].tokens
      let before = whole.first - 1
      guard before >= 0, tokens.has(before, .prepIn), tokens.sentence[before] == tokens.sentence[whole.first], known(whole) == 0 else {
        continue
      }
      guard let town = matches.matches(at: whole.first).last(where: { matches.end($0) < whole.end - 1 }),
        classes[town].proposed & GazetteerClass.placeMask != 0
      else { continue }
      let place = matches.range(town)
      let person = TokenRange(Int(place.end), Int(whole.end))
      guard person.count <= NameConventions.longestPerson, tokens.profile[person.first].given > 0,
        tokens.profile[place.first].given == 0 || classes[town].proposed & GazetteerClass.notablePlaceMask != 0,
        person.indices.allSatisfy({ tokens.is($0, .capitalized) && !tokens.has($0, anyOf: NameConventions.noNameParts) })
      else { continue }
      added.append(NameSpan(place, NameSpan.place, by: .affiliation))
      spans[index] = NameSpan(person, NameSpan.person, by: .affiliation, margin: spans[index].margin)
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  private static let offices = WordClassSet(.title, .role)
  /// No person's name in such a span is longer.
  private static let longestPerson = 4

  /// The "and" between two organizations that the tables know, but not together: "Avendus and Axis Capital".
  private func pairMark(_ whole: TokenRange) -> Int? {
    guard let and = (whole.first + 1..<whole.last).first(where: { tokens.has($0, .andWord) && tokens.is($0, .lowercase) }),
      known(whole) == 0
    else { return nil }
    let (one, other) = (reading(TokenRange(whole.first, and)), reading(TokenRange(and + 1, Int(whole.end))))
    if isPairOfHeads(whole, and) { return and }
    // Of one of them the tables may only say that it may be one.
    guard (one.proposed | other.proposed) & GazetteerClass.organizationMask != 0 else { return nil }
    return one.all & GazetteerClass.maybeOrganizationMask != 0 && other.all & GazetteerClass.maybeOrganizationMask != 0 ? and : nil
  }

  /// "Iluka Resources and Vital Metals": two firms that nobody knows, each of two words or more; "National Archives and Records Service" is one.
  private func isPairOfHeads(_ whole: TokenRange, _ and: Int) -> Bool {
    let (one, other) = (TokenRange(whole.first, and), TokenRange(and + 1, Int(whole.end)))
    guard one.count == 2, other.count >= 2, tokens.has(one.last, .orgHead) || tokens.has(one.last, .mediaHead),
      tokens.is(one.last, .capitalized), tokens.is(other.first, .capitalized),
      !whole.indices.contains(where: { tokens.has($0, .prepOf) || tokens.has($0, .prepFor) || tokens.is($0, .possessive) })
    else { return false }
    // The first words are names or other firms' words, not what one office looks after.
    return tokens.profile[one.first].risk < 0 && (tokens.profile[other.first].risk < 0 || tokens.has(other.last, .orgHead))
      && tokens.profile[one.last].risk >= -20
  }

  /// A given name and what may be a surname: no words that other names are made of.
  private func isFullName(_ range: TokenRange) -> Bool {
    let (first, last) = (tokens.profile[range.first], tokens.profile[range.last])
    return first.given > 0 && first.risk < 0 && (last.surname > 0 || last.risk < 0) && known(range) & GazetteerClass.organizationMask == 0
      && range.indices.allSatisfy { tokens.is($0, .capitalized) && !tokens.has($0, anyOf: NameConventions.noNameParts) }
  }

  static let noNameParts = WordClassSet(
    .closed, .title, .role, .orgHead, .placeHead, .eventHead, .lawHead, .teamHead, .mediaHead, .productHead, .demonymWord, .direction)

  /// What an owner is that the tables know; nil for those whose names often open longer ones ("King’s College").
  private func ownerType(_ classes: MatchClasses) -> Int? {
    if classes.proposed & GazetteerClass.notablePlaceMask != 0 || classes.proposed & GazetteerClass.stateMask != 0 { return NameSpan.place }
    return classes.proposed != 0 && classes.all & ~GazetteerClass.organizationMask == 0 ? NameSpan.organization : nil
  }

  /// What the owner of a person may be: an organization, even one whose name is an ordinary word.
  private func employerType(_ owner: TokenRange) -> Int? {
    let classes = known(owner)
    return classes != 0 && classes & ~GazetteerClass.maybeOrganizationMask == 0 ? NameSpan.organization : nil
  }
}
