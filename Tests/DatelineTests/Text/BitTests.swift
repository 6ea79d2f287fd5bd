import Testing

@testable import Dateline

@Suite("Questions answered by a bit")
struct BitTests {
  @Test("The same as comparisons say")
  func comparisons() {
    let numbers: [Int32] = [.min, -2, -1, 0, 1, 2, 63, 64, 1 << 20, .max]
    for one in numbers {
      for other in numbers {
        #expect(Bit.same(one, other) == (one == other ? 1 : 0))
        #expect(Bit.same(Int(one), Int(other)) == (one == other ? 1 : 0))
        #expect(Bit.less(Int(one), Int(other)) == (one < other ? 1 : 0))
        let (byte, next) = (UInt8(truncatingIfNeeded: one), UInt8(truncatingIfNeeded: other))
        #expect(Bit.same(byte, next) == (byte == next ? 1 : 0))
      }
    }
    for bits in [0, 1, 1 << 63, .max, 1 << 31] as [UInt64] { #expect(Bit.any(bits) == (bits == 0 ? 0 : 1)) }
  }

  @Test("Classes and flags, one at a time")
  func members() {
    let classes = WordClassSet(.month, .role)
    for one in WordClass.allCases { #expect(classes.bit(one) == (classes.contains(one) ? 1 : 0)) }
    let flags: TokenFlags = [.capitalized, .mayRefer, .number]
    for place in 0..<32 as Range<UInt32> {
      let flag = TokenFlags(rawValue: 1 << place)
      #expect(flags.bit(flag) == (flags.contains(flag) ? 1 : 0))
    }
  }

  @Test("The numbers of what a rule is about, in stretches", arguments: [0, 1, 63, 64, 65, 200])
  func chosen(_ count: Int) {
    let elements = (0..<count).map { $0 * 7 % 11 }
    var found: [Int] = []
    for first in elements.stretches {
      for number in elements.numbers(from: first, where: { Bit.less($0.pointee, 4) }) { found.append(number) }
    }
    #expect(found == elements.indices.filter { elements[$0] < 4 })
  }
}
