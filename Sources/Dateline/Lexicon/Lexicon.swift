import CICU

/// The words of the compiled gazetteer: a view of the mapped file, cheap to copy.
public struct Lexicon: @unchecked Sendable {
  let strings: UnsafeBufferPointer<UInt8>
  @usableFromInline let records: UnsafeBufferPointer<LexemeInfo>
  let hashes: UnsafeBufferPointer<UInt64>
  let valueKeys: UnsafeBufferPointer<UInt64>
  let values: UnsafeBufferPointer<Int64>

  /// The part of a slot that holds the hash; the rest holds the lexeme's number plus one (at most 16 million lexemes).
  static let tagMask: UInt64 = ~0 << 24
  /// The most lexemes that a compiled file can hold.
  static let most = (1 << 24) - 1

  /// Number of compiled lexemes; ids from here on are an article's own words.
  @inlinable public var count: Int { records.count }

  /// What is known of a lexeme; `LexemeInfo.unknown` for an article's own words.
  @inlinable public func info(_ lexeme: LexemeID) -> LexemeInfo {
    Int(lexeme) < records.count ? records[Int(lexeme)] : LexemeInfo.unknown
  }

  /// The lemma's lexeme; the lexeme itself where the lexicon names none.
  func lemma(_ lexeme: LexemeID) -> LexemeID {
    let lemma = info(lexeme).lemma
    return lemma >= 0 ? lemma : lexeme
  }

  /// The lexeme of folded bytes, or -1.
  @inline(__always)
  func find(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> LexemeID {
    let mask = hashes.count - 1
    if mask < 0 { return -1 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if (hashes[slot] ^ hash) & Lexicon.tagMask == 0 {
        let lexeme = LexemeID(truncatingIfNeeded: Int64(hashes[slot] & ~Lexicon.tagMask) - 1)
        let record = records[Int(lexeme)]
        if Int(record.textLength) == length, equal(bytes, strings.baseAddress! + Int(record.textOffset), length) { return lexeme }
      }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Asks for the memory where the look-up of a hash begins.
  func fetch(hash: UInt64) {
    if hashes.count > 0 { cicu_prefetch(hashes.baseAddress! + (Int(truncatingIfNeeded: hash) & (hashes.count - 1))) }
  }

  /// Asks for the memory of the record that a hash leads to; returns its lexeme's number plus one, 0 for none.
  func fetchRecord(hash: UInt64) -> UInt64 {
    let mask = hashes.count - 1
    if mask < 0 { return 0 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if (hashes[slot] ^ hash) & Lexicon.tagMask == 0 {
        let number = hashes[slot] & ~Lexicon.tagMask
        cicu_prefetch(records.baseAddress! + Int(number) - 1)
        return number
      }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// Asks for the memory of a lexeme's text; `number` is what `fetchRecord` returned.
  func fetchText(_ number: UInt64) {
    if number > 0 { cicu_prefetch(strings.baseAddress! + Int(records[Int(number) - 1].textOffset)) }
  }

  @inline(__always)
  private func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index < count {
      if a[index] != b[index] { return false }
      index += 1
    }
    return true
  }

  /// The lexeme of a word (folded here); nil when the lexicon lacks it. For set-up and tests, not for loops over text.
  public func lexeme(_ word: String) -> LexemeID? {
    let folded = Folding.fold(word)
    let found = folded.withUnsafeBufferPointer { buffer in
      buffer.isEmpty ? -1 : find(buffer.baseAddress!, buffer.count, hash: ByteHash.hash(buffer.baseAddress!, buffer.count))
    }
    return found < 0 ? nil : found
  }

  /// The lexeme of a word of less than sixteen bytes that stands inside a token, -1 for other words.
  func lexeme(inside part: UnsafeBufferPointer<UInt8>) -> LexemeID {
    guard part.count < 16, let base = part.baseAddress, !part.isEmpty else { return -1 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { buffer in
      let folded = Folding.fold(base, part.count, into: buffer.baseAddress!)
      return find(buffer.baseAddress!, folded, hash: ByteHash.hash(buffer.baseAddress!, folded))
    }
  }

  /// Whether a number word or a fraction stands before the first hyphen of a compound: "two-year", "twenty-two", "half-hour".
  func hasNumberBeforeHyphen(_ compound: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let hyphen = compound.firstIndex(of: UInt8(ascii: "-")) else { return false }
    let lexeme = lexeme(inside: UnsafeBufferPointer(rebasing: compound[..<hyphen]))
    return lexeme >= 0 && info(lexeme).classes.intersects(Lexicon.numberWords)
  }
  private static let numberWords = WordClassSet(.cardinalWord, .fractionWord)

  /// The folded form of a compiled lexeme.
  public func text(_ lexeme: LexemeID) -> String {
    guard lexeme >= 0, Int(lexeme) < records.count else { return "" }
    let record = records[Int(lexeme)]
    return String(decoding: strings[Int(record.textOffset)..<Int(record.textOffset) + Int(record.textLength)], as: UTF8.self)
  }

  /// The integer that a class table gives this word (a month's number, a number word's value); nil where it gives none.
  public func value(_ lexeme: LexemeID, _ wordClass: WordClass) -> Int64? {
    let mask = valueKeys.count - 1
    if mask < 0 || lexeme < 0 { return nil }
    let key = UInt64(lexeme) << 8 | UInt64(wordClass.rawValue) | 1 << 63
    var slot = Int(truncatingIfNeeded: ByteHash.mix(key, 0x9E37_79B9_7F4A_7C15)) & mask
    while valueKeys[slot] != 0 {
      if valueKeys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
