import CICU

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A word of at most sixteen bytes, as two little-endian integers: compared and hashed without touching memory.
struct ShortWord {
  var low: UInt64
  var high: UInt64
  var count: Int

  static let longest = 16

  /// Reads `count` bytes (at most sixteen) at `bytes`; `room` says how many may be read there.
  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> ShortWord {
    if room >= 16 { return load(bytes, count) }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in 0..<count {
      if index < 8 { low |= UInt64(bytes[index]) << UInt64(index * 8) } else { high |= UInt64(bytes[index]) << UInt64((index - 8) * 8) }
    }
    return ShortWord(low: low, high: high, count: count)
  }

  /// Reads `count` bytes, one to sixteen, at `bytes`, where sixteen may be read.
  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ShortWord {
    let raw = UnsafeRawPointer(bytes)
    let low = raw.loadUnaligned(as: UInt64.self).littleEndian
    let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    // No branch: words of more than eight bytes come as they please.
    let short = UInt64.max &>> (64 &- UInt64(truncatingIfNeeded: count) &* 8)
    let long = 0 &- Bit.less(8, count)
    return ShortWord(low: low & (short | long), high: high & short & long, count: count)
  }

  /// Whether one of the eight bytes of `word` is `byte`.
  @inline(__always)
  static func holds(_ word: UInt64, _ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  /// The word's bytes in memory.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) {
      body(UnsafeBufferPointer(rebasing: $0.bindMemory(to: UInt8.self)[..<count]))
    }
  }
}

/// The written forms met lately, with all that a token gets from them: most of a text's words are found here, each in one cache line,
/// instead of in the large tables. One per worker; holds what the lexicon and the letters say only, so it outlives articles.
struct WordCache {
  /// A form's bytes and its record: sixty-four bytes. No form is all zeros: memory that nobody wrote is a cache without words.
  fileprivate struct Slot {
    var low: UInt64
    var high: UInt64
    var record: WordRecord
  }

  private let slots: UnsafeMutablePointer<Slot>
  /// 2^16 slots. A form may lie in two of them: the one met first has its first choice, where no other displaces it. Frequent words are met
  /// early.
  private static let count = 1 << 16

  init() {
    let size = WordCache.count * MemoryLayout<Slot>.stride
    var memory: UnsafeMutableRawPointer?
    // Zeros, and lines that start where the processor's do.
    guard posix_memalign(&memory, 2 << 20, size) == 0, let memory else { fatalError("no memory for the word cache") }
    #if os(Linux)
      // Words lie anywhere in it: with large pages the processor finds each without walking its page tables.
      madvise(memory, size, Int32(MADV_HUGEPAGE))
    #endif
    memset(memory, 0, size)
    slots = memory.bindMemory(to: Slot.self, capacity: WordCache.count)
  }

  func deallocate() { free(slots) }

  /// Where a form may be: the numbers of two slots.
  struct Place {
    fileprivate let bits: UInt32

    @inline(__always) fileprivate var first: Int { Int(bits &>> 16) }
    @inline(__always) fileprivate var second: Int { Int(bits & 0xFFFF) }

    /// The first one for 0, the second one for 1.
    @inline(__always) fileprivate func number(_ which: UInt64) -> Int {
      Int(bits &>> (16 &- UInt32(truncatingIfNeeded: which) &* 16)) & 0xFFFF
    }

    /// Of no form.
    static let none = Place(bits: 0)

    private init(bits: UInt32) { self.bits = bits }

    /// By a weak hash: the strong one is for the large tables.
    @inline(__always)
    fileprivate init(_ word: ShortWord) {
      let hash = (word.low ^ word.high &* 0x9E37_79B9_7F4A_7C15) &* 0xE703_7ED1_A0B4_28DB
      bits = UInt32(truncatingIfNeeded: hash &>> 32)
    }
  }

  /// Asks for the memory of a form's record; sixteen bytes may be read at `bytes`.
  @inline(__always)
  func fetch(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Place {
    let place = Place(ShortWord.load(bytes, count))
    cicu_prefetch(slots + place.first)
    cicu_prefetch(slots + place.second)
    return place
  }

  /// Asks for the line where a form most probably is, from where `fetch` has brought it.
  @inline(__always) func fetchAgain(_ place: Place) { cicu_prefetch(slots + place.first) }

  /// The record of a form whose place is known, if it is at hand; sixteen bytes may be read at `bytes`.
  @inline(__always)
  func record(_ bytes: UnsafePointer<UInt8>, _ count: Int, at place: Place) -> UnsafeMutablePointer<WordRecord>? {
    let word = ShortWord.load(bytes, count)
    // What is longer is like no form: only a free slot's first half is zero.
    let isShort = count <= ShortWord.longest
    let (low, high) = (isShort ? word.low : 0, isShort ? word.high : 1)
    // Which of the two comes as it pleases: no branch.
    let first = slots + place.first
    let slot = slots + place.number(Bit.any((first.pointee.low ^ low) | (first.pointee.high ^ high)))
    return WordCache.holds(slot, low, high) ? WordCache.record(slot) : nil
  }

  /// Whether the record of a form of at most sixteen bytes is at hand; `room` says how many may be read there.
  func holds(_ bytes: UnsafeBufferPointer<UInt8>, room: Int) -> Bool {
    let word = ShortWord.load(bytes.baseAddress!, bytes.count, room: room)
    let place = Place(word)
    return WordCache.holds(slots + place.first, word.low, word.high) || WordCache.holds(slots + place.second, word.low, word.high)
  }

  /// What is known of a form; valid until the next call. A lexeme below 0 says that the lexicon lacks the word.
  @inline(__always)
  func find(_ word: ShortWord, lexicon: Lexicon) -> UnsafeMutablePointer<WordRecord> {
    let place = Place(word)
    let (first, second) = (slots + place.first, slots + place.second)
    if WordCache.holds(first, word.low, word.high) { return WordCache.record(first) }
    if WordCache.holds(second, word.low, word.high) { return WordCache.record(second) }
    return miss(word, lexicon, first.pointee.low == 0 ? first : second)
  }

  @inline(__always)
  private static func record(_ slot: UnsafeMutablePointer<Slot>) -> UnsafeMutablePointer<WordRecord> {
    (UnsafeMutableRawPointer(slot) + 16).assumingMemoryBound(to: WordRecord.self)
  }

  @inline(__always)
  private static func holds(_ slot: UnsafeMutablePointer<Slot>, _ low: UInt64, _ high: UInt64) -> Bool {
    (slot.pointee.low ^ low) | (slot.pointee.high ^ high) == 0
  }

  @inline(never)
  private func miss(_ word: ShortWord, _ lexicon: Lexicon, _ slot: UnsafeMutablePointer<Slot>) -> UnsafeMutablePointer<WordRecord> {
    // That the lexicon lacks a word is worth remembering too.
    slot.pointee = Slot(low: word.low, high: word.high, record: word.withBytes { WordCache.read($0, lexicon) })
    return WordCache.record(slot)
  }

  @inline(__always)
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) -> WordRecord {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ShortWord.longest) { buffer in
      let folded = Folding.fold(bytes.baseAddress!, bytes.count, into: buffer.baseAddress!)
      let lexeme = lexicon.find(buffer.baseAddress!, folded, hash: ByteHash.hash(buffer.baseAddress!, folded))
      return WordRecord(bytes, lexeme: lexeme, lexicon: lexicon)
    }
  }
}
