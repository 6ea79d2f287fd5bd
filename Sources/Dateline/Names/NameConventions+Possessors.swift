extension NameConventions {
  // MARK: Possessors

  /// "Fed’s Waller" is who speaks for the bank. "Samsung’s Galaxy Store" is a firm and what it has, unless the tables know all of it as one name; so is "Norway’s Seafarers’ Union".
  ///
  /// - Complexity: O(tokens).
  func possessors(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for index in spans.indices where spans[index].tokens.count > 2 {
      // Texts disagree on "Lahore’s Model Town": it stays one place.
      if spans[index].type == NameSpan.place { continue }
      let whole = spans[index].tokens
      guard let mark = (whole.first + 1..<whole.last).first(where: { tokens.is($0, .possessive) }) else { continue }
      let owner = TokenRange(whole.first, mark)
      let rest = TokenRange(mark + 1, Int(whole.end))
      let isPerson = spans[index].type == NameSpan.person
      guard let type = ownerType(reading(owner)) ?? (isPerson ? employerType(owner) : nil), known(whole) == 0,
        rest.count > 1 || isPerson || spans[index].type == NameSpan.other,
        tokens.is(rest.first, .capitalized),
        !matches.matches(at: whole.first).contains(where: { matches.end($0) > mark })
      else { continue }
      added.append(NameSpan(owner, type, by: .possessor))
      spans[index].tokens = rest
      spans[index].rule = .possessor
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

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
