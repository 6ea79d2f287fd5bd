/// Resolves pronouns and descriptions to entities: he, she, who, "the minister", "Hungary’s prime minister", "the company". One per worker.
final class CoreferenceResolver {
  private let gazetteer: GazetteerFile
  private let words: CoreferenceWords
  private let heads: NominalHeads
  private let nominals: NominalResolver
  private var mentionOf = Column<Int32>()
  private var stops = CoreferenceStops()

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    words = CoreferenceWords(gazetteer.lexicon)
    heads = NominalHeads(gazetteer)
    nominals = NominalResolver(gazetteer: gazetteer, nouns: heads)
  }

  deinit {
    mentionOf.deallocate()
    stops.deallocate()
  }

  private static let pronouns = WordClassSet(.pronounMale, .pronounFemale)

  /// Adds mentions of forms pronoun and nominal, and the entities that only descriptions name.
  ///
  /// - Complexity: O(tokens).
  func run(_ analysis: inout Analysis) {
    guard !analysis.entities.isEmpty else { return }
    let tokens = analysis.tokens
    let found = tokens.withColumns { columns in
      analysis.article.bytes.withUnsafeBufferPointer { bytes in run(columns, bytes, &analysis) }
    }
    analysis.merge(found ?? [])
  }

  private func run(_ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ analysis: inout Analysis) -> [Mention] {
    let grammar = CoreferenceGrammar(tokens: analysis.tokens, phrases: analysis.phrases, sentences: analysis.sentences)
    let phrases = analysis.phrases
    let mentions = analysis.mentions
    locate(mentions, tokens.count)
    let mentionOf = mentionOf
    let roles = RoleIndex(analysis, tokens, mentionOf, gazetteer.lexicon)
    let apposition = AppositiveName(tokens: tokens, bytes: bytes, mentionOf: mentionOf, be: words.be)
    nominals.start()
    var people = RecentPeople()
    var quoted = QuotedText()
    var found: [Mention] = []
    var paragraph = 0
    let stops = stops.read(tokens, bytes, phrases, mentions, mentionOf, pronouns: CoreferenceResolver.pronouns, who: words.who, heads)
    for token in stops {
      if !tokens.flags[token].isDisjoint(with: [.paragraphStart, .lineStart]) { paragraph += 1 }
      quoted.step(token, tokens, bytes)
      let number = Int(mentionOf[token])
      if number >= 0 {
        let mention = mentions[number]
        guard mention.tokens.last == token else { continue }
        nominals.note(number, analysis, tokens, mentionOf)
        guard analysis.entities[Int(mention.entity)].type == .person else { continue }
        people.note(
          .init(
            entity: mention.entity, token: token, sentence: Int(tokens.sentence[token]), paragraph: paragraph,
            isSubject: grammar.isSubject(mention.tokens), isQuoted: quoted.isOpen, count: 1))
        continue
      }
      if tokens.has(token, anyOf: CoreferenceResolver.pronouns) {
        let gender: Gender = tokens.has(token, .pronounMale) ? .male : .female
        let pronoun = PronounResolver.Pronoun(
          token: token, gender: gender, sentence: Int(tokens.sentence[token]), paragraph: paragraph, isObject: grammar.isObject(token),
          isQuoted: quoted.isOpen)
        guard let (entity, score) = PronounResolver.resolve(pronoun, people, analysis.entities) else { continue }
        if analysis.entities[Int(entity)].gender == .unknown { analysis.entities[Int(entity)].gender = gender }
        found.append(
          mention(
            TokenRange(token, token + 1), .pronoun, entity, min(0.95, 0.55 + 0.15 * score),
            gender == .male ? "pronoun.he" : "pronoun.she", score, &analysis))
        people.note(
          .init(
            entity: entity, token: token, sentence: pronoun.sentence, paragraph: paragraph,
            isSubject: !pronoun.isObject && tokens.tag[token] != .prps, isQuoted: quoted.isOpen, count: 1))
        continue
      }
      if tokens.lexeme[token] == words.who {
        if let entity = antecedent(of: token, tokens, bytes, analysis) {
          found.append(mention(TokenRange(token, token + 1), .pronoun, entity, 0.85, "pronoun.who", 1, &analysis))
        }
        continue
      }
      let group = Int(phrases.nounOf[token])
      guard group >= 0 else { continue }
      let isPossessor = Int(phrases.nouns.possessive[group]) == token + 1
      guard isPossessor || Int(phrases.nouns.head[group]) == token && Int(phrases.nouns.end[group]) == token + 1,
        let description = Description.read(group, possessor: isPossessor, phrases.nouns, tokens, mentionOf, heads)
      else { continue }
      var earlier: (TokenRange, Int32)?
      let referent = nominals.resolve(description, apposition, roles, people, tokens, &analysis) { earlier = ($0, $1) }
      if let (range, entity) = earlier { found.append(mention(range, .nominal, entity, 0.6, "nominal.described", 1, &analysis)) }
      if let referent {
        var mention = mention(description.words, .nominal, referent.entity, referent.confidence, referent.rule, 1, &analysis)
        // The tokens stay those of the words, so that no mentions overlap; what is written covers the complement too.
        if let end = referent.end { mention.span.end = tokens.end[end - 1] }
        found.append(mention)
      }
    }
    return found
  }

  /// Notes for each token the mention that holds it.
  private func locate(_ mentions: [Mention], _ count: Int) {
    mentionOf.reset(count: count, repeating: -1)
    for (number, mention) in mentions.enumerated() {
      for token in mention.tokens.indices { mentionOf[token] = Int32(truncatingIfNeeded: number) }
    }
  }

  /// The person whom a "who" follows, with or without a comma.
  private func antecedent(of token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ analysis: Analysis) -> Int32? {
    var before = token - 1
    guard before >= 0, tokens.sentence[before] == tokens.sentence[token] else { return nil }
    if bytes[Int(tokens.start[before])] == UInt8(ascii: ",") { before -= 1 }
    guard before >= 0, mentionOf[before] >= 0 else { return nil }
    let entity = analysis.mentions[Int(mentionOf[before])].entity
    return analysis.entities[Int(entity)].type == .person ? entity : nil
  }

  private func mention(
    _ range: TokenRange, _ form: MentionForm, _ entity: Int32, _ confidence: Float, _ rule: Label, _ weight: Float,
    _ analysis: inout Analysis
  ) -> Mention {
    let from = Int32(truncatingIfNeeded: analysis.evidence.count)
    analysis.evidence.append(Evidence(.coreference, rule, weight))
    return Mention(
      span: analysis.tokens.span(range), tokens: range, form: form, entity: entity, confidence: confidence, evidence: from..<from + 1)
  }
}

/// The words that coreference asks for one by one.
struct CoreferenceWords {
  let who: LexemeID
  let be: LexemeID

  init(_ lexicon: Lexicon) {
    who = lexicon.lexeme("who") ?? -1
    be = lexicon.lexeme("be") ?? -1
  }
}
