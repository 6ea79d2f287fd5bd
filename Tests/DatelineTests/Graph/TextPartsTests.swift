import Testing

@testable import Dateline

@Suite("Parts of a long text") struct TextPartsTests {
  private func parts(_ text: String, size: Int) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer(TextParts(size: size).ranges).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test("a text is cut before a paragraph rather than a line, a sentence or a word") func places() throws {
    let words = "One two. Three four five six seven eight nine. Ten eleven twelve"
    let more = String(repeating: " and so on", count: 9)
    func second(_ text: String) throws -> String { try #require(parts(text + more, size: 80).dropFirst().first) }
    let found = try ["\n\nNew\nline. It is", "\r\n \r\nNew\nline. It is", "\nNew line. Yes", ""].map { try second(words + $0).prefix(8) }
    #expect(found == ["New\nline", "New\nline", "New line", "Ten elev"])
    #expect(parts(String(repeating: "word ", count: 30), size: 80).allSatisfy { $0.hasPrefix("word") && $0.hasSuffix("d ") })
  }

  @Test("a text without any break is cut between characters") func noBreaks() {
    for letter in ["é", "中", "👍"] {
      let text = String(repeating: letter, count: 200)
      let cut = parts(text, size: 61)
      #expect(cut.count > 3 && cut.joined() == text)
    }
  }

  @Test("parts follow each other without gaps and keep to the size") func whole() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let pieces = ["a", " ", ". ", "\n", "\n\n", "é", "\r\n"]
      let text = (0..<Int.random(in: 0...400, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      let count = text.utf8.count
      let ranges = Array(text.utf8).withUnsafeBufferPointer(TextParts(size: 64).ranges)
      #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == count)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      #expect(ranges.dropLast().allSatisfy { (32...64).contains($0.count) } && ranges.last!.count <= 96)
    }
  }
}
