/// Word endings that hint at a kind of name (`Gazetteers/weights/suffixes.tsv`), found by hash of the last two to seven bytes.
final class SuffixTable {
  private static let slots = 512
  private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: slots)
  private let bits = UnsafeMutablePointer<UInt16>.allocate(capacity: slots)
  /// For the last two bytes the lengths of the suffixes that may end with them: bit `length - 1`. Few words end like any suffix at all.
  private let lengths = UnsafeMutablePointer<UInt8>.allocate(capacity: 1024)

  static let path = "weights/suffixes.tsv"

  /// Reads the table; a gazetteer without it has no suffixes.
  init(_ gazetteer: GazetteerFile) {
    keys.initialize(repeating: 0, count: SuffixTable.slots)
    bits.initialize(repeating: 0, count: SuffixTable.slots)
    lengths.initialize(repeating: 0, count: 1024)
    guard var reader = gazetteer.rows(of: SuffixTable.path, columns: ["suffix", "kind"]) else { return }
    while reader.next() {
      let bit: NameExtra
      switch reader.string(1) {
      case "demonym": bit = .demonymSuffix
      case "place": bit = .landSuffix
      case "surname": bit = .surnameSuffix
      default: bit = .organizationSuffix
      }
      let suffix = Array(reader.field(0))
      guard suffix.count >= 2, suffix.count <= 8 else { continue }
      let key = SuffixTable.key(suffix.withUnsafeBufferPointer { SuffixTable.tail($0, 0, $0.count) }, suffix.count)
      var slot = Int(truncatingIfNeeded: key) & (SuffixTable.slots - 1)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (SuffixTable.slots - 1) }
      keys[slot] = key
      lengths[SuffixTable.ending(suffix[suffix.count - 2], suffix[suffix.count - 1])] |= 1 << UInt8(suffix.count - 1)
      bits[slot] |= 1 << UInt16(bit.rawValue)
    }
  }

  deinit {
    keys.deallocate()
    bits.deallocate()
    lengths.deallocate()
  }

  /// The last eight bytes of `start..<end`, the last one lowest; zeros above when there are fewer.
  @inline(__always)
  private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    if end >= 8 {
      let word = UnsafeRawPointer(bytes.baseAddress! + end - 8).loadUnaligned(as: UInt64.self).bigEndian
      return end - start >= 8 ? word : word & (1 << UInt64((end - start) * 8) - 1)
    }
    var word: UInt64 = 0
    for index in start..<end { word = word << 8 | UInt64(bytes[index]) }
    return word
  }

  /// Key of the last `length` bytes of `tail`.
  @inline(__always)
  private static func key(_ tail: UInt64, _ length: Int) -> UInt64 {
    let word = tail & (~0 >> UInt64(64 - length * 8))
    return ByteHash.mix(word ^ UInt64(length) << 58, 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// Five bits of each of the last two bytes.
  @inline(__always) private static func ending(_ before: UInt8, _ last: UInt8) -> Int { Int(before & 31) << 5 | Int(last & 31) }

  /// The bits of every suffix that ends the word `start..<end`; at least one letter stands before the suffix.
  @inline(__always)
  func extras(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
    var result: UInt16 = 0
    let shorter = end - start - 1
    if shorter < 2 { return 0 }
    var candidates = lengths[SuffixTable.ending(bytes[end - 2], bytes[end - 1])] & (shorter >= 8 ? 255 : 1 << UInt8(shorter) - 1)
    if candidates == 0 { return 0 }
    let tail = SuffixTable.tail(bytes, start, end)
    while candidates != 0 {
      let key = SuffixTable.key(tail, candidates.trailingZeroBitCount + 1)
      var slot = Int(truncatingIfNeeded: key) & (SuffixTable.slots - 1)
      while keys[slot] != 0 {
        if keys[slot] == key {
          result |= bits[slot]
          break
        }
        slot = (slot + 1) & (SuffixTable.slots - 1)
      }
      candidates &= candidates - 1
    }
    return result
  }
}
