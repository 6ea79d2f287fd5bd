/// Ranges of clock times: "2-4 p.m.", "from 10 to 11:30 a.m.", "9am-5pm"; and what belongs to dates before them: "early 2024", "end of May".
extension DateReader {
  /// "from" or "between" before a range.
  func opensClockRange(_ token: Int) -> Bool {
    tokens.has(token, .prepFrom) && tokens.length(token) == 4 || tables.isBetween(tokens.lexeme[token])
  }

  /// Two clock times of which the first lacks its half of the day, or which only a dash parts: "T14/T16". "9 a.m. to 5 p.m." are two times.
  func clockRange(_ start: Int, _ limit: Int) -> Found? {
    // Few numbers have something that joins hours behind them.
    guard start + 2 < limit,
      mayJoin(start + 1) || tokens.has(start + 1, .timeOfDay) && mayJoin(start + 2) || tokens.has(start, .cardinalWord),
      tokens.is(start, .hasDigit) || start > 0 && opensClockRange(start - 1), var first = hour(start, limit),
      first.end + 1 < limit, let isDash = clockJoint(first.end, start), first.isClear && first.minute == nil ? isDash : true
    else { return nil }
    let next = first.end + 1
    guard let last = hour(next, limit, isStated: true) ?? noonHour(next, limit),
      last.isClear || first.isClear && isDash && last.minute != nil
    else { return nil }
    guard isDash || !first.isCertain, first.isClear || first.hour > 0 && first.hour <= 12 && last.isCertain else { return nil }
    // "7:00 to 19:00" counts to 24.
    let counts24 =
      last.hour > 12 && tokens.is(next, .hasDigit) && (bytes[Int(tokens.start[next]) + 1] &- 48 < 10) && byte(next) != UInt8(ascii: "0")
      && !(byte(next) == UInt8(ascii: "1") && byte(next, 1) < UInt8(ascii: "3"))
    if !first.isCertain, last.isCertain, !counts24, first.hour > 0, first.hour <= 12 {
      let half: Int64 = last.hour >= 12 ? 2 : 1
      let same = DateReader.hour(first.hour, in: half)
      // "11-2 p.m." begins in the morning.
      first.hour = same <= last.hour ? same : DateReader.hour(first.hour, in: 3 - half)
    }
    return Found(end: last.end, timex: first.timex + "/" + last.timex, kind: .time, rule: "time.range")
  }

  private func mayJoin(_ token: Int) -> Bool { tokens.is(token, .punctuation) || tokens.has(token, anyOf: DateReader.joints) }
  private static let joints = WordClassSet(.andWord, .closed)

  private func noonHour(_ token: Int, _ limit: Int) -> Hour? {
    guard let hour = value(token, .timeOfDay), hour == 12 || hour == 0 else { return nil }
    return Hour(hour: Int(hour), minute: 0, end: token + 1, isCertain: true, isClear: true)
  }

  /// Whether what joins two hours is a dash; nil where nothing joins them.
  private func clockJoint(_ token: Int, _ start: Int) -> Bool? {
    if tokens.is(token, .punctuation) { return NumberReader.isDash(bytes, tokens.span(token)) ? true : nil }
    if tokens.has(token, .andWord) { return start > 0 && tables.isBetween(tokens.lexeme[start - 1]) ? false : nil }
    return scene.units.isThrough(tokens.lexeme[token]) ? false : nil
  }

  /// A time "T14" or a range of them "T22/T05" on a day; a range that runs backwards ends on the next one.
  static func dated(_ time: String, _ day: String) -> String {
    guard let slash = time.utf8.firstIndex(of: UInt8(ascii: "/")) else { return day + time }
    let (first, last) = (time[..<slash], time[time.utf8.index(after: slash)...])
    let isNext = last.prefix(3) < first.prefix(3)
    let end = isNext ? CalendarDate(iso: day)?.adding(days: 1).iso ?? day : day
    return day + first + "/" + end + last
  }

  // MARK: Parts

  /// "morning of June 5", "night of 14 July": a part of a day that is named.
  func partOfDate(_ start: Int, _ limit: Int) -> Found? {
    guard start + 2 < limit, let hour = value(start, .timeOfDay), hour > 2, hour != 12, tokens.has(start + 1, .prepOf),
      tokens.tag[start] != .nns
    else { return nil }
    let at = tokens.has(start + 2, .articleThe) ? start + 3 : start + 2
    guard at < limit, tokens.is(at, .hasDigit) || tokens.has(at, anyOf: DateReader.dayNames), let day = date(at, limit), day.kind == .date,
      day.timex.utf8.count == 10
    else { return nil }
    return Found(end: day.end, timex: day.timex + "T" + DateReader.part(ofHour: hour), kind: .time, rule: "time.part-of-date")
  }
  private static let dayNames = WordClassSet(.month, .weekday, .ordinalWord, .relativeTime)

  /// Where a date begins whose words before it say which part of it is meant: "early 2024", "mid-March", "late last year", "end of the 1990s",
  /// "later this year", "year 2008".
  func widened(_ start: Int, _ found: Found, _ floor: Int) -> Int {
    guard found.kind == .date, start > floor else { return start }
    let before = start - 1
    if scene.units.part(tokens.lexeme[before]) != nil { return before }
    if tokens.has(before, .relativeShift), tokens.length(before) > 3, tokens.has(start, .relativeTime) { return before }
    if tokens.is(start, .number), tokens.tag[before] == .nn, value(before, .timeNoun) == 365 { return before }
    guard before > floor else { return start }
    // "mid-March", "end-June".
    if tokens.is(before, .punctuation), !tokens.is(before, .spaceBefore), !tokens.is(start, .spaceBefore),
      scene.units.part(tokens.lexeme[before - 1]) != nil || scene.units.isEdge(tokens.lexeme[before - 1])
    {
      return before - 1
    }
    let of = tokens.has(before, .articleThe) && before - 1 > floor ? before - 1 : before
    return tokens.has(of, .prepOf) && scene.units.isEdge(tokens.lexeme[of - 1]) ? of - 1 : start
  }
}
