/// Quotations over several paragraphs: introduced by the paragraph before, left open, or a paragraph of their own.
extension DirectBlockFinder {
  /// No dialogue is followed farther than this many paragraphs.
  private static let longestDialogue = 12
  /// Of so many short paragraphs nobody says all.
  private static let leastTurns = 3
  private static let longestTurn = 10

  /// "In a letter to staff, Lee wrote:" and a paragraph that is a quotation from its first mark on.
  func introduction(before start: Int, _ paragraph: Int) -> (Int, SpeakerSpan)? {
    guard paragraph > 0, start > 0, scene.mark(start - 1) == .colon else { return nil }
    guard scene.zone(start - 1) == scene.zone(start) else { return nil }
    return attributionBefore(start, Int(scene.paragraphs[paragraph - 1]))
  }

  /// How the paragraphs from this one on look, as far as each is nothing but a quotation.
  func outlook(from number: Int, _ paragraph: Int) -> DialogueTurns.Outlook {
    var found = DialogueTurns.Outlook()
    var turns = 0
    var isShort = true
    while turns < DirectBlockFinder.longestDialogue, number + turns < scene.segments.count, paragraph + turns < scene.paragraphs.count {
      let segment = scene.segments[number + turns]
      let next = paragraph + turns + 1
      let end = next < scene.paragraphs.count ? Int(scene.paragraphs[next]) : scene.count
      guard segment.isDirect, segment.close >= 0, segment.open == Int(scene.paragraphs[paragraph + turns]), segment.after <= end,
        !(segment.after..<end).contains(where: { scene.isWord($0) })
      else { break }
      if scene.asks(segment) {
        found.asks = true
        break
      }
      if segment.words > DirectBlockFinder.longestTurn { isShort = false }
      turns += 1
    }
    found.isDialogue = found.asks || isShort && turns >= DirectBlockFinder.leastTurns
    return found
  }

  /// A paragraph that goes on with a speech whose last paragraph was left open: one quotation, wherever its attribution stands. False where both
  /// parts have one.
  mutating func completesPrevious(_ block: DirectBlock) -> Bool {
    guard blocks.count > 0 else { return false }
    let previous = blocks[blocks.count - 1]
    guard segment(previous.segments.upperBound - 1).continues, !previous.isAttributed || !block.isAttributed else { return false }
    if block.isAttributed {
      blocks.base[blocks.count - 1].cue = block.cue
      blocks.base[blocks.count - 1].speaker = block.speaker
    }
    // Its segments stand right behind those of the block before.
    blocks.base[blocks.count - 1].segments = previous.segments.lowerBound..<block.segments.upperBound
    return true
  }

  /// A paragraph that is a quotation and nothing else goes on with the block before it.
  mutating func continuesPrevious(_ block: DirectBlock, _ start: Int, _ end: Int) -> Bool {
    guard !block.isAttributed, blocks.count > 0 else { return false }
    let previous = blocks[blocks.count - 1].segments
    let firstSegment = segment(block.segments.lowerBound)
    let lastSegment = segment(block.segments.upperBound - 1)
    for index in start..<firstSegment.open where scene.isWord(index) { return false }
    for index in min(lastSegment.after, end)..<end where scene.isWord(index) { return false }
    let before = segment(previous.upperBound - 1)
    guard firstSegment.open - before.after <= 40 else { return false }
    var words = 0
    var paragraphs = 0
    for index in before.after..<firstSegment.open + 1 {
      if scene.isWord(index) { words += 1 }
      if scene.startsParagraph(index) { paragraphs += 1 }
    }
    guard words <= 16, paragraphs <= 2 else { return false }
    // Its segments stand right behind those of the block before.
    blocks.base[blocks.count - 1].segments = previous.lowerBound..<block.segments.upperBound
    return true
  }
}
