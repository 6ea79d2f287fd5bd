/// What noun groups stand for, as far as it matters to "it" and "they". One an article; a class, since many functions are handed it.
final class Parties {
  let layers: ArticleLayers
  let tokens: TokenColumns
  let phrases: PhraseColumns
  let bytes: UnsafeBufferPointer<UInt8>
  /// For each token the mention by name that holds it, -1 for none.
  let mentionOf: UnsafePointer<Int32>
  /// For each token the entity of the pronoun or description whose last word it is, -1 for none.
  let referents: Column<Int32>

  init(_ layers: ArticleLayers, referents: Column<Int32>) {
    self.layers = layers
    tokens = layers.tokens
    phrases = layers.phrases
    bytes = layers.bytes
    mentionOf = layers.mentionOf
    self.referents = referents
  }

  enum Party: Equatable {
    case entity(Int32)
    /// Somebody, several, a thing that no mention covers.
    case person, several, thing
    /// A time, a relative pronoun, "there".
    case nothing
  }

  private static let people = WordClassSet(.role, .title, .kin, .maleNoun, .femaleNoun, .anonymousSource)

  func party(_ group: Int, _ draft: CoreferenceDraft) -> Party {
    let head = Int(phrases.nouns.head[group])
    if mentionOf[head] >= 0 { return .entity(draft.mentions[Int(mentionOf[head])].entity) }
    if referents[head] >= 0 { return .entity(referents[head]) }
    switch phrases.nouns.kind[group] {
    case .time, .relative: return .nothing
    case .bare: return .several
    case .pronoun:
      if tokens.tag[head] == .ex { return .nothing }
      return tokens.has(head, .pronounPlural) ? .several : tokens.has(head, .pronounNeuter) ? .thing : .person
    case .common, .proper: break
    }
    switch tokens.tag[head] {
    case .nns, .nnps: return .several
    default: return tokens.has(head, anyOf: Parties.people) ? .person : .thing
    }
  }

  /// The first subject of the sentence before `group`'s, and what it stands for; nil when that sentence has none near its beginning.
  func subject(ofSentenceBefore group: Int, _ draft: CoreferenceDraft) -> (group: Int, party: Party)? {
    let sentence = tokens.sentence[Int(phrases.nouns.start[group])] - 1
    guard sentence >= 0 else { return nil }
    var at = draft.sentences[Int(sentence)].tokens.first
    let end = min(Int(draft.sentences[Int(sentence)].tokens.end), at + Parties.searched)
    while at < end {
      guard let group = phrases.noun(at: at) else {
        at += 1
        continue
      }
      at = Int(phrases.nouns.end[group])
      let start = Int(phrases.nouns.start[group])
      if start > 0, tokens.tag[start - 1] == .in || tokens.tag[start - 1] == .to, !tokens.is(start, .sentenceStart) { continue }
      if phrases.nouns.kind[group] == .time { continue }
      var after = at
      for _ in 0..<2 {
        guard after + 1 < end, tokens.tag[after] == .in, let next = phrases.noun(startingAt: after + 1) else { break }
        after = Int(phrases.nouns.end[next])
      }
      if GroupsToTheLeft.finiteVerb(after: after, self) >= 0 { return (group, party(group, draft)) }
    }
    return nil
  }

  /// Tokens of a sentence in which its subject is looked for.
  private static let searched = 16

  /// Whether "and" or "or" stands before the group: then it is one of several.
  func isJoined(_ group: Int) -> Bool {
    let before = Int(phrases.nouns.start[group]) - 1
    return before >= 0 && tokens.has(before, anyOf: Parties.joining)
  }

  static let joining = WordClassSet(.andWord, .orWord)
}
