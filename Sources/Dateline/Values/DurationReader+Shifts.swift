/// Days and times that a duration leads to: "two years ago", "in three weeks", "a week after June 3", "20 minutes from now".
extension DurationReader {
  /// "in two weeks" where the future is spoken of: the day that lies so far ahead.
  func ahead(_ start: Int, _ end: Int, _ count: Double, _ unit: TimeUnits.Unit, _ limit: Int) -> DateReader.Found? {
    if unit.isClock { return minutesAhead(start, end, count, unit, limit) }
    guard start > 0, let reference, count < 1000, count == count.rounded(), tokens.has(start - 1, .prepIn),
      tokens.length(start - 1) == 2, byte(start - 1) | 0x20 == UInt8(ascii: "i"), tokens.sentence[start - 1] == tokens.sentence[start],
      end >= limit || !tokens.has(end, .prepOf),
      DateReader(scene: scene).speaksOfFuture(start - 1, limit), !achieves(start - 1)
    else { return nil }
    return DateReader.Found(end: end, timex: moved(reference, Int(count) * unit.factor, unit), rule: "date.ahead")
  }

  /// "in 20 minutes" where the future is spoken of or nothing else stands before it, and the time of publication is known.
  private func minutesAhead(_ start: Int, _ end: Int, _ count: Double, _ unit: TimeUnits.Unit, _ limit: Int) -> DateReader.Found? {
    guard start > 0, tokens.has(start - 1, .prepIn), tokens.length(start - 1) == 2, tokens.sentence[start - 1] == tokens.sentence[start],
      end >= limit || !tokens.has(end, .prepOf), !achieves(start - 1),
      DateReader(scene: scene).speaksOfFuture(start - 1, limit) || tokens.is(start - 1, .sentenceStart) && end >= limit,
      let time = clockTime(count, unit)
    else { return nil }
    return DateReader.Found(end: end, timex: time, kind: .time, rule: "time.ahead")
  }

  /// The time that lies so many hours, minutes or seconds from the time of publication, if that is known; hours to the minute.
  private func clockTime(_ count: Double, _ unit: TimeUnits.Unit) -> String? {
    guard let reference, let second = reference.second, abs(count) < 1000 else { return nil }
    let length = unit.isMinute ? 60.0 : unit.letter == UInt8(ascii: "H") ? 3600.0 : 1.0
    // Midnight is what dates without a time are given, too.
    guard count >= 0 || second > 0 else { return nil }
    let total = second + Int((count * length).rounded())
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let rest = total - days * 86_400
    var text = reference.adding(days: days).iso + "T" + CalendarDate.padded(rest / 3600, 2) + ":" + CalendarDate.padded(rest / 60 % 60, 2)
    if length < 3600 || count != count.rounded() { text += ":" + CalendarDate.padded(rest % 60, 2) }
    return text
  }

  /// "create 500 jobs in four years": what is brought about in a length of time is counted between the verb and the preposition.
  private func achieves(_ preposition: Int) -> Bool {
    var at = preposition - 1
    while at > 0, preposition - at < 10, tokens.sentence[at] == tokens.sentence[preposition], !tokens.tag[at].isVerb {
      if tokens.is(at, .hasDigit) || tokens.has(at, .cardinalWord) { return true }
      at -= 1
    }
    return false
  }

  /// "two weeks after June 3", "three days before Christmas", "a week from tomorrow": counted from a day that is named.
  private func offset(_ at: Int, _ limit: Int, _ count: Double, _ unit: TimeUnits.Unit) -> DateReader.Found? {
    if unit.isClock, at + 1 < limit, tokens.has(at, .prepFrom), value(at + 1, .relativeDay) == DateReader.now,
      let time = clockTime(count, unit)
    {
      return DateReader.Found(end: at + 2, timex: time, kind: .time, rule: "time.from-now")
    }
    guard at + 1 < limit, !unit.isClock, count < 1000, count == count.rounded() else { return nil }
    let isFrom = tokens.has(at, .prepFrom) && tokens.length(at) == 4
    guard let side = isFrom ? 1 : scene.units.side(tokens.lexeme[at]) else { return nil }
    let dates = DateReader(scene: scene)
    let day: CalendarDate
    let end: Int
    if let days = value(at + 1, .relativeDay) {
      guard let reference, days <= 2 || days == DateReader.now else { return nil }
      day = days == DateReader.now ? reference : reference.adding(days: Int(days))
      end = at + 2
    } else {
      let first = tokens.has(at + 1, .articleThe) && at + 2 < limit ? at + 2 : at + 1
      guard tokens.is(first, .hasDigit) || tokens.has(first, anyOf: DurationReader.days), let found = dates.date(first, limit),
        found.timex.utf8.count == 10, let named = CalendarDate(iso: found.timex),
        !isFrom || found.end >= limit || !dates.joinsTimes(found.end)
      else { return nil }
      // "a week from Monday": of Mondays the next one.
      let isAhead =
        isFrom && tokens.has(first, .weekday) && found.rule == "date.weekday" && reference.map { named.dayNumber < $0.dayNumber } == true
      (day, end) = (isAhead ? named.adding(days: 7) : named, found.end)
    }
    let moved = offset(day, Int(count) * unit.factor * side, unit)
    guard moved.year > 0, moved.year < 10_000 else { return nil }
    return DateReader.Found(end: end, timex: moved.iso, rule: "date.offset")
  }

  /// The day that lies an amount of units away from another.
  private func offset(_ day: CalendarDate, _ amount: Int, _ unit: TimeUnits.Unit) -> CalendarDate {
    switch Unicode.Scalar(unit.letter) {
    case "Y": day.adding(months: amount * 12)
    case "M": day.adding(months: amount)
    case "W": day.adding(days: amount * 7)
    default: day.adding(days: amount)
    }
  }
  /// The day that lies an amount of days or longer units before another; nil for hours.
  func back(from day: CalendarDate, _ count: Double, _ unit: TimeUnits.Unit) -> CalendarDate? {
    unit.isClock || count != count.rounded() ? nil : offset(day, -Int(count) * unit.factor, unit)
  }
  private static let days = WordClassSet(.month, .weekday, .ordinalWord, .season, .relativeTime)

  func shift(_ token: Int) -> Int? {
    guard tokens.has(token, .relativeShift) else { return nil }
    return lexicon.value(tokens.lexeme[token], .relativeShift).map(Int.init)
  }

  /// "two years before", "a week after" at the end of what is said: -1 or 1.
  private func adverb(_ token: Int, _ limit: Int) -> Int? {
    guard let side = scene.units.side(tokens.lexeme[token]) else { return nil }
    guard token + 1 < limit, tokens.length(token + 1) > 1 || !DurationReader.ends(byte(token + 1)) else { return side }
    return nil
  }

  /// A comma, a stop or a closing bracket.
  private static func ends(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ";") || mark == UInt8(ascii: ")")
  }

  /// "in six weeks' time": the day that lies so far ahead, and the token behind "time".
  func inTime(_ start: Int, _ end: Int, _ count: Double, _ unit: TimeUnits.Unit, _ limit: Int) -> DateReader.Found? {
    guard end + 1 < limit, start > 0, tokens.tag[end] == .pos || tokens.is(end, .possessive) || isApostrophe(end),
      tables.isTime(tokens.lemma[end + 1]), tokens.tag[end + 1] == .nn, tokens.has(start - 1, .prepIn), !unit.isClock, count < 1000,
      count == count.rounded(), let reference
    else { return nil }
    return DateReader.Found(end: end + 2, timex: moved(reference, Int(count) * unit.factor, unit), rule: "date.ahead")
  }

  /// "two years ago", "three days later".
  func shifted(_ at: Int, _ limit: Int, _ count: Double?, _ unit: TimeUnits.Unit) -> DateReader.Found? {
    if at < limit, let count, let found = offset(at, limit, count, unit) { return found }
    guard at < limit, let direction = shift(at) ?? adverb(at, limit), !unit.isClock || count != nil else { return nil }
    let isAgo = tokens.end[at] - tokens.start[at] == 3
    let isBeside = !tokens.has(at, .relativeShift)
    // "two days later", "six months earlier": counted from the day that the text tells of, but for "later than planned".
    if !isAgo, !unit.isClock, let count, let day = scene.narrative.day, count < 10_000, at + 1 >= limit || !tokens.has(at + 1, .asWord) {
      return DateReader.Found(end: at + 1, timex: moved(day, Int(count * Double(unit.factor)) * direction, unit), rule: "date.later")
    }
    // "A year earlier" behind a year alone; where the text tells of no time, before its publication.
    if !isAgo, !unit.isClock, let count, count < 10_000, count == count.rounded(), at + 1 >= limit || !tokens.has(at + 1, .asWord) {
      if unit.letter == UInt8(ascii: "Y"), let year = scene.narrative.year(beside: tokens.sentence[at]) {
        let timex = NarrativeTime.name(ofYear: year + Int(count) * unit.factor * direction)
        return DateReader.Found(end: at + 1, timex: timex, rule: "date.later")
      }
      if direction < 0, !isBeside, let reference {
        return DateReader.Found(end: at + 1, timex: moved(reference, Int(count) * unit.factor * direction, unit), rule: "date.later")
      }
    }
    if isBeside { return nil }
    if isAgo, unit.isClock, let count, let time = clockTime(-count, unit) {
      return DateReader.Found(end: at + 1, timex: time, kind: .time, rule: "time.ago")
    }
    guard isAgo, let count, let reference, count < 10_000 else {
      return DateReader.Found(
        end: at + 1, timex: isAgo ? "PAST_REF" : timex(count, unit), kind: isAgo ? .date : .duration, rule: "date.shifted")
    }
    // "a year ago today": the very day.
    if at + 1 < limit, !unit.isClock, count == count.rounded(), let days = value(at + 1, .relativeDay), days <= 0 {
      let day = offset(reference.adding(days: Int(days)), Int(count) * unit.factor * direction, unit)
      return DateReader.Found(end: at + 2, timex: day.iso, rule: "date.ago-today")
    }
    let timex = moved(reference, Int(count * Double(unit.factor)) * direction, unit)
    return DateReader.Found(end: at + 1, timex: timex, rule: "date.ago")
  }

  /// The year, month, week or day that lies an amount of units away from a day.
  private func moved(_ day: CalendarDate, _ amount: Int, _ unit: TimeUnits.Unit) -> String {
    switch (Unicode.Scalar(unit.letter), unit.isClock) {
    case ("Y", _): return CalendarDate.padded(day.year + amount, 4)
    case ("M", false):
      let month = CalendarDate(year: day.year, month: day.month, day: 1).adding(months: amount)
      return CalendarDate.month(month.year, month.month)
    case ("W", _): return day.adding(days: amount * 7).isoWeek
    case ("D", _): return day.adding(days: amount).iso
    case ("H", true): return day.adding(days: amount / 24).iso
    default: return day.iso
    }
  }
}
