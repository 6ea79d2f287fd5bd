/// The tokens of an article by the part that their tags play in groups, a bit each: where a group ends is counted, not sought token by token, since
/// how long a group is, is anybody's guess.
struct GroupTags {
  let nouns: TokenSet
  /// What a group takes in before its first noun: adjectives, numbers and nouns.
  let modifiers: TokenSet
  /// What a group may start with.
  let openers: TokenSet

  /// Sets of tags, each a lane of a token's code.
  private static let lanes: [UInt64] = [
    TagBits.noun, TagBits.adjective | Tag.cd.bit | TagBits.noun, Chunker.nounOpeners | Chunker.verbOpeners | TagBits.adverb,
  ]
  private static let codes = Tag.allCases.map { tag in
    lanes.indices.reduce(0 as UInt8) { $0 | (lanes[$1] & tag.bit != 0 ? 1 << UInt8($1) : 0) }
  }

  /// - Parameter memory: where the sets shall lie.
  init(_ tags: UnsafePointer<Tag>, _ count: Int, in memory: inout Column<UInt64>) {
    // A word more: sixty-four tokens are read from any one on.
    let size = TokenSet.wordCount(count) + 1
    memory.resize(count: size * GroupTags.lanes.count)
    nouns = TokenSet(words: memory.base)
    modifiers = TokenSet(words: memory.base + size)
    openers = TokenSet(words: memory.base + size * 2)
    read(tags, count, size)
  }

  private func read(_ tags: UnsafePointer<Tag>, _ count: Int, _ size: Int) {
    GroupTags.codes.withUnsafeBufferPointer { codes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { memory in
        let row = memory.baseAddress!
        for word in 0..<size {
          let first = word &* 64
          let length = max(0, min(64, count &- first))
          for place in 0..<length { row[place] = codes.baseAddress![Int(tags[first &+ place].rawValue)] }
          for place in length..<64 { row[place] = 0 }
          nouns.words[word] = TokenSet.bits(of: row, lane: 0)
          modifiers.words[word] = TokenSet.bits(of: row, lane: 1)
          openers.words[word] = TokenSet.bits(of: row, lane: 2)
        }
      }
    }
  }
}
