/// Feasts: "Christmas", "Good Friday 2024", "last Easter", "New Year's Eve", "Eid al-Fitr".
extension DateReader {
  /// A feast and where its name begins.
  struct Feast {
    var start: Int
    var found: Found
  }

  /// Tokens that a name may go on behind the word that gives it away: "New Year's Day".
  private static let longestRest = 4

  /// The feast whose name holds the token, with its year.
  ///
  /// - Parameter floor: the first token that the name may start with.
  func feast(_ token: Int, from floor: Int, _ limit: Int, shift: Int? = nil) -> Feast? {
    // "New Year's Eve", "Easter Monday": little goes on behind other words.
    let goesOn = tokens.has(token, .season) || token + 1 < limit && tokens.tag[token + 1] == .pos
    var end = goesOn ? min(limit, token + DateReader.longestRest) : token + 1
    while end > token {
      var start = max(floor, token - scene.feasts.longest)
      while start <= token {
        // Names have no marks at their ends.
        if !tokens.is(start, .punctuation), !tokens.is(end - 1, .punctuation),
          let rule = scene.feasts.rule(feastName(start, end), isCapital: isCapitalName(start, floor))
        {
          return dated(rule, start, end, floor, limit, shift)
        }
        start += 1
      }
      end -= 1
    }
    return nil
  }

  /// "in a New Year" is no day.
  private func isCapitalName(_ start: Int, _ floor: Int) -> Bool {
    tokens.isCapitalized(start) && (start == floor || tokens.tag[start - 1] != .dt && tokens.tag[start - 1] != .prps)
  }

  /// The words in small letters, without apostrophes.
  private func feastName(_ first: Int, _ end: Int) -> String {
    var at = Int(tokens.start[first])
    let last = Int(tokens.end[end - 1])
    guard last - at < 64 else { return "" }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { name in
      var count = 0
      func append(_ byte: UInt8) {
        name[count] = byte
        count += 1
      }
      while at < last {
        let byte = bytes[at]
        if byte == 0xE2, at + 2 < last, bytes[at + 1] == 0x80 {
          if bytes[at + 2] != 0x98, bytes[at + 2] != 0x99 { append(32) }
          at += 3
          continue
        }
        if byte == UInt8(ascii: "-") || byte == 10 { append(32) } else if byte != UInt8(ascii: "'") { append(byte) }
        at += 1
      }
      return Folding.folded(UnsafeBufferPointer(rebasing: name[..<count]))
    }
  }

  private static let weekend = "WE"
  private static let besideFeasts = WordClassSet(.weekday, .month, .timeOfDay, .relativeDay, .relativeTime)

  /// The day in the year that the text names behind it or means.
  private func dated(_ rule: FeastRule, _ start: Int, _ end: Int, _ floor: Int, _ limit: Int, _ shift: Int?) -> Feast? {
    func found(_ timex: String, _ start: Int, _ end: Int) -> Feast {
      Feast(start: start, found: Found(end: end, timex: timex, rule: "date.feast"))
    }
    var at = end
    if at + 1 < limit, byte(at) == UInt8(ascii: ",") || tokens.has(at, .prepIn) && tokens.length(at) == 2, year(at + 1) != nil { at += 1 }
    // "Parsi New Year", "Father Christmas".
    if start > 0, tokens.sentence[start - 1] == tokens.sentence[start], tokens.isCapitalized(start - 1), !tokens.has(start - 1, .closed),
      !tokens.has(start - 1, anyOf: DateReader.besideFeasts)
    {
      return nil
    }
    if let (year, behind) = yearOf(at, limit), let day = rule.date(in: year) { return found(day.iso, start, behind) }
    if end < limit, tokens.tag[end] == .nn, scene.units.days(tokens.lemma[end]) == DateReader.weekend,
      let reference = dated(rule, start, end, floor, end, shift), let day = CalendarDate(iso: reference.found.timex)
    {
      // Of a Monday or a Tuesday the days before it.
      return found(day.adding(days: day.weekday <= 2 ? -7 : 0).isoWeek + "-WE", reference.start, end + 1)
    }
    // "Christmas Island", "the Good Friday Agreement".
    if end < limit, tokens.tag[end].isNoun, !tokens.has(end, anyOf: DateReader.besideFeasts) { return nil }
    var (first, shift) = (start, shift)
    if shift == nil, start > floor, let value = value(start - 1, .relativeTime) { (first, shift) = (start - 1, Int(value)) }
    if let year = rule.fixed.flatMap({ scene.narrative.year(of: $0.month, in: tokens.sentence[start]) }), scene.narrative.isHistory,
      let day = rule.date(in: year)
    {
      return found(day.iso, first, end)
    }
    guard let reference else {
      return rule.fixed.map { found("XXXX-" + CalendarDate.padded($0.month, 2) + "-" + CalendarDate.padded($0.day, 2), first, end) }
    }
    let days = (reference.year - 1...reference.year + 1).compactMap { rule.date(in: $0) }
    let now = reference.dayNumber
    let day: CalendarDate?
    switch shift {
    case .some(0): day = rule.date(in: reference.year)
    case .some(..<0): day = days.last { $0.dayNumber < now }
    case .some: day = days.first { $0.dayNumber > now }
    default: day = tense(start) == .past ? days.last { $0.dayNumber <= now } : days.first { $0.dayNumber >= now }
    }
    return day.map { found($0.iso, first, end) }
  }
}

extension ValueReader {
  /// Whether the token may be what gives away the name of a feast: a word of its own, or the last one of several.
  @inline(__always)
  func tellsFeast(_ token: Int, _ floor: Int) -> Bool {
    guard tokens.has(token, anyOf: FeastTable.heads) else { return false }
    if tokens.has(token, .season) { return lexicon.value(tokens.lexeme[token], .season) == FeastTable.feastWord }
    // "Mother's Day".
    let before = token - 1 > floor && tokens.tag[token - 1] == .pos ? token - 2 : token - 1
    return before >= floor && scene.feasts.mayEnd(behind: tokens.lexeme[before])
  }
}
