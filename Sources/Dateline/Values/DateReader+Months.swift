/// Months and days: "June 2, 2025", "2 June", "the fourth of July", "June 2025", "June".
extension DateReader {
  func month(_ token: Int) -> Int? {
    guard tokens.isCapitalized(token), let value = value(token, .month) else { return nil }
    return Int(value)
  }

  /// A month, in small letters too where the words before it leave no doubt ("first tuesday of october").
  func monthInPhrase(_ token: Int) -> Int? { month(token) ?? (tokens.length(token) > 3 ? smallMonth(token, isCertain: true) : nil) }

  /// A month in small letters that no other word looks like, behind a preposition or an adjective of time: "in october", "last june".
  private func isPlainMonth(_ token: Int) -> Bool {
    guard tokens.length(token) > 3, tokens.is(token, .lowercase) else { return false }
    return token > 0 && (tokens.tag[token - 1] == .in || tokens.has(token - 1, .relativeTime)) || tokens.is(token, .sentenceStart)
  }

  /// A month in small letters beside a number, but for "may" and "march".
  private func smallMonth(_ token: Int, isCertain: Bool) -> Int? {
    guard let value = value(token, .month).map(Int.init), isCertain || value != 5 && value != 3 else { return nil }
    return value
  }

  /// "June 2, 2025", "June 2", "June 2025", "June".
  func monthDay(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.has(start, .month),
      let month = month(start)
        ?? (isNumbered(start + 1, limit)
          ? smallMonth(start, isCertain: true) : isPlainMonth(start) ? smallMonth(start, isCertain: false) : nil)
    else {
      return nil
    }
    var at = start + 1
    if let (day, end) = dayBehindMonth(at, limit) {
      at = end
      if let (year, end) = yearAfter(at, limit) {
        return Found(end: end, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.month-day-year")
      }
      return Found(end: at, timex: dated(month, day, start), rule: "date.month-day")
    }
    if at < limit, tokens.tag[at] == .in, tokens.end[at] - tokens.start[at] == 2, at + 1 < limit, let year = year(at + 1) {
      return Found(end: at + 2, timex: CalendarDate.month(year, month), rule: "date.month-year")
    }
    if let (year, end) = yearAfter(at, limit) { return Found(end: end, timex: CalendarDate.month(year, month), rule: "date.month-year") }
    // "Dec-2018", "Dec/2018".
    if at + 1 < limit, tokens.is(at, .punctuation), isJoint(at), let year = year(at + 1) {
      return Found(end: at + 2, timex: CalendarDate.month(year, month), rule: "date.month-year")
    }
    if at < limit, tokens.is(at, .number), let found = eraYear(at, limit) {
      return Found(end: found.end, timex: found.timex + "-" + CalendarDate.padded(month, 2), rule: "date.month-era")
    }
    // A bare "May" or "March" must not open a sentence as a verb or be part of a name.
    let ambiguous = month == 5 || month == 3
    if ambiguous, start == 0 || tokens.is(start, .sentenceStart) || !(tokens.tag[start - 1] == .in || tokens.has(start - 1, .relativeTime))
    {
      return nil
    }
    if isPersonsName(start, limit) { return nil }
    return Found(end: start + 1, timex: undatedMonth(month, start, limit), rule: "date.month")
  }

  /// "2", "2nd", "the 2nd", "first", "twenty-second" behind a month: the day and the token behind it.
  private func dayBehindMonth(_ start: Int, _ limit: Int) -> (Int, Int)? {
    guard start < limit else { return nil }
    if let day = day(start) { return year(start) == nil ? (day, start + 1) : nil }
    let at = tokens.has(start, .articleThe) && start + 1 < limit ? start + 1 : start
    if at > start, let day = day(at), !tokens.is(at, .number) { return (day, at + 1) }
    if tokens.is(at, .hasHyphen), let day = numbers.ordinalCompound(at), day <= 31 { return (Int(day), at + 1) }
    guard tokens.has(at, anyOf: DateReader.dayWords) else { return nil }
    if tokens.has(at, .cardinalWord) {
      guard let tens = value(at, .cardinalWord), tens == 20 || tens == 30, at + 1 < limit, tokens.has(at + 1, .ordinalWord),
        let ones = ordinal(at + 1), ones < 10, tens < 30 || ones == 1
      else { return nil }
      return (Int(tens) + ones, at + 2)
    }
    // "May second the motion", "March first looked at": only where a noun cannot follow.
    guard let day = ordinal(at), day > 0, day <= 31, at + 1 >= limit || !tokens.tag[at + 1].isNoun && !tokens.tag[at + 1].isVerb else {
      return nil
    }
    return (day, at + 1)
  }
  private static let dayWords = WordClassSet(.ordinalWord, .cardinalWord)

  /// A day, a year, or "of" and a year.
  private func isNumbered(_ token: Int, _ limit: Int) -> Bool {
    guard token < limit else { return false }
    return day(token) != nil || tokens.has(token, anyOf: DateReader.dayWords) && dayBehindMonth(token, limit) != nil || year(token) != nil
      || tokens.has(token, .prepOf) && token + 1 < limit && year(token + 1) != nil
  }

  /// "Mrs May", "her brother Jan", "April Jones", "Jan, a baker": a month's name without a number, and no preposition that dates.
  private func isPersonsName(_ month: Int, _ limit: Int) -> Bool {
    let before = month > 0 && !tokens.is(month, .sentenceStart) ? month - 1 : -1
    if before >= 0 {
      if tokens.classes[before].intersects(DateReader.beforeNames) { return true }
      if tokens.tag[before] == .in || tokens.has(before, .relativeTime) { return false }
    }
    if month + 1 < limit, tokens.isCapitalized(month + 1), tokens.tag[month + 1].isProper, !tokens.has(month + 1, .weekday) { return true }
    // Short forms of months bear a stop or a number.
    return tokens.end[month] - tokens.start[month] == 3
  }
  private static let beforeNames = WordClassSet(.title, .honorific, .kin)

  /// "fourth" of "the fourth of July".
  private func dayWord(_ start: Int, _ limit: Int) -> Int? {
    guard tokens.has(start, .ordinalWord), start + 2 < limit, tokens.has(start + 1, .prepOf), let day = ordinal(start), day <= 31 else {
      return nil
    }
    return day
  }

  /// The day of a range whose month stands behind or before it: "6" of "6–12 September", "6" of "July 4-6".
  func dayOfRange(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.is(start, .number), let day = day(start) else { return nil }
    if start + 3 < limit, joinsDays(start + 1), self.day(start + 2) != nil, let month = month(start + 3) {
      let year = yearAfter(start + 4, limit)?.0
      return Found(
        end: start + 1, timex: year.map { CalendarDate(year: $0, month: month, day: day).iso } ?? dated(month, day, start),
        rule: "date.day-range")
    }
    if start > 2, joinsDays(start - 1), let first = self.day(start - 2), first < day, let month = month(start - 3) {
      let named = yearAfter(start + 1, limit)
      return Found(
        end: named?.1 ?? start + 1, timex: named.map { CalendarDate(year: $0.0, month: month, day: day).iso } ?? dated(month, day, start),
        rule: "date.day-range")
    }
    return nil
  }

  private func joinsDays(_ token: Int) -> Bool {
    tokens.tag[token] == .to || tokens.has(token, .andWord)
      || tokens.is(token, .punctuation) && NumberReader.isDash(bytes, tokens.span(token))
  }

  /// A year, with a comma before it, an "of", or without.
  func yearAfter(_ at: Int, _ limit: Int) -> (Int, Int)? {
    var next = at
    if next < limit, byte(next) == UInt8(ascii: ",") || tokens.has(next, .prepOf) { next += 1 }
    guard next < limit else { return nil }
    if let year = year(next) { return (year, next + 1) }
    return tokens.has(next, .cardinalWord) ? spokenYear(next, limit) : nil
  }

  /// "2 June 2025", "the 2nd of June".
  func dayMonth(_ start: Int, _ limit: Int) -> Found? {
    guard let day = day(start) ?? dayWord(start, limit) else { return nil }
    var at = start + 1
    if at < limit, tokens.has(at, .prepOf) { at += 1 }
    guard at < limit,
      let month = month(at) ?? smallMonth(at, isCertain: at > start + 1 || !tokens.is(start, .number))
    else { return nil }
    at += 1
    if let (year, end) = yearAfter(at, limit) {
      return Found(end: end, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.day-month-year")
    }
    return Found(end: at, timex: dated(month, day, start), rule: "date.day-month")
  }

  /// The day in the year that the text tells of, or nearest to the date of publication, or without a year.
  private func dated(_ month: Int, _ day: Int, _ start: Int) -> String {
    if let year = scene.narrative.year(of: month, in: tokens.sentence[start]), scene.narrative.isHistory || !speaksOfFuture(start, start) {
      return CalendarDate(year: year, month: month, day: day).iso
    }
    guard let reference else { return "XXXX-" + CalendarDate.padded(month, 2) + "-" + CalendarDate.padded(day, 2) }
    var year = reference.year
    if month - reference.month > 6 { year -= 1 } else if reference.month - month > 6 { year += 1 }
    return CalendarDate(year: year, month: month, day: day).iso
  }

  /// The month in the year that the text tells of; else the last one before publication, or the next one.
  private func undatedMonth(_ month: Int, _ start: Int, _ limit: Int) -> String {
    let tense = tense(start)
    if let year = scene.narrative.year(of: month, in: tokens.sentence[start]), scene.narrative.isHistory || tense != .future {
      return CalendarDate.month(year, month)
    }
    guard let reference else { return "XXXX-" + CalendarDate.padded(month, 2) }
    // Months ahead that nothing puts in the past are the next ones, if they are near.
    let isAhead = tense == .future || tense == .unknown && (month - reference.month + 12) % 12 <= 4
    if isAhead { return CalendarDate.month(month >= reference.month ? reference.year : reference.year + 1, month) }
    return CalendarDate.month(month <= reference.month ? reference.year : reference.year - 1, month)
  }
}
