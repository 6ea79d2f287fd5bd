/// Facts that two names state which stand side by side: "Emre Aydin of Turkey", "Turkey’s Emre Aydin", "Helga Strand’s Labour Party",
/// "London-based Akbank".
///
/// In code, not as patterns: a pattern that begins with a name is tried at each of them.
struct NeighbourFacts {
  let context: FactContext
  /// Words between "based" and the organization.
  private static let mostModifiers = 4

  /// - Complexity: O(mentions).
  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    guard context.mentions.count > 1 else { return }
    for index in 0..<context.mentions.count - 1 {
      let (one, other) = (context.mentions[index].tokens, context.mentions[index + 1].tokens)
      let gap = other.first - Int(one.end)
      guard gap > 0, gap <= NeighbourFacts.mostModifiers + 2, context.tokens.sentence[one.first] == context.tokens.sentence[other.first],
        context.entity(index) >= 0, context.entity(index + 1) >= 0, context.entity(index) != context.entity(index + 1)
      else { continue }
      switch (context.type(index), context.type(index + 1)) {
      case (.person, .place) where gap == 1 && context.tokens.has(Int(one.end), .prepOf) && isCountry(index + 1):
        add("nationality", ("person", index), ("country", index + 1), 0.85, "fact.nationality.of", &facts, &evidence)
      case (.place, .person) where gap == 1 && context.tokens.is(Int(one.end), .possessive) && isCountry(index):
        add("nationality", ("person", index + 1), ("country", index), 0.85, "fact.nationality.of", &facts, &evidence)
      case (.person, .organization) where gap == 1 && context.tokens.is(Int(one.end), .possessive) && isParty(index + 1):
        add("party", ("person", index), ("party", index + 1), 0.85, "fact.party.possessive", &facts, &evidence)
      case (.place, .organization) where gap > 1 && isBased(Int(one.end), before: other.first):
        add("located_in", ("place", index + 1), ("in", index), 0.75, "fact.seat.before", &facts, &evidence)
      default: break
      }
    }
  }

  private func subtype(_ mention: Int) -> Label { context.entities[Int(context.entity(mention))].subtype }
  private func isCountry(_ mention: Int) -> Bool { context.mentions[mention].form == .name && subtype(mention) == "country" }
  private func isParty(_ mention: Int) -> Bool { subtype(mention) == "party" || subtype(mention) == "party-adherents" }

  /// "-based", "-headquartered", and what sort of organization it is.
  private func isBased(_ hyphen: Int, before end: Int) -> Bool {
    let tokens = context.tokens
    guard tokens.length(hyphen) <= 3, tokens.is(hyphen, .punctuation), !tokens.is(hyphen, .spaceBefore),
      !tokens.is(hyphen + 1, .spaceBefore),
      context.words.based.contains(tokens.lexeme[hyphen + 1])
    else { return false }
    return (hyphen + 2..<end).allSatisfy {
      tokens.tag[$0].isAdjective || tokens.tag[$0] == .nn || tokens.tag[$0] == .nns || tokens.tag[$0] == .vbg
    }
  }

  private func add(
    _ predicate: Label, _ first: (role: Label, mention: Int), _ second: (role: Label, mention: Int), _ confidence: Float, _ rule: Label,
    _ facts: inout [Fact], _ evidence: inout [Evidence]
  ) {
    let (one, other) = (context.mentions[first.mention].tokens, context.mentions[second.mention].tokens)
    let range = TokenRange(min(one.first, other.first), max(Int(one.end), Int(other.end)))
    let arguments = Fact.Arguments(
      Fact.Argument(role: first.role, entity: context.entity(first.mention)),
      Fact.Argument(role: second.role, entity: context.entity(second.mention)))
    facts.append(FactMaker.make(predicate, arguments, range, confidence, rule, context, &evidence))
  }
}
