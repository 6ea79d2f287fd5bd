/// The short forms of terms are no organizations: "unmanned aerial systems (UAS)" names a thing, if anything, and so does "UAS" further on. What
/// ends with a noun for organizations in small letters ("electoral commission (EC)") is one all the same.
enum LowercaseTerms {
  /// No term has more words.
  private static let longest = 6

  /// Retypes them.
  ///
  /// - Complexity: O(spans), and once more where there is such a term.
  static func retype(_ spans: inout [NameSpan], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ matches: MatchColumns) {
    var terms: Set<LexemeID> = []
    for first in spans.stretches {
      for index in spans.numbers(from: first, where: { shortBit($0, tokens) }) {
        let span = spans[index]
        let token = span.tokens.first
        guard token > 2, span.rule == .none, tokens.length(token - 1) == 1, bytes[Int(tokens.start[token - 1])] == UInt8(ascii: "("),
          token + 1 < tokens.count, bytes[Int(tokens.start[token + 1])] == UInt8(ascii: ")"), matches.match(span.tokens) == nil,
          !tokens.has(token - 2, anyOf: heads), isTerm(token, tokens, bytes)
        else { continue }
        terms.insert(tokens.lexeme[token])
      }
    }
    guard !terms.isEmpty else { return }
    for index in spans.indices where isShort(spans[index], tokens) && terms.contains(tokens.lexeme[spans[index].tokens.first]) {
      spans[index] = NameSpan(spans[index].tokens, NameSpan.other, by: .term)
    }
  }

  private static let heads = WordClassSet(.orgHead, .firmNoun, .partyWord, .mediaHead, .memberNoun)

  private static func isShort(_ span: NameSpan, _ tokens: TokenColumns) -> Bool {
    withUnsafePointer(to: span) { shortBit($0, tokens) != 0 }
  }

  @inline(__always)
  private static func shortBit(_ span: UnsafePointer<NameSpan>, _ tokens: TokenColumns) -> UInt64 {
    span.pointee.isSingle & (span.pointee.isType(NameSpan.organization) | span.pointee.isType(NameSpan.place))
      & tokens.flags[span.pointee.tokens.first].bit(.allCapitals)
  }

  /// Whether the words in small letters before the bracket start with the letters in it, one each.
  private static func isTerm(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var letter = Int(tokens.end[token]) - 1
    let first = Int(tokens.start[token])
    guard letter - first >= 1, letter - first < longest else { return false }
    var word = token - 2
    while letter >= first {
      guard word >= 0, tokens.is(word, .lowercase), tokens.sentence[word] == tokens.sentence[token],
        bytes[letter] | 0x20 == bytes[Int(tokens.start[word])]
      else { return false }
      letter -= 1
      word -= 1
    }
    return true
  }
}
