/// Weekdays: "Monday", "last Friday", "Wednesday of next week", "Tuesday the 19th", "two Fridays ago".
extension DateReader {
  /// "Monday", "Monday, June 2, 2025", "last Friday", "Thursday evening" (a time).
  func weekday(_ start: Int, _ limit: Int) -> Found? {
    var at = start
    var shift: Int64?
    // "this past Friday", "this coming Monday".
    if at + 2 < limit, value(at, .relativeTime) == 0, tokens.has(at + 1, .relativeTime), tokens.has(at + 2, .weekday) { at += 1 }
    if tokens.has(at, .relativeTime), at + 1 < limit, tokens.has(at + 1, .weekday) {
      shift = lexicon.value(tokens.lexeme[at], .relativeTime)
      at += 1
    }
    let word = shift == nil ? start : at - 1
    // Short forms are other words in small letters ("sat", "sun").
    guard tokens.has(at, .weekday), tokens.isCapitalized(at) || tokens.length(at) >= 6, !isNamePart(at),
      let number = lexicon.value(tokens.lexeme[at], .weekday)
    else { return nil }
    at += 1
    var next = at
    if next < limit, byte(next) == UInt8(ascii: ",") { next += 1 }
    if next < limit, let dated = monthDay(next, limit) ?? dayMonth(next, limit), dated.timex.utf8.count == 10 { return dated }
    if let found = weekdayAfterNext(Int(number), at, limit) ?? weekdayWeek(Int(number), shift, at, limit) ?? weekdayOfWeek(
      Int(number), at, limit)
      ?? numberedWeekday(Int(number), at, limit)
    {
      return found
    }
    if let found = weekdaySet(Int(number), start, at, limit) { return found }
    let timex = resolve(Int(number), shift, word, limit)
    if at < limit, tokens.has(at, .timeOfDay), let hour = lexicon.value(tokens.lexeme[at], .timeOfDay), hour > 2 {
      // "Wednesday evening next week".
      if let found = weekdayOfWeek(Int(number), at + 1, limit) {
        return Found(end: found.end, timex: found.timex + "T" + DateReader.part(ofHour: hour), kind: .time, rule: "time.weekday-part")
      }
      return Found(end: at + 1, timex: timex + "T" + DateReader.part(ofHour: hour), kind: .time, rule: "time.weekday-part")
    }
    return Found(end: at, timex: timex, rule: "date.weekday")
  }

  /// "The Sun", "the Baltimore Sun", "Half of a Yellow Sun.": a short form behind an article or another name is no day.
  private func isNamePart(_ token: Int) -> Bool {
    guard tokens.length(token) <= DateReader.longestShortDay else { return false }
    guard token > 0, tokens.sentence[token - 1] == tokens.sentence[token] else {
      // "Sun said": a name opens the sentence.
      return token + 1 < tokens.count && tokens.sentence[token + 1] == tokens.sentence[token] && tokens.tag[token + 1].isVerb
        && bytes[Int(tokens.end[token]) - 1] != UInt8(ascii: ".")
    }
    let before = token - 1
    if tokens.tag[before] == .dt { return true }
    // "Sun and his partner", "a meeting with Sun": without a stop only what dates stands beside it.
    if bytes[Int(tokens.end[token]) - 1] != UInt8(ascii: "."), !datesShortDay(token) { return true }
    return tokens.isCapitalized(before) && !tokens.is(before, .punctuation) && !tokens.has(before, anyOf: DateReader.besideDays)
  }

  /// Whether a preposition of days or another time stands beside a short form: "on Sun", "Fri-Sun", "Sat 4 June", "last Wed", "Sun at 5".
  private func datesShortDay(_ token: Int) -> Bool {
    let before = token - 1
    if tokens.has(before, anyOf: DateReader.datingWords) || tokens.is(before, .punctuation) { return true }
    guard token + 1 < tokens.count, tokens.sentence[token + 1] == tokens.sentence[token] else { return false }
    return tokens.is(token + 1, .hasDigit) || tokens.has(token + 1, anyOf: DateReader.datingWords)
      || scene.units.isAt(tokens.lexeme[token + 1]) && token + 2 < tokens.count && tokens.is(token + 2, .hasDigit)
  }
  private static let datingWords = WordClassSet(.prepOn, .relativeTime, .weekday, .month, .timeOfDay, .relativeDay)

  /// Letters of the longest short form of a weekday that is another word, with its stop: "Sun."
  private static let longestShortDay = 4
  /// What stands before a day with a capital: "On Sun.", "Last Sun.", "June Sun."
  private static let besideDays = WordClassSet(.closed, .relativeTime, .weekday, .month, .timeOfDay)

  /// TIMEX3's letters for morning, afternoon, evening and night.
  static func part(ofHour hour: Int64) -> String { hour < 12 ? "MO" : hour < 18 ? "AF" : hour < 20 ? "EV" : "NI" }

  /// A bare weekday is the last one, unless the future is spoken of.
  private func resolve(_ weekday: Int, _ shift: Int64?, _ start: Int, _ limit: Int) -> String {
    guard let reference, !isAny(start) else { return "XXXX-WXX-\(weekday)" }
    // "Monday to Friday", "Saturday and Sunday": the next one behind the first.
    if shift == nil, start > 1, tokens.has(start - 2, .weekday), joinsTimes(start - 1), let first = scene.narrative.day {
      return first.adding(days: (weekday - first.weekday + 7) % 7).iso
    }
    // "the previous Friday", "the following Monday": beside the day that the text tells of.
    if let shift, shift != 0, tokens.length(start) > 8 || tokens.length(start) == 8 && shift < 0, let day = scene.narrative.day {
      let days = (weekday - day.weekday + 7) % 7
      return day.adding(days: shift < 0 ? days - 7 : days == 0 ? 7 : days).iso
    }
    // "next Friday", "last Friday": of the week beside this one; "past Friday" is the last one.
    if let shift, shift != 0, tokens.length(start) == 4, byte(start) | 0x20 != UInt8(ascii: "p") {
      return reference.adding(days: weekday - reference.weekday + 7 * Int(shift)).iso
    }
    // "this Friday": the one of this week; what is over is the next one, unless the past is spoken of.
    if shift == 0 {
      let days = weekday - reference.weekday
      return reference.adding(days: days < 0 && tense(start) != .past ? days + 7 : days).iso
    }
    let back = (reference.weekday - weekday + 7) % 7
    if shift == 1 || shift == nil && speaksOfFuture(start, limit) {
      return reference.adding(days: back == 0 ? (shift == 1 ? 7 : 0) : 7 - back).iso
    }
    return reference.adding(days: back == 0 && shift == -1 ? -7 : -back).iso
  }

  /// "a Sunday", "one Friday": no day that is known.
  private func isAny(_ start: Int) -> Bool {
    start > 0 && (numbers.isArticle(start - 1) || value(start - 1, .cardinalWord) == 1)
      && tokens.sentence[start - 1] == tokens.sentence[start]
  }

  /// "to", "through", "until", "and" or a dash between two times.
  func joinsTimes(_ token: Int) -> Bool {
    tokens.has(token, .andWord) || scene.units.isThrough(tokens.lexeme[token])
      || tokens.is(token, .punctuation) && NumberReader.isDash(bytes, tokens.span(token))
  }

  /// "on Fridays", "Friday mornings": a set of days.
  private func weekdaySet(_ weekday: Int, _ start: Int, _ behind: Int, _ limit: Int) -> Found? {
    let isPlural = behind == start + 1 && tokens.length(start) > 6 && bytes[Int(tokens.end[start]) - 1] == UInt8(ascii: "s")
    let part = behind < limit && (isPlural || tokens.tag[behind] == .nns) ? partNoun(behind) : nil
    guard isPlural || part != nil else { return nil }
    guard let hour = part else {
      return withTime(Found(end: behind, timex: "XXXX-WXX-\(weekday)", kind: .set, rule: "set.weekdays"), limit)
    }
    return Found(end: behind + 1, timex: "XXXX-WXX-\(weekday)T" + DateReader.part(ofHour: hour), kind: .set, rule: "set.weekday-part")
  }

  /// The hour when a part of the day begins, singular or plural: "morning", "mornings"; nil for other words.
  private func partNoun(_ token: Int) -> Int64? {
    guard tokens.has(token, .timeNoun), tokens.lemma[token] >= 0, lexicon.info(tokens.lemma[token]).classes.contains(.timeOfDay) else {
      return nil
    }
    return lexicon.value(tokens.lemma[token], .timeOfDay).flatMap { $0 > 2 && $0 != 12 ? $0 : nil }
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
    guard at < limit, let (number, end) = dayNumber(at, isStated: at > behind, limit) else { return nil }
    var best: CalendarDate?
    for shift in [0, -1, 1, -2, 2] {
      let month = CalendarDate(year: reference.year, month: reference.month, day: 1).adding(months: shift)
      guard number <= CalendarDate.days(inMonth: month.month, of: month.year) else { continue }
      let day = CalendarDate(year: month.year, month: month.month, day: number)
      guard day.weekday == weekday else { continue }
      if best.map({ abs(day.dayNumber - reference.dayNumber) < abs($0.dayNumber - reference.dayNumber) }) ?? true { best = day }
    }
    return best.map { withTime(Found(end: end, timex: $0.iso, rule: "date.weekday-day"), limit) }
  }

  /// "19th"; behind an article also "eleventh" and "twenty-first": the day and the token behind it.
  private func dayNumber(_ at: Int, isStated: Bool, _ limit: Int) -> (Int, Int)? {
    if tokens.is(at, .hasDigit), !tokens.is(at, .number), let number = day(at) { return (number, at + 1) }
    guard isStated, let (number, end) = dayBehindMonth(at, limit), !tokens.is(at, .hasDigit) else { return nil }
    return (number, end)
  }

  /// "Friday week", "last Sunday week": a week behind the next such day, or before the last one.
  private func weekdayWeek(_ weekday: Int, _ shift: Int64?, _ behind: Int, _ limit: Int) -> Found? {
    guard behind < limit, let reference, shift == nil || shift == -1, value(behind, .timeNoun) == 7, tokens.tag[behind] == .nn,
      behind < 2 || !numbers.isArticle(behind - 2), behind + 1 >= limit || !tokens.has(behind + 1, .prepOf),
      tokens.is(behind, .lowercase),
      behind + 1 >= limit || tokens.is(behind + 1, .punctuation) && byte(behind + 1) != UInt8(ascii: "-") || tokens.tag[behind + 1] == .to
        || tokens.tag[behind + 1] == .in && shift == nil || shift == -1 && tokens.tag[behind + 1] == .cd
    else { return nil }
    let ahead = (weekday - reference.weekday + 6) % 7 + 1
    let back = (reference.weekday - weekday + 6) % 7 + 1
    return Found(
      end: behind + 1, timex: reference.adding(days: shift == nil ? ahead + 7 : -back - 7).iso, rule: "date.weekday-beyond")
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
