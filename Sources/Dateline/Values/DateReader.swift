/// Calendar expressions: days, months, years, weekdays, relative days and periods, resolved against the date of publication.
struct DateReader: ValueReader {
  let scene: ValueScene

  struct Found {
    var end: Int
    var timex: String
    var kind: Value.Kind = .date
    var rule: Label
  }

  private func month(_ token: Int) -> Int? {
    guard tokens.isCapitalized(token), let value = value(token, .month) else { return nil }
    return Int(value)
  }

  private func byte(_ token: Int) -> UInt8 { bytes[Int(tokens.start[token])] }

  /// 1-31, with or without an ordinal ending.
  private func day(_ token: Int) -> Int? {
    let text = bytes[Int(tokens.start[token])..<Int(tokens.end[token])]
    guard text.count <= 4, let first = text.first, first &- 48 < 10 else { return nil }
    var value = 0
    var at = text.startIndex
    while at < text.endIndex, text[at] &- 48 < 10 {
      value = value * 10 + Int(text[at] - 48)
      at += 1
    }
    let rest = text.endIndex - at
    guard (1...31).contains(value), rest == 0 || rest == 2 && text[at] | 0x20 >= 97 else { return nil }
    return value
  }

  func year(_ token: Int) -> Int? {
    guard tokens.end[token] - tokens.start[token] == 4, tokens.is(token, .number), let (value, whole) = numbers.digits(token), whole else {
      return nil
    }
    return value >= 1100 && value < 2100 ? Int(value) : nil
  }

  /// What a calendar expression without digits starts with.
  private static let openers = WordClassSet(.month, .weekday, .timeOfDay, .relativeDay, .relativeTime)

  /// The calendar expression that starts at `start`.
  func read(_ start: Int, limit: Int) -> Found? {
    guard tokens.is(start, .hasDigit) || tokens.has(start, anyOf: DateReader.openers) else { return nil }
    if let found = clock(start, limit) { return found }
    if let found = weekday(start, limit) { return found }
    if let found = monthDay(start, limit) { return found }
    if let found = dayMonth(start, limit) { return found }
    if let found = relativeDay(start, limit) { return found }
    if let found = relativePeriod(start, limit) { return found }
    return iso(start, limit) ?? decade(start) ?? bareYear(start, limit)
  }

  // MARK: Clock times

  /// "10:30", "3 pm", "3.45 p.m.", "noon", "midnight".
  private func clock(_ start: Int, _ limit: Int) -> Found? {
    if tokens.has(start, .timeOfDay), let hour = lexicon.value(tokens.lexeme[start], .timeOfDay), hour == 12 || hour == 0,
      tokens.is(start, .lowercase)
    {
      return Found(end: start + 1, timex: hour == 12 ? "T12:00" : "T00:00", kind: .time, rule: "time.noon")
    }
    guard tokens.is(start, .number), let (hour, minute) = hourAndMinute(start) else { return nil }
    var end = start + 1
    var shifted = hour
    if end < limit, tokens.has(end, .timeOfDay), let half = lexicon.value(tokens.lexeme[end], .timeOfDay), half == 1 || half == 2,
      hour <= 12, hour > 0
    {
      shifted = half == 2 ? hour % 12 + 12 : hour % 12
      end += 1
    } else if minute == nil || byteAt(start, ":") == nil {
      return nil
    }
    let timex = "T" + CalendarDate.padded(shifted, 2) + ":" + CalendarDate.padded(minute ?? 0, 2)
    return Found(end: end, timex: timex, kind: .time, rule: "time.clock")
  }

  /// Position of a byte inside a token.
  private func byteAt(_ token: Int, _ wanted: Unicode.Scalar) -> Int? {
    let range = Int(tokens.start[token])..<Int(tokens.end[token])
    return bytes[range].firstIndex(of: UInt8(ascii: wanted))
  }

  /// "10:30", "10.30", "3": hour and minute.
  private func hourAndMinute(_ token: Int) -> (Int, Int?)? {
    guard tokens.end[token] - tokens.start[token] <= 5 else { return nil }
    let range = Int(tokens.start[token])..<Int(tokens.end[token])
    guard let mark = byteAt(token, ":") ?? byteAt(token, ".") else {
      guard let (hour, whole) = numbers.digits(token), whole, hour <= 24 else { return nil }
      return (Int(hour), nil)
    }
    guard range.upperBound - mark == 3, let hour = NumberReader.parse(bytes[range.lowerBound..<mark]),
      let minute = NumberReader.parse(bytes[(mark + 1)..<range.upperBound]),
      hour.isInteger, minute.isInteger, hour.value <= 24, minute.value < 60, mark > range.lowerBound
    else { return nil }
    return (Int(hour.value), Int(minute.value))
  }

  // MARK: Months and days

  /// "June 2, 2025", "June 2", "June 2025", "June".
  private func monthDay(_ start: Int, _ limit: Int) -> Found? {
    guard let month = month(start) else { return nil }
    var at = start + 1
    if at < limit, let day = day(at), year(at) == nil {
      at += 1
      if let (year, end) = yearAfter(at, limit) {
        return Found(end: end, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.month-day-year")
      }
      return Found(end: at, timex: dated(month, day), rule: "date.month-day")
    }
    if at < limit, tokens.tag[at] == .in, tokens.end[at] - tokens.start[at] == 2, at + 1 < limit, let year = year(at + 1) {
      return Found(end: at + 2, timex: CalendarDate.month(year, month), rule: "date.month-year")
    }
    if let (year, end) = yearAfter(at, limit) { return Found(end: end, timex: CalendarDate.month(year, month), rule: "date.month-year") }
    // A bare "May" or "March" must not open a sentence as a verb or be part of a name.
    let ambiguous = month == 5 || month == 3
    if ambiguous, start == 0 || tokens.is(start, .sentenceStart) || !(tokens.tag[start - 1] == .in || tokens.has(start - 1, .relativeTime))
    {
      return nil
    }
    if isPersonsName(start, limit) { return nil }
    return Found(end: start + 1, timex: undatedMonth(month), rule: "date.month")
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

  /// A year, with a comma before it or without.
  private func yearAfter(_ at: Int, _ limit: Int) -> (Int, Int)? {
    var next = at
    if next < limit, byte(next) == UInt8(ascii: ",") { next += 1 }
    guard next < limit, let year = year(next) else { return nil }
    return (year, next + 1)
  }

  /// "2 June 2025", "the 2nd of June".
  private func dayMonth(_ start: Int, _ limit: Int) -> Found? {
    guard let day = day(start) else { return nil }
    var at = start + 1
    if at < limit, tokens.has(at, .prepOf) { at += 1 }
    guard at < limit, let month = month(at) else { return nil }
    at += 1
    if let (year, end) = yearAfter(at, limit) {
      return Found(end: end, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.day-month-year")
    }
    return Found(end: at, timex: dated(month, day), rule: "date.day-month")
  }

  /// The day nearest to the date of publication, or without a year.
  private func dated(_ month: Int, _ day: Int) -> String {
    guard let reference else { return "XXXX-" + CalendarDate.padded(month, 2) + "-" + CalendarDate.padded(day, 2) }
    var year = reference.year
    if month - reference.month > 6 { year -= 1 } else if reference.month - month > 6 { year += 1 }
    return CalendarDate(year: year, month: month, day: day).iso
  }

  private func undatedMonth(_ month: Int) -> String { "XXXX-" + CalendarDate.padded(month, 2) }

  // MARK: Weekdays

  /// "Monday", "Monday, June 2, 2025", "last Friday", "Thursday evening" (a time).
  private func weekday(_ start: Int, _ limit: Int) -> Found? {
    var at = start
    var shift: Int64?
    if tokens.has(at, .relativeTime), at + 1 < limit, tokens.has(at + 1, .weekday) {
      shift = lexicon.value(tokens.lexeme[at], .relativeTime)
      at += 1
    }
    guard tokens.has(at, .weekday), tokens.isCapitalized(at), let number = lexicon.value(tokens.lexeme[at], .weekday) else { return nil }
    at += 1
    var next = at
    if next < limit, byte(next) == UInt8(ascii: ",") { next += 1 }
    if next < limit, let dated = monthDay(next, limit) ?? dayMonth(next, limit), dated.timex.utf8.count == 10 { return dated }
    let timex = resolve(Int(number), shift, start, limit)
    if at < limit, tokens.has(at, .timeOfDay), let hour = lexicon.value(tokens.lexeme[at], .timeOfDay), hour > 2 {
      let part = hour < 12 ? "MO" : hour < 18 ? "AF" : hour < 20 ? "EV" : "NI"
      return Found(end: at + 1, timex: timex + "T" + part, kind: .time, rule: "time.weekday-part")
    }
    return Found(end: at, timex: timex, rule: "date.weekday")
  }

  /// A bare weekday is the last one, unless the future is spoken of.
  private func resolve(_ weekday: Int, _ shift: Int64?, _ start: Int, _ limit: Int) -> String {
    guard let reference else { return "XXXX-WXX-\(weekday)" }
    let back = (reference.weekday - weekday + 7) % 7
    if shift == 1 || shift == nil && speaksOfFuture(start, limit) {
      return reference.adding(days: back == 0 ? (shift == 1 ? 7 : 0) : 7 - back).iso
    }
    return reference.adding(days: back == 0 && shift == -1 ? -7 : -back).iso
  }

  /// "will", "plans to", "expected to" shortly before, or a verb in the present tense ("lands on Sunday"), with nothing in the past tense
  /// nearer.
  private func speaksOfFuture(_ start: Int, _ limit: Int) -> Bool {
    let sentence = tokens.sentence[start]
    var at = start - 1
    var parted = false
    while at >= 0, start - at < 14, tokens.sentence[at] == sentence {
      if tokens.has(at, .modal), !tokens.has(at, .negation) { return true }
      if tokens.tag[at] == .vbd { return false }
      if tokens.tag[at] == .vbz || tokens.tag[at] == .vbp, !parted { return !tokens.classes[at].intersects(DateReader.present) }
      if tokens.flags[at].contains(.punctuation) { parted = true }
      if tokens.tag[at] == .to, at > 0, tokens.tag[at - 1].isVerb || tokens.tag[at - 1] == .nn { return true }
      at -= 1
    }
    return false
  }

  /// Verbs whose present tense says nothing of the future: "has been shut since Monday", "says on Monday".
  private static let present = WordClassSet(.auxiliary, .speechVerb, .beliefVerb)

  // MARK: Relative expressions

  /// "yesterday", "today", "tomorrow", "now".
  private func relativeDay(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.has(start, .relativeDay), let offset = lexicon.value(tokens.lexeme[start], .relativeDay) else { return nil }
    let timex = reference?.adding(days: Int(offset)).iso ?? (offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF")
    return Found(end: start + 1, timex: timex, rule: "date.relative-day")
  }

  /// "last month", "this year", "next week", "the weekend" (without its article), "last summer".
  private func relativePeriod(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.has(start, .relativeTime), start + 1 < limit, let shift = lexicon.value(tokens.lexeme[start], .relativeTime).map(Int.init)
    else { return nil }
    if tokens.has(start + 1, .season), let season = lexicon.value(tokens.lexeme[start + 1], .season) {
      return Found(end: start + 2, timex: seasonal(Int(season), shift), rule: "date.relative-season")
    }
    if let month = month(start + 1) {
      guard let reference else { return Found(end: start + 2, timex: undatedMonth(month), rule: "date.relative-month") }
      let year =
        shift < 0
        ? (month < reference.month ? reference.year : reference.year - 1)
        : shift > 0 ? (month > reference.month ? reference.year : reference.year + 1) : reference.year
      return Found(end: start + 2, timex: CalendarDate.month(year, month), rule: "date.relative-month")
    }
    guard tokens.has(start + 1, .timeNoun), let length = lexicon.value(tokens.lexeme[start + 1], .timeNoun), !tokens.tag[start + 1].isVerb
    else { return nil }
    guard tokens.tag[start + 1] != .nns, let timex = period(Int(length), shift) else { return nil }
    return Found(end: start + 2, timex: timex, rule: "date.relative-period")
  }

  /// The day, week, month, quarter, year or decade that lies `shift` away from the date of publication.
  private func period(_ length: Int, _ shift: Int) -> String? {
    guard let reference else {
      return length >= 1 ? (shift < 0 ? "PAST_REF" : shift > 0 ? "FUTURE_REF" : "PRESENT_REF") : nil
    }
    switch length {
    case 1: return shift == 0 ? reference.iso : reference.adding(days: shift).iso
    case 2: return reference.adding(days: shift * 7).isoWeek + "-WE"
    case 7: return reference.adding(days: shift * 7).isoWeek
    case 30:
      let month = CalendarDate(year: reference.year, month: reference.month, day: 1).adding(months: shift)
      return CalendarDate.month(month.year, month.month)
    case 91:
      let quarter = reference.year * 4 + (reference.month - 1) / 3 + shift
      return "\(quarter / 4)-Q\(quarter % 4 + 1)"
    case 365: return CalendarDate.padded(reference.year + shift, 4)
    case 3650: return CalendarDate.padded(reference.year / 10 + shift, 3)
    case 36_500: return CalendarDate.padded(reference.year / 100 + shift, 2)
    default: return nil
    }
  }

  private func seasonal(_ season: Int, _ shift: Int) -> String {
    let code = ["SP", "SU", "FA", "WI"][max(0, min(3, season - 1))]
    guard let reference else { return "XXXX-" + code }
    let current = (reference.month % 12) / 3
    var year = reference.year
    if shift < 0, season % 4 >= current { year -= 1 }
    if shift > 0, season % 4 <= current { year += 1 }
    return "\(year)-\(code)"
  }

  // MARK: Digits

  /// "2025-06-02": five tokens without a space.
  private func iso(_ start: Int, _ limit: Int) -> Found? {
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
  private func decade(_ start: Int) -> Found? {
    let text = bytes[Int(tokens.start[start])..<Int(tokens.end[start])]
    guard text.count == 5, text.last == UInt8(ascii: "s"), let (value, _) = NumberReader.parse(text.dropLast()), value >= 1100,
      value < 2100, Int(value) % 10 == 0
    else {
      return nil
    }
    return Found(end: start + 1, timex: CalendarDate.padded(Int(value) / 10, 3), rule: "date.decade")
  }

  /// "2019", "1999-2025"; not after a currency sign, not before a thing counted.
  private func bareYear(_ start: Int, _ limit: Int) -> Found? {
    guard let year = year(start), start + 1 >= limit || !countsSomething(start + 1) else { return nil }
    guard start == 0 || !tokens.is(start - 1, .punctuation) || isGapBefore(start) else { return nil }
    if start + 2 < limit, !tokens.is(start + 1, .spaceBefore), tokens.is(start + 1, .punctuation),
      byte(start + 1) == UInt8(ascii: "-") || byte(start + 1) == 0xE2,
      let last = self.year(start + 2), last > year
    {
      return Found(end: start + 3, timex: "\(year)/\(last)", rule: "date.years")
    }
    return Found(end: start + 1, timex: String(year), rule: "date.year")
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
}
