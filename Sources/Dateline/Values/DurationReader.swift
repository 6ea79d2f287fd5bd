/// Durations and what is counted from them: "three years", "a week", "the past three years", "two years ago", "24-hour".
struct DurationReader {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  let numbers: NumberReader
  let reference: CalendarDate?

  /// TIMEX3 letters of a unit of time and whether it belongs to the day's part; nil for other nouns of time.
  private func unit(_ token: Int) -> (letter: String, isClock: Bool, factor: Double)? {
    guard tokens.has(token, .timeNoun) else { return nil }
    return unit(lemma: tokens.lemma[token])
  }

  private func unit(lemma: LexemeID) -> (letter: String, isClock: Bool, factor: Double)? {
    // Only the lemma of a noun of time is spelled out.
    guard lexicon.info(lemma).classes.contains(.timeNoun) else { return nil }
    switch lexicon.text(lemma) {
    case "year": return ("Y", false, 1)
    case "decade": return ("Y", false, 10)
    case "century": return ("Y", false, 100)
    case "month": return ("M", false, 1)
    case "quarter": return ("M", false, 3)
    case "week": return ("W", false, 1)
    case "fortnight": return ("W", false, 2)
    case "day", "night": return ("D", false, 1)
    case "hour": return ("H", true, 1)
    case "minute": return ("M", true, 1)
    case "second": return ("S", true, 1)
    default: return nil
    }
  }

  private func timex(_ count: Double, _ unit: (letter: String, isClock: Bool, factor: Double)) -> String {
    let amount = count * unit.factor
    let digits = amount == amount.rounded() && abs(amount) < 1e15 ? String(Int(amount)) : "\(amount)"
    return (unit.isClock ? "PT" : "P") + digits + unit.letter
  }

  /// The duration or shifted date that starts at `start`, an article or "past" included.
  func read(_ start: Int, limit: Int) -> DateReader.Found? {
    if let found = compound(start) { return found }
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
      let vague = (unit.isClock ? "PTX" : "PX") + unit.letter
      return shifted(at + 1, limit, nil, unit) ?? DateReader.Found(end: at + 1, timex: vague, kind: .duration, rule: "duration.vague")
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
    _ start: Int, _ end: Int, _ count: Double, _ unit: (letter: String, isClock: Bool, factor: Double), _ limit: Int, _ isPast: Bool
  ) -> DateReader.Found? {
    if !isPast, let shifted = shifted(end, limit, count, unit) { return shifted }
    return DateReader.Found(end: end, timex: timex(count, unit), kind: .duration, rule: isPast ? "duration.past" : "duration.count")
  }

  private func shift(_ token: Int) -> Int? {
    guard tokens.has(token, .relativeShift) else { return nil }
    return lexicon.value(tokens.lexeme[token], .relativeShift).map(Int.init)
  }

  /// "two years ago", "three days later".
  private func shifted(_ at: Int, _ limit: Int, _ count: Double?, _ unit: (letter: String, isClock: Bool, factor: Double)) -> DateReader
    .Found?
  {
    guard at < limit, let direction = shift(at), !unit.isClock || count != nil else { return nil }
    let isAgo = tokens.end[at] - tokens.start[at] == 3
    guard isAgo, let count, let reference, count < 10_000 else {
      let amount = count.map { self.timex($0, unit) } ?? (unit.isClock ? "PTX" : "PX") + unit.letter
      return DateReader.Found(
        end: at + 1, timex: isAgo ? "PAST_REF" : amount, kind: isAgo ? .date : .duration, rule: "date.shifted")
    }
    let amount = Int(count * unit.factor) * direction
    let shiftedTimex: String
    switch (unit.letter, unit.isClock) {
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
    guard let (value, rest, _) = numbers.compound(token), rest.count == 1,
      let lexeme = lexicon.lexeme(String(decoding: rest[0], as: UTF8.self)),
      let unit = unit(lemma: lexicon.lemma(lexeme))
    else { return nil }
    return DateReader.Found(end: token + 1, timex: timex(value, unit), kind: .duration, rule: "duration.compound")
  }
}
