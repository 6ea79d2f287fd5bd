/// Resolves pronouns and descriptions to entities: he, she, who, it, they, "the minister", "Hungary’s prime minister", "the company", "the two
/// leaders", "a man … the man". One per worker.
final class CoreferenceResolver {
  private let words: CoreferenceWords
  private let lexicon: Lexicon
  private let heads: NominalHeads
  private let nominals: NominalResolver
  private let neuters: NeuterPronouns
  private let plurals: PluralDescriptions
  private let ageNouns: AgeNouns
  private var roles = RoleIndex()
  private var stops = CoreferenceStops()
  private var referents = Column<Int32>()
  private var people = Column<RecentPeople.Candidate>()
  /// The mentions found.
  private var found = Column<Mention>()

  init(gazetteer: GazetteerFile) {
    lexicon = gazetteer.lexicon
    words = CoreferenceWords(gazetteer.lexicon)
    heads = NominalHeads(gazetteer)
    nominals = NominalResolver(gazetteer: gazetteer, nouns: heads)
    neuters = NeuterPronouns(gazetteer)
    plurals = PluralDescriptions(gazetteer, nouns: heads)
    ageNouns = AgeNouns(gazetteer)
  }

  deinit {
    roles.deallocate()
    stops.deallocate()
    referents.deallocate()
    found.deallocate()
    people.deallocate()
  }

  private static let singular = WordClassSet(.pronounMale, .pronounFemale)
  private static let pronouns = WordClassSet(.pronounMale, .pronounFemale, .pronounPlural, .pronounNeuter)

  /// Adds mentions of forms pronoun and nominal, and the entities that only descriptions name.
  ///
  /// - Complexity: O(tokens).
  func run(_ analysis: inout Analysis) {
    nominals.fetchEntries(of: analysis.entities.elements)
    analysis.layOutMentions()
    guard !analysis.entities.isEmpty else { return }
    var lists = CoreferenceDraft.Lists()
    lists.exchange(with: &analysis)
    found.removeAll()
    analysis.withLayers { layers in
      var draft = CoreferenceDraft(layers, lists)
      // Nobody else may hold what the draft changes.
      lists = .init()
      read(&draft)
      lists = draft.lists
    }
    // A list stands before the "they" that makes it one.
    lists.overlaps.sortShort { $0.tokens.end < $1.tokens.end }
    lists.exchange(with: &analysis)
    analysis.merge(UnsafeMutableBufferPointer(start: found.base, count: found.count))
  }

  /// Goes through the text once and fills `found`.
  private func read(_ draft: inout CoreferenceDraft) {
    let layers = draft.layers
    let tokens = layers.tokens
    let phrases = layers.phrases
    let mentionOf = layers.mentionOf
    referents.reset(count: tokens.count, repeating: -1)
    roles.read(draft)
    let parties = Parties(layers, referents: referents)
    var reading = CoreferenceReading(
      parties: parties, roles: roles, apposition: AppositiveName(layers: layers, be: words.be), become: words.become,
      ages: PersonAges(draft), ageNouns: ageNouns, found: found, people: RecentPeople(people))
    nominals.start()
    neuters.start()
    let stops = stops.read(layers, heads, plurals, ages: reading.ages)
    for token in stops {
      if !tokens.flags[token].isDisjoint(with: [.paragraphStart, .lineStart]) { reading.paragraph += 1 }
      reading.quoted.step(token, tokens, layers.bytes)
      let number = Int(mentionOf[token])
      if number >= 0 {
        let mention = layers.mentions[number]
        guard mention.tokens.last == token else { continue }
        nominals.note(number, draft)
        if draft.entities[Int(mention.entity)].type == .person {
          reading.note(mention)
        } else {
          neuters.note(mention.entity, endingAt: token + 1, tokens, phrases)
          if mention.form == .demonym || draft.entities[Int(mention.entity)].type == .group { reading.national(number, nominals, &draft) }
        }
        continue
      }
      if tokens.has(token, anyOf: CoreferenceResolver.pronouns) {
        if tokens.has(token, anyOf: CoreferenceResolver.singular) {
          reading.heOrShe(token, isNominative: tokens.lexeme[token] == words.he || tokens.lexeme[token] == words.she, &draft)
        } else if tokens.has(token, .pronounPlural) {
          reading.they(token, &draft)
        } else if let referent = neuters.resolve(token, parties, draft) {
          reading.add(TokenRange(token, token + 1), .pronoun, referent.entity, referent.confidence, referent.rule, &draft)
        }
        continue
      }
      if tokens.lexeme[token] == words.who {
        if let entity = antecedent(of: token, draft) {
          reading.add(TokenRange(token, token + 1), .pronoun, entity, 0.85, "pronoun.who", &draft)
        }
        continue
      }
      let group = Int(phrases.nounOf[token])
      guard group >= 0 else { continue }
      let isPossessor = Int(phrases.nouns.possessive[group]) == token + 1
      guard isPossessor || Int(phrases.nouns.head[group]) == token && Int(phrases.nouns.end[group]) == token + 1 else { continue }
      if let description = Description.read(group, possessor: isPossessor, phrases.nouns, tokens, mentionOf, heads) {
        resolve(description, &reading, &draft)
      } else if !isPossessor, reading.theAged(group, &draft) {
        continue
      } else if !isPossessor, plurals.counts(group, phrases.nouns, tokens), let (whole, words) = plurals.resolve(group, parties, draft) {
        reading.add(words, .nominal, reading.entity(whole, &draft), 0.6, "nominal.plural", &draft)
      }
    }
    found = reading.found
  }

  @inline(__always)
  private func resolve(_ description: Description, _ reading: inout CoreferenceReading, _ draft: inout CoreferenceDraft) {
    if let person = reading.aged(description, lexicon, draft) {
      reading.add(description.words, .nominal, person, 0.8, "nominal.age", &draft)
      reading.note(person, description)
      return
    }
    let possessor = possessor(of: description, reading.parties, draft)
    if possessor >= 0, let owned = nominals.belonging(description, to: possessor, reading.roles, draft) {
      reading.add(description.words, .nominal, owned.entity, owned.confidence, owned.rule, &draft)
      neuters.note(owned.entity, endingAt: description.end, draft.tokens, draft.phrases)
      return
    }
    var earlier: (TokenRange, Int32)?
    let referent = nominals.resolve(description, reading.apposition, reading.roles, reading.people, &draft, possessor: possessor) {
      earlier = ($0, $1)
    }
    if let (range, entity) = earlier { reading.add(range, .nominal, entity, 0.6, "nominal.described", &draft) }
    if let referent {
      reading.add(description.words, .nominal, referent.entity, referent.confidence, referent.rule, to: referent.end, &draft)
      if draft.entities[Int(referent.entity)].type == .person {
        if possessor >= 0 {
          draft.note(reading.gender(description.head, lexicon), ifUnknownOf: referent.entity)
          reading.note(referent.entity, description)
        }
      } else {
        neuters.note(referent.entity, endingAt: description.end, draft.tokens, draft.phrases)
      }
    } else if description.types.contains(.person) {
      reading.unnamed(description, lexicon, &draft)
    }
  }

  /// Whom "his ministry" and "Moe’s ministry" belong to: a person, or -1.
  @inline(__always)
  private func possessor(of description: Description, _ parties: Parties, _ draft: CoreferenceDraft) -> Int32 {
    guard description.determiner == .possessive else { return -1 }
    let isNamed = description.modifier >= 0
    let entity = isNamed ? draft.mentions[description.modifier].entity : parties.referents[description.start]
    return entity >= 0 && draft.entities[Int(entity)].type == .person ? entity : -1
  }

  /// The person whom a "who" follows, with or without a comma.
  private func antecedent(of token: Int, _ draft: CoreferenceDraft) -> Int32? {
    let tokens = draft.tokens
    var before = token - 1
    guard before >= 0, tokens.sentence[before] == tokens.sentence[token] else { return nil }
    if draft.layers.isComma(before) { before -= 1 }
    // "Ana Lopez, 57, who"
    if before > 1, tokens.is(before, .number), draft.layers.isComma(before - 1) { before -= 2 }
    guard before >= 0, let mention = draft.layers.mention(at: before) else { return nil }
    let entity = draft.mentions[mention].entity
    return draft.entities[Int(entity)].type == .person ? entity : nil
  }
}

/// The words that coreference asks for one by one.
struct CoreferenceWords {
  let who, he, she: LexemeID
  let be, become: LexemeID

  init(_ lexicon: Lexicon) {
    who = lexicon.lexeme("who") ?? -1
    he = lexicon.lexeme("he") ?? -1
    she = lexicon.lexeme("she") ?? -1
    be = lexicon.lexeme("be") ?? -1
    become = lexicon.lexeme("become") ?? -1
  }
}
