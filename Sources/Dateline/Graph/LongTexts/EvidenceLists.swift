/// Lists of evidence, each kept once: some hundreds of different ones speak for all mentions of a long text.
struct EvidenceLists {
  /// Where a list of that hash stands.
  private var places: [UInt64: Range<Int32>] = [:]

  /// The place in `kept` of the list that stands at `range` in `evidence`; it is appended if it is new.
  ///
  /// - Complexity: O(length of the list).
  mutating func place(_ range: Range<Int32>, of evidence: [Evidence], in kept: inout [Evidence]) -> Range<Int32> {
    guard !range.isEmpty else { return 0..<0 }
    let items = evidence[Int(range.lowerBound)..<Int(range.upperBound)]
    let hash = EvidenceLists.hash(items)
    if let known = places[hash], kept[Int(known.lowerBound)..<Int(known.upperBound)].elementsEqual(items) { return known }
    let place = Int32(truncatingIfNeeded: kept.count)..<Int32(truncatingIfNeeded: kept.count + items.count)
    kept.append(contentsOf: items)
    places[hash] = place
    return place
  }

  /// Of addresses and numbers: good for this process only.
  private static func hash(_ items: ArraySlice<Evidence>) -> UInt64 {
    var state = UInt64(items.count)
    for item in items {
      state = ByteHash.mix(state ^ UInt64(UInt(bitPattern: item.id.start)), 0xA076_1D64_78BD_642F)
      state = ByteHash.mix(state ^ UInt64(item.weight.bitPattern) << 8 ^ UInt64(item.kind.rawValue), 0xE703_7ED1_A0B4_28DB)
    }
    return state
  }
}
