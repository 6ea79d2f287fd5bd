extension QuoteScene {
  /// Whether the finite verb at `verb` has who, which or that for its subject.
  func isOfRelativeClause(_ verb: Int, _ low: Int) -> Bool {
    let edge = verbGroupEdge(verb, low)
    return edge > low && (tag(edge - 1) == .wp || tag(edge - 1) == .wdt)
  }

  /// "the minister, who said": from the antecedent through the pronoun, which belongs to the speaker's span; nil when the subject is no
  /// relative pronoun.
  func relativeSubject(_ subject: SpeakerSpan, _ low: Int) -> SpeakerSpan? {
    guard tag(subject.start) == .wp || tag(subject.start) == .wdt else { return nil }
    var before = subject.start
    if before > low, marks[before - 1] == .comma { before -= 1 }
    guard var antecedent = groupOnTheLeft(before, low) else { return nil }
    if tag(subject.start) == .wp, antecedent.head < before - 1, let person = personOnTheLeft(before, low) { antecedent = person }
    return SpeakerSpan(antecedent.start, subject.end, head: antecedent.head, "speaker.relative")
  }

  /// "studied in Paris with **Nadia Ruiz**, who": the person named right before `index`; nil where it is somebody or something else, and in
  /// "the brother of Nadia Ruiz, who".
  private func personOnTheLeft(_ index: Int, _ low: Int) -> SpeakerSpan? {
    guard let mention = mention(at: index - 1), layers.type(ofMention: mention) == .person else { return nil }
    let first = max(low, layers.mentions[mention].tokens.first)
    if first > low, tokens.has(first - 1, anyOf: QuoteScene.owning) { return nil }
    return SpeakerSpan(first, index, head: index - 1, "speaker.relative")
  }

  private static let owning = WordClassSet(.prepOf, .prepFor)

  /// "**The man** who found the body said": the antecedent of a relative clause without commas that ends where the cue's verb group starts at
  /// `edge`. Nil when none ends there, and when what stands right before the cue may well be who speaks ("the man who thinks the mayor said").
  func describedSubject(_ edge: Int, touching: SpeakerSpan?, _ low: Int) -> SpeakerSpan? {
    if let touching, words.isSubject(lexeme(touching.head)) || nounKind(touching.head).isActor && isReported(touching.start, low) {
      return nil
    }
    guard var found = antecedent(before: edge, low) else { return nil }
    // "a man who lives in a house that burned"
    for _ in 0..<QuoteScene.deepestRelative {
      guard let outer = antecedent(before: found.start, low) else { break }
      found = outer
    }
    return SpeakerSpan(found.start, edge, head: found.head, "speaker.described")
  }

  /// No more relative clauses are looked through.
  private static let deepestRelative = 2
  /// No relative clause is longer than this many tokens.
  private static let longestRelative = 20

  /// Whether a verb of speech or thought stands before `start`, so that a clause of its own begins there.
  @inline(__always)
  private func isReported(_ start: Int, _ low: Int) -> Bool {
    var before = start - 1
    if before > low, lexeme(before) == words.that { before -= 1 }
    return before >= low && tag(before).isVerb && verbCue(before) >= 0
  }

  /// The noun group right before the who, which or that whose clause, with a finite verb and no comma in it, ends before `edge`.
  func antecedent(before edge: Int, _ low: Int) -> SpeakerSpan? {
    var hasVerb = false
    var index = edge - 1
    let limit = max(low, edge - QuoteScene.longestRelative)
    while index > limit {
      guard marks[index] == .word || marks[index] == .other, tag(index) != .wrb else { return nil }
      // "the officer that led": behind a noun and before a verb it is no conjunction, whatever its tag.
      let isThat = lexeme(index) == words.that && tag(index - 1).isNoun && isFinite(index + 1)
      guard isThat || !tokens.has(index, .subordinator) else { return nil }
      if isThat || tag(index) == .wp || tag(index) == .wdt || tag(index) == .wps {
        guard hasVerb, let group = groupOnTheLeft(index, low), group.end == index, marks[index - 1] == .word else { return nil }
        return group
      }
      hasVerb = hasVerb || isFinite(index)
      index -= 1
    }
    return nil
  }
}
