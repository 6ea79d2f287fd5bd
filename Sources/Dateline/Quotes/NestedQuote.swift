/// A quotation inside a quotation: "“He told me, ‘I am leaving,’” said Lee."
struct NestedQuote {
  /// What stands between the inner marks; the second part where the cue stands in the middle ("‘Go,’ he told me, ‘and never come back.’").
  var first: QuotedSegment
  var second: QuotedSegment?
  var cue: Int
  var speaker: SpeakerSpan?

  /// The tokens of its parts.
  var parts: [TokenRange] { [first, second].compactMap { $0 }.map { TokenRange($0.start, $0.end) } }
  /// All from the first part's first to the last one's last.
  var tokens: TokenRange { TokenRange(first.start, (second ?? first).end) }
}

/// Finds the quotations inside quoted segments. Only a cue beside the inner marks makes one: all other inner marks hold words that the speaker
/// distances himself from, titles and names.
///
/// - Complexity: O(nested segments): each looks at a fixed number of tokens around it.
enum NestedQuotes {
  /// How far before the inner marks their cue may stand ("told us on the bridge that night: ‘…’").
  private static let reach = 12

  /// Fills `nestedQuotes` of the columns and marks their tokens in the set of that name.
  static func run(_ scene: QuoteScene, _ columns: inout QuoteColumns) {
    columns.nestedQuotes.removeAll()
    let set = columns.set(.nested)
    for number in 0..<columns.nested.count {
      var segment = columns.nested[number]
      let holder = scene.segmentOf[segment.open]
      guard holder >= 0 else { continue }
      let outer = scene.segments[Int(holder)]
      guard segment.end <= outer.end else { continue }
      DirectSegments.read(&segment, scene)
      let count = columns.nestedQuotes.count
      if count > 0, goesOn(columns.nestedQuotes[count - 1], segment, scene) {
        columns.nestedQuotes.base[count - 1].second = segment
      } else if let (cue, speaker) = attribution(segment, outer, scene) {
        columns.nestedQuotes.append(NestedQuote(first: segment, cue: cue, speaker: speaker))
      } else {
        continue
      }
      set.insert(TokenRange(segment.start, segment.end))
    }
  }

  /// Cue and speaker: right before the marks ("told me, ‘…’"), else right behind them ("‘…,’ he told me").
  private static func attribution(_ segment: QuotedSegment, _ outer: QuotedSegment, _ scene: QuoteScene) -> (Int, SpeakerSpan?)? {
    // "wrote ‘The Long Quay’"
    if segment.isTitle, segment.before == .word { return nil }
    let low = max(outer.start, segment.open - NestedQuotes.reach)
    var cue = segment.open - 1
    while cue >= low, scene.mark(cue) != .stop, scene.mark(cue) != .semicolon {
      if isCue(cue, scene) {
        let frame = scene.complement(of: cue, before: min(outer.end, segment.start + 1))
        let leads = frame.shape == .quote && frame.content == segment.start || frame.shape == .colon && frame.content == segment.open
        guard leads else { break }
        let start = clauseStart(cue, outer.start, scene)
        // "We were told, ‘Wait.’"
        if scene.isPassive(cue, from: start) { return (cue, scene.passiveAgent(of: cue, segment.open)) }
        return (cue, scene.subject(of: cue, from: start))
      }
      cue -= 1
    }
    var behind = segment.after
    if behind < outer.end, scene.mark(behind) == .comma { behind += 1 }
    guard behind < outer.end, scene.attributionFollows(behind) else { return nil }
    cue = behind
    while cue < outer.end, !isCue(cue, scene) { cue += 1 }
    guard cue < outer.end else { return nil }
    return (cue, cue == behind ? scene.invertedSubject(of: cue, outer.end) : scene.subject(of: cue, from: behind))
  }

  private static func isCue(_ token: Int, _ scene: QuoteScene) -> Bool {
    scene.tag(token).isVerb && !scene.cueFlags(token).isDisjoint(with: [.say, .split])
  }

  /// The first token of the cue's sentence, or of the quotation in which it stands.
  private static func clauseStart(_ cue: Int, _ low: Int, _ scene: QuoteScene) -> Int {
    var start = cue
    let limit = max(low, cue - QuoteScene.reach)
    while start > limit, scene.tokens.sentence[start - 1] == scene.tokens.sentence[cue] { start -= 1 }
    return start
  }

  /// Whether only the attribution of the quotation before stands between the two, and no sentence ends there.
  private static func goesOn(_ quote: NestedQuote, _ segment: QuotedSegment, _ scene: QuoteScene) -> Bool {
    guard quote.second == nil, quote.cue >= quote.first.after, quote.cue < segment.open, segment.open - quote.cue <= reach,
      segment.before == .comma
    else { return false }
    return !(quote.first.after..<segment.open).contains { scene.mark($0) == .stop || scene.mark($0) == .semicolon }
  }
}
