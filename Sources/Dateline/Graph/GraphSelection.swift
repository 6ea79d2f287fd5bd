/// Which parts of an analysis are written, and under which ids.
public struct GraphSelection {
  /// Entities to write, in text order of their first mention that is kept.
  public private(set) var entities: [Int] = []
  /// Number of each entity's id, 0 when it is left out.
  private(set) var entityID: [Int] = []
  public private(set) var values: [Int] = []
  private(set) var valueID: [Int] = []
  public private(set) var quotes: [Int] = []
  private(set) var quoteID: [Int] = []
  /// Facts in text order.
  private(set) var facts: [Int] = []
  let writesFacts: Bool
  let minimumConfidence: Float

  public init(_ analysis: borrowing Analysis, _ options: GraphOptions) {
    minimumConfidence = options.minimumConfidence
    let layers = GraphLayers(options.only)
    entityID = [Int].filled(0, count: analysis.entities.count)
    valueID = [Int].filled(0, count: analysis.values.count)
    quoteID = [Int].filled(0, count: analysis.quotes.count)
    entities.reserveCapacity(analysis.entities.count)
    for mention in analysis.mentions where mention.entity >= 0 && mention.confidence >= options.minimumConfidence {
      let entity = Int(mention.entity)
      guard entityID[entity] == 0, layers.contains(GraphLayers(analysis.entities[entity].type)) else { continue }
      entities.append(entity)
      entityID[entity] = entities.count
    }
    values.reserveCapacity(analysis.values.count)
    for index in analysis.values.indices where layers.contains(GraphLayers(analysis.values[index].kind)) {
      values.append(index)
      valueID[index] = values.count
    }
    if layers.contains(.quotes) {
      quotes = GraphSelection.inTextOrder(analysis.quotes.count) { analysis.quotes[$0].span.start }
      quotes.removeAll { analysis.quotes[$0].confidence < options.minimumConfidence }
      for (number, index) in quotes.enumerated() { quoteID[index] = number + 1 }
    }
    writesFacts = layers.contains(.facts)
    if writesFacts { facts = GraphSelection.inTextOrder(analysis.facts.count) { analysis.facts[$0].span.start } }
  }

  /// Whether an entity is written: no entity (-1) is not, nor one that another layer or too low a confidence leaves out.
  @inline(__always) public func writes(entity: Int32) -> Bool {
    entity >= 0 && Int(entity) < entityID.count && entityID[Int(entity)] > 0
  }

  /// The numbers below `count`, smallest start first, equal ones as they stand.
  @inline(__always)
  private static func inTextOrder(_ count: Int, _ start: (Int) -> Int32) -> [Int] {
    // Start above, number below: one comparison of whole numbers orders both.
    var keys = [Int].written(0, count: count) { keys in
      for index in 0..<count { keys[index] = Int(start(index)) << 32 | index }
    }
    // They nearly always stand in order.
    for index in 1..<max(1, count) where keys[index - 1] > keys[index] {
      keys.sort()
      break
    }
    for index in 0..<count { keys[index] &= 0xFFFF_FFFF }
    return keys
  }
}

/// Parts of the graph that can be asked for, one bit each.
private struct GraphLayers: OptionSet {
  let rawValue: UInt16

  static let quotes = GraphLayers(named: "quotes")
  static let facts = GraphLayers(named: "facts")
  private static let names = [
    "people", "places", "organizations", "groups", "events", "products", "works", "laws", "numbers", "money", "quantities", "dates",
    "quotes",
    "facts",
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private init(named name: String) { self.init(rawValue: GraphLayers.names.firstIndex(of: name).map { 1 << UInt16($0) } ?? 0) }

  /// The layers of these names; all for none.
  init(_ names: Set<String>) {
    self.init(rawValue: names.isEmpty ? .max : 0)
    for name in names { formUnion(GraphLayers(named: name)) }
  }

  init(_ type: EntityType) {
    // The first names stand in the order of the types.
    self.init(rawValue: 1 << UInt16(type.rawValue))
  }

  init(_ kind: Value.Kind) {
    switch kind {
    case .cardinal, .ordinal, .percent, .age, .score: self.init(rawValue: 1 << 8)
    case .money: self.init(rawValue: 1 << 9)
    case .quantity: self.init(rawValue: 1 << 10)
    case .date, .time, .duration, .set: self.init(rawValue: 1 << 11)
    }
  }
}
