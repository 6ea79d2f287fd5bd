/// Where things lie and what belongs to what: "Gothenburg, Sweden", "Russia’s Bryansk and Kursk regions", "Hezbollah’s elite Radwan Force".
struct PlaceFacts {
  let context: FactContext

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    let mentions = context.mentions
    for name in context.names {
      let index = Int(name)
      let mention = mentions[index]
      let after = Int(mention.tokens.end)
      guard context.type(index) == .place || context.type(index) == .organization, after < context.tokens.count,
        context.tokens.sentence[after] == context.tokens.sentence[mention.tokens.last]
      else { continue }
      if index + 1 < mentions.count, mentions[index + 1].tokens.first == after + 1, context.tokens.has(after, .prepIn) {
        seat(index, &facts, &evidence)
      }
      if context.tokens.is(after, .possessive) { possession(index, after, &facts, &evidence) }
      if mention.tokens.first > 1, context.byte(mention.tokens.first - 1) == UInt8(ascii: ":") { list(index, &facts, &evidence) }
      if index + 1 < mentions.count, context.isComma(after),
        mentions[index + 1].tokens.first == after + 1
          || mentions[index + 1].tokens.first == after + 2 && context.tokens.has(after + 1, .articleThe)
      {
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
      // "the party’s fight against Volvo"
      guard !(from..<max(from, mentions[index].tokens.first)).contains(where: { context.tokens.tag[$0] == .in }) else { break }
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

  static let larger: [Label] = ["country", "territory", "subdivision", "region", "continent"]

  /// "City, Country": the second is the larger place.
  private func pair(_ index: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    guard context.type(index) == .place, context.type(index + 1) == .place, context.entity(index) != context.entity(index + 1) else {
      return
    }
    let larger = PlaceFacts.larger
    let outer = context.entities[Int(context.entity(index + 1))].subtype
    let inner = context.entities[Int(context.entity(index))].subtype
    guard larger.contains(outer), inner != "country", !(larger.contains(inner) && inner == outer) else { return }
    // "Hong Kong, Japan or Taiwan" is a list.
    let after = Int(context.mentions[index + 1].tokens.end)
    if larger.contains(inner), index + 2 < context.mentions.count, context.mentions[index + 2].tokens.first == after + 1,
      context.tokens.tag[after] == .cc, context.type(index + 2) == .place
    {
      return
    }
    add("located_in", "place", index, "in", index + 1, "fact.place.pair", &facts, &evidence)
  }

  /// "the University of Oslo **in Norway**", "Malmö **in Sweden**": what has a place of its own, in a larger one.
  private func seat(_ index: Int, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let (inner, outer) = (Int(context.entity(index)), Int(context.entity(index + 1)))
    guard context.type(index + 1) == .place, context.mentions[index + 1].form == .name, inner != outer else { return }
    // By index: an entity copied would count references.
    if context.type(index) == .place {
      let (small, large) = (context.entities[inner].subtype, context.entities[outer].subtype)
      guard small != "country", PlaceFacts.larger.contains(large), small != large else { return }
    } else {
      let words = context.mentions[index].tokens
      guard words.indices.contains(where: { context.words.seats.contains(context.tokens.lexeme[$0]) }) else { return }
    }
    add("located_in", "place", index, "in", index + 1, "fact.place.in", &facts, &evidence)
  }

  private func add(
    _ predicate: Label, _ firstRole: Label, _ first: Int, _ secondRole: Label, _ second: Int, _ rule: Label, _ facts: inout [Fact],
    _ evidence: inout [Evidence]
  ) {
    facts.append(FactMaker.tie(predicate, firstRole, first, secondRole, second, rule, context, &evidence))
  }
}
