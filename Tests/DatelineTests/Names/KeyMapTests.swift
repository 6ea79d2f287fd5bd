import Testing

@testable import Dateline

@Suite("Maps from keys to rows")
struct KeyMapTests {
  @Test("rows are numbered in order, and found again")
  func rows() {
    var map = KeyMap()
    defer { map.deallocate() }
    // More than the smallest map holds, so that it grows.
    for key in UInt64(1)...300 { #expect(map.intern(key) == Int(key) - 1) }
    for key in UInt64(1)...300 { #expect(map.intern(key) == Int(key) - 1 && map.find(key) == Int(key) - 1) }
    #expect(map.find(301) == -1)
    #expect(map.count == 300)
  }

  @Test("a map made empty knows nothing of before", arguments: [1, 5, 5000])
  func empty(keys: UInt64) {
    var map = KeyMap()
    defer { map.deallocate() }
    for round in 0..<3 {
      for key in 1...keys { #expect(map.intern(key &* 7 &+ UInt64(round)) == Int(key) - 1) }
      map.removeAll()
      #expect(map.count == 0)
      for key in 1...keys { #expect(map.find(key &* 7 &+ UInt64(round)) == -1) }
      // The next round has few keys: the map becomes smaller.
      _ = map.intern(3)
      #expect(map.find(3) == 0)
      map.removeAll()
      #expect(map.find(3) == -1)
    }
  }
}
