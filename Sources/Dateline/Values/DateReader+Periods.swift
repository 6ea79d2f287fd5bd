/// Parts of years: "the first quarter of 2009", "spring of 1920", "Q3".
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
    guard start + 1 < limit, tokens.has(start + 1, .fractionWord), let parts = lexicon.value(tokens.lexeme[start + 1], .fractionWord),
      let number = isLast(start) ? Int(parts) : ordinal(start), number >= 1, number <= parts
    else { return nil }
    if let (year, end) = fiscalYear(start + 2, limit) {
      return Found(end: end, timex: "FY" + CalendarDate.padded(year, 4) + (parts == 4 ? "-Q" : "-H") + String(number), rule: "date.fiscal")
    }
    if parts == 2, start + 3 < limit, tokens.has(start + 2, .prepOf), tokens.has(start + 3, .month), let month = monthDay(start + 3, limit),
      month.timex.utf8.count == 7
    {
      return Found(end: month.end, timex: month.timex, rule: "date.half-month")
    }
    guard let (year, end) = yearOf(start + 2, limit) else { return parts == 4 && !isLast(start) ? quarter(number, start, limit) : nil }
    return Found(end: end, timex: CalendarDate.padded(year, 4) + (parts == 4 ? "-Q" : "-H") + String(number), rule: "date.part-of-year")
  }

  /// "in the third quarter", where no match is told of: the last one that has begun, or the next one.
  private func quarter(_ number: Int, _ start: Int, _ limit: Int) -> Found? {
    guard let reference, !scene.isSport, start > 1, tokens.has(start - 1, .articleThe) || tokens.tag[start - 1] == .prps,
      tokens.tag[start - 2] == .in || tokens.tag[start - 2] == .to, tokens.tag[start + 1] != .nns,
      start + 2 >= limit || tokens.is(start + 2, .punctuation) || tokens.tag[start + 2] == .in && !tokens.has(start + 2, .prepOf)
        || tokens.tag[start + 2].isVerb || tokens.tag[start + 2] == .cc
    else { return nil }
    let current = (reference.month - 1) / 3 + 1
    let tense = tense(start)
    let isBack = number > current && tense != .future
    let isNext = number < current && tense == .future
    let year = isBack ? reference.year - 1 : isNext ? reference.year + 1 : reference.year
    return Found(end: start + 2, timex: CalendarDate.padded(year, 4) + "-Q" + String(number), rule: "date.quarter")
  }

  /// "last", "final".
  func isLast(_ token: Int) -> Bool {
    tokens.has(token, .relativeTime)
      ? tokens.length(token) == 4 && byte(token) | 0x20 == UInt8(ascii: "l") : scene.units.isFinal(tokens.lexeme[token])
  }

  /// "Q3", "Q1 2019", "Q4 of 2018", "H1 2020"; a half only with its year.
  func coded(_ start: Int, _ limit: Int) -> Found? {
    guard tokens.length(start) == 2, tokens.is(start, .capitalized) else { return nil }
    let number = Int(bytes[Int(tokens.start[start]) + 1]) - 48
    let isQuarter = byte(start) == UInt8(ascii: "Q")
    guard isQuarter || byte(start) == UInt8(ascii: "H"), (1...(isQuarter ? 4 : 2)).contains(number) else { return nil }
    let code = (isQuarter ? "-Q" : "-H") + String(number)
    if let (year, end) = yearOf(start + 1, limit) {
      return Found(end: end, timex: CalendarDate.padded(year, 4) + code, rule: "date.part-of-year")
    }
    guard isQuarter, let reference else { return nil }
    let current = (reference.month - 1) / 3 + 1
    let year = number > current && tense(start) != .future ? reference.year - 1 : reference.year
    return Found(end: start + 1, timex: CalendarDate.padded(year, 4) + code, rule: "date.quarter")
  }

  private func season(_ start: Int, _ limit: Int) -> Found? {
    guard let number = lexicon.value(tokens.lexeme[start], .season).map(Int.init), (1...4).contains(number), tokens.tag[start].isNoun else {
      return nil
    }
    if let (year, end) = yearOf(start + 1, limit) {
      return Found(end: end, timex: CalendarDate.padded(year, 4) + "-" + DateReader.seasons[number - 1], rule: "date.season-year")
    }
    // "in the winter"; "spring" and "fall" alone are other words, too.
    guard start > 0, tokens.sentence[start - 1] == tokens.sentence[start], !opensTitle(start, limit) else { return nil }
    let before = tokens.has(start - 1, .articleThe) && start > 1 ? start - 2 : start - 1
    // "the fall of the city".
    guard start + 1 >= limit || !tokens.has(start + 1, .prepOf), tokens.tag[before] == .in, number == 2 || number == 4 || before < start - 1
    else { return nil }
    if let year = scene.narrative.year(of: number * 3, in: tokens.sentence[start]), scene.narrative.isAllPast || tense(start) != .future {
      return Found(end: start + 1, timex: CalendarDate.padded(year, 4) + "-" + DateReader.seasons[number - 1], rule: "date.season")
    }
    return Found(end: start + 1, timex: seasonal(number, 0), rule: "date.season")
  }

  /// "for Winter Accounts", "in Fall River": a season's word with a capital before another one is part of a name.
  private func opensTitle(_ start: Int, _ limit: Int) -> Bool {
    tokens.is(start, .capitalized) && start + 1 < limit && tokens.is(start + 1, .capitalized) && tokens.is(start + 1, .spaceBefore)
      && !tokens.is(start + 1, .hasDigit)
  }

  static let seasons = ["SP", "SU", "FA", "WI"]

  /// "of fiscal 2024", "of the 2024 fiscal year": the year of the budget behind "of", and the token behind it.
  private func fiscalYear(_ start: Int, _ limit: Int) -> (Int, Int)? {
    guard start + 2 < limit, tokens.has(start, .prepOf) else { return nil }
    var at = start + 1
    if tokens.has(at, .articleThe), let year = year(at + 1), at + 3 < limit, scene.units.yearKind(tokens.lexeme[at + 2]) == "FY",
      isYear(at + 3)
    {
      return (year, at + 4)
    }
    guard scene.units.yearKind(tokens.lexeme[at]) == "FY" else { return nil }
    at += 1
    if isYear(at), at + 1 < limit { at += 1 }
    return year(at).map { ($0, at + 1) }
  }

  /// The year behind "of" or nothing: "of 2009", "2009", "of last year", "of the year"; and the token behind it.
  func yearOf(_ start: Int, _ limit: Int) -> (Int, Int)? {
    var at = start
    if at < limit, tokens.has(at, .prepOf) { at += 1 }
    guard at < limit else { return nil }
    if let year = year(at) { return (year, at + 1) }
    if let named = relativeYear(at, limit) { return named }
    guard at > start, at + 1 < limit, let reference, tokens.has(at + 1, .timeNoun), let unit = scene.units.unit(tokens.lemma[at + 1]),
      unit.letter == UInt8(ascii: "Y"), unit.factor == 1, tokens.tag[at + 1] != .nns
    else { return nil }
    if tokens.has(at, .articleThe) { return (reference.year, at + 2) }
    guard tokens.has(at, .relativeTime), let shift = lexicon.value(tokens.lexeme[at], .relativeTime) else { return nil }
    return (reference.year + Int(shift), at + 2)
  }
}
