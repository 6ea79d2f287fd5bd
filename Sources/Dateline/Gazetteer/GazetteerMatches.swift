/// Every place in the tokens where a name of the gazetteer stands as its table allows.
///
/// - Shape: matches one behind the other, ordered by start, then by length; they overlap.
/// - Units: token indices.
public struct GazetteerMatches: Sendable {
  /// One place, and where in `readings` its readings stand.
  struct Match {
    var start: Int32
    var end: Int32
    var firstReading: Int32
    var readingCount: Int32
  }

  var all: [Match] = []
  var readings: [MatchReading] = []
  /// For each token the number of the first match that starts there or later; one element more than there are tokens.
  public internal(set) var firstAt: [Int32] = []

  public init() {}

  /// Number of matches.
  public var count: Int { all.count }

  public func range(_ match: Int) -> TokenRange { TokenRange(Int(all[match].start), Int(all[match].end)) }

  /// The token behind the last one of a match.
  @inline(__always) func end(_ match: Int) -> Int32 { all[match].end }

  /// The matches that start at `token`, shortest first.
  public func matches(at token: Int) -> Range<Int> { Int(firstAt[token])..<Int(firstAt[token + 1]) }

  /// The entries that a match may name.
  public func entries(_ match: Int) -> [EntryID] { readings(of: match).map { readings[$0].entry } }

  /// Where in `readings` those of a match stand.
  @inline(__always)
  func readings(of match: Int) -> Range<Int> {
    let first = Int(all[match].firstReading)
    return first..<first &+ Int(all[match].readingCount)
  }

  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    firstAt.removeAll(keepingCapacity: true)
  }
}

/// An entry that a match may name, with what many stages ask of it: the entries' records lie anywhere in a large table.
struct MatchReading {
  let entry: EntryID
  /// Flags of the surface that matched.
  let flags: NameFlags
  fileprivate(set) var type = EntryType.other
  /// Number of the entry's subtype.
  fileprivate(set) var subtype: UInt16 = 0
  /// Prominence, 0 to 9.
  fileprivate(set) var weight: UInt8 = 0
  /// Whether the entry is one of nationality, whatever the surface says.
  fileprivate(set) var isDemonym = false

  /// A reading of which nothing is known but what stands with the surface.
  init(entry: EntryID, flags: NameFlags) {
    self.entry = entry
    self.flags = flags
  }

  /// Takes over what the entry's record says.
  @inline(__always)
  mutating func read(_ record: EntryRecord) {
    type = EntryType(rawValue: record.type) ?? .other
    subtype = record.subtype
    weight = record.weight
    isDemonym = record.flags & NameFlags.demonym.rawValue != 0
  }
}
