/// What coreference remembers while it reads one article from left to right.
struct CoreferenceReading {
  let parties: Parties
  let roles: RoleIndex
  let apposition: AppositiveName
  let become: LexemeID
  let ages: PersonAges
  let ageNouns: AgeNouns
  let grammar: CoreferenceGrammar
  private let plural: PluralPronouns
  private(set) var people: RecentPeople
  var quoted = QuotedText()
  var paragraph = 0
  /// The last sentence that had a person as its subject.
  private var themeSentence = -1
  /// The mentions found so far.
  private(set) var found: Column<Mention>
  private var unnamed = UnnamedPeople()
  /// Read once something asks for them.
  var nationalities: Nationalities?
  /// Entities that mean several together.
  private var wholes: [Int32] = []

  init(
    parties: Parties, roles: RoleIndex, apposition: AppositiveName, become: LexemeID, ages: PersonAges, ageNouns: AgeNouns,
    found: Column<Mention>,
    people: RecentPeople
  ) {
    self.parties = parties
    self.roles = roles
    self.apposition = apposition
    self.become = become
    self.ages = ages
    self.ageNouns = ageNouns
    self.found = found
    self.people = people
    self.found.removeAll()
    grammar = CoreferenceGrammar(layers: parties.layers)
    plural = PluralPronouns(parties: parties)
  }

  var tokens: TokenColumns { parties.tokens }

  /// Remembers a person named by a mention.
  mutating func note(_ mention: Mention) { note(mention.entity, mention.tokens.last, of: grammar.verb(of: mention.tokens)) }

  /// Remembers a person whom a description means.
  mutating func note(_ person: Int32, _ description: Description) {
    note(person, description.head, of: grammar.verb(of: description.words))
  }

  /// Adds a mention.
  ///
  /// - Parameter end: token after the words that are written, where they are more than the mention’s own: "chief executive of Volvo".
  mutating func add(
    _ range: TokenRange, _ form: MentionForm, _ entity: Int32, _ confidence: Float, _ rule: Label, weight: Float = 1, to end: Int? = nil,
    _ draft: inout CoreferenceDraft
  ) {
    let evidence = draft.record(Evidence(.coreference, rule, weight))
    var span = tokens.span(range)
    // The tokens stay those of the words, so that no mentions overlap.
    if let end { span.end = tokens.end[end - 1] }
    found.append(Mention(span: span, tokens: range, form: form, entity: entity, confidence: confidence, evidence: evidence))
    parties.referents[range.last] = entity
  }

  /// Remembers a person just passed.
  ///
  /// - Parameter verb: the group of verbs of which the words are the subject.
  mutating func note(_ entity: Int32, _ token: Int, of verb: Int?, isPronoun: Bool = false) {
    let sentence = Int(tokens.sentence[token])
    let isSubject = verb != nil
    let isTheme = isSubject && sentence != themeSentence && !grammar.isInOpeningClause(token)
    if isTheme { themeSentence = sentence }
    people.note(
      .init(
        entity: entity, token: token, sentence: sentence, paragraph: paragraph, isSubject: isSubject, isTheme: isTheme,
        speaks: verb.map(grammar.speaks) ?? false, isPossessor: token + 1 < tokens.count && tokens.is(token + 1, .possessive),
        isPronoun: isPronoun, isQuoted: quoted.isOpen, count: 1))
  }

  // MARK: Pronouns

  /// - Parameter isNominative: the word is "he" or "she".
  mutating func heOrShe(_ token: Int, isNominative: Bool, _ draft: inout CoreferenceDraft) {
    let gender: Gender = tokens.has(token, .pronounMale) ? .male : .female
    let isPossessive = tokens.tag[token] == .prps
    let isReflexive = tokens.length(token) >= CoreferenceReading.reflexive
    let isObject = !isNominative && !isPossessive && !isReflexive && grammar.isObject(token)
    let verb = isPossessive || isReflexive || isObject ? nil : grammar.verb(of: TokenRange(token, token + 1))
    let pronoun = PronounResolver.Pronoun(
      token: token, gender: gender, sentence: Int(tokens.sentence[token]), paragraph: paragraph, isObject: isObject,
      isPossessive: isPossessive, isReflexive: isReflexive,
      speaks: isNominative && (verb.map(grammar.speaks) ?? false), isQuoted: quoted.isOpen)
    guard let (candidate, score) = PronounResolver.resolve(pronoun, people, unnamed, draft.entities.elements) else { return }
    let entity = person(candidate, &draft)
    draft.note(gender, ifUnknownOf: entity)
    add(
      TokenRange(token, token + 1), .pronoun, entity, min(0.95, 0.55 + 0.15 * score), gender == .male ? "pronoun.he" : "pronoun.she",
      weight: score, &draft)
    note(entity, token, of: verb, isPronoun: true)
  }

  /// Letters of "himself" and "herself".
  private static let reflexive = 7

  mutating func they(_ token: Int, _ draft: inout CoreferenceDraft) {
    let range = TokenRange(token, token + 1)
    switch plural.resolve(token, draft) {
    case .entity(let entity, let rule, let confidence): add(range, .pronoun, entity, confidence, rule, &draft)
    case .several(let whole): add(range, .pronoun, entity(whole, &draft), 0.65, "pronoun.they-several", &draft)
    case nil: break
    }
  }

  /// The entity that stands for several together.
  mutating func entity(_ whole: Coordination, _ draft: inout CoreferenceDraft) -> Int32 { whole.entity(&draft, known: &wholes) }

  // MARK: People without names

  /// Introduces the person whom the article describes only ("a 34-year-old man"), or refers to one introduced before ("the man").
  mutating func unnamed(_ description: Description, _ lexicon: Lexicon, _ draft: inout CoreferenceDraft) {
    let head = description.head
    guard !quoted.isOpen, tokens.tag[head] == .nn else { return }
    if description.determiner == .definite {
      guard description.modifier < 0, let candidate = unnamed.find(tokens.lexeme[head], sentence: tokens.sentence[head]) else { return }
      let entity = person(candidate, &draft)
      add(description.words, .nominal, entity, 0.6, "nominal.unnamed", &draft)
      note(entity, head, of: grammar.verb(of: description.words))
      return
    }
    let gender = gender(head, lexicon)
    // "A midwife’s forty years": whom a headline tells of is named below.
    if let zone = draft.layers.zones.first, zone.kind == .headline, tokens.end[head] <= zone.span.end { return }
    guard introduces(description, gender, draft) else { return }
    let candidate = unnamed.introduce(description.words, tokens.lexeme[head], gender, sentence: tokens.sentence[head])
    // Behind a preposition stands no one of whom the text goes on to tell, and of an object it must be plain whether it may be he or she.
    let start = description.start
    let isGoverned = start > 0 && (tokens.tag[start - 1] == .in || tokens.tag[start - 1] == .to)
    let verb = grammar.verb(of: description.words)
    if verb != nil || !isGoverned && gender != .unknown || description.determiner == .possessive {
      note(candidate, head, of: verb)
    }
  }

  /// Whether the words bring in somebody new: "a man", "his wife"; not "is a lawyer", "as a lawyer", "Ana Lopez, a lawyer", "a minister".
  ///
  /// Relatives only where he and she tell them from whose relatives they are.
  private func introduces(_ description: Description, _ gender: Gender, _ draft: CoreferenceDraft) -> Bool {
    let start = description.start
    let head = description.head
    if description.determiner == .possessive {
      guard tokens.has(head, .kin), description.words.count == 1, gender != .unknown else { return false }
      var owner = Gender.unknown
      if description.modifier >= 0 {
        owner = draft.entities[Int(draft.mentions[description.modifier].entity)].gender
      } else if tokens.has(start, .pronounMale) {
        owner = .male
      } else if tokens.has(start, .pronounFemale) {
        owner = .female
      }
      guard owner != .unknown, owner != gender else { return false }
    } else {
      guard description.determiner == .indefinite, tokens.length(start) <= 2, !tokens.has(head, .title) else { return false }
    }
    return !isPredicate(description) && !isBesideName(description)
  }

  /// "is now a lawyer", "as a lawyer", "was elected a judge": what somebody is, not somebody else.
  private func isPredicate(_ description: Description) -> Bool {
    let start = description.start
    var before = start - 1
    while before >= 0, tokens.sentence[before] == tokens.sentence[start] {
      if let verb = parties.phrases.verb(at: before) {
        let lemma = parties.phrases.verbs.lemma[verb]
        return lemma == apposition.be || lemma == become || parties.phrases.verbs.has(verb, .passive)
      }
      guard tokens.tag[before].isAdverb else { return tokens.has(before, .asWord) }
      before -= 1
    }
    return false
  }

  /// "Ana Lopez, a lawyer", "Ana Lopez, 34, a lawyer", "A lawyer, Ana Lopez": the one who is named beside it.
  private func isBesideName(_ description: Description) -> Bool {
    let end = description.end
    if end + 1 < tokens.count, isComma(end), parties.mentionOf[end + 1] >= 0 { return true }
    var before = description.start - 1
    guard before > 0, tokens.is(before, .punctuation) || tokens.has(before, anyOf: Parties.joining) else { return false }
    if before > 2, tokens.is(before - 1, .number), isComma(before - 2) { before -= 2 }
    return parties.mentionOf[before - 1] >= 0 && tokens.sentence[before - 1] == tokens.sentence[description.start]
  }

  private func isComma(_ token: Int) -> Bool { parties.layers.isComma(token) }

  /// The one person without a name who was introduced with this age.
  mutating func unnamed(aged age: Double, _ draft: inout CoreferenceDraft) -> Int32? {
    let ages = ages
    return unnamed.find { ages.age(in: $0) == age }.map { person($0, &draft) }
  }

  func gender(_ head: Int, _ lexicon: Lexicon) -> Gender {
    if tokens.has(head, .maleNoun) { return .male }
    if tokens.has(head, .femaleNoun) { return .female }
    return GenderEvidence(lexicon: lexicon).of(tokens.lexeme[head], tokens.classes[head], as: GenderEvidence.nouns) ?? .unknown
  }

  /// The entity of a candidate; one without a name gets its entity now.
  private mutating func person(_ candidate: Int32, _ draft: inout CoreferenceDraft) -> Int32 {
    guard UnnamedPeople.isUnnamed(candidate) else { return candidate }
    let (entity, introduction) = unnamed.entity(candidate, &draft)
    if let introduction { add(introduction, .nominal, entity, 0.6, "nominal.introduced", &draft) }
    people.replace(candidate, by: entity)
    return entity
  }
}
