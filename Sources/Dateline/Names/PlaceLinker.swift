/// Decides which of several places of one name an article means: Paris in Texas, Georgia the state, London in Ontario.
///
/// The best known place is meant unless the article says otherwise: by the larger place beside the name ("Paris, Texas"), by naming the
/// state or province somewhere, or by naming the country and not that of the best known one. One name means one place in an article, unless it is said in
/// full of two: "Paris, Texas" and "Paris, France". One per worker: what it reads of the tables it remembers.
final class PlaceLinker {
  private let readings: PlaceReadings
  private let names: NameTable
  /// Mentions of one entity that are looked at for a larger place beside them.
  private static let mostMentions = 32
  /// The places of the article at hand; kept for its memory.
  private var context = Context()
  /// From this prominence on a name in another country's news still means the best known place.
  private static let famous = 8

  init(_ gazetteer: GazetteerFile, _ lookup: NameLookup) {
    readings = PlaceReadings(gazetteer, lookup)
    names = gazetteer.names
  }

  /// What the article's places say of each other.
  private struct Context {
    /// Numbers of the article's places among its entities, and what is asked of them.
    var places: [(entity: Int, name: UInt64, country: UInt16, isCountry: Bool)] = []
  }

  /// Asks for the memory that says whether a place's name may mean another.
  @inline(__always) func fetch(_ entry: EntryID) { readings.fetch(entry) }

  /// Links the article's places by context; `describe` completes an entity whose entry has changed.
  ///
  /// - Complexity: O(mentions + ambiguous places × places).
  func run(_ analysis: inout Analysis, describe: (Int, inout Analysis) -> Void) {
    var ambiguous: [(entity: Int, readings: [PlaceReading])] = []
    let count = analysis.entities.count
    for index in 0..<count where analysis.entities[index].type == .place {
      let entry = analysis.entities[index].entry
      guard let meanings = entry >= 0 ? readings.of(entry) : analysis.withName(of: index, readings.unlisted) else { continue }
      ambiguous.append((index, meanings))
      ambiguous += NamesakePlaces.split(index, &analysis).map { ($0, meanings) }
    }
    if analysis.entities.count > count {
      analysis.chainMentions()
      for index in count..<analysis.entities.count { describe(index, &analysis) }
    }
    if ambiguous.isEmpty { return }
    var context = Context()
    swap(&context, &self.context)
    defer { swap(&context, &self.context) }
    context.places.removeAll(keepingCapacity: true)
    for index in analysis.entities.indices where analysis.entities[index].type == .place {
      context.places.append((index, analysis.withName(of: index, PlaceReadings.hash), country(index, analysis), isCountry(index, analysis)))
    }
    // Towns before what may be a country: "Athens, Georgia" says of Athens that it lies in a Georgia, and then of Georgia that Athens lies in it.
    for isLarge in [false, true] {
      for (entity, meanings) in ambiguous where meanings.address.pointee.isLarger == isLarge {
        guard let (number, reason) = choose(entity, meanings, context, analysis) else { continue }
        let reading = meanings[number]
        apply(reading, reason, to: entity, &analysis, describe)
        if let place = context.places.firstIndex(where: { $0.entity == entity }) {
          context.places[place].country = reading.country
          context.places[place].isCountry = isCountry(entity, analysis)
        }
      }
    }
  }

  // By number: an entity is large, and its copy would count references.
  private func isCountry(_ entity: Int, _ analysis: borrowing Analysis) -> Bool { analysis.entities[entity].subtype == "country" }

  private func country(_ entity: Int, _ analysis: borrowing Analysis) -> UInt16 {
    if let link = analysis.entities[entity].links.first?.country { return PlaceReadings.code(link) }
    let entry = analysis.entities[entity].entry
    return entry < 0 ? 0 : readings.country(entry)
  }

  // MARK: Choice

  /// The number of the reading that the article speaks for, when it is not the first; nil to leave the entity as it is.
  private func choose(
    _ entity: Int, _ meanings: [PlaceReading], _ context: Context, _ analysis: Analysis
  ) -> (Int, EntityLink.Reason)? {
    // By address: a reading is large, and its copy would count references.
    let readings = meanings.address
    let beside = places(beside: entity, isLarger: readings.pointee.isLarger, context, analysis)
    var best = 0
    var most = support(readings, entity, beside, context)
    let first = most
    for number in 1..<max(1, meanings.count) {
      let support = support(readings + number, entity, beside, context)
      let gain = PlaceLinker.strength(support) - PlaceLinker.strength(most)
      guard gain > 0 || gain == 0 && readings[best].entry < 0 && readings[number].population > readings[best].population else { continue }
      best = number
      most = support
    }
    guard let reason = most, readings[best].entry < 0 || best > 0 && meanings[best] != meanings[0] else { return nil }
    if readings.pointee.entry < 0 { return reason == .country ? nil : (best, reason) }
    // Cambridge in a text on Massachusetts; but London in a text on Canada stays London.
    let isFamous = names.weight(readings.pointee.entry) >= PlaceLinker.famous
    if isFamous, reason != .pair, reason == .country || first != nil { return nil }
    return (best, reason)
  }

  private static func strength(_ support: EntityLink.Reason?) -> Int { support.map { Int($0.rawValue) } ?? -1 }

  /// The strongest thing in the article that speaks for a reading; nil when nothing does.
  private func support(
    _ readingAt: UnsafePointer<PlaceReading>, _ entity: Int, _ beside: [Int], _ context: Context
  ) -> EntityLink.Reason? {
    let (region, country, isLarger) = (readingAt.pointee.regionName, readingAt.pointee.country, readingAt.pointee.isLarger)
    for index in beside {
      let place = context.places[index]
      // The larger place may itself be one of several: "Athens, Georgia" is no town of the country.
      if place.name == region { return .pair }
      if place.country == country, place.isCountry || isLarger { return .pair }
    }
    var isNamed = false
    for place in context.places where place.country == country && place.country != 0 && place.entity != entity {
      // A state is as good as named when one of its towns is; a town when its state is.
      if isLarger ? !place.isCountry : place.name == region { return .region }
      isNamed = true
    }
    return isNamed ? .country : nil
  }

  /// The places that stand beside a mention of `entity` with nothing but a comma between: behind it ("Paris, Texas"), or, smaller than it,
  /// before it ("Athens, Georgia"). Indices into the context's places.
  private func places(beside entity: Int, isLarger: Bool, _ context: Context, _ analysis: Analysis) -> [Int] {
    var found: [Int] = []
    for mention in analysis.mentions(of: entity).prefix(PlaceLinker.mostMentions) {
      for (first, other) in [(mention, mention + 1), (mention - 1, mention - 1)] {
        guard first >= 0, first + 1 < analysis.mentions.count, analysis.mentions[other].form == .name,
          PlaceLinker.isComma(between: first, analysis),
          let place = context.places.firstIndex(where: { $0.entity == Int(analysis.mentions[other].entity) })
        else { continue }
        // What stands before it is smaller: a list of countries or of towns says nothing.
        if other < mention, !isLarger || context.places[place].isCountry { continue }
        found.append(place)
      }
    }
    return found
  }

  /// Whether nothing but a comma stands between a mention and the next.
  static func isComma(between first: Int, _ analysis: Analysis) -> Bool {
    let comma = Int(analysis.mentions[first].tokens.end)
    return Int(analysis.mentions[first + 1].tokens.start) == comma + 1
      && analysis.article.bytes[Int(analysis.tokens.start[comma])] == UInt8(ascii: ",")
  }

  // MARK: Result

  private func apply(
    _ reading: PlaceReading, _ reason: EntityLink.Reason, to entity: Int, _ analysis: inout Analysis,
    _ describe: (Int, inout Analysis) -> Void
  ) {
    if reading.entry >= 0 {
      analysis.entities[entity].entry = reading.entry
      analysis.entities[entity].links = []
      describe(entity, &analysis)
      if !analysis.entities[entity].links.isEmpty { analysis.entities[entity].links[0].reason = reason }
    } else if let town = reading.town {
      analysis.entities[entity].subtype = town.population >= PlaceLinker.city ? "city" : "town"
      analysis.entities[entity].links = [town.link(reason)]
    }
  }

  /// From this population on a town is a city, as in the tables.
  private static let city = 50_000
}

extension PlaceHomonyms.Town {
  fileprivate func link(_ reason: EntityLink.Reason) -> EntityLink {
    let parts = id.split(separator: ":", maxSplits: 1)
    var link = EntityLink(
      source: String(parts.first ?? ""), id: String(parts.last ?? ""), latitude: latitude, longitude: longitude, country: country)
    link.region = region.isEmpty ? nil : region
    link.reason = reason
    return link
  }
}
