/// Days and weeks that are counted in a month or a year: "the first Tuesday of October", "last day of May", "the 20th of next month", "the third
/// week of 2018".
extension DateReader {
  /// A month, and the token behind the words that name it.
  private struct Month {
    var year: Int
    var month: Int
    var end: Int
  }

  func partOfMonth(_ start: Int, _ limit: Int) -> Found? {
    guard start + 2 < limit else { return nil }
    // "the 20th of next month".
    if tokens.has(start + 1, .prepOf) {
      guard let day = ordinal(start), day > 0, let month = relativeMonth(start + 2, limit) else { return nil }
      return found(day, of: month)
    }
    guard start + 3 < limit, tokens.has(start + 2, .prepOf) || tokens.has(start + 2, .prepIn) && tokens.length(start + 2) == 2,
      tokens.has(start + 1, anyOf: DateReader.counted)
    else { return nil }
    let isLast = isLast(start)
    guard let number = isLast ? 0 : ordinal(start), isLast || number > 0 else { return nil }
    guard let month = month(start + 3, limit) else { return partOfCountedYear(number, start + 1, limit) }
    let days = CalendarDate.days(inMonth: month.month, of: month.year)
    if let weekday = value(start + 1, .weekday).map(Int.init) { return found(nth(weekday, number, month, days), of: month) }
    guard let unit = scene.units.unit(tokens.lexeme[start + 1], tokens.lemma[start + 1]), unit.factor == 1, !unit.isClock else {
      return nil
    }
    if unit.letter == UInt8(ascii: "D") { return found(isLast ? days : number, of: month) }
    guard unit.letter == UInt8(ascii: "W"), let day = nth(4, number, month, days) else { return nil }
    // The week of a month is the one that its nth Thursday lies in, as the weeks of a year are counted.
    return Found(end: month.end, timex: CalendarDate(year: month.year, month: month.month, day: day).isoWeek, rule: "date.part-of-month")
  }

  private static let counted = WordClassSet(.weekday, .timeNoun)

  private func found(_ day: Int?, of month: Month) -> Found? {
    guard let day, day <= CalendarDate.days(inMonth: month.month, of: month.year) else { return nil }
    return Found(end: month.end, timex: CalendarDate(year: month.year, month: month.month, day: day).iso, rule: "date.part-of-month")
  }

  /// The nth of a weekday in a month, the last one for 0; nil where the month has no such day.
  private func nth(_ weekday: Int, _ number: Int, _ month: Month, _ days: Int) -> Int? {
    guard number <= 5 else { return nil }
    let day = CalendarDate.nth(number, weekday: weekday, month: month.month, of: month.year)
    return day <= days ? day : nil
  }

  // MARK: Months

  /// "October", "March 2014", "next month", "the month".
  private func month(_ start: Int, _ limit: Int) -> Month? {
    guard let month = monthInPhrase(start) else { return relativeMonth(start, limit) }
    if let (year, end) = yearAfter(start + 1, limit) { return Month(year: year, month: month, end: end) }
    let told = scene.narrative.isAllPast || tense(start) != .future ? scene.narrative.year(of: month, in: tokens.sentence[start]) : nil
    guard let year = told ?? reference?.year else { return nil }
    return Month(year: year, month: month, end: start + 1)
  }

  /// "next month", "the previous month", "the month": counted from the date of publication.
  private func relativeMonth(_ start: Int, _ limit: Int) -> Month? {
    let isArticle = tokens.has(start, .articleThe)
    var at = isArticle ? start + 1 : start
    var shift = 0
    if at < limit, let value = value(at, .relativeTime) {
      shift = Int(value)
      at += 1
    } else if !isArticle {
      return nil
    }
    guard at < limit, let reference, value(at, .timeNoun) == 30, tokens.tag[at] != .nns else { return nil }
    let month = CalendarDate(year: reference.year, month: reference.month, day: 1).adding(months: shift)
    return Month(year: month.year, month: month.month, end: at + 1)
  }

  // MARK: Years

  /// "first week of 2015", "last day of the year", "third month of 2021": the nth unit of a year, the last one for 0.
  private func partOfCountedYear(_ number: Int, _ noun: Int, _ limit: Int) -> Found? {
    guard let unit = scene.units.unit(tokens.lexeme[noun], tokens.lemma[noun]), unit.factor == 1, !unit.isClock,
      let (year, end) = yearOf(noun + 1, limit) ?? yearIn(noun + 1, limit)
    else { return nil }
    let timex: String
    switch Unicode.Scalar(unit.letter) {
    case "D":
      let last = CalendarDate(year: year, month: 12, day: 31)
      guard number <= 365 else { return nil }
      timex = (number == 0 ? last : CalendarDate(year: year, month: 1, day: 1).adding(days: number - 1)).iso
    case "W":
      guard number <= 53 else { return nil }
      // The week of 28 December is a year's last.
      timex =
        number == 0
        ? CalendarDate(year: year, month: 12, day: 28).isoWeek
        : CalendarDate(year: year, month: 1, day: 4).adding(days: (number - 1) * 7).isoWeek
    case "M":
      guard number <= 12 else { return nil }
      timex = CalendarDate.month(year, number == 0 ? 12 : number)
    default: return nil
    }
    return Found(end: end, timex: timex, rule: "date.part-of-year")
  }

  /// "in 2016".
  private func yearIn(_ at: Int, _ limit: Int) -> (Int, Int)? {
    guard at + 1 < limit, tokens.has(at, .prepIn), let year = year(at + 1) else { return nil }
    return (year, at + 2)
  }

  /// "week 3 of 2027".
  func numberedWeek(_ start: Int, _ limit: Int) -> Found? {
    guard start + 3 < limit, value(start, .timeNoun) == 7, tokens.tag[start] != .nns, tokens.is(start + 1, .number),
      let (number, isWhole) = numbers.digits(start + 1), isWhole, (1...53).contains(number), tokens.has(start + 2, .prepOf),
      let (year, end) = yearOf(start + 2, limit)
    else { return nil }
    return Found(end: end, timex: CalendarDate(year: year, month: 1, day: 4).adding(days: (Int(number) - 1) * 7).isoWeek, rule: "date.week")
  }

  /// "week of April 10th".
  func weekOfDay(_ start: Int, _ limit: Int) -> Found? {
    guard start + 2 < limit, tokens.has(start + 1, .prepOf), value(start, .timeNoun) == 7, tokens.tag[start] != .nns else { return nil }
    let at = tokens.has(start + 2, .articleThe) ? start + 3 : start + 2
    guard at < limit, tokens.has(at, anyOf: DateReader.dayOpeners) || tokens.is(at, .hasDigit), let found = date(at, limit),
      let day = CalendarDate(iso: found.timex), found.timex.utf8.count == 10
    else { return nil }
    return Found(end: found.end, timex: day.isoWeek, rule: "date.week-of")
  }
  private static let dayOpeners = WordClassSet(.month, .ordinalWord)
}
