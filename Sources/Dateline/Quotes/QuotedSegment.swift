/// A stretch of text between quotation marks, marks excluded.
struct QuotedSegment {
  /// Token of the opening mark.
  var open: Int
  /// First token inside.
  var start: Int
  /// Token after the last one inside.
  var end: Int
  /// Token of the closing mark; -1 when it is missing.
  var close: Int
  /// Whether the paragraph ended before the closing mark and the next one opens with a mark: a speech that goes on.
  var continues = false
  /// Words inside.
  var words = 0
  /// Whether this is speech in its own words, as `DirectSegments` decides.
  var isDirect = false
  /// Whether it looks like a title: most words capitalised, no finite verb.
  var isTitle = false
  /// What stands before the opening mark: `word` for a word, `openParenthesis` at the start of the paragraph.
  var before = PunctuationMark.word

  init(open: Int, start: Int, end: Int, close: Int) {
    self.open = open
    self.start = start
    self.end = end
    self.close = close
  }

  /// Token after the closing mark, or after the content when the mark is missing.
  var after: Int { close >= 0 ? close + 1 : end }
}
