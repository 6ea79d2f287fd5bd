/// What coreference remembers while it reads one article from left to right.
struct CoreferenceReading {
  let tokens: TokenColumns
  let grammar: CoreferenceGrammar
  let roles: RoleIndex
  let parties: Parties
  let plural: PluralPronouns
  let apposition: AppositiveName
  let become: LexemeID
  let ages: PersonAges
  var people = RecentPeople()
  var quoted = QuotedText()
  var paragraph = 0
  /// The last sentence that had a person as its subject.
  private var themeSentence = -1
  /// The mentions found so far.
  private(set) var found: [Mention] = []
  private var unnamed = UnnamedPeople()
  /// Entities that mean several together.
  private var wholes: [Int32] = []

  init(
    tokens: TokenColumns, grammar: CoreferenceGrammar, roles: RoleIndex, parties: Parties, plural: PluralPronouns,
    apposition: AppositiveName, become: LexemeID, ages: PersonAges
  ) {
    self.tokens = tokens
    self.grammar = grammar
    self.roles = roles
    self.parties = parties
    self.plural = plural
    self.apposition = apposition
    self.become = become
    self.ages = ages
  }

  /// Adds a mention.
  ///
  /// - Parameter end: token after the words that are written, where they are more than the mention’s own: "chief executive of Volvo".
  mutating func add(
    _ range: TokenRange, _ form: MentionForm, _ entity: Int32, _ confidence: Float, _ rule: Label, weight: Float = 1, to end: Int? = nil,
    _ analysis: inout Analysis
  ) {
    let from = Int32(truncatingIfNeeded: analysis.evidence.count)
    analysis.evidence.append(Evidence(.coreference, rule, weight))
    var span = tokens.span(range)
    // The tokens stay those of the words, so that no mentions overlap.
    if let end { span.end = tokens.end[end - 1] }
    found.append(Mention(span: span, tokens: range, form: form, entity: entity, confidence: confidence, evidence: from..<from + 1))
    parties.referents[range.last] = entity
  }

  /// Remembers a person just passed.
  mutating func note(_ entity: Int32, _ token: Int, isSubject: Bool, isPronoun: Bool = false) {
    let sentence = Int(tokens.sentence[token])
    let isTheme = isSubject && sentence != themeSentence
    if isSubject { themeSentence = sentence }
    people.note(
      .init(
        entity: entity, token: token, sentence: sentence, paragraph: paragraph, isSubject: isSubject, isTheme: isTheme,
        isPossessor: token + 1 < tokens.count && tokens.is(token + 1, .possessive), isPronoun: isPronoun, isQuoted: quoted.isOpen, count: 1)
    )
  }

  // MARK: Pronouns

  mutating func heOrShe(_ token: Int, _ analysis: inout Analysis) {
    let gender: Gender = tokens.has(token, .pronounMale) ? .male : .female
    let pronoun = PronounResolver.Pronoun(
      token: token, gender: gender, sentence: Int(tokens.sentence[token]), paragraph: paragraph, isObject: grammar.isObject(token),
      isQuoted: quoted.isOpen)
    guard let (candidate, score) = PronounResolver.resolve(pronoun, people, unnamed, analysis.entities) else { return }
    let entity = person(candidate, &analysis)
    if analysis.entities[Int(entity)].gender == .unknown { analysis.entities[Int(entity)].gender = gender }
    add(
      TokenRange(token, token + 1), .pronoun, entity, min(0.95, 0.55 + 0.15 * score), gender == .male ? "pronoun.he" : "pronoun.she",
      weight: score, &analysis)
    note(entity, token, isSubject: !pronoun.isObject && tokens.tag[token] != .prps, isPronoun: true)
  }

  mutating func they(_ token: Int, _ analysis: inout Analysis) {
    let range = TokenRange(token, token + 1)
    switch plural.resolve(token, analysis) {
    case .entity(let entity, let rule, let confidence): add(range, .pronoun, entity, confidence, rule, &analysis)
    case .several(let whole): add(range, .pronoun, entity(whole, &analysis), 0.65, "pronoun.they-several", &analysis)
    case nil: break
    }
  }

  /// The entity that stands for several together.
  mutating func entity(_ whole: Coordination, _ analysis: inout Analysis) -> Int32 { whole.entity(&analysis, known: &wholes) }

  // MARK: People without names

  /// Introduces the person whom the article describes only ("a 34-year-old man"), or refers to one introduced before ("the man").
  mutating func unnamed(_ description: Description, _ lexicon: Lexicon, _ analysis: inout Analysis) {
    let head = description.head
    guard !quoted.isOpen, tokens.tag[head] == .nn else { return }
    if description.determiner == .definite {
      guard description.modifier < 0, let candidate = unnamed.find(tokens.lexeme[head], sentence: tokens.sentence[head]) else { return }
      let entity = person(candidate, &analysis)
      add(description.words, .nominal, entity, 0.6, "nominal.unnamed", &analysis)
      note(entity, head, isSubject: grammar.isSubject(description.words))
      return
    }
    let gender = gender(head, lexicon)
    guard introduces(description, gender, analysis) else { return }
    let candidate = unnamed.introduce(description.words, tokens.lexeme[head], gender, sentence: tokens.sentence[head])
    // Behind a preposition stands no one of whom the text goes on to tell, and of an object it must be plain whether it may be he or she.
    let start = description.start
    let isGoverned = start > 0 && (tokens.tag[start - 1] == .in || tokens.tag[start - 1] == .to)
    let isSubject = grammar.isSubject(description.words)
    if isSubject || !isGoverned && gender != .unknown || description.determiner == .possessive {
      note(candidate, head, isSubject: isSubject)
    }
  }

  /// Whether the words bring in somebody new: "a man", "his wife"; not "is a lawyer", "as a lawyer", "Ana Lopez, a lawyer", "a minister".
  ///
  /// Relatives only where he and she tell them from whose relatives they are.
  private func introduces(_ description: Description, _ gender: Gender, _ analysis: Analysis) -> Bool {
    let start = description.start
    let head = description.head
    if description.determiner == .possessive {
      guard tokens.has(head, .kin), description.words.count == 1, gender != .unknown else { return false }
      var owner = Gender.unknown
      if description.modifier >= 0 {
        owner = analysis.entities[Int(analysis.mentions[description.modifier].entity)].gender
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

  private func isComma(_ token: Int) -> Bool { parties.bytes[Int(tokens.start[token])] == UInt8(ascii: ",") }

  /// The one person without a name who was introduced with this age.
  mutating func unnamed(aged age: Double, _ analysis: inout Analysis) -> Int32? {
    let ages = ages
    return unnamed.find { ages.age(in: $0) == age }.map { person($0, &analysis) }
  }

  func gender(_ head: Int, _ lexicon: Lexicon) -> Gender {
    if tokens.has(head, .maleNoun) { return .male }
    if tokens.has(head, .femaleNoun) { return .female }
    return GenderEvidence(lexicon: lexicon).of(tokens.lexeme[head], tokens.classes[head], as: GenderEvidence.nouns) ?? .unknown
  }

  /// The entity of a candidate; one without a name gets its entity now.
  private mutating func person(_ candidate: Int32, _ analysis: inout Analysis) -> Int32 {
    guard UnnamedPeople.isUnnamed(candidate) else { return candidate }
    let (entity, introduction) = unnamed.entity(candidate, &analysis)
    if let introduction { add(introduction, .nominal, entity, 0.6, "nominal.introduced", &analysis) }
    people.replace(candidate, by: entity)
    return entity
  }
}
