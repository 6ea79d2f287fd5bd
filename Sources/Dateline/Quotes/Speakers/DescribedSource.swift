extension QuoteScene {
  /// "one of them": the count with the pronoun, where one stands before it.
  func someOf(_ pronoun: Int, _ low: Int) -> SpeakerSpan? {
    guard pronoun - 2 >= low, tokens.has(pronoun - 1, .prepOf), tag(pronoun - 2) != .wdt, let group = phrases.noun(endingAt: pronoun - 2)
    else { return nil }
    return SpeakerSpan(
      max(low, Int(phrases.nouns.start[group])), pronoun + 1, head: Int(phrases.nouns.head[group]), "speaker.subject")
  }

  /// The people whom a participle or an adjective before the preposition at `preposition` describes: "**people** briefed on", "**two sources**
  /// close to". Nil where the words tell what somebody did: names and pronouns are not described that way.
  func describedOwner(of preposition: Int, _ low: Int) -> SpeakerSpan? {
    guard setting(preposition).contains(.subjectLink), preposition - 2 >= low else { return nil }
    var word = preposition - 1
    // "close" may look like a verb; so does what others do, but not sources.
    let isVerb = tag(word) == .vbp
    guard tag(word) == .vbn || tag(word) == .vbd || tag(word).isAdjective || isVerb else { return nil }
    // "not involved in"
    while word - 1 > low, tag(word - 1).isAdverb { word -= 1 }
    let group = phrases.noun(endingAt: word - 1) ?? ownGroup(word)
    guard let group, Int(phrases.nouns.start[group]) >= low else { return nil }
    let head = min(word - 1, Int(phrases.nouns.head[group]))
    guard tag(head) == .nns || tag(head) == .nn, mention(at: head).map({ layers.mentions[$0].form != .name }) ?? true else { return nil }
    let mustBeSource = isVerb || tokens.has(preposition, .prepOf) && tag(head) == .nn
    guard mustBeSource || tag(head) != .nns else {
      return SpeakerSpan(Int(phrases.nouns.start[group]), preposition, head: head, "speaker.subject")
    }
    guard tokens.has(head, anyOf: mustBeSource ? QuoteScene.source : QuoteScene.describable) else { return nil }
    return SpeakerSpan(Int(phrases.nouns.start[group]), preposition, head: head, "speaker.subject")
  }

  /// "seized on **the words**, which", "relied on **the mayor**, who": the relative clause tells of the last words, so that the ones before are no
  /// description of a source.
  func isToldOf(_ span: SpeakerSpan) -> Bool {
    var next = span.end
    if next < count, marks[next] == .comma { next += 1 }
    guard next < count, tag(next) == .wp || tag(next) == .wdt else { return false }
    return lexeme(next) != words.who || nounKind(span.head).isActor
  }

  /// The group that takes in the adjective behind its noun.
  private func ownGroup(_ adjective: Int) -> Int? {
    guard let group = phrases.noun(at: adjective), Int(phrases.nouns.start[group]) < adjective, tag(adjective - 1).isNoun else {
      return nil
    }
    return group
  }

  /// "the attorney general of" is no attorney whom something describes.
  private static let source = WordClassSet(.anonymousSource)
  private static let describable = WordClassSet(.anonymousSource, .collectiveSource, .role, .title, .kin)
}
