extension NameConventions {
  // MARK: Words that open a sentence

  /// "Unite said that …", "Delta’s chief executive …": a word that opens a sentence and that the tables know as an organization is one where it
  /// speaks or where somebody holds an office in it, though it is an ordinary word, too. "Wolves have signed …" beside other clubs is a club.
  ///
  /// - Complexity: O(tokens / 64 + sentences).
  func openings(_ spans: inout [NameSpan], clubs isAboutClubs: Bool) {
    var added: [NameSpan] = []
    for word in 0..<TokenSet.wordCount(tokens.count) {
      var found = unnamed.bits(word)
      if found == 0 { continue }
      found &= TokenFlags.capitalized.tokens(word, of: tokens) & TokenFlags.sentenceStart.tokens(word, of: tokens)
      while found != 0 {
        let token = word * 64 + found.trailingZeroBitCount
        found &= found - 1
        guard let name = opening(token, isAboutClubs) else { continue }
        let at = firstSpan(endingAfter: name.start, spans)
        if at == spans.count || spans[at].tokens.start >= name.end {
          added.append(NameSpan(name, NameSpan.organization, by: .opening))
        }
      }
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// The longest name of an organization that starts with the sentence and has or does what only organizations and people do.
  @inline(__always)
  private func opening(_ token: Int, _ isAboutClubs: Bool) -> TokenRange? {
    guard lines[Int(tokens.sentence[token])] == .running, !tokens.has(token, anyOf: NameConventions.noOpenings) else { return nil }
    let isWord = tokens.tag[token] == .nns || tokens.has(token, .demonymWord)
    var name: TokenRange?
    for match in matches.matches(at: token) where classes[match].all & GazetteerClass.maybeOrganizationMask != 0 {
      let range = matches.range(match)
      let isClub = isAboutClubs && classes[match].all & GazetteerClass.clubMask != 0 && isBusy(Int(range.end))
      // A town of its name must not speak; its mayor is the town's, too.
      let isNamed =
        !isWord && classes[match].all & ~GazetteerClass.maybeOrganizationMask == 0
        && (isSpeaking(Int(range.end)) || isStaffed(Int(range.end)))
      guard isClub || isNamed, range.indices.allSatisfy({ tokens.is($0, .anyCapital) }) else { continue }
      name = range
    }
    return name ?? body(token)
  }

  /// No body's name that opens a sentence is longer than this many words.
  private static let longestBody = 5

  /// "Industry Ministry figures show": capitals that open a sentence and end with an organization's noun, where the model sees none of them.
  private func body(_ first: Int) -> TokenRange? {
    var end = first
    while end < tokens.count, end - first < NameConventions.longestBody, unnamed.contains(end), tokens.is(end, .capitalized),
      tokens.sentence[end] == tokens.sentence[first], !tokens.has(end, .closed)
    {
      end += 1
    }
    // "Great School!" names nothing.
    guard end - first > 1, tokens.has(end - 1, .orgHead), end < tokens.count, tokens.is(end, .lowercase), !tokens.tag[first].isAdjective,
      !tokens.has(first, anyOf: NameConventions.roleWords), !tokens.tag[first].isVerb, !tokens.has(first, .orgHead)
    else { return nil }
    return TokenRange(first, end)
  }

  private static let roleWords = WordClassSet(.role, .title, .closed, .determiner, .demonymWord)

  /// A verb of speech, with or without its auxiliary.
  private func isSpeaking(_ token: Int) -> Bool {
    guard token + 1 < tokens.count else { return false }
    // "said" may be taken for a participle.
    if tokens.has(token, .speechVerb) { return tokens.is(token, .lowercase) && NameConventions.finite.contains(tokens.tag[token]) }
    return tokens.has(token, .auxiliary) && tokens.has(token + 1, .speechVerb)
  }

  /// "’s chief executive".
  private func isStaffed(_ token: Int) -> Bool {
    guard token + 2 < tokens.count, tokens.is(token, .possessive), tokens.is(token + 1, .lowercase) else { return false }
    let role = tokens.has(token + 1, .role) || nouns.isKind(.firm, tokens.lexeme[token + 1]) ? token + 1 : token + 2
    return tokens.is(role, .lowercase) && (tokens.has(role, .role) || nouns.isKind(.firm, tokens.lexeme[role]))
      && (role == token + 1 || tokens.tag[token + 1].isAdjective || tokens.tag[token + 1] == .nn)
  }

  /// A finite verb or an auxiliary.
  private func isBusy(_ token: Int) -> Bool {
    guard token < tokens.count, tokens.is(token, .lowercase) else { return false }
    return tokens.tag[token] == .vbd || tokens.tag[token] == .vbz || tokens.tag[token] == .md || tokens.has(token, .auxiliary)
  }

  private static let finite: [Tag] = [.vbd, .vbn, .vbz]

  private static let noOpenings = WordClassSet(
    .closed, .month, .weekday, .title, .pronoun, .articleThe, .direction, .countryWord)
}
