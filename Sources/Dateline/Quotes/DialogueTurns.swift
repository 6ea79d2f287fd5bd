/// Who speaks in a dialogue of which only the first two paragraphs say so: "“Are you tired?” Ana asked. / “No,” said Karl. / “Then go home.”"
///
/// Two who speak in turn are a dialogue only where one asks the other, or where many short turns follow: in the news a paragraph without a name is more often the last speaker's.
struct DialogueTurns {
  struct Turn {
    /// Nil for one of whom the text does not say who speaks.
    var speaker: SpeakerSpan?
    /// Number of the paragraph.
    var paragraph: Int
    /// Whether it ends with a question mark.
    var asks: Bool
    /// Whether the paragraph says more than the turn, so that it may be no dialogue.
    var isLead = false
  }

  /// Who has the next turn.
  enum Next {
    /// No dialogue goes on.
    case nobody
    /// One of whom the text does not say who it is.
    case somebody
    case speaker(SpeakerSpan)
  }

  /// How the paragraphs from the one at hand on look.
  struct Outlook {
    /// Whether they are turns: one of them asks, or they are many and short.
    var isDialogue = false
    var asks = false
  }

  static let sieve: Label = "speaker.alternation"

  private var last: Turn?
  private var earlier: Turn?
  private var isDialogue = false

  /// Who speaks in a paragraph that does not say so; nobody where the two before are no dialogue, and what follows does not look like one.
  func next(in paragraph: Int, _ scene: QuoteScene, _ outlook: @autoclosure () -> Outlook) -> Next {
    guard let last, last.paragraph == paragraph - 1 else { return .nobody }
    guard let earlier, earlier.paragraph == paragraph - 2, scene.differ(last.speaker, earlier.speaker) else {
      // "“I did,” said Moe. / “And what did you say?”": another one asks, whoever it is.
      return last.speaker != nil && outlook().asks ? .somebody : .nobody
    }
    let isCertain = isDialogue || !last.isLead && !earlier.isLead && (last.asks || earlier.asks)
    guard isCertain || outlook().isDialogue else { return .nobody }
    return earlier.speaker.map { .speaker($0.named(DialogueTurns.sieve)) } ?? .somebody
  }

  /// Whether the last turn stands right before a paragraph.
  func lead(to paragraph: Int) -> Bool { last?.paragraph == paragraph - 1 }

  mutating func note(_ turn: Turn) {
    isDialogue = turn.speaker == nil || turn.speaker?.sieve == DialogueTurns.sieve
    earlier = last
    last = turn
  }
}

extension QuoteScene {
  /// The last words of a paragraph in which a question is looked for that the next one answers.
  private static var longestQuestion: Int { 40 }

  /// Whether two speakers are not the same word; whoever is not known is another one.
  fileprivate func differ(_ one: SpeakerSpan?, _ other: SpeakerSpan?) -> Bool {
    guard let one, let other else { return one != nil || other != nil }
    return lexeme(one.head) != lexeme(other.head)
  }

  /// "Asked by the prosecutor whether he had copies, he said: “Yes.”": who asks is the turn before the one whose cue this is.
  func question(leadingTo cue: Int, in paragraph: Int) -> DialogueTurns.Turn? {
    let low = sentenceStart(cue, max(0, cue - QuoteScene.reach))
    let asked = verbCue(low)
    guard asked >= 0, tag(low) == .vbn || tag(low) == .vbd, table.cues[asked].kind == .question, let asker = passiveAgent(of: low, cue)
    else {
      return nil
    }
    return DialogueTurns.Turn(speaker: asker, paragraph: paragraph - 1, asks: true, isLead: true)
  }

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
