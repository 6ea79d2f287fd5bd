/// The tokens under construction: where they stand and what their place and origin say. Raw memory that one worker keeps.
///
/// The tokenizer appends to it; `TokenReader` then fills a table's columns with what the words' forms say.
struct TokenSink {
  private(set) var count = 0
  private var capacity = 256
  private(set) var start: UnsafeMutablePointer<Int32>
  private(set) var end: UnsafeMutablePointer<Int32>
  private(set) var flags: UnsafeMutablePointer<TokenFlags>
  /// The tokens at which lines start; the last one may be none.
  private(set) var lineStarts = Column<Int32>()

  init() {
    start = .allocate(capacity: capacity)
    end = .allocate(capacity: capacity)
    flags = .allocate(capacity: capacity)
  }

  func deallocate() {
    start.deallocate()
    end.deallocate()
    flags.deallocate()
    lineStarts.deallocate()
  }

  mutating func removeAll() {
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
  }
}
