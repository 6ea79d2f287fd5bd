/// The units in which offsets are written.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode code points of the repaired text: what Python's strings count.
  case scalar
  /// Bytes of the input as it came, before repair.
  case utf8
  /// UTF-16 code units of the repaired text: what JavaScript and Java count.
  case utf16
}

/// Converts UTF-8 offsets of the repaired text into the units asked for.
///
/// For every eight bytes the units before them and before each of them: constant time per offset, and nothing at all for ASCII. Of a long text
/// (`Article.wholeSize`), where that would double the memory, `SparseOffsets` are kept.
public struct OffsetMap: Sendable {
  private let unit: OffsetUnit
  private let sparse: SparseOffsets?
  /// For each eight bytes the units that start before them (the low half) and, three bits each, those before every one of them.
  private let words: [UInt64]
  private let repairs: [Repair]
  private let isIdentity: Bool

  /// - Complexity: O(bytes).
  public init(_ article: Article, unit: OffsetUnit) { self.init(article.bytes, repairs: article.repairs, unit: unit) }

  init(_ bytes: [UInt8], repairs: [Repair], unit: OffsetUnit) {
    self.unit = unit
    self.repairs = unit == .utf8 ? repairs : []
    let isCounted = unit != .utf8 && !bytes.withUnsafeBufferPointer(OffsetMap.isASCII)
    sparse = isCounted && bytes.count > Article.wholeSize ? SparseOffsets(bytes, inUTF16: unit == .utf16) : nil
    words = isCounted && sparse == nil ? bytes.withUnsafeBufferPointer { OffsetMap.read($0, unit) } : []
    isIdentity = unit == .utf8 ? repairs.isEmpty : !isCounted
  }

  /// The words of a text that is not all ASCII.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ unit: OffsetUnit) -> [UInt64] {
    guard let start = bytes.baseAddress else { return [] }
    let raw = UnsafeRawPointer(start)
    // The end of the text is an offset, too.
    let count = bytes.count / 8 + 1
    var words: [UInt64] = []
    words.resizeUnset(to: count)
    words.withUnsafeMutableBufferPointer { words in
      var before: UInt64 = 0
      let ascii = ascii
      for index in 0..<bytes.count / 8 {
        let word = raw.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self).littleEndian
        if word & 0x8080_8080_8080_8080 == 0 {
          words[index] = ascii | before
          before &+= 8
        } else {
          words[index] = mixed(word, unit, &before)
        }
      }
      words[count - 1] = rest(bytes, (count - 1) * 8..<bytes.count, unit, before)
    }
    return words
  }

  /// The counts within a word of ASCII: 0, 1, 2 and so on.
  private static let ascii: UInt64 = (0..<8).reduce(0) { $0 | UInt64($1) << UInt64(32 + $1 * 3) }

  /// A word that is not ASCII, its eight bytes counted at once.
  @inline(__always)
  private static func mixed(_ word: UInt64, _ unit: OffsetUnit, _ before: inout UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // One in each byte that begins a character, two in UTF-16 for one of four bytes.
    var units = ~(word &>> 7 & ~(word &>> 6)) & ones
    if unit == .utf16 { units &+= word &>> 7 & word &>> 6 & word &>> 5 & word &>> 4 & ones }
    // The product's bytes are the sums up to each byte; the sums before each are wanted, three bits of them: at a character's start they are never
    // more than seven, for no character has more units than bytes.
    let sums = units &* ones
    var packed = sums &<< 8 & (ones &* 7)
    packed = (packed | packed &>> 5) & 0x003F_003F_003F_003F
    packed = (packed | packed &>> 10) & 0x0000_0FFF_0000_0FFF
    packed = (packed | packed &>> 20) & 0x00FF_FFFF
    let counts = before | packed &<< 32
    before &+= sums &>> 56
    return counts
  }

  /// The last word, of less than eight bytes.
  private static func rest(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ unit: OffsetUnit, _ before: UInt64) -> UInt64 {
    var word = before
    var inside: UInt64 = 0
    var place: UInt64 = 32
    for index in range {
      word |= (inside & 7) << place
      place += 3
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { inside += unit == .utf16 && byte >= 0xF0 ? 2 : 1 }
    }
    return word | inside << place
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var at = 0
    while at + 32 <= bytes.count {
      guard UTF8Repair.isASCII(start + at) else { return false }
      at += 32
    }
    return bytes[at...].allSatisfy { $0 < 0x80 }
  }

  /// The offset in the unit of this map; `offset` must lie on a character boundary.
  @inline(__always)
  public func convert(_ offset: Int32) -> Int {
    if isIdentity { return Int(offset) }
    guard !words.isEmpty else { return seldom(offset) }
    // No offset lies outside the text; one that did would be taken for the last.
    let word = words.address[min(Int(UInt32(bitPattern: offset) &>> 3), words.count &- 1)]
    return Int(truncatingIfNeeded: word & 0xFFFF_FFFF) &+ Int(truncatingIfNeeded: word &>> UInt64(32 &+ (offset & 7) &* 3) & 7)
  }

  @inline(never) private func seldom(_ offset: Int32) -> Int { sparse?.convert(offset) ?? input(offset) }

  /// The offset in the input before repair.
  private func input(_ offset: Int32) -> Int {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].repaired <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return Int(offset) }
    return Int(repairs[low - 1].input + (offset - repairs[low - 1].repaired))
  }
}
