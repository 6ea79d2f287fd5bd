extension NameConventions {
  // MARK: Headlines

  /// "TESLA RECALLS TRUCKS IN TEXAS", "Samsung Unveils Phone": where every word has a capital, a name that is no other word and that the tables know
  /// by one type only is one, and a name ends before the verb.
  ///
  /// - Complexity: O(sentences + matches).
  func headlines(_ spans: inout [NameSpan]) {
    guard lines.elements.contains(where: { $0 != .running }) else { return }
    cutHeadlines(&spans)
    var added: [NameSpan] = []
    for match in 0..<matches.count {
      let range = matches.range(match)
      guard lines[Int(tokens.sentence[range.first])] != .running, (added.last?.tokens.end ?? 0) <= range.start,
        let type = headlineType(range, classes[match])
      else { continue }
      let at = firstSpan(endingAfter: range.start, spans)
      if at == spans.count || spans[at].tokens.start >= range.end { added.append(NameSpan(range, type, by: .headline)) }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// What the tables know a word, or several, of a headline as, if that leaves no doubt.
  private func headlineType(_ range: TokenRange, _ classes: MatchClasses) -> Int? {
    guard classes.proposed != 0, range.indices.contains(where: { isRareWord($0) }), tokens.is(range.first, .anyCapital),
      tokens.is(range.last, .anyCapital)
    else { return nil }
    let place = GazetteerClass.stateMask | GazetteerClass.townMask | GazetteerClass.subdivisionMask
    if classes.proposed & place != 0, classes.all & ~GazetteerClass.maybePlaceMask == 0 { return NameSpan.place }
    if classes.all & ~GazetteerClass.organizationMask == 0 { return isNameOnly(range) ? NameSpan.organization : nil }
    let person = GazetteerClass.personMask
    if classes.proposed & person != 0, classes.all & ~person == 0 { return NameSpan.person }
    return classes.all & ~GazetteerClass.productMask == 0 && range.count > 1 ? NameSpan.other : nil
  }

  /// A word that is hardly ever written small.
  private func isRareWord(_ token: Int) -> Bool { tokens.profile[token].risk < -10 }

  /// No word of it is a name of people, if it is one word.
  private func isNameOnly(_ range: TokenRange) -> Bool {
    range.count > 1 || tokens.profile[range.first].given == 0 && tokens.profile[range.first].surname == 0
  }

  /// "Ghana Police Arrest Man For Stealing Cable": a name in a headline that the tables do not know ends before a function word or a verb that is
  /// nothing else.
  private func cutHeadlines(_ spans: inout [NameSpan]) {
    for index in spans.indices where spans[index].tokens.count > 2 && lines[Int(tokens.sentence[spans[index].tokens.first])] != .running {
      let range = spans[index].tokens
      guard known(range) == 0, let end = (range.first + 1..<Int(range.end)).first(where: { endsHeadline($0) }) else { continue }
      let front = TokenRange(range.first, end)
      let isPerson = spans[index].type == NameSpan.person && front.count <= 3
      guard isPerson || known(front) != 0 || tokens.has(end - 1, .orgHead) else { continue }
      spans[index].tokens = front
      spans[index].rule = .headline
    }
  }

  private func endsHeadline(_ token: Int) -> Bool {
    if tokens.has(token, .closed) {
      return !tokens.has(token, anyOf: NameConventions.insideNames) && !tokens.has(token, .particle) && tokens.tag[token] != .pos
    }
    let profile = tokens.profile[token]
    guard profile.risk > 0, profile.surname == 0 || tokens.has(token - 1, .nameSuffix) else { return false }
    if profile.tags & NameConventions.verbTags != 0, profile.tags & NameConventions.nounTags == 0 { return true }
    // "Ghana Police Arrest", "Marcos Jr. Sacks".
    return profile.tags & NameConventions.verbTags != 0 && tokens.has(token - 1, anyOf: NameConventions.enders)
  }

  private static let insideNames = WordClassSet(.prepOf, .andWord, .articleThe, .prepFor)
  private static let enders = WordClassSet(.orgHead, .nameSuffix)
  private static let verbTags: UInt64 = [Tag.vbz, .vbd, .vb, .vbp].reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  private static let nounTags: UInt64 = [Tag.nn, .nns, .nnp, .nnps, .jj].reduce(0) { $0 | 1 << UInt64($1.rawValue) }
}
