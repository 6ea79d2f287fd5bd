/// Resolves descriptions: a role to the person who holds it, "the company" to the last company, "the Norwegian government" to itself.
///
/// Precision first: a bare noun refers to the latest name of its kind, no more than a few sentences back. One per worker.
final class NominalResolver {
  let gazetteer: GazetteerFile
  let nouns: NominalHeads
  /// What was passed so far; behind an address, so that no access to it is checked for exclusivity.
  private let passed = UnsafeMutablePointer<Passed>.allocate(capacity: 1)

  private struct Passed {
    var things = RecentThings()
    var described = DescribedThings()
    /// The latest organization whose name holds a head word, by that word.
    var byHead = KeyMap()
    var organizations = Column<Int32>()
    /// The organizations that a bare noun was said of, by that noun: "the operator, Norrland Ports, …".
    var byNoun = KeyMap()
    var introduced = Column<Int32>()
  }

  /// Sentences between a name and the noun that refers to it; with a nationality that agrees it may be farther.
  private static let farthest: Int32 = 4
  private static let farthestAgreeing: Int32 = 12

  init(gazetteer: GazetteerFile, nouns: NominalHeads) {
    self.gazetteer = gazetteer
    self.nouns = nouns
    passed.initialize(to: Passed())
  }

  deinit {
    passed.pointee.things.deallocate()
    passed.pointee.described.deallocate()
    passed.pointee.byHead.deallocate()
    passed.pointee.organizations.deallocate()
    passed.pointee.byNoun.deallocate()
    passed.pointee.introduced.deallocate()
    passed.deallocate()
  }

  /// What a description refers to.
  struct Referent {
    var entity: Int32
    var rule: Label
    var confidence: Float
    /// Token after the mention's last one, where more than the description's words belongs to it: "chief executive of Volvo".
    var end: Int?
  }

  /// Asks for the memory of what the gazetteer knows of entities: it lies far away, and much goes by before it is needed.
  func fetchEntries(of entities: UnsafeBufferPointer<Entity>) {
    for index in entities.indices where entities[index].entry >= 0 { gazetteer.names.fetchEntry(entities[index].entry) }
  }

  /// Forgets the last article.
  func start() {
    passed.pointee.things.removeAll()
    passed.pointee.described.removeAll()
    passed.pointee.byHead.removeAll()
    passed.pointee.organizations.removeAll()
    passed.pointee.byNoun.removeAll()
    passed.pointee.introduced.removeAll()
  }

  /// Remembers a name just passed.
  func note(_ number: Int, _ draft: CoreferenceDraft) {
    let tokens = draft.tokens
    let mention = draft.mentions[number]
    guard mention.form == .name else { return }
    // The agency that sends the article is no company of which it tells.
    if let agency = draft.layers.analysis.pointee.dateline?.agency, agency.overlaps(mention.tokens) { return }
    if draft.entities[Int(mention.entity)].type == .organization {
      for token in mention.tokens.indices where tokens.has(token, .orgHead) { note(head: tokens.lexeme[token], mention.entity) }
    }
    let kind = nouns.kind(nouns.kind(of: mention.entity, draft.entities), named: mention.tokens, tokens)
    if kind != 0 {
      passed.pointee.things.note(
        .init(
          entity: mention.entity, kind: kind, token: Int32(truncatingIfNeeded: mention.tokens.last),
          sentence: tokens.sentence[mention.tokens.first]))
    }
    noteWordsBefore(mention, draft)
  }

  @inline(__always)
  private func note(head: LexemeID, _ organization: Int32) {
    NominalResolver.note(organization, by: head, &passed.pointee.byHead, &passed.pointee.organizations)
  }

  private static func note(_ organization: Int32, by word: LexemeID, _ rows: inout KeyMap, _ organizations: inout Column<Int32>) {
    let row = rows.intern(key(word))
    if row == organizations.count { organizations.append(organization) } else { organizations[row] = organization }
  }

  private static func key(_ head: LexemeID) -> UInt64 { UInt64(UInt32(bitPattern: head)) + 1 }

  /// "Japanese carmaker Toyota": what is so described later on is Toyota.
  @inline(__always)
  private func noteWordsBefore(_ mention: Mention, _ draft: CoreferenceDraft) {
    let tokens = draft.tokens
    let mentionOf = draft.layers.mentionOf
    let first = mention.tokens.first
    guard first > 1, tokens.is(first - 1, .lowercase), tokens.tag[first - 1] == .nn, let group = draft.phrases.noun(at: first),
      Int(draft.phrases.nouns.start[group]) < first - 1
    else { return }
    var from = first - 1
    while from > Int(draft.phrases.nouns.start[group]), mentionOf[from - 1] < 0 { from -= 1 }
    if tokens.is(from, .possessive) { from += 1 }
    guard from < first, let modifier = modifier(before: from, tokens, mentionOf) else { return }
    let owner = draft.mentions[modifier]
    let words = TokenRange(from, first)
    passed.pointee.described.note(DescribedThings.key(words, of: owner.entity, tokens), mention.entity, words, start: owner.tokens.first)
  }

  private func modifier(before token: Int, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>) -> Int? {
    var last = token - 1
    if last > 0, tokens.is(last, .possessive) { last -= 1 }
    return last >= 0 && mentionOf[last] >= 0 ? Int(mentionOf[last]) : nil
  }

  /// Whom or what the description means; nil when nothing fits for sure. `first` is called with the words of an earlier description that only
  /// this one makes an entity.
  func resolve(
    _ description: Description, _ apposition: AppositiveName, _ roles: RoleIndex, _ people: RecentPeople, _ draft: inout CoreferenceDraft,
    possessor: Int32, first: (TokenRange, Int32) -> Void
  ) -> Referent? {
    let tokens = draft.tokens
    // "his wife, Ana Ruiz, … his wife": by whose they are, as by a name.
    let isPronoun = possessor >= 0 && description.modifier < 0
    let owner = isPronoun ? possessor : description.modifier < 0 ? -1 : draft.mentions[description.modifier].entity
    let key = owner < 0 ? 0 : DescribedThings.key(description.words, of: owner, tokens)
    let start = description.modifier < 0 ? description.words.first : draft.mentions[description.modifier].tokens.first
    if let beside = apposition.name(of: description, draft) {
      let entity = draft.mentions[beside.mention].entity
      if draft.entities[Int(entity)].type == .organization, description.words.count == 1, beside.rule == "nominal.apposition" {
        NominalResolver.note(entity, by: tokens.lexeme[description.head], &passed.pointee.byNoun, &passed.pointee.introduced)
      }
      if key != 0 { passed.pointee.described.note(key, entity, description.words, start: start) }
      return Referent(entity: entity, rule: beside.rule, confidence: 0.85, end: apposition.extent(description, draft.phrases))
    }
    if description.types.contains(.person), let person = holder(description, apposition, roles, people, draft) { return person }
    if description.determiner == .definite, description.modifier < 0, description.words.count == 1,
      !apposition.isBesideOther(description, draft), let thing = thing(description.head, tokens)
    {
      return thing.entity == apposition.neighbour(of: description, draft) ? nil : thing
    }
    guard key != 0 else { return nil }
    if isPronoun {
      // Said twice without a name it makes no entity: "his house" is nobody of whom the text tells.
      guard case .entity(let entity) = passed.pointee.described.find(key) else { return nil }
      return Referent(entity: entity, rule: "nominal.described", confidence: 0.7)
    }
    if let entity = itself(description, tokens, draft) { return entity }
    switch passed.pointee.described.find(key) {
    case .entity(let entity):
      if description.determiner != .indefinite { return Referent(entity: entity, rule: "nominal.described", confidence: 0.7) }
    case .once(let words, let from):
      guard description.determiner != .indefinite else { break }
      let entity = add(description, TokenRange(from, Int(words.end)), &draft)
      passed.pointee.described.note(key, entity, words, start: from)
      first(words, entity)
      return Referent(entity: entity, rule: "nominal.described", confidence: 0.6)
    case .no:
      if description.determiner == .definite, description.words.count == 1,
        let thing = compatriot(description.head, owner, tokens, draft)
      {
        return thing
      }
    }
    passed.pointee.described.note(key, -1, description.words, start: start)
    return nil
  }

  /// A new entity that nothing names.
  private func add(_ description: Description, _ words: TokenRange, _ draft: inout CoreferenceDraft) -> Int32 {
    var entity = Entity(type: description.types.likeliest, name: .words(draft.tokens.span(words)))
    entity.confidence = 0.6
    return draft.add(entity)
  }

  // MARK: Organizations and places

  /// "the Labour party", "the Volvo company": the name and what it names, which is the modifier itself.
  @inline(__always)
  private func itself(_ description: Description, _ tokens: TokenColumns, _ draft: CoreferenceDraft) -> Referent? {
    guard description.determiner == .definite || description.determiner == .none, description.words.count <= 2 else { return nil }
    let modifier = draft.mentions[description.modifier]
    guard modifier.form == .name, Int(modifier.tokens.end) == description.words.first else { return nil }
    let kind = nouns.kind(of: modifier.entity, draft.entities)
    guard kind & nouns.kinds(of: tokens.lexeme[description.head]) != 0 else { return nil }
    return Referent(entity: modifier.entity, rule: "nominal.itself", confidence: 0.7)
  }

  /// "the company", "the bank": the one that was introduced so, the latest of its kind, or the latest whose name has the word.
  @inline(__always)
  private func thing(_ head: Int, _ tokens: TokenColumns) -> Referent? {
    let known = passed.pointee.byNoun.find(NominalResolver.key(tokens.lexeme[head]))
    if known >= 0 { return Referent(entity: passed.pointee.introduced[known], rule: "nominal.introduced-so", confidence: 0.75) }
    let kinds = nouns.kinds(of: tokens.lexeme[head])
    if kinds != 0,
      let entity = passed.pointee.things.latest(of: kinds, since: tokens.sentence[head] - NominalResolver.farthest, where: { _ in true })
    {
      return Referent(entity: entity, rule: "nominal.kind", confidence: 0.7)
    }
    guard tokens.has(head, .orgHead) else { return nil }
    return named(by: tokens.lexeme[head]).map { Referent(entity: $0, rule: "nominal.head", confidence: 0.7) }
  }

  /// The latest organization whose name holds the word; nil for none.
  func named(by head: LexemeID) -> Int32? {
    let row = passed.pointee.byHead.find(NominalResolver.key(head))
    return row < 0 ? nil : passed.pointee.organizations[row]
  }

  /// "the Japanese carmaker": the latest of its kind that the tables place in that country.
  private func compatriot(_ head: Int, _ owner: Int32, _ tokens: TokenColumns, _ draft: CoreferenceDraft) -> Referent? {
    let kinds = nouns.kinds(of: tokens.lexeme[head])
    guard kinds != 0, let country = country(owner, draft) else { return nil }
    let earliest = tokens.sentence[head] - NominalResolver.farthestAgreeing
    let found = passed.pointee.things.latest(of: kinds, since: earliest) { self.country($0, draft) == country }
    return found.map { Referent(entity: $0, rule: "nominal.kind-of-country", confidence: 0.7) }
  }

  /// The country of an entity by its gazetteer entry, two letters in one integer.
  func country(_ entity: Int32, _ draft: CoreferenceDraft) -> UInt16? {
    let entry = draft.entities[Int(entity)].entry
    guard entry >= 0, let code = gazetteer.names.attributeBytes(entry, "country"), code.count == 2 else { return nil }
    return UInt16(code[0]) << 8 | UInt16(code[1])
  }

  // MARK: People

  /// The person who holds the role.
  @inline(__always)
  private func holder(
    _ description: Description, _ apposition: AppositiveName, _ roles: RoleIndex, _ people: RecentPeople, _ draft: CoreferenceDraft
  ) -> Referent? {
    let head = description.head
    guard draft.tokens.has(head, .role) || draft.tokens.has(head, .title) else { return nil }
    guard description.determiner == .definite || description.determiner == .possessive && description.modifier >= 0 else { return nil }
    if let person = office(description, draft) { return Referent(entity: person, rule: "nominal.office", confidence: 0.7) }
    let holders = roles.people(
      head: head, start: description.words.first, draft.mentions, apposition.tokens, apposition.mentionOf)
    // A nominal with a nationality of its own ("the Polish president") needs more than the bare role.
    if holders.count == 1, description.modifier < 0 || description.determiner == .possessive {
      return Referent(entity: holders[0], rule: "nominal.role", confidence: 0.7)
    }
    guard let recent = people.list.first(where: { holders.contains($0.entity) }) else { return nil }
    return Referent(entity: recent.entity, rule: "nominal.recent-role", confidence: 0.7)
  }

  /// "Hungary’s prime minister", "the Turkish president": the person of this article whose office the gazetteer knows.
  private func office(_ description: Description, _ draft: CoreferenceDraft) -> Int32? {
    guard description.modifier >= 0 else { return nil }
    let owner = draft.mentions[description.modifier].entity
    guard draft.entities[Int(owner)].type == .place, let country = country(owner, draft) else { return nil }
    let names = gazetteer.names
    var role: [UInt8] = []
    var found: Int32?
    for index in draft.entities.indices.prefix(200) where draft.entities[index].type == .person && draft.entities[index].entry >= 0 {
      guard self.country(Int32(index), draft) == country, let known = names.attribute(draft.entities[index].entry, "role") else {
        continue
      }
      // Hardly any article comes this far.
      if role.isEmpty { role = Array(draft.layers.analysis.pointee.article.text(draft.tokens.span(description.words)).lowercased().utf8) }
      guard NominalResolver.holds(Array(known.lowercased().utf8), role) else { continue }
      if found != nil { return nil }
      found = Int32(index)
    }
    return found
  }

  /// Whether a text holds another one.
  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}
