/// The columns of the tokens under construction, as raw memory that one worker keeps.
///
/// The tokenizer appends spans and flags; `TokenReader` then fills in what the words' forms say.
struct TokenSink {
  private(set) var count = 0
  private var capacity = 0
  private(set) var start: UnsafeMutablePointer<Int32>
  private(set) var end: UnsafeMutablePointer<Int32>
  private(set) var flags: UnsafeMutablePointer<TokenFlags>
  private(set) var lexeme: UnsafeMutablePointer<LexemeID>
  private(set) var classes: UnsafeMutablePointer<WordClassSet>
  private(set) var tag: UnsafeMutablePointer<Tag>
  private(set) var profile: UnsafeMutablePointer<LexemeProfile>
  private(set) var lemma: UnsafeMutablePointer<LexemeID>
  private(set) var candidates: UnsafeMutablePointer<Candidates>
  /// The article's own words.
  var ownWords = WordInterner()

  init() {
    func room<T>(_ type: T.Type) -> UnsafeMutablePointer<T> { .allocate(capacity: TokenTable.lookAhead) }
    start = room(Int32.self)
    end = room(Int32.self)
    flags = room(TokenFlags.self)
    lexeme = room(LexemeID.self)
    classes = room(WordClassSet.self)
    tag = room(Tag.self)
    profile = room(LexemeProfile.self)
    lemma = room(LexemeID.self)
    candidates = room(Candidates.self)
  }

  func deallocate() {
    start.deallocate()
    end.deallocate()
    flags.deallocate()
    lexeme.deallocate()
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

  /// Appends a token: its span, and the flags that its place and origin give.
  @inline(__always)
  mutating func append(_ from: Int, _ to: Int, _ extra: TokenFlags) {
    if count == capacity { grow(capacity * 2) }
    start[count] = Int32(truncatingIfNeeded: from)
    end[count] = Int32(truncatingIfNeeded: to)
    flags[count] = extra
    count &+= 1
  }

  /// Fills in the other columns of token `row`.
  @inline(__always)
  func set(_ row: Int, _ record: UnsafePointer<WordRecord>, _ extra: TokenFlags) {
    flags[row] = TokenFlags(rawValue: record.pointee.flags.rawValue | extra.rawValue)
    lexeme[row] = record.pointee.lexeme
    classes[row] = record.pointee.classes
    tag[row] = record.pointee.tag
    profile[row] = record.pointee.profile
    lemma[row] = record.pointee.lemma
    candidates[row] = record.pointee.candidates
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
    move(&flags)
    move(&lexeme)
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
