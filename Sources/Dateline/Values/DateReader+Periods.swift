/// Parts of years and months: "the first quarter of 2009", "spring of 1920", "the first Tuesday of October", "last day of May".
extension DateReader {
  /// The number of an ordinal in words or digits: "third", "20th".
  func ordinal(_ token: Int) -> Int? {
    if tokens.has(token, .ordinalWord) { return lexicon.value(tokens.lexeme[token], .ordinalWord).map(Int.init) }
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard tokens.is(token, .hasDigit), end - start > 2, end - start <= 4, bytes[end - 1] | 0x20 > UInt8(ascii: "c"),
      let (value, isWhole) = NumberReader.parse(bytes[start..<end - 2]), isWhole
    else { return nil }
    return Int(value)
  }

  // MARK: Years

  /// "the first quarter of 2009", "second half of last year", "spring of 1920", "summer 2007", "in the winter".
  func partOfYear(_ start: Int, _ limit: Int) -> Found? {
    if tokens.has(start, .season) { return season(start, limit) }
    guard start + 2 < limit, tokens.has(start + 1, .fractionWord), let parts = lexicon.value(tokens.lexeme[start + 1], .fractionWord),
      let number = isLast(start) ? Int(parts) : ordinal(start), number >= 1, number <= parts, let (year, end) = yearOf(start + 2, limit)
    else { return nil }
    return Found(end: end, timex: CalendarDate.padded(year, 4) + (parts == 4 ? "-Q" : "-H") + String(number), rule: "date.part-of-year")
  }

  /// "last".
  private func isLast(_ token: Int) -> Bool {
    tokens.has(token, .relativeTime) && tokens.length(token) == 4 && byte(token) | 0x20 == UInt8(ascii: "l")
  }

  private func season(_ start: Int, _ limit: Int) -> Found? {
    guard let number = lexicon.value(tokens.lexeme[start], .season).map(Int.init), (1...4).contains(number), tokens.tag[start].isNoun else {
      return nil
    }
    if let (year, end) = yearOf(start + 1, limit) {
      return Found(end: end, timex: CalendarDate.padded(year, 4) + "-" + DateReader.seasons[number - 1], rule: "date.season-year")
    }
    // "in the winter"; "spring" and "fall" alone are other words, too.
    guard start > 0, tokens.sentence[start - 1] == tokens.sentence[start] else { return nil }
    let before = tokens.has(start - 1, .articleThe) && start > 1 ? start - 2 : start - 1
    // "the fall of the city".
    guard start + 1 >= limit || !tokens.has(start + 1, .prepOf), tokens.tag[before] == .in, number == 2 || number == 4 || before < start - 1
    else { return nil }
    if let year = scene.narrative.year(of: number * 3, in: tokens.sentence[start]) {
      return Found(end: start + 1, timex: CalendarDate.padded(year, 4) + "-" + DateReader.seasons[number - 1], rule: "date.season")
    }
    return Found(end: start + 1, timex: seasonal(number, 0), rule: "date.season")
  }

  static let seasons = ["SP", "SU", "FA", "WI"]

  /// The year behind "of" or nothing: "of 2009", "2009", "of last year", "of the year"; and the token behind it.
  private func yearOf(_ start: Int, _ limit: Int) -> (Int, Int)? {
    var at = start
    if at < limit, tokens.has(at, .prepOf) { at += 1 }
    guard at < limit else { return nil }
    if let year = year(at) { return (year, at + 1) }
    guard at > start, at + 1 < limit, let reference, tokens.has(at + 1, .timeNoun), let unit = scene.units.unit(tokens.lemma[at + 1]),
      unit.letter == UInt8(ascii: "Y"), unit.factor == 1, tokens.tag[at + 1] != .nns
    else { return nil }
    if tokens.has(at, .articleThe) { return (reference.year, at + 2) }
    guard tokens.has(at, .relativeTime), let shift = lexicon.value(tokens.lexeme[at], .relativeTime) else { return nil }
    return (reference.year + Int(shift), at + 2)
  }

  // MARK: Months

  /// "the first Tuesday of October", "last Sunday in March 2014", "the last day of May", "second week of June".
  func partOfMonth(_ start: Int, _ limit: Int) -> Found? {
    guard start + 3 < limit, tokens.has(start + 2, .prepOf) || tokens.has(start + 2, .prepIn) && tokens.length(start + 2) == 2,
      let month = month(start + 3)
    else { return nil }
    let isLast = isLast(start)
    guard let number = isLast ? 0 : ordinal(start), number <= 5, isLast || number > 0 else { return nil }
    var end = start + 4
    var year = scene.narrative.year(of: month, in: tokens.sentence[start]) ?? reference?.year
    if let (named, next) = yearAfter(end, limit) { (year, end) = (named, next) }
    guard let year else { return nil }
    let days = CalendarDate.days(inMonth: month, of: year)
    if tokens.has(start + 1, .weekday), let weekday = lexicon.value(tokens.lexeme[start + 1], .weekday).map(Int.init) {
      let first = (weekday - CalendarDate(year: year, month: month, day: 1).weekday + 7) % 7 + 1
      let day = isLast ? first + (days - first) / 7 * 7 : first + (number - 1) * 7
      return day <= days ? Found(end: end, timex: CalendarDate(year: year, month: month, day: day).iso, rule: "date.part-of-month") : nil
    }
    guard tokens.has(start + 1, .timeNoun), let unit = scene.units.unit(tokens.lemma[start + 1]), unit.factor == 1, !unit.isClock else {
      return nil
    }
    if unit.letter == UInt8(ascii: "D") {
      return Found(end: end, timex: CalendarDate(year: year, month: month, day: isLast ? days : number).iso, rule: "date.part-of-month")
    }
    guard unit.letter == UInt8(ascii: "W") else { return nil }
    // The week of a month is the one that its nth Thursday lies in, as the weeks of a year are counted.
    let thursday = (4 - CalendarDate(year: year, month: month, day: 1).weekday + 7) % 7 + 1
    let day = isLast ? thursday + (days - thursday) / 7 * 7 : thursday + (number - 1) * 7
    return day <= days ? Found(end: end, timex: CalendarDate(year: year, month: month, day: day).isoWeek, rule: "date.part-of-month") : nil
  }
}
