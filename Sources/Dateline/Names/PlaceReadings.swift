/// A place that a name may mean.
struct PlaceReading: Equatable {
  /// The gazetteer's entry, or -1 for a town of the table of homonyms.
  var entry: EntryID
  var town: PlaceHomonyms.Town?
  /// Two letters; 0 unknown.
  var country: UInt16
  /// Hash of the state's or province's name; 0 unknown.
  var regionName: UInt64
  var population: Int
  /// A country or a part of one, not a town.
  var isLarger: Bool
}

/// What the names of places may mean: the entries of the name tables and the towns of the table of homonyms. Remembers what it found, by entry
/// or, where the tables have none, by name, so that an answer does not depend on the articles before.
final class PlaceReadings {
  private let names: NameTable
  private let homonyms: PlaceHomonyms
  private let lookup: NameLookup
  private let known: UnsafeMutablePointer<Memory>
  private var countries: [EntryID: UInt16] = [:]
  fileprivate static let mostKnown = 1 << 14

  init(_ gazetteer: GazetteerFile, _ lookup: NameLookup) {
    names = gazetteer.names
    homonyms = PlaceHomonyms(gazetteer.table(PlaceHomonyms.path))
    self.lookup = lookup
    known = .allocate(capacity: 1)
    known.initialize(to: Memory())
  }

  deinit {
    known.pointee.deallocate()
    known.deinitialize(count: 1)
    known.deallocate()
  }

  /// What was found, at an address of its own: each access to a variable of a class is checked.
  private struct Memory {
    /// By entry or name the number of its list among `lists`; -1 for most, which mean one place only.
    private var rows = KeyMap()
    private var numbers = Column<Int32>()
    private var lists: [[PlaceReading]] = []

    func deallocate() {
      rows.deallocate()
      numbers.deallocate()
    }

    @inline(__always) func fetch(_ key: UInt64) { rows.fetch(key) }

    /// Nil where nobody has asked; nothing where there is nothing to decide.
    @inline(__always)
    func readings(_ key: UInt64) -> [PlaceReading]?? {
      let row = rows.find(key)
      if row < 0 { return nil }
      let number = Int(numbers[row])
      return .some(number < 0 ? nil : lists[number])
    }

    mutating func keep(_ found: [PlaceReading], _ key: UInt64) {
      if rows.count >= PlaceReadings.mostKnown {
        rows.removeAll()
        numbers.removeAll()
        lists.removeAll(keepingCapacity: true)
      }
      // One place that the tables have is what it is.
      let isPlain = found.isEmpty || found.count == 1 && found[0].entry >= 0
      numbers.append(isPlain ? -1 : Int32(truncatingIfNeeded: lists.count))
      if !isPlain { lists.append(found) }
      _ = rows.intern(key)
    }
  }

  /// Asks for the memory of what `of` reads first.
  @inline(__always) func fetch(_ entry: EntryID) { known.pointee.fetch(PlaceReadings.key(entry)) }

  @inline(__always) private static func key(_ entry: EntryID) -> UInt64 { UInt64(UInt32(bitPattern: entry)) + 1 }

  /// What an entry's name may mean, the entry first; nil where there is nothing to decide.
  func of(_ entry: EntryID) -> [PlaceReading]? { readings(PlaceReadings.key(entry)) { readings(of: entry) } }

  /// What the name of an entity without entry may mean; nil where it means nothing.
  func unlisted(_ name: UnsafeBufferPointer<UInt8>) -> [PlaceReading]? {
    readings(PlaceReadings.hash(name) | 1 << 63) {
      homonyms.towns(named: String(decoding: name, as: UTF8.self)).map(PlaceReadings.reading)
    }
  }

  @inline(__always)
  private func readings(_ key: UInt64, _ find: () -> [PlaceReading]) -> [PlaceReading]? {
    if let found = known.pointee.readings(key) { return found }
    known.pointee.keep(find(), key)
    return known.pointee.readings(key) ?? nil
  }

  /// The country of an entry; 0 when the tables do not say.
  func country(_ entry: EntryID) -> UInt16 {
    if let found = countries[entry] { return found }
    if countries.count >= PlaceReadings.mostKnown { countries.removeAll(keepingCapacity: true) }
    let found = names.attribute(entry, "country").map(PlaceReadings.code) ?? 0
    countries[entry] = found
    return found
  }

  private func readings(of entry: EntryID) -> [PlaceReading] {
    let name = names.name(entry)
    let towns = homonyms.towns(named: name)
    let id = names.id(entry)
    let region = towns.first { $0.id == id }?.region ?? ""
    var found = [reading(entry, PlaceReadings.hash(region))]
    for other in lookup.places(named: name) where country(other) != 0 && !found.contains(where: { $0.country == country(other) }) {
      if !names.flags(other).contains(.weak) { found.append(reading(other, 0)) }
    }
    let listed = found.map { names.id($0.entry) }
    return found + towns.filter { !listed.contains($0.id) }.map(PlaceReadings.reading)
  }

  private func reading(_ entry: EntryID, _ region: UInt64) -> PlaceReading {
    let subtype = names.subtypeName(entry)
    return PlaceReading(
      entry: entry, town: nil, country: country(entry), regionName: region, population: 0,
      isLarger: subtype == "country" || subtype == "territory" || subtype == "subdivision")
  }

  private static func reading(_ town: PlaceHomonyms.Town) -> PlaceReading {
    PlaceReading(
      entry: -1, town: town, country: code(town.country), regionName: hash(town.region), population: town.population, isLarger: false)
  }

  /// Two letters as a number; 0 for anything else.
  static func code(_ country: String) -> UInt16 {
    let bytes = country.utf8
    guard bytes.count == 2 else { return 0 }
    return UInt16(bytes[bytes.startIndex]) << 8 | UInt16(bytes[bytes.index(after: bytes.startIndex)])
  }

  /// The same for the same name; 0 for none.
  static func hash(_ name: String) -> UInt64 {
    var name = name
    return name.withUTF8(hash)
  }

  static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 { name.isEmpty ? 0 : ByteHash.hash(name.baseAddress!, name.count) }
}
