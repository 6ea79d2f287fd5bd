/// What stands before an amount and says how exact it is: "over 40", "about 900", "up to five years", "no more than four", "between 5 and 7".
struct ModifierReader: ValueReader {
  let scene: ValueScene

  /// Takes in the modifier before the value.
  ///
  /// - Parameter floor: the first token of the sentence.
  func take(_ value: inout Value, _ floor: Int) {
    guard value.kind != .date, value.kind != .time, value.kind != .ordinal, value.kind != .age || value.high != nil, value.kind != .set
    else {
      return
    }
    var start = value.tokens.first
    // "over the past year" says when.
    guard start > floor, value.kind != .score,
      value.kind != .duration || !tokens.has(start, .articleThe) && !tokens.has(start, .relativeTime) && !tokens.has(start, .possessive)
    else { return }
    if value.low != nil, value.high != nil, opensRange(start - 1) { start -= 1 }
    if start > floor, let first = modifier(start, floor, &value) { start = first }
    value.tokens = TokenRange(start, Int(value.tokens.end))
  }

  /// "between" and "from" before a range.
  private func opensRange(_ token: Int) -> Bool {
    tables.isBetween(tokens.lexeme[token]) || tokens.has(token, .prepFrom) && tokens.length(token) == 4
  }

  /// Where the modifier before `start` begins; nil where none stands there.
  private func modifier(_ start: Int, _ floor: Int, _ value: inout Value) -> Int? {
    let before = start - 1
    if tokens.has(before, .approximator), tokens.tag[before] != .dt || tokens.is(before, .lowercase) || before == floor {
      value.approximate = true
      return before
    }
    if let comparison = self.value(before, .comparisonWord),
      value.kind != .duration || value.rule != "number.vague" && value.rule != "duration.few"
    {
      // "not exceeding 500".
      if before > floor, tokens.has(before - 1, .negation) {
        value.comparison = comparison == 1 ? .atMost : .atLeast
        return before - 1
      }
      value.comparison = comparison == 1 ? .moreThan : .lessThan
      return before
    }
    guard before > floor else { return nil }
    if tokens.has(before, .asWord) { return compared(before, floor, &value) }
    if tokens.tag[before] == .jjs || tokens.tag[before] == .rbs, tokens.tag[before - 1] == .in {
      value.comparison = bytes[Int(tokens.start[before])] | 0x20 == UInt8(ascii: "l") ? .atLeast : .atMost
      return before - 1
    }
    // "up to 40", but "went up to 40".
    if tables.isUp(tokens.lexeme[before - 1]), tokens.length(before) == 2, tokens.has(before, .prepFrom),
      before - 1 == floor || !tokens.has(before - 2, .motionVerb) && !tables.isMove(tokens.lemma[before - 2])
    {
      value.comparison = .atMost
      return before - 1
    }
    return nil
  }

  /// "more than 40", "no fewer than 40", "as many as 40"; the last word stands at `than`.
  private func compared(_ than: Int, _ floor: Int, _ value: inout Value) -> Int? {
    let word = than - 1
    let isMore = tables.isMore(tokens.lexeme[word])
    if isMore || tables.isLess(tokens.lexeme[word]) || tokens.tag[word] == .jjr || tokens.tag[word] == .rbr {
      if word > floor, tokens.has(word - 1, .negation) {
        value.comparison = isMore ? .atMost : .atLeast
        return word - 1
      }
      value.comparison = isMore ? .moreThan : .lessThan
      return word
    }
    guard word > floor, tokens.length(than) == 2, tokens.has(word - 1, .asWord), tokens.length(word - 1) == 2,
      tokens.tag[word].isAdjective || tokens.tag[word].isAdverb
    else { return nil }
    value.comparison = tables.isLittle(tokens.lexeme[word]) ? .atLeast : .atMost
    return word - 1
  }
}
