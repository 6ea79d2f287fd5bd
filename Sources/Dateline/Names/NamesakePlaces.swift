/// Two places of one name in one article: "Paris, Texas" and "Paris, France".
enum NamesakePlaces {
  /// Mentions of one entity that are looked at.
  private static let mostMentions = 256
  /// Places that one name is split into at most.
  private static let most = 4

  /// Makes an entity of its own for each further larger place beside the name, and gives it the mentions said so and those that follow without a
  /// larger place; returns the new entities, whose mentions are still to be chained. "Paris, Texas" and "Paris, United States" are one.
  ///
  /// - Complexity: O(mentions of the entity).
  static func split(_ entity: Int, _ analysis: inout Analysis) -> [Int] {
    // Most places are named once.
    let first = Int(analysis.entities[entity].mentions.first)
    guard first >= 0, analysis.mentions[first].next >= 0 else { return [] }
    let mentions = Array(analysis.mentions(of: entity).prefix(mostMentions))
    let larger = mentions.map { self.larger(behind: $0, analysis) }
    var owners: [(larger: Int32, entity: Int32)] = []
    for beside in larger where beside >= 0 && !owners.contains(where: { $0.larger == beside }) { owners.append((beside, -1)) }
    guard owners.count > 1, owners.count <= most, areApart(owners.map(\.larger), analysis) else { return [] }
    owners[0].entity = Int32(truncatingIfNeeded: entity)
    var added: [Int] = []
    for index in owners.indices.dropFirst() {
      added.append(analysis.entities.count)
      owners[index].entity = Int32(truncatingIfNeeded: analysis.entities.count)
      var other = analysis.entities[entity]
      other.links = []
      analysis.entities.append(other)
    }
    var current = owners[0].entity
    for (place, mention) in mentions.enumerated() {
      if let owner = owners.first(where: { $0.larger == larger[place] }) { current = owner.entity }
      analysis.mentions[mention].entity = current
    }
    return added
  }

  /// The state or country that stands right behind a mention and a comma; -1 for none.
  private static func larger(behind mention: Int, _ analysis: Analysis) -> Int32 {
    let next = mention + 1
    guard next < analysis.mentions.count, analysis.mentions[next].form == .name, PlaceLinker.isComma(between: mention, analysis) else {
      return -1
    }
    let entity = analysis.mentions[next].entity
    let subtype = analysis.entities[Int(entity)].subtype
    let isLarger = subtype == "country" || subtype == "territory" || subtype == "subdivision"
    return analysis.entities[Int(entity)].type == .place && isLarger ? entity : -1
  }

  /// Whether no two of the larger places are one within the other, as far as the article or the tables say: countries apart, or two states.
  private static func areApart(_ larger: [Int32], _ analysis: Analysis) -> Bool {
    for (index, first) in larger.enumerated() {
      for second in larger[(index + 1)...] {
        let (one, other) = (analysis.entities[Int(first)], analysis.entities[Int(second)])
        let sameCountry = one.links.first?.country != nil && one.links.first?.country == other.links.first?.country
        if sameCountry, one.subtype == "country" || other.subtype == "country" { return false }
      }
    }
    return true
  }
}
