import Testing

@testable import Dateline

@Suite("Sets of tokens")
struct TokenSetTests {
  @Test("A bit of each of 64 bytes")
  func lanes() {
    let bytes = (0..<64).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for lane in 0..<8 {
      let expected = bytes.indices.reduce(UInt64(0)) { $0 | UInt64(bytes[$1] >> UInt8(lane) & 1) << UInt64($1) }
      #expect(TokenSet.bits(of: bytes, lane: Int32(lane)) == expected)
    }
  }
}
