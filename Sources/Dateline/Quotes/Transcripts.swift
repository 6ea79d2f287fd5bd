/// Interviews and records that give each turn its speaker and a colon, without marks: "Dyer: Why did you wait? / Tamm: I did not wait.",
/// "Q: Will there be another? / A: Ask my doctor."
///
/// One line of that form may be anything (a list, a caption, a rating); a transcript is where the lines repeat a speaker or ask something.
///
/// - Complexity: O(tokens): each paragraph is read a fixed number of times.
struct Transcripts {
  let scene: QuoteScene

  /// The longest label before the colon, in tokens.
  private static let longestLabel = 8
  /// How many paragraphs without a label an answer may go on for.
  private static let longestAnswer = 4
  /// How often such a turn is speech.
  private static let precision: Float = 0.95
  private static let offices = WordClassSet(.role, .title, .honorific)

  /// A paragraph that opens with a label.
  private struct Turn {
    /// Number of the paragraph.
    var paragraph: Int
    var colon: Int
    /// Whoever the label names; nil for "Q" and "A".
    var speaker: SpeakerSpan?
    /// The person of the label, or the letter as a number below -1.
    var key: Int32
  }

  private static let question: Int32 = -2
  private static let answer: Int32 = -3

  /// Adds the turns of the article's transcripts to the candidates.
  static func run(_ scene: QuoteScene, _ columns: inout QuoteColumns) {
    let transcripts = Transcripts(scene: scene)
    let turns = transcripts.turns()
    guard turns.count > 1, transcripts.converse(turns) else { return }
    let interviewee = turns.first { $0.key == answer }.flatMap { transcripts.interviewee(before: Int(scene.paragraphs[$0.paragraph])) }
    for number in turns.indices {
      let next = number + 1 < turns.count ? turns[number + 1].paragraph : scene.paragraphs.count
      let turn = turns[number]
      let start = turn.colon + 1
      let end = transcripts.end(of: turn, before: next)
      // Words between marks are direct speech anyway.
      guard end > start, !scene.isQuotation(start) else { continue }
      var found = QuoteCandidate(
        fragments: .init(TokenRange(start, end)), cue: turn.colon, entry: -1, frame: ComplementFrame.Key(.colon),
        speaker: turn.key == answer ? interviewee : turn.speaker, earlierSay: -1)
      found.probability = precision
      found.isTurn = true
      columns.insert(found)
    }
  }

  // MARK: Labels

  private func turns() -> [Turn] {
    var found: [Turn] = []
    for paragraph in scene.paragraphs.indices {
      if let turn = turn(paragraph) { found.append(turn) }
    }
    return found
  }

  private func turn(_ paragraph: Int) -> Turn? {
    let start = Int(scene.paragraphs[paragraph])
    var colon = start
    let limit = min(scene.count, start + Transcripts.longestLabel)
    while colon < limit, scene.mark(colon) == .word { colon += 1 }
    guard colon > start, colon + 1 < limit, scene.mark(colon) == .colon, !scene.startsParagraph(colon + 1) else { return nil }
    if colon == start + 1, scene.tokens.length(start) == 1 {
      switch scene.layers.bytes[Int(scene.tokens.start[start])] {
      case UInt8(ascii: "Q"): return Turn(paragraph: paragraph, colon: colon, key: Transcripts.question)
      case UInt8(ascii: "A"): return Turn(paragraph: paragraph, colon: colon, key: Transcripts.answer)
      default: return nil
      }
    }
    guard scene.nameType(colon - 1) == .person, let mention = scene.mention(at: colon - 1) else { return nil }
    let name = scene.layers.mentions[mention].tokens
    guard name.last == colon - 1, (start..<max(start, name.first)).allSatisfy({ scene.tokens.has($0, anyOf: Transcripts.offices) }) else {
      return nil
    }
    let speaker = SpeakerSpan(start, colon, head: colon - 1, "speaker.label")
    return Turn(paragraph: paragraph, colon: colon, speaker: speaker, key: scene.layers.entity(ofMention: mention))
  }

  /// Whether the labels are those of a conversation: two of them, one of which speaks twice or asks something.
  private func converse(_ turns: [Turn]) -> Bool {
    guard let first = turns.first, let other = turns.first(where: { $0.key != first.key }) else { return false }
    if first.key <= Transcripts.question { return other.key <= Transcripts.question }
    // A few are enough: the labels of a long transcript repeat soon.
    let near = turns.prefix(16)
    if near.contains(where: { turn in near.contains { $0.key == turn.key && $0.paragraph != turn.paragraph } }) { return true }
    return near.contains { turn in
      let end = end(ofParagraph: turn.paragraph)
      return scene.layers.bytes[Int(scene.tokens.start[end - 1])] == UInt8(ascii: "?")
    }
  }

  // MARK: Turns

  private func end(ofParagraph paragraph: Int) -> Int {
    paragraph + 1 < scene.paragraphs.count ? Int(scene.paragraphs[paragraph + 1]) : scene.count
  }

  /// Where a turn ends: with its paragraph, unless the next ones speak of themselves and another turn follows them.
  private func end(of turn: Turn, before next: Int) -> Int {
    let first = end(ofParagraph: turn.paragraph)
    guard next < scene.paragraphs.count, next - turn.paragraph <= Transcripts.longestAnswer else { return first }
    var end = first
    for paragraph in turn.paragraph + 1..<max(turn.paragraph + 1, next) {
      let last = self.end(ofParagraph: paragraph)
      guard scene.speaksOfItself(end, last) else { break }
      end = last
    }
    return end
  }

  /// The one who answers "Q" with "A": the person whom the text before names most often, if there is one.
  private func interviewee(before limit: Int) -> SpeakerSpan? {
    var counts: [Int32: Int] = [:]
    for mention in scene.layers.mentions where Int(mention.tokens.end) <= limit && mention.form == .name {
      guard scene.layers.entities[Int(mention.entity)].type == .person else { continue }
      let zone = scene.zone(mention.tokens.first)
      if zone >= 0, scene.layers.zones[zone].kind == .byline { continue }
      counts[mention.entity, default: 0] += 1
    }
    guard let most = counts.values.max(), counts.values.filter({ $0 == most }).count == 1,
      let person = counts.first(where: { $0.value == most })?.key,
      let mention = scene.layers.mentions.first(where: { $0.entity == person && $0.form == .name })
    else { return nil }
    return SpeakerSpan(mention.tokens.first, Int(mention.tokens.end), head: mention.tokens.last, "speaker.interviewee")
  }
}
