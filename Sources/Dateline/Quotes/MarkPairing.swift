/// Pairs quotation marks within paragraphs: straight, curly and low ones, guillemets, doubled backquotes and apostrophes, single ones.
///
/// A mark that misses its partner costs only its own segment: a new opening mark, or the paragraph's end, closes it and leaves a
/// diagnostic, unless the next paragraph opens with a mark (a speech of several paragraphs). Marks inside marks stay inside.
///
/// - Complexity: O(tokens).
struct MarkPairing {
  private(set) var segments: Column<QuotedSegment>
  private(set) var unclosed: Column<Int>

  private let tokens: TokenColumns
  private let marks: UnsafePointer<PunctuationMark>
  private let landmarks: Column<Int32>
  private let count: Int
  /// Opening double mark, or -1.
  private var open = -1
  private var openMark = PunctuationMark.word
  private var openIsReversed = false

  /// A pairing that writes into the segments of `columns`, whose marks and landmarks are read.
  init(_ tokens: TokenColumns, _ columns: QuoteColumns) {
    self.tokens = tokens
    marks = UnsafePointer(columns.marks.base)
    landmarks = columns.landmarks
    segments = columns.segments
    unclosed = columns.unclosed
    segments.removeAll()
    unclosed.removeAll()
    count = tokens.count
  }

  /// The longest text between single marks, in tokens.
  static let longestSingle = 160

  mutating func run() {
    // What stands inside single marks is passed over with them.
    var from = 0
    for number in 0..<landmarks.count where Int(landmarks[number]) >= from {
      let index = Int(landmarks[number])
      if isParagraphStart(index) { endParagraph(index) }
      let mark = marks[index]
      if mark.isDouble {
        double(index, mark)
      } else if mark.isSingle, open < 0, opensSingle(index, mark), let close = singleClose(index) {
        append(QuotedSegment(open: index, start: index + 1, end: close, close: close))
        from = close + 1
      }
    }
    endParagraph(count)
  }

  func isParagraphStart(_ index: Int) -> Bool { QuoteScene.startsParagraph(tokens.flags[index]) }

  private mutating func double(_ index: Int, _ mark: PunctuationMark) {
    if open < 0 {
      // A lone closing mark opens nothing, save in texts that write »so« or ''so''.
      if mark == .closeDouble, !(looksOpening(index) && tokens.end[index] - tokens.start[index] == 2) { return }
      start(index, mark)
      return
    }
    switch mark {
    case .closeDouble: finish(index)
    case .openDouble:
      // “ closes „, and « closes ».
      if openIsReversed || looksClosing(index) && !looksOpening(index) { finish(index) } else { restart(index, mark) }
    default:
      if looksOpening(index), !looksClosing(index), index > open + 1 { restart(index, mark) } else { finish(index) }
    }
  }

  private mutating func start(_ index: Int, _ mark: PunctuationMark) {
    open = index
    openMark = mark
    openIsReversed = mark == .closeDouble
  }

  private mutating func finish(_ index: Int) {
    append(QuotedSegment(open: open, start: open + 1, end: index, close: index))
    open = -1
  }

  /// Another opening mark while one is open: the first one's partner is missing.
  private mutating func restart(_ index: Int, _ mark: PunctuationMark) {
    unclosed.append(open)
    var end = open + 1
    // It ends with its first sentence.
    while end < index, !tokens.flags[end].contains(.sentenceStart) || end == open + 1 { end += 1 }
    append(QuotedSegment(open: open, start: open + 1, end: end, close: -1))
    start(index, mark)
  }

  private mutating func endParagraph(_ index: Int) {
    guard open >= 0 else { return }
    var segment = QuotedSegment(open: open, start: open + 1, end: index, close: -1)
    segment.continues = index < count && marks[index].isDouble
    if !segment.continues { unclosed.append(open) }
    append(segment)
    open = -1
  }

  private mutating func append(_ segment: QuotedSegment) {
    if segment.end > segment.start { segments.append(segment) }
  }

  /// Space before, none after.
  @inline(__always)
  private func looksOpening(_ index: Int) -> Bool {
    let before =
      tokens.flags[index].contains(.spaceBefore) || index > 0 && (marks[index - 1] == .dash || marks[index - 1] == .openParenthesis)
    return before && index + 1 < count && !tokens.flags[index + 1].contains(.spaceBefore)
  }

  /// None before, space or punctuation after.
  @inline(__always)
  private func looksClosing(_ index: Int) -> Bool {
    !tokens.flags[index].contains(.spaceBefore)
      && (index + 1 >= count || tokens.flags[index + 1].contains(.spaceBefore) || marks[index + 1] != .word)
  }

  private func opensSingle(_ index: Int, _ mark: PunctuationMark) -> Bool {
    if mark == .closeSingle { return false }
    return looksOpening(index) && tokens.flags[index + 1].contains(.hasLetter)
  }

  /// The partner of a single mark, in the same paragraph; nil when there is none near. Looks no farther than the last failure did.
  private mutating func singleClose(_ index: Int) -> Int? {
    if index < barren { return nil }
    var position = index + 1
    // What may be the apostrophe of "workers’ rights" closes only where nothing else does.
    var doubtful: Int?
    let limit = min(count, index + MarkPairing.longestSingle)
    while position < limit, !isParagraphStart(position) {
      let mark = marks[position]
      if mark == .closeSingle || mark == .neutralSingle, looksClosing(position), position > index + 1, !isPossessive(position) {
        if isPluralPossessor(position) {
          doubtful = doubtful ?? position
          position += 1
          continue
        }
        // rock 'n' roll
        return position == index + 2 && tokens.end[index + 1] - tokens.start[index + 1] < 3 ? nil : position
      }
      if mark == .openSingle || mark == .neutralSingle && looksOpening(position) { return doubtful }
      if mark.isDouble, position > index + 1 { break }
      position += 1
    }
    if doubtful == nil { barren = position }
    return doubtful
  }

  /// Until here no single mark opens: the search for a partner has been in vain.
  private var barren = 0

  /// Between a plural and a noun.
  private func isPluralPossessor(_ index: Int) -> Bool {
    guard index > 0, index + 1 < count, tokens.tag[index - 1] == .nns || tokens.tag[index - 1] == .nnps else { return false }
    return tokens.tag[index + 1].isNoun || tokens.tag[index + 1].isAdjective
  }

  /// The apostrophe of "workers’ rights": after a plural, before a word, where another closing mark follows punctuation.
  private func isPossessive(_ index: Int) -> Bool { tokens.tag[index] == .pos }
}
