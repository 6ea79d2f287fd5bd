/// What short words between two names say: "Emre Aydin of Akbank", "Peru’s Ana Ruiz", "Helga Strand’s Labour Party", "London-based Akbank".
///
/// Read from name to name: as patterns, they would be tried at every name of a text.
struct NameTies {
  let context: FactContext

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for name in context.names {
      let index = Int(name)
      switch context.type(index) {
      case .person:
        country(before: index, &facts, &evidence)
        owner(behind: index, &facts, &evidence)
      case .place: seat(behind: index, &facts, &evidence)
      default: break
      }
    }
  }

  private func isCountry(_ mention: Int) -> Bool {
    context.type(mention) == .place && context.entities[Int(context.entity(mention))].subtype == "country"
  }

  private func isParty(_ mention: Int) -> Bool { context.isParty(context.entity(mention)) }

  /// "**Peru’s** Ana Ruiz"
  private func country(before person: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let first = context.mentions[person].tokens.first
    guard first > 1, context.tokens.is(first - 1, .possessive), let country = context.mention(at: first - 2),
      context.mentions[country].form == .name, isCountry(country)
    else { return }
    add("nationality", "person", person, "country", country, "fact.nationality.of", &facts, &evidence)
  }

  /// "Ana Ruiz **of Peru**", "Emre Aydin, **of the Turkish bank Akbank**", "Helga Strand**’s Labour Party**".
  private func owner(behind person: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let tokens = context.tokens
    let sentence = context.sentence(context.mentions[person].tokens.first)
    var token = Int(context.mentions[person].tokens.end)
    guard token + 1 < Int(sentence.end) else { return }
    if tokens.is(token, .possessive) {
      if let party = context.mention(at: token + 1), context.type(party) == .organization, isParty(party) {
        add("party", "person", person, "party", party, "fact.party.possessive", &facts, &evidence)
      }
      return
    }
    if context.isComma(token) { token += 1 }
    guard tokens.has(token, .prepOf) else { return }
    let limit = min(Int(sentence.end), token + NameTies.reach)
    token += 1
    while token < limit {
      if let owner = context.mention(at: token), context.mentions[owner].form == .name {
        if context.type(owner) == .organization {
          let (predicate, role): (Label, Label) = isParty(owner) ? ("party", "party") : ("works_for", "object")
          let name: Label = isParty(owner) ? "person" : "agent"
          add(predicate, name, person, role, owner, "fact.party.of", &facts, &evidence)
        } else if isCountry(owner), token - 1 <= Int(context.mentions[person].tokens.end) + 1 {
          add("nationality", "person", person, "country", owner, "fact.nationality.of", &facts, &evidence)
        }
        return
      }
      guard tokens.tag[token] == .dt || tokens.tag[token].isAdjective || tokens.tag[token].isNoun else { return }
      token += 1
    }
  }

  /// No more words stand between "of" and the name it leads.
  private static let reach = 5

  /// "**London-based** Akbank"
  private func seat(behind place: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let tokens = context.tokens
    let hyphen = Int(context.mentions[place].tokens.end)
    let limit = min(tokens.count, hyphen + NameTies.reach + 1)
    guard hyphen + 2 < tokens.count, tokens.is(hyphen, .punctuation), context.words.based.contains(tokens.lexeme[hyphen + 1]),
      tokens.sentence[hyphen + 1] == tokens.sentence[hyphen - 1]
    else { return }
    var token = hyphen + 2
    while token < limit, tokens.sentence[token] == tokens.sentence[hyphen] {
      if let seated = context.mention(at: token), context.mentions[seated].form == .name {
        if context.type(seated) == .organization {
          add("located_in", "place", seated, "in", place, "fact.seat.based", &facts, &evidence)
        }
        return
      }
      guard tokens.tag[token].isAdjective || tokens.tag[token].isNoun else { return }
      token += 1
    }
  }

  private func add(
    _ predicate: Label, _ firstRole: Label, _ first: Int, _ secondRole: Label, _ second: Int, _ rule: Label, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    guard context.entity(first) != context.entity(second) else { return }
    facts.append(FactMaker.tie(predicate, firstRole, first, secondRole, second, rule, context, &evidence))
  }
}
