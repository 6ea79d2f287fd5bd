/// Weekdays: "Monday", "last Friday", "Wednesday of next week", "Tuesday the 19th", "two Fridays ago".
extension DateReader {
  /// "Monday", "Monday, June 2, 2025", "last Friday", "Thursday evening" (a time).
  func weekday(_ start: Int, _ limit: Int) -> Found? {
    var at = start
    var shift: Int64?
    if tokens.has(at, .relativeTime), at + 1 < limit, tokens.has(at + 1, .weekday) {
      shift = lexicon.value(tokens.lexeme[at], .relativeTime)
      at += 1
    }
    // Short forms are other words in small letters ("sat", "sun").
    guard tokens.has(at, .weekday), tokens.isCapitalized(at) || tokens.length(at) >= 6, !isNamePart(at),
      let number = lexicon.value(tokens.lexeme[at], .weekday)
    else { return nil }
    at += 1
    var next = at
    if next < limit, byte(next) == UInt8(ascii: ",") { next += 1 }
    if next < limit, let dated = monthDay(next, limit) ?? dayMonth(next, limit), dated.timex.utf8.count == 10 { return dated }
    if let found = weekdayAfterNext(Int(number), at, limit) ?? weekdayOfWeek(Int(number), at, limit)
      ?? numberedWeekday(Int(number), at, limit)
    {
      return found
    }
    let timex = resolve(Int(number), shift, start, limit)
    if at < limit, tokens.has(at, .timeOfDay), let hour = lexicon.value(tokens.lexeme[at], .timeOfDay), hour > 2 {
      return Found(end: at + 1, timex: timex + "T" + DateReader.part(ofHour: hour), kind: .time, rule: "time.weekday-part")
    }
    return Found(end: at, timex: timex, rule: "date.weekday")
  }

  /// "The Sun", "the Baltimore Sun", "Half of a Yellow Sun.": a short form behind an article or another name is no day.
  private func isNamePart(_ token: Int) -> Bool {
    guard tokens.length(token) <= DateReader.longestShortDay, token > 0, tokens.sentence[token - 1] == tokens.sentence[token] else {
      return false
    }
    let before = token - 1
    if tokens.tag[before] == .dt { return true }
    return tokens.isCapitalized(before) && !tokens.is(before, .punctuation) && !tokens.has(before, anyOf: DateReader.besideDays)
  }

  /// Letters of the longest short form of a weekday that is another word, with its stop: "Sun."
  private static let longestShortDay = 4
  /// What stands before a day with a capital: "On Sun.", "Last Sun.", "June Sun."
  private static let besideDays = WordClassSet(.closed, .relativeTime, .weekday, .month, .timeOfDay)

  /// TIMEX3's letters for morning, afternoon, evening and night.
  static func part(ofHour hour: Int64) -> String { hour < 12 ? "MO" : hour < 18 ? "AF" : hour < 20 ? "EV" : "NI" }

  /// A bare weekday is the last one, unless the future is spoken of.
  private func resolve(_ weekday: Int, _ shift: Int64?, _ start: Int, _ limit: Int) -> String {
    guard let reference else { return "XXXX-WXX-\(weekday)" }
    let back = (reference.weekday - weekday + 7) % 7
    if shift == 1 || shift == nil && speaksOfFuture(start, limit) {
      return reference.adding(days: back == 0 ? (shift == 1 ? 7 : 0) : 7 - back).iso
    }
    return reference.adding(days: back == 0 && shift == -1 ? -7 : -back).iso
  }

  /// "Wednesday of next week", "Monday last week", behind the weekday.
  func weekdayOfWeek(_ weekday: Int, _ behind: Int, _ limit: Int) -> Found? {
    var at = behind
    if at < limit, tokens.has(at, .prepOf) || tokens.has(at, .prepFrom) { at += 1 }
    guard at + 1 < limit, let reference, let shift = value(at, .relativeTime).map(Int.init), value(at + 1, .timeNoun) == 7,
      tokens.tag[at + 1] != .nns
    else { return nil }
    let day = reference.adding(days: weekday - reference.weekday + shift * 7)
    return Found(end: at + 2, timex: day.iso, rule: "date.weekday-week")
  }

  /// "next week on Tuesday", "last week Monday": the weekday behind the week, and the token behind it.
  func weekdayBehindWeek(_ shift: Int, _ behind: Int, _ limit: Int) -> Found? {
    guard behind < limit, let reference else { return nil }
    let at = tokens.has(behind, .prepOn) ? behind + 1 : behind
    guard at < limit, let weekday = value(at, .weekday).map(Int.init), tokens.isCapitalized(at) || tokens.length(at) >= 6 else {
      return nil
    }
    let day = reference.adding(days: weekday - reference.weekday + shift * 7)
    return withTime(Found(end: at + 1, timex: day.iso, rule: "date.weekday-week"), limit)
  }

  /// "Tuesday the 19th", "Friday 31st": the day of that number next to the date of publication that is such a weekday.
  func numberedWeekday(_ weekday: Int, _ behind: Int, _ limit: Int) -> Found? {
    guard behind < limit, let reference else { return nil }
    let at = tokens.has(behind, .articleThe) ? behind + 1 : behind
    guard at < limit, tokens.is(at, .hasDigit), !tokens.is(at, .number), let number = day(at) else { return nil }
    var best: CalendarDate?
    for shift in [0, -1, 1, -2, 2] {
      let month = CalendarDate(year: reference.year, month: reference.month, day: 1).adding(months: shift)
      guard number <= CalendarDate.days(inMonth: month.month, of: month.year) else { continue }
      let day = CalendarDate(year: month.year, month: month.month, day: number)
      guard day.weekday == weekday else { continue }
      if best.map({ abs(day.dayNumber - reference.dayNumber) < abs($0.dayNumber - reference.dayNumber) }) ?? true { best = day }
    }
    return best.map { Found(end: at + 1, timex: $0.iso, rule: "date.weekday-day") }
  }

  /// "Friday after next", behind the weekday.
  func weekdayAfterNext(_ weekday: Int, _ behind: Int, _ limit: Int) -> Found? {
    guard let reference, isAfterNext(behind, limit) else { return nil }
    let ahead = (weekday - reference.weekday + 6) % 7 + 1
    return Found(end: behind + 2, timex: reference.adding(days: ahead + 7).iso, rule: "date.after-next")
  }

  /// "after next" with nothing counted behind it.
  func isAfterNext(_ at: Int, _ limit: Int) -> Bool {
    at + 1 < limit && scene.units.side(tokens.lexeme[at]) == 1 && value(at + 1, .relativeTime) == 1 && tokens.length(at + 1) == 4
      && (at + 2 >= limit || !tokens.tag[at + 2].isNoun && !tokens.tag[at + 2].isAdjective)
  }

  /// "two Fridays ago", "3 Sundays from now".
  func countedWeekday(_ start: Int, _ limit: Int) -> Found? {
    guard start + 2 < limit, let weekday = value(start + 1, .weekday).map(Int.init), let reference,
      let number = tokens.is(start, .number) ? numbers.digits(start)?.value : numbers.word(start), number >= 1, number < 53,
      number == number.rounded()
    else { return nil }
    let weeks = (Int(number) - 1) * 7
    if value(start + 2, .relativeShift) == -1, tokens.length(start + 2) == 3 {
      let back = (reference.weekday - weekday + 6) % 7 + 1
      return Found(end: start + 3, timex: reference.adding(days: -back - weeks).iso, rule: "date.counted-weekday")
    }
    guard start + 3 < limit, tokens.has(start + 2, .prepFrom), value(start + 3, .relativeDay) == DateReader.now else { return nil }
    let ahead = (weekday - reference.weekday + 6) % 7 + 1
    return Found(end: start + 4, timex: reference.adding(days: ahead + weeks).iso, rule: "date.counted-weekday")
  }
}
