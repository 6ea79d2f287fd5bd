/// Results of matches, read from their scores: "Harrow Town 3-1 Kelm Rovers", "Harrow ended their run with a 3-1 win over Rovers", "Harrow’s 2-0
/// defeat by Rovers". What a verb says of a match ("beat them 3-1") is read with the verb.
struct MatchFacts {
  let context: FactContext
  let governors: ClauseGovernors

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for score in context.values.indices where context.values[score].kind == .score {
      line(score, &facts, &evidence)
      noun(score, &facts, &evidence)
    }
  }

  /// "**Harrow Town 3-1 Kelm Rovers**": the names on both sides; the numbers say who won.
  private func line(_ score: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let words = context.values[score].tokens
    let end = Int(words.end)
    guard words.first > 0, end < context.tokens.count, let home = side(at: words.first - 1), let guests = side(at: end),
      Int(context.mentions[home].tokens.end) == words.first, context.mentions[guests].tokens.first == end,
      context.tokens.sentence[words.first - 1] == context.tokens.sentence[end],
      // "They beat Leeds 2-1 Hull lost": no line.
      !isObject(context.mentions[home].tokens.first), let (first, second) = goals(score)
    else { return }
    let homeWon = first >= second
    let (agent, object) = (context.entity(homeWon ? home : guests), context.entity(homeWon ? guests : home))
    let range = TokenRange(context.mentions[home].tokens.first, Int(context.mentions[guests].tokens.end))
    add(first == second ? "drew" : "beat", agent, object, score, range, "fact.match.line", &facts, &evidence)
  }

  /// Whether a verb stands right before a token.
  private func isObject(_ token: Int) -> Bool {
    token > context.sentence(token).first && context.phrases.verb(at: token - 1) != nil
  }

  /// "with a 3-1 **win over Rovers**", "a 1-1 **draw with Rovers**", "the 2-0 **defeat by Rovers**".
  private func noun(_ score: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let words = context.values[score].tokens
    let sentence = context.sentence(words.first)
    guard Int(words.end) < Int(sentence.end), let group = context.phrases.noun(at: Int(words.end)) else { return }
    let head = Int(context.nouns.head[group])
    let preposition = Int(context.nouns.end[group])
    guard preposition + 1 < Int(sentence.end), let predicate = predicate(head), let opponent = opponent(behind: preposition),
      let agent = agent(group, score, sentence), context.entity(agent) != context.entity(opponent)
    else { return }
    let range = TokenRange(context.mentions[agent].tokens.first, Int(context.mentions[opponent].tokens.end))
    add(predicate, context.entity(agent), context.entity(opponent), score, range, "fact.match.noun", &facts, &evidence)
  }

  private func predicate(_ head: Int) -> Label? {
    let lexeme = context.tokens.lexeme[head]
    if context.words.victories.contains(lexeme) { return "beat" }
    if context.words.defeats.contains(lexeme) { return "lost" }
    return context.words.draws.contains(lexeme) ? "drew" : nil
  }

  /// The side that a preposition leads: "over Rovers", "with the Rovers"; behind "at" may stand a ground.
  private func opponent(behind token: Int) -> Int? {
    guard context.tokens.tag[token] == .in || context.tokens.tag[token] == .to,
      context.prepositions.bit(context.tokens.lexeme[token]) & Prepositions.opposing != 0
    else { return nil }
    return side(at: context.tokens.has(token + 1, .articleThe) ? token + 2 : token + 1)
  }

  /// The owner of the noun ("**Harrow’s** 3-1 win"), else the subject of the clause that tells of it: a team, not who scored.
  private func agent(_ group: Int, _ score: Int, _ sentence: TokenRange) -> Int? {
    var first = min(Int(context.nouns.start[group]), context.values[score].tokens.first)
    while first > sentence.first, context.tokens.tag[first - 1] == .dt || context.tokens.tag[first - 1].isAdjective { first -= 1 }
    let possessive = Int(context.nouns.possessive[group])
    let owner = possessive >= 0 ? possessive : first - 1
    if owner > sentence.first, context.tokens.is(owner, .possessive) { return side(at: owner - 1) }
    let floor = max(sentence.first, first - ClauseComplements.reach)
    guard first > floor, context.tokens.tag[first - 1] == .in || context.phrases.verb(at: first - 1) != nil else { return nil }
    var token = first - 1
    while token > floor {
      if let verb = context.phrases.verb(at: token), context.verbs.has(verb, .finite) {
        guard !context.verbs.has(verb, .negated), let clause = governors.clause(verb), clause.subjects.count == 1 else { return nil }
        return side(at: Int(context.nouns.head[clause.subjects[0]]))
      }
      token -= 1
    }
    return nil
  }

  /// The club, country or town that a mention at the token names; nil for people.
  private func side(at token: Int) -> Int? {
    guard token < context.tokens.count, let mention = context.mention(at: token) else { return nil }
    switch context.type(mention) {
    case .organization, .place, .group: return context.entity(mention) >= 0 ? mention : nil
    default: return nil
    }
  }

  /// The two numbers of a score.
  private func goals(_ score: Int) -> (Int, Int)? {
    var numbers: [Int] = []
    var value = -1
    for byte in context.bytes[context.values[score].span] {
      if byte &- 48 < 10, value < 1000 {
        value = max(0, value) * 10 + Int(byte - 48)
      } else if value >= 0 {
        numbers.append(value)
        value = -1
      }
    }
    if value >= 0 { numbers.append(value) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  private func add(
    _ predicate: Label, _ agent: Int32, _ object: Int32, _ score: Int, _ range: TokenRange, _ rule: Label, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    guard agent != object else { return }
    var arguments = Fact.Arguments(Fact.Argument(role: "agent", entity: agent), Fact.Argument(role: "object", entity: object))
    arguments.append(Fact.Argument(role: "score", value: Int32(truncatingIfNeeded: score), span: context.values[score].span))
    facts.append(FactMaker.make(predicate, arguments, range, 0.75, rule, context, &evidence))
  }
}
