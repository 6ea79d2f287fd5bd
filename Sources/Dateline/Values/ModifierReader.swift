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
    if value.kind != .score, value.rule != "duration.past" { takeBehind(&value, tokens.count) }
    // "over the past year" says when.
    guard start > floor, value.kind != .score,
      value.kind != .duration || !tokens.has(start, .articleThe) && !tokens.has(start, .relativeTime) && !tokens.has(start, .possessive)
    else { return }
    if value.low != nil, value.high != nil, opensRange(start - 1) { start -= 1 }
    if start > floor, let first = modifier(start, floor, &value) { start = first }
    value.tokens = TokenRange(start, Int(value.tokens.end))
  }

  /// Takes in what stands behind an amount and says how exact it is: "50 or more ships", "a week or so", "20 people or fewer".
  ///
  /// - Parameter isCounted: what is counted may follow.
  func takeBehind(_ value: inout Value, _ limit: Int, isCounted: Bool = false) {
    let or = Int(value.tokens.end)
    guard or + 1 < limit, tokens.has(or, .orWord), value.comparison == .none, tokens.sentence[or + 1] == tokens.sentence[or - 1] else {
      return
    }
    let word = tokens.lexeme[or + 1]
    let isMore = tables.isMore(word)
    guard isMore || tables.isLess(word) || tables.isSo(word),
      or + 2 >= limit || isCounted || !tokens.tag[or + 2].isNoun && !tokens.tag[or + 2].isAdjective,
      or + 2 >= limit || !tokens.has(or + 2, .asWord) && !tokens.has(or + 2, .relativeShift)
    else { return }
    if tables.isSo(word) { value.approximate = true } else { value.comparison = isMore ? .atLeast : .atMost }
    value.tokens.end += 2
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
    if let comparison = self.value(before, .comparisonWord), value.kind != .duration || isLength(before, floor, value) {
      // "not exceeding 500".
      if before > floor, tokens.has(before - 1, .negation), !tokens.tag[before - 1].isNoun, tokens.tag[before - 1] != .prp {
        value.comparison = comparison == 1 ? .atMost : .atLeast
        return before - 1
      }
      value.comparison = comparison == 1 ? .moreThan : .lessThan
      return before
    }
    guard before > floor else { return nil }
    if tokens.has(before, .prepOf) { return limited(before, floor, &value) }
    // "close to 40".
    if tokens.tag[before] == .to, tables.isClose(tokens.lexeme[before - 1]) {
      value.approximate = true
      return before - 1
    }
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

  /// Whether "over" before a length of time compares it: "for over two years", "took over an hour". Elsewhere it says when: "a rise over three
  /// years".
  private func isLength(_ over: Int, _ floor: Int, _ value: Value) -> Bool {
    if value.rule == "number.vague" || value.rule == "duration.few" { return false }
    guard self.value(over, .comparisonWord) == 1, tokens.tag[over] == .in || tokens.tag[over] == .rp, tokens.length(over) == 4 else {
      return true
    }
    guard over > floor else { return false }
    let before = over - 1
    return tokens.tag[before] == .in || tokens.tag[before] == .to || tokens.has(before, .auxiliary)
      || tables.isLasting(tokens.lemma[before])
  }

  /// "in excess of 40", "upwards of 40", "a minimum of 40": what the words before "of" say.
  private func limited(_ of: Int, _ floor: Int, _ value: inout Value) -> Int? {
    guard let comparison = tables.limit(tokens.lexeme[of - 1]) else { return nil }
    value.comparison = comparison
    let hasIn = of - 1 > floor && tokens.has(of - 2, .prepIn) && tokens.length(of - 2) == 2 && byte(of - 2) | 0x20 == UInt8(ascii: "i")
    return hasIn ? of - 2 : of - 1
  }

  /// Whether an amount ends at the token, so that what compares belongs to it: "7 percent fewer than five years before".
  private func endsAmount(_ token: Int) -> Bool {
    tables.isPercent(tokens.lexeme[token]) || tables.isCent(tokens.lexeme[token]) || byte(token) == UInt8(ascii: "%")
      || tokens.has(token, anyOf: ModifierReader.measures)
  }
  private static let measures = WordClassSet(.unitWord, .currencyWord, .multiplierWord)

  /// "more than 40", "no fewer than 40", "as many as 40"; the last word stands at `than`.
  private func compared(_ than: Int, _ floor: Int, _ value: inout Value) -> Int? {
    let word = than - 1
    if word > 0, word == floor, endsAmount(word - 1) { return nil }
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
