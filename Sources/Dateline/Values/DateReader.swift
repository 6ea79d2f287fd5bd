/// Calendar expressions: days, months, years, weekdays, relative days and periods, resolved against the date of publication.
struct DateReader: ValueReader {
  let scene: ValueScene

  struct Found {
    var end: Int
    var timex: String
    var kind: Value.Kind = .date
    var rule: Label
    /// Where it starts, if before the token that was asked for: "a few days" at "days".
    var start: Int?
    /// Least and most of a duration: "two to three weeks".
    var range: (low: Double, high: Double)?
    var isApproximate = false
    /// The unit of a range, if the last word does not name it.
    var unit: LexemeID?
    /// The year that a length of time is a part of.
    var year: Int?
  }

  /// 1-31, with or without an ordinal ending.
  func day(_ token: Int) -> Int? {
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
  private static let openers = WordClassSet(
    .month, .weekday, .timeOfDay, .relativeDay, .relativeTime, .season, .ordinalWord, .timeNoun, .cardinalWord, .fractionWord)

  /// The calendar expression that starts at `start`. Each reader is asked only for words with which its expressions start.
  func read(_ start: Int, limit: Int) -> Found? {
    if tokens.is(start, .hasDigit) {
      if let found = eraYear(start, limit) ?? coded(start, limit) { return found }
      if let found = clockRange(start, limit) ?? clock(start, limit) { return withDay(found, limit) }
      if let found = hourBeforeDay(start, limit) ?? countedWeekday(start, limit) { return found }
      // "21st".
      let isOrdinal = bytes[Int(tokens.end[start]) - 1] > UInt8(ascii: "9")
      if isOrdinal, let found = partOfMonth(start, limit) ?? partOfYear(start, limit) { return withTime(found, limit) }
      if let found = date(start, limit) { return withTime(found, limit) }
      return decade(start) ?? (isOrdinal ? century(start, limit) : nil) ?? bareYear(start, limit)
    }
    guard tokens.has(start, anyOf: DateReader.openers) else {
      // "five-thirty", "a quarter to five", "AD 14".
      if tokens.is(start, .hasHyphen) || numbers.isArticle(start) && start + 1 < limit && tokens.has(start + 1, .fractionWord),
        let found = clock(start, limit)
      {
        return withDay(found, limit)
      }
      if scene.units.isFinal(tokens.lexeme[start]) { return partOfMonth(start, limit) ?? partOfYear(start, limit) }
      return tokens.is(start, .hasHyphen) ? hourBeforeDay(start, limit) : tokens.is(start, .allCapitals) ? eraYear(start, limit) : nil
    }
    if tokens.has(start, anyOf: DateReader.hours) {
      if let found = clockRange(start, limit) ?? clock(start, limit) ?? partOfDate(start, limit) { return withDay(found, limit) }
      if let found = hourBeforeDay(start, limit) ?? spokenYearAlone(start, limit) ?? countedWeekday(start, limit) { return found }
    }
    if tokens.has(start, anyOf: DateReader.relative), let found = partOfDay(start, limit) { return withTime(found, limit) }
    if tokens.has(start, anyOf: DateReader.parts), let found = partOfMonth(start, limit) ?? partOfYear(start, limit) {
      return withTime(found, limit)
    }
    if let found = date(start, limit) { return withTime(found, limit) }
    return tokens.has(start, .ordinalWord) ? century(start, limit) : nil
  }

  private static let hours = WordClassSet(.timeOfDay, .cardinalWord, .fractionWord)
  private static let relative = WordClassSet(.relativeDay, .relativeTime)
  private static let parts = WordClassSet(.relativeTime, .ordinalWord, .season)
  private static let weekdays = WordClassSet(.weekday, .relativeTime)
  static let days = WordClassSet(.relativeDay, .timeNoun)

  /// A day, week or month that words or digits name.
  func date(_ start: Int, _ limit: Int) -> Found? {
    if tokens.is(start, .hasDigit) {
      return dayMonth(start, limit) ?? dayOfRange(start, limit) ?? iso(start, limit) ?? numeric(start) ?? numericDay(start, limit)
    }
    if tokens.has(start, anyOf: DateReader.weekdays), let found = weekday(start, limit) { return found }
    if tokens.has(start, .month), let found = monthDay(start, limit) { return found }
    if tellsFeast(start, start), let feast = feast(start, from: start, limit) { return feast.found }
    if tokens.has(start, .ordinalWord), let found = dayMonth(start, limit) { return found }
    if tokens.has(start, anyOf: DateReader.days), let found = relativeDay(start, limit) ?? decadeWord(start) { return found }
    return tokens.has(start, .relativeTime) ? relativePeriod(start, limit) : nil
  }
}
