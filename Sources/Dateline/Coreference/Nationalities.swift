/// The countries that the article ties people to: "the Spanish coach Pep Garcia", "Germany’s Lena Braun", "Lena Braun, 19, of Germany", and what
/// the gazetteer knows. They tell whom "the Spaniard" means.
struct Nationalities {
  private struct Known {
    /// -1 where there are several.
    var person: Int32
    /// Where the person is named first.
    var token: Int
  }

  private var people: [UInt16: Known] = [:]
  private let nominals: NominalResolver

  /// - Complexity: O(mentions); read only once something asks.
  init(_ draft: CoreferenceDraft, _ nominals: NominalResolver) {
    self.nominals = nominals
    for mention in draft.mentions where mention.form == .name {
      guard draft.entities[Int(mention.entity)].type == .person else { continue }
      if let country = nominals.country(mention.entity, draft) { note(country, mention) }
      if let country = before(mention, draft) ?? behind(mention, draft) { note(country, mention) }
    }
  }

  /// Whether nobody of a country is named, and of a person no country is known.
  func isOpen(_ country: UInt16?, _ person: Int32) -> Bool {
    (country.map { people[$0] == nil } ?? true) && !people.values.contains { $0.person == person }
  }

  /// The only person of a country, if one is named before the token.
  func person(of country: UInt16, before token: Int) -> Int32? {
    guard let known = people[country], known.person >= 0, known.token < token else { return nil }
    return known.person
  }

  private mutating func note(_ country: UInt16, _ mention: Mention) {
    let known = people[country]?.person ?? mention.entity
    if people[country] == nil { people[country] = Known(person: known, token: mention.tokens.first) }
    if known != mention.entity { people[country]?.person = -1 }
  }

  /// "the **Spanish** coach Pep Garcia", "**Germany**’s Lena Braun".
  private func before(_ mention: Mention, _ draft: CoreferenceDraft) -> UInt16? {
    let first = mention.tokens.first
    guard let group = draft.phrases.noun(at: first) else { return nil }
    var token = first - 1
    while token >= Int(draft.phrases.nouns.start[group]) {
      if let country = country(at: token, draft, possessed: token + 1 < first && draft.tokens.is(token + 1, .possessive)) { return country }
      token -= 1
    }
    return nil
  }

  /// "Pep Garcia, a **Spaniard**", "Pep Garcia, 40, the **Spanish** coach", "Lena Braun of **Germany**", "Lena Braun (**Germany**)".
  private func behind(_ mention: Mention, _ draft: CoreferenceDraft) -> UInt16? {
    let tokens = draft.tokens
    let sentence = tokens.sentence[mention.tokens.first]
    func isMark(_ token: Int, _ mark: UInt8) -> Bool {
      token < tokens.count && tokens.sentence[token] == sentence && draft.layers.bytes[Int(tokens.start[token])] == mark
    }
    var next = Int(mention.tokens.end)
    if isMark(next, UInt8(ascii: ",")), next + 1 < tokens.count, tokens.is(next + 1, .number), isMark(next + 2, UInt8(ascii: ",")) {
      next += 2
    }
    if isMark(next, UInt8(ascii: "(")), isMark(next + 2, UInt8(ascii: ")")) { return country(at: next + 1, draft, possessed: true) }
    let comma = isMark(next, UInt8(ascii: ","))
    if comma { next += 1 }
    guard next + 1 < tokens.count, tokens.sentence[next] == sentence else { return nil }
    if tokens.has(next, anyOf: Nationalities.origins) { return country(at: next + 1, draft, possessed: true) }
    guard comma, let group = draft.phrases.noun(startingAt: next) else { return nil }
    for token in next..<Int(draft.phrases.nouns.end[group]) {
      if let country = country(at: token, draft, possessed: false) { return country }
    }
    return nil
  }

  private static let origins = WordClassSet(.prepOf, .prepFrom)

  /// The country of the nationality named at a token, or of the country itself where the words around say that somebody belongs to it.
  private func country(at token: Int, _ draft: CoreferenceDraft, possessed: Bool) -> UInt16? {
    guard let number = draft.layers.mention(at: token) else { return nil }
    let mention = draft.mentions[number]
    let entity = draft.entities[Int(mention.entity)]
    let isNationality = mention.form == .demonym || entity.type == .group
    guard isNationality || possessed && entity.type == .place && entity.subtype == "country" else { return nil }
    return nominals.country(mention.entity, draft)
  }
}

/// What a word for people of a nationality may mean by its form: one of them ("Spaniard", "German"), one or all ("the Portuguese", "the French"), or
/// several ("Germans").
enum NationalForm {
  case one, oneOrAll, several

  init(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    func word(_ token: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[Int(tokens.start[token])..<Int(tokens.end[token])])
    }
    func ends(_ suffix: StaticString) -> Bool {
      word(token).suffix(suffix.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
    }
    if ends("ese") || ends("sh") || ends("nch") || ends("tch") || ends("iss") {
      // "The French were", "The French are"
      let next = token + 1
      let isPlural = next < tokens.count && (tokens.tag[next] == .vbp || word(next).elementsEqual("were".utf8))
      self = isPlural ? .several : .oneOrAll
    } else {
      self = tokens.tag[token] == .nns || tokens.tag[token] == .nnps || ends("s") ? .several : .one
    }
  }
}

extension CoreferenceReading {
  /// "the Spaniard", "the German": the article's only person of that nationality, as a mention over the one of the nationality. Nil rather than a
  /// guess for everybody else.
  mutating func national(_ number: Int, _ nominals: NominalResolver, _ draft: inout CoreferenceDraft) {
    let mention = draft.mentions[number]
    let head = mention.tokens.last
    let group = Int(parties.phrases.nounOf[head])
    guard mention.tokens.count == 1, group >= 0 else { return }
    let nouns = parties.phrases.nouns
    let start = Int(nouns.start[group])
    guard tokens.has(start, .articleThe), Int(nouns.possessive[group]) == head + 1 || Int(nouns.end[group]) == head + 1 else { return }
    let country = nominals.country(mention.entity, draft)
    let form = NationalForm(head, tokens, parties.bytes)
    if form == .several { return }
    let known = nationalities ?? Nationalities(draft, nominals)
    nationalities = known
    var found = country.flatMap { known.person(of: $0, before: start) }
    if let person = found, form == .oneOrAll, !isRecent(person, start) { found = nil }
    // "Hugo Lind came. The Swede left.": nobody else can be meant.
    if found == nil, form == .one, let person = onlyPerson(start), known.isOpen(country, person) { found = person }
    guard let person = found else { return }
    let words = TokenRange(start + 1, head + 1)
    let evidence = draft.record(Evidence(.coreference, "nominal.nationality", 1))
    draft.add(
      overlap: Mention(
        span: tokens.span(words), tokens: words, form: .nominal, entity: person, confidence: CoreferenceReading.nationality,
        evidence: evidence))
    note(person, head, of: grammar.verb(of: words))
  }

  /// The only person of whom the paragraph has told so far, in this sentence or the one before.
  private func onlyPerson(_ token: Int) -> Int32? {
    var found: Int32?
    for candidate in people.list where candidate.paragraph == paragraph {
      guard found == nil, !UnnamedPeople.isUnnamed(candidate.entity), Int(tokens.sentence[token]) - candidate.sentence == 1 else {
        return nil
      }
      found = candidate.entity
    }
    return found
  }

  /// Whether a person is what this sentence or the one before is about.
  private func isRecent(_ person: Int32, _ token: Int) -> Bool {
    people.list.contains { $0.entity == person && $0.isSubject && Int(tokens.sentence[token]) - $0.sentence <= 1 }
  }

  /// How sure it is that the only person of a country is meant.
  private static let nationality: Float = 0.7
}
