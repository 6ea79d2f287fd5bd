import Testing

@testable import Dateline

@Suite("Short lists")
struct ShortListsTests {
  /// Numbers that look shuffled but are always the same.
  private static func numbers(_ count: Int) -> [(key: Int, place: Int)] { (0..<count).map { ($0 &* 7919 % 13, $0) } }

  @Test("Short and long lists are sorted, and what is equal stays as it stood", arguments: [0, 1, 2, 3, 17, 64, 65, 300])
  func sorts(count: Int) {
    var list = ShortListsTests.numbers(count)
    let expected = list.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
    list.sortShort { $0.key < $1.key }
    #expect(list.map(\.key) == expected.map(\.key))
    #expect(list.map(\.place) == expected.map(\.place))
  }
}
