import CICU

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A word of at most sixteen folded bytes, as two little-endian integers: compared and hashed without touching memory.
struct ShortWord {
  var low: UInt64
  var high: UInt64
  var count: Int

  static let longest = 16

  /// The same as `ByteHash.hash` of the bytes.
  @inline(__always) var hash: UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var tail = low
    if count >= 8 {
      state = ByteHash.mix(state ^ low, 0xE703_7ED1_A0B4_28DB)
      tail = high
    }
    if count >= 16 {
      state = ByteHash.mix(state ^ high, 0xE703_7ED1_A0B4_28DB)
      tail = 0
    }
    state = ByteHash.mix(state ^ tail, 0x8EBC_6AF0_9C88_C6E3)
    return state == 0 ? 1 : state
  }

  /// Reads `count` bytes (at most sixteen) at `bytes`; `room` says how many may be read there.
  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> ShortWord {
    if room >= 16 {
      let raw = UnsafeRawPointer(bytes)
      let low = raw.loadUnaligned(as: UInt64.self).littleEndian
      let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
      if count >= 16 { return ShortWord(low: low, high: high, count: count) }
      if count >= 8 { return ShortWord(low: low, high: high & mask(count - 8), count: count) }
      return ShortWord(low: low & mask(count), high: 0, count: count)
    }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in 0..<count {
      if index < 8 { low |= UInt64(bytes[index]) << UInt64(index * 8) } else { high |= UInt64(bytes[index]) << UInt64((index - 8) * 8) }
    }
    return ShortWord(low: low, high: high, count: count)
  }

  /// Whether one of the eight bytes of `word` is `byte`.
  @inline(__always)
  static func holds(_ word: UInt64, _ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  /// The top bits of the first `count` bytes (at most sixteen).
  @inline(__always)
  static func tops(_ count: Int) -> (low: UInt64, high: UInt64) {
    let all: UInt64 = 0x8080_8080_8080_8080
    if count < 8 { return (all & mask(count), 0) }
    return (all, count < 16 ? all & mask(count - 8) : all)
  }

  @inline(__always) private static func mask(_ count: Int) -> UInt64 { (1 << UInt64(count * 8)) &- 1 }
}

/// The words met lately, with what the lexicon knows of them: most of a text's words are found here, in a few cache lines, instead of in the
/// large tables. One per worker; holds what the lexicon says only, so it outlives articles.
struct WordCache {
  /// A word's bytes and its reading. No word is all zeros: memory that nobody wrote is a cache without words.
  private struct Slot {
    var low: UInt64
    var high: UInt64
    var found: WordReading
  }

  private let slots: UnsafeMutablePointer<Slot>
  /// Slots, two of which share one of 2^15 places: the newer word stands first.
  private static let size = 1 << 16

  init() {
    slots = calloc(WordCache.size, MemoryLayout<Slot>.stride)!.bindMemory(to: Slot.self, capacity: WordCache.size)
  }

  func deallocate() { free(slots) }

  /// The word as the lexicon has it; a lexeme below 0 says that it has none.
  @inline(__always)
  func find(_ word: ShortWord, lexicon: Lexicon) -> WordReading {
    let pair = place(word.low, word.high)
    if WordCache.holds(pair, word) { return pair.pointee.found }
    if WordCache.holds(pair + 1, word) { return pair[1].found }
    return miss(word, lexicon, pair)
  }

  /// The place of a word, by a weak hash: the strong one is for the large tables.
  @inline(__always)
  private func place(_ low: UInt64, _ high: UInt64) -> UnsafeMutablePointer<Slot> {
    let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xE703_7ED1_A0B4_28DB
    return slots + Int(truncatingIfNeeded: hash >> 49) * 2
  }

  /// Has the place of a word of letters fetched, which is going to be asked for soon.
  @inline(__always)
  func fetch(_ word: ShortWord) {
    let tops = ShortWord.tops(word.count)
    // Letters differ from small letters in one bit.
    let address = place(word.low | tops.low >> 2, word.high | tops.high >> 2)
    cicu_prefetch(address)
    cicu_prefetch(UnsafeRawPointer(address) + 64)
  }

  @inline(__always)
  private static func holds(_ slot: UnsafeMutablePointer<Slot>, _ word: ShortWord) -> Bool {
    slot.pointee.low == word.low && slot.pointee.high == word.high
  }

  @inline(never)
  private func miss(_ word: ShortWord, _ lexicon: Lexicon, _ slot: UnsafeMutablePointer<Slot>) -> WordReading {
    var bytes = (word.low.littleEndian, word.high.littleEndian)
    let lexeme = withUnsafeBytes(of: &bytes) {
      lexicon.find($0.baseAddress!.assumingMemoryBound(to: UInt8.self), word.count, hash: word.hash)
    }
    slot[1] = slot[0]
    // That the lexicon lacks a word is worth remembering too.
    let found = lexicon.reading(lexeme)
    slot.pointee = Slot(low: word.low, high: word.high, found: found)
    return found
  }
}
