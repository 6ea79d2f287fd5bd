import CICU

/// The names of the compiled gazetteer: a trie over lexemes whose nodes carry readings. A view of the mapped file, cheap to copy.
public struct NameTable: @unchecked Sendable {
  let strings: UnsafeBufferPointer<UInt8>
  let rootChildren: UnsafeBufferPointer<RootChild>
  let slots: UnsafeBufferPointer<TrieSlot>
  let nodeStarts: UnsafeBufferPointer<UInt32>
  let readings: UnsafeBufferPointer<Reading>
  let entries: UnsafeBufferPointer<EntryRecord>
  /// Pairs (offset, length) into `strings`, one a subtype.
  let subtypes: UnsafeBufferPointer<UInt32>
  /// Pairs (offset, length) into `strings`, one a table.
  let sources: UnsafeBufferPointer<UInt32>

  /// Number of entries.
  public var count: Int { entries.count }

  /// The child of `node` by `lexeme`; 0 when there is none (0 is the root, never a child).
  func child(of node: Int32, _ lexeme: LexemeID) -> Int32 {
    guard node == 0 else { return slot(of: node, lexeme).node }
    let root = root(lexeme)
    return root.readingCount != 0 || root.followers != 0 ? NameTable.node(lexeme) : 0
  }

  /// The child of a node other than the root by `lexeme`.
  @inline(__always)
  func slot(of node: Int32, _ lexeme: LexemeID) -> TrieSlot {
    let mask = slots.count - 1
    if mask < 0 { return TrieSlot() }
    let key = TrieSlot.key(node, lexeme)
    var index = NameTable.index(key, mask)
    while slots[index].key != 0 {
      if slots[index].key == key { return slots[index] }
      index = (index + 1) & mask
    }
    return TrieSlot()
  }

  /// The root's child by `lexeme`.
  @inline(__always) static func node(_ lexeme: LexemeID) -> Int32 { lexeme + 1 }

  /// What the root knows of `lexeme`.
  @inline(__always)
  func root(_ lexeme: LexemeID) -> RootChild { Int(lexeme) < rootChildren.count ? rootChildren[Int(lexeme)] : RootChild() }

  /// Asks for the memory of what the root knows of `lexeme`.
  @inline(__always) func fetchRoot(_ lexeme: LexemeID) {
    if let base = rootChildren.baseAddress { cicu_prefetch(base + Int(lexeme)) }
  }

  /// Asks for the memory of the slot of `second` behind `first`.
  @inline(__always) func fetchSlot(_ first: LexemeID, _ second: LexemeID) {
    cicu_prefetch(slots.baseAddress! + NameTable.index(TrieSlot.key(NameTable.node(first), second), slots.count - 1))
  }

  /// Asks for the memory of a reading.
  @inline(__always) func fetchReading(_ reading: UInt32) { cicu_prefetch(readings.baseAddress! + Int(reading)) }

  /// Asks for the memory of what `readingRange` gives.
  @inline(__always) func fetchReadingRange(_ node: Int32) { cicu_prefetch(nodeStarts.baseAddress! + Int(node)) }

  /// Asks for the memory of an entry.
  @inline(__always) func fetchEntry(_ entry: EntryID) { cicu_prefetch(entries.baseAddress! + Int(entry)) }

  /// Where a key is looked for first.
  @inline(__always) static func index(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ByteHash.mix(key, 0xD6E8_FEB8_6659_FD93)) & mask
  }

  @inline(__always) func readingRange(_ node: Int32) -> Range<Int> { Int(nodeStarts[Int(node)])..<Int(nodeStarts[Int(node) + 1]) }

  private func string(_ offset: UInt32, _ length: Int) -> String {
    String(decoding: strings[Int(offset)..<Int(offset) + length], as: UTF8.self)
  }

  @inlinable public func type(_ entry: EntryID) -> EntryType { EntryType(rawValue: rawType(entry)) ?? .other }
  @usableFromInline func rawType(_ entry: EntryID) -> UInt8 { entries[Int(entry)].type }
  /// Prominence, 0 to 9.
  public func weight(_ entry: EntryID) -> Int { Int(entries[Int(entry)].weight) }
  public func flags(_ entry: EntryID) -> NameFlags { NameFlags(rawValue: entries[Int(entry)].flags) }
  /// The name as the table writes it.
  public func name(_ entry: EntryID) -> String { string(entries[Int(entry)].nameOffset, Int(entries[Int(entry)].nameLength)) }
  /// The same as bytes of the mapped file.
  func nameBytes(_ entry: EntryID) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: strings[Int(entries[Int(entry)].nameOffset)...].prefix(Int(entries[Int(entry)].nameLength)))
  }
  /// The source's id ("geonames:703448"); empty where there is none.
  public func id(_ entry: EntryID) -> String { string(entries[Int(entry)].idOffset, Int(entries[Int(entry)].idLength)) }
  /// A key that two entries share when their source's id is the same; an entry without id is like no other.
  @inline(__always) func identity(_ entry: EntryID) -> UInt64 { entries[Int(entry)].identity }

  /// "key=value;key=value"; use `attribute` for one.
  public func attributes(_ entry: EntryID) -> String {
    string(entries[Int(entry)].attributesOffset, Int(entries[Int(entry)].attributesLength))
  }
  /// Table ("names/cities.tsv"; the path for one of the user's own) and line that the entry comes from.
  public func source(_ entry: EntryID) -> (table: String, line: Int, isOwn: Bool) {
    let record = entries[Int(entry)]
    let table = table(Int(record.source))
    let isOwn = table.hasPrefix(GazetteerTablePaths.own)
    return (isOwn ? String(table.dropFirst(GazetteerTablePaths.own.count)) : table, Int(record.line), isOwn)
  }

  /// Whether any table is the user's own.
  var hasOwn: Bool { (0..<sources.count / 2).contains { table($0).hasPrefix(GazetteerTablePaths.own) } }

  private func table(_ source: Int) -> String { string(sources[source * 2], Int(sources[source * 2 + 1])) }

  /// The type as which `entry` forbids its name; nil for an entry that forbids nothing.
  func forbidden(_ entry: EntryID) -> EntryType? {
    flags(entry).contains(.never) ? EntryType(rawValue: entries[Int(entry)].forbids) : nil
  }

  /// Number of the entry’s subtype; `subtypeName` spells it out.
  public func subtype(_ entry: EntryID) -> UInt16 { entries[Int(entry)].subtype }
  public func subtypeName(_ entry: EntryID) -> String {
    let at = Int(entries[Int(entry)].subtype) * 2
    return string(subtypes[at], Int(subtypes[at + 1]))
  }

  /// The same as bytes of the mapped file.
  func subtypeBytes(_ entry: EntryID) -> UnsafeBufferPointer<UInt8> {
    let at = Int(entries[Int(entry)].subtype) * 2
    return UnsafeBufferPointer(rebasing: strings[Int(subtypes[at])...].prefix(Int(subtypes[at + 1])))
  }

  /// The value of one attribute, as bytes of the mapped file; nil when the entry has none of that key.
  public func attributeBytes(_ entry: EntryID, _ key: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let record = entries[Int(entry)]
    var position = Int(record.attributesOffset)
    let end = position + Int(record.attributesLength)
    let length = key.utf8CodeUnitCount
    while position < end {
      var stop = position
      while stop < end, strings[stop] != UInt8(ascii: ";") { stop += 1 }
      if stop - position > length, strings[position + length] == UInt8(ascii: "=") {
        var same = true
        for index in 0..<length where strings[position + index] != key.utf8Start[index] { same = false }
        if same { return UnsafeBufferPointer(rebasing: strings[(position + length + 1)..<stop]) }
      }
      position = stop + 1
    }
    return nil
  }

  /// The value of one attribute; nil when the entry has none of that key.
  public func attribute(_ entry: EntryID, _ key: StaticString) -> String? {
    attributeBytes(entry, key).map { String(decoding: $0, as: UTF8.self) }
  }
}
