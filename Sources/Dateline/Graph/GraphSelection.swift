/// Which parts of an analysis are written, and under which ids.
public struct GraphSelection: Sendable {
  /// The lists of all layers, one behind the other: one array, since a selection is made for every article.
  private var numbers: [Int32] = []
  let entityList: List
  let valueList: List
  let quoteList: List
  let factList: List
  let writesFacts: Bool
  let writesMarked: Bool
  let minimumConfidence: Float

  /// What is written of one layer: places in `numbers`.
  struct List: Sendable {
    /// Where the items that are written stand, in order.
    fileprivate let items: Int
    /// Where the number of each item's id stands, 0 for one that is left out.
    fileprivate let ids: Int
    /// How many items the layer has, and how many of them are written.
    fileprivate let total: Int
    fileprivate(set) var count = 0

    fileprivate init(_ total: Int, behind end: inout Int) {
      self.total = total
      items = end
      ids = end + total
      end += 2 * total
    }
  }

  /// Entities to write, in text order of their first mention that is kept.
  public var entities: [Int] { all(entityList) }
  public var values: [Int] { all(valueList) }
  public var quotes: [Int] { all(quoteList) }

  public init(_ analysis: borrowing Analysis, _ options: GraphOptions) {
    self = withUnsafePointer(to: analysis) { GraphSelection(at: $0, options) }
  }

  /// The selection of the analysis at an address.
  init(at address: UnsafePointer<Analysis>, _ options: GraphOptions) {
    let layers = GraphLayers(options.only)
    writesFacts = layers.contains(.facts)
    writesMarked = layers.contains(.quotes)
    minimumConfidence = options.minimumConfidence
    let (mentions, overlaps) = (address.pointee.mentions.elements, address.pointee.overlaps.elements)
    let (known, quoted) = (address.pointee.entities.elements, address.pointee.quotes.elements)
    let (found, stated) = (address.pointee.values.elements, address.pointee.facts.elements)
    let hasMembers = !address.pointee.members.isEmpty
    var end = 0
    var entities = List(known.count, behind: &end)
    var values = List(found.count, behind: &end)
    var quotes = List(quoted.count, behind: &end)
    var facts = List(stated.count, behind: &end)
    numbers = [Int32].written(0, count: end) { numbers in
      // Wholes may be named by overlapping mentions only ("Anna Berg and Karl Moe"): they come behind their members.
      var overlap = hasMembers ? 0 : overlaps.count
      for place in 0...mentions.count {
        let start = place < mentions.count ? mentions[place].span.start : .max
        while overlap < overlaps.count, overlaps[overlap].span.end <= start {
          let entity = Int(overlaps[overlap].entity)
          if case .members = known[entity].name, overlaps[overlap].confidence >= options.minimumConfidence,
            numbers[entities.ids + entity] == 0, layers.contains(.groups)
          {
            entities.add(entity, numbers)
          }
          overlap += 1
        }
        guard place < mentions.count, mentions[place].confidence >= options.minimumConfidence else { continue }
        let entity = Int(mentions[place].entity)
        guard entity >= 0, numbers[entities.ids + entity] == 0, layers.contains(GraphLayers(known[entity].type)) else {
          continue
        }
        entities.add(entity, numbers)
      }
      for index in 0..<values.total where layers.contains(GraphLayers(found[index].kind)) { values.add(index, numbers) }
      if layers.contains(.quotes) {
        for index in 0..<quotes.total where quoted[index].confidence >= options.minimumConfidence { quotes.add(index, numbers) }
        quotes.order(numbers) { quoted[$0].span.start }
      }
      if layers.contains(.facts) {
        for index in 0..<facts.total { facts.add(index, numbers) }
        facts.order(numbers) { stated[$0].span.start }
      }
    }
    entityList = entities
    valueList = values
    quoteList = quotes
    factList = facts
  }

  /// The item that is written as number `place`, from 0.
  @inline(__always) func item(_ place: Int, of list: List) -> Int { Int(numbers[list.items + place]) }

  /// Number of an item's id; 0 for one that is not written, and for none (-1).
  @inline(__always) func id(_ item: Int, of list: List) -> Int { item >= 0 && item < list.total ? Int(numbers[list.ids + item]) : 0 }

  /// Whether an entity is written: no entity (-1) is not, nor one that another layer or too low a confidence leaves out.
  @inline(__always) public func writes(entity: Int32) -> Bool { id(Int(entity), of: entityList) > 0 }

  private func all(_ list: List) -> [Int] { (0..<list.count).map { item($0, of: list) } }
}

extension GraphSelection.List {
  /// Puts an item behind the others.
  @inline(__always)
  fileprivate mutating func add(_ item: Int, _ numbers: UnsafeMutablePointer<Int32>) {
    numbers[items + count] = Int32(truncatingIfNeeded: item)
    count += 1
    numbers[ids + item] = Int32(truncatingIfNeeded: count)
  }

  /// Orders the items by where they start; those that start at one place stay as they are.
  @inline(__always)
  fileprivate func order(_ numbers: UnsafeMutablePointer<Int32>, _ start: (Int) -> Int32) {
    let list = UnsafeMutableBufferPointer(start: numbers + items, count: count)
    // They nearly always stand in order.
    var isOrdered = true
    for place in 0..<max(0, count - 1) where start(Int(list[place])) > start(Int(list[place + 1])) { isOrdered = false }
    guard !isOrdered else { return }
    list.sortShort { (start(Int($0)), $0) < (start(Int($1)), $1) }
    for place in 0..<count { numbers[ids + Int(list[place])] = Int32(truncatingIfNeeded: place + 1) }
  }
}

/// Parts of the graph that can be asked for, one bit each.
private struct GraphLayers: OptionSet {
  let rawValue: UInt16

  static let groups = GraphLayers(named: "groups")
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
