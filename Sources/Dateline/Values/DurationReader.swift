/// Durations and what is counted from them: "three years", "a week", "the past three years", "two years ago", "24-hour".
struct DurationReader: ValueReader {
  let scene: ValueScene

  private func unit(_ token: Int) -> TimeUnits.Unit? {
    tokens.has(token, .timeNoun) ? scene.units.unit(tokens.lemma[token]) : nil
  }

  /// "P3Y", "PT24H"; "PX" and the letter for an unknown number.
  private func timex(_ count: Double?, _ unit: TimeUnits.Unit) -> String {
    var text = unit.isClock ? "PT" : "P"
    if let count {
      let amount = count * Double(unit.factor)
      text += amount == amount.rounded() && abs(amount) < 1e15 ? String(Int(amount)) : "\(amount)"
    } else {
      text += "X"
    }
    text.unicodeScalars.append(Unicode.Scalar(unit.letter))
    return text
  }

  /// The duration or shifted date that starts at `start`, an article or "past" included.
  func read(_ start: Int, limit: Int) -> DateReader.Found? {
    if tokens.is(start, .hasHyphen), let found = compound(start) { return found }
    var at = start
    var isPast = false
    if tokens.has(at, .articleThe) || tokens.has(at, .possessive) { at += 1 }
    while at < limit, at - start < 3, tokens.has(at, .relativeTime) {
      isPast = true
      at += 1
    }
    guard at < limit, at == start || isPast else { return nil }
    if let number = numbers.read(at, limit: limit), number.end < limit, let unit = unit(number.end) {
      return finish(start, number.end + 1, number.value, unit, limit, isPast)
    }
    if let unit = unit(at), tokens.tag[at] == .nns, at > start || at + 1 < limit && shift(at + 1) != nil {
      return shifted(at + 1, limit, nil, unit)
        ?? DateReader.Found(end: at + 1, timex: timex(nil, unit), kind: .duration, rule: "duration.vague")
    }
    // "a year", "an hour".
    if at == start, tokens.tag[at] == .dt, tokens.end[at] - tokens.start[at] <= 2,
      tokens.is(at, .lowercase) || tokens.is(at, .sentenceStart), at + 1 < limit,
      let unit = unit(at + 1), tokens.tag[at + 1] != .nns
    {
      return finish(start, at + 2, 1, unit, limit, false)
    }
    return nil
  }

  private func finish(
    _ start: Int, _ end: Int, _ count: Double, _ unit: TimeUnits.Unit, _ limit: Int, _ isPast: Bool
  ) -> DateReader.Found? {
    if !isPast, let shifted = shifted(end, limit, count, unit) { return shifted }
    return DateReader.Found(end: end, timex: timex(count, unit), kind: .duration, rule: isPast ? "duration.past" : "duration.count")
  }

  private func shift(_ token: Int) -> Int? {
    guard tokens.has(token, .relativeShift) else { return nil }
    return lexicon.value(tokens.lexeme[token], .relativeShift).map(Int.init)
  }

  /// "two years ago", "three days later".
  private func shifted(_ at: Int, _ limit: Int, _ count: Double?, _ unit: TimeUnits.Unit) -> DateReader.Found? {
    guard at < limit, let direction = shift(at), !unit.isClock || count != nil else { return nil }
    let isAgo = tokens.end[at] - tokens.start[at] == 3
    guard isAgo, let count, let reference, count < 10_000 else {
      return DateReader.Found(
        end: at + 1, timex: isAgo ? "PAST_REF" : timex(count, unit), kind: isAgo ? .date : .duration, rule: "date.shifted")
    }
    let amount = Int(count * Double(unit.factor)) * direction
    let shiftedTimex: String
    switch (Unicode.Scalar(unit.letter), unit.isClock) {
    case ("Y", _): shiftedTimex = CalendarDate.padded(reference.year + amount, 4)
    case ("M", false):
      let month = CalendarDate(year: reference.year, month: reference.month, day: 1).adding(months: amount)
      shiftedTimex = CalendarDate.month(month.year, month.month)
    case ("W", _): shiftedTimex = reference.adding(days: amount * 7).isoWeek
    case ("D", _): shiftedTimex = reference.adding(days: amount).iso
    case ("H", true): shiftedTimex = reference.adding(days: amount / 24).iso
    default: shiftedTimex = reference.iso
    }
    return DateReader.Found(end: at + 1, timex: shiftedTimex, rule: "date.ago")
  }

  /// "two-year", "24-hour": one token.
  private func compound(_ token: Int) -> DateReader.Found? {
    guard let (value, rest) = numbers.compound(token), let lexeme = numbers.lexeme(rest),
      lexicon.info(lexicon.lemma(lexeme)).classes.contains(.timeNoun), let unit = scene.units.unit(lexicon.lemma(lexeme))
    else { return nil }
    return DateReader.Found(end: token + 1, timex: timex(value, unit), kind: .duration, rule: "duration.compound")
  }
}
