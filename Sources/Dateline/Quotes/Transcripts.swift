/// Interviews and records that give each turn its speaker and a colon, without marks: "Dyer: Why did you wait? / Tamm: I did not wait.",
/// "Q: Will there be another? / A: Ask my doctor.", "Reporter: Will you stay?".
///
/// One line of that form may be anything (a list, a caption, a rating); a transcript is where the lines repeat a speaker or ask something.
///
/// - Complexity: O(tokens): each paragraph is read a fixed number of times.
struct Transcripts {
  let scene: QuoteScene

  /// The longest label before the colon, in tokens; without a name it is shorter, with what is told of the speaker longer.
  private static let longestLabel = 8
  private static let longestDescribedLabel = 16
  private static let longestRole = 3
  /// How many paragraphs without a label an answer may go on for.
  private static let longestAnswer = 4
  /// How often such a turn is speech.
  private static let precision: Float = 0.95
  private static let offices = WordClassSet(.role, .title, .honorific)
  private static let roles = WordClassSet(.role, .title, .anonymousSource)

  /// A paragraph that opens with a label.
  private struct Turn {
    var label: ParagraphLabel
    /// Whoever the label names; nil for "Q" and "A".
    var speaker: SpeakerSpan?
    /// The person of the label, or a number below -1 for a letter or a role.
    var key: Int32
    /// Whether the label says that somebody asks: "Q", "Reporter".
    var isAsker = false

    var isLetter: Bool { key == Transcripts.question || key == Transcripts.answer }
  }

  private static let question: Int32 = -2
  private static let answer: Int32 = -3
  /// Roles come below the letters.
  private static let role: Int32 = -4

  /// Adds the turns of the article's transcripts to the candidates, or else the flashes among its lines.
  static func run(_ scene: QuoteScene, _ columns: inout QuoteColumns) {
    let transcripts = Transcripts(scene: scene)
    let labels = transcripts.labels()
    if labels.isEmpty { return }
    let turns = labels.compactMap { transcripts.turn($0) }
    guard turns.count > 1, transcripts.converse(turns) else {
      let flashes = FlashLines(scene)
      for label in labels { if let found = flashes.find(label) { columns.insert(found) } }
      return
    }
    transcripts.add(turns, &columns)
  }

  private func add(_ turns: [Turn], _ columns: inout QuoteColumns) {
    let parties = InterviewParties(scene, before: turns[0].label.start)
    let interviewee = turns.contains { $0.key == Transcripts.answer } ? parties.interviewee() : nil
    let named = interviewee ?? turns.first { $0.speaker != nil && !$0.isAsker }?.speaker
    let interviewer = turns.contains { $0.isAsker } ? parties.interviewer(of: named) : nil
    for number in turns.indices {
      let next = number + 1 < turns.count ? turns[number + 1].label.paragraph : scene.paragraphs.count
      let turn = turns[number]
      let start = turn.label.colon + 1
      let end = end(of: turn, before: next)
      // Words between marks are direct speech anyway.
      guard end > start, !scene.isQuotation(start) else { continue }
      let speaker = turn.isAsker ? interviewer ?? turn.speaker : turn.key == Transcripts.answer ? interviewee : turn.speaker
      var found = QuoteCandidate(
        fragments: .init(TokenRange(start, end)), cue: turn.label.colon, entry: -1, frame: ComplementFrame.Key(.colon), speaker: speaker,
        earlierSay: -1)
      found.probability = Transcripts.precision
      found.isTurn = true
      columns.insert(found)
    }
  }

  // MARK: Labels

  private func labels() -> [ParagraphLabel] {
    var found: [ParagraphLabel] = []
    for paragraph in scene.paragraphs.indices {
      let start = Int(scene.paragraphs[paragraph])
      var colon = start
      let limit = min(scene.count, start + Transcripts.longestLabel)
      while colon < limit, scene.mark(colon) == .word { colon += 1 }
      let nameEnd = colon
      guard colon > start, colon + 1 < limit else { continue }
      if scene.mark(colon) == .comma || scene.mark(colon) == .openParenthesis { colon = behindDescription(colon) }
      guard colon + 1 < scene.count, scene.mark(colon) == .colon, !scene.startsParagraph(colon + 1) else { continue }
      found.append(ParagraphLabel(paragraph: paragraph, start: start, nameEnd: nameEnd, colon: colon, end: end(ofParagraph: paragraph)))
    }
    return found
  }

  /// The colon behind what a label tells of its speaker: "ANA LOPEZ, ANCHOR:", "Ms LOPEZ (Treasurer) (15:03):"; some other token where none is.
  private func behindDescription(_ from: Int) -> Int {
    var at = from
    let limit = min(scene.count, from + Transcripts.longestDescribedLabel)
    while at < limit, !scene.startsParagraph(at) {
      switch scene.mark(at) {
      case .word where !scene.isFinite(at), .comma, .openParenthesis, .closeParenthesis: at += 1
      default: return at
      }
    }
    return from
  }

  private func turn(_ label: ParagraphLabel) -> Turn? {
    let start = label.start
    let colon = label.nameEnd
    if colon == start + 1, scene.tokens.length(start) == 1 {
      switch scene.layers.bytes[Int(scene.tokens.start[start])] {
      case UInt8(ascii: "Q"): return Turn(label: label, key: Transcripts.question, isAsker: true)
      case UInt8(ascii: "A"): return Turn(label: label, key: Transcripts.answer)
      default: return nil
      }
    }
    let speaker = SpeakerSpan(start, colon, head: colon - 1, "speaker.label")
    guard let mention = scene.mention(at: colon - 1) else { return role(label, speaker) ?? title(label, speaker) }
    let name = scene.layers.mentions[mention].tokens
    if scene.nameType(colon - 1) == .organization { return medium(label, speaker, mention) }
    guard scene.nameType(colon - 1) == .person, name.last == colon - 1,
      (start..<max(start, name.first)).allSatisfy({ scene.tokens.has($0, anyOf: Transcripts.offices) })
    else { return nil }
    return Turn(label: label, speaker: speaker, key: scene.layers.entity(ofMention: mention))
  }

  /// "The Gazette: Why did you leave?": the paper that asks.
  private func medium(_ label: ParagraphLabel, _ speaker: SpeakerSpan, _ mention: Int) -> Turn? {
    let name = scene.layers.mentions[mention].tokens
    guard name.last == label.nameEnd - 1, name.first - label.start <= 1, asks(label) else { return nil }
    return Turn(label: label, speaker: speaker, key: scene.layers.entity(ofMention: mention))
  }

  /// The same of a paper whose name the text does not show to be one: words with capitals.
  private func title(_ label: ParagraphLabel, _ speaker: SpeakerSpan) -> Turn? {
    guard label.nameEnd == label.colon, label.colon - label.start > 1, label.colon - label.start <= Transcripts.longestRole, asks(label),
      (label.start..<label.colon).allSatisfy({ scene.tokens.is($0, .capitalized) })
    else { return nil }
    return Turn(label: label, speaker: speaker, key: Transcripts.role - max(0, scene.lemma(speaker.head)))
  }

  private func asks(_ label: ParagraphLabel) -> Bool { scene.layers.bytes[Int(scene.tokens.start[label.end - 1])] == UInt8(ascii: "?") }

  /// "Reporter", "Defense attorney", "The Court": nobody by name.
  private func role(_ label: ParagraphLabel, _ speaker: SpeakerSpan) -> Turn? {
    let isAsker = scene.setting(speaker.head).contains(.asker)
    guard label.nameEnd - label.start <= Transcripts.longestRole, isAsker || scene.tokens.has(speaker.head, anyOf: Transcripts.roles),
      !(label.start..<label.nameEnd).contains(where: { scene.isFinite($0) })
    else { return nil }
    return Turn(label: label, speaker: speaker, key: Transcripts.role - max(0, scene.lemma(speaker.head)), isAsker: isAsker)
  }

  /// Whether the labels are those of a conversation: two of them, one of which speaks twice or asks something.
  private func converse(_ turns: [Turn]) -> Bool {
    guard let first = turns.first, let other = turns.first(where: { $0.key != first.key }) else { return false }
    if first.isLetter { return other.isLetter }
    // A few are enough: the labels of a long transcript repeat soon.
    let near = turns.prefix(16)
    if near.contains(where: { turn in near.contains { $0.key == turn.key && $0.label.paragraph != turn.label.paragraph } }) { return true }
    return near.contains { asks($0.label) }
  }

  // MARK: Turns

  private func end(ofParagraph paragraph: Int) -> Int {
    paragraph + 1 < scene.paragraphs.count ? Int(scene.paragraphs[paragraph + 1]) : scene.count
  }

  /// Where a turn ends: with its paragraph, unless the next ones speak of themselves and another turn follows them.
  private func end(of turn: Turn, before next: Int) -> Int {
    let paragraph = turn.label.paragraph
    guard next < scene.paragraphs.count, next - paragraph <= Transcripts.longestAnswer else { return turn.label.end }
    var end = turn.label.end
    for following in paragraph + 1..<max(paragraph + 1, next) {
      let last = self.end(ofParagraph: following)
      guard scene.speaksOfItself(end, last) else { break }
      end = last
    }
    return end
  }
}
