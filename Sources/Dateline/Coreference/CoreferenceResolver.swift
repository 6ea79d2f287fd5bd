/// Resolves pronouns and nominals to entities: he, she, who, "the minister", "Hungary’s prime minister", "the company".
struct CoreferenceResolver {
  let gazetteer: GazetteerFile
  private let who: LexemeID
  private let nouns: NominalHeads

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    who = gazetteer.lexicon.lexeme("who") ?? -1
    nouns = NominalHeads(gazetteer)
  }

  private static let pronouns = WordClassSet(.pronounMale, .pronounFemale)

  /// Adds mentions of forms pronoun and nominal.
  func run(_ analysis: inout Analysis) {
    guard !analysis.entities.isEmpty else { return }
    let grammar = CoreferenceGrammar(tokens: analysis.tokens, phrases: analysis.phrases, sentences: analysis.sentences)
    let quoted = QuotedText.read(analysis.tokens, analysis.article.bytes)
    let roles = RoleIndex(analysis, gazetteer.lexicon)
    var nominals = NominalResolver(gazetteer: gazetteer, roles: roles, nouns: nouns, entities: analysis.entities.count)
    var people = RecentPeople()
    var found: [Mention] = []
    var next = 0
    var paragraph = 0
    let tokens = analysis.tokens
    let phrases = analysis.phrases
    let mentions = analysis.mentions
    for token in 0..<tokens.count {
      if !tokens.flags[token].isDisjoint(with: [.paragraphStart, .lineStart]) { paragraph += 1 }
      while next < mentions.count, Int(mentions[next].tokens.end) <= token { next += 1 }
      if next < mentions.count, mentions[next].tokens.first <= token {
        let mention = mentions[next]
        if mention.tokens.last == token {
          note(mention, Int(tokens.sentence[token]), paragraph, quoted[token], grammar, analysis, &people, &nominals)
        }
        continue
      }
      let group = Int(phrases.nounOf[token])
      let isPronoun = tokens.classes[token].intersects(CoreferenceResolver.pronouns)
      guard isPronoun || tokens.lexeme[token] == who || group >= 0 && Int(phrases.nouns.end[group]) == token + 1 else { continue }
      let sentence = Int(tokens.sentence[token])
      if let gender = pronounGender(token, tokens) {
        let pronoun = PronounResolver.Pronoun(
          token: token, gender: gender, sentence: sentence, paragraph: paragraph, isObject: grammar.isObject(token), isQuoted: quoted[token]
        )
        guard let (entity, score) = PronounResolver.resolve(pronoun, people, analysis.entities) else { continue }
        if analysis.entities[Int(entity)].gender == .unknown { analysis.entities[Int(entity)].gender = gender }
        let confidence = min(0.95, 0.55 + 0.15 * score)
        found.append(
          mention(
            TokenRange(token, token + 1), .pronoun, entity, confidence, gender == .male ? "pronoun.he" : "pronoun.she", score, &analysis)
        )
        let subject = !pronoun.isObject && tokens.tag[token] != .prps
        people.note(
          .init(
            entity: entity, token: token, sentence: sentence, paragraph: paragraph, isSubject: subject, isQuoted: quoted[token], count: 1))
      } else if tokens.lexeme[token] == who, let entity = antecedent(of: token, analysis) {
        found.append(mention(TokenRange(token, token + 1), .pronoun, entity, 0.85, "pronoun.who", 1, &analysis))
      } else if group >= 0, Int(phrases.nouns.head[group]) == token,
        let (range, entity, rule) = nominals.resolve(group, people, analysis)
      {
        found.append(mention(range, .nominal, entity, 0.7, rule, 1, &analysis))
      }
    }
    analysis.merge(found)
  }

  private func note(
    _ mention: Mention, _ sentence: Int, _ paragraph: Int, _ quoted: Bool, _ grammar: CoreferenceGrammar, _ analysis: Analysis,
    _ people: inout RecentPeople, _ nominals: inout NominalResolver
  ) {
    nominals.note(mention, analysis)
    guard analysis.entities[Int(mention.entity)].type == .person else { return }
    people.note(
      .init(
        entity: mention.entity, token: mention.tokens.last, sentence: sentence, paragraph: paragraph,
        isSubject: grammar.isSubject(mention.tokens),
        isQuoted: quoted, count: 1))
  }

  /// Male or female for he, him, his, she, her; nil for anything else.
  @inline(__always)
  private func pronounGender(_ token: Int, _ tokens: TokenTable) -> Gender? {
    let classes = tokens.classes[token]
    if classes.contains(.pronounMale) { return .male }
    return classes.contains(.pronounFemale) ? .female : nil
  }

  /// The person whom a "who" follows, with or without a comma.
  private func antecedent(of token: Int, _ analysis: Analysis) -> Int32? {
    var before = token - 1
    guard before >= 0, analysis.tokens.sentence[before] == analysis.tokens.sentence[token] else { return nil }
    if analysis.article.bytes[Int(analysis.tokens.start[before])] == UInt8(ascii: ",") { before -= 1 }
    guard before >= 0, let mention = analysis.mention(at: before) else { return nil }
    let entity = analysis.mentions[mention].entity
    return analysis.entities[Int(entity)].type == .person ? entity : nil
  }

  private func mention(
    _ range: TokenRange, _ form: MentionForm, _ entity: Int32, _ confidence: Float, _ rule: Label, _ weight: Float,
    _ analysis: inout Analysis
  ) -> Mention {
    let evidence = analysis.record([Evidence(.coreference, rule, weight)])
    return Mention(span: analysis.tokens.span(range), tokens: range, form: form, entity: entity, confidence: confidence, evidence: evidence)
  }
}
