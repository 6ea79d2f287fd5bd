import Testing

@testable import Dateline

@Suite struct OffsetMapTests {
  private static let texts = ["", "plain ASCII", "“Zürich” — 中国 👩‍👩‍👧 e\u{301}", String(repeating: "aé中👍", count: 60)]

  @Test func countsAsSwiftDoes() {
    for text in Self.texts {
      let article = Article(id: "x", input: Array(text.utf8))
      let scalars = OffsetMap(article, unit: .scalar)
      let utf16 = OffsetMap(article, unit: .utf16)
      let utf8 = OffsetMap(article, unit: .utf8)
      for index in text.unicodeScalars.indices + [text.endIndex] {
        let offset = Int32(text.utf8.distance(from: text.startIndex, to: index))
        #expect(scalars.convert(offset) == text.unicodeScalars.distance(from: text.startIndex, to: index))
        #expect(utf16.convert(offset) == text.utf16.distance(from: text.startIndex, to: index))
        #expect(utf8.convert(offset) == Int(offset))
      }
    }
  }

  @Test func longTextsAreCountedAlike() {
    for text in Self.texts {
      let article = Article(id: "x", input: Array(text.utf8))
      for (unit, inUTF16) in [(OffsetUnit.scalar, false), (.utf16, true)] {
        let map = OffsetMap(article, unit: unit)
        let sparse = SparseOffsets(article.bytes, inUTF16: inUTF16)
        for index in text.unicodeScalars.indices + [text.endIndex] {
          let offset = Int32(text.utf8.distance(from: text.startIndex, to: index))
          #expect(sparse.convert(offset) == map.convert(offset))
        }
      }
    }
    let long = Article(id: "x", input: Array(String(repeating: "é", count: Article.wholeSize / 2 + 1).utf8))
    #expect(OffsetMap(long, unit: .scalar).convert(Int32(long.bytes.count)) == Article.wholeSize / 2 + 1)
  }

  @Test func repairedBytesKeepTheInputsOffsets() {
    // BOM, "a", a broken sequence of two bytes, "b", a lone byte, "c".
    let input: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xE2, 0x82, 0x62, 0xFF, 0x63]
    let article = Article(id: "x", input: input)
    #expect(article.text(Span(0, article.bytes.count)) == "a\u{FFFD}b\u{FFFD}c")
    let map = OffsetMap(article, unit: .utf8)
    #expect([0, 1, 4, 5, 8, 9].map { map.convert($0) } == [3, 4, 6, 7, 8, 9])
    #expect(OffsetMap(article, unit: .scalar).convert(9) == 5)
  }
}

@Suite struct UTF8RepairTests {
  @Test func randomBytesAsTheStandardLibraryRepairsThem() {
    var random = WordBreakerTests.SplitMix(state: 3)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random) ? UInt8.random(in: 0x80...0xFF, using: &random) : UInt8.random(in: 0...0x7F, using: &random)
      }
      let result = UTF8Repair.repair(bytes, upTo: bytes.count)
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      #expect(result.bytes == Array(String(decoding: hasMark ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self).utf8), "\(bytes)")
    }
  }

  @Test func cleanTextIsKept() {
    let bytes = Array("Zürich — 中国 👍".utf8)
    let result = UTF8Repair.repair(bytes, upTo: bytes.count)
    #expect(result.bytes == bytes && result.repairs.isEmpty)
  }

  @Test func theLimitCutsNoCharacterInHalf() {
    let bytes = Array("ab中".utf8)
    #expect(UTF8Repair.repair(bytes, upTo: 4).bytes == Array("ab\u{FFFD}".utf8))
  }
}
