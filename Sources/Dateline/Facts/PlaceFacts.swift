/// Where things lie and what belongs to what: "Gothenburg, Sweden", "Russia’s Bryansk and Kursk regions", "Hezbollah’s elite Radwan Force".
struct PlaceFacts {
  let context: FactContext

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    let mentions = context.mentions
    for index in mentions.indices where mentions[index].form == .name {
      let mention = mentions[index]
      let after = Int(mention.tokens.end)
      guard context.type(index) == .place || context.type(index) == .organization, after < context.tokens.count,
        context.tokens.sentence[after] == context.tokens.sentence[mention.tokens.last]
      else { continue }
      if context.tokens.is(after, .possessive) { possession(index, after, &facts, &evidence) }
      if mention.tokens.first > 1, context.byte(mention.tokens.first - 1) == UInt8(ascii: ":") { list(index, &facts, &evidence) }
      if index + 1 < mentions.count, context.isComma(after), mentions[index + 1].tokens.first == after + 1 {
        pair(index, &facts, &evidence)
      }
    }
  }

  /// "X’s … Y": Y lies in the place X, or is part of the organization X.
  private func possession(_ owner: Int, _ mark: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let mentions = context.mentions
    let ownerType = context.type(owner)
    var index = owner + 1
    var from = mark + 1
    while index < mentions.count, index - owner < 5, mentions[index].tokens.first - from <= 2, mentions[index].form == .name,
      context.tokens.sentence[mentions[index].tokens.first] == context.tokens.sentence[mark]
    {
      let type = context.type(index)
      if ownerType == .place, type == .place {
        add("located_in", "place", index, "in", owner, "fact.place.possessive", &facts, &evidence)
      } else if ownerType == .organization, type == .organization {
        add("part_of", "part", index, "whole", owner, "fact.part.possessive", &facts, &evidence)
      } else {
        break
      }
      from = Int(mentions[index].tokens.end)
      guard from < context.tokens.count, context.tokens.has(from, .andWord) || context.isComma(from) else { break }
      from += 1
      index += 1
    }
  }

  /// "… Peru …: three regions: A, B and C": places of a list after their common noun lie in the country named before, if the tables agree.
  private func list(_ first: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let mentions = context.mentions
    let colon = mentions[first].tokens.first - 1
    guard context.tokens.has(colon - 1, .placeHead) || context.tokens.has(colon - 1, .placePrefix), context.type(first) == .place else {
      return
    }
    let floor = context.sentence(colon).first
    var country = first - 1
    while country >= 0, first - country < 8, mentions[country].tokens.first >= floor,
      context.type(country) != .place || context.entities[Int(context.entity(country))].subtype != "country"
    { country -= 1 }
    guard country >= 0, mentions[country].tokens.first >= floor, let code = countryCode(country) else { return }
    var index = first
    var from = colon + 1
    while index < mentions.count, index - first < 16, mentions[index].tokens.first - from <= 1, context.type(index) == .place {
      if countryCode(index) == code, context.entity(index) != context.entity(country) {
        add("located_in", "place", index, "in", country, "fact.place.list", &facts, &evidence)
      }
      from = Int(mentions[index].tokens.end)
      guard from < context.tokens.count, context.isComma(from) || context.tokens.has(from, .andWord) else { break }
      from += 1
      index += 1
    }
  }

  private func countryCode(_ mention: Int) -> String? {
    context.entities[Int(context.entity(mention))].links.first?.country
  }

  private static let larger: [Label] = ["country", "territory", "subdivision", "region", "continent"]

  /// "City, Country": the second is the larger place.
  private func pair(_ index: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    guard context.type(index) == .place, context.type(index + 1) == .place, context.entity(index) != context.entity(index + 1) else {
      return
    }
    let larger = PlaceFacts.larger
    let outer = context.entities[Int(context.entity(index + 1))].subtype
    let inner = context.entities[Int(context.entity(index))].subtype
    guard larger.contains(outer), inner != "country", !(larger.contains(inner) && inner == outer) else { return }
    add("located_in", "place", index, "in", index + 1, "fact.place.pair", &facts, &evidence)
  }

  private func add(
    _ predicate: Label, _ firstRole: Label, _ first: Int, _ secondRole: Label, _ second: Int, _ rule: Label, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    let a = context.mentions[first].tokens
    let b = context.mentions[second].tokens
    let range = TokenRange(min(a.first, b.first), max(Int(a.end), Int(b.end)))
    let arguments = Fact.Arguments(
      Fact.Argument(role: firstRole, entity: context.entity(first)), Fact.Argument(role: secondRole, entity: context.entity(second)))
    facts.append(FactMaker.make(predicate, arguments, range, 0.8, rule, context, &evidence))
  }
}

/// Ages: "a 76-year-old pastor" in apposition to a name, "Ingrid Halvorsen, the 52-year-old president", "X, 54,".
struct AgeFacts {
  let context: FactContext

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

  private func holder(_ value: Int) -> Int? {
    let words = context.values[value].tokens
    let tokens = context.tokens
    let first = words.first
    let sentence = context.sentence(first)
    if context.values[value].kind == .cardinal {
      // Between commas right after a name: "X, 54,".
      guard let number = context.values[value].number, number >= 1, number <= 115, first >= sentence.first + 2, context.isComma(first - 1),
        Int(words.end) < Int(sentence.end),
        context.isComma(Int(words.end)), let mention = context.mention(at: first - 2), context.type(mention) == .person
      else { return nil }
      return mention
    }
    var token = first - 1
    while token >= sentence.first, first - token <= 3 {
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
    return nil
  }
}
