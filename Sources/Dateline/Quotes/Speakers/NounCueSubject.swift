extension QuoteScene {
  /// Whose claim, plan or hope it is: the possessor in the noun's own group, else the subject of the verb before the group.
  func nounCueSubject(_ noun: Int, from low: Int) -> SpeakerSpan? {
    guard let group = phrases.noun(at: noun) else { return subject(of: noun, from: low) }
    let start = max(low, Int(phrases.nouns.start[group]))
    let possessive = Int(phrases.nouns.possessive[group])
    if possessive > start, possessive < noun {
      return SpeakerSpan(start, possessive, head: possessive - 1, "speaker.possessor")
    }
    // "There were warnings from police that": whoever they come from.
    if noun + 2 < count, tokens.has(noun + 1, .prepFrom) || lexeme(noun + 1) == words.by, tag(noun + 1) == .in,
      case let end = groupEnd(noun + 2, count), end > noun + 2
    {
      return SpeakerSpan(noun + 2, end, head: headOfGroup(noun + 2, end), "speaker.noun")
    }
    if tag(start) == .prps, start < noun { return SpeakerSpan(start, start + 1, head: start, "speaker.possessor") }
    var before = start - 1
    if before > low, tag(before) == .in { before -= 1 }
    if before >= low, tag(before).isVerb { return subject(of: before, from: low)?.named("speaker.noun") }
    return clauseSubject(before: start, low)
  }

  /// Whether the noun’s own group says whose it is: "Moe’s claim", "her claim".
  func isOwned(_ noun: Int) -> Bool {
    guard let group = phrases.noun(at: noun) else { return false }
    let start = Int(phrases.nouns.start[group])
    let possessive = Int(phrases.nouns.possessive[group])
    return start < noun && (possessive > start && possessive < noun || tag(start) == .prps)
  }

  /// Who is sure, worried or critical: the subject of the verb of being before the adjective.
  func adjectiveCueSubject(_ adjective: Int, from low: Int) -> SpeakerSpan? {
    var edge = adjective
    while edge > low, tag(edge - 1).isAdverb || tag(edge - 1).isAdjective || tag(edge - 1) == .cc { edge -= 1 }
    guard edge > low, tag(edge - 1).isVerb else { return clauseSubject(before: adjective, low) }
    return subject(of: edge - 1, from: low)
  }
}
