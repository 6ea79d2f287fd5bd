/// Every place in the tokens where a name of the gazetteer stands as its table allows.
///
/// - Shape: one element a match in the columns `start`, `end`, `firstReading`, `readingCount`; ordered by start, then by length; matches overlap.
/// - Units: token indices; readings index `readings`, whose elements number the readings of the name table.
public struct GazetteerMatches: Sendable {
  public internal(set) var start: [Int32] = []
  public internal(set) var end: [Int32] = []
  var firstReading: [Int32] = []
  var readingCount: [Int32] = []
  var readings: [Int32] = []
  /// For each token the number of the first match that starts there or later; one element more than there are tokens.
  public internal(set) var firstAt: [Int32] = []

  public init() {}

  /// Number of matches.
  public var count: Int { start.count }

  public func range(_ match: Int) -> TokenRange { TokenRange(Int(start[match]), Int(end[match])) }

  /// The matches that start at `token`, shortest first.
  public func matches(at token: Int) -> Range<Int> { Int(firstAt[token])..<Int(firstAt[token + 1]) }

  /// The matches that start in `tokens`, in order.
  func matches(in tokens: Range<Int>) -> Range<Int> { Int(firstAt[tokens.lowerBound])..<Int(firstAt[tokens.upperBound]) }

  /// The entries that a match may name.
  public func entries(_ match: Int, in names: NameTable) -> [EntryID] {
    (0..<Int(readingCount[match])).map { names.readings[Int(readings[Int(firstReading[match]) + $0])].entry }
  }

  /// Entry `k` of a match, with the flags of the surface that matched; no allocation.
  @inline(__always)
  func reading(_ match: Int, _ k: Int, _ names: NameTable) -> (entry: EntryID, flags: NameFlags) {
    let reading = names.readings[Int(readings[Int(firstReading[match]) + k])]
    return (reading.entry, NameFlags(rawValue: reading.flags))
  }

  @inline(__always) func readings(of match: Int) -> Int { Int(readingCount[match]) }

  /// Makes room for `wanted` matches.
  mutating func reserve(_ wanted: Int) {
    start.reserveCapacity(wanted)
    end.reserveCapacity(wanted)
    firstReading.reserveCapacity(wanted)
    readingCount.reserveCapacity(wanted)
    readings.reserveCapacity(wanted)
  }

  /// Sets `firstAt` for a text of that many tokens.
  mutating func number(tokens count: Int) {
    firstAt = [Int32].written(0, count: count + 1) { firstAt in
      for token in start { firstAt[Int(token) + 1] += 1 }
      var before: Int32 = 0
      for token in 0...count {
        before &+= firstAt[token]
        firstAt[token] = before
      }
    }
  }

  mutating func removeAll() {
    start.removeAll(keepingCapacity: true)
    end.removeAll(keepingCapacity: true)
    firstReading.removeAll(keepingCapacity: true)
    readingCount.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    firstAt.removeAll(keepingCapacity: true)
  }
}

/// Looks names up over tokens: one step of the trie a token, all lengths.
///
/// In steps over all of an article's names, each of which asks for the memory that the next reads: names lie anywhere in the table.
struct GazetteerMatcher {
  let names: NameTable
  private let space = Workspace()

  init(names: NameTable) { self.names = names }

  /// Tokens that are spelled as a name is, and the name's readings.
  private struct Surface {
    var first: Int32
    var last: Int32
    /// The first reading; the node before its readings are known.
    var reading: Int32
    /// How many; -1 before that.
    var count: Int32

    init(_ first: Int, _ last: Int, reading: Int, count: Int) {
      self.first = Int32(truncatingIfNeeded: first)
      self.last = Int32(truncatingIfNeeded: last)
      self.reading = Int32(truncatingIfNeeded: reading)
      self.count = Int32(truncatingIfNeeded: count)
    }

    var readings: Range<Int> { Int(reading)..<Int(reading &+ count) }
  }

  /// Owns the surfaces of the article at hand.
  private final class Workspace {
    var surfaces = Column<Surface>()
    deinit { surfaces.deallocate() }
  }

  /// No name is longer than this many tokens.
  static let longestName = 16

  /// - Complexity: O(tokens × longest name), in practice about one step a token; independent of the number of names.
  func match(_ tokens: TokenTable, _ bytes: UnsafeBufferPointer<UInt8>, into matches: inout GazetteerMatches) {
    matches.removeAll()
    let found: ()? = tokens.withColumns { columns in
      // A copy: each access to a class's variable is checked.
      var surfaces = space.surfaces
      defer { space.surfaces = surfaces }
      surfaces.removeAll()
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: columns.count + 1) { openers in
        let openers = openers.baseAddress!
        let count = sift(openers, collect(columns, into: openers), columns)
        for index in 0..<count { follow(Int(openers[index]), columns, into: &surfaces) }
      }
      find(surfaces)
      matches.reserve(surfaces.count / 2 + 4)
      for index in 0..<surfaces.count { add(surfaces[index], columns, bytes, into: &matches) }
      matches.number(tokens: columns.count)
    }
    if found == nil { matches.firstAt.append(0) }
  }

  /// Lists the tokens at which a name may start; returns their number. Most words that names start with start none, for want of their
  /// capital.
  private func collect(_ columns: TokenColumns, into openers: UnsafeMutablePointer<Int32>) -> Int {
    let capital = UInt64(TokenFlags.anyCapital.rawValue.trailingZeroBitCount)
    let starts = UInt64(TokenFlags.startsName.rawValue.trailingZeroBitCount)
    let startsLower = UInt64(TokenFlags.startsLowerName.rawValue.trailingZeroBitCount)
    var count = 0
    var first = 0
    while first < columns.count {
      var found = TokenFlags.tokens(columns.flags + first, min(64, columns.count - first)) {
        ($0 &>> capital | $0 &>> startsLower) & $0 &>> starts
      }
      while found != 0 {
        let token = first &+ found.trailingZeroBitCount
        // Where a word's record lies is anybody's guess: all that are needed are asked for long before their turn.
        names.fetchRoot(columns.lexeme[token])
        openers[count] = Int32(truncatingIfNeeded: token)
        count &+= 1
        found &= found &- 1
      }
      first += 64
    }
    return count
  }

  /// Keeps the openers that are names alone or behind which a word stands that may go on; returns their number.
  private func sift(_ openers: UnsafeMutablePointer<Int32>, _ count: Int, _ columns: TokenColumns) -> Int {
    var kept = 0
    for index in 0..<count {
      let token = Int(openers[index])
      let root = names.root(columns.lexeme[token])
      let goesOn = goesOn(root, token + 1, columns)
      // What the next step reads is asked for now, wanted or not: a branch would cost more.
      names.fetchReading(root.readingCount != 0 ? root.firstReading : 0)
      names.fetchSlot(goesOn ? columns.lexeme[token] : 0, goesOn ? columns.lexeme[token + 1] : 0)
      openers[kept] = Int32(truncatingIfNeeded: token)
      kept &+= goesOn || root.readingCount != 0 ? 1 : 0
    }
    return kept
  }

  /// Whether a name that starts with the word of `root` may have `token` next. Sums of bits, no branch: few words that may, do.
  @inline(__always)
  private func goesOn(_ root: RootChild, _ token: Int, _ columns: TokenColumns) -> Bool {
    let next = min(token, columns.count - 1)
    let flags = columns.flags[next].rawValue
    let goesOn = flags &>> UInt32(TokenFlags.continuesName.rawValue.trailingZeroBitCount)
    let breaksOff = flags &>> UInt32(TokenFlags.paragraphStart.rawValue.trailingZeroBitCount)
    return goesOn & ~breaksOff & root.mayHave(columns.lexeme[next]) & (token == next ? 1 : 0) != 0
  }

  /// Adds the surfaces that start at `first`.
  @inline(__always)
  private func follow(_ first: Int, _ columns: TokenColumns, into surfaces: inout Column<Surface>) {
    let root = names.root(columns.lexeme[first])
    if root.readingCount != 0 {
      surfaces.append(Surface(first, first, reading: Int(root.firstReading), count: Int(root.readingCount)))
    }
    var last = first + 1
    guard last < columns.count, goesOn(root, last, columns) else { return }
    var slot = names.slot(of: NameTable.node(columns.lexeme[first]), columns.lexeme[last])
    while slot.key != 0 {
      if slot.hasReadings {
        names.fetchReadingRange(slot.node)
        surfaces.append(Surface(first, last, reading: Int(slot.node), count: -1))
      }
      last += 1
      guard last < columns.count, last - first < GazetteerMatcher.longestName else { return }
      let flags = columns.flags[last]
      guard flags.contains(.continuesName), !flags.contains(.paragraphStart), slot.mayHave(columns.lexeme[last]) else { return }
      slot = names.slot(of: slot.node, columns.lexeme[last])
    }
  }

  /// Finds the readings of surfaces of several tokens.
  private func find(_ surfaces: Column<Surface>) {
    for index in 0..<surfaces.count where surfaces[index].count < 0 {
      let range = names.readingRange(surfaces[index].reading)
      names.fetchReading(UInt32(truncatingIfNeeded: range.lowerBound))
      surfaces.base[index].reading = Int32(truncatingIfNeeded: range.lowerBound)
      surfaces.base[index].count = Int32(truncatingIfNeeded: range.count)
    }
  }

  private func add(
    _ surface: Surface, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, into matches: inout GazetteerMatches
  ) {
    let (first, last) = (Int(surface.first), Int(surface.last))
    let before = matches.readings.count
    for index in surface.readings {
      let reading = names.readings[index]
      if fits(reading, first, last, tokens, bytes) {
        // The names will ask for it.
        names.fetchEntry(reading.entry)
        matches.readings.append(Int32(truncatingIfNeeded: index))
      }
    }
    let found = matches.readings.count - before
    guard found > 0 else { return }
    matches.start.append(surface.first)
    matches.end.append(surface.last + 1)
    matches.firstReading.append(Int32(truncatingIfNeeded: before))
    matches.readingCount.append(Int32(truncatingIfNeeded: found))
  }

  /// Whether the text's letter case is one that the reading allows.
  @inline(__always)
  private func fits(_ reading: Reading, _ first: Int, _ last: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let flags = NameFlags(rawValue: reading.flags)
    if flags.contains(.exact) {
      let from = Int(tokens.start[first])
      let length = Int(tokens.end[last]) - from
      guard length == Int(reading.surfaceLength) else { return false }
      for index in 0..<length where bytes[from + index] != names.strings[Int(reading.surfaceOffset) + index] { return false }
      return true
    }
    if flags.contains(.lower) { return true }
    var index = first
    while index <= last, index - first < 8 {
      if reading.capitals & 1 << UInt8(index - first) != 0, !tokens.flags[index].contains(.anyCapital) { return false }
      index += 1
    }
    return true
  }
}
