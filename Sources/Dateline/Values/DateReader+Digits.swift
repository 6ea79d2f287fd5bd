/// Dates in digits: "2025-06-02", "5/17/2018", "27.08.2022", "2022/2023", "1990s", "2019".
extension DateReader {
  /// "480 BC", "44 B.C.", "AD 14"; "264" of "264–241 BC".
  func eraYear(_ start: Int, _ limit: Int) -> Found? {
    if tokens.is(start, .number) {
      let isRange =
        start + 3 < limit && tokens.is(start + 1, .punctuation) && tokens.is(start + 2, .number)
        && NumberReader.isDash(bytes, tokens.span(start + 1))
      guard let isBefore = era(isRange ? start + 3 : start + 1, limit), let year = eraNumber(start) else { return nil }
      let end = isRange ? start + 1 : start + 2
      // "In 2019 BC Ferries …", "300 BC residents".
      if isBefore, !isRange, end < limit, tokens.tag[end] == .nns || year >= 1500 && (tokens.isCapitalized(end) || tokens.tag[end].isNoun) {
        return nil
      }
      return Found(end: end, timex: (isBefore ? "BC" : "") + CalendarDate.padded(year, 4), rule: "date.era")
    }
    guard era(start, limit) == false, start + 1 < limit, let year = eraNumber(start + 1) else { return nil }
    return Found(end: start + 2, timex: CalendarDate.padded(year, 4), rule: "date.era")
  }

  private func eraNumber(_ token: Int) -> Int? {
    // "1,700 BC".
    guard tokens.is(token, .number), tokens.length(token) <= 5, let (value, isWhole) = numbers.digits(token), isWhole, value > 0,
      value < 10_000
    else {
      return nil
    }
    return Int(value)
  }

  /// Whether the token names an era that counts its years backwards ("BC"); nil for no era.
  private func era(_ token: Int, _ limit: Int) -> Bool? {
    guard token < limit, !tokens.flags[token].isDisjoint(with: DateReader.eraShapes), (2...6).contains(tokens.length(token)) else {
      return nil
    }
    let letters = bytes[Int(tokens.start[token])..<Int(tokens.end[token])].filter { $0 != UInt8(ascii: ".") }
    return scene.units.isBefore(era: String(decoding: letters, as: UTF8.self))
  }
  private static let eraShapes: TokenFlags = [.allCapitals, .dotted]

  /// "2025-06-02", "06-30-2025", "30/Jun/2025": five tokens without a space.
  func iso(_ start: Int, _ limit: Int) -> Found? {
    if let found = yearLast(start, limit) ?? monthInToken(start) { return found }
    guard start + 4 < limit, let year = year(start), isHyphen(start + 1), isHyphen(start + 3), let month = day(start + 2), month <= 12,
      let day = day(start + 4),
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    return Found(end: start + 5, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.iso")
  }

  /// "06-30-2025", "30-06-2025", "30/Jun/2025": month first, unless only the other order is a date.
  private func yearLast(_ start: Int, _ limit: Int) -> Found? {
    guard start + 4 < limit, tokens.length(start) <= 2, let first = day(start), let year = year(start + 4), isJoint(start + 1),
      isJoint(start + 3)
    else { return nil }
    if let month = monthInPhrase(start + 2) ?? month(start + 2) { return found(year, month, first, start + 5) }
    guard isHyphen(start + 1), isHyphen(start + 3), tokens.length(start + 2) <= 2, let second = day(start + 2) else { return nil }
    return found(year, first, second, start + 5) ?? found(year, second, first, start + 5)
  }

  /// "05-Aug-2025", "2025-Aug-05".
  private func monthInToken(_ start: Int) -> Found? {
    let text = bytes[Int(tokens.start[start])..<Int(tokens.end[start])]
    guard tokens.is(start, .hasHyphen), tokens.is(start, .hasLetter), text.count < 20,
      let left = text.firstIndex(of: UInt8(ascii: "-")), let right = text.lastIndex(of: UInt8(ascii: "-")), right > left,
      let month = numbers.value(text[(left + 1)..<right], .month), let first = NumberReader.parse(text[..<left]),
      let second = NumberReader.parse(text[(right + 1)...]), first.isInteger, second.isInteger, left > text.startIndex,
      right + 1 < text.endIndex
    else { return nil }
    if second.value < 100, first.value < 32, text.endIndex - right == 3 {
      return found(Int(second.value) + (second.value < 50 ? 2000 : 1900), Int(month), Int(first.value), start + 1)
    }
    return first.value > 31
      ? found(Int(first.value), Int(month), Int(second.value), start + 1)
      : found(Int(second.value), Int(month), Int(first.value), start + 1)
  }

  private func found(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> Found? {
    guard (1...12).contains(month), year >= 1100, year < 2100, (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else {
      return nil
    }
    return Found(end: end, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.numeric")
  }

  /// A hyphen, dash or slash with no space on either side.
  func isJoint(_ token: Int) -> Bool {
    isHyphen(token) || byte(token) == UInt8(ascii: "/") && !tokens.is(token, .spaceBefore) && !tokens.is(token + 1, .spaceBefore)
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

  /// "the sixties", "the late eighties".
  func decadeWord(_ start: Int) -> Found? {
    guard start > 0, let decade = AgeReader(scene: scene).decadeStart(start) else { return nil }
    let before =
      tokens.is(start - 1, .punctuation) && start > 2 && scene.units.part(tokens.lexeme[start - 2]) != nil
      ? start - 3 : scene.units.part(tokens.lexeme[start - 1]) != nil ? start - 2 : start - 1
    guard before >= 0, tokens.has(before, .articleThe) else { return nil }
    return Found(end: start + 1, timex: "19\(decade / 10)", rule: "date.decade")
  }

  /// "2019", "1999-2025"; not after a currency sign, not before a thing counted.
  func bareYear(_ start: Int, _ limit: Int) -> Found? {
    if let found = shortened(start, limit) { return found }
    guard let year = year(start) ?? farYear(start, limit), start + 1 >= limit || !countsSomething(start + 1) else { return nil }
    guard start == 0 || !tokens.is(start - 1, .punctuation) || isGapBefore(start) || isBehindPrefix(start) else { return nil }
    if start + 2 < limit, !tokens.is(start + 1, .spaceBefore), tokens.is(start + 1, .punctuation),
      byte(start + 1) == UInt8(ascii: "-") || byte(start + 1) == 0xE2,
      let last = self.year(start + 2) ?? shortYear(start + 2, after: year), last > year
    {
      return Found(end: start + 3, timex: "\(year)/\(last)", rule: "date.years")
    }
    // "2014-10" is a month, since no years run backwards.
    if start + 2 < limit, isHyphen(start + 1), tokens.length(start + 2) <= 2, tokens.is(start + 2, .number), let month = day(start + 2),
      month <= 12, month < year % 100, start + 3 >= limit || !isHyphen(start + 3)
    {
      return Found(end: start + 3, timex: CalendarDate.month(year, month), rule: "date.year-month")
    }
    // "fiscal 2023", "fiscal year 2023".
    if start > 0, tokens.sentence[start - 1] == tokens.sentence[start] {
      let word = start > 1 && value(start - 1, .timeNoun) == 365 ? start - 2 : start - 1
      if let kind = scene.units.yearKind(tokens.lexeme[word]), word < start - 1 || kind == "FY" && tokens.tag[word].isAdjective {
        return Found(end: start + 1, timex: kind + String(year), rule: "date.fiscal", start: word)
      }
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

  /// "91" of "1990-91", "18" of "1914-18".
  private func shortYear(_ token: Int, after year: Int) -> Int? {
    guard tokens.length(token) == 2, let (value, isWhole) = numbers.digits(token), isWhole else { return nil }
    let last = year / 100 * 100 + Int(value)
    return last == year + 1
      || last > year && last - year <= DateReader.longestYears && (token + 1 >= tokens.count || !countsSomething(token + 1)) ? last : nil
  }
  /// Years of the longest span whose last year has two digits.
  private static let longestYears = 40

  /// "in '68", "the class of ’04": two digits behind an apostrophe and a preposition, with nothing counted behind them.
  private func shortened(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.length(start) == 2, start > 1, !tokens.is(start, .spaceBefore), tokens.is(start, .number),
      isApostrophe(start - 1), tokens.is(start - 1, .spaceBefore), tokens.tag[start - 2] == .in || tokens.has(start - 2, .prepIn),
      tokens.sentence[start - 2] == tokens.sentence[start],
      start + 1 >= limit || tokens.is(start + 1, .punctuation) && byte(start + 1) != UInt8(ascii: "%") && !isApostrophe(start + 1)
        || tokens.tag[start + 1] == .cc || tokens.tag[start + 1] == .in || tokens.tag[start + 1].isVerb || tokens.has(start + 1, .whWord),
      let (value, isWhole) = numbers.digits(start), isWhole
    else { return nil }
    if scene.narrative.isHistory, let last = scene.narrative.lastYear, last > 1100 {
      return Found(end: start + 1, timex: String(last / 100 * 100 + Int(value)), rule: "date.year", start: start - 1)
    }
    let century = reference.map { Int(value) <= $0.year % 100 + 1 ? $0.year / 100 : $0.year / 100 - 1 } ?? (value < 30 ? 20 : 19)
    return Found(end: start + 1, timex: String(century * 100 + Int(value)), rule: "date.year", start: start - 1)
  }

  /// "by 2150": a year of the next century but one, behind a preposition and before nothing that could be counted.
  private func farYear(_ start: Int, _ limit: Int) -> Int? {
    guard tokens.length(start) == 4, tokens.is(start, .number), byte(start) == UInt8(ascii: "2"), byte(start, 1) == UInt8(ascii: "1"),
      start > 0, tokens.tag[start - 1] == .in, !tokens.has(start - 1, .comparisonWord), !tokens.has(start - 1, .prepOf),
      tokens.sentence[start - 1] == tokens.sentence[start], let (value, isWhole) = numbers.digits(start), isWhole,
      start + 1 >= limit
        || !tokens.tag[start + 1].isNoun && !tokens.tag[start + 1].isAdjective && byte(start + 1) != UInt8(ascii: "%")
          && !tokens.has(start + 1, .andWord) && !tokens.is(start + 1, .number)
    else { return nil }
    return Int(value)
  }

  /// "mid-2007".
  private func isBehindPrefix(_ start: Int) -> Bool {
    start > 1 && tokens.is(start, .splitCompound) && tokens.is(start - 1, .splitCompound) && tokens.is(start - 2, .lowercase)
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
    } else if mark == UInt8(ascii: ".") && parts[1].value <= 12 || parts[0].value > 12 {
      swap(&month, &day)
    }
    if parts[0].digits < 4 {
      guard parts[2].digits == 4 || parts[2].digits == 2 else { return nil }
      if parts[2].digits == 2 { year += year < 50 ? 2000 : 1900 }
    }
    guard (1...12).contains(month), year >= 1100, year < 2100, (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else {
      return nil
    }
    var date = CalendarDate(year: year, month: month, day: day)
    // Day first, where that lies beside the date of publication and the other order far from it.
    if mark == UInt8(ascii: "/"), parts[0].digits < 4, day <= 12, let reference, abs(date.dayNumber - reference.dayNumber) > DateReader.far
    {
      let other = CalendarDate(year: year, month: day, day: month)
      if abs(other.dayNumber - reference.dayNumber) <= DateReader.near { date = other }
    }
    return Found(end: start + 1, timex: date.iso, rule: "date.numeric")
  }
  /// Days from the date of publication.
  private static let near = 21
  private static let far = 42

  /// "on 2/15", "by 22/04": a day of the year nearest to publication, behind a preposition of days; "2/2013", "05/2021". Not "9/11".
  func numericDay(_ start: Int, _ limit: Int) -> Found? {
    let (from, to) = (Int(tokens.start[start]), Int(tokens.end[start]))
    guard to - from >= 3, to - from <= 7, bytes[from] &- 48 < 10,
      let slash = bytes[from..<to].firstIndex(of: UInt8(ascii: "/")), let (first, _) = NumberReader.parse(bytes[from..<slash]),
      let (second, _) = NumberReader.parse(bytes[(slash + 1)..<to]), first == first.rounded(), second == second.rounded()
    else { return nil }
    let (left, right) = (Int(first), Int(second))
    if to - slash == 5, slash - from <= 2, (1...12).contains(left), right >= 1900, right < 2100 {
      return Found(end: start + 1, timex: CalendarDate.month(right, left), rule: "date.numeric-month")
    }
    guard to - from <= 5, let reference, start > 0, tokens.sentence[start - 1] == tokens.sentence[start],
      tokens.has(start - 1, .prepOn) || tokens.has(start - 1, .weekday), left != 9 || right != 11,
      start + 1 >= limit || !tokens.has(start + 1, .prepOf) && !tokens.tag[start + 1].isNoun
    else { return nil }
    let (month, day) = left > 12 ? (right, left) : (left, right)
    guard (1...12).contains(month), day >= 1, day <= CalendarDate.days(inMonth: month, of: reference.year) else { return nil }
    var year = reference.year
    if month - reference.month > 6 { year -= 1 } else if reference.month - month > 6 { year += 1 }
    return Found(
      end: start + 1, timex: CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year))).iso,
      rule: "date.numeric-day")
  }

  /// "the 20th century", "nineteenth century": TIMEX3 counts centuries by the hundreds of their years.
  func century(_ start: Int, _ limit: Int) -> Found? {
    guard start + 1 < limit, tokens.has(start + 1, .timeNoun), let unit = scene.units.unit(tokens.lemma[start + 1]), unit.factor == 100,
      let number = ordinal(start), number > 0, number < 22
    else { return nil }
    if era(start + 2, limit) == true {
      return Found(end: start + 3, timex: "BC" + CalendarDate.padded(number - 1, 2), rule: "date.century")
    }
    return Found(end: start + 2, timex: CalendarDate.padded(number - 1, 2), rule: "date.century")
  }
}
