#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the names tables: their entries and the surfaces by which texts name them.
struct NameTables {
  /// One way of writing an entry's name.
  struct Surface {
    var entry: EntryID
    var flags: NameFlags
    /// Where it stands in `text`.
    var start: UInt32
    var end: UInt32
  }

  private(set) var surfaces: [Surface] = []
  /// All surfaces, a line each: one text for the tokenizer.
  private(set) var text: [UInt8] = []
  /// The rows, in order. Names are offsets into `text`, ids and attributes offsets into `details`.
  private(set) var records: [EntryRecord] = []
  /// Ids and attributes.
  private(set) var details: [UInt8] = []
  private(set) var subtypeNames: [String] = []
  private(set) var sourceNames: [String] = []
  private var subtypeIDs: [String: UInt16] = [:]
  /// Type and subtype read last: neighbours mostly share them.
  private var lastType: (name: UnsafeBufferPointer<UInt8>, type: EntryType)?
  private var lastSubtype: (name: String, id: UInt16)?
  /// Folded one-word demonyms, for `WordClass.demonymWord`.
  private(set) var demonyms: [[UInt8]] = []
  /// Folded one-word names of countries and alliances, for `WordClass.countryWord`.
  private(set) var countries: [[UInt8]] = []

  /// Takes the memory that `tables` will need, so that arrays seldom have to move as they grow; what is not used of it costs nothing.
  mutating func reserve(for tables: [GazetteerTable]) {
    let bytes = tables.reduce(0) { $0 + $1.bytes.count }
    // The text will start the string section, which everything else that is written goes behind.
    text.reserveLarge(2 * bytes + (1 << 24))
    details.reserveLarge(bytes)
    // Rows of "name, tab, type" have as many bytes as this, other forms half of it.
    records.reserveLarge(bytes / 16)
    surfaces.reserveLarge(bytes / 8)
  }

  /// Reads one table.
  ///
  /// - Throws: `GazetteerError` with table, line and what to do.
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
      let nameOffset = UInt32(text.count)
      add(name, flags, entry)
      let id = keep(reader.field(3))
      let attributes = keep(reader.field(7))
      records.append(
        EntryRecord(
          identity: EntryRecord.identity(entry, reader.field(3)), subtype: number(ofSubtype: subtype),
          type: isForbidden ? EntryType.other.rawValue : type.rawValue, weight: UInt8(max(0, min(9, reader.integer(4) ?? 1))),
          flags: flags.rawValue, forbids: isForbidden ? type.rawValue : 0, source: source, nameOffset: nameOffset, idOffset: id.offset,
          attributesOffset: attributes.offset, attributesLength: attributes.length, line: UInt32(reader.line),
          nameLength: UInt16(truncatingIfNeeded: name.count), idLength: UInt16(truncatingIfNeeded: id.length)))
      let isCountry = subtype == "country" || subtype == "territory" || subtype == "alliance"
      note(name, flags, isCountry)
      try aliases(reader, flags, entry, isCountry)
    }
  }

  /// Gives the text away: it is large, and whoever adds to it must be its only owner.
  mutating func takeText() -> [UInt8] {
    defer { text = [] }
    return text
  }

  /// Gives the rows away.
  mutating func takeRecords() -> [EntryRecord] {
    defer { records = [] }
    return records
  }

  /// Puts a field behind the other details.
  private mutating func keep(_ field: UnsafeBufferPointer<UInt8>) -> (offset: UInt32, length: UInt32) {
    let offset = UInt32(details.count)
    details.append(contentsOf: field)
    return (offset, UInt32(field.count))
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
    let start = UInt32(text.count)
    text.append(contentsOf: bytes)
    surfaces.append(Surface(entry: entry, flags: flags, start: start, end: UInt32(text.count)))
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
}
