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
    let bits = UInt64(truncatingIfNeeded: count) &* 8
    let short = UInt64.max &>> (64 &- bits)
    let isLong = bits > 64
    return ShortWord(low: isLong ? low : low & short, high: isLong ? high & short : 0, count: count)
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
  /// Slots, two of which share one of 2^15 places: the form met first stands first, where no other displaces it. Frequent words are met early.
  private static let bits: UInt64 = 15

  init() {
    let size = (2 << WordCache.bits) * MemoryLayout<Slot>.stride
    var memory: UnsafeMutableRawPointer?
    // Zeros, and lines that start where the processor's do.
    guard posix_memalign(&memory, 2 << 20, size) == 0, let memory else { fatalError("no memory for the word cache") }
    #if os(Linux)
      // Words lie anywhere in it: with large pages the processor finds each without walking its page tables.
      madvise(memory, size, Int32(MADV_HUGEPAGE))
    #endif
    memset(memory, 0, size)
    slots = memory.bindMemory(to: Slot.self, capacity: 2 << WordCache.bits)
  }

  func deallocate() { free(slots) }

  /// A form whose record has been asked for.
  struct Awaited {
    fileprivate var low: UInt64
    fileprivate var high: UInt64
    /// The two slots where it may be.
    fileprivate var pair: UnsafeMutablePointer<Slot>
  }

  /// Asks for the memory of a form's record; sixteen bytes may be read at `bytes`.
  @inline(__always)
  func fetch(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Awaited {
    let word = ShortWord.load(bytes, count)
    let pair = place(word)
    cicu_prefetch(pair)
    cicu_prefetch(pair + 1)
    // What is longer is like no form: only a free slot's first half is zero.
    let isShort = count <= ShortWord.longest
    return Awaited(low: isShort ? word.low : 0, high: isShort ? word.high : 1, pair: pair)
  }

  /// The record of a form, if it is at hand.
  @inline(__always)
  func record(_ word: Awaited) -> UnsafeMutablePointer<WordRecord>? {
    // Which of the two comes as it pleases: no branch.
    let slot = word.pair + (WordCache.holds(word.pair, word.low, word.high) ? 0 : 1)
    return WordCache.holds(slot, word.low, word.high) ? WordCache.record(slot) : nil
  }

  /// Whether the record of a form of at most sixteen bytes is at hand; `room` says how many may be read there.
  func holds(_ bytes: UnsafeBufferPointer<UInt8>, room: Int) -> Bool {
    let word = ShortWord.load(bytes.baseAddress!, bytes.count, room: room)
    let pair = place(word)
    return WordCache.holds(pair, word.low, word.high) || WordCache.holds(pair + 1, word.low, word.high)
  }

  /// What is known of a form; valid until the next call. A lexeme below 0 says that the lexicon lacks the word.
  @inline(__always)
  func find(_ word: ShortWord, lexicon: Lexicon) -> UnsafeMutablePointer<WordRecord> {
    let pair = place(word)
    if WordCache.holds(pair, word.low, word.high) { return WordCache.record(pair) }
    if WordCache.holds(pair + 1, word.low, word.high) { return WordCache.record(pair + 1) }
    return miss(word, lexicon, pair)
  }

  /// The two slots where a form may be, by a weak hash: the strong one is for the large tables.
  @inline(__always)
  private func place(_ word: ShortWord) -> UnsafeMutablePointer<Slot> {
    let hash = (word.low ^ word.high &* 0x9E37_79B9_7F4A_7C15) &* 0xE703_7ED1_A0B4_28DB
    return slots + Int(truncatingIfNeeded: hash &>> (64 - WordCache.bits)) &* 2
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
  private func miss(_ word: ShortWord, _ lexicon: Lexicon, _ pair: UnsafeMutablePointer<Slot>) -> UnsafeMutablePointer<WordRecord> {
    let slot = pair.pointee.low == 0 ? pair : pair + 1
    // That the lexicon lacks a word is worth remembering too.
    slot.pointee = Slot(low: word.low, high: word.high, record: word.withBytes { WordCache.read($0, lexicon) })
    return WordCache.record(slot)
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) -> WordRecord {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ShortWord.longest) { buffer in
      let folded = Folding.fold(bytes.baseAddress!, bytes.count, into: buffer.baseAddress!)
      let lexeme = lexicon.find(buffer.baseAddress!, folded, hash: ByteHash.hash(buffer.baseAddress!, folded))
      return WordRecord(bytes, lexeme: lexeme, lexicon: lexicon)
    }
  }
}
