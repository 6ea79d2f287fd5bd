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
struct GazetteerMatcher {
  let names: NameTable

  /// No name is longer than this many tokens.
  static let longestName = 16

  /// - Complexity: O(tokens × longest name), in practice about one step a token; independent of the number of names.
  func match(_ tokens: TokenTable, _ bytes: UnsafeBufferPointer<UInt8>, into matches: inout GazetteerMatches) {
    matches.removeAll()
    matches.firstAt.append(0)
    tokens.withColumns { columns in
      let count = columns.count
      matches.firstAt = [Int32](unsafeUninitializedCapacity: count + 1) { firstAt, filled in
        for first in 0..<count {
          fetch(first + GazetteerMatcher.ahead, columns)
          firstAt[first] = Int32(truncatingIfNeeded: matches.start.count)
          if GazetteerMatcher.mayStart(columns.flags[first]) { match(at: first, columns, tokens, bytes, into: &matches) }
        }
        firstAt[count] = Int32(truncatingIfNeeded: matches.start.count)
        filled = count + 1
      }
    }
  }

  /// How many tokens ahead the trie's memory is asked for.
  private static let ahead = 8

  /// Whether a name may start at the token: most words that names start with start none, for want of their capital.
  @inline(__always)
  private static func mayStart(_ flags: TokenFlags) -> Bool {
    flags.contains(.startsName) && !flags.isDisjoint(with: [.anyCapital, .startsLowerName])
  }

  /// Has the root's child of the token fetched, and the node of one that comes sooner: the tables lie far from each other, and waiting for
  /// them one after the other is most of a look-up's time.
  @inline(__always)
  private func fetch(_ token: Int, _ columns: TokenColumns) {
    if token < columns.count, GazetteerMatcher.mayStart(columns.flags[token]) { names.fetchRoot(columns.lexeme[token]) }
    let nearer = token - GazetteerMatcher.ahead / 2
    if nearer < columns.count, GazetteerMatcher.mayStart(columns.flags[nearer]) {
      names.fetchNode(names.child(of: 0, columns.lexeme[nearer]))
    }
  }

  /// All names that start at `first`.
  @inline(__always)
  private func match(
    at first: Int, _ columns: TokenColumns, _ tokens: TokenTable, _ bytes: UnsafeBufferPointer<UInt8>, into matches: inout GazetteerMatches
  ) {
    var node = names.child(of: 0, columns.lexeme[first])
    var last = first
    while node != 0 {
      let range = names.readingRange(node)
      if !range.isEmpty { add(range, first, last, tokens, bytes, into: &matches) }
      last += 1
      guard last < columns.count, last - first < GazetteerMatcher.longestName else { return }
      let flags = columns.flags[last]
      guard flags.contains(.continuesName), !flags.contains(.paragraphStart) else { return }
      node = names.child(of: node, columns.lexeme[last])
    }
  }

  private func add(
    _ range: Range<Int>, _ first: Int, _ last: Int, _ tokens: TokenTable, _ bytes: UnsafeBufferPointer<UInt8>,
    into matches: inout GazetteerMatches
  ) {
    let before = matches.readings.count
    for index in range {
      let reading = names.readings[index]
      if fits(reading, first, last, tokens, bytes) { matches.readings.append(Int32(truncatingIfNeeded: index)) }
    }
    let found = matches.readings.count - before
    guard found > 0 else { return }
    matches.start.append(Int32(truncatingIfNeeded: first))
    matches.end.append(Int32(truncatingIfNeeded: last + 1))
    matches.firstReading.append(Int32(truncatingIfNeeded: before))
    matches.readingCount.append(Int32(truncatingIfNeeded: found))
  }

  /// Whether the text's letter case is one that the reading allows.
  @inline(__always)
  private func fits(_ reading: Reading, _ first: Int, _ last: Int, _ tokens: TokenTable, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
