/// The offices and occupations that the article gives to people, by their head word: "Defense Minister Rustem Umerov", "Orbán, the prime
/// minister", and what the gazetteer knows of a person's office. One per worker, which deallocates it.
struct RoleIndex {
  private struct Holder {
    /// Lemma of the head word.
    var lemma: LexemeID
    var entity: Int32
    /// Token of the head word in the text.
    var head: Int
    /// First token of the role's words.
    var start: Int
    /// The place or organization named right before the role ("Hungarian Prime Minister"), or -1.
    var of: Int32
    /// The place or organization that "of", "in" and "for" name behind the role ("chairman of Volvo"), or -1.
    var at: Int32
    /// The next holder of a role in the same list, or -1.
    var next: Int32 = -1
  }

  /// Lists of holders; a lemma's holders stand in the list of its lowest bits, in text order.
  private var first = Column<Int32>()
  private var last = Column<Int32>()
  private var holders = Column<Holder>()
  private static let listCount = 32
  /// No role's holders are kept beyond this many: keeps the search bounded.
  private static let mostHolders = 32

  func deallocate() {
    first.deallocate()
    last.deallocate()
    holders.deallocate()
  }

  /// Reads the roles of an article; those of the last one are forgotten.
  mutating func read(_ draft: CoreferenceDraft) {
    first.reset(count: RoleIndex.listCount, repeating: -1)
    last.reset(count: RoleIndex.listCount, repeating: -1)
    holders.removeAll()
    let tokens = draft.tokens
    let mentionOf = draft.layers.mentionOf
    for index in draft.mentions.indices where draft.mentions[index].form == .name {
      let mention = draft.mentions[index]
      guard draft.entities[Int(mention.entity)].type == .person else { continue }
      let sentence = draft.sentences[Int(tokens.sentence[mention.tokens.first])].tokens
      before(mention, sentence, draft, tokens, mentionOf)
      let comma = Int(mention.tokens.end)
      if comma + 1 < Int(sentence.end), draft.layers.isComma(comma) {
        after(mention, comma, sentence, draft, tokens, mentionOf)
      }
    }
  }

  private static func isRole(_ token: Int, _ tokens: TokenColumns) -> Bool {
    tokens.has(token, .role) || tokens.has(token, .title) && !tokens.has(token, .honorific)
  }

  private func isComma(_ token: Int, _ draft: CoreferenceDraft) -> Bool {
    draft.layers.isComma(token)
  }

  @inline(__always)
  private mutating func before(
    _ mention: Mention, _ sentence: TokenRange, _ draft: CoreferenceDraft, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>
  ) {
    var head = mention.tokens.first - 1
    // "Norway’s prime minister, Eva Brandt,"
    let end = Int(mention.tokens.end)
    if head > sentence.first, end < Int(sentence.end), isComma(head, draft), isComma(end, draft) { head -= 1 }
    guard head >= sentence.first, RoleIndex.isRole(head, tokens) else { return }
    var start = head
    while start > sentence.first, head - start < 4, mentionOf[start - 1] < 0 {
      let tag = tokens.tag[start - 1]
      guard tag.isNoun || tag.isAdjective || RoleIndex.isRole(start - 1, tokens) else { break }
      start -= 1
    }
    if start - 1 > sentence.first, head < mention.tokens.first - 1,
      let whole = GovernedDescription.governor(before: start - 1, draft.phrases, tokens)
    {
      return add(mention.entity, whole.last, whole.first, draft, tokens, mentionOf)
    }
    add(mention.entity, head, start, draft, tokens, mentionOf)
  }

  /// "Orbán, the prime minister of Hungary," and "Orbán, Hungary’s prime minister,".
  private mutating func after(
    _ mention: Mention, _ comma: Int, _ sentence: TokenRange, _ draft: CoreferenceDraft, _ tokens: TokenColumns,
    _ mentionOf: UnsafePointer<Int32>
  ) {
    var token = comma + 1
    let limit = min(Int(sentence.end), comma + 8)
    while token < limit {
      if RoleIndex.isRole(token, tokens) {
        var start = token
        while start > comma + 1, tokens.tag[start - 1].isNoun || tokens.tag[start - 1].isAdjective, mentionOf[start - 1] < 0 { start -= 1 }
        add(mention.entity, token, start, draft, tokens, mentionOf)
        return
      }
      let tag = tokens.tag[token]
      guard tag == .dt || tag == .pos || tag == .prps || tag.isNoun || tag.isAdjective else { return }
      token += 1
    }
  }

  private mutating func add(
    _ entity: Int32, _ head: Int, _ start: Int, _ draft: CoreferenceDraft, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>
  ) {
    let lemma = tokens.lemma[head]
    let list = Int(lemma) & (RoleIndex.listCount - 1)
    var known = 0
    var next = first[list]
    while next >= 0 {
      if holders[Int(next)].lemma == lemma { known += 1 }
      next = holders[Int(next)].next
    }
    guard known < RoleIndex.mostHolders else { return }
    let number = Int32(truncatingIfNeeded: holders.count)
    let owner = RoleIndex.owner(before: start, draft.mentions, tokens, mentionOf)
    holders.append(
      Holder(
        lemma: lemma, entity: entity, head: head, start: start, of: owner,
        at: RoleIndex.owner(behind: head, draft.mentions, tokens, mentionOf)))
    if first[list] < 0 { first[list] = number } else { holders.base[Int(last[list])].next = number }
    last[list] = number
  }

  /// The mention that ends right before `start`, a possessive mark passed over; -1 when there is none.
  @inline(__always)
  static func mention(before start: Int, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>) -> Int {
    var token = start - 1
    if token > 0, tokens.flags[token].contains(.possessive) { token -= 1 }
    return token >= 0 ? Int(mentionOf[token]) : -1
  }

  private static func owner(
    before start: Int, _ mentions: UnsafeBufferPointer<Mention>, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>
  ) -> Int32 {
    let mention = mention(before: start, tokens, mentionOf)
    return mention < 0 ? -1 : mentions[mention].entity
  }

  private static let links = WordClassSet(.prepOf, .prepFor, .prepIn)

  private static func owner(
    behind head: Int, _ mentions: UnsafeBufferPointer<Mention>, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>
  ) -> Int32 {
    guard head + 2 < tokens.count, tokens.has(head + 1, anyOf: links) else { return -1 }
    let first = tokens.has(head + 2, .articleThe) ? head + 3 : head + 2
    guard first < tokens.count, tokens.sentence[first] == tokens.sentence[head], mentionOf[first] >= 0 else { return -1 }
    return mentions[Int(mentionOf[first])].entity
  }

  /// No more holders than this are looked through for one person.
  private static let searched = 64

  /// The places and organizations that the article ties a person’s roles to, the latest first: "Volvo chairman Ana Ruiz", "chairman of Volvo".
  func owners(of person: Int32) -> [Int32] {
    var found: [Int32] = []
    for index in stride(from: holders.count - 1, through: max(0, holders.count - RoleIndex.searched), by: -1)
    where holders[index].entity == person {
      for owner in [holders[index].of, holders[index].at] where owner >= 0 && !found.contains(owner) { found.append(owner) }
    }
    return found
  }

  /// Whether a word stands before a role of the person: "foreign" of "Foreign Minister Moe".
  func describes(_ word: LexemeID, _ person: Int32, _ tokens: TokenColumns) -> Bool {
    for index in stride(from: holders.count - 1, through: max(0, holders.count - RoleIndex.searched), by: -1)
    where holders[index].entity == person {
      if (holders[index].start..<holders[index].head).contains(where: { tokens.lexeme[$0] == word }) { return true }
    }
    return false
  }

  /// The people of that role whose modifiers do not contradict the nominal's ("defense minister" is no "foreign minister").
  func people(
    head: Int, start: Int, _ mentions: UnsafeBufferPointer<Mention>, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>
  ) -> [Int32] {
    let lemma = tokens.lemma[head]
    let owner = RoleIndex.owner(before: start, mentions, tokens, mentionOf)
    var found: [Int32] = []
    var next = first[Int(lemma) & (RoleIndex.listCount - 1)]
    while next >= 0 {
      let holder = holders[Int(next)]
      next = holder.next
      guard holder.lemma == lemma else { continue }
      if holder.of >= 0, owner >= 0, holder.of != owner { continue }
      if RoleIndex.agrees(start..<head, holder.start..<holder.head, tokens), !found.contains(holder.entity) { found.append(holder.entity) }
    }
    return found
  }

  /// Whether every modifier of the one role stands before the other too.
  private static func agrees(_ wanted: Range<Int>, _ known: Range<Int>, _ tokens: TokenColumns) -> Bool {
    for token in wanted where !known.contains(where: { tokens.lexeme[$0] == tokens.lexeme[token] }) { return false }
    return true
  }
}
