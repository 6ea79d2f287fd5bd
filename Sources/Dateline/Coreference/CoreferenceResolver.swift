/// Resolves pronouns and descriptions to entities: he, she, who, it, they, "the minister", "Hungary’s prime minister", "the company", "the two
/// leaders", "a man … the man". One per worker.
final class CoreferenceResolver {
  private let words: CoreferenceWords
  private let lexicon: Lexicon
  private let heads: NominalHeads
  private let nominals: NominalResolver
  private let neuters: NeuterPronouns
  private let plurals: PluralDescriptions
  private var mentionOf = Column<Int32>()
  private var stops = CoreferenceStops()
  private var referents = Column<Int32>()

  init(gazetteer: GazetteerFile) {
    lexicon = gazetteer.lexicon
    words = CoreferenceWords(gazetteer.lexicon)
    heads = NominalHeads(gazetteer)
    nominals = NominalResolver(gazetteer: gazetteer, nouns: heads)
    neuters = NeuterPronouns(gazetteer)
    plurals = PluralDescriptions(gazetteer, nouns: heads)
  }

  deinit {
    mentionOf.deallocate()
    stops.deallocate()
    referents.deallocate()
  }

  private static let singular = WordClassSet(.pronounMale, .pronounFemale)
  private static let pronouns = WordClassSet(.pronounMale, .pronounFemale, .pronounPlural, .pronounNeuter)

  /// Adds mentions of forms pronoun and nominal, and the entities that only descriptions name.
  ///
  /// - Complexity: O(tokens).
  func run(_ analysis: inout Analysis) {
    guard !analysis.entities.isEmpty else {
      analysis.layOutMentions()
      return
    }
    let tokens = analysis.tokens
    let found = tokens.withColumns { columns in
      analysis.article.bytes.withUnsafeBufferPointer { bytes in run(columns, bytes, &analysis) }
    }
    analysis.merge(found ?? [])
    if analysis.mentionOf.isEmpty { analysis.layOutMentions() }
  }

  private func run(_ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ analysis: inout Analysis) -> [Mention] {
    let mentions = analysis.mentions
    mentions.withUnsafeBufferPointer { self.mentionOf.read(mentions: $0, tokens: tokens.count) }
    referents.reset(count: tokens.count, repeating: -1)
    let mentionOf = UnsafePointer(mentionOf.base)
    let phrases = analysis.phrases
    let parties = Parties(tokens: tokens, phrases: phrases, bytes: bytes, mentionOf: mentionOf, referents: referents)
    var reading = CoreferenceReading(
      tokens: tokens, grammar: CoreferenceGrammar(tokens: analysis.tokens, phrases: phrases, sentences: analysis.sentences),
      roles: RoleIndex(analysis, tokens, mentionOf, lexicon), parties: parties, plural: PluralPronouns(parties: parties),
      apposition: AppositiveName(tokens: tokens, bytes: bytes, mentionOf: mentionOf, be: words.be),
      become: words.become, ages: PersonAges(analysis, tokens, bytes, mentionOf))
    nominals.start()
    neuters.start()
    let stops = stops.read(
      tokens, bytes, phrases, mentions, mentionOf, pronouns: CoreferenceResolver.pronouns, who: words.who, heads, plurals,
      ages: reading.ages)
    for token in stops {
      if !tokens.flags[token].isDisjoint(with: [.paragraphStart, .lineStart]) { reading.paragraph += 1 }
      reading.quoted.step(token, tokens, bytes)
      let number = Int(mentionOf[token])
      if number >= 0 {
        let mention = mentions[number]
        guard mention.tokens.last == token else { continue }
        nominals.note(number, analysis, tokens, mentionOf)
        if analysis.entities[Int(mention.entity)].type == .person {
          reading.note(mention.entity, token, isSubject: reading.grammar.isSubject(mention.tokens))
        } else {
          neuters.note(mention.entity, endingAt: token + 1, tokens, phrases)
        }
        continue
      }
      if tokens.has(token, anyOf: CoreferenceResolver.pronouns) {
        if tokens.has(token, anyOf: CoreferenceResolver.singular) {
          reading.heOrShe(token, &analysis)
        } else if tokens.has(token, .pronounPlural) {
          reading.they(token, &analysis)
        } else if let referent = neuters.resolve(token, parties, analysis) {
          reading.add(TokenRange(token, token + 1), .pronoun, referent.entity, referent.confidence, referent.rule, &analysis)
        }
        continue
      }
      if tokens.lexeme[token] == words.who {
        if let entity = antecedent(of: token, tokens, bytes, analysis) {
          reading.add(TokenRange(token, token + 1), .pronoun, entity, 0.85, "pronoun.who", &analysis)
        }
        continue
      }
      let group = Int(phrases.nounOf[token])
      guard group >= 0 else { continue }
      let isPossessor = Int(phrases.nouns.possessive[group]) == token + 1
      guard isPossessor || Int(phrases.nouns.head[group]) == token && Int(phrases.nouns.end[group]) == token + 1 else { continue }
      if let description = Description.read(group, possessor: isPossessor, phrases.nouns, tokens, mentionOf, heads) {
        resolve(description, &reading, &analysis)
      } else if !isPossessor, reading.theAged(group, &analysis) {
        continue
      } else if !isPossessor, plurals.counts(group, phrases.nouns, tokens), let (whole, words) = plurals.resolve(group, parties, analysis) {
        reading.add(words, .nominal, reading.entity(whole, &analysis), 0.6, "nominal.plural", &analysis)
      }
    }
    return reading.found
  }

  private func resolve(_ description: Description, _ reading: inout CoreferenceReading, _ analysis: inout Analysis) {
    let tokens = reading.tokens
    if let person = reading.aged(description, lexicon, analysis) {
      reading.add(description.words, .nominal, person, 0.8, "nominal.age", &analysis)
      reading.note(person, description.head, isSubject: reading.grammar.isSubject(description.words))
      return
    }
    var earlier: (TokenRange, Int32)?
    let referent = nominals.resolve(description, reading.apposition, reading.roles, reading.people, tokens, &analysis) {
      earlier = ($0, $1)
    }
    if let (range, entity) = earlier { reading.add(range, .nominal, entity, 0.6, "nominal.described", &analysis) }
    if let referent {
      reading.add(description.words, .nominal, referent.entity, referent.confidence, referent.rule, to: referent.end, &analysis)
      if analysis.entities[Int(referent.entity)].type != .person {
        neuters.note(referent.entity, endingAt: description.end, tokens, analysis.phrases)
      }
    } else if description.types.contains(.person) {
      reading.unnamed(description, lexicon, &analysis)
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
}

/// The words that coreference asks for one by one.
struct CoreferenceWords {
  let who: LexemeID
  let be, become: LexemeID

  init(_ lexicon: Lexicon) {
    who = lexicon.lexeme("who") ?? -1
    be = lexicon.lexeme("be") ?? -1
    become = lexicon.lexeme("become") ?? -1
  }
}
