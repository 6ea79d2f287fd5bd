/// Finds numbers, amounts, dates and durations; values never overlap.
///
/// Each token is asked once whether it can open a value (a digit, a class of the value words); only then the readers look ahead, a bounded
/// number of tokens each. Calendar expressions go first, then durations, then amounts.
struct ValueRecognizer {
  let gazetteer: GazetteerFile
  private let tables: AmountTables
  private let units: TimeUnits
  private let feasts: FeastTable

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    tables = AmountTables(gazetteer)
    units = TimeUnits(gazetteer)
    feasts = FeastTable(gazetteer)
  }

  func run(_ analysis: inout Analysis) {
    let mayStateDate = analysis.article.published == nil && !analysis.article.continues
    if mayStateDate { analysis.publishedInText = PublicationDate.read(analysis, values(of:in:)) }
    analysis.values = values(of: analysis.sentences[...], in: analysis)
  }

  /// The values of some sentences, dates resolved against the date of publication if there is one.
  private func values(of sentences: ArraySlice<Sentence>, in analysis: Analysis) -> [Value] {
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      analysis.tokens.withColumns { tokens in
        let scene = ValueScene(
          tokens: tokens, bytes: bytes, lexicon: gazetteer.lexicon, tables: tables, units: units, feasts: feasts,
          reference: analysis.published)
        return ValueRun(scene: scene, matches: MatchColumns(analysis.matches)).values(of: sentences)
      }
    } ?? []
  }
}

/// One pass over the tokens of one article.
private struct ValueRun: ValueReader {
  let scene: ValueScene
  /// The matches of names.
  let matches: MatchColumns

  func values(of sentences: ArraySlice<Sentence>) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(tokens.count / 32 + 4)
    let openers = WordRecord.openingClasses
    // Only a word with the flag opens a value, or one before such a word in its sentence.
    var marked = FlaggedTokens(.mayOpenValue, of: tokens)
    for sentence in sentences {
      let limit = Int(sentence.tokens.end)
      var token = sentence.tokens.first
      // Where the last value ended: a feast's name may begin before the word that gives it away.
      var floor = token
      while true {
        let next = marked.first(from: token, below: limit)
        guard next < limit else { break }
        if tellsFeast(next, floor), let feast = DateReader(scene: scene).feast(next, from: floor, limit) {
          token = append(feast, limit, &values)
          floor = token
          continue
        }
        token = max(token, next - 1)
        if opens(token, limit, openers), !isInName(token) {
          let count = values.count
          token = max(token + 1, read(token, limit, floor, into: &values))
          if values.count > count { floor = token }
        } else {
          token += 1
        }
      }
    }
    return values
  }

  @inline(__always)
  private func opens(_ token: Int, _ limit: Int, _ openers: WordClassSet) -> Bool {
    let flags = tokens.flags[token]
    if flags.contains(.hasDigit) {
      // "R2.5m" opens as "2.5m" does.
      return flags.contains(.number) || flags.contains(.capitalized) || bytes[Int(tokens.start[token])] &- 48 < 10
    }
    // "½".
    if flags.contains([.mayOpenValue, .nonASCII]) { return true }
    if tokens.classes[token].intersects(openers) { return true }
    if flags.contains(.hasHyphen), !flags.contains(.punctuation) {
      return flags.contains(.hasLetter) && (!flags.contains(.capitalized) || flags.contains(.sentenceStart)) && numbers.opensCompound(token)
    }
    guard token + 1 < limit else { return false }
    // A currency sign or code, a minus, an article or "the" before a period.
    if tokens.flags[token + 1].contains(.hasDigit) {
      return flags.contains(.punctuation) && opensAsMark(token) || flags.contains(.allCapitals)
        || flags.contains(.capitalized) && tokens.length(token) <= ValueRun.longestCode || scene.tables.isMinus(tokens.lexeme[token])
        || tokens.tag[token] == .dt && scene.units.isEvery(tokens.lexeme[token])
    }
    if tokens.has(token + 1, .cardinalWord),
      scene.tables.isMinus(tokens.lexeme[token]) || flags.contains(.punctuation) && opensAsMark(token)
    {
      return true
    }
    if tokens.has(token + 1, anyOf: ValueRun.parts), scene.units.isFinal(tokens.lexeme[token]) { return true }
    // "a third", "a twenty-fifth".
    return tokens.tag[token] == .dt
      && (tokens.classes[token + 1].intersects(WordRecord.valueClasses) || tokens.flags[token + 1].contains([.mayOpenValue, .hasHyphen]))
  }

  /// "final quarter", "final two years".
  private static let parts = WordClassSet(.fractionWord, .cardinalWord)

  /// A currency sign, a minus or the stop of ".5"; commas and brackets are none.
  private func opensAsMark(_ token: Int) -> Bool {
    let start = Int(tokens.start[token])
    let byte = bytes[start]
    // Quotation marks and dashes are U+20xx, too.
    return byte == UInt8(ascii: "$") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte > 0x7F && !(byte == 0xE2 && bytes[start + 1] == 0x80)
  }

  /// Letters of the longest code of a currency that is written with small ones: "Naira".
  private static let longestCode = 5

  /// A number or an ordinal inside a name that the gazetteer knows: Boeing 737, Group of 20, First Nations.
  private func isInName(_ token: Int) -> Bool {
    // "the First Lady", "the Second World War": an ordinal with a capital.
    guard
      tokens.flags[token].contains(.number)
        || tokens.has(token, .ordinalWord) && tokens.isCapitalized(token) && !tokens.is(token, .sentenceStart)
    else { return false }
    for match in matches.matches(in: max(0, token - 3)..<token + 1)
    where matches.end(match) > token && matches.end(match) - matches.start(match) > 1 { return true }
    return false
  }

  /// Appends the value that starts at `token`, with its modifier, if one does; returns where to go on.
  private func read(_ token: Int, _ limit: Int, _ floor: Int, into values: inout [Value]) -> Int {
    if tokens.is(token, .hasDigit) || tokens.is(token, .punctuation) {
      if let end = phone(token, limit) { return end }
      // "2. Strike enters its third day": the number of an item.
      let start = token == floor + 1 && tokens.is(floor, .punctuation) ? floor : token
      if start == floor, tokens.is(start, .lineStart) {
        if let number = numbers.negativeLine(start, limit) {
          var value = Value(kind: .cardinal, tokens: TokenRange(start, limit), rule: "number.negative")
          value.number = number
          value.span = tokens.span(value.tokens)
          values.append(consume value)
          return limit
        }
        if let marker = ListMarker.read(tokens, bytes, start), marker.end < limit { return marker.end }
      }
    }
    var value = Value(kind: .cardinal, tokens: TokenRange(token, token + 1), rule: "")
    if !often(token, limit, floor, &value), !expression(token, limit, floor, &value),
      !AmountReader(scene: scene).read(token, limit: limit, into: &value)
    {
      return token + 1
    }
    let end = Int(value.tokens.end)
    ModifierReader(scene: scene).take(&value, floor)
    value.span = tokens.span(value.tokens)
    values.append(consume value)
    return end
  }

  /// The token behind the telephone number that starts at `token`, or at its sign; nil where none does.
  private func phone(_ token: Int, _ limit: Int) -> Int? {
    let first = tokens.is(token, .punctuation) ? token + 1 : token
    guard first < limit, first == token || !tokens.is(first, .spaceBefore), byte(first) &- 48 < 10,
      let end = PhoneNumber.end(bytes, from: Int(tokens.start[first]), limit: Int(tokens.end[limit - 1]))
    else { return nil }
    var behind = first + 1
    while behind < limit, Int(tokens.start[behind]) < end { behind += 1 }
    return behind
  }

  /// Appends a feast, with the clock time behind it; returns where to go on.
  private func append(_ feast: DateReader.Feast, _ limit: Int, _ values: inout [Value]) -> Int {
    let found = DateReader(scene: scene).withTime(feast.found, limit)
    var value = Value(kind: .date, tokens: TokenRange(feast.start, found.end), rule: "")
    set(&value, feast.start, found)
    value.span = tokens.span(value.tokens)
    values.append(consume value)
    return found.end
  }

  /// Reads "twice a week", of which `token` is the second word or the noun.
  private func often(_ token: Int, _ limit: Int, _ floor: Int, _ value: inout Value) -> Bool {
    guard tokens.has(token, anyOf: ValueRun.periods) || tokens.tag[token] == .dt || tokens.tag[token] == .in else { return false }
    // "every other Tuesday": "other" opens nothing.
    if token - 2 >= floor, scene.units.isOther(tokens.lexeme[token - 1]), scene.units.isEvery(tokens.lexeme[token - 2]),
      let found = DurationReader(scene: scene).read(token - 2, limit: limit), found.end > token
    {
      set(&value, token - 2, found)
      return true
    }
    let adverb = tokens.has(token, .timeNoun) ? token - 2 : token - 1
    return adverb >= floor && RateReader(scene: scene).adverb(adverb, limit, &value)
  }

  private static let periods = WordClassSet(.timeNoun, .weekday)

  /// Reads a calendar expression or a duration: the longer one; of two of one length the date.
  private func expression(_ token: Int, _ limit: Int, _ floor: Int, _ value: inout Value) -> Bool {
    let duration = DurationReader(scene: scene).read(token, limit: limit)
    if let date = DateReader(scene: scene).read(token, limit: limit), date.end >= duration?.end ?? 0 {
      let start = date.start ?? token
      set(&value, DateReader(scene: scene).widened(start, date, floor), date)
    } else if let duration {
      set(&value, duration.start ?? token, duration)
      if duration.kind == .duration {
        AgeReader(scene: scene).take(&value, limit)
        // "40 hours a week".
        if value.kind == .duration, duration.rule == "duration.count" { RateReader(scene: scene).take(&value, limit) }
      }
    } else {
      return false
    }
    return true
  }

  @inline(__always)
  private func set(_ value: inout Value, _ token: Int, _ found: DateReader.Found) {
    value.kind = found.kind
    value.tokens = TokenRange(token, found.end)
    value.rule = found.rule
    value.timex = found.timex
    if let range = found.range {
      (value.low, value.high) = (range.low, range.high)
      value.unit = found.unit.map { lexicon.text($0) } ?? lemma(found.end - 1)
    }
    value.approximate = found.isApproximate
    if let year = found.year {
      scene.narrative.note(
        CalendarDate.padded(year, 4), isDated: isDated(token, found), isNarrated: false, sentence: tokens.sentence[token])
    }
    // A clock time alone is of the day of publication.
    if found.kind == .date || found.kind == .time && found.rule != "time.clock" && found.rule != "time.noon" && found.rule != "time.range" {
      let isNarrated = found.rule == "date.month-day" || found.rule == "date.day-month" || found.rule == "date.month"
      scene.narrative.note(found.timex, isDated: isDated(token, found), isNarrated: isNarrated, sentence: tokens.sentence[token])
    }
  }

  /// Whether the text says that something happened in the year of a date: a date with its year, or a year behind a preposition.
  private func isDated(_ token: Int, _ found: DateReader.Found) -> Bool {
    let last = found.end - 1
    guard tokens.is(last, .number), tokens.length(last) == 4 else { return false }
    return scene.narrative.isHistory || found.end > token + 1 || token > 0 && tokens.tag[token - 1] == .in
  }
}
