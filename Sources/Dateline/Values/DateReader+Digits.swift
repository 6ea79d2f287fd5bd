/// Dates in digits: "2025-06-02", "5/17/2018", "27.08.2022", "2022/2023", "1990s", "2019".
extension DateReader {
  /// "2025-06-02": five tokens without a space.
  func iso(_ start: Int, _ limit: Int) -> Found? {
    guard start + 4 < limit, let year = year(start), isHyphen(start + 1), isHyphen(start + 3), let month = day(start + 2), month <= 12,
      let day = day(start + 4),
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    return Found(end: start + 5, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.iso")
  }

  /// A hyphen or dash with no space on either side.
  private func isHyphen(_ token: Int) -> Bool {
    !tokens.is(token, .spaceBefore) && token + 1 < tokens.count && !tokens.is(token + 1, .spaceBefore)
      && NumberReader.isDash(bytes, tokens.span(token))
  }

  /// "1990s".
  func decade(_ start: Int) -> Found? {
    let text = bytes[Int(tokens.start[start])..<Int(tokens.end[start])]
    // "the ’80s".
    if text.count == 3, text.last == UInt8(ascii: "s"), !isAgeDecade(start), let (value, _) = NumberReader.parse(text.dropLast()),
      value >= 20,
      Int(value) % 10 == 0
    {
      return Found(end: start + 1, timex: "19" + String(Int(value) / 10), rule: "date.decade")
    }
    guard text.count == 5, text.last == UInt8(ascii: "s"), let (value, _) = NumberReader.parse(text.dropLast()), value >= 1100,
      value < 2100, Int(value) % 10 == 0
    else {
      return nil
    }
    return Found(end: start + 1, timex: CalendarDate.padded(Int(value) / 10, 3), rule: "date.decade")
  }

  /// "2019", "1999-2025"; not after a currency sign, not before a thing counted.
  func bareYear(_ start: Int, _ limit: Int) -> Found? {
    guard let year = year(start), start + 1 >= limit || !countsSomething(start + 1) else { return nil }
    guard start == 0 || !tokens.is(start - 1, .punctuation) || isGapBefore(start) else { return nil }
    if start + 2 < limit, !tokens.is(start + 1, .spaceBefore), tokens.is(start + 1, .punctuation),
      byte(start + 1) == UInt8(ascii: "-") || byte(start + 1) == 0xE2,
      let last = self.year(start + 2) ?? shortYear(start + 2, after: year), last > year
    {
      return Found(end: start + 3, timex: "\(year)/\(last)", rule: "date.years")
    }
    return Found(end: start + 1, timex: String(year), rule: "date.year")
  }

  /// "in her 30s", "people in their mid-20s": years of life.
  private func isAgeDecade(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before =
      tokens.is(start - 1, .punctuation) && NumberReader.isDash(bytes, tokens.span(start - 1)) && start > 2 ? start - 3 : start - 1
    return !tokens.has(before, .articleThe)
      && !(tokens.is(start - 1, .punctuation) && !tokens.is(start, .spaceBefore) && before == start - 1)
  }

  /// "91" of "1990-91".
  private func shortYear(_ token: Int, after year: Int) -> Int? {
    guard tokens.length(token) == 2, let (value, isWhole) = numbers.digits(token), isWhole else { return nil }
    let last = year / 100 * 100 + Int(value)
    return last == year + 1 ? last : nil
  }

  private func isGapBefore(_ start: Int) -> Bool {
    let before = byte(start - 1)
    return before == UInt8(ascii: ",") || before == UInt8(ascii: "(") || tokens.is(start, .spaceBefore) && before != UInt8(ascii: "$")
  }

  /// A plural noun after the number: "2000 soldiers" is no year.
  private func countsSomething(_ token: Int) -> Bool {
    tokens.tag[token] == .nns && tokens.is(token, .lowercase) || tokens.has(token, .unitWord)
      || tokens.has(token, .multiplierWord) && tokens.is(token, .lowercase)
  }

  /// "5/17/2018", "27.08.2022", "2018/5/17", "2022/2023" in one token. With slashes the month goes first unless it cannot; with stops the day does.
  func numeric(_ start: Int) -> Found? {
    let (from, to) = (Int(tokens.start[start]), Int(tokens.end[start]))
    guard to - from >= 6, to - from <= 10, bytes[from] &- 48 < 10 else { return nil }
    var parts: [(value: Int, digits: Int)] = []
    var mark: UInt8 = 0
    var value = 0
    var digits = 0
    for at in from...to {
      if at < to, bytes[at] &- 48 < 10 {
        value = value * 10 + Int(bytes[at] - 48)
        digits += 1
        continue
      }
      guard digits > 0, digits <= 4 else { return nil }
      parts.append((value, digits))
      (value, digits) = (0, 0)
      guard at < to else { break }
      guard bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "."), mark == 0 || mark == bytes[at] else { return nil }
      mark = bytes[at]
    }
    if parts.count == 2, mark == UInt8(ascii: "/"), parts[0].digits == 4, parts[0].value >= 1100, parts[0].value < 2100 {
      let last = parts[1].digits == 4 ? parts[1].value : parts[1].digits == 2 ? parts[0].value / 100 * 100 + parts[1].value : 0
      return last == parts[0].value + 1 ? Found(end: start + 1, timex: "\(parts[0].value)/\(last)", rule: "date.years") : nil
    }
    guard parts.count == 3 else { return nil }
    var (year, month, day) = (parts[2].value, parts[0].value, parts[1].value)
    if parts[0].digits == 4 {
      (year, month, day) = (parts[0].value, parts[1].value, parts[2].value)
    } else if mark == UInt8(ascii: ".") || parts[0].value > 12 {
      swap(&month, &day)
    }
    if parts[0].digits < 4 {
      guard parts[2].digits == 4 || parts[2].digits == 2 else { return nil }
      if parts[2].digits == 2 { year += year < 50 ? 2000 : 1900 }
    }
    guard (1...12).contains(month), year >= 1100, year < 2100, (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else {
      return nil
    }
    return Found(end: start + 1, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.numeric")
  }

  /// "the 20th century", "nineteenth century": TIMEX3 counts centuries by the hundreds of their years.
  func century(_ start: Int, _ limit: Int) -> Found? {
    guard start + 1 < limit, tokens.has(start + 1, .timeNoun), let unit = scene.units.unit(tokens.lemma[start + 1]), unit.factor == 100,
      let number = ordinal(start), number > 0, number < 22
    else { return nil }
    return Found(end: start + 2, timex: CalendarDate.padded(number - 1, 2), rule: "date.century")
  }
}
