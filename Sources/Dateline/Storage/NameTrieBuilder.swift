import CICU

/// Grows the names' trie: the root's children are known by their lexeme, all other nodes stand in one hash table.
///
/// What a node's record says of its followers and of the words that begin and continue names is written as the node is made: no pass over the
/// finished table.
struct NameTrieBuilder {
  private var slots: [TrieSlot]
  private var used = 0
  private var nodeCount: Int
  private var roots: [RootChild]
  /// For each lexeme what it is in names, as `LexemeInfo.nameFlags` has it.
  private var nameFlags: [UInt8]
  /// For each surface that has tokens its node and its reading.
  private var nodes: [Int32] = []
  private var readings: [Reading] = []

  private static let starts: UInt8 = 2
  private static let goesOn: UInt8 = 4
  private static let startsSmall: UInt8 = 8
  /// How many surfaces ahead memory is asked for.
  private static let ahead = 12

  init(lexemeCount: Int, expecting surfaces: Int) {
    slots = .filledLarge(TrieSlot(), count: CompiledBuilder.capacity(surfaces))
    nodeCount = lexemeCount + 1
    roots = .filledLarge(RootChild(), count: lexemeCount)
    nameFlags = .filled(0, count: lexemeCount)
    nodes.reserveLarge(surfaces)
    readings.reserveLarge(surfaces)
  }

  /// Inserts surfaces of `text`, whose lexemes are in `path`, `steps` telling how many each has.
  mutating func insert(_ surfaces: [NameTables.Surface], _ steps: [NameLayout.Step], _ path: [LexemeID], text: [UInt8]) {
    var from = 0
    var fetched = 0
    var fetchedFrom = 0
    for (index, step) in steps.enumerated() {
      while fetched < min(steps.count, index + NameTrieBuilder.ahead) {
        if steps[fetched].tokenCount > 1 { fetch(path[fetchedFrom], path[fetchedFrom + 1]) }
        fetchedFrom += Int(steps[fetched].tokenCount)
        fetched += 1
      }
      let next = from + Int(step.tokenCount)
      if next > from { insert(surfaces[index], step, path[from..<next], text) }
      from = next
    }
  }

  private mutating func insert(
    _ surface: NameTables.Surface, _ step: NameLayout.Step, _ path: ArraySlice<LexemeID>, _ text: [UInt8]
  ) {
    var flags = surface.flags
    if !flags.contains(.lower), !step.anyCapital || isAcronym(surface, text) { flags.insert(.exact) }
    let first = path[path.startIndex]
    let small = flags.contains(.lower) || step.capitals & 1 == 0 ? NameTrieBuilder.startsSmall : 0
    nameFlags[Int(first)] |= NameTrieBuilder.starts | small
    nodes.append(node(path))
    readings.append(
      Reading(
        entry: surface.entry, surfaceOffset: surface.start, surfaceLength: UInt16(truncatingIfNeeded: surface.end - surface.start),
        flags: flags.rawValue, capitals: step.capitals))
  }

  /// Two to six letters, all capital.
  private func isAcronym(_ surface: NameTables.Surface, _ text: [UInt8]) -> Bool {
    let range = Int(surface.start)..<Int(surface.end)
    return (2...6).contains(range.count) && range.allSatisfy { text[$0] &- 65 < 26 }
  }

  // MARK: Nodes

  /// The node at the end of `path`, made when it is missing, with a reading noted.
  private mutating func node(_ path: ArraySlice<LexemeID>) -> Int32 {
    if (used + path.count) * 2 >= slots.count { grow(by: path.count) }
    let root = Int(path[path.startIndex])
    var node = NameTable.node(path[path.startIndex])
    var slot = -1
    for lexeme in path.dropFirst() {
      let next = place(of: TrieSlot.key(node, lexeme))
      if slots[next].key == 0 {
        slots[next] = TrieSlot(key: TrieSlot.key(node, lexeme), node: Int32(nodeCount))
        nodeCount += 1
        used += 1
        nameFlags[Int(lexeme)] |= NameTrieBuilder.goesOn
        if slot < 0 { roots[root].followers |= 1 << RootChild.follower(lexeme) } else { slots[slot].addFollower(lexeme) }
      }
      slot = next
      node = slots[next].node
    }
    if slot >= 0 { slots[slot].hasReadings = true }
    return node
  }

  /// The slot that holds `key` or is free for it.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = NameTable.index(key, mask)
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  /// Asks for the memory of the slot of `second` behind `first`.
  private func fetch(_ first: LexemeID, _ second: LexemeID) {
    let index = NameTable.index(TrieSlot.key(NameTable.node(first), second), slots.count - 1)
    slots.withUnsafeBufferPointer { cicu_prefetch($0.baseAddress! + index) }
  }

  private mutating func grow(by count: Int) {
    let old = slots
    slots = .filledLarge(TrieSlot(), count: CompiledBuilder.capacity(max(old.count, used + count + 1)))
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }

  // MARK: Readings

  /// Hands over the trie, with the readings in the order of their nodes and, at one node, of the tables.
  consuming func finish(into target: inout CompiledBuilder) {
    var starts = [UInt32].filledLarge(0, count: nodeCount + 1)
    for node in nodes { starts[Int(node) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var fill = starts
    let none = Reading(entry: 0, surfaceOffset: 0, surfaceLength: 0, flags: 0, capitals: 0)
    var ordered = [Reading].filledLarge(none, count: readings.count)
    for (node, reading) in zip(nodes, readings) {
      ordered[Int(fill[Int(node)])] = reading
      fill[Int(node)] += 1
    }
    for lexeme in roots.indices {
      let node = Int(NameTable.node(LexemeID(lexeme)))
      roots[lexeme].firstReading = starts[node]
      roots[lexeme].readingCount = starts[node + 1] - starts[node]
      target.lexemes[lexeme].nameFlags |= nameFlags[lexeme]
    }
    target.rootChildren = roots
    target.trieSlots = slots
    target.nodeStarts = starts
    target.readings = ordered
  }
}
