/// The offices and occupations that the article gives to people, by their head word: "Defense Minister Rustem Umerov", "Orbán, the prime
/// minister", and what the gazetteer knows of a person's office.
struct RoleIndex {
  struct Holder {
    var entity: Int32
    /// Token of the head word in the text.
    var head: Int
    /// First token of the role's words.
    var start: Int
    /// The place or organization named right before the role ("Hungarian Prime Minister"), or -1.
    var of: Int32
  }

  private(set) var holders: [LexemeID: [Holder]] = [:]
  /// No role's holders are kept beyond this many: keeps the search bounded.
  private static let mostHolders = 32

  init(_ analysis: Analysis, _ lexicon: Lexicon) {
    let tokens = analysis.tokens
    for mention in analysis.mentions where mention.form == .name && analysis.entities[Int(mention.entity)].type == .person {
      let sentence = analysis.sentences[Int(tokens.sentence[mention.tokens.first])].tokens
      before(mention, sentence, analysis, lexicon)
      after(mention, sentence, analysis, lexicon)
    }
  }

  private static func isRole(_ token: Int, _ tokens: TokenTable) -> Bool {
    tokens.has(token, .role) || tokens.has(token, .title) && !tokens.has(token, .honorific)
  }

  private mutating func before(_ mention: Mention, _ sentence: TokenRange, _ analysis: Analysis, _ lexicon: Lexicon) {
    let tokens = analysis.tokens
    let head = mention.tokens.first - 1
    guard head >= sentence.first, RoleIndex.isRole(head, tokens) else { return }
    var start = head
    while start > sentence.first, head - start < 4, analysis.mention(at: start - 1) == nil {
      let tag = tokens.tag[start - 1]
      guard tag.isNoun || tag.isAdjective || RoleIndex.isRole(start - 1, tokens) else { break }
      start -= 1
    }
    add(mention.entity, head, start, analysis, lexicon)
  }

  /// "Orbán, the prime minister of Hungary," and "Orbán, Hungary’s prime minister,".
  private mutating func after(_ mention: Mention, _ sentence: TokenRange, _ analysis: Analysis, _ lexicon: Lexicon) {
    let tokens = analysis.tokens
    let comma = Int(mention.tokens.end)
    guard comma + 1 < Int(sentence.end), analysis.article.bytes[Int(tokens.start[comma])] == UInt8(ascii: ",") else { return }
    var token = comma + 1
    let limit = min(Int(sentence.end), comma + 8)
    while token < limit {
      if RoleIndex.isRole(token, tokens) {
        var start = token
        while start > comma + 1, tokens.tag[start - 1].isNoun || tokens.tag[start - 1].isAdjective, analysis.mention(at: start - 1) == nil {
          start -= 1
        }
        add(mention.entity, token, start, analysis, lexicon)
        return
      }
      let tag = tokens.tag[token]
      guard tag == .dt || tag == .pos || tag == .prps || tag.isNoun || tag.isAdjective else { return }
      token += 1
    }
  }

  private mutating func add(_ entity: Int32, _ head: Int, _ start: Int, _ analysis: Analysis, _ lexicon: Lexicon) {
    let lexeme = RoleIndex.lemma(analysis.tokens.lexeme[head], lexicon)
    guard holders[lexeme, default: []].count < RoleIndex.mostHolders else { return }
    holders[lexeme, default: []].append(Holder(entity: entity, head: head, start: start, of: RoleIndex.owner(before: start, analysis)))
  }

  /// The entity whose mention ends right before `start`, a possessive mark passed over; -1 when there is none.
  static func owner(before start: Int, _ analysis: Analysis) -> Int32 {
    var token = start - 1
    if token > 0, analysis.tokens.flags[token].contains(.possessive) { token -= 1 }
    guard token >= 0, let mention = analysis.mention(at: token) else { return -1 }
    return analysis.mentions[mention].entity
  }

  static func lemma(_ lexeme: LexemeID, _ lexicon: Lexicon) -> LexemeID {
    let lemma = lexicon.info(lexeme).lemma
    return lemma >= 0 ? lemma : lexeme
  }

  /// The people of that role whose modifiers do not contradict the nominal's ("defense minister" is no "foreign minister").
  func people(head: Int, start: Int, _ analysis: Analysis, _ lexicon: Lexicon) -> [Int32] {
    let tokens = analysis.tokens
    let owner = RoleIndex.owner(before: start, analysis)
    var found: [Int32] = []
    for holder in holders[RoleIndex.lemma(tokens.lexeme[head], lexicon)] ?? [] {
      let wanted = (start..<head).map { tokens.lexeme[$0] }
      let known = (holder.start..<holder.head).map { tokens.lexeme[$0] }
      let agrees = wanted.allSatisfy { known.contains($0) } || known.isEmpty && wanted.isEmpty
      if holder.of >= 0, owner >= 0, holder.of != owner { continue }
      if agrees, !found.contains(holder.entity) { found.append(holder.entity) }
    }
    return found
  }
}
