/// Durations and what is counted from them: "three years", "a week", "the past three years", "two years ago", "24-hour".
struct DurationReader: ValueReader {
  let scene: ValueScene

  func unit(_ token: Int) -> TimeUnits.Unit? {
    if tokens.has(token, .timeNoun) { return scene.units.unit(tokens.lexeme[token], tokens.lemma[token]) }
    // "15 min", "30 sec": short forms that are other words elsewhere.
    guard token > 0, tokens.is(token - 1, .number), tokens.is(token, .lowercase), tokens.length(token) <= 3 else { return nil }
    return scene.units.unit(tokens.lexeme[token])
  }

  /// "P3Y", "PT24H"; "PX" and the letter for an unknown number.
  func timex(_ count: Double?, _ unit: TimeUnits.Unit) -> String {
    guard let count else { return (unit.isClock ? "PTX" : "PX") + String(Unicode.Scalar(unit.letter)) }
    var amount = count * Double(unit.factor)
    var (letter, isClock) = (unit.letter, unit.isClock)
    // "1.5 hours" are 90 minutes.
    while amount != amount.rounded(), let (smaller, parts) = DurationReader.smaller(letter, isClock) {
      amount *= Double(parts)
      if abs(amount - amount.rounded()) < 1e-6 { amount = amount.rounded() }
      isClock = isClock || letter == UInt8(ascii: "D")
      letter = smaller
    }
    return (isClock ? "PT" : "P") + (amount == amount.rounded() && abs(amount) < 1e15 ? String(Int(amount)) : "\(amount)")
      + String(Unicode.Scalar(letter))
  }

  /// The next smaller unit of a TIMEX3 duration, and how many of it make one.
  private static func smaller(_ letter: UInt8, _ isClock: Bool) -> (UInt8, Int)? {
    switch (Unicode.Scalar(letter), isClock) {
    case ("Y", _): (UInt8(ascii: "M"), 12)
    case ("W", _): (UInt8(ascii: "D"), 7)
    case ("D", _): (UInt8(ascii: "H"), 24)
    case ("H", _): (UInt8(ascii: "M"), 60)
    case ("M", true): (UInt8(ascii: "S"), 60)
    default: nil
    }
  }

  /// The duration or shifted date that starts at `start`, an article or "past" included.
  func read(_ start: Int, limit: Int) -> DateReader.Found? {
    if tokens.is(start, .hasHyphen), let found = compound(start) { return found }
    if let found = hanging(start, limit) ?? opening(start, limit) { return found }
    if tokens.is(start, .hasDigit) {
      if !tokens.is(start, .number) { return glued(start) }
      if tokens.length(start) >= DurationReader.shortestRace, let found = raceTime(start) { return found }
    }
    if scene.units.isEvery(tokens.lexeme[start]) { return repeated(start, limit) }
    var at = start
    var isPast = false
    if tokens.has(at, .articleThe) || tokens.has(at, .possessive) { at += 1 }
    // "is to last 72 hours".
    while at < limit, at - start < 3, tokens.has(at, .relativeTime), !tokens.tag[at].isFinite, tokens.tag[at] != .vb {
      isPast = true
      at += 1
    }
    guard at < limit, at == start || isPast else { return nil }
    if let found = few(start, at, limit, isPast) { return found }
    if let number = numbers.read(at, limit: limit), number.end < limit {
      if let (lower, upper) = numbers.range(number, at, limit), upper.end < limit, let unit = unit(upper.end) {
        return DateReader.Found(
          end: upper.end + 1, timex: timex(upper.value, unit), kind: .duration, rule: "duration.range", range: (lower, upper.value))
      }
      // "a quarter of an hour".
      if number.isFraction, number.end + 2 < limit, tokens.has(number.end, .prepOf), numbers.isArticle(number.end + 1),
        let unit = unit(number.end + 2)
      {
        return DateReader.Found(end: number.end + 3, timex: timex(number.value, unit), kind: .duration, rule: "duration.part")
      }
      // "two more years", "three consecutive days".
      let isQualified =
        tokens.tag[number.end].isAdjective && tokens.is(number.end, .lowercase) && number.end + 1 < limit
        && (number.value == 1 || tokens.tag[number.end + 1] == .nns)
      let noun = isQualified ? number.end + 1 : number.end
      // "2018 day": a year before another word.
      if let unit = unit(noun), number.value < 1100 || tokens.tag[noun] == .nns {
        // "one hour and a half".
        if let (part, end) = part(noun + 1, limit) {
          return DateReader.Found(end: end, timex: timex(number.value + part, unit), kind: .duration, rule: "duration.count")
        }
        let found = finish(start, noun + 1, number.value, unit, limit, isPast)
        return found.map { $0.kind == .duration ? longer($0, number.value, unit, limit) : $0 }
      }
    }
    if let unit = unit(at), tokens.tag[at] == .nns, at > start || at + 1 < limit && shift(at + 1) != nil {
      return shifted(at + 1, limit, nil, unit)
        ?? DateReader.Found(end: at + 1, timex: timex(nil, unit), kind: .duration, rule: "duration.vague")
    }
    // "all day", "another week".
    if at == start, at + 1 < limit, scene.units.isWhole(tokens.lexeme[at]), let unit = unit(at + 1), tokens.tag[at + 1] == .nn,
      at + 2 >= limit || !tokens.tag[at + 2].isNoun
    {
      return DateReader.Found(end: at + 2, timex: timex(1, unit), kind: .duration, rule: "duration.whole")
    }
    // "a year", "an hour".
    if at == start, tokens.tag[at] == .dt, tokens.end[at] - tokens.start[at] <= 2,
      tokens.is(at, .lowercase) || tokens.is(at, .sentenceStart), at + 1 < limit,
      let unit = unit(at + 1), tokens.tag[at + 1] != .nns,
      !isFractionOrOrdinal(at + 1, limit)
    {
      if let (part, end) = part(at + 2, limit) {
        return DateReader.Found(end: end, timex: timex(1 + part, unit), kind: .duration, rule: "duration.count")
      }
      let found = finish(start, at + 2, 1, unit, limit, false)
      return found.map { $0.kind == .duration ? longer($0, 1, unit, limit) : $0 }
    }
    return nil
  }

  /// "every week", "each quarter", "every two years", "every Monday": a set of times.
  private func repeated(_ start: Int, _ limit: Int) -> DateReader.Found? {
    let at = start + 1
    guard at < limit else { return nil }
    // "every other Tuesday", "every second Friday".
    let isOther = scene.units.isOther(tokens.lexeme[at]) || value(at, .ordinalWord).map { $0 > 1 } == true
    let day = isOther && at + 1 < limit && tokens.has(at + 1, .weekday) ? at + 1 : at
    if let number = value(day, .weekday) {
      return DateReader(scene: scene).withTime(
        DateReader.Found(end: day + 1, timex: "XXXX-WXX-\(number)", kind: .set, rule: "set.weekday"), limit)
    }
    if scene.units.isOther(tokens.lexeme[at]), at + 1 < limit, let unit = unit(at + 1) {
      return DateReader.Found(end: at + 2, timex: timex(2, unit), kind: .set, rule: "set.every")
    }
    // "every summer", "each May".
    if let season = value(at, .season), (1...4).contains(season) {
      return DateReader.Found(end: at + 1, timex: "XXXX-" + DateReader.seasons[Int(season) - 1], kind: .set, rule: "set.season")
    }
    if let month = DateReader(scene: scene).month(at) {
      return DateReader.Found(end: at + 1, timex: "XXXX-" + CalendarDate.padded(month, 2), kind: .set, rule: "set.month")
    }
    // "every weekend".
    if let days = scene.units.days(tokens.lemma[at]) {
      return DateReader.Found(end: at + 1, timex: "XXXX-WXX-" + days, kind: .set, rule: "set.every")
    }
    // "every night".
    if let hour = value(at, .timeOfDay), hour > 2, hour != 12 {
      return DateReader.Found(end: at + 1, timex: "XXXX-XX-XXT" + DateReader.part(ofHour: hour), kind: .set, rule: "set.part-of-day")
    }
    // "every second household".
    if tokens.has(at, .ordinalWord), at + 1 < limit, tokens.tag[at + 1].isNoun || tokens.tag[at + 1].isAdjective, unit(at + 1) == nil {
      return nil
    }
    if let unit = unit(at) { return DateReader.Found(end: at + 1, timex: timex(1, unit), kind: .set, rule: "set.every") }
    // "every third year".
    if at + 1 < limit, let unit = unit(at + 1), let step = value(at, .ordinalWord), step > 1 {
      return DateReader.Found(end: at + 2, timex: timex(Double(step), unit), kind: .set, rule: "set.every")
    }
    guard let number = numbers.read(at, limit: limit), number.end < limit else { return nil }
    if let (lower, upper) = numbers.range(number, at, limit), upper.end < limit, let unit = unit(upper.end) {
      return DateReader.Found(
        end: upper.end + 1, timex: timex(upper.value, unit), kind: .set, rule: "set.every", range: (lower, upper.value))
    }
    guard let unit = unit(number.end) else { return nil }
    return DateReader.Found(end: number.end + 1, timex: timex(number.value, unit), kind: .set, rule: "set.every")
  }

  /// "a quarter of", "a quarter million", "a quarter point", "a second chance": no time.
  private func isFractionOrOrdinal(_ noun: Int, _ limit: Int) -> Bool {
    if tokens.has(noun, .fractionWord) {
      return noun + 1 < limit
        && (tokens.has(noun + 1, .prepOf) || tokens.has(noun + 1, .multiplierWord)
          || tokens.tag[noun + 1] == .nn && tokens.is(noun + 1, .lowercase))
    }
    return tokens.has(noun, .ordinalWord) && noun + 1 < limit && (tokens.tag[noun + 1].isNoun || tokens.tag[noun + 1].isAdjective)
  }

  /// "an hour and a half", "an hour and a quarter": the part, and the token behind it.
  private func part(_ start: Int, _ limit: Int) -> (Double, Int)? {
    guard start + 1 < limit, tokens.has(start, .andWord) else { return nil }
    let at = numbers.isArticle(start + 1) ? start + 2 : start + 1
    guard at < limit, let parts = value(at, .fractionWord), parts == 2 || at > start + 1, tokens.tag[at] != .nns,
      at + 1 >= limit || !tokens.tag[at + 1].isNoun && !tokens.has(at + 1, .prepOf)
    else { return nil }
    return (1 / Double(parts), at + 1)
  }

  /// "a few days", "several years", "the past couple of months", whose noun may stand at `at`.
  private func few(_ start: Int, _ at: Int, _ limit: Int, _ isPast: Bool) -> DateReader.Found? {
    let vague = VagueReader(scene: scene)
    var noun = at
    var first: Int?
    if isPast {
      guard let behind = vague.noun(behindFewAt: at, limit) else { return nil }
      noun = behind
    }
    guard tokens.has(noun, .timeNoun), tokens.tag[noun] == .nns, noun > 0, let unit = unit(noun), let few = vague.few(endingAt: noun - 1),
      tokens.sentence[few.start] == tokens.sentence[noun]
    else { return nil }
    if !isPast { first = few.start }
    let count = few.least == 2 ? 2.0 : nil
    var found = DateReader.Found(end: noun + 1, timex: timex(count, unit), kind: .duration, rule: "duration.few")
    if !isPast, let shifted = shifted(noun + 1, limit, count, unit) { found = shifted }
    found.start = first
    found.isApproximate = count != nil && found.kind == .duration
    return found
  }

  private func finish(
    _ start: Int, _ end: Int, _ count: Double, _ unit: TimeUnits.Unit, _ limit: Int, _ isPast: Bool
  ) -> DateReader.Found? {
    if !isPast,
      let shifted = inTime(start, end, count, unit, limit) ?? shifted(end, limit, count, unit) ?? ahead(start, end, count, unit, limit)
    {
      return shifted
    }
    let found = DateReader.Found(
      end: end, timex: timex(count, unit), kind: .duration, rule: isPast ? "duration.past" : "duration.count")
    return isPast ? ofYear(found, limit) : found
  }
}
