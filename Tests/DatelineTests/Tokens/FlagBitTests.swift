import Testing

@testable import Dateline

/// Sets of tokens by their flags, sixteen at a time, against the same asked one by one.
struct FlagBitTests {
  @Test("The set has each token that bears any of the flags, for every number of tokens up to a word")
  func anyFlag() {
    var state: UInt64 = 7
    let flags = (0..<64).map { _ -> TokenFlags in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // A fifth of the bits are set.
      let bits = UInt32(truncatingIfNeeded: state >> 32)
      return TokenFlags(rawValue: bits & bits >> 7 & bits << 3)
    }
    let several: TokenFlags = [.capitalized, .mayRefer, .number]
    let asked: [TokenFlags] = [.capitalized, .punctuation, .mayRefer, .lineOrParagraphStart, several, []]
    for wanted in asked {
      for count in 0...64 {
        let expected = (0..<count).reduce(0 as UInt64) { $0 | (flags[$1].isDisjoint(with: wanted) ? 0 : 1 << UInt64($1)) }
        #expect(flags.withUnsafeBufferPointer { wanted.tokens($0.baseAddress!, count) } == expected)
      }
    }
    #expect(TokenFlags.punctuation.tokens(flags, 64).nonzeroBitCount > 2)
  }

  @Test("A table of words knows its words and no others")
  func lexemeTable() {
    let rows = Dictionary(uniqueKeysWithValues: (0..<500).map { (LexemeID($0 * 64), $0) })
    let table = LexemeTable(rows, absent: -7)
    defer { table.deallocate() }
    for word in -1..<LexemeID(500 * 64 + 64) { #expect(table[word] == rows[word] ?? -7) }
  }
}
