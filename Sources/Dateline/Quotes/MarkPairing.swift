/// Pairs quotation marks within paragraphs: straight, curly and low ones, guillemets, doubled backquotes and apostrophes, single ones.
///
/// A mark that misses its partner costs only its own segment: a new opening mark, or the paragraph's end, closes it and leaves a
/// diagnostic, unless the next paragraph opens with a mark (a speech of several paragraphs). Marks inside marks stay inside and make the nested
/// segments: single ones in double ones, and the other way round.
///
/// - Complexity: O(tokens).
struct MarkPairing {
  private(set) var segments: Column<QuotedSegment>
  /// What stands between marks inside a segment, in text order.
  var nested: Column<QuotedSegment>
  /// Opening marks that miss their partner, and closing ones.
  private(set) var unclosed: Column<Int>
  private(set) var unopened: Column<Int>

  let tokens: TokenColumns
  let marks: UnsafePointer<PunctuationMark>
  private let landmarks: Column<Int32>
  let count: Int
  /// Opening double mark, or -1.
  private var open = -1
  private var openMark = PunctuationMark.word
  private var openIsReversed = false
  /// The first token of the paragraph, and whether a double mark stands in it already.
  private var paragraph = 0
  private var hasMark = false
  /// Where the last paragraph ended whose last quotation is not closed.
  private var unfinished = -1
  /// Until here no single mark opens: the search for a partner has been in vain.
  var barren = 0

  /// A pairing that writes into the segments of `columns`, whose marks and landmarks are read.
  init(_ tokens: TokenColumns, _ columns: QuoteColumns) {
    self.tokens = tokens
    marks = UnsafePointer(columns.marks.base)
    landmarks = columns.landmarks
    segments = columns.segments
    nested = columns.nested
    unclosed = columns.unclosed
    unopened = columns.unopened
    segments.removeAll()
    nested.removeAll()
    unclosed.removeAll()
    unopened.removeAll()
    count = tokens.count
  }

  mutating func run() {
    // What stands inside single marks is passed over with them.
    var from = 0
    for number in 0..<landmarks.count where Int(landmarks[number]) >= from {
      let index = Int(landmarks[number])
      if isParagraphStart(index) {
        endParagraph(index)
        paragraph = index
        hasMark = false
      }
      let mark = marks[index]
      if mark.isDouble {
        double(index, mark)
        hasMark = true
      } else if mark.isSingle, opensSingle(index, mark), let close = singleClose(index, mark, isInside: open >= 0) {
        let segment = QuotedSegment(open: index, start: index + 1, end: close, close: close)
        if open >= 0 {
          nested.append(segment)
        } else {
          append(segment)
          nestDoubles(in: segment)
        }
        from = close + 1
      }
    }
    endParagraph(count)
  }

  func isParagraphStart(_ index: Int) -> Bool { QuoteScene.startsParagraph(tokens.flags[index]) }

  @inline(__always)
  private mutating func double(_ index: Int, _ mark: PunctuationMark) {
    if open < 0 {
      // A lone closing mark opens nothing, save in texts that write »so« or ''so''.
      let isClosing =
        mark == .closeDouble ? !(looksOpening(index) && tokens.end[index] - tokens.start[index] == 2) : isLoneClose(index, mark)
      if isClosing { close(index) } else { start(index, mark) }
      return
    }
    // ““Doubled”” marks count once.
    if index == open + 1, mark == openMark, index + 1 < count, marks[index + 1] == .word, !tokens.flags[index + 1].contains(.spaceBefore) {
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

  /// Whether a straight mark that would open something stands where only a closing one can: "…closed," said Lee. Behind a number it means inches.
  @inline(__always)
  private func isLoneClose(_ index: Int, _ mark: PunctuationMark) -> Bool {
    guard mark == .neutralDouble, index > 0, looksClosing(index), !looksOpening(index), !isParagraphStart(index) else { return false }
    switch marks[index - 1] {
    case .word, .comma, .stop, .neutralDouble, .closeDouble: return true
    default: return false
    }
  }

  /// A closing mark without partner. The first of a paragraph closes what the paragraph before left open.
  private mutating func close(_ index: Int) {
    if unfinished == paragraph, paragraph > 0, !hasMark, index > paragraph, segments.count > 0 {
      segments.base[segments.count - 1].continues = true
      append(QuotedSegment(open: paragraph, start: paragraph, end: index, close: index))
      return
    }
    if index > 0, !tokens.is(index - 1, .number), !marks[index - 1].isDouble { unopened.append(index) }
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
    segment.continues = index < count && goesOn(index)
    if !segment.continues {
      unclosed.append(open)
      unfinished = index
    }
    append(segment)
    open = -1
  }

  /// Whether the paragraph at `index` opens with a mark that goes on with the open quotation: „ does not go on with “.
  private func goesOn(_ index: Int) -> Bool {
    let mark = marks[index]
    return mark.isDouble && (mark != .openDouble || openMark != .openDouble || tokens.lexeme[index] == tokens.lexeme[open])
  }

  private mutating func append(_ segment: QuotedSegment) {
    if segment.end > segment.start { segments.append(segment) }
  }

  /// Space before, or a mark that opens something itself (“‘), and none after.
  @inline(__always)
  func looksOpening(_ index: Int) -> Bool {
    let before =
      tokens.flags[index].contains(.spaceBefore)
      || index > 0
        && (marks[index - 1] == .dash || marks[index - 1] == .openParenthesis || marks[index - 1].isQuotation && isFree(index - 1))
    return before && index + 1 < count && !tokens.flags[index + 1].contains(.spaceBefore)
  }

  /// Whether a space or nothing stands before.
  private func isFree(_ index: Int) -> Bool { index == 0 || tokens.flags[index].contains(.spaceBefore) || isParagraphStart(index) }

  /// None before, space or punctuation after.
  @inline(__always)
  func looksClosing(_ index: Int) -> Bool {
    !tokens.flags[index].contains(.spaceBefore)
      && (index + 1 >= count || tokens.flags[index + 1].contains(.spaceBefore) || marks[index + 1] != .word)
  }
}
