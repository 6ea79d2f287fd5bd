extension QuoteScene {
  /// No more paragraphs than this are taken for one block.
  private static var mostParagraphs: Int { 12 }

  /// Where the quotation without marks ends that begins with the paragraph at `start`, behind a colon: with that paragraph, unless the next ones
  /// show that they belong to it: by "> " at the head of each, or by we, our, I or my in each, which reporters hardly use of themselves.
  func blockEnd(_ start: Int) -> Int {
    var end = paragraphEnd(start)
    var isOwn = speaksOfItself(start, end)
    let isMarked = isQuoteSign(start)
    for _ in 1..<QuoteScene.mostParagraphs {
      guard end < count, zone(end) == zone(start), isMarked ? isQuoteSign(end) : isOwn else { break }
      let next = paragraphEnd(end)
      isOwn = speaksOfItself(end, next)
      guard isMarked || isOwn, !quoted.intersects(TokenRange(end, next)) else { break }
      end = next
    }
    return trimmed(start, end)
  }

  private func paragraphEnd(_ start: Int) -> Int {
    var end = start + 1
    let limit = min(count, start + QuoteScene.reach)
    while end < limit, !startsParagraph(end) { end += 1 }
    return end
  }

  /// The sign before each line of what is cited in a message.
  func isQuoteSign(_ token: Int) -> Bool { layers.bytes[Int(tokens.start[token])] == UInt8(ascii: ">") }

  /// Whether we, our, I or the like stands in a paragraph that reports nobody's words.
  func speaksOfItself(_ start: Int, _ end: Int) -> Bool {
    var isOwn = false
    for token in start..<end {
      if setting(token).contains(.own) { isOwn = true }
      if tag(token) == .vbd, cueFlags(token).contains(.say) { return false }
    }
    return isOwn
  }
}
