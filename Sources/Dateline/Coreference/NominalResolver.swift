/// Resolves definite noun groups: a role to the person who holds it, "the ministry" to the ministry last named, "the company" to the last company.
struct NominalResolver {
  let gazetteer: GazetteerFile
  let roles: RoleIndex
  /// The latest organization whose name holds a head word, by that word.
  private var byHead: [LexemeID: Int32] = [:]
  private var lastCompany: Int32 = -1
  private let lexicon: Lexicon

  init(gazetteer: GazetteerFile, roles: RoleIndex) {
    self.gazetteer = gazetteer
    self.roles = roles
    lexicon = gazetteer.lexicon
  }

  /// What the last word of a nominal is that refers to something named.
  private static let heads = WordClassSet(.role, .title, .companyNoun, .orgHead)

  /// Remembers a name just passed.
  mutating func note(_ mention: Mention, _ analysis: Analysis) {
    guard mention.form == .name, analysis.entities[Int(mention.entity)].type == .organization else { return }
    for token in mention.tokens.indices where analysis.tokens.has(token, .orgHead) {
      byHead[analysis.tokens.lexeme[token]] = mention.entity
    }
    let subtype = analysis.entities[Int(mention.entity)].subtype
    if subtype == "company" || subtype == "airline" || analysis.tokens.has(mention.tokens.last, .legalForm) { lastCompany = mention.entity }
  }

  /// The words that refer, the entity meant and the rule; nil when the group is no definite nominal or nothing fits for sure.
  func resolve(_ group: Int, _ people: RecentPeople, _ analysis: Analysis) -> (TokenRange, Int32, String)? {
    // Most groups are not definite: they must not cost more than this look.
    let kind = analysis.phrases.nouns.kind[group]
    guard kind == .common || kind == .proper else { return nil }
    let first = Int(analysis.phrases.nouns.start[group])
    let possessive = Int(analysis.phrases.nouns.possessive[group])
    guard possessive >= 0 || analysis.tokens.has(first, .articleThe) else { return nil }
    let head = Int(analysis.phrases.nouns.head[group])
    guard analysis.tokens.has(head, anyOf: NominalResolver.heads) else { return nil }
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
    if tokens.has(head, .companyNoun), lastCompany >= 0 { return (range, lastCompany, "nominal.company") }
    if tokens.has(head, .orgHead), tokens.is(head, .lowercase), let entity = byHead[tokens.lexeme[head]] {
      return (range, entity, "nominal.head")
    }
    return nil
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
