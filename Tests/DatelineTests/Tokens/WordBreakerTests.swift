import Testing

@testable import Dateline

@Suite struct WordBreakerTests {
  /// The fast path follows the rules of ICU 72; another version may break words elsewhere, and then these tests say where.
  @Test func icuIsTheVersionThatTheFastPathFollows() {
    #expect(
      WordBreaker.icuVersion.hasPrefix("72."),
      "ICU \(WordBreaker.icuVersion) is installed, WordBreakScan follows the rules of 72: compare its rules, then change both")
  }

  private func expectSame(_ bytes: [UInt8], _ ours: WordBreaker, _ icu: WordBreaker) -> Bool {
    bytes.withUnsafeBufferPointer {
      ours.segment($0)
      icu.segmentByICU($0)
    }
    let (found, wanted) = (ours.segments, icu.segments)
    return found.count == wanted.count
      && (0..<found.count).allSatisfy {
        let status = found.status[$0] == WordBreaker.plainWord ? 200 : found.status[$0]
        return found.start[$0] == wanted.start[$0] && found.end[$0] == wanted.end[$0] && status == wanted.status[$0]
      }
  }

  private static let ascii = Array("aZ09_.,:;'\"@#-&$/ \n\r\t".unicodeScalars)
  private static let wide: [Unicode.Scalar] =
    Array("éßøŁжΩ·’‘“”–—…€™©‼".unicodeScalars)
    + [
      0xA0, 0xAD, 0x85, 0x2028, 0x2003, 0x3000, 0x1680, 0x200B, 0x200D, 0x200E, 0x202F, 0x2024, 0x2027, 0x203F, 0x205F, 0xFEFF, 0xFFFD,
      0x387, 0x37E,
      0x55F, 0x589, 0x1EA1,
    ].compactMap(Unicode.Scalar.init)
  private static let marks: [Unicode.Scalar] = [0x301, 0x308, 0x5D0, 0x5D1, 0x5F4, 0x5F3, 0x20D0, 0xFE0F, 0x483].compactMap(
    Unicode.Scalar.init)
  private static let others: [Unicode.Scalar] = [
    0x1F600, 0x1F468, 0x1F3FD, 0x1F1E6, 0x1F1E7, 0x2764, 0x4E2D, 0x56FD, 0x3042, 0x30AB, 0x30FC, 0xE01, 0xE32, 0xE29, 0xAC00, 0x1100,
    0xFF0E, 0xFF1A, 0x66B,
    0x661, 0x627, 0x904, 0x10330, 0x1D400,
  ].compactMap(Unicode.Scalar.init)

  @Test(arguments: [[100, 0, 0, 0], [80, 20, 0, 0], [60, 25, 15, 0], [60, 20, 10, 10], [25, 25, 25, 25]])
  func boundariesAndStatusAreICUs(_ weights: [Int]) {
    var random = SplitMix(state: 72 &+ UInt64(weights[0]))
    let ours = WordBreaker()
    let icu = WordBreaker()
    let pools = [Self.ascii, Self.wide, Self.marks, Self.others]
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        var chance = Int.random(in: 0..<100, using: &random)
        var pool = 0
        while chance >= weights[pool] {
          chance -= weights[pool]
          pool += 1
        }
        text.append(pools[pool].randomElement(using: &random)!)
        // Runs of letters longer than the scanner reads at once.
        if Int.random(in: 0..<8, using: &random) == 0 {
          text.append(contentsOf: String(repeating: "b", count: Int.random(in: 1...20, using: &random)).unicodeScalars)
        }
      }
      #expect(expectSame(Array(String(text).utf8), ours, icu), "\(text.map { String($0.value, radix: 16) })")
    }
  }

  /// Texts of several blocks: marks, digits and characters beyond ASCII at every place of a block and on its edges.
  @Test(arguments: [[100, 0, 0, 0], [97, 3, 0, 0], [96, 2, 1, 1], [70, 20, 5, 5]])
  func longTextsGoByBlocks(_ weights: [Int]) {
    var random = SplitMix(state: 64 &+ UInt64(weights[0]))
    let ours = WordBreaker()
    let icu = WordBreaker()
    let pools = [Self.ascii, Self.wide, Self.marks, Self.others]
    for _ in 0..<1500 {
      var text = String.UnicodeScalarView()
      // Of some texts most characters are letters and spaces, as in news; of others all kinds mix.
      let plain = Int.random(in: 0...95, using: &random)
      for _ in 0..<Int.random(in: 60...400, using: &random) {
        if Int.random(in: 0..<100, using: &random) < plain {
          text.append(Int.random(in: 0..<6, using: &random) == 0 ? " " : "e")
          continue
        }
        var chance = Int.random(in: 0..<100, using: &random)
        var pool = 0
        while chance >= weights[pool] {
          chance -= weights[pool]
          pool += 1
        }
        text.append(pools[pool].randomElement(using: &random)!)
      }
      #expect(expectSame(Array(String(text).utf8), ours, icu), "\(text.map { String($0.value, radix: 16) })")
    }
  }

  /// What begins with a space is no segment; other white space is.
  @Test func spacesAreLeftOut() {
    let text = Array("One  two\n three\t\u{2003}four ".utf8)
    let breaker = WordBreaker()
    text.withUnsafeBufferPointer { breaker.segment($0) }
    let segments = breaker.segments
    let found = (0..<segments.count).map {
      String(decoding: text[Int(segments.start[$0])..<Int(segments.end[$0])], as: UTF8.self)
    }
    #expect(found == ["One", "two", "\n", "three", "\t", "\u{2003}", "four"])
  }

  /// A plain word is one of ASCII letters that nothing behind it can join.
  @Test func plainWordsAreLettersBeforeNoMergingMark() {
    let text = Array(("Plain words don't end-to-end a. b: c/d e&f 9x, y\n" + String(repeating: "and so on ", count: 20)).utf8)
    let breaker = WordBreaker()
    text.withUnsafeBufferPointer { breaker.segment($0) }
    var plain: [String] = []
    let segments = breaker.segments
    for index in 0..<segments.count where segments.status[index] == WordBreaker.plainWord {
      plain.append(String(decoding: text[Int(segments.start[index])..<Int(segments.end[index])], as: UTF8.self))
    }
    #expect(plain.prefix(8) == ["Plain", "words", "end", "d", "f", "y", "and", "so"])
  }

  @Test func randomBytesAfterRepair() {
    var random = SplitMix(state: 7)
    let ours = WordBreaker()
    let icu = WordBreaker()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let repaired = UTF8Repair.repair(bytes, upTo: bytes.count).bytes
      #expect(expectSame(repaired, ours, icu), "\(repaired)")
    }
  }

  @Test func everyScalarOfTheFastPathAmongLetters() {
    let ours = WordBreaker()
    let icu = WordBreaker()
    for value in UInt32(0)..<0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for (before, after) in [("a", "b"), ("1", "2"), (" ", " "), ("a", ""), ("", "1")] {
        var text = before.unicodeScalars
        text.append(scalar)
        text.append(contentsOf: after.unicodeScalars)
        #expect(expectSame(Array(String(text).utf8), ours, icu), "U+\(String(value, radix: 16)) between “\(before)” and “\(after)”")
      }
    }
  }

  /// Seeds give the same run every time.
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }
}
