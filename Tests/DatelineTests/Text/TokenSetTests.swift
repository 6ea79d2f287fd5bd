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

  /// A set of two tokens in seven, and the same as a list; two words more than the tokens need.
  private func some(_ count: Int, _ body: (TokenSet, [Bool]) -> Void) {
    var column = Column<UInt64>()
    column.reset(count: TokenSet.wordCount(count) + 1, repeating: 0)
    defer { column.deallocate() }
    let set = TokenSet(words: column.base)
    let members = (0..<count).map { $0 * $0 % 7 == 2 || $0 % 61 == 60 }
    for token in 0..<count where members[token] { set.insert(token) }
    body(set, members)
  }

  @Test("The next token, the bits from a token on and what is left when a stretch is removed, as a list has them")
  func walks() {
    some(200) { set, members in
      for from in 0...200 {
        for limit in [0, 1, 63, 64, 65, 128, 199, 200] {
          let expected = (from..<max(from, limit)).first { members[$0] } ?? limit
          #expect(set.next(from: from, limit: limit) == (from < limit ? expected : limit))
        }
        let bits = (0..<64).reduce(0 as UInt64) { $0 | (from + $1 < 200 && members[from + $1] ? 1 << UInt64($1) : 0) }
        #expect(set.bits(from: from) == bits)
      }
    }
    for (first, end) in [(0, 200), (5, 6), (5, 5), (60, 70), (64, 128), (10, 190), (127, 129)] {
      some(200) { set, members in
        set.remove(TokenRange(first, end))
        for token in 0..<200 { #expect(set.contains(token) == (members[token] && !(first..<end).contains(token))) }
      }
    }
  }
}
