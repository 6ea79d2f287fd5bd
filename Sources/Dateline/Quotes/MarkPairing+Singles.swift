/// Single marks: ‘…’, '…', ‚…‘ and ‹…› in both directions, told from apostrophes; around double ones or inside them.
extension MarkPairing {
  /// The longest text between single marks, in tokens.
  static let longestSingle = 160

  func opensSingle(_ index: Int, _ mark: PunctuationMark) -> Bool {
    guard mark != .closeSingle, looksOpening(index) else { return false }
    let next = index + 1
    // ‘“Never,” he told me,’
    return tokens.flags[next].contains(.hasLetter) || opensDouble(next)
  }

  /// The partner of a single mark, in the same paragraph; nil when there is none near. Looks no farther than the last failure did.
  ///
  /// - Parameter isInside: whether a double mark is open, behind which the search does not go.
  mutating func singleClose(_ index: Int, _ opening: PunctuationMark, isInside: Bool) -> Int? {
    if index < barren { return nil }
    var position = index + 1
    // What may be the apostrophe of "workers’ rights" closes only where nothing else does.
    var doubtful: Int?
    /// Whether a pair of double marks was passed: then an apostrophe is less likely than not to close anything.
    var holdsDouble = false
    let limit = min(count, index + MarkPairing.longestSingle)
    while position < limit, !isParagraphStart(position) {
      let mark = marks[position]
      if mark == .word {
        position += 1
        continue
      }
      if mark.closes(opening), looksClosing(position), position > index + 1, !isPossessive(position) {
        if isPluralPossessor(position) || holdsDouble && marks[position - 1] == .word {
          doubtful = holdsDouble ? nil : doubtful ?? position
          position += 1
          continue
        }
        // rock 'n' roll
        return position == index + 2 && tokens.end[index + 1] - tokens.start[index + 1] < 3 ? nil : position
      }
      if opening != .angleSingle, mark.opensSingle || mark == .neutralSingle, mark != .neutralSingle || looksOpening(position) {
        return doubtful
      }
      if mark.isDouble {
        guard !isInside, opensDouble(position), let close = doubleClose(position, limit) else { break }
        holdsDouble = true
        position = close
      }
      position += 1
    }
    if doubtful == nil { barren = position }
    return doubtful
  }

  /// The pairs of double marks inside a pair of single ones.
  mutating func nestDoubles(in segment: QuotedSegment) {
    var position = segment.start
    while position < segment.end {
      if opensDouble(position), let close = doubleClose(position, segment.end) {
        nested.append(QuotedSegment(open: position, start: position + 1, end: close, close: close))
        position = close
      }
      position += 1
    }
  }

  /// Whether a double mark opens something inside single ones.
  private func opensDouble(_ index: Int) -> Bool {
    guard index > 0, index + 1 < count, marks[index] == .openDouble || marks[index] == .neutralDouble else { return false }
    let before = tokens.flags[index].contains(.spaceBefore) || marks[index - 1].isSingle
    return before && !tokens.flags[index + 1].contains(.spaceBefore) && tokens.flags[index + 1].contains(.hasLetter)
  }

  private func doubleClose(_ index: Int, _ limit: Int) -> Int? {
    var position = index + 1
    while position < limit, !isParagraphStart(position) {
      if marks[position].isDouble { return looksClosing(position) && marks[position] != .openDouble ? position : nil }
      position += 1
    }
    return nil
  }

  /// Between a plural and a noun.
  private func isPluralPossessor(_ index: Int) -> Bool {
    guard index > 0, index + 1 < count, tokens.tag[index - 1] == .nns || tokens.tag[index - 1] == .nnps else { return false }
    return tokens.tag[index + 1].isNoun || tokens.tag[index + 1].isAdjective
  }

  /// The apostrophe of "workers’ rights": after a plural, before a word, where another closing mark follows punctuation.
  private func isPossessive(_ index: Int) -> Bool { tokens.tag[index] == .pos }
}
