/// Number of an entry: one row of a names table.
public typealias EntryID = Int32

/// What a row of a names table is.
public enum EntryType: UInt8, Sendable, CaseIterable {
  case person, place, organization, group, event, product, work, law, role, other

  /// The type that a table's bytes name.
  init?(name: UnsafeBufferPointer<UInt8>) {
    guard let found = EntryType.names.strings.firstIndex(where: { $0.utf8.elementsEqual(name) }) else { return nil }
    self = EntryType.allCases[found]
  }
}

extension EntryType: NamedCase {
  public static let names: CaseNames = ["person", "place", "organization", "group", "event", "product", "work", "law", "role", "other"]
}

/// Flags of an entry or of one of its surfaces.
public struct NameFlags: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Letter case must match the table's.
  public static let exact = NameFlags(rawValue: 1)
  /// Matches in lower case too.
  public static let lower = NameFlags(rawValue: 2)
  /// Never enough evidence alone.
  public static let weak = NameFlags(rawValue: 4)
  /// An adjective or noun of nationality.
  public static let demonym = NameFlags(rawValue: 8)
  /// This surface is an alias, not the name.
  public static let alias = NameFlags(rawValue: 16)
  /// From a table of the user's own.
  public static let own = NameFlags(rawValue: 32)
  /// Forbids the name.
  public static let never = NameFlags(rawValue: 64)
}

/// Where tables stand in the compiled file.
enum GazetteerTablePaths {
  /// What the paths of a user's own tables of names start with.
  static let own = "own/"
}

/// A reading of a surface: which entry it names, and how it must be written.
struct Reading {
  var entry: EntryID
  var surfaceOffset: UInt32
  var surfaceLength: UInt16
  var flags: UInt8
  /// Bit k: token k of the surface must not be in lower case.
  var capitals: UInt8
}

/// One row of a names table, compiled. What the stages ask of a match comes first, so that it mostly lies in one line of the cache.
struct EntryRecord {
  /// The same for entries of the same source's id; an entry without id is like no other.
  var identity: UInt64
  var subtype: UInt16
  var type: UInt8
  var weight: UInt8
  var flags: UInt8
  /// The type as which an entry with the flag `never` forbids its name; `other` forbids all.
  var forbids: UInt8 = 0
  var source: UInt16
  var nameOffset: UInt32
  var idOffset: UInt32
  var attributesOffset: UInt32
  var attributesLength: UInt32
  var line: UInt32
  var nameLength: UInt16
  var idLength: UInt16

  /// The identity of entry number `entry`, whose source's id is `id`.
  static func identity(_ entry: EntryID, _ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = id.baseAddress, !id.isEmpty else { return UInt64(UInt32(entry)) | 1 << 40 }
    return ByteHash.hash(base, id.count)
  }
}
