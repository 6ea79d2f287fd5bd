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

  /// What is written for the article at hand.
  private struct Buffers {
    var openers = Column<Int32>()
    var surfaces = Column<Surface>()
    var matches = Column<GazetteerMatches.Match>()
    var readings = Column<MatchReading>()
    var firstAt = Column<Int32>()
    /// Whether capitals tell nothing in the article.
    var inSmallLetters = false

    func deallocate() {
      openers.deallocate()
      surfaces.deallocate()
      matches.deallocate()
      readings.deallocate()
      firstAt.deallocate()
    }
  }

  /// Owns the buffers.
  private final class Workspace {
    var buffers = Buffers()
    deinit { buffers.deallocate() }
  }

  /// No name is longer than this many tokens.
  static let longestName = 16

  /// - Complexity: O(tokens × longest name), in practice about one step a token; independent of the number of names.
  func match(_ tokens: TokenTable, _ bytes: UnsafeBufferPointer<UInt8>, into matches: inout GazetteerMatches) {
    matches.removeAll()
    let found: ()? = tokens.withColumns { columns in
      // A copy: each access to a class's variable is checked.
      var buffers = space.buffers
      defer { space.buffers = buffers }
      buffers.surfaces.removeAll()
      buffers.openers.resize(count: columns.count)
      let openers = buffers.openers.base
      buffers.inSmallLetters = SmallLetters.prevail(columns)
      let count = sift(openers, collect(columns, buffers.inSmallLetters, into: openers), columns)
      for index in 0..<count { follow(openers[index], columns, into: &buffers.surfaces) }
      find(buffers.surfaces)
      buffers.matches.removeAll()
      buffers.readings.removeAll()
      for index in 0..<buffers.surfaces.count { add(buffers.surfaces[index], columns, bytes, &buffers) }
      for index in 0..<buffers.readings.count {
        buffers.readings.base[index].read(names.entries[Int(buffers.readings[index].entry)])
      }
      number(columns.count, &buffers)
      // Arrays of their final length: growing one match by match would cost more than the copy.
      matches.all.append(contentsOf: buffers.matches.elements)
      matches.readings.append(contentsOf: buffers.readings.elements)
      matches.firstAt.append(contentsOf: buffers.firstAt.elements)
    }
    if found == nil { matches.firstAt.append(0) }
  }

  /// Sets `firstAt` for a text of that many tokens.
  private func number(_ tokens: Int, _ buffers: inout Buffers) {
    buffers.firstAt.reset(count: tokens + 1, repeating: 0)
    let firstAt = buffers.firstAt.base
    for match in buffers.matches.elements { firstAt[Int(match.start) &+ 1] &+= 1 }
    var before: Int32 = 0
    for token in 0...tokens {
      before &+= firstAt[token]
      firstAt[token] = before
    }
  }

  /// Lists the tokens at which a name may start; returns their number. Most words that names start with start none, for want of their
  /// capital.
  private func collect(_ columns: TokenColumns, _ inSmallLetters: Bool, into openers: UnsafeMutablePointer<Int32>) -> Int {
    // A text in small letters has names, too: there every word may start one.
    let mayStart: TokenFlags = inSmallLetters ? [.anyCapital, .startsLowerName, .lowercase] : [.anyCapital, .startsLowerName]
    var count = 0
    var first = 0
    while first < columns.count {
      var found = mayStart.tokens(first &>> 6, of: columns) & TokenFlags.startsName.tokens(first &>> 6, of: columns)
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

  /// A token that opens names, with what is known of it in the lowest bits.
  @inline(__always)
  private static func opener(_ token: Int, goesOn: UInt32, isName: UInt32) -> Int32 {
    Int32(truncatingIfNeeded: token &<< 2) | Int32(bitPattern: goesOn &<< 1 | isName)
  }

  /// Keeps the openers that are names alone or behind which a word stands that may go on, with both as bits; returns their number.
  private func sift(_ openers: UnsafeMutablePointer<Int32>, _ count: Int, _ columns: TokenColumns) -> Int {
    var kept = 0
    for index in 0..<count {
      let token = Int(openers[index])
      let root = names.root(columns.lexeme[token])
      let goesOn = goesOn(root, token + 1, columns)
      let isName: UInt32 = root.readingCount != 0 ? 1 : 0
      // What the next step reads is asked for now, wanted or not: a branch would cost more. Masks, since `?:` becomes one.
      names.fetchReading(root.firstReading & (0 &- isName))
      let wanted = Int32(bitPattern: 0 &- goesOn)
      names.fetchSlot(columns.lexeme[token] & wanted, columns.lexeme[min(token + 1, columns.count - 1)] & wanted)
      openers[kept] = GazetteerMatcher.opener(token, goesOn: goesOn, isName: isName)
      kept &+= Int(goesOn | isName)
    }
    return kept
  }

  /// 1 where a name that starts with the word of `root` may have `token` next, else 0. Sums of bits, no branch: few words that may, do.
  @inline(__always)
  private func goesOn(_ root: RootChild, _ token: Int, _ columns: TokenColumns) -> UInt32 {
    let next = min(token, columns.count - 1)
    let flags = columns.flags[next].rawValue
    let goesOn = flags &>> UInt32(TokenFlags.continuesName.rawValue.trailingZeroBitCount)
    let breaksOff = flags &>> UInt32(TokenFlags.paragraphStart.rawValue.trailingZeroBitCount)
    return goesOn & ~breaksOff & root.mayHave(columns.lexeme[next]) & (token == next ? 1 : 0)
  }

  /// Adds the surfaces that start at an opener.
  @inline(__always)
  private func follow(_ opener: Int32, _ columns: TokenColumns, into surfaces: inout Column<Surface>) {
    let first = Int(opener &>> 2)
    let root = names.root(columns.lexeme[first])
    surfaces.append(Surface(first, first, reading: Int(root.firstReading), count: Int(root.readingCount)), if: opener & 1 != 0)
    guard opener & 2 != 0 else { return }
    var last = first + 1
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

  @inline(__always)
  private func add(_ surface: Surface, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ buffers: inout Buffers) {
    let (first, last) = (Int(surface.first), Int(surface.last))
    let before = buffers.readings.count
    for index in surface.readings {
      let reading = names.readings[index]
      if fits(reading, first, last, tokens, bytes, buffers.inSmallLetters) {
        // It is read when all of the article's matches are found.
        names.fetchEntry(reading.entry)
        buffers.readings.append(MatchReading(entry: reading.entry, flags: NameFlags(rawValue: reading.flags)))
      }
    }
    let found = buffers.readings.count - before
    guard found > 0 else { return }
    buffers.matches.append(
      GazetteerMatches.Match(
        start: surface.first, end: surface.last + 1, firstReading: Int32(truncatingIfNeeded: before),
        readingCount: Int32(truncatingIfNeeded: found)))
  }

  /// Whether the text's letter case is one that the reading allows.
  @inline(__always)
  private func fits(
    _ reading: Reading, _ first: Int, _ last: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ inSmallLetters: Bool
  ) -> Bool {
    let flags = NameFlags(rawValue: reading.flags)
    if flags.contains(.exact) {
      let from = Int(tokens.start[first])
      let length = Int(tokens.end[last]) - from
      guard length == Int(reading.surfaceLength) else { return false }
      for index in 0..<length where bytes[from + index] != names.strings[Int(reading.surfaceOffset) + index] { return false }
      return true
    }
    if flags.contains(.lower) || inSmallLetters { return true }
    var index = first
    while index <= last, index - first < 8 {
      if reading.capitals & 1 &<< UInt8(index - first) != 0, !tokens.flags[index].contains(.anyCapital) { return false }
      index += 1
    }
    return true
  }
}
