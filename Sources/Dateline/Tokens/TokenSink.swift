/// The columns of the tokens under construction, as raw memory that one worker keeps: appending costs stores and one comparison.
struct TokenSink {
  private(set) var count = 0
  private var capacity = 0
  private var start: UnsafeMutablePointer<Int32>
  private var end: UnsafeMutablePointer<Int32>
  private var lexeme: UnsafeMutablePointer<LexemeID>
  private var flags: UnsafeMutablePointer<TokenFlags>
  private var classes: UnsafeMutablePointer<WordClassSet>
  private var tag: UnsafeMutablePointer<Tag>
  private var profile: UnsafeMutablePointer<LexemeProfile>
  private var lemma: UnsafeMutablePointer<LexemeID>
  /// The article's own words.
  var ownWords = WordInterner()

  init() {
    start = .allocate(capacity: 1)
    end = .allocate(capacity: 1)
    lexeme = .allocate(capacity: 1)
    flags = .allocate(capacity: 1)
    classes = .allocate(capacity: 1)
    tag = .allocate(capacity: 1)
    profile = .allocate(capacity: 1)
    lemma = .allocate(capacity: 1)
  }

  func deallocate() {
    start.deallocate()
    end.deallocate()
    lexeme.deallocate()
    flags.deallocate()
    classes.deallocate()
    tag.deallocate()
    profile.deallocate()
    lemma.deallocate()
  }

  mutating func removeAll() {
    count = 0
    ownWords.removeAll()
  }

  /// Appends one row.
  @inline(__always)
  mutating func push(_ from: Int, _ to: Int, _ lexeme: LexemeID, _ reading: WordReading, _ flags: TokenFlags) {
    if count == capacity { grow(capacity * 2) }
    let row = count
    start[row] = Int32(truncatingIfNeeded: from)
    end[row] = Int32(truncatingIfNeeded: to)
    self.lexeme[row] = lexeme
    self.flags[row] = TokenFlags(rawValue: flags.rawValue | reading.profile.nameBits << TokenFlags.nameShift)
    classes[row] = reading.classes
    tag[row] = TokenTable.firstTag(reading.profile.primary, flags)
    profile[row] = reading.profile
    lemma[row] = reading.lexeme < 0 ? lexeme : reading.lemma
    count = row &+ 1
  }

  mutating func reserve(_ wanted: Int) { if wanted > capacity { grow(wanted) } }

  @inline(never)
  private mutating func grow(_ wanted: Int) {
    capacity = max(wanted, 256)
    func move<T>(_ old: inout UnsafeMutablePointer<T>) {
      let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
      new.update(from: old, count: count)
      old.deallocate()
      old = new
    }
    move(&start)
    move(&end)
    move(&lexeme)
    move(&flags)
    move(&classes)
    move(&tag)
    move(&profile)
    move(&lemma)
  }

  /// Copies the rows into a table.
  mutating func fill(_ table: inout TokenTable) {
    table.start = Array(UnsafeBufferPointer(start: start, count: count))
    table.end = Array(UnsafeBufferPointer(start: end, count: count))
    table.lexeme = Array(UnsafeBufferPointer(start: lexeme, count: count))
    table.flags = Array(UnsafeBufferPointer(start: flags, count: count))
    table.classes = Array(UnsafeBufferPointer(start: classes, count: count))
    table.tag = Array(UnsafeBufferPointer(start: tag, count: count))
    table.profile = Array(UnsafeBufferPointer(start: profile, count: count))
    table.lemma = Array(UnsafeBufferPointer(start: lemma, count: count))
    table.sentence = [Int32](repeating: 0, count: count)
    table.ownWords = ownWords
  }
}

extension TokenTable {
  /// The tag to begin with: the lexicon's likeliest, or what the shape suggests.
  @inline(__always)
  static func firstTag(_ primary: UInt8, _ flags: TokenFlags) -> Tag {
    if let tag = Tag(rawValue: primary) { return tag }
    if flags.contains(.punctuation) { return .punct }
    if flags.contains(.number) { return .cd }
    return flags.contains(.capitalized) ? .nnp : .nn
  }
}
