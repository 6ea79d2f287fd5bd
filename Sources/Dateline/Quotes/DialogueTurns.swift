/// Who speaks in a dialogue of which only the first two paragraphs say so: "“Are you tired?” Ana asked. / “No,” said Karl. / “Then go home.”"
///
/// Two who speak in turn are a dialogue only where one asks the other, or where many short turns follow: in the news a paragraph without a name is more often the last speaker's.
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

  /// The speaker of a paragraph that names none; nil where the two before are no dialogue, and what follows does not look like one.
  func next(in paragraph: Int, _ scene: QuoteScene, isDialogue goesOn: @autoclosure () -> Bool) -> SpeakerSpan? {
    guard let last, let earlier, last.paragraph == paragraph - 1, earlier.paragraph == paragraph - 2,
      scene.lexeme(last.speaker.head) != scene.lexeme(earlier.speaker.head), isDialogue || last.asks || earlier.asks || goesOn()
    else { return nil }
    return earlier.speaker.named(DialogueTurns.sieve)
  }

  /// Whether the last turn stands right before a paragraph.
  func lead(to paragraph: Int) -> Bool { last?.paragraph == paragraph - 1 }

  mutating func note(_ turn: Turn) {
    isDialogue = turn.speaker.sieve == DialogueTurns.sieve
    earlier = last
    last = turn
  }
}

extension QuoteScene {
  /// The last words of a paragraph in which a question is looked for that the next one answers.
  private static var longestQuestion: Int { 40 }

  /// "The prosecutor asked the witness whether he had copies." at the end of the paragraph before, which quotes nobody: the first turn of a dialogue.
  func question(before paragraph: Int) -> DialogueTurns.Turn? {
    guard paragraph > 0 else { return nil }
    let end = Int(paragraphs[paragraph])
    let low = max(Int(paragraphs[paragraph - 1]), end - QuoteScene.longestQuestion)
    guard end > low, zone(low) == zone(end) else { return nil }
    var verb = end - 1
    while verb >= low, tokens.sentence[verb] == tokens.sentence[end - 1], segmentOf[verb] < 0 {
      let cue = tag(verb).isVerb && isFinite(verb) ? verbCue(verb) : -1
      if cue >= 0, table.cues[cue].cueClass == .ask, table.cues[cue].kind == .question {
        let frame = complement(of: verb, before: end)
        guard frame.shape == .ifWhether || frame.shape == .wh, let asker = subject(of: verb, from: sentenceStart(verb, low)) else {
          return nil
        }
        return DialogueTurns.Turn(speaker: asker, paragraph: paragraph - 1, asks: true)
      }
      verb -= 1
    }
    return nil
  }

  private func sentenceStart(_ token: Int, _ low: Int) -> Int {
    var start = token
    while start > low, tokens.sentence[start - 1] == tokens.sentence[token] { start -= 1 }
    return start
  }

  /// Whether the words between the marks end with a question mark.
  func asks(_ segment: QuotedSegment) -> Bool {
    var token = segment.end - 1
    while token > segment.start, isQuotation(token) { token -= 1 }
    return layers.bytes[Int(tokens.start[token])] == UInt8(ascii: "?")
  }
}
