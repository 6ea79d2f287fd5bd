import Testing

@testable import Dateline

@Suite("Keys of words and their kinds")
struct KnownRowsTests {
  @Test("a capital before small letters has a key of its own")
  func keys() {
    let rows = KnownRows()
    defer { rows.deallocate() }
    func key(_ flags: TokenFlags, _ lexeme: LexemeID = 5) -> Int32 { rows.key(lexeme, flags, limit: 10) }
    #expect(key([.hasLetter, .capitalized]) == 11)
    #expect(key([.hasLetter, .capitalized, .spaceBefore, .sentenceStart]) == 11)
    for flags: TokenFlags in [
      [.hasLetter, .lowercase], [.hasLetter, .capitalized, .allCapitals], [.hasLetter, .capitalized, .nonASCII], [.capitalized],
    ] {
      #expect(key(flags) == 10)
    }
    #expect(key([.hasLetter, .capitalized], 9) == 19)
    // The article's own words.
    #expect(key([.hasLetter, .capitalized], 10) == -1)
    #expect(key([.hasLetter, .lowercase], 1_000_000) == -1)
  }

  @Test("kinds of words in small letters are the same the second time")
  func kinds() {
    let kinds = SmallKinds()
    defer { kinds.deallocate() }
    let all = WordClass.allCases.map { WordClassSet($0) } + [WordClassSet(low: 0, high: 0), WordClassSet(.orgHead, .placeHead)]
    for _ in 0..<2 {
      for classes in all { #expect(kinds.kind(classes) == LowerKinds.shared.kind(classes)) }
    }
  }
}
