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
  let writesFacts: Bool
  let minimumConfidence: Float

  public init(_ analysis: Analysis, _ options: GraphOptions) {
    minimumConfidence = options.minimumConfidence
    let only = options.only
    func wants(_ name: String) -> Bool { only.isEmpty || only.contains(name) }
    writesFacts = wants("facts")
    entityID = [Int](repeating: 0, count: analysis.entities.count)
    valueID = [Int](repeating: 0, count: analysis.values.count)
    quoteID = [Int](repeating: 0, count: analysis.quotes.count)
    for mention in analysis.mentions where mention.entity >= 0 && mention.confidence >= options.minimumConfidence {
      let entity = Int(mention.entity)
      guard entityID[entity] == 0, wants(GraphSelection.layer(analysis.entities[entity].type)) else { continue }
      entities.append(entity)
      entityID[entity] = entities.count
    }
    for index in analysis.values.indices where wants(GraphSelection.layer(analysis.values[index].kind)) {
      values.append(index)
      valueID[index] = values.count
    }
    if wants("quotes") {
      quotes = GraphSelection.inTextOrder(analysis.quotes.map(\.span.start))
      for (number, index) in quotes.enumerated() { quoteID[index] = number + 1 }
    }
  }

  /// Whether an entity is written: no entity (-1) is not, nor one that another layer or too low a confidence leaves out.
  @inline(__always) public func writes(entity: Int32) -> Bool {
    entity >= 0 && Int(entity) < entityID.count && entityID[Int(entity)] > 0
  }

  /// The indices of `starts`, smallest start first, equal ones as they stand.
  static func inTextOrder(_ starts: [Int32]) -> [Int] { starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) } }

  static func layer(_ type: EntityType) -> String {
    switch type {
    case .person: "people"
    case .place: "places"
    case .organization: "organizations"
    case .group: "groups"
    case .event: "events"
    case .product: "products"
    case .work: "works"
    case .law: "laws"
    }
  }

  static func layer(_ kind: Value.Kind) -> String {
    switch kind {
    case .money: "money"
    case .quantity: "quantities"
    case .date, .time, .duration, .set: "dates"
    case .cardinal, .ordinal, .percent, .age, .score: "numbers"
    }
  }
}
