/// Who speaks in a dialogue of which only the first two paragraphs say so: "“Are you tired?” Ana asked. / “No,” said Karl. / “Then go home.”"
///
/// Two who speak in turn are a dialogue only where one asks the other: in the news a paragraph without a name is more often the last speaker's.
struct DialogueTurns {
  struct Turn {
    var speaker: SpeakerSpan
    /// Number of the paragraph.
    var paragraph: Int
    /// Whether it ends with a question mark.
    var asks: Bool
  }

  static let sieve: Label = "speaker.alternation"

  private var last: Turn?
  private var earlier: Turn?
  private var isDialogue = false

  /// The speaker of a paragraph that names none; nil where the two before are no dialogue.
  func next(in paragraph: Int, _ scene: QuoteScene) -> SpeakerSpan? {
    guard let last, let earlier, last.paragraph == paragraph - 1, earlier.paragraph == paragraph - 2,
      isDialogue || last.asks || earlier.asks, scene.lexeme(last.speaker.head) != scene.lexeme(earlier.speaker.head)
    else { return nil }
    return earlier.speaker.named(DialogueTurns.sieve)
  }

  mutating func note(_ turn: Turn) {
    isDialogue = turn.speaker.sieve == DialogueTurns.sieve
    earlier = last
    last = turn
  }
}

extension QuoteScene {
  /// Whether the words between the marks end with a question mark.
  func asks(_ segment: QuotedSegment) -> Bool {
    var token = segment.end - 1
    while token > segment.start, isQuotation(token) { token -= 1 }
    return layers.bytes[Int(tokens.start[token])] == UInt8(ascii: "?")
  }
}
