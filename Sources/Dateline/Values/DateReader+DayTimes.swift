/// Clock times with the days that they belong to: "3 pm on Friday", "tomorrow at 10:30", "this morning at 9", "8 tonight".
extension DateReader {
  /// "3 pm on Friday", "10:30 today", "10 pm last night": a clock time takes in the day behind it.
  func withDay(_ time: Found, _ limit: Int) -> Found {
    guard time.kind == .time, time.timex.first == "T" else { return time }
    var at = time.end
    if at < limit, tokens.has(at, .prepOn) || byte(at) == UInt8(ascii: ","), at + 1 < limit { at += 1 }
    if at < limit, tokens.has(at, anyOf: DateReader.relativeDays), let part = partOfDay(at, limit), part.timex.utf8.count > 10 {
      return Found(
        end: part.end, timex: DateReader.dated(time.timex, String(part.timex.utf8.prefix(10))!), kind: .time, rule: "time.clock-day")
    }
    guard at < limit, at == time.end || tokens.has(at - 1, .prepOn) || tokens.has(at, .weekday) || tokens.has(at, .month),
      let day = date(at, limit), day.timex.utf8.count == 10 && day.kind == .date || DateReader.part(of: day.timex) != nil
    else {
      // On the day that the sentence tells of, or of publication.
      guard let day = scene.narrative.isHistory ? scene.narrative.day : reference else { return time }
      return Found(end: time.end, timex: DateReader.dated(time.timex, day.iso), kind: .time, rule: time.rule)
    }
    guard let part = DateReader.part(of: day.timex), let iso = String(day.timex.utf8.prefix(10)) else {
      return Found(end: day.end, timex: DateReader.dated(time.timex, day.timex), kind: .time, rule: "time.clock-day")
    }
    // "7:30 on Saturday evening".
    var clock = time.timex
    if let hour = Int(clock.dropFirst().prefix(2)), hour <= 12, !clock.utf8.contains(UInt8(ascii: "/")) {
      clock = "T" + CalendarDate.padded(DateReader.hour(hour, in: part), 2) + clock.dropFirst(3)
    }
    return Found(end: day.end, timex: DateReader.dated(clock, iso), kind: .time, rule: "time.clock-day")
  }
  static let relativeDays = WordClassSet(.relativeDay, .relativeTime)

  /// "Friday at 3 pm", "tomorrow, 10:30", "Monday at 9", "this morning at 10": a day or a part of it takes in the clock time behind it.
  func withTime(_ day: Found, _ limit: Int) -> Found {
    guard day.end < limit, day.timex.utf8.count >= 10, let iso = String(day.timex.utf8.prefix(10)),
      (day.kind == .date || day.kind == .set) && day.timex.utf8.count == 10 || day.kind == .time && DateReader.part(of: day.timex) != nil
    else { return day }
    var at = day.end
    if byte(at) == UInt8(ascii: ",") { at += 1 }
    // "Tuesday in the morning".
    if day.kind == .date, at + 2 < limit, tokens.has(at, .prepIn), tokens.length(at) == 2, tokens.has(at + 1, .articleThe),
      let hour = value(at + 2, .timeOfDay), hour > 2, hour != 12, at + 3 >= limit || !tokens.tag[at + 3].isNoun
    {
      return Found(end: at + 3, timex: iso + "T" + DateReader.part(ofHour: hour), kind: .time, rule: "time.day-part")
    }
    let isAt = at < limit && scene.units.isAt(tokens.lexeme[at])
    if isAt { at += 1 }
    // "Saturday around 2 a.m.", "tonight about 7".
    let isAbout = !isAt && at < limit && tokens.has(at, .approximator) && tokens.tag[at] == .in
    if isAbout { at += 1 }
    guard at < limit else { return day }
    let part = DateReader.part(of: day.timex)
    if !isAbout, day.kind != .set, let range = clockRange(isAt || !opensClockRange(at) ? at : at + 1, limit) {
      return Found(end: range.end, timex: DateReader.dated(range.timex, iso), kind: .time, rule: "time.day-range")
    }
    let kind: Value.Kind = day.kind == .set ? .set : .time
    if let time = clock(at, limit), time.timex.first == "T" {
      var timex = time.timex
      if let part, let hour = hour(at, limit), !hour.isCertain, hour.end == time.end {
        var moved = hour
        moved.hour = DateReader.hour(hour.hour, in: part)
        timex = moved.timex
      }
      return Found(end: time.end, timex: iso + timex, kind: kind, rule: "time.day-clock")
    }
    guard isAt || isAbout && part != nil, var hour = hour(at, limit), hour.hour > 0, hour.hour <= 12, isAlone(hour.end, limit) else {
      return day
    }
    if let part { hour.hour = DateReader.hour(hour.hour, in: part) }
    return Found(end: hour.end, timex: iso + hour.timex, kind: kind, rule: "time.day-hour")
  }

  /// "at 7 on Friday", "at eight on Sunday morning": an hour behind "at" before a weekday.
  private func hourOnWeekday(_ start: Int, _ limit: Int) -> Found? {
    guard start > 0, start + 2 < limit, tokens.has(start + 1, .prepOn), tokens.has(start + 2, .weekday),
      scene.units.isAt(tokens.lexeme[start - 1]), tokens.sentence[start - 1] == tokens.sentence[start], var hour = hour(start, limit),
      hour.hour > 0, hour.hour <= 12, hour.minute == nil, hour.end == start + 1, let day = weekday(start + 2, limit),
      day.timex.utf8.count == 10 || day.timex.utf8.count == 13, let iso = String(day.timex.utf8.prefix(10))
    else { return nil }
    if let code = DateReader.part(of: day.timex) { hour.hour = DateReader.hour(hour.hour, in: code) }
    return Found(end: day.end, timex: iso + hour.timex, kind: .time, rule: "time.hour-day")
  }

  /// "at 8 tonight", "at 9 tomorrow morning", "5 this evening": an hour before the day that is to come.
  func hourBeforeDay(_ start: Int, _ limit: Int) -> Found? {
    if let found = hourOnWeekday(start, limit) { return found }
    // A day behind it is asked for first: few numbers have one.
    guard start + 1 < limit, (start + 1..<min(limit, start + 4)).contains(where: { tokens.has($0, anyOf: DateReader.relativeDays) }),
      tokens.is(start, .number) || tokens.has(start, .cardinalWord) || tokens.is(start, .hasHyphen),
      start == 0 || tokens.tag[start - 1] == .in && !tokens.has(start - 1, .comparisonWord) || tokens.is(start, .sentenceStart),
      var hour = hour(start, limit), hour.hour > 0, hour.hour <= 12, hour.end < limit
    else { return nil }
    let at = hour.end
    if tokens.has(at, anyOf: DateReader.relativeDays), let part = partOfDay(at, limit), part.timex.utf8.count > 10,
      let iso = String(part.timex.utf8.prefix(10)), let code = DateReader.part(of: part.timex)
    {
      if !hour.isCertain { hour.hour = DateReader.hour(hour.hour, in: code) }
      return Found(end: part.end, timex: iso + hour.timex, kind: .time, rule: "time.hour-day")
    }
    guard tokens.has(at, .relativeDay), let offset = value(at, .relativeDay), offset == 1, let day = relativeDay(at, limit),
      day.timex.utf8.count == 10
    else { return nil }
    return Found(end: day.end, timex: day.timex + hour.timex, kind: .time, rule: "time.hour-day")
  }

  /// The hour when the part of the day begins that a TIMEX3 value ends with: "2025-06-04TEV".
  private static func part(of timex: String) -> Int64? {
    guard timex.utf8.count == 13 else { return nil }
    switch timex.suffix(2) {
    case "MO": return 9
    case "AF": return 15
    case "EV": return 19
    case "NI": return 21
    default: return nil
    }
  }

  /// Whether what stands before `token` is no number of things: "at 9." but for "at 9 schools", "at 9 percent", "at 9-10".
  func isAlone(_ token: Int, _ limit: Int) -> Bool {
    guard token < limit else { return true }
    if tokens.is(token, .punctuation) {
      return byte(token) != UInt8(ascii: "%") && tokens.is(token, .punctuation) && !NumberReader.isDash(bytes, tokens.span(token))
    }
    return !tokens.tag[token].isNoun && !tokens.tag[token].isAdjective && !tokens.has(token, .multiplierWord) && !tokens.is(token, .number)
      && !tokens.has(token, .unitWord) && !tokens.has(token, .fractionWord)
  }
}
