/// One direct quotation: the segments of one attribution, with cue and speaker.
struct DirectBlock {
  /// Numbers of the segments, in text order.
  var segments: [Int]
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
  private(set) var blocks: [DirectBlock] = []
  private var previousSpeaker: SpeakerSpan?
  /// The zone of the last paragraph with quotations; nothing is carried over into another one.
  private var zone = -2

  init(_ scene: QuoteScene) { self.scene = scene }

  mutating func run() {
    var next = 0
    let segments = scene.segments
    var paragraph = 0
    while next < segments.count {
      // Paragraphs without segments are passed over.
      while paragraph + 1 < scene.count, paragraph < segments[next].open,
        !(scene.startsParagraph(paragraph) && paragraphEnd(paragraph) > segments[next].open)
      {
        paragraph = max(paragraph + 1, min(segments[next].open, paragraphEnd(paragraph)))
      }
      let end = paragraphEnd(paragraph)
      var last = next
      while last < segments.count, segments[last].open < end { last += 1 }
      if last == next { last = next + 1 }
      read(next..<last, paragraph, max(end, segments[last - 1].after))
      next = last
      paragraph = end
    }
  }

  private func paragraphEnd(_ start: Int) -> Int { scene.nextParagraph(after: start) }

  /// Reads the segments of one paragraph.
  private mutating func read(_ range: Range<Int>, _ start: Int, _ end: Int) {
    var chosen: [Int] = []
    var continuing: Set<Int> = []
    for number in range {
      let segment = scene.segments[number]
      if segment.isDirect {
        chosen.append(number)
      } else if number > range.lowerBound, chosen.last == number - 1, segment.before == .comma, segment.words >= 3,
        continuesSentence(scene.segments[number - 1], segment)
      {
        chosen.append(number)
        continuing.insert(number)
      }
    }
    guard let first = chosen.first else { return }
    let zone = scene.zone(start)
    let sameZone = zone == self.zone
    self.zone = zone
    if !sameZone { previousSpeaker = nil }
    var groups: [[Int]] = [[first]]
    for (left, right) in zip(chosen, chosen.dropFirst()) {
      if joins(scene.segments[left], scene.segments[right], isContinuation: continuing.contains(right)) {
        groups[groups.count - 1].append(right)
      } else {
        groups.append([right])
      }
    }
    var from = start
    for group in groups {
      var block = DirectBlock(segments: group)
      attribute(&block, range, from, start, end)
      if block.speaker == nil { block.speaker = previousSpeaker?.named("speaker.previous-quotation") }
      if block.speaker != nil { previousSpeaker = block.speaker }
      from = scene.segments[group[group.count - 1]].after
      if !sameZone || !continuesPrevious(block, start, end) { blocks.append(block) }
    }
  }

  /// "“A,” he said, “b.”": the text between is one attribution, no sentence ends in it.
  private func continuesSentence(_ left: QuotedSegment, _ right: QuotedSegment) -> Bool {
    var words = 0
    var index = left.after
    while index < right.open {
      if scene.isWord(index) { words += 1 }
      if scene.mark(index) == .stop || scene.mark(index) == .semicolon || words > 14 { return false }
      index += 1
    }
    return true
  }

  /// Whether two segments are parts of one quotation.
  private func joins(_ left: QuotedSegment, _ right: QuotedSegment, isContinuation: Bool) -> Bool {
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
    if words == 0 { return true }
    if isContinuation { return true }
    let preposed = right.before == .comma || right.before == .colon
    let breaks = scene.tokens.sentence[right.start] - scene.tokens.sentence[left.close >= 0 ? left.close : left.end - 1]
    if preposed || breaks > 1 { return false }
    // "“Yes,” said Lee. “No,” said Hall.": each has its own.
    if breaks == 1, scene.attributionFollows(left.after), right.close >= 0, scene.attributionFollows(right.after) { return false }
    return hasVerb && words <= 9 || hasCue
  }

  /// Finds cue and speaker: before the first segment where a cue leads up to it ("saying, “…”"), in the text after each segment, then in
  /// the text before the first.
  private func attribute(_ block: inout DirectBlock, _ range: Range<Int>, _ from: Int, _ start: Int, _ end: Int) {
    let opener = scene.segments[block.segments[0]]
    if opener.before == .comma || opener.before == .colon, hasCueBefore(opener.open, max(from, start)),
      let (cue, speaker) = attributionBefore(opener.open, max(from, start))
    {
      block.cue = cue
      block.speaker = speaker
      return
    }
    for number in block.segments {
      let segment = scene.segments[number]
      let stop = number + 1 < range.upperBound ? scene.segments[number + 1].open : end
      if let (cue, speaker) = attributionAfter(segment.after, min(stop, segment.after + QuoteScene.reach)) {
        block.cue = cue
        block.speaker = speaker
        return
      }
    }
    if let (cue, speaker) = attributionBefore(scene.segments[block.segments[0]].open, max(from, start)) {
      block.cue = cue
      block.speaker = speaker
    }
  }

  /// Whether a cue stands close before the comma or colon that leads up to the mark at `open`.
  private func hasCueBefore(_ open: Int, _ low: Int) -> Bool {
    var index = open - 1
    let limit = max(low, open - 5)
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
    var index = first
    let limit = min(stop, first + 25)
    while index < limit {
      let tag = scene.tag(index)
      if tag == .vbd || tag == .vbz || tag == .vbp || tag == .vbn || tag == .vbg, !scene.cueFlags(index).isDisjoint(with: [.say, .split]) {
        break
      }
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
  private func attributionBefore(_ open: Int, _ start: Int) -> (Int, SpeakerSpan)? {
    var end = open
    while end > start, scene.isQuotation(end - 1) { end -= 1 }
    guard end > start else { return nil }
    // The sentence that leads up to the mark.
    let sentence = scene.tokens.sentence[end - 1]
    var low = end - 1
    let bound = max(start, end - QuoteScene.reach)
    while low > bound, scene.tokens.sentence[low - 1] == sentence { low -= 1 }
    var index = end - 1
    while index >= low {
      if scene.tag(index).isVerb, scene.segmentOf[index] < 0, !scene.cueFlags(index).isDisjoint(with: [.say, .split]) {
        return scene.subject(of: index, from: low).map { (index, $0) }
      }
      index -= 1
    }
    // "Ann Lee: “…”".
    if scene.mark(end - 1) == .colon, end - 1 > low, let speaker = scene.groupOnTheLeft(end - 1, low), speaker.start == low {
      return (-1, speaker.named("speaker.colon"))
    }
    index = end - 1
    while index >= low {
      if scene.isFinite(index), scene.tag(index) != .md, scene.segmentOf[index] < 0 {
        return scene.subject(of: index, from: low).map { (index, $0) }
      }
      index -= 1
    }
    return nil
  }

  /// A paragraph that is a quotation and nothing else goes on with the block before it.
  private mutating func continuesPrevious(_ block: DirectBlock, _ start: Int, _ end: Int) -> Bool {
    guard !block.isAttributed, let previous = blocks.last else { return false }
    let firstSegment = scene.segments[block.segments[0]]
    let lastSegment = scene.segments[block.segments[block.segments.count - 1]]
    for index in start..<firstSegment.open where scene.isWord(index) { return false }
    for index in min(lastSegment.after, end)..<end where scene.isWord(index) { return false }
    let before = scene.segments[previous.segments[previous.segments.count - 1]]
    guard firstSegment.open - before.after <= 40 else { return false }
    var words = 0
    var paragraphs = 0
    for index in before.after..<firstSegment.open + 1 {
      if scene.isWord(index) { words += 1 }
      if scene.startsParagraph(index) { paragraphs += 1 }
    }
    guard words <= 16, paragraphs <= 2 else { return false }
    blocks[blocks.count - 1].segments += block.segments
    return true
  }
}
