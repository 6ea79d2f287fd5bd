/// Durations in one token or of several units: "two-year", "24-hour", "45mins", "two days, three hours and 14 minutes", "1:42.34".
extension DurationReader {
  /// "45mins", "10yrs": a number and its unit.
  func glued(_ start: Int) -> DateReader.Found? {
    guard let (value, unit) = gluedPart(start) else { return nil }
    return DateReader.Found(end: start + 1, timex: timex(value, unit), kind: .duration, rule: "duration.glued")
  }

  private func gluedPart(_ token: Int) -> (Double, TimeUnits.Unit)? {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard tokens.is(token, .hasDigit), !tokens.is(token, .number), end - start < 12, bytes[start] &- 48 < 10 else { return nil }
    var at = start
    while at < end, bytes[at] &- 48 < 10 || bytes[at] == UInt8(ascii: ".") { at += 1 }
    guard at < end, end - at >= 2, let (value, _) = NumberReader.parse(bytes[start..<at]), let lexeme = numbers.lexeme(bytes[at..<end]),
      lexicon.info(lexeme).classes.contains(.timeNoun), let unit = scene.units.unit(lexeme, lexicon.lemma(lexeme))
    else { return nil }
    return (value, unit)
  }

  /// "two-year", "24-hour", "half-hour", "20-to-30-minute": one token.
  func compound(_ token: Int) -> DateReader.Found? {
    if let (lower, upper, rest) = numbers.rangeCompound(token) {
      guard let unit = unit(rest) else { return nil }
      return DateReader.Found(
        end: token + 1, timex: timex(upper, unit), kind: .duration, rule: "duration.compound", range: (lower, upper),
        unit: numbers.lexeme(rest))
    }
    guard let (value, rest) = numbers.measured(token), let unit = unit(rest), !isOrdinal(token, value, rest) else { return nil }
    // Half-centuries of sport are runs.
    if value < 1, unit.factor > 10, scene.isSport { return nil }
    return DateReader.Found(end: token + 1, timex: timex(value, unit), kind: .duration, rule: "duration.compound")
  }

  /// "10- to 15-minute".
  func hanging(_ start: Int, _ limit: Int) -> DateReader.Found? {
    guard let (lower, token) = numbers.hanging(start, limit), var found = compound(token), let (upper, rest) = numbers.compound(token)
    else { return nil }
    found.range = (lower, upper)
    found.unit = numbers.lexeme(rest)
    return found
  }

  /// The unit that a part of a compound means, singular.
  private func unit(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> TimeUnits.Unit? {
    guard let lexeme = numbers.lexeme(rest), lexicon.info(lexicon.lemma(lexeme)).classes.contains(.timeNoun),
      let unit = scene.units.unit(lexicon.lemma(lexeme))
    else { return nil }
    // "three-quarters of the town".
    return lexicon.info(lexeme).classes.contains(.fractionWord) && rest.last == UInt8(ascii: "s") ? nil : unit
  }

  /// "the forty-second president", "their forty-second anniversary": no seconds.
  private func isOrdinal(_ token: Int, _ value: Double, _ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard value >= 20, !tokens.is(token, .hasDigit), let lexeme = numbers.lexeme(rest), lexicon.info(lexeme).classes.contains(.ordinalWord)
    else { return false }
    return tokens.is(token, .capitalized) && !tokens.is(token, .sentenceStart)
      || token > 0 && (tokens.has(token - 1, .articleThe) || tokens.tag[token - 1] == .prps || tokens.tag[token - 1] == .pos)
  }

  // MARK: Several units

  /// "2 years and 3 months", "one hour 45 minutes", "two days, three hours and 14 minutes": takes in the smaller units behind a duration.
  func longer(_ found: DateReader.Found, _ count: Double, _ unit: TimeUnits.Unit, _ limit: Int) -> DateReader.Found {
    var joined = found
    var unit = unit
    var day = reference.flatMap { count < 1000 ? back(from: $0, count, unit) : nil }
    while true {
      var at = joined.end
      if at < limit, tokens.length(at) == 1, bytes[Int(tokens.start[at])] == UInt8(ascii: ",") { at += 1 }
      if at < limit, tokens.has(at, .andWord) { at += 1 }
      guard at < limit, tokens.is(at, .number) || tokens.has(at, .cardinalWord), let number = numbers.read(at, limit: limit),
        number.end < limit, let smaller = self.unit(number.end), DurationReader.rank(smaller) > DurationReader.rank(unit),
        number.isInteger || smaller.isClock && smaller.letter == UInt8(ascii: "S")
      else {
        // "two years and three months ago".
        if joined.end > found.end, let day, joined.end < limit, shift(joined.end) == -1, tokens.length(joined.end) == 3 {
          let isMonth = unit.letter == UInt8(ascii: "M")
          return DateReader.Found(
            end: joined.end + 1, timex: isMonth ? CalendarDate.month(day.year, day.month) : day.iso, rule: "date.ago")
        }
        return joined
      }
      day = day.flatMap { number.value < 1000 ? back(from: $0, number.value, smaller) : nil }
      let text = timex(number.value, smaller)
      let isClock = text.utf8.dropFirst().first == UInt8(ascii: "T")
      guard !isClock || !unit.isClock || joined.timex.utf8.contains(UInt8(ascii: "T")) else { return joined }
      joined.end = number.end + 1
      joined.timex += text.dropFirst(isClock && unit.isClock ? 2 : 1)
      unit = smaller
    }
  }

  /// The order of units: years before months before weeks and so on.
  static func rank(_ unit: TimeUnits.Unit) -> Int {
    switch (Unicode.Scalar(unit.letter), unit.isClock) {
    case ("Y", _): 0
    case ("M", false): 1
    case ("W", _): 2
    case ("D", _): 3
    case ("H", _): 4
    case ("M", true): 5
    default: 6
    }
  }

  /// Bytes of the shortest time of a race: "1:42.3".
  static let shortestRace = 6

  /// "1:42.34", "2:03:11.5": minutes, seconds and their parts, with hours before them or not.
  func raceTime(_ token: Int) -> DateReader.Found? {
    let text = bytes[Int(tokens.start[token])..<Int(tokens.end[token])]
    guard text.count <= 12, let stop = text.lastIndex(of: UInt8(ascii: ".")), let colon = text.lastIndex(of: UInt8(ascii: ":")),
      colon + 3 == stop, stop + 1 < text.endIndex, text[stop...].dropFirst().allSatisfy({ $0 &- 48 < 10 }),
      let (seconds, _) = NumberReader.parse(text[(colon + 1)...]), seconds < 60
    else { return nil }
    let before = text[..<colon]
    var timex = "PT"
    let minutes: Slice<UnsafeBufferPointer<UInt8>>
    if let first = before.firstIndex(of: UInt8(ascii: ":")) {
      guard let (hours, isWhole) = NumberReader.parse(before[..<first]), isWhole, hours < 100 else { return nil }
      timex += "\(Int(hours))H"
      minutes = before[(first + 1)...]
    } else {
      minutes = before
    }
    guard minutes.count <= 2, !minutes.isEmpty, let (value, isWhole) = NumberReader.parse(minutes), isWhole, value < 60 else { return nil }
    timex += "\(Int(value))M"
    // As it is written: "34.20" has hundredths.
    timex += String(decoding: text[(colon + (text[colon + 1] == UInt8(ascii: "0") ? 2 : 1))...], as: UTF8.self) + "S"
    return DateReader.Found(end: token + 1, timex: timex, kind: .duration, rule: "duration.race")
  }

  // MARK: Parts of years

  /// "first three months of 2023", "final two weeks": the beginning or end of something, with the year that it is a part of.
  func opening(_ start: Int, _ limit: Int) -> DateReader.Found? {
    guard value(start, .ordinalWord) == 1 || scene.units.isFinal(tokens.lexeme[start]), start + 2 < limit,
      tokens.is(start + 1, .number) || tokens.has(start + 1, .cardinalWord), let number = numbers.read(start + 1, limit: limit),
      number.end < limit, number.value > 1, number.isInteger, let unit = unit(number.end), tokens.tag[number.end] == .nns
    else { return nil }
    return ofYear(
      DateReader.Found(end: number.end + 1, timex: timex(number.value, unit), kind: .duration, rule: "duration.opening"), limit)
  }

  /// Takes in the year behind a part of it: "the last three months of 1944".
  func ofYear(_ found: DateReader.Found, _ limit: Int) -> DateReader.Found {
    guard found.end < limit, tokens.has(found.end, .prepOf), let (year, end) = DateReader(scene: scene).yearOf(found.end, limit) else {
      return found
    }
    var whole = found
    whole.end = end
    whole.year = year
    return whole
  }
}
