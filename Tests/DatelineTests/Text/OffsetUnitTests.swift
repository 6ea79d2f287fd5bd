import Testing

@testable import Dateline

/// Offsets in other units than bytes, counted eight bytes at once, against Swift's own counts.
struct OffsetUnitTests {
  @Test("Every character's offset is its number of code points or UTF-16 units before it", arguments: [OffsetUnit.scalar, .utf16])
  func counts(_ unit: OffsetUnit) {
    let pieces = ["a", "é", "“", "😀", "bc", "ñ", "€", " ", "🇺", "xyz"]
    var state: UInt64 = 3
    for length in 0..<60 {
      var text = ""
      for _ in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let map = OffsetMap(Array(text.utf8), repairs: [], unit: unit)
      var bytes: Int32 = 0
      var units = 0
      for scalar in text.unicodeScalars {
        #expect(map.convert(bytes) == units)
        bytes += Int32(scalar.utf8.count)
        units += unit == .utf16 ? scalar.utf16.count : 1
      }
      #expect(map.convert(bytes) == units)
    }
  }
}
