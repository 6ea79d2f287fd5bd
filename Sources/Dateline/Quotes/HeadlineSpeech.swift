/// A headline that gives its speaker without a verb: "Lopez: River will rise", "River will rise – Lopez", "River will rise: minister".
struct HeadlineSpeech {
  let scene: QuoteScene
  /// How often such a line is speech.
  private static let precision: Float = 0.6
  /// Headlines are no longer than this many tokens; speakers in them no longer than that many.
  private static let longest = 30
  private static let longestSpeaker = 5
  private static let leastWords = 3

  /// The report of the article's headline; nil where it has none. Its cue is the mark between speaker and content.
  func find() -> QuoteCandidate? {
    guard let line = headline(), !scene.quoted.intersects(line) else { return nil }
    for token in line.indices where token > line.first && token < line.last {
      switch scene.mark(token) {
      case .colon:
        return candidate(token, speaker: TokenRange(line.first, token), content: TokenRange(token + 1, Int(line.end)))
          ?? candidate(token, speaker: TokenRange(token + 1, Int(line.end)), content: TokenRange(line.first, token))
      case .dash:
        return candidate(token, speaker: TokenRange(token + 1, Int(line.end)), content: TokenRange(line.first, token))
      default: break
      }
    }
    return nil
  }

  /// The tokens of the first headline.
  private func headline() -> TokenRange? {
    guard let zone = scene.layers.zones.first(where: { $0.kind == .headline }) else { return nil }
    var first = 0
    while first < scene.count, scene.tokens.start[first] < zone.span.start { first += 1 }
    var end = first
    while end < scene.count, scene.tokens.end[end] <= zone.span.end, end - first <= HeadlineSpeech.longest { end += 1 }
    while end > first, !scene.isWord(end - 1) { end -= 1 }
    return end - first > HeadlineSpeech.leastWords && end - first <= HeadlineSpeech.longest ? TokenRange(first, end) : nil
  }

  /// The report of a line whose mark parts who speaks from what is said.
  func candidate(_ mark: Int, speaker: TokenRange, content: TokenRange) -> QuoteCandidate? {
    guard !speaker.isEmpty, speaker.count <= HeadlineSpeech.longestSpeaker, speaks(speaker),
      says(content) || scene.quoted.intersects(content)
    else { return nil }
    let span = SpeakerSpan(speaker.first, Int(speaker.end), head: speaker.last, "speaker.headline")
    var found = QuoteCandidate(
      fragments: .init(content), cue: mark, entry: -1, frame: ComplementFrame.Key(.colon), speaker: span, earlierSay: -1)
    found.probability = HeadlineSpeech.precision
    return found
  }

  /// Whether the words are a person’s name, with or without a title, or an office: "Lopez", "Mayor Lopez", "Minister", "police".
  private func speaks(_ words: TokenRange) -> Bool {
    if let mention = scene.mention(at: words.last) {
      guard scene.layers.type(ofMention: mention) == .person else { return false }
      let name = scene.layers.mentions[mention].tokens
      guard name.first > words.first else { return true }
      // "Union chief Ana Lopez"
      return scene.tokens.has(name.first - 1, anyOf: HeadlineSpeech.offices)
        && (words.first..<name.first).allSatisfy { scene.tag($0).isNoun || scene.tag($0).isAdjective }
    }
    return scene.tokens.has(words.last, anyOf: HeadlineSpeech.sources) && words.count <= 3
      && words.indices.allSatisfy { scene.isWord($0) && !scene.isFinite($0) }
  }

  private static let offices = WordClassSet(.role, .title)
  private static let sources = WordClassSet(.role, .title, .anonymousSource, .collectiveSource)

  /// Whether the words are a clause.
  private func says(_ words: TokenRange) -> Bool {
    words.count >= HeadlineSpeech.leastWords
      && words.indices.contains { scene.isFinite($0) && !scene.isOfRelativeClause($0, words.first) || scene.tag($0) == .md }
  }
}
