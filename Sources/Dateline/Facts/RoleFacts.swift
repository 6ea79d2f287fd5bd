/// Who holds which role: "Ukrainian Defense Minister Rustem Umerov", "Presidents X and Y", "Ingrid Halvorsen, the president of the union".
struct RoleFacts {
  let context: FactContext

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for name in context.people {
      let index = Int(name)
      let mention = context.mentions[index]
      before(index, mention, &facts, &evidence)
      after(index, mention, &facts, &evidence)
    }
  }

  private func isRole(_ token: Int) -> Bool {
    let tokens = context.tokens
    return (tokens.has(token, .role) || tokens.has(token, .title) && !tokens.has(token, .honorific))
      && (tokens.end[token] - tokens.start[token] > 3 || tokens.has(token, .role) && tokens.tag[token].isNoun)
      && !tokens.is(token, .abbreviation) && !tokens.has(token, .memberNoun) && !isAdherent(token)
  }

  /// "a Republican" is a party, no office.
  private func isAdherent(_ token: Int) -> Bool {
    guard let mention = context.mention(at: token) else { return false }
    return context.type(mention) == .group && context.mentions[mention].form == .name
  }

  private func isModifier(_ token: Int) -> Bool {
    let tag = context.tokens.tag[token]
    return (tag.isNoun || tag.isAdjective || isRole(token)) && !context.tokens.is(token, .punctuation)
  }

  /// The role right before the name, its owner before that.
  @inline(__always)
  private func before(_ index: Int, _ mention: Mention, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let tokens = context.tokens
    let floor = context.sentence(mention.tokens.first).first
    // "The commission’s chairwoman, Justice Ana Ruiz,": the title is one role, the apposition another.
    let title = mention.tokens.first - 1
    if title > floor, isRole(title), isApposed(mention, title, floor), isRole(title - 2) {
      before(index, mention, title, title - 2, isApposed: true, floor, &facts, &evidence)
    }
    let isApposed = isApposed(mention, mention.tokens.first, floor)
    let head = mention.tokens.first - (isApposed ? 2 : 1)
    guard head >= floor else { return }
    guard isRole(head) else {
      if isApposed { governing(index, mention, head, floor, &facts, &evidence) }
      return
    }
    before(index, mention, mention.tokens.first, head, isApposed: isApposed, floor, &facts, &evidence)
  }

  /// "The archbishop **of Cape Coast**, Gabriel Tetteh,": the role stands before "of" and what it is over.
  private func governing(
    _ index: Int, _ mention: Mention, _ last: Int, _ floor: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]
  ) {
    guard let inner = context.phrases.noun(endingAt: last), Int(context.nouns.start[inner]) - 2 > floor else { return }
    let of = Int(context.nouns.start[inner]) - 1
    guard context.tokens.has(of, .prepOf), isRole(of - 1), let outer = context.phrases.noun(endingAt: of - 1) else { return }
    let start = context.nouns.firstWithoutArticle(outer, context.tokens)
    guard start > Int(context.nouns.start[outer]), start < of, isDefinite(start - 1) else { return }
    let owned = context.mention(at: last)
    // "the Minister of Finance, Ana Ruiz": the words behind "of" are the office's own.
    let end = owned == nil ? last + 1 : of
    add(
      index, TokenRange(start, end), owned.map { context.entity($0) } ?? -1, mention.tokens, "fact.role.apposed", &facts, &evidence)
  }

  /// The role that ends at `head`, before what starts at `name`.
  private func before(
    _ index: Int, _ mention: Mention, _ name: Int, _ head: Int, isApposed: Bool, _ floor: Int, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    let tokens = context.tokens
    var start = head
    while start > floor, head - start < 4, isModifier(start - 1),
      context.mention(at: start - 1).map({ isPartOfRole($0, head) }) ?? true
    { start -= 1 }
    // Without a determiner or an owner before it, what stands before a comma may be a name or an item of a list.
    guard !isApposed || start > floor && isDefinite(start - 1) else { return }
    if isApposed, let whole = GovernedDescription.governor(before: start - 1, context.phrases, tokens) {
      if isRole(whole.last) { add(index, whole, -1, mention.tokens, "fact.role.apposed", &facts, &evidence) }
      return
    }
    let owned = start > floor ? RoleIndex.mention(before: start, tokens, context.layers.mentionOf) : -1
    var owner = owned < 0 ? -1 : context.entity(owned)
    if owner < 0, let inside = context.mention(at: start), context.type(inside) == .organization, context.mentions[inside].form == .name,
      context.mentions[inside].tokens.first == start, Int(context.mentions[inside].tokens.end) <= head
    {
      // "Volvo chief executive"
      owner = context.entity(inside)
      start = Int(context.mentions[inside].tokens.end)
    }
    let role = TokenRange(start < head && tokens.lexeme[start] == context.words.own ? start + 1 : start, head + 1)
    add(index, role, owner, mention.tokens, isApposed ? "fact.role.apposed" : "fact.role.before", &facts, &evidence)
    // "Presidents X and Y": the plural covers the names that follow.
    guard tokens.tag[head] == .nns || tokens.tag[head] == .nnps else { return }
    var last = mention
    var next = index + 1
    while next < context.mentions.count, next - index < 6 {
      let other = context.mentions[next]
      let gap = Int(other.tokens.start) - Int(last.tokens.end)
      guard (1...2).contains(gap), context.type(next) == .person,
        tokens.has(other.tokens.first - 1, .andWord) || context.isComma(Int(last.tokens.end))
      else { break }
      add(next, role, owner, other.tokens, "fact.role.plural", &facts, &evidence)
      last = other
      next += 1
    }
  }

  /// "Its chief executive, Cristina Amaral, …": commas on both sides of the name, or the sentence's end behind it.
  @inline(__always)
  private func isApposed(_ mention: Mention, _ first: Int, _ floor: Int) -> Bool {
    var end = Int(mention.tokens.end)
    let sentence = context.sentence(mention.tokens.first)
    guard first - 2 > floor, context.isComma(first - 1) else { return false }
    if end + 1 < Int(sentence.end), context.tokens.has(end, .prepOf), let home = context.mention(at: end + 1), context.type(home) == .place
    {
      // "the referee, Sandro Vieri of Italy."
      end = Int(context.mentions[home].tokens.end)
    }
    return end >= Int(sentence.end) || context.isComma(end) || context.tokens.is(end, .punctuation) && end + 1 >= Int(sentence.end)
  }

  /// "the", "its", "Hidrovale’s".
  private func isDefinite(_ token: Int) -> Bool {
    let tag = context.tokens.tag[token]
    return context.tokens.has(token, .articleThe) || tag == .prps || context.tokens.is(token, .possessive)
  }

  /// An organization inside the role ("Senate Majority Leader") belongs to its words, and so does the role's own mention; a demonym or a place
  /// does not.
  private func isPartOfRole(_ mention: Int, _ head: Int) -> Bool {
    if context.mentions[mention].form == .nominal { return true }
    return context.type(mention) == .organization && context.mentions[mention].form == .name
      && Int(context.mentions[mention].tokens.end) < head
  }

  /// The role in apposition: "X, the prime minister of Y", "X, a 76-year-old Methodist pastor", "X (R–S.D.)".
  @inline(__always)
  private func after(_ index: Int, _ mention: Mention, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let tokens = context.tokens
    let sentence = context.sentence(mention.tokens.first)
    let comma = Int(mention.tokens.end)
    guard comma + 1 < Int(sentence.end), context.isComma(comma) else { return }
    var token = comma + 1
    if let age = age(behind: comma, Int(sentence.end)) { token = age + 1 }
    let limit = min(Int(sentence.end), token + 9)
    var start = -1
    var owner: Int32 = -1
    while token < limit {
      let tag = tokens.tag[token]
      if tag == .dt || tag == .prps || tag == .pos || tokens.is(token, .possessive) {
        start = -1
      } else if isRole(token), token + 1 >= limit || !isModifier(token + 1) || !isRole(token + 1) {
        // In a list the role is the next person's: "Brandão, Spanish Energy Minister Iñaki Lasarte and …".
        if token + 1 < Int(sentence.end), let next = context.mention(at: token + 1), context.type(next) == .person { return }
        if start < 0 { start = token }
        if owner < 0 { owner = ownerAfter(token, limit) }
        add(
          index, TokenRange(start, token + 1), owner, TokenRange(mention.tokens.first, token + 1), "fact.role.apposition", &facts, &evidence
        )
        return
      } else if let inner = context.mention(at: token), context.type(inner) != .group, context.entity(inner) != context.entity(index) {
        owner = context.entity(inner)
        start = -1
      } else if isModifier(token) || tokens.is(token, .hasHyphen) {
        if start < 0, !tokens.is(token, .hasDigit) { start = token }
      } else {
        return
      }
      token += 1
    }
  }

  /// "Helen Moore, 71, a retired teacher": the comma behind the age.
  private func age(behind comma: Int, _ end: Int) -> Int? {
    let value = Int(context.value(in: TokenRange(comma + 1, comma + 2)))
    guard value >= 0, context.values[value].kind == .cardinal || context.values[value].kind == .age else { return nil }
    let close = Int(context.values[value].tokens.end)
    return close + 1 < end && context.isComma(close) ? close : nil
  }

  /// "of Y", "at Y" after a role.
  private func ownerAfter(_ token: Int, _ limit: Int) -> Int32 {
    let tokens = context.tokens
    guard token + 2 < limit, tokens.has(token + 1, .prepOf) || tokens.has(token + 1, .prepIn) else { return -1 }
    for next in (token + 2)..<min(limit, token + 4) {
      if let mention = context.mention(at: next) { return context.entity(mention) }
    }
    return -1
  }

  private func add(
    _ index: Int, _ role: TokenRange, _ owner: Int32, _ until: TokenRange, _ rule: Label, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    let tokens = context.tokens
    let low = min(role.first, until.first)
    let high = max(Int(role.end), Int(until.end))
    var arguments = Fact.Arguments(
      Fact.Argument(role: "holder", entity: context.entity(index)), Fact.Argument(role: "role", span: tokens.span(role)))
    // Nobody is somebody's own secretary: the role's words are then a mention of the holder.
    if owner >= 0, owner != context.entity(index) { arguments.append(Fact.Argument(role: "of", entity: owner)) }
    facts.append(FactMaker.make("holds_role", arguments, TokenRange(low, high), 0.85, rule, context, &evidence))
  }
}
