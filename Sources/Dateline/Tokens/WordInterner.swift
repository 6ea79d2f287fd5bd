/// Gives numbers to the words of one article that the lexicon lacks; forgotten with the article.
///
/// Open addressing over 64-bit hashes, verified byte for byte.
public struct WordInterner: Sendable {
  private var hashes: [UInt64] = []
  private var slots: [Int32] = []
  private(set) var starts: [Int32] = [0]
  private(set) var pool: [UInt8] = []

  public init() {}

  /// Number of words held.
  public var count: Int { starts.count - 1 }

  /// The folded bytes of word `index` (0 is the first own word).
  public func bytes(_ index: Int) -> ArraySlice<UInt8> { pool[Int(starts[index])..<Int(starts[index + 1])] }

  mutating func removeAll() {
    guard count > 0 else { return }
    if count > 4096 {
      hashes = []
      slots = []
    } else {
      for index in hashes.indices { hashes[index] = 0 }
    }
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    pool.removeAll(keepingCapacity: true)
  }

  /// The number of the word, new or known.
  mutating func intern(_ word: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> Int {
    if count * 2 >= hashes.count { grow() }
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash {
        let index = Int(slots[slot])
        let from = Int(starts[index])
        if Int(starts[index + 1]) - from == length, pool.withUnsafeBufferPointer({ same($0.baseAddress! + from, word, length) }) {
          return index
        }
      }
      slot = (slot + 1) & mask
    }
    let index = count
    hashes[slot] = hash
    slots[slot] = Int32(index)
    pool.append(contentsOf: UnsafeBufferPointer(start: word, count: length))
    starts.append(Int32(pool.count))
    return index
  }

  @inline(__always) private func same(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 0..<length where a[index] != b[index] { return false }
    return true
  }

  private mutating func grow() {
    // An article has a dozen or two.
    let capacity = max(64, hashes.count * 2)
    if hashes.isEmpty {
      starts.reserveCapacity(capacity / 2 + 1)
      pool.reserveCapacity(capacity * 4)
    }
    let old = hashes.isEmpty ? [] : zip(hashes, slots).filter { $0.0 != 0 }
    hashes = [UInt64].filled(0, count: capacity)
    slots = [Int32].filled(0, count: capacity)
    for (hash, index) in old {
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while hashes[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      hashes[slot] = hash
      slots[slot] = index
    }
  }
}
