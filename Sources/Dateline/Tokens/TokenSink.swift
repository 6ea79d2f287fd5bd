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
  private var candidates: UnsafeMutablePointer<Candidates>
  /// The article's own words.
  var ownWords = WordInterner()

  init() {
    start = .allocate(capacity: TokenTable.lookAhead)
    end = .allocate(capacity: TokenTable.lookAhead)
    lexeme = .allocate(capacity: TokenTable.lookAhead)
    flags = .allocate(capacity: TokenTable.lookAhead)
    classes = .allocate(capacity: TokenTable.lookAhead)
    tag = .allocate(capacity: TokenTable.lookAhead)
    profile = .allocate(capacity: TokenTable.lookAhead)
    lemma = .allocate(capacity: TokenTable.lookAhead)
    candidates = .allocate(capacity: TokenTable.lookAhead)
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
    candidates.deallocate()
  }

  mutating func removeAll() {
    count = 0
    ownWords.removeAll()
  }

  /// Appends one row.
  @inline(__always)
  mutating func push(_ from: Int, _ to: Int, _ record: UnsafePointer<WordRecord>, _ extra: TokenFlags) {
    if count == capacity { grow(capacity * 2) }
    let row = count
    start[row] = Int32(truncatingIfNeeded: from)
    end[row] = Int32(truncatingIfNeeded: to)
    lexeme[row] = record.pointee.lexeme
    flags[row] = TokenFlags(rawValue: record.pointee.flags.rawValue | extra.rawValue)
    classes[row] = record.pointee.classes
    tag[row] = record.pointee.tag
    profile[row] = record.pointee.profile
    lemma[row] = record.pointee.lemma
    candidates[row] = record.pointee.candidates
    count = row &+ 1
  }

  mutating func reserve(_ wanted: Int) { if wanted > capacity { grow(wanted) } }

  @inline(never)
  private mutating func grow(_ wanted: Int) {
    capacity = max(wanted, 256)
    func move<T>(_ old: inout UnsafeMutablePointer<T>) {
      let new = UnsafeMutablePointer<T>.allocate(capacity: capacity + TokenTable.lookAhead)
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
    move(&candidates)
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
    // Rules look a few tokens ahead and may look past the last one.
    for index in count..<count + TokenTable.lookAhead { candidates[index] = 0 }
    table.candidates = Array(UnsafeBufferPointer(start: candidates, count: count + TokenTable.lookAhead))
    table.sentence = [Int32](repeating: 0, count: count)
    table.ownWords = ownWords
  }
}
