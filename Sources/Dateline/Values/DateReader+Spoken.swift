/// Years in words: "nineteen ninety-six", "two thousand and fifteen", "seventeen hundred thirty-three".
extension DateReader {
  /// The year that number words name from `start` on, and the token behind them; nil for an amount ("twenty people").
  func spokenYear(_ start: Int, _ limit: Int) -> (Int, Int)? {
    guard start + 1 < limit, tokens.has(start, .cardinalWord), let first = value(start, .cardinalWord),
      first == 2 || (11...20).contains(first)
    else { return nil }
    var at = start + 1
    var year = Int(first) * 100
    if let factor = numbers.multiplier(at) {
      guard factor == (first == 2 ? 1000 : 100) else { return nil }
      year = Int(first) * Int(factor)
      at += 1
      let rest = at < limit && tokens.has(at, .andWord) ? at + 1 : at
      if let (value, end) = belowHundred(rest, limit) { (year, at) = (year + value, end) }
    } else {
      guard first > 2, let (value, end) = belowHundred(at, limit), value >= 10 else { return nil }
      (year, at) = (year + value, end)
    }
    guard year >= 1100, year < 2100,
      at >= limit || !tokens.tag[at].isNoun && !tokens.tag[at].isAdjective && !tokens.has(at, .multiplierWord)
    else { return nil }
    return (year, at)
  }

  /// "six", "ninety six", "ninety-six".
  private func belowHundred(_ start: Int, _ limit: Int) -> (Int, Int)? {
    guard start < limit, let value = numbers.word(start), value > 0, value < 100 else { return nil }
    if value >= 20, Int(value) % 10 == 0, start + 1 < limit, let ones = numbers.word(start + 1), ones > 0, ones < 10 {
      return (Int(value + ones), start + 2)
    }
    return (Int(value), start + 1)
  }

  /// "in nineteen ninety-six".
  func spokenYearAlone(_ start: Int, _ limit: Int) -> Found? {
    guard start > 0, tokens.has(start, .cardinalWord), tokens.tag[start - 1] == .in, tokens.sentence[start - 1] == tokens.sentence[start],
      !tokens.has(start - 1, .comparisonWord), let (year, end) = spokenYear(start, limit)
    else { return nil }
    return Found(end: end, timex: String(year), rule: "date.year")
  }
}
