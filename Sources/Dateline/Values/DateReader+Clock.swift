/// Clock times, and the days that they belong to.
extension DateReader {
  /// "10:30", "3 pm", "3.45 p.m.", "noon", "midnight".
  func clock(_ start: Int, _ limit: Int) -> Found? {
    if tokens.has(start, .timeOfDay), let hour = lexicon.value(tokens.lexeme[start], .timeOfDay), hour == 12 || hour == 0,
      tokens.is(start, .lowercase)
    {
      return Found(end: start + 1, timex: hour == 12 ? "T12:00" : "T00:00", kind: .time, rule: "time.noon")
    }
    if let found = military(start, limit) { return found }
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
    // "3 pm" is as exact as it says.
    var timex = "T" + CalendarDate.padded(shifted, 2) + (minute.map { ":" + CalendarDate.padded($0, 2) } ?? "")
    if let zone = zone(end, limit) {
      if zone { timex += "Z" }
      end += 1
    }
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

  // MARK: Zones

  /// "1145 GMT", "1800 UTC": four digits before the name of a zone.
  private func military(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.length(start) == 4, tokens.is(start, .number), let zone = zone(start + 1, limit),
      let (value, isWhole) = numbers.digits(start),
      isWhole, value < 2400, Int(value) % 100 < 60
    else { return nil }
    let timex = "T" + CalendarDate.padded(Int(value) / 100, 2) + ":" + CalendarDate.padded(Int(value) % 100, 2) + (zone ? "Z" : "")
    return Found(end: start + 2, timex: timex, kind: .time, rule: "time.clock")
  }

  /// Whether the token names a zone of time; true when it is Greenwich's.
  private func zone(_ token: Int, _ limit: Int) -> Bool? {
    guard token < limit, tokens.is(token, .allCapitals), tokens.length(token) <= 4 else { return nil }
    return scene.units.isGreenwich(zone: String(decoding: bytes[Int(tokens.start[token])..<Int(tokens.end[token])], as: UTF8.self))
  }

  // MARK: Days

  /// "3 pm on Friday", "10:30 today": a clock time takes in the day behind it.
  func withDay(_ time: Found, _ limit: Int) -> Found {
    guard time.kind == .time, time.timex.first == "T" else { return time }
    var at = time.end
    if at < limit, tokens.has(at, .prepOn) { at += 1 }
    guard at < limit, let day = date(at, limit), day.timex.utf8.count == 10, day.kind == .date else {
      // On the day that the sentence tells of, or of publication.
      guard let day = scene.narrative.isHistory ? scene.narrative.day : reference else { return time }
      return Found(end: time.end, timex: day.iso + time.timex, kind: .time, rule: time.rule)
    }
    return Found(end: day.end, timex: day.timex + time.timex, kind: .time, rule: "time.clock-day")
  }

  /// "Friday at 3 pm", "tomorrow, 10:30": a day takes in the clock time behind it.
  func withTime(_ day: Found, _ limit: Int) -> Found {
    guard day.kind == .date, day.timex.utf8.count == 10, day.end + 1 < limit else { return day }
    var at = day.end
    if byte(at) == UInt8(ascii: ",") { at += 1 }
    if at < limit, scene.units.isAt(tokens.lexeme[at]) { at += 1 }
    guard at > day.end || at < limit, at < limit, let time = clock(at, limit), time.timex.first == "T" else { return day }
    return Found(end: time.end, timex: day.timex + time.timex, kind: .time, rule: "time.day-clock")
  }
}
