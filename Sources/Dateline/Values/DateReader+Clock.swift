/// Clock times: "10:30", "3 pm", "seven o'clock", "3 in the morning", "15h30"; and the zones behind them.
extension DateReader {
  /// An hour with what is said of it.
  struct Hour {
    var hour: Int
    var minute: Int?
    var second: Int?
    /// The token behind it, its half of the day included.
    var end: Int
    /// Whether the text says which half of the day is meant, or counts to 24.
    var isCertain = false
    /// Whether the form alone says that it is a time of day: "10:30", "3 pm", "three o'clock".
    var isClear = false

    /// "T15", "T15:30", "T15:30:20": as exact as the text says.
    var timex: String {
      var text = "T" + CalendarDate.padded(hour, 2)
      if let minute { text += ":" + CalendarDate.padded(minute, 2) }
      if let second { text += ":" + CalendarDate.padded(second, 2) }
      return text
    }
  }

  /// "10:30", "3 pm", "3.45 p.m.", "half past three", "noon", "midnight".
  func clock(_ start: Int, _ limit: Int) -> Found? {
    if let found = noon(start) ?? military(start, limit) { return found }
    guard let hour = phrased(start, limit) ?? hour(start, limit), hour.isClear || isSpoken(hour, start, limit) else { return nil }
    if let minute = hour.minute, let second = hour.second, !hour.isCertain || hour.hour == 0, isMeasured(start) {
      // "won in 2:04:11".
      return Found(end: hour.end, timex: "PT\(hour.hour)H\(minute)M\(second)S", kind: .duration, rule: "duration.clock")
    }
    var found = Found(end: hour.end, timex: hour.timex, kind: .time, rule: "time.clock")
    if let zone = zone(hour.end, limit) {
      if zone { found.timex += "Z" }
      found.end += 1
    }
    return found
  }

  /// "at seven thirty", "at six forty-five": hour and minute in words behind "at", with nothing counted behind them.
  private func isSpoken(_ hour: Hour, _ start: Int, _ limit: Int) -> Bool {
    if tokens.is(start, .hasDigit) { return isStopped(hour, start, limit) }
    return hour.minute != nil && !tokens.is(start, .hasDigit) && start > 0 && scene.units.isAt(tokens.lexeme[start - 1])
      && tokens.sentence[start - 1] == tokens.sentence[start] && isAlone(hour.end, limit)
      && (hour.end >= limit || !tokens.has(hour.end, anyOf: DateReader.relativeDays))
  }

  /// "by 10.45 on Tuesday", "at 6.30 tonight": minutes behind a stop, a preposition before them and a day behind.
  private func isStopped(_ hour: Hour, _ start: Int, _ limit: Int) -> Bool {
    guard hour.minute != nil, hour.hour > 0, start > 0, tokens.tag[start - 1] == .in, !tokens.has(start - 1, .comparisonWord),
      tokens.sentence[start - 1] == tokens.sentence[start], hour.end < limit
    else { return false }
    let day = tokens.has(hour.end, .prepOn) ? hour.end + 1 : hour.end
    return day < limit && (tokens.has(day, .weekday) || day == hour.end && tokens.has(day, .relativeDay))
  }

  /// Whether hours, minutes and seconds behind "in" or "of" are a length of time: "won in 2:04:11", "a time of 1:58:30".
  private func isMeasured(_ start: Int) -> Bool {
    start > 0 && (tokens.has(start - 1, .prepIn) && tokens.length(start - 1) == 2 || tokens.has(start - 1, .prepOf))
  }

  /// "noon", "midnight".
  private func noon(_ token: Int) -> Found? {
    // "12 noon".
    if tokens.length(token) == 2, tokens.is(token, .number), byte(token) == UInt8(ascii: "1"), byte(token, 1) == UInt8(ascii: "2"),
      token + 1 < tokens.count, let found = noon(token + 1)
    {
      return found
    }
    guard let hour = value(token, .timeOfDay), hour == 12 || hour == 0, tokens.is(token, .lowercase) else { return nil }
    return Found(end: token + 1, timex: hour == 12 ? "T12:00" : "T00:00", kind: .time, rule: "time.noon")
  }

  // MARK: Hours

  /// The hour that starts at `start`, in digits or words, with its half of the day if the text says it.
  ///
  /// - Parameter isStated: whether the words before it say that it is an hour.
  func hour(_ start: Int, _ limit: Int, isStated: Bool = false) -> Hour? {
    guard var found = tokens.is(start, .hasDigit) ? digitHour(start) : wordHour(start, limit) else { return nil }
    if let half = half(found.end, limit, isStated: isStated || isIntroduced(start)) {
      guard found.hour <= 12, found.hour > 0 || half.part > 2 else { return found.isClear ? found : nil }
      found.hour = DateReader.hour(found.hour, in: half.part)
      found.end = half.end
      (found.isCertain, found.isClear) = (true, true)
    } else if found.end < limit, scene.units.isOClock(tokens.lexeme[found.end]), found.hour <= 12, found.hour > 0 {
      found.end += 1
      found.isClear = true
      if let half = half(found.end, limit, isStated: true) {
        found.hour = DateReader.hour(found.hour, in: half.part)
        found.end = half.end
        found.isCertain = true
      }
    }
    return found
  }

  /// An hour of the clock in a half or part of the day: 1 is before noon, 2 after it, others are the hour when the part begins.
  static func hour(_ hour: Int, in part: Int64) -> Int {
    switch part {
    case 1: hour % 12
    case 2: hour % 12 + 12
    // "2 at night" is early, "11 at night" late.
    case 21...: hour >= 6 && hour < 12 ? hour + 12 : hour == 12 ? 0 : hour
    case 12...: hour < 12 ? hour + 12 : hour
    default: hour
    }
  }

  /// "pm", "a.m.", "in the morning", "at night": the value of the part, and the token behind it.
  ///
  /// - Parameter isStated: whether something says that the number is an hour: "in the morning" does not ("killed 3 in the morning").
  private func half(_ at: Int, _ limit: Int, isStated: @autoclosure () -> Bool) -> (part: Int64, end: Int)? {
    guard at < limit else { return nil }
    if let part = value(at, .timeOfDay) { return part == 1 || part == 2 ? (part, at + 1) : nil }
    guard at + 1 < limit else { return nil }
    var next = at + 1
    if tokens.has(at, .prepIn), tokens.length(at) == 2 {
      if tokens.has(next, .articleThe) { next += 1 }
    } else if !scene.units.isAt(tokens.lexeme[at]) {
      return nil
    }
    guard isStated(), next < limit, let part = value(next, .timeOfDay), part > 2, part != 12,
      next + 1 >= limit || !tokens.tag[next + 1].isNoun || tokens.has(next + 1, anyOf: DateReader.days)
    else { return nil }
    return (part, next + 1)
  }

  /// Whether the number behind "at", "about", "until" or at the start of a text may be an hour.
  private func isIntroduced(_ start: Int) -> Bool {
    guard start > 0, tokens.sentence[start - 1] == tokens.sentence[start] else { return true }
    return tokens.tag[start - 1] == .in && !tokens.has(start - 1, .comparisonWord) || tokens.has(start - 1, .approximator)
      || bytes[Int(tokens.start[start])..<Int(tokens.end[start])].contains(UInt8(ascii: ":"))
  }

  /// "10:30", "10.30", "3", "15:23:24", "15h30", "7p".
  private func digitHour(_ token: Int) -> Hour? {
    let (from, to) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard to - from <= 8 else { return nil }
    if to - from >= 3, to - from <= 4, tokens.is(token, .number), token + 1 < tokens.count, let part = value(token + 1, .timeOfDay),
      part <= 2,
      part > 0, let (value, isWhole) = numbers.digits(token), isWhole, value < 1260, Int(value) % 100 < 60
    {
      // "1140 a.m."
      return Hour(hour: Int(value) / 100, minute: Int(value) % 100, end: token + 1)
    }
    // Hour, minute, second: how many of them have ended.
    var parts = SIMD4<Int>(repeating: 0)
    var count = 0
    var (value, digits) = (0, 0)
    var mark: UInt8 = 0
    for at in from..<to {
      let byte = bytes[at]
      if byte &- 48 < 10 {
        (value, digits) = (value * 10 + Int(byte - 48), digits + 1)
        guard digits <= 2 else { return nil }
        continue
      }
      guard digits > 0, count == 0 || digits == 2, count < 2 else { return nil }
      parts[count] = value
      count += 1
      (value, digits) = (0, 0)
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "."):
        guard mark == 0 || mark == byte, byte != UInt8(ascii: ".") || count == 1 else { return nil }
      case UInt8(ascii: "h"): guard count == 1 else { return nil }
      case UInt8(ascii: "a"), UInt8(ascii: "p"):
        // "3:20p".
        guard at == to - 1, count == 2, mark == UInt8(ascii: ":"), parts[0] > 0, parts[0] <= 12, parts[1] < 60 else { return nil }
        let hour = DateReader.hour(parts[0], in: byte == UInt8(ascii: "a") ? 1 : 2)
        return Hour(hour: hour, minute: parts[1], end: token + 1, isCertain: true, isClear: true)
      default: return nil
      }
      mark = byte
    }
    guard mark == 0 || digits == 2 else { return nil }
    parts[count] = value
    guard parts[0] <= 24, parts[1] < 60, parts[2] < 60 else { return nil }
    return Hour(
      hour: parts[0], minute: count > 0 ? parts[1] : nil, second: count > 1 ? parts[2] : nil, end: token + 1,
      isCertain: parts[0] == 0 || parts[0] > 12, isClear: mark == UInt8(ascii: ":") || mark == UInt8(ascii: "h"))
  }

  /// "seven", "ten thirty", "six forty-five", "five-thirty".
  private func wordHour(_ start: Int, _ limit: Int) -> Hour? {
    if tokens.is(start, .hasHyphen), let (hour, rest) = numbers.compound(start), hour >= 1, hour <= 12, hour == hour.rounded(),
      let minute = numbers.value(rest, .cardinalWord), minute >= 10, minute < 60
    {
      return Hour(hour: Int(hour), minute: Int(minute), end: start + 1)
    }
    guard tokens.has(start, .cardinalWord), let hour = value(start, .cardinalWord), hour >= 1, hour <= 12 else { return nil }
    guard start + 1 < limit, let minute = numbers.word(start + 1), minute >= 10, minute < 60 else {
      return Hour(hour: Int(hour), end: start + 1)
    }
    if Int(minute) % 10 == 0, minute >= 20, start + 2 < limit, let ones = value(start + 2, .cardinalWord), ones < 10, ones > 0 {
      return Hour(hour: Int(hour), minute: Int(minute) + Int(ones), end: start + 3)
    }
    return Hour(hour: Int(hour), minute: Int(minute), end: start + 2)
  }

  // MARK: Minutes before and after the hour

  /// "half past three", "a quarter to five", "ten past 9", "20 minutes to noon".
  private func phrased(_ start: Int, _ limit: Int) -> Hour? {
    var at = start
    if numbers.isArticle(at) { at += 1 }
    guard at + 2 < limit else { return nil }
    let minutes: Int
    let isPart = tokens.has(at, .fractionWord)
    if isPart {
      guard let parts = value(at, .fractionWord), parts == 2 || parts == 4, tokens.tag[at] != .nns, parts == 4 || at == start else {
        return nil
      }
      minutes = 60 / Int(parts)
      at += 1
    } else {
      guard at == start, tokens.is(at, .number) ? mayBeMinutes(at + 1) : tokens.has(at, .cardinalWord),
        let number = numbers.whole(at, limit), number.isInteger, number.value > 0, number.value < 60
      else { return nil }
      minutes = Int(number.value)
      at = number.end
    }
    guard at + 1 < limit else { return nil }
    let hasNoun = tokens.has(at, .timeNoun) && scene.units.unit(tokens.lexeme[at], tokens.lemma[at])?.isMinute == true
    if hasNoun { at += 1 }
    guard at + 1 < limit, let side = scene.units.minuteSide(tokens.lexeme[at]) else { return nil }
    let isPast = side.sign > 0
    at += 1
    var target: Hour
    if let hour = value(at, .timeOfDay), hour == 12 || hour == 0 {
      target = Hour(hour: Int(hour), end: at + 1, isCertain: true, isClear: true)
    } else {
      guard let hour = hour(at, limit, isStated: true), hour.minute == nil, hour.hour <= 12 || hour.isCertain else { return nil }
      target = hour
    }
    // "ten past 9" and "quarter to five" say enough; "ten to 12", "five after nine" do not, and "half past 300" is none.
    guard
      target.isClear || isPart && (isPast && side.isPlain || minutes == 15) || side.isPlain && isPast && isIntroduced(start)
        || hasNoun && side.isPlain && isPast
    else {
      return nil
    }
    if !target.isClear, target.end < limit, tokens.tag[target.end].isNoun && !tokens.has(target.end, anyOf: DateReader.weekdaysAndDays) {
      return nil
    }
    let total = target.hour * 60 + (isPast ? minutes : -minutes)
    target.hour = (total + 1440) / 60 % 24
    target.minute = (total + 1440) % 60
    target.isClear = true
    return target
  }
  /// Asked of what stands behind each number in digits.
  private func mayBeMinutes(_ token: Int) -> Bool {
    tokens.has(token, .timeNoun) || tokens.is(token, .lowercase) && scene.units.minuteSide(tokens.lexeme[token]) != nil
  }

  private static let weekdaysAndDays = WordClassSet(.weekday, .relativeDay)

  // MARK: Zones

  /// "1145 GMT", "1800 UTC": four digits before the name of a zone.
  private func military(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.length(start) == 4, tokens.is(start, .number) else { return nil }
    if let found = hundredHours(start, limit) { return found }
    guard let zone = zone(start + 1, limit),
      let (value, isWhole) = numbers.digits(start),
      isWhole, value < 2400, Int(value) % 100 < 60
    else { return nil }
    let timex = "T" + CalendarDate.padded(Int(value) / 100, 2) + ":" + CalendarDate.padded(Int(value) % 100, 2) + (zone ? "Z" : "")
    return Found(end: start + 2, timex: timex, kind: .time, rule: "time.clock")
  }

  /// "at 0600", "by 1430 hours": four digits behind a preposition, with a nought before them or "hours" behind.
  private func hundredHours(_ start: Int, _ limit: Int) -> Found? {
    let hasNoun =
      start + 1 < limit && tokens.has(start + 1, .timeNoun) && scene.units.isHour(tokens.lexeme[start + 1], tokens.lemma[start + 1])
    guard hasNoun || byte(start) == UInt8(ascii: "0") || isBeforeDay(start + 1, limit), start > 0,
      tokens.tag[start - 1] == .in && !tokens.has(start - 1, .prepFor)
        || tokens.tag[start - 1] == .to, tokens.sentence[start - 1] == tokens.sentence[start], let (value, isWhole) = numbers.digits(start),
      isWhole,
      value < 2400, Int(value) % 100 < 60, !tokens.has(start - 1, .comparisonWord), zone(start + 1, limit) == nil
    else { return nil }
    let timex = "T" + CalendarDate.padded(Int(value) / 100, 2) + ":" + CalendarDate.padded(Int(value) % 100, 2)
    return Found(end: hasNoun ? start + 2 : start + 1, timex: timex, kind: .time, rule: "time.clock")
  }

  /// "at 1700 on Saturday": a weekday behind an hour that "at" says to be one.
  private func isBeforeDay(_ token: Int, _ limit: Int) -> Bool {
    token > 1 && token + 1 < limit && scene.units.isAt(tokens.lexeme[token - 2]) && tokens.has(token, .prepOn)
      && tokens.has(token + 1, .weekday)
  }

  /// Whether the token names a zone of time; true when it is Greenwich's.
  private func zone(_ token: Int, _ limit: Int) -> Bool? {
    guard token < limit, tokens.is(token, .allCapitals), tokens.length(token) <= 4 else { return nil }
    return scene.units.isGreenwich(zone: String(decoding: bytes[Int(tokens.start[token])..<Int(tokens.end[token])], as: UTF8.self))
  }
}
