#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the names tables and lays their trie over the lexemes.
struct NameTables {
  private struct Surface {
    var entry: EntryID
    var flags: NameFlags
    var start: Int
    var end: Int
  }

  private var builder = CompiledBuilder()
  private var surfaces: [Surface] = []
  /// All surfaces, a line each: one text for the tokenizer.
  private var text: [UInt8] = []
  private var subtypeIDs: [String: UInt16] = [:]
  private var subtypeNames: [String] = []
  private var sourceNames: [String] = []
  /// Where each row's name stands in `text`, and its other strings, which stay in the tables until they are laid out.
  private var rows: [(name: Range<Int>, id: UnsafeBufferPointer<UInt8>, attributes: UnsafeBufferPointer<UInt8>)] = []
  /// Type and subtype read last: neighbours mostly share them.
  private var lastType: (name: UnsafeBufferPointer<UInt8>, type: EntryType)?
  private var lastSubtype: (name: String, id: UInt16)?
  private var records: [EntryRecord] = []
  /// Folded one-word demonyms, for `WordClass.demonymWord`.
  private(set) var demonyms: [[UInt8]] = []
  /// Folded one-word names of countries and alliances, for `WordClass.countryWord`.
  private(set) var countries: [[UInt8]] = []

  mutating func read(_ table: GazetteerTable) throws(GazetteerError) {
    var reader = try TableReader(
      table, columns: ["name", "type", "subtype", "id", "weight", "flags", "aliases", "attributes"],
      optional: ["subtype", "id", "weight", "flags", "aliases", "attributes"])
    let source = UInt16(sourceNames.count)
    sourceNames.append(table.path)
    let isOwn = table.path.hasPrefix(GazetteerTable.ownPrefix)
    while reader.next() {
      let name = reader.field(0)
      guard !name.isEmpty else { throw reader.error("no name", "give one or drop the line") }
      guard let type = type(named: reader.field(1)) else {
        throw reader.error("unknown type “\(reader.string(1))”", "use one of \(EntryType.names.strings.joined(separator: " "))")
      }
      var flags = try NameTables.flags(reader)
      if isOwn { flags.insert(.own) }
      let isForbidden = flags.contains(.never)
      // What is forbidden must not speak for its type as other entries do.
      let subtype = isForbidden ? "" : reader.string(2)
      let entry = EntryID(records.count)
      let start = text.count
      add(name, flags, entry)
      rows.append((start..<start + name.count, reader.field(3), reader.field(7)))
      records.append(
        EntryRecord(
          nameOffset: 0, idOffset: 0, attributesOffset: 0, attributesLength: 0, line: UInt32(reader.line),
          nameLength: UInt16(truncatingIfNeeded: name.count),
          idLength: 0, source: source, subtype: number(ofSubtype: subtype), type: isForbidden ? EntryType.other.rawValue : type.rawValue,
          weight: UInt8(max(0, min(9, reader.integer(4) ?? 1))),
          flags: flags.rawValue, forbids: isForbidden ? type.rawValue : 0))
      let isCountry = subtype == "country" || subtype == "territory" || subtype == "alliance"
      note(name, flags, isCountry)
      try aliases(reader, flags, entry, isCountry)
    }
  }

  /// Keeps a one-word demonym or country for the words' classes.
  private mutating func note(_ name: UnsafeBufferPointer<UInt8>, _ flags: NameFlags, _ isCountry: Bool) {
    guard flags.contains(.demonym) || isCountry, !flags.contains(.never), !name.contains(32), !name.contains(UInt8(ascii: "-"))
    else { return }
    let word = Folding.fold(String(decoding: name, as: UTF8.self))
    if flags.contains(.demonym) { demonyms.append(word) } else { countries.append(word) }
  }

  private static func flags(_ reader: TableReader) throws(GazetteerError) -> NameFlags {
    var flags: NameFlags = []
    guard !reader.field(5).isEmpty else { return flags }
    for part in reader.string(5).split(separator: ",") {
      switch part {
      case "exact": flags.insert(.exact)
      case "lower": flags.insert(.lower)
      case "weak": flags.insert(.weak)
      case "demonym": flags.insert(.demonym)
      case "never": flags.insert(.never)
      default: throw reader.error("unknown flag “\(part)”", "use exact, lower, weak, demonym or never")
      }
    }
    return flags
  }

  private mutating func aliases(_ reader: TableReader, _ flags: NameFlags, _ entry: EntryID, _ isCountry: Bool) throws(GazetteerError) {
    let field = reader.field(6)
    guard !field.isEmpty else { return }
    for part in field.split(separator: UInt8(ascii: "|")) {
      var alias = UnsafeBufferPointer(rebasing: part)
      var own = flags.union(.alias)
      while let last = alias.last, last == UInt8(ascii: "^") || last == UInt8(ascii: "~") {
        own.insert(last == UInt8(ascii: "^") ? .exact : .weak)
        alias = UnsafeBufferPointer(rebasing: alias.dropLast())
      }
      guard !alias.isEmpty else { throw reader.error("an empty alias", "drop one “|”") }
      add(alias, own, entry)
      note(alias, flags, isCountry)
    }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ flags: NameFlags, _ entry: EntryID) {
    let start = text.count
    text.append(contentsOf: bytes)
    surfaces.append(Surface(entry: entry, flags: flags, start: start, end: text.count))
    text.append(10)
  }

  private mutating func type(named name: UnsafeBufferPointer<UInt8>) -> EntryType? {
    if let lastType, lastType.name.count == name.count, !name.isEmpty,
      memcmp(lastType.name.baseAddress!, name.baseAddress!, name.count) == 0
    {
      return lastType.type
    }
    guard let type = EntryType(name: name) else { return nil }
    lastType = (name, type)
    return type
  }

  private mutating func number(ofSubtype name: String) -> UInt16 {
    if let lastSubtype, lastSubtype.name == name { return lastSubtype.id }
    let id = subtypeIDs[name] ?? UInt16(subtypeNames.count)
    if Int(id) == subtypeNames.count {
      subtypeIDs[name] = id
      subtypeNames.append(name)
    }
    lastSubtype = (name, id)
    return id
  }

  // MARK: Laying out

  /// Tokenizes all surfaces with the words of `file` and appends lexemes, trie, readings and entries to `target`.
  mutating func lay(over file: GazetteerFile, into target: inout CompiledBuilder) {
    var tokens = TokenTable()
    let tokenizer = Tokenizer(lexicon: file.lexicon)
    text.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
    let base = target.lexemes.count
    for index in 0..<tokens.ownWords.count {
      let bytes = tokens.ownWords.bytes(index)
      var record = LexemeInfo.unknown
      record.lemma = LexemeID(base + index)
      record.textOffset = target.add(bytes)
      record.textLength = UInt16(truncatingIfNeeded: bytes.count)
      target.lexemes.append(record)
    }
    let stringBase = target.add(text)
    for index in records.indices {
      records[index].nameOffset = stringBase + UInt32(rows[index].name.lowerBound)
      records[index].idOffset = target.add(rows[index].id)
      records[index].idLength = UInt16(truncatingIfNeeded: rows[index].id.count)
      records[index].attributesOffset = target.add(rows[index].attributes)
      records[index].attributesLength = UInt32(rows[index].attributes.count)
    }
    target.entries = records
    for name in subtypeNames { target.subtypes += [target.add(name.utf8), UInt32(name.utf8.count)] }
    for name in sourceNames { target.sources += [target.add(name.utf8), UInt32(name.utf8.count)] }
    trie(tokens, stringBase, into: &target)
  }

  private func trie(_ tokens: TokenTable, _ stringBase: UInt32, into target: inout CompiledBuilder) {
    var trie = TrieBuilder(lexemeCount: target.lexemes.count, expecting: surfaces.count)
    var placed: [(node: Int32, reading: Reading)] = []
    placed.reserveCapacity(surfaces.count)
    var token = 0
    for surface in surfaces {
      var node: Int32 = 0
      var capitals: UInt8 = 0
      var anyCapital = false
      var index = 0
      let first = token
      while token < tokens.count, Int(tokens.start[token]) < surface.end {
        node = trie.child(of: node, tokens.lexeme[token])
        if tokens.flags[token].contains(.anyCapital) {
          anyCapital = true
          if index < 8 { capitals |= 1 << UInt8(index) }
        }
        index += 1
        token += 1
      }
      guard node != 0 else { continue }
      var flags = surface.flags
      if !flags.contains(.lower), !anyCapital || isAcronym(surface) { flags.insert(.exact) }
      if flags.contains(.lower) || capitals & 1 == 0 { target.lexemes[Int(tokens.lexeme[first])].nameFlags |= 8 }
      placed.append(
        (
          node,
          Reading(
            entry: surface.entry, surfaceOffset: stringBase + UInt32(surface.start),
            surfaceLength: UInt16(truncatingIfNeeded: surface.end - surface.start),
            flags: flags.rawValue, capitals: capitals)
        ))
    }
    var starts = [UInt32](repeating: 0, count: trie.nodeCount + 1)
    for item in placed { starts[Int(item.node) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var fill = starts
    var readings = [Reading](repeating: Reading(entry: 0, surfaceOffset: 0, surfaceLength: 0, flags: 0, capitals: 0), count: placed.count)
    for item in placed {
      readings[Int(fill[Int(item.node)])] = item.reading
      fill[Int(item.node)] += 1
    }
    let (roots, slots) = trie.finish(starts)
    for index in roots.indices where trie.isRootChild[index] { target.lexemes[index].nameFlags |= 2 }
    for slot in slots where slot.key != 0 { target.lexemes[Int(slot.lexeme)].nameFlags |= 4 }
    target.rootChildren = roots
    target.trieSlots = slots
    target.nodeStarts = starts
    target.readings = readings
  }

  /// Two to six letters, all capital.
  private func isAcronym(_ surface: Surface) -> Bool {
    let bytes = text[surface.start..<surface.end]
    return (2...6).contains(bytes.count) && bytes.allSatisfy { $0 &- 65 < 26 }
  }
}

/// Grows a trie over lexemes: the root's children are known by their lexeme, all others stand in one hash table.
struct TrieBuilder {
  /// For each lexeme whether the root has a child by it.
  private(set) var isRootChild: [Bool]
  private var slots: [TrieSlot]
  private(set) var nodeCount: Int
  private var used = 0

  init(lexemeCount: Int, expecting surfaces: Int) {
    isRootChild = [Bool](repeating: false, count: lexemeCount)
    slots = [TrieSlot](repeating: TrieSlot(), count: CompiledBuilder.capacity(surfaces))
    nodeCount = lexemeCount + 1
  }

  /// The child of `node` by `lexeme`, made when it is missing.
  mutating func child(of node: Int32, _ lexeme: LexemeID) -> Int32 {
    if node == 0 {
      isRootChild[Int(lexeme)] = true
      return NameTable.node(lexeme)
    }
    if used * 2 >= slots.count { grow() }
    let key = TrieSlot.key(node, lexeme)
    let index = place(of: key)
    if slots[index].key == 0 {
      slots[index] = TrieSlot(key: key, node: Int32(nodeCount))
      nodeCount += 1
      used += 1
    }
    return slots[index].node
  }

  /// The slot that holds `key` or is free for it.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = NameTable.index(key, mask)
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  /// The records of the trie whose nodes' readings start at `starts`.
  func finish(_ starts: [UInt32]) -> (roots: [RootChild], slots: [TrieSlot]) {
    var roots = isRootChild.indices.map { lexeme in
      let node = Int(NameTable.node(LexemeID(lexeme)))
      return RootChild(firstReading: starts[node], readingCount: starts[node + 1] - starts[node])
    }
    var slots = slots
    var slotOf = [Int](repeating: -1, count: nodeCount)
    for (index, slot) in slots.enumerated() where slot.key != 0 {
      slotOf[Int(slot.node)] = index
      slots[index].hasReadings = starts[Int(slot.node) + 1] > starts[Int(slot.node)]
    }
    for slot in self.slots where slot.key != 0 {
      let parent = slotOf[Int(slot.parent)]
      if parent >= 0 {
        slots[parent].addFollower(slot.lexeme)
      } else {
        roots[Int(slot.parent) - 1].followers |= 1 << RootChild.follower(slot.lexeme)
      }
    }
    return (roots, slots)
  }

  private mutating func grow() {
    let old = slots
    slots = [TrieSlot](repeating: TrieSlot(), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }
}
