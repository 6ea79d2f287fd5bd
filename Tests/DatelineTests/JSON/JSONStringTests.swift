import Testing

@testable import Dateline

/// Strings of the input's lines: plain bytes are passed over sixteen at a time, so marks and escapes stand at every place here.
struct JSONStringTests {
  private func text(_ json: String) -> String? {
    Array(json.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONObjectReader(bytes)
      return try? reader.members().first?.value.text
    }
  }

  @Test("A string ends at its mark, keeps its escapes and bytes beyond ASCII, and holds no control characters, wherever they stand")
  func everywhere() {
    for before in 0..<40 {
      let plain = String(repeating: "a ~é", count: before / 4) + String(repeating: "x", count: before % 4)
      for behind in [0, 3, 40] {
        let rest = String(repeating: "z", count: behind)
        #expect(text("{\"t\":\"\(plain)\(rest)\"}") == plain + rest)
        #expect(text("{\"t\":\"\(plain)\\n\(rest)\"}") == plain + "\n" + rest)
        #expect(text("{\"t\":\"\(plain)\\\"\\\\\(rest)\"}") == plain + "\"\\" + rest)
        #expect(text("{\"t\":\"\(plain)\t\(rest)\"}") == nil)
        #expect(text("{\"t\":\"\(plain)\u{1F}\(rest)\"}") == nil)
        #expect(text("{\"t\":\"\(plain)\u{7F}\(rest)\"}") == plain + "\u{7F}" + rest)
        #expect(text("{\"t\":\"\(plain)\(rest)") == nil)
      }
    }
  }
}
