/// Dates counted from the date of publication or from the day that the text tells of.
extension DateReader {
  /// "yesterday", "today", "tomorrow", "now".
  func relativeDay(_ start: Int, _ limit: Int) -> Found? {
    if let found = dayBeyond(start, limit) ?? weekend(start, limit) ?? weekOfDay(start, limit) ?? numberedWeek(start, limit)
      ?? periodAfterNext(start, limit)
      ?? samePeriod(start) ?? edgePeriod(start, limit) ?? besidePeriod(start, limit)
    {
      return found
    }
    // "on weekends", "at weekends".
    if tokens.tag[start] == .nns, start > 0, tokens.tag[start - 1] == .in, let days = scene.units.days(tokens.lemma[start]) {
      return Found(end: start + 1, timex: "XXXX-WXX-" + days, kind: .set, rule: "set.weekends")
    }
    guard tokens.has(start, .relativeDay), let offset = lexicon.value(tokens.lexeme[start], .relativeDay) else { return nil }
    if offset == DateReader.now {
      // "right now".
      if start > 0, scene.units.isRight(tokens.lexeme[start - 1]), tokens.sentence[start - 1] == tokens.sentence[start] {
        return Found(end: start + 1, timex: "PRESENT_REF", rule: "date.now", start: start - 1)
      }
      return isPresent(start, limit) ? Found(end: start + 1, timex: "PRESENT_REF", rule: "date.now") : nil
    }
    let timex = reference?.adding(days: Int(offset)).iso ?? (offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF")
    return Found(end: start + 1, timex: timex, rule: "date.relative-day")
  }

  /// Whether "now" says when: behind a preposition ("until now"), at the end of what is said ("an end to it now"), before what holds now ("— now in
  /// its third week", "what is now Ghana"). Inside a verb group ("has now left"), before a clause ("Now, …") and behind a length of time ("for
  /// years now") it says little.
  private func isPresent(_ now: Int, _ limit: Int) -> Bool {
    guard now > 0, tokens.is(now, .lowercase), tokens.sentence[now - 1] == tokens.sentence[now] else { return false }
    if tokens.tag[now - 1] == .in { return true }
    if tokens.has(now - 1, .timeNoun) { return false }
    guard now + 1 < limit else { return true }
    let next = now + 1
    if tokens.is(next, .punctuation) { return byte(next) != UInt8(ascii: "-") && byte(next) != UInt8(ascii: "(") }
    if tokens.is(now - 1, .punctuation) {
      return tokens.tag[next] == .in && !tokens.has(next, .conjunction) || tokens.tag[next] == .vbn || tokens.tag[next] == .vbg
        || tokens.tag[next].isAdjective || tokens.tag[next] == .nnp
    }
    return now > 1 && tokens.has(now - 1, .auxiliary) && tokens.has(now - 2, .whWord)
  }

  /// "last month", "this year", "next week", "the weekend" (without its article), "last summer".
  func relativePeriod(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.has(start, .relativeTime), start + 1 < limit, let shift = lexicon.value(tokens.lexeme[start], .relativeTime).map(Int.init)
    else { return nil }
    if tellsFeast(start + 1, start + 1), let feast = feast(start + 1, from: start + 1, limit, shift: shift) { return feast.found }
    if tokens.has(start + 1, .season), let season = lexicon.value(tokens.lexeme[start + 1], .season), season <= 4 {
      return Found(end: start + 2, timex: seasonal(Int(season), shift), rule: "date.relative-season")
    }
    if let month = month(start + 1)
      ?? (tokens.length(start + 1) > 3 && value(start + 1, .month) != 5 && value(start + 1, .month) != 3
        ? monthInPhrase(start + 1) : nil)
    {
      guard let reference else { return Found(end: start + 2, timex: "XXXX-" + CalendarDate.padded(month, 2), rule: "date.relative-month") }
      let year =
        shift < 0
        ? (month < reference.month ? reference.year : reference.year - 1)
        : shift > 0 ? (month > reference.month ? reference.year : reference.year + 1) : reference.year
      return Found(end: start + 2, timex: CalendarDate.month(year, month), rule: "date.relative-month")
    }
    // "last fiscal year", "this calendar year".
    let isCalendar = scene.units.isCalendar(tokens.lexeme[start + 1])
    if start + 2 < limit, let kind = isCalendar ? "" : scene.units.yearKind(tokens.lexeme[start + 1]), value(start + 2, .timeNoun) == 365,
      tokens.tag[start + 2] != .nns, let reference
    {
      return Found(end: start + 3, timex: kind + CalendarDate.padded(reference.year + shift, 4), rule: "date.fiscal")
    }
    guard tokens.has(start + 1, .timeNoun), let length = lexicon.value(tokens.lexeme[start + 1], .timeNoun), !tokens.tag[start + 1].isVerb
    else { return nil }
    guard tokens.tag[start + 1] != .nns else { return nil }
    // "the following year", "the next day": counted from the day that the text tells of.
    if isAnaphoric(start, Int(length)) {
      let timex = scene.narrative.day.flatMap { period(Int(length), shift, from: $0) } ?? (length == 1 ? "XXXX-XX-XX" : nil)
      if let timex { return Found(end: start + 2, timex: timex, rule: "date.following-period") }
    }
    if length == 7, let found = weekdayBehindWeek(shift, start + 2, limit) { return found }
    guard let timex = period(Int(length), shift, from: reference) else { return nil }
    return Found(end: start + 2, timex: timex, rule: "date.relative-period")
  }

  /// "that year", "the same day": what the text tells of.
  private func samePeriod(_ start: Int) -> Found? {
    guard start > 0, tokens.has(start, .timeNoun), tokens.tag[start] == .nn, scene.units.isSame(tokens.lexeme[start - 1]),
      tokens.sentence[start - 1] == tokens.sentence[start], let length = value(start, .timeNoun).map(Int.init),
      length > 0 || tokens.has(start, .timeOfDay)
    else { return nil }
    if let hour = value(start, .timeOfDay) {
      guard hour > 2, hour != 12, let day = scene.narrative.day else { return nil }
      return Found(end: start + 1, timex: day.iso + "T" + DateReader.part(ofHour: hour), kind: .time, rule: "time.same-part")
    }
    let timex =
      length == 365
      ? scene.narrative.lastYear.map { NarrativeTime.name(ofYear: $0) } : scene.narrative.day.flatMap { period(length, 0, from: $0) }
    return timex.map { Found(end: start + 1, timex: $0, rule: "date.same-period") }
  }

  /// "the day before", "the year after" at the end of what is said: counted from the day that the text tells of.
  private func besidePeriod(_ start: Int, _ limit: Int) -> Found? {
    guard start > 0, start + 1 < limit, tokens.has(start, .timeNoun), tokens.tag[start] == .nn, tokens.has(start - 1, .articleThe),
      let side = scene.units.side(tokens.lexeme[start + 1]), let length = value(start, .timeNoun).map(Int.init), length > 0,
      start + 2 >= limit || tokens.is(start + 2, .punctuation), let day = scene.narrative.day ?? reference,
      let timex = period(length, side, from: day)
    else { return nil }
    return Found(end: start + 2, timex: timex, rule: "date.beside")
  }

  /// "the end of the month", "later in the year": the period at `start` is the one of publication, or the one that the text tells of.
  private func edgePeriod(_ start: Int, _ limit: Int) -> Found? {
    guard start > 2, tokens.has(start, .timeNoun), tokens.tag[start] == .nn, tokens.has(start - 1, .articleThe),
      tokens.sentence[start - 3] == tokens.sentence[start], let length = value(start, .timeNoun).map(Int.init), length > 0,
      start + 1 >= limit || !tokens.tag[start + 1].isNoun && !tokens.has(start + 1, .prepOf)
    else { return nil }
    let isEdge = tokens.has(start - 2, .prepOf) && scene.units.isEdge(tokens.lexeme[start - 3])
    let isPart =
      tokens.has(start - 2, .prepIn) && tokens.length(start - 2) == 2
      && (tokens.has(start - 3, .relativeShift) || scene.units.part(tokens.lexeme[start - 3]) != nil)
    guard isEdge || isPart, length > 1 || isPart, let day = scene.narrative.isHistory ? scene.narrative.day : reference,
      let timex = period(length, 0, from: day)
    else { return nil }
    return Found(end: start + 1, timex: timex, rule: "date.edge-period", start: start - 3)
  }

  /// The day, week, month, quarter, year or decade that lies `shift` away from a day.
  private func period(_ length: Int, _ shift: Int, from reference: CalendarDate?) -> String? {
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

  func seasonal(_ season: Int, _ shift: Int) -> String {
    let code = DateReader.seasons[max(0, min(3, season - 1))]
    guard let reference else { return "XXXX-" + code }
    let current = (reference.month % 12) / 3
    var year = reference.year
    if shift < 0, season % 4 >= current { year -= 1 }
    if shift > 0, season % 4 <= current { year += 1 }
    return "\(year)-\(code)"
  }

  /// "this morning", "last night", "yesterday evening", "tomorrow night", "tonight".
  func partOfDay(_ start: Int, _ limit: Int) -> Found? {
    if tokens.has(start, .relativeDay), tokens.length(start) == 7, byte(start) | 0x20 == UInt8(ascii: "t"),
      bytes[Int(tokens.start[start]) + 2] == UInt8(ascii: "n")
    {
      return Found(end: start + 1, timex: (reference?.iso ?? "XXXX-XX-XX") + "TNI", kind: .time, rule: "time.tonight")
    }
    guard start + 1 < limit, tokens.has(start + 1, .timeOfDay), let hour = lexicon.value(tokens.lexeme[start + 1], .timeOfDay), hour > 2,
      hour != 12
    else {
      return nil
    }
    let offset: Int64?
    if tokens.has(start, .relativeDay) {
      offset = lexicon.value(tokens.lexeme[start], .relativeDay)
    } else if tokens.has(start, .relativeTime), let shift = lexicon.value(tokens.lexeme[start], .relativeTime), tokens.length(start) == 4 {
      offset = shift
    } else {
      return nil
    }
    guard let offset, offset >= -1, offset <= 1 else { return nil }
    let day = reference?.adding(days: Int(offset)).iso ?? "XXXX-XX-XX"
    return Found(end: start + 2, timex: day + "T" + DateReader.part(ofHour: hour), kind: .time, rule: "time.part-of-day")
  }

  /// Whether a period is counted from what the text tells of: "the following week", "the previous year", "the next day".
  private func isAnaphoric(_ word: Int, _ length: Int) -> Bool {
    tokens.length(word) >= 8 && byte(word) | 0x20 != UInt8(ascii: "u")
      || length == 1 && tokens.length(word) == 4 && byte(word) | 0x20 == UInt8(ascii: "n")
  }

  /// The value of "now" among the relative days.
  static let now: Int64 = 1000

  /// "over the weekend": the last one, or the next one where the future is spoken of.
  private func weekend(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.has(start, .timeNoun), start > 0, tokens.has(start - 1, .articleThe), tokens.tag[start] != .nns, let reference,
      tokens.sentence[start - 1] == tokens.sentence[start], lexicon.value(tokens.lexeme[start], .timeNoun) == 2,
      start + 1 >= limit || !tokens.tag[start + 1].isNoun && !tokens.has(start + 1, .prepOf)
    else { return nil }
    let isOver = reference.weekday >= 6 || tense(start) == .future
    return Found(end: start + 1, timex: reference.adding(days: isOver ? 0 : -7).isoWeek + "-WE", rule: "date.weekend")
  }

  /// "the week after next".
  private func periodAfterNext(_ start: Int, _ limit: Int) -> Found? {
    guard isAfterNext(start + 1, limit), let length = value(start, .timeNoun), length > 0, tokens.tag[start] != .nns,
      let timex = period(Int(length), 2, from: reference)
    else { return nil }
    return Found(end: start + 3, timex: timex, rule: "date.after-next")
  }

  /// "day after tomorrow", "day before yesterday".
  private func dayBeyond(_ start: Int, _ limit: Int) -> Found? {
    guard start + 2 < limit, tokens.has(start + 2, .relativeDay), tokens.has(start, .timeNoun),
      let unit = scene.units.unit(tokens.lemma[start]),
      unit.letter == UInt8(ascii: "D"), unit.factor == 1, let offset = lexicon.value(tokens.lexeme[start + 2], .relativeDay), offset != 0,
      let side = scene.units.side(tokens.lexeme[start + 1]), side == Int(offset)
    else { return nil }
    let timex = reference?.adding(days: Int(offset) * 2).iso ?? (offset < 0 ? "PAST_REF" : "FUTURE_REF")
    return Found(end: start + 3, timex: timex, rule: "date.relative-day")
  }
}
