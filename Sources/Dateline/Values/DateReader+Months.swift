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
      if let found = dayRange(month, day, at, start, limit) { return found }
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
    if ambiguous, start == 0 || tokens.is(start, .sentenceStart) || !datesMonth(start) {
      return nil
    }
    if isPersonsName(start, limit) { return nil }
    // "January to March 2022", "November-February 2021".
    if at + 2 < limit, joinsDays(at), let last = self.month(at + 1), let year = year(at + 2) {
      return Found(end: start + 1, timex: CalendarDate.month(month <= last ? year : year - 1, month), rule: "date.month-range")
    }
    return Found(end: start + 1, timex: undatedMonth(month, start, limit), rule: "date.month")
  }

  /// Whether what stands before a month that is another word says that it is one: "in May", "mid-March", "late May", "April and May".
  private func datesMonth(_ start: Int) -> Bool {
    let before = start - 1
    if tokens.tag[before] == .in || tokens.has(before, .relativeTime) || scene.units.part(tokens.lexeme[before]) != nil { return true }
    guard before > 0 else { return false }
    // "the 12 months to May".
    if tokens.tag[before] == .to, tokens.has(before - 1, .timeNoun) { return true }
    return tokens.has(before - 1, .month) && month(before - 1) != nil && joinsTimes(before)
      || tokens.is(before, .splitCompound) && scene.units.part(tokens.lexeme[before - 1]) != nil
  }

  /// "2", "2nd", "the 2nd", "first", "twenty-second" behind a month: the day and the token behind it.
  func dayBehindMonth(_ start: Int, _ limit: Int) -> (Int, Int)? {
    guard start < limit else { return nil }
    if let day = day(start) { return year(start) == nil ? (day, start + 1) : nil }
    let at = tokens.has(start, .articleThe) && start + 1 < limit ? start + 1 : start
    if at > start, let day = day(at), !tokens.is(at, .number) { return (day, at + 1) }
    if tokens.is(at, .hasHyphen), let day = numbers.ordinalCompound(at), day <= 31 { return (Int(day), at + 1) }
    if let (day, end) = cardinalDay(at, limit) { return (day, end) }
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

  /// "twenty nine", "twenty-five nineteen eighty six": a day in words, before a year in words or where what is said ends.
  private func cardinalDay(_ start: Int, _ limit: Int) -> (Int, Int)? {
    guard let first = numbers.word(start), first >= 1, first <= 31 else { return nil }
    var (day, end) = (Int(first), start + 1)
    if day == 20 || day == 30, end < limit, let ones = numbers.word(end), ones > 0, ones < 10, day < 30 || ones == 1 {
      (day, end) = (day + Int(ones), end + 1)
    }
    return end >= limit || tokens.is(end, .punctuation) || tokens.has(end, .cardinalWord) && spokenYear(end, limit) != nil
      ? (day, end) : nil
  }

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
    return tokens.end[month] - tokens.start[month] == 3 && !(before >= 0 && datesMonth(month))
  }
  private static let beforeNames = WordClassSet(.title, .honorific, .kin)

  /// "fourth" of "the fourth of July".
  private func dayWord(_ start: Int, _ limit: Int) -> Int? {
    guard tokens.has(start, .ordinalWord), start + 2 < limit, tokens.has(start + 1, .prepOf), let day = ordinal(start), day <= 31 else {
      return nil
    }
    return day
  }

  /// "6–12 September 2024", "1 to 12 May": days of the month behind them; "6" alone of "6 and 12 September".
  func dayOfRange(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.is(start, .number), let day = day(start), start + 3 < limit, joinsDays(start + 1), let last = self.day(start + 2),
      let month = month(start + 3)
    else { return dayBehindList(start, limit) }
    let named = yearAfter(start + 4, limit)
    let end = named?.1 ?? start + 4
    let first = named.map { CalendarDate(year: $0.0, month: month, day: day).iso } ?? dated(month, day, start)
    guard day < last, !tokens.has(start + 1, .andWord) || start > 0 && tables.isBetween(tokens.lexeme[start - 1]) else {
      return Found(end: start + 1, timex: first, rule: "date.day-range")
    }
    return range(first, last, end)
  }

  /// "28" of "June 3 and 28"; "8" and "9" of "May 7, 8 and 9".
  private func dayBehindList(_ start: Int, _ limit: Int) -> Found? {
    guard start > 2, tokens.is(start, .number), let day = day(start) else { return nil }
    var (at, later) = (start, day)
    var hasComma = false
    while at > 2, start - at < DateReader.longestDays {
      let isComma = tokens.length(at - 1) == 1 && byte(at - 1) == UInt8(ascii: ",")
      guard isComma || joinsDays(at - 1), let earlier = self.day(at - 2), earlier < later else { return nil }
      hasComma = hasComma || isComma
      (at, later) = (at - 2, earlier)
      guard let month = month(at - 1) else { continue }
      // "On May 7, 12 were hurt" has one day.
      if hasComma, !endsDays(start, limit) { return nil }
      let named = yearAfter(start + 1, limit)
      return Found(
        end: named?.1 ?? start + 1, timex: named.map { CalendarDate(year: $0.0, month: month, day: day).iso } ?? dated(month, day, start),
        rule: "date.day-range")
    }
    return nil
  }
  /// Tokens of the longest list of days.
  private static let longestDays = 10

  /// Whether a list of days with commas goes on at a day, or ended with it behind "and", with nothing counted behind its last.
  private func endsDays(_ start: Int, _ limit: Int) -> Bool {
    var at = start
    while !tokens.has(at - 1, .andWord) {
      guard at + 2 < limit, at - start < DateReader.longestDays, tokens.has(at + 1, .andWord) || byte(at + 1) == UInt8(ascii: ","),
        tokens.is(at + 2, .number), let day = day(at), let next = self.day(at + 2), next > day
      else { return false }
      at += 2
    }
    return at + 1 >= limit || !tokens.tag[at + 1].isNoun && !tokens.tag[at + 1].isAdjective
  }

  /// "July 4-6", "June 26 to 27, 2024", "between May 3 and 5": the days behind the first, whose token ends at `at`.
  private func dayRange(_ month: Int, _ day: Int, _ at: Int, _ start: Int, _ limit: Int) -> Found? {
    guard at + 1 < limit, joinsDays(at), let last = self.day(at + 1), last > day, tokens.is(at + 1, .hasDigit),
      at + 2 >= limit || !tokens.has(at + 2, .month) && !tokens.tag[at + 2].isNoun,
      !tokens.has(at, .andWord) || start > 0 && tables.isBetween(tokens.lexeme[start - 1])
    else { return nil }
    let named = yearAfter(at + 2, limit)
    let first = named.map { CalendarDate(year: $0.0, month: month, day: day).iso } ?? dated(month, day, start)
    return range(first, last, named?.1 ?? at + 2)
  }

  /// From a day to another one of its month.
  private func range(_ first: String, _ last: Int, _ end: Int) -> Found {
    Found(end: end, timex: first + "/" + first.dropLast(2) + CalendarDate.padded(last, 2), rule: "date.day-range")
  }

  private func joinsDays(_ token: Int) -> Bool { tokens.tag[token] == .to || joinsTimes(token) }

  /// A year, with a comma before it, an "of", or without; "last year", "that same year".
  func yearAfter(_ at: Int, _ limit: Int) -> (Int, Int)? {
    var next = at
    if next < limit, byte(next) == UInt8(ascii: ",") || tokens.has(next, .prepOf) { next += 1 }
    guard next < limit else { return nil }
    if let year = year(next) { return (year, next + 1) }
    // "28 June in 2020".
    if next + 1 < limit, tokens.has(next, .prepIn), tokens.length(next) == 2, let year = year(next + 1) { return (year, next + 2) }
    if let named = relativeYear(next, limit) { return named }
    if let early = earlyYear(next, at, limit) { return (early, next + 1) }
    return tokens.has(next, .cardinalWord) ? spokenYear(next, limit) : nil
  }

  /// "30 September 420", "December of 384.": three digits right behind a month, with nothing counted by them.
  private func earlyYear(_ token: Int, _ at: Int, _ limit: Int) -> Int? {
    guard tokens.length(token) == 3, tokens.is(token, .number), at > 0, tokens.has(at - 1, .month), token == at || tokens.has(at, .prepOf),
      token + 1 >= limit || tokens.is(token + 1, .punctuation) && byte(token + 1) != UInt8(ascii: "%"),
      let (year, isWhole) = numbers.digits(token), isWhole
    else { return nil }
    return Int(year)
  }

  /// "this year", "last year", "that year", "the same year": the year, and the token behind it.
  func relativeYear(_ start: Int, _ limit: Int) -> (Int, Int)? {
    guard start + 1 < limit, tokens.has(start, anyOf: DateReader.yearOpeners) else { return nil }
    if let shift = value(start, .relativeTime).map(Int.init) {
      guard tokens.length(start) == 4, let reference, isYear(start + 1) else { return nil }
      return (reference.year + shift, start + 2)
    }
    // "that year", "the same year", "that same year".
    let same = scene.units.isSame(tokens.lexeme[start]) && isYear(start + 1) ? start : start + 1
    guard same + 1 < limit, scene.units.isSame(tokens.lexeme[same]), isYear(same + 1), let year = scene.narrative.lastYear, year > 0 else {
      return nil
    }
    return (year, same + 2)
  }
  private static let yearOpeners = WordClassSet(.relativeTime, .articleThe, .demonstrative)

  func isYear(_ token: Int) -> Bool { value(token, .timeNoun) == 365 && tokens.tag[token] != .nns }

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
    if let year = scene.narrative.year(of: month, in: tokens.sentence[start]), scene.narrative.isAllPast || !speaksOfFuture(start, start) {
      return CalendarDate(year: year, month: month, day: day).iso
    }
    guard let reference else { return "XXXX-" + CalendarDate.padded(month, 2) + "-" + CalendarDate.padded(day, 2) }
    var year = reference.year
    if month - reference.month > 6 { year -= 1 } else if reference.month - month > 6 { year += 1 }
    // "They had met on 5 June" in March.
    let named = CalendarDate(year: year, month: month, day: day)
    if named.dayNumber > reference.dayNumber + DateReader.soon, tense(start) == .past { year -= 1 }
    return CalendarDate(year: year, month: month, day: day).iso
  }

  /// Days within which a date ahead is told in the past tense: "They agreed to meet …", "was due on …".
  private static let soon = 45

  /// The month in the year that the text tells of; else the last one before publication, or the next one.
  private func undatedMonth(_ month: Int, _ start: Int, _ limit: Int) -> String {
    // "wheat for December delivery".
    let isDelivery = start + 1 < limit && scene.units.isDelivery(tokens.lexeme[start + 1])
    let tense = isDelivery ? .future : tense(start)
    if let year = scene.narrative.year(of: month, in: tokens.sentence[start]), scene.narrative.isAllPast || tense != .future {
      return CalendarDate.month(year, month)
    }
    guard let reference else { return "XXXX-" + CalendarDate.padded(month, 2) }
    if tense != .past, let year = scene.narrative.yearAhead(of: month, in: tokens.sentence[start]) {
      return CalendarDate.month(year, month)
    }
    // Months ahead that nothing puts in the past are the next ones, if they are near.
    let isAhead = tense == .future || tense == .unknown && (month - reference.month + 12) % 12 <= 4
    if isAhead { return CalendarDate.month(month >= reference.month ? reference.year : reference.year + 1, month) }
    return CalendarDate.month(month <= reference.month ? reference.year : reference.year - 1, month)
  }
}
