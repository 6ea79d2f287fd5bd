/// Ages: "a 76-year-old pastor" in apposition to a name, "Ingrid Halvorsen, the 52-year-old president", "X, 54,", "She is 44", "died at 91".
struct AgeFacts {
  let context: FactContext
  let subjects: ClauseSubjects
  /// Lexeme of the verb "die".
  let die: LexemeID

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for number in context.values.indices
    where context.values[number].kind == .age || context.values[number].kind == .cardinal {
      guard let holder = holder(number) else { continue }
      // By index: a value copied would count references.
      let (name, age) = (context.mentions[holder].tokens, context.values[number].tokens)
      let range = TokenRange(min(name.first, age.first), max(Int(name.end), Int(age.end)))
      let arguments = Fact.Arguments(
        Fact.Argument(role: "person", entity: context.entity(holder)),
        Fact.Argument(role: "age", value: Int32(number), span: context.values[number].span))
      facts.append(FactMaker.make("has_age", arguments, range, 0.85, "fact.age", context, &evidence))
    }
  }

  private func isAge(_ value: Int) -> Bool {
    guard let number = context.values[value].number else { return false }
    return number >= 1 && number <= 115
  }

  private func holder(_ value: Int) -> Int? {
    let words = context.values[value].tokens
    let tokens = context.tokens
    let first = words.first
    let sentence = context.sentence(first)
    if context.values[value].kind == .cardinal || context.values[value].rule == "age.apposed" || context.values[value].rule == "age.told" {
      guard isAge(value) else { return nil }
      if first >= sentence.first + 2, context.isComma(first - 1), Int(words.end) < Int(sentence.end), context.isComma(Int(words.end)) {
        // Between commas right after a name: "X, 54,".
        guard let mention = context.mention(at: first - 2), context.type(mention) == .person else { return nil }
        return mention
      }
      return said(first, words, sentence)
    }
    // "the 26-year-old said"
    if let mention = context.mention(at: first), context.type(mention) == .person { return mention }
    if context.values[value].rule == "age.aged" {
      // "Blessing Akin, aged 67, died", "…, who died in March, aged 67,", "died aged 67"
      let aged = first - 1
      if aged - 2 >= sentence.first, context.isComma(aged - 1), let mention = context.mention(at: aged - 2),
        context.type(mention) == .person
      {
        return mention
      }
      return subject(of: verb(before: aged, sentence))
    }
    var token = first - 1
    while token >= sentence.first, first - token <= 3 {
      // "her two-year-old son": not hers.
      if tokens.tag[token] == .prps { break }
      if let mention = context.mention(at: token), context.type(mention) == .person { return mention }
      guard tokens.tag[token] == .dt || context.isComma(token) else { break }
      token -= 1
    }
    token = Int(words.end)
    while token < Int(sentence.end), token - first < 5 {
      if let mention = context.mention(at: token), context.type(mention) == .person,
        context.mentions[mention].form == .name
      {
        return mention
      }
      guard tokens.tag[token].isNoun || tokens.tag[token].isAdjective else { break }
      token += 1
    }
    return said(first, words, sentence)
  }

  /// "She is **44**.", "He died at **91**.", "He was **91** when": whose age it is, by the verb.
  private func said(_ first: Int, _ words: TokenRange, _ sentence: TokenRange) -> Int? {
    let tokens = context.tokens
    let end = Int(words.end)
    guard first > sentence.first else { return nil }
    if let verb = context.phrases.verb(at: first - 1), context.verbs.has(verb, .finite), Int(context.verbs.end[verb]) == first,
      tokens.has(Int(context.verbs.head[verb]), .auxiliary), !context.verbs.has(verb, .negated)
    {
      guard end >= Int(sentence.end) || tokens.is(end, .punctuation) || tokens.has(end, .andWord) || tokens.tag[end] == .wrb else {
        return nil
      }
      return subject(of: verb)
    }
    let verb = verb(before: first, sentence)
    guard verb >= 0, context.verbs.lemma[verb] == die, first - Int(context.verbs.end[verb]) <= 3, tokens.tag[first - 1] == .in else {
      return nil
    }
    return subject(of: verb)
  }

  /// The finite verb group before `token` in its sentence, -1 for none. Looked for no further than a clause reaches.
  private func verb(before token: Int, _ sentence: TokenRange) -> Int {
    var at = token - 1
    while at >= sentence.first, token - at <= ClauseComplements.reach {
      if let verb = context.phrases.verb(at: at), context.verbs.has(verb, .finite) { return verb }
      at -= 1
    }
    return -1
  }

  /// The mention of the person who is the verb's only subject.
  private func subject(of verb: Int) -> Int? {
    guard verb >= 0 else { return nil }
    let floor = context.sentence(Int(context.verbs.head[verb])).first
    let groups = subjects.find(before: Int(context.verbs.start[verb]), floor: floor).groups
    guard groups.count == 1, let mention = context.mention(at: Int(context.nouns.head[groups[0]])), context.type(mention) == .person else {
      return nil
    }
    return mention
  }
}
