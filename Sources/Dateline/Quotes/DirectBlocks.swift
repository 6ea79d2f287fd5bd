/// One direct quotation: the segments of one attribution, with cue and speaker.
struct DirectBlock {
  /// Places in `QuoteColumns.blockSegments`, which holds the numbers of the segments in text order.
  var segments: Range<Int>
  /// Token of the cue; -1 when the speaker was found without one.
  var cue = -1
  var speaker: SpeakerSpan?
  /// Whether cue and speaker were found in the block's own paragraph.
  var isAttributed: Bool { cue >= 0 }
}

/// Joins direct segments to blocks, paragraph by paragraph, and finds each block's speaker: after the first segment, before it, or the
/// previous block's.
///
/// - Complexity: O(tokens): the text between two segments is read a fixed number of times.
struct DirectBlockFinder {
  let scene: QuoteScene
  private var previousSpeaker: SpeakerSpan?
  private var turns = DialogueTurns()
  /// The zone of the last paragraph with quotations; nothing is carried over into another one.
  private var zone = -2
  var blocks: Column<DirectBlock>
  private var list: Column<Int32>

  private init(_ scene: QuoteScene, _ columns: QuoteColumns) {
    self.scene = scene
    blocks = columns.blocks
    list = columns.blockSegments
    blocks.removeAll()
    list.removeAll()
  }

  /// Fills `blocks` and `blockSegments` of the columns.
  static func run(_ scene: QuoteScene, _ columns: inout QuoteColumns) {
    var finder = DirectBlockFinder(scene, columns)
    finder.run()
    columns.blocks = finder.blocks
    columns.blockSegments = finder.list
  }

  private mutating func run() {
    let segments = scene.segments
    let paragraphs = scene.paragraphs
    var next = 0
    // The last paragraph that begins at the segment's mark or before it; -1 for none.
    var paragraph = -1
    while next < segments.count {
      let open = segments[next].open
      while paragraph + 1 < paragraphs.count, Int(paragraphs[paragraph + 1]) <= open { paragraph += 1 }
      let end = paragraph + 1 < paragraphs.count ? Int(paragraphs[paragraph + 1]) : scene.count
      var last = next
      while last < segments.count, segments[last].open < end { last += 1 }
      read(next..<last, paragraph, paragraph >= 0 ? Int(paragraphs[paragraph]) : open, max(end, segments[last - 1].after))
      next = last
    }
  }

  /// A segment of a block.
  func segment(_ place: Int) -> QuotedSegment { scene.segments[Int(list[place])] }

  /// Reads the segments of one paragraph.
  @inline(__always)
  private mutating func read(_ range: Range<Int>, _ paragraph: Int, _ start: Int, _ end: Int) {
    let chosen = list.count
    for number in range {
      let segment = scene.segments[number]
      if segment.isDirect
        || number > range.lowerBound && !segment.isTitle && list.count > chosen && Int(list[list.count - 1]) == number - 1
          && ((segment.before == .comma || segment.before == .semicolon)
            && (segment.words >= 3 || isSplit(scene.segments[number - 1], segment))
            && continuesSentence(scene.segments[number - 1], segment)
            || isJoined(scene.segments[number - 1], segment))
      {
        list.append(Int32(truncatingIfNeeded: number))
      }
    }
    let total = list.count
    guard total > chosen else { return }
    let zone = scene.zone(start)
    let sameZone = zone == self.zone
    self.zone = zone
    if !sameZone {
      previousSpeaker = nil
      turns = DialogueTurns()
    }
    var from = start
    var first = chosen
    while first < total {
      var next = first + 1
      while next < total, joins(segment(next - 1), segment(next)) { next += 1 }
      var block = DirectBlock(segments: first..<next)
      attribute(&block, range, from, start, end)
      if block.speaker == nil { block.speaker = scene.signature(at: segment(next - 1).after, paragraphEnd: end) }
      // A paragraph of a dialogue: one quotation, with which it begins.
      let isOnly = first == chosen && next == total
      let isTurn = isOnly && segment(first).open == start
      if block.speaker == nil, first == chosen, segment(first).open == start, let (cue, speaker) = introduction(before: start, paragraph) {
        block.cue = cue
        block.speaker = speaker
      }
      var alternates = false
      var isUnknown = false
      if isTurn, block.speaker == nil {
        switch turns.next(in: paragraph, scene, outlook(from: range.lowerBound, paragraph)) {
        case .nobody: break
        case .somebody: isUnknown = true
        case .speaker(let speaker):
          block.speaker = speaker
          alternates = true
        }
      }
      if isTurn || isOnly && block.isAttributed { note(block, paragraph, isTurn: isTurn, isUnknown: isUnknown) }
      if block.speaker == nil, !isUnknown { block.speaker = previousSpeaker?.named("speaker.previous-quotation") }
      if block.speaker != nil { previousSpeaker = block.speaker }
      from = segment(next - 1).after
      let isPart = sameZone && first == chosen && segment(first).open == start && completesPrevious(block)
      if !isPart, !sameZone || alternates || isUnknown || segment(next - 1).continues || !continuesPrevious(block, start, end) {
        blocks.append(block)
      }
      first = next
    }
  }

  /// "“The phone,” he said, “rings.”": the second part of a sentence in the midst of which the speaker is named.
  private func isSplit(_ left: QuotedSegment, _ right: QuotedSegment) -> Bool {
    guard left.close >= 0, right.close >= 0, scene.mark(left.end - 1) == .comma, scene.mark(right.end - 1) == .stop else { return false }
    return scene.attributionFollows(left.after)
  }

  /// Remembers the only quotation of a paragraph as a turn of what may be a dialogue.
  private mutating func note(_ block: DirectBlock, _ paragraph: Int, isTurn: Bool, isUnknown: Bool) {
    guard block.speaker != nil || isUnknown else { return }
    if block.isAttributed, !turns.lead(to: paragraph) {
      let question = isTurn ? scene.question(before: paragraph) : scene.question(leadingTo: block.cue, in: paragraph)
      if let question { turns.note(question) }
    }
    turns.note(
      .init(
        speaker: block.speaker, paragraph: paragraph, asks: scene.asks(segment(block.segments.upperBound - 1)), isLead: !isTurn))
  }

  /// "chanted “No more cuts” and “Out now!”"
  private func isJoined(_ left: QuotedSegment, _ right: QuotedSegment) -> Bool {
    right.open == left.after + 1 && (scene.lexeme(left.after) == scene.words.and || scene.lexeme(left.after) == scene.words.or)
  }

  /// "“A,” he said, “b.”", "“A,” he said; “b.”": the text between is one attribution, no sentence ends in it.
  private func continuesSentence(_ left: QuotedSegment, _ right: QuotedSegment) -> Bool {
    var words = 0
    var index = left.after
    while index < right.open {
      if scene.isWord(index) { words += 1 }
      if scene.tokens.is(index, .sentenceStart) { return false }
      if scene.mark(index) == .stop || scene.mark(index) == .semicolon && index < right.open - 1 || words > 14 { return false }
      index += 1
    }
    return true
  }

  /// Whether two segments are parts of one quotation.
  private func joins(_ left: QuotedSegment, _ right: QuotedSegment) -> Bool {
    // What is no direct speech by itself was chosen since it goes on with the one before.
    let isContinuation = !right.isDirect
    var words = 0
    var hasVerb = false
    var hasCue = false
    var index = left.after
    while index < right.open {
      if scene.isWord(index) { words += 1 }
      if scene.isFinite(index) { hasVerb = true }
      if scene.tag(index).isVerb, !scene.cueFlags(index).isDisjoint(with: [.say, .split]) { hasCue = true }
      if words > 40 { return isContinuation }
      index += 1
    }
    // "“Are you there?” “Yes.”": another one answers; a mark that misses its partner parts nothing.
    if words == 0, right.isDirect { return left.close < 0 || right.before == .comma }
    if isContinuation || isJoined(left, right) { return true }
    // "They chanted “Out!” as he left, and a banner read “Time to go.”"
    if right.before == .word, scene.speaks(right.open - 1) { return false }
    let preposed = right.before == .comma || right.before == .colon
    let breaks = scene.tokens.sentence[right.start] - scene.tokens.sentence[left.close >= 0 ? left.close : left.end - 1]
    if preposed || breaks > 1 { return false }
    // "“Yes,” said Lee. “No,” said Hall.", "Lee shouted “Yes” at us. “No,” said Hall.": each has its own.
    let isAttributed = left.before == .word && scene.speaks(left.open - 1) || scene.attributionFollows(left.after)
    if breaks == 1, isAttributed, right.close >= 0, scene.attributionFollows(right.after) { return false }
    return hasVerb && words <= 9 || hasCue
  }

  /// Finds cue and speaker: before the first segment where a cue leads up to it ("saying, “…”"), in the text after each segment, then in
  /// the text before the first.
  @inline(__always)
  private func attribute(_ block: inout DirectBlock, _ range: Range<Int>, _ from: Int, _ start: Int, _ end: Int) {
    let opener = segment(block.segments.lowerBound)
    // "His wife does not agree: “It is late,” said Ana Ruiz."
    let isNamedBehind = opener.before == .colon && opener.close >= 0 && scene.attributionFollows(opener.after)
    if !isNamedBehind, opener.before == .comma || opener.before == .colon || opener.before == .word && scene.speaks(opener.open - 1),
      hasCueBefore(opener.open, max(from, start)),
      let (cue, speaker) = attributionBefore(opener.open, max(from, start))
    {
      block.cue = cue
      block.speaker = speaker
      return
    }
    for place in block.segments {
      let number = Int(list[place])
      let segment = scene.segments[number]
      let stop = number + 1 < range.upperBound ? scene.segments[number + 1].open : end
      if let (cue, speaker) = attributionAfter(segment.after, min(stop, segment.after + QuoteScene.reach)) {
        block.cue = cue
        block.speaker = speaker
        return
      }
    }
    if let (cue, speaker) = attributionBefore(opener.open, max(from, start)) {
      block.cue = cue
      block.speaker = speaker
    }
  }

  /// Whether a cue stands close before the comma or colon that leads up to the mark at `open`.
  private func hasCueBefore(_ open: Int, _ low: Int) -> Bool {
    var index = open - 1
    let limit = max(low, open - 8)
    while index >= limit {
      if scene.tag(index).isVerb, scene.segmentOf[index] < 0, !scene.cueFlags(index).isDisjoint(with: [.say, .split]) { return true }
      if scene.mark(index) == .stop { return false }
      index -= 1
    }
    return false
  }

  /// "… he said", "… said the minister" in the first clause from `from` on.
  private func attributionAfter(_ from: Int, _ end: Int) -> (Int, SpeakerSpan)? {
    var first = from
    while first < end, scene.isQuotation(first) || scene.mark(first) == .comma || scene.mark(first) == .dash { first += 1 }
    var stop = first
    while stop < end, scene.mark(stop) != .stop, scene.mark(stop) != .semicolon { stop += 1 }
    guard first < stop else { return nil }
    if let offered = scene.allThatIsSaid(first, stop) { return offered }
    if let source = scene.headlineSource(from) { return (-1, source) }
    var index = first
    let limit = min(stop, first + 25)
    while index < limit {
      let tag = scene.tag(index)
      if tag == .vbd || tag == .vbz || tag == .vbp || tag == .vbn || tag == .vbg, !scene.cueFlags(index).isDisjoint(with: [.say, .split]) {
        break
      }
      // "she used to say"
      if tag == .vb, index > first + 2, scene.tag(index - 1) == .to, scene.cueFlags(index).contains(.say) { break }
      index += 1
    }
    guard index < limit else { return nil }
    let onlyAdverbs = (first..<index).allSatisfy { scene.tag($0).isAdverb || scene.tag($0) == .md }
    if onlyAdverbs {
      guard let speaker = scene.invertedSubject(of: index, stop), !(scene.cueFlags(index).contains(.addressee) && index > first) else {
        return nil
      }
      return (index, speaker)
    }
    // "“We won.” Lee said the vote was fair.": a report of its own.
    if scene.tokens.is(first, .sentenceStart), from > 0, endsWithStop(from) {
      switch scene.complement(of: index, before: stop).shape {
      case .that, .clause: return nil
      default: break
      }
    }
    return scene.subject(of: index, from: first).map { (index, $0) }
  }

  /// Whether the segment before `after` ends with a full stop inside its marks.
  private func endsWithStop(_ after: Int) -> Bool {
    var index = after - 1
    while index > 0, scene.isQuotation(index) { index -= 1 }
    return scene.mark(index) == .stop
  }

  /// "He said: “…”", or the subject of the sentence before.
  func attributionBefore(_ open: Int, _ start: Int) -> (Int, SpeakerSpan)? {
    var end = open
    while end > start, scene.isQuotation(end - 1) { end -= 1 }
    guard end > start else { return nil }
    // The sentence that leads up to the mark.
    let sentence = scene.tokens.sentence[end - 1]
    var low = end - 1
    let bound = max(start, end - QuoteScene.reach)
    while low > bound, scene.tokens.sentence[low - 1] == sentence { low -= 1 }
    var index = end - 1
    let leadsUp = scene.mark(end - 1) != .stop
    while index >= low {
      // "She would not say why. “…”": a sentence that says what nobody said leads up to no quotation.
      if scene.tag(index).isVerb, scene.segmentOf[index] < 0, !scene.cueFlags(index).isDisjoint(with: [.say, .split]),
        leadsUp || !scene.isNegated(index), index > low || !scene.opensWithHearing(low)
      {
        // "…again,” said Ann Lee. “It is time.”", the first mark missing.
        if index > low, scene.isQuotation(index - 1), scene.cueFlags(index).contains(.invert),
          let speaker = scene.invertedSubject(of: index, end)
        {
          return (index, speaker)
        }
        return scene.subject(of: index, from: low).map { (index, $0) }
      }
      index -= 1
    }
    // "In the words of Ann Lee, “…”".
    if scene.mark(end - 1) == .comma, let cue = (low..<end).first(where: { scene.isInTheWords($0) || scene.ownerOfWords($0) != nil }) {
      return scene.accordingToSource(cue, end - 1).map { (cue, $0) }
    }
    // "Ann Lee: “…”".
    if scene.mark(end - 1) == .colon, end - 1 > low, let speaker = scene.groupOnTheLeft(end - 1, low), speaker.start == low,
      scene.maySpeak(speaker)
    {
      return (-1, speaker.named("speaker.colon"))
    }
    // "According to Ann Lee, nobody slept. “It was late.”"
    if scene.lexeme(low) == scene.words.according, let source = scene.accordingToSource(low, end) { return (-1, source) }
    index = end - 1
    while index >= low {
      if scene.isFinite(index), scene.tag(index) != .md, scene.segmentOf[index] < 0 {
        guard let speaker = scene.subject(of: index, from: low) else { return nil }
        if scene.tellsOfSubject(open, speaker) { return nil }
        if scene.nounKind(speaker.head) == .pronoun { return scene.whose(low, end).map { (-1, $0) } }
        return (index, speaker)
      }
      index -= 1
    }
    return nil
  }
}
