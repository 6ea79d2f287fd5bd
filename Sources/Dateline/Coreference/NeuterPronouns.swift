/// Finds what "it", "its" and "itself" mean: the subject of the clause around them, else that of the sentence before.
///
/// Precision first: "it" is resolved as a subject only, never where it may stand for a clause ("it is clear that", "it was reported that", "it
/// rained"), and a thing without a name that could be meant leaves the pronoun open.
final class NeuterPronouns {
  /// Verbs whose "it" stands for no thing.
  private var expletives = Set<LexemeID>()
  private let be: LexemeID

  /// Who spoke last, if it was an organization or a place.
  private var speaker: Int32 = -1
  private var speakerSentence: Int32 = 0
  /// Sentences between a speaker and "it said".
  private static let farthestSpeaker: Int32 = 3

  static let path = "coreference/expletives.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile) {
    be = gazetteer.lexicon.lexeme("be") ?? -1
    guard var reader = gazetteer.rows(of: NeuterPronouns.path, columns: ["verb"]) else { return }
    while reader.next() { if let verb = gazetteer.lexicon.lexeme(reader.string(0)) { expletives.insert(verb) } }
  }

  /// Forgets the last article.
  func start() { speaker = -1 }

  struct Referent {
    var entity: Int32
    var rule: Label
    var confidence: Float
  }

  /// Remembers an organization or a place that says something: its mention ends right before `verb`.
  @inline(__always)
  func note(_ entity: Int32, endingAt end: Int, _ tokens: TokenColumns, _ phrases: PhraseColumns) {
    let token = end + (closesApposition(end, tokens) ? 1 : 0)
    guard token < tokens.count, tokens.has(token, .speechVerb) else {
      if token < tokens.count, phrases.verbOf[token] >= 0 { speaker = -1 }
      return
    }
    speaker = entity
    speakerSentence = tokens.sentence[token - 1]
  }

  /// "The operator, Volvo**,** said that": a comma and a verb of speech with what was said, not with who said it.
  @inline(__always)
  private func closesApposition(_ token: Int, _ tokens: TokenColumns) -> Bool {
    guard token + 2 < tokens.count, tokens.is(token, .punctuation), tokens.has(token + 1, .speechVerb), tokens.tag[token + 1] == .vbd else {
      return false
    }
    return tokens.tag[token + 2] == .in || tokens.tag[token + 2] == .prp
  }

  func resolve(_ token: Int, _ parties: Parties, _ draft: CoreferenceDraft) -> Referent? {
    let tokens = parties.tokens
    guard let own = parties.phrases.noun(at: token) else { return nil }
    let isPossessive = tokens.tag[token] == .prps
    let isReflexive = tokens.length(token) > 3
    var isCopular = false
    if !isPossessive, !isReflexive {
      let verb = GroupsToTheLeft.finiteVerb(after: token + 1, parties)
      guard verb >= 0, Int(parties.phrases.nouns.start[own]) == token else { return nil }
      let head = Int(parties.phrases.verbs.head[verb])
      let lemma = parties.phrases.verbs.lemma[verb]
      if parties.phrases.verbs.has(verb, .passive) {
        if tokens.has(head, anyOf: NeuterPronouns.reporting) { return nil }
      } else if tokens.has(head, .speechVerb), speaker >= 0, tokens.sentence[token] - speakerSentence <= NeuterPronouns.farthestSpeaker {
        speakerSentence = tokens.sentence[token]
        return Referent(entity: speaker, rule: "pronoun.it-speaker", confidence: 0.7)
      }
      if tokens.has(head, .appearanceVerb) || expletives.contains(lemma) { return nil }
      isCopular = lemma == be
      if isCopular, isClause(Int(parties.phrases.verbs.end[verb]), tokens) { return nil }
    }
    if isPossessive, token > 0, tokens.has(token - 1, .andWord), let before = parties.phrases.noun(endingAt: token - 2) {
      // "Russia and its allies".
      guard case .entity(let entity) = parties.party(before, draft), isThing(entity, draft) else { return nil }
      return Referent(entity: entity, rule: "pronoun.and-its", confidence: 0.85)
    }
    return around(token, own, isPossessive, isCopular, parties, draft)
  }

  /// The subject of the clause, else whom the clause’s personal subject speaks of, else the subject of the sentence before.
  private func around(
    _ token: Int, _ own: Int, _ isPossessive: Bool, _ isCopular: Bool, _ parties: Parties, _ draft: CoreferenceDraft
  ) -> Referent? {
    let tokens = parties.tokens
    var walk = GroupsToTheLeft(of: own, parties)
    // "Firefox, its rival": not Firefox.
    let opensApposition = isPossessive && token > 0 && parties.bytes[Int(tokens.start[token - 1])] == UInt8(ascii: ",")
    var between: Int32 = -1
    var hasTwo = false
    var things = 0
    var groups = 0
    var governed: Int32 = -1
    while let step = walk.next() {
      groups += 1
      if opensApposition, groups == 1, Int(parties.phrases.nouns.end[step.group]) == token - 1 { continue }
      switch parties.party(step.group, draft) {
      case .entity(let entity) where isThing(entity, draft):
        if step.isSubject {
          guard !parties.isJoined(step.group), between < 0 || between == entity else { return nil }
          return Referent(entity: entity, rule: "pronoun.it-subject", confidence: isPossessive ? 0.75 : 0.7)
        }
        governed = step.isGoverned ? entity : -1
        // A town where something happens is no rival.
        if step.isGoverned, draft.entities[Int(entity)].type == .place { continue }
        if between >= 0, between != entity { hasTwo = true }
        between = entity
      case .thing:
        if step.isSubject { return nil }
        // "In a statement, it said": where it said so, not what is meant.
        if step.isGoverned, tokens.has(Int(parties.phrases.nouns.head[step.group]), .documentNoun) {
          groups -= 1
          continue
        }
        things += 1
        governed = -1
      case .entity, .person, .several:
        if step.isSubject {
          // "A spokesman for Volvo said it …", "Britain’s prime minister said it …".
          if isCopular || hasTwo || things > 0 { return nil }
          if let owner = owner(step.group, parties, draft) ?? (governed >= 0 && between == governed ? governed : nil) {
            return Referent(entity: owner, rule: "pronoun.it-owner", confidence: 0.6)
          }
          guard between >= 0 else { return nil }
          return Referent(entity: between, rule: "pronoun.it-object", confidence: 0.6)
        }
        governed = -1
      case .nothing: break
      }
    }
    guard !isCopular, between < 0, things == 0, !opensApposition, let before = parties.subject(ofSentenceBefore: own, draft),
      case .entity(let entity) = before.party, isThing(entity, draft), !parties.isJoined(before.group),
      !isPossessive || groups == 0 && tokens.is(token, .sentenceStart)
    else { return nil }
    return Referent(entity: entity, rule: "pronoun.it-before", confidence: 0.6)
  }

  /// Whose the group is: the possessor in it.
  private func owner(_ group: Int, _ parties: Parties, _ draft: CoreferenceDraft) -> Int32? {
    let mark = Int(parties.phrases.nouns.possessive[group])
    guard mark > 0, parties.mentionOf[mark - 1] >= 0 else { return nil }
    let entity = draft.mentions[Int(parties.mentionOf[mark - 1])].entity
    return isThing(entity, draft) ? entity : nil
  }

  private func isThing(_ entity: Int32, _ draft: CoreferenceDraft) -> Bool {
    let type = draft.entities[Int(entity)].type
    return type != .person && type != .group
  }

  /// Whether what follows "it is" makes "it" stand for a clause: "it is clear that", "it is time to", "it was Volvo who".
  private func isClause(_ token: Int, _ tokens: TokenColumns) -> Bool {
    let end = min(tokens.count, token + 8)
    var at = token
    while at < end, tokens.sentence[at] == tokens.sentence[token] {
      switch tokens.tag[at] {
      case .to, .wdt, .wp, .wrb: return true
      case .in where tokens.has(at, anyOf: NeuterPronouns.openers): return true
      default: at += 1
      }
    }
    return false
  }

  private static let openers = WordClassSet(.subordinator, .whWord, .conditionWord, .prepFor)
  private static let reporting = WordClassSet(.speechVerb, .beliefVerb, .documentVerb, .judgementVerb)
}
