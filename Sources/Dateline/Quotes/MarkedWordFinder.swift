/// Says of the words between marks that are no speech what they are.
///
/// - Complexity: O(segments): each looks at a fixed number of tokens around it.
struct MarkedWordFinder {
  let scene: QuoteScene

  /// How far before the mark the word may stand that says what the marked words are: "his paper on worms, “…”".
  private static let reach = 5
  /// Longer words between marks are no term.
  private static let longestTerm = 6
  private static let longestNickname = 3

  /// All marked words that stand in no quotation, and those in quotations of which something beside them says what they are, in text order.
  func find(besides said: TokenSet, nested: Column<QuotedSegment>) -> [MarkedWords] {
    var found: [MarkedWords] = []
    for segment in scene.segments where !segment.isDirect { add(segment, said, to: &found) }
    if nested.count > 0 {
      for number in 0..<nested.count where !scene.nested.contains(nested[number].start) { add(nested[number], said, to: &found) }
      found.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }
    return found
  }

  private func add(_ segment: QuotedSegment, _ said: TokenSet, to found: inout [MarkedWords]) {
    guard let kind = named(segment) ?? (said.contains(segment.start) ? nil : called(segment) ?? unnamed(segment)) else { return }
    let words = TokenRange(segment.start, scene.trimmed(segment.start, segment.end))
    if !words.isEmpty { found.append(MarkedWords(kind: kind, span: scene.tokens.span(words))) }
  }

  /// What the noun before the mark says it is: "the novel “…”", "the slogan “…”", "the word “…”"; a nickname where it stands in a name; nil where
  /// nothing does.
  func named(_ segment: QuotedSegment) -> MarkedWords.Kind? {
    if isInName(segment) { return .nickname }
    var token = segment.open - 1
    let low = max(0, segment.open - MarkedWordFinder.reach)
    // "signs reading “…”"
    let bears = token >= 0 && scene.tag(token).isVerb && scene.table.setting(scene.lemma(token)).contains(.bearing)
    if bears { token -= 1 }
    while token >= low, !scene.startsParagraph(token + 1), scene.segmentOf[token] < 0, !scene.tag(token).isVerb {
      guard scene.mark(token) == .word || scene.mark(token) == .comma && token == segment.open - 1 else { return nil }
      if scene.tag(token).isNoun {
        let setting = scene.table.setting(scene.lemma(token))
        if !bears, setting.contains(.workNoun), segment.isTitle || isTitled(segment, isBeside: token == segment.open - 1) { return .title }
        if setting.contains(.sloganNoun) { return .slogan }
        if !bears, setting.contains(.termWord), token == segment.open - 1, segment.words <= MarkedWordFinder.longestTerm { return .term }
      }
      token -= 1
    }
    return nil
  }

  /// What the verb before the mark says it is: "dubbed “the Hammer”", "known to friends as “Luxe”", "which she called “Bigger Table”".
  private func called(_ segment: QuotedSegment) -> MarkedWords.Kind? {
    guard segment.open > 1, segment.words <= MarkedWordFinder.longestTerm else { return nil }
    var verb = segment.open - 1
    if scene.lexeme(verb) == scene.words.asWord {
      let low = max(0, verb - MarkedWordFinder.reach)
      while verb > low, !scene.isNaming(verb) { verb -= 1 }
    }
    guard scene.isNaming(verb) else { return nil }
    // "Known to friends as “Luxe”, Moe held …"
    if scene.tokens.is(verb, .sentenceStart) || scene.startsParagraph(verb) {
      let name = segment.after + 1
      return name < scene.count && scene.nameType(name) == .person ? .nickname : .term
    }
    let bearer = scene.isPassive(verb, from: max(0, verb - 3)) || scene.tag(verb) == .vbn
    guard bearer,
      let named = scene.phrases.noun(endingAt: scene.verbGroupEdge(verb, 0) - 1)
        ?? (scene.mark(verb - 1) == .comma ? scene.phrases.noun(endingAt: verb - 2) : nil)
    else { return .term }
    let kind = scene.nounKind(Int(scene.phrases.nouns.head[named]))
    return kind == .person || kind == .heShe ? .nickname : .term
  }

  /// What the words look like themselves.
  private func unnamed(_ segment: QuotedSegment) -> MarkedWords.Kind {
    segment.isTitle && segment.words > 1 ? .title : .scare
  }

  /// "Tony “The Hammer” Gale": part of a person’s name.
  @inline(__always)
  private func isInName(_ segment: QuotedSegment) -> Bool {
    guard let mention = scene.mention(at: segment.start) else { return standsBetweenNames(segment) }
    guard scene.layers.type(ofMention: mention) == .person else { return false }
    let name = scene.layers.mentions[mention].tokens
    return name.first < segment.open && Int(name.end) > segment.after
  }

  /// "Tony “The Hammer” Gale" where no name was found: a given name before the mark, a surname behind it.
  @inline(__always)
  private func standsBetweenNames(_ segment: QuotedSegment) -> Bool {
    let given = segment.open - 1
    let surname = segment.after
    guard given >= 0, segment.close >= 0, surname < scene.count, segment.words <= MarkedWordFinder.longestNickname,
      scene.tokens.sentence[given] == scene.tokens.sentence[surname]
    else { return false }
    return scene.tokens.isCapitalized(given) && scene.tokens.profile[given].given > 0 && scene.tokens.isCapitalized(surname)
      && scene.tokens.profile[surname].surname > 0 && !scene.tokens.has(surname, .closed)
  }

  /// Most words capitalised, though one of them may be a verb: "A Worm Eats Plastic"; one word only right behind the noun.
  private func isTitled(_ segment: QuotedSegment, isBeside: Bool) -> Bool {
    var capitals = 0
    var letters = 0
    for token in segment.start..<segment.end where scene.tokens.flags[token].contains(.hasLetter) {
      letters += 1
      if scene.tokens.isCapitalized(token) { capitals += 1 }
    }
    return letters > (isBeside ? 0 : 1) && capitals * 10 >= letters * 7
  }
}

extension QuoteScene {
  /// Whether the token is a verb that says what something is called: dub, call, known (as).
  func isNaming(_ token: Int) -> Bool {
    let setting = table.setting(lemma(token)).union(table.setting(lexeme(token)))
    return setting.contains(.termWord) && tag(token) != .nn && tag(token) != .nns
  }

  /// "The plant, dubbed “the Beast”, closed": what a participle without an agent calls something is nobody's speech.
  func isName(_ frame: ComplementFrame, of verb: Int, _ end: Int) -> Bool {
    guard verb > 0, tag(verb) == .vbn && isPassive(verb, from: max(0, verb - 3)) || marks[verb - 1] == .comma, frame.shape == .quote,
      isNaming(verb),
      segmentOf[frame.content] >= 0
    else { return false }
    let after = segments[Int(segmentOf[frame.content])].after
    return after >= count || lexeme(after) != words.by
  }
}
