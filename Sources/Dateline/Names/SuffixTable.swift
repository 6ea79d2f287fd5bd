/// Word endings that hint at a kind of name (`Gazetteers/weights/suffixes.tsv`), found by hash of the last two to seven bytes.
struct SuffixTable {
  private var keys = [UInt64](repeating: 0, count: 512)
  private var bits = [UInt16](repeating: 0, count: 512)

  static let path = "weights/suffixes.tsv"

  /// Reads the table; a gazetteer without it has no suffixes.
  init(_ gazetteer: GazetteerFile) {
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
      guard suffix.count >= 1, suffix.count <= 8 else { continue }
      let key = suffix.withUnsafeBufferPointer { SuffixTable.key($0, $0.count, suffix.count) }
      var slot = Int(truncatingIfNeeded: key) & 511
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 511 }
      keys[slot] = key
      bits[slot] |= 1 << UInt16(bit.rawValue)
    }
  }

  /// Hash of the last `length` bytes before `end`.
  @inline(__always)
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ length: Int) -> UInt64 {
    var word: UInt64 = 0
    var index = end - length
    while index < end {
      word = word << 8 | UInt64(bytes[index])
      index += 1
    }
    return ByteHash.mix(word ^ UInt64(length) << 58, 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// The bits of every suffix that ends the word `start..<end`; at least one letter stands before the suffix.
  @inline(__always)
  func extras(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
    var result: UInt16 = 0
    var length = 1
    while length <= 8, end - length > start {
      let key = SuffixTable.key(bytes, end, length)
      var slot = Int(truncatingIfNeeded: key) & 511
      while keys[slot] != 0 {
        if keys[slot] == key {
          result |= bits[slot]
          break
        }
        slot = (slot + 1) & 511
      }
      length += 1
    }
    return result
  }
}
