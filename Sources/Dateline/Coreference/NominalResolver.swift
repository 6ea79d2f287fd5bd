/// Resolves definite noun groups: a role to the person who holds it, "the ministry" to the ministry last named, "the company" to the last company.
///
/// Precision first: a bare noun refers to the latest name of its kind, no more than a few sentences back.
struct NominalResolver {
  let gazetteer: GazetteerFile
  let roles: RoleIndex
  /// The latest organization whose name holds a head word, by that word.
  private var byHead: [LexemeID: Int32] = [:]
  private let nouns: NominalHeads
  /// For each kind of `nouns` the entity named last, and the sentence it was named in.
  private var latest: [(entity: Int32, token: Int, sentence: Int32)]
  /// For each entity its kind, found when it is first named: -2 not yet, -1 none.
  private var kindOf: [Int]

  /// Sentences between a name and the noun that refers to it.
  private static let farthest: Int32 = 4
  private let lexicon: Lexicon

  init(gazetteer: GazetteerFile, roles: RoleIndex, nouns: NominalHeads, entities: Int) {
    self.gazetteer = gazetteer
    self.roles = roles
    self.nouns = nouns
    latest = Array(repeating: (-1, -1, -1), count: nouns.count)
    kindOf = Array(repeating: -2, count: entities)
    lexicon = gazetteer.lexicon
  }

  /// What the last word of a nominal is that refers to something named.
  private static let heads = WordClassSet(.role, .title, .orgHead)

  /// Remembers a name just passed.
  mutating func note(_ mention: Mention, _ analysis: Analysis) {
    guard mention.form == .name else { return }
    let entity = Int(mention.entity)
    let type = analysis.entities[entity].type
    guard type == .organization || type == .place else { return }
    if type == .organization {
      for token in mention.tokens.indices where analysis.tokens.has(token, .orgHead) {
        byHead[analysis.tokens.lexeme[token]] = mention.entity
      }
    }
    if kindOf[entity] == -2 { kindOf[entity] = nouns.kind(of: analysis.entities[entity]) ?? -1 }
    guard kindOf[entity] >= 0 else { return }
    latest[kindOf[entity]] = (mention.entity, mention.tokens.last, analysis.tokens.sentence[mention.tokens.first])
  }

  /// The words that refer, the entity meant and the rule; nil when the group is no definite nominal or nothing fits for sure.
  func resolve(_ group: Int, _ people: RecentPeople, _ analysis: Analysis) -> (TokenRange, Int32, Label)? {
    // Most groups are not definite: they must not cost more than this look.
    let kind = analysis.phrases.nouns.kind[group]
    guard kind == .common || kind == .proper else { return nil }
    let first = Int(analysis.phrases.nouns.start[group])
    let possessive = Int(analysis.phrases.nouns.possessive[group])
    guard possessive >= 0 || analysis.tokens.has(first, .articleThe) else { return nil }
    let head = Int(analysis.phrases.nouns.head[group])
    guard analysis.tokens.has(head, anyOf: NominalResolver.heads) || possessive < 0 && head == first + 1 else { return nil }
    let tokens = analysis.tokens
    let start = possessive >= 0 ? possessive + 1 : first + 1
    guard start <= head, analysis.mention(at: head) == nil else { return nil }
    var from = start
    for token in start...head where analysis.mention(at: token) != nil { from = token + 1 }
    guard from <= head else { return nil }
    let range = TokenRange(from, head + 1)
    if tokens.has(head, .role) || tokens.has(head, .title) {
      guard tokens.tag[head] != .nns, tokens.tag[head] != .nnps else { return nil }
      if let person = office(group, from, head, analysis) { return (range, person, "nominal.office") }
      let holders = roles.people(head: head, start: from, analysis, lexicon)
      // A nominal with a nationality of its own ("the Polish president") needs more than the bare role.
      if holders.count == 1, from == start { return (range, holders[0], "nominal.role") }
      return holders.isEmpty ? nil : recent(holders, people).map { (range, $0, "nominal.recent-role") }
    }
    guard possessive < 0, from == first + 1, from == head else { return nil }
    if let entity = named(head, tokens) { return (range, entity, "nominal.kind") }
    if tokens.has(head, .orgHead), tokens.is(head, .lowercase), let entity = byHead[tokens.lexeme[head]] {
      return (range, entity, "nominal.head")
    }
    return nil
  }

  /// The latest entity of a kind that the noun refers to.
  private func named(_ head: Int, _ tokens: TokenTable) -> Int32? {
    var best: (entity: Int32, token: Int, sentence: Int32) = (-1, -1, -1)
    for kind in nouns.kinds(of: tokens.lexeme[head]) where latest[kind].token > best.token { best = latest[kind] }
    return best.entity >= 0 && tokens.sentence[head] - best.sentence <= NominalResolver.farthest ? best.entity : nil
  }

  private func recent(_ holders: [Int32], _ people: RecentPeople) -> Int32? {
    people.list.first { holders.contains($0.entity) }?.entity
  }

  /// "Hungary’s prime minister", "the Turkish president": the person of this article whose office the gazetteer knows.
  private func office(_ group: Int, _ from: Int, _ head: Int, _ analysis: Analysis) -> Int32? {
    let first = Int(analysis.phrases.nouns.start[group])
    guard first < from else { return nil }
    var country: String?
    for token in first..<from {
      guard let mention = analysis.mention(at: token) else { continue }
      let entry = analysis.entities[Int(analysis.mentions[mention].entity)].entry
      if entry >= 0, gazetteer.names.type(entry) == .place { country = gazetteer.names.attribute(entry, "country") }
    }
    guard let country else { return nil }
    let role = analysis.article.text(analysis.tokens.span(TokenRange(from, head + 1))).lowercased()
    var found: Int32?
    for (index, entity) in analysis.entities.enumerated().prefix(200) where entity.type == .person && entity.entry >= 0 {
      guard gazetteer.names.attribute(entity.entry, "country") == country,
        let known = gazetteer.names.attribute(entity.entry, "role"), known.lowercased().contains(role)
      else { continue }
      if found != nil { return nil }
      found = Int32(index)
    }
    return found
  }
}
