/// Whose words or view something is, said without a verb: "in the words of Lee", "in her view", "by his own account", "to the union".
extension QuoteScene {
  private static let leading = WordClassSet(.prepIn, .prepBy, .prepFrom)

  /// Whether the noun at `cue` may be that of "in her view", "in the words of".
  func isViewpoint(_ cue: Int) -> Bool {
    let entry = tag(cue).isNoun ? nounCue(cue) : -1
    guard entry >= 0, table.flags(entry).contains(.viewpoint) else { return false }
    // "in a word"
    return lemma(cue) != words.word || lexeme(cue) == words.wordsWord
  }

  /// Whether the noun at `cue` is that of "in the words of", "in the opinion of".
  func isInTheWords(_ cue: Int) -> Bool {
    cue > 1 && cue + 1 < count && lexeme(cue + 1) == words.of && tokens.has(cue - 1, .articleThe) && leads(cue - 2) && isViewpoint(cue)
  }

  /// Whose words they are in "In **the mayor’s** words, …" and "…, in **her** view", the noun at `cue`; nil for no such phrase between commas, and
  /// for who writes ("in our view").
  func ownerOfWords(_ cue: Int) -> SpeakerSpan? {
    guard cue + 1 < count, marks[cue + 1] != .word, isViewpoint(cue), let group = phrases.noun(at: cue),
      Int(phrases.nouns.head[group]) == cue
    else { return nil }
    var start = Int(phrases.nouns.start[group])
    let possessive = Int(phrases.nouns.possessive[group])
    if tag(start) == .prps {
      guard start > 0, leads(start - 1), isSetOff(start - 1), !setting(start).contains(.own) else { return nil }
      return SpeakerSpan(start, start + 1, head: start, "speaker.possessor")
    }
    guard possessive > start, possessive < cue else { return nil }
    // "in the words": the group may begin in front of the possessor's own.
    while start > 0, cue - start < QuoteScene.longestOwner, !leads(start - 1), let outer = phrases.noun(endingAt: start - 1) {
      start = Int(phrases.nouns.start[outer])
    }
    guard start > 0, leads(start - 1), isSetOff(start - 1) else { return nil }
    return SpeakerSpan(start, possessive, head: possessive - 1, "speaker.possessor")
  }

  /// Whether somebody is named whose view the noun at `cue` may be: not "in the eyes of the law". Words are also those of songs and signs.
  func mayThink(_ head: Int, _ cue: Int) -> Bool {
    if lemma(cue) == words.word || tag(head) == .prps { return true }
    switch nounKind(head) {
    case .none, .thing, .time, .number, .determiner, .other, .cueNoun, .document, .singular: return false
    default: return true
    }
  }

  /// In, by, from and to.
  private func leads(_ token: Int) -> Bool { tokens.has(token, anyOf: QuoteScene.leading) || lexeme(token) == words.to }

  /// Whether a sentence begins at the token, or a comma or a mark stands before.
  private func isSetOff(_ token: Int) -> Bool { token == 0 || tokens.is(token, .sentenceStart) || marks[token - 1] != .word }

  /// Whether "she said," stands right behind the comma at `comma`: another one's report around which the view stands.
  func isInsertedReport(_ comma: Int, _ limit: Int) -> Bool {
    guard attributionFollows(comma + 1) else { return false }
    var end = comma + 2
    let stop = min(limit, comma + QuoteScene.longestInsertedReport)
    while end < stop, marks[end] == .word { end += 1 }
    return end < stop && marks[end] == .comma && tag(end - 1).isVerb
  }

  /// "For **Lee**, it comes down to this: “…”": whose view a sentence tells whose subject is no one; nil where it does not say.
  func whose(_ start: Int, _ end: Int) -> SpeakerSpan? {
    guard tokens.has(start, .prepFor) || lexeme(start) == words.to, let found = source(from: start + 1, end), found.end < end,
      marks[found.end] == .comma, nounKind(found.head).isActor
    else { return nil }
    return found.named("speaker.viewpoint")
  }

  /// Where the clause begins that holds the token: behind the last colon or semicolon.
  func lastClause(before token: Int, from low: Int) -> Int {
    var start = token
    while start > low, segmentOf[start - 1] >= 0 || marks[start - 1] != .colon && marks[start - 1] != .semicolon { start -= 1 }
    return start
  }

  /// Where a clause of contrast begins behind a comma or a dash (", although"); `limit` where none does.
  func contrast(_ start: Int, _ limit: Int) -> Int {
    var token = start + 1
    while token < limit {
      if marks[token - 1] == .comma || marks[token - 1] == .dash, segmentOf[token] < 0, setting(token).contains(.contrast) {
        return token - 1
      }
      token += 1
    }
    return limit
  }

  private static var longestInsertedReport: Int { 8 }
  private static var longestOwner: Int { 20 }
}

/// Views that only a preposition introduces: "To the union, the road is a trap."
///
/// - Complexity: O(sentences) and the bounded look-ahead of those that begin with "to".
struct ViewpointFinder {
  let scene: QuoteScene
  /// How often such a sentence says what they think.
  private static let precision: Float = 0.6
  /// The tokens among which the verb must stand.
  private static let reach = 25

  /// Adds the views of an article to the candidates.
  static func run(_ scene: QuoteScene, _ columns: inout QuoteColumns) {
    let finder = ViewpointFinder(scene: scene)
    let sentences = scene.layers.sentences
    for number in sentences.indices {
      let range = sentences[number].tokens
      var first = range.first
      // "But to the union, …"
      if scene.tag(first) == .cc { first += 1 }
      guard first < Int(range.end), scene.lexeme(first) == scene.words.to, let found = finder.view(first, Int(range.end)) else { continue }
      columns.insert(found)
    }
  }

  /// What those think whom the "to" at the sentence's start names; nil where they are no people, or where something else is told.
  private func view(_ start: Int, _ end: Int) -> QuoteCandidate? {
    guard scene.segmentOf[start] < 0, let speaker = scene.source(from: start + 1, end), thinks(speaker.head), speaker.end + 2 < end,
      scene.mark(speaker.end) == .comma, scene.clauseStarts(speaker.end + 1, end), isJudged(speaker.end + 1, end)
    else { return nil }
    let content = TokenRange(speaker.end + 1, scene.trimmed(speaker.end + 1, end))
    guard !content.isEmpty else { return nil }
    var found = QuoteCandidate(
      fragments: .init(content), cue: start, entry: -1, frame: ComplementFrame.Key(.according), speaker: speaker.named("speaker.viewpoint"),
      earlierSay: -1)
    found.probability = ViewpointFinder.precision
    return found
  }

  /// Whether the head is somebody.
  private func thinks(_ head: Int) -> Bool {
    switch scene.nounKind(head) {
    case .heShe, .they, .person, .organization, .group, .collective, .source, .role: true
    default: false
    }
  }

  /// Whether the first verb from `start` on says what something is or seems.
  private func isJudged(_ start: Int, _ end: Int) -> Bool {
    for token in start..<min(end, start + ViewpointFinder.reach) where scene.isFinite(token) {
      return scene.lemma(token) == scene.words.be || scene.table.setting(scene.lemma(token)).contains(.seeming)
    }
    return false
  }
}
