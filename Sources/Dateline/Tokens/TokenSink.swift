/// The tokens under construction: where they stand and what their place and origin say. Raw memory that one worker keeps.
///
/// The tokenizer appends to it; `TokenReader` then fills a table's columns with what the words' forms say.
struct TokenSink {
  private(set) var count = 0
  private var capacity = 256
  private(set) var start: UnsafeMutablePointer<Int32>
  private(set) var end: UnsafeMutablePointer<Int32>
  private(set) var flags: UnsafeMutablePointer<TokenFlags>
  /// Where the word cache may have the token's form. Asked for when the token is appended: most of a text's words lie far from the processor
  /// when an article begins, and the tokenizer has enough to do until they are there.
  private(set) var place: UnsafeMutablePointer<WordCache.Place>
  /// The tokens at which lines start; the last one may be none.
  private(set) var lineStarts = Column<Int32>()

  /// So many places behind the last one may be asked for.
  static let ahead = 12

  private let cache: WordCache
  private var text: UnsafePointer<UInt8>
  /// From here on the text has no sixteen bytes left: no place is known for such tokens.
  private(set) var lastFetched = 0

  init(_ cache: WordCache, _ text: UnsafePointer<UInt8>) {
    self.cache = cache
    self.text = text
    start = .allocate(capacity: capacity)
    end = .allocate(capacity: capacity)
    flags = .allocate(capacity: capacity)
    place = .allocate(capacity: capacity + TokenSink.ahead)
    place.initialize(repeating: .none, count: capacity + TokenSink.ahead)
  }

  func deallocate() {
    start.deallocate()
    end.deallocate()
    flags.deallocate()
    place.deallocate()
    lineStarts.deallocate()
  }

  /// Drops all tokens; the next ones are tokens of `text`.
  mutating func begin(_ text: UnsafePointer<UInt8>, _ length: Int) {
    self.text = text
    lastFetched = length - ShortWord.longest
    count = 0
    lineStarts.removeAll()
  }

  /// The next token starts a line.
  mutating func startLine() { lineStarts.append(Int32(truncatingIfNeeded: count)) }

  /// Appends a token: its span, and the flags that its place and origin give.
  @inline(__always)
  mutating func append(_ from: Int, _ to: Int, _ extra: TokenFlags) {
    if count == capacity { grow(capacity * 2) }
    start[count] = Int32(truncatingIfNeeded: from)
    end[count] = Int32(truncatingIfNeeded: to)
    flags[count] = extra
    if from <= lastFetched { place[count] = cache.fetch(text + from, to &- from) }
    count &+= 1
  }

  mutating func reserve(_ wanted: Int) { if wanted > capacity { grow(wanted) } }

  @inline(never)
  private mutating func grow(_ wanted: Int) {
    capacity = wanted
    func move<T>(_ old: inout UnsafeMutablePointer<T>) {
      let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
      new.update(from: old, count: count)
      old.deallocate()
      old = new
    }
    move(&start)
    move(&end)
    move(&flags)
    let places = UnsafeMutablePointer<WordCache.Place>.allocate(capacity: capacity + TokenSink.ahead)
    places.update(from: place, count: count)
    (places + count).initialize(repeating: .none, count: capacity + TokenSink.ahead - count)
    place.deallocate()
    place = places
  }
}
