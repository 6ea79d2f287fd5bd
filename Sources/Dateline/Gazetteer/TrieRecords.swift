/// What the trie's root knows of one lexeme: its child, whose number is that of the lexeme plus one.
///
/// Most words that begin names are no name alone and have none of a name's second words behind them; this record alone refuses them.
struct RootChild {
  var firstReading: UInt32 = 0
  /// Whether the word alone is a name, and of how many readings.
  var readingCount: UInt32 = 0
  /// One bit of sixty-four for each lexeme that may follow, which others share; 0 when none may.
  var followers: UInt64 = 0

  @inline(__always) var readings: Range<Int> { Int(firstReading)..<Int(firstReading) + Int(readingCount) }

  /// The number of a lexeme's bit in `followers`.
  @inline(__always) static func follower(_ lexeme: LexemeID) -> UInt64 { UInt64((UInt32(bitPattern: lexeme) &* 0x9E37_79B1) &>> 26) }

  /// 1 when `lexeme` may follow, else 0.
  @inline(__always) func mayHave(_ lexeme: LexemeID) -> UInt32 { UInt32(truncatingIfNeeded: followers &>> RootChild.follower(lexeme)) & 1 }
}

/// A node below the root's children, in a hash table over its parent and lexeme; `key` 0 for none.
struct TrieSlot {
  var key: UInt64 = 0
  var node: Int32 = 0
  /// Bit 0: the node has readings. The others: one for each lexeme that may follow, which others share.
  private var bits: UInt32 = 0

  init(key: UInt64 = 0, node: Int32 = 0) {
    self.key = key
    self.node = node
  }

  @inline(__always) static func key(_ node: Int32, _ lexeme: LexemeID) -> UInt64 { UInt64(UInt32(node)) << 32 | UInt64(UInt32(lexeme)) }

  @inline(__always) var parent: Int32 { Int32(truncatingIfNeeded: key >> 32) }
  @inline(__always) var lexeme: LexemeID { LexemeID(truncatingIfNeeded: key & 0xFFFF_FFFF) }

  @inline(__always) var hasReadings: Bool {
    get { bits & 1 != 0 }
    set { bits = newValue ? bits | 1 : bits & ~1 }
  }

  @inline(__always) private static func follower(_ lexeme: LexemeID) -> UInt32 {
    max(1, UInt32(truncatingIfNeeded: RootChild.follower(lexeme)) & 31)
  }

  mutating func addFollower(_ lexeme: LexemeID) { bits |= 1 << TrieSlot.follower(lexeme) }

  /// Whether `lexeme` may follow: where not, the look-up is spared.
  @inline(__always) func mayHave(_ lexeme: LexemeID) -> Bool { bits &>> TrieSlot.follower(lexeme) & 1 != 0 }
}
