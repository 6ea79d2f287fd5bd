/// Finds numbers, amounts, dates and durations; values never overlap.
///
/// Each token is asked once whether it can open a value (a digit, a class of the value words); only then the readers look ahead, a bounded
/// number of tokens each. Calendar expressions go first, then durations, then amounts.
struct ValueRecognizer {
  let gazetteer: GazetteerFile
  private let tables: AmountTables
  private let units: TimeUnits

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    tables = AmountTables(gazetteer)
    units = TimeUnits(gazetteer)
  }

  func run(_ analysis: inout Analysis) {
    if analysis.article.published == nil { analysis.publishedInText = PublicationDate.read(analysis, values(of:in:)) }
    analysis.values = values(of: analysis.sentences[...], in: analysis)
  }

  /// The values of some sentences, dates resolved against the date of publication if there is one.
  private func values(of sentences: ArraySlice<Sentence>, in analysis: Analysis) -> [Value] {
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      analysis.tokens.withColumns { tokens in
        ValueRun(
          tokens: tokens, bytes: bytes, matches: analysis.matches, reference: analysis.published, gazetteer: gazetteer, tables: tables,
          units: units
        )
        .values(of: sentences)
      }
    } ?? []
  }
}

/// One pass over the tokens of one article.
private struct ValueRun {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let matches: GazetteerMatches
  let lexicon: Lexicon
  let numbers: NumberReader
  let dates: DateReader
  let durations: DurationReader
  let amounts: AmountReader

  init(
    tokens: TokenColumns, bytes: UnsafeBufferPointer<UInt8>, matches: GazetteerMatches, reference: CalendarDate?, gazetteer: GazetteerFile,
    tables: AmountTables, units: TimeUnits
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.matches = matches
    lexicon = gazetteer.lexicon
    numbers = NumberReader(tokens: tokens, bytes: bytes, lexicon: lexicon)
    dates = DateReader(tokens: tokens, bytes: bytes, lexicon: lexicon, numbers: numbers, reference: reference)
    durations = DurationReader(tokens: tokens, bytes: bytes, lexicon: lexicon, numbers: numbers, units: units, reference: reference)
    amounts = AmountReader(tokens: tokens, bytes: bytes, lexicon: lexicon, numbers: numbers, tables: tables)
  }

  func values(of sentences: ArraySlice<Sentence>) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(tokens.count / 32 + 4)
    let openers = WordRecord.valueClasses
    for sentence in sentences {
      let limit = Int(sentence.tokens.end)
      var token = sentence.tokens.first
      while token < limit {
        // Only a word with the flag opens a value, or one before such a word; nearly all others cost this test.
        let near = tokens.flags[token].union(token + 1 < limit ? tokens.flags[token + 1] : [])
        guard near.contains(.mayOpenValue), opens(token, limit, openers), !isInName(token) else {
          token += 1
          continue
        }
        token = max(token + 1, read(token, limit, sentence.tokens.first, into: &values))
      }
    }
    return values
  }

  @inline(__always)
  private func opens(_ token: Int, _ limit: Int, _ openers: WordClassSet) -> Bool {
    let flags = tokens.flags[token]
    if flags.contains(.hasDigit) { return flags.contains(.number) || bytes[Int(tokens.start[token])] &- 48 < 10 }
    if tokens.classes[token].intersects(openers) { return true }
    if flags.contains(.hasHyphen) { return flags.contains(.hasLetter) && !flags.contains(.capitalized) && numbers.opensCompound(token) }
    guard token + 1 < limit else { return false }
    // A currency sign, an article or "the" before a period.
    if tokens.flags[token + 1].contains(.hasDigit) {
      return flags.contains(.punctuation) && !tokens.is(token + 1, .spaceBefore) || flags.contains(.allCapitals)
        || flags.contains(.capitalized) && tokens.end[token] - tokens.start[token] == 2
    }
    return tokens.tag[token] == .dt && tokens.classes[token + 1].intersects(openers)
  }

  /// A number inside a name that the gazetteer knows: Boeing 737, Group of 20.
  private func isInName(_ token: Int) -> Bool {
    guard tokens.flags[token].contains(.number) else { return false }
    for match in matches.matches(in: max(0, token - 3)..<token + 1)
    where Int(matches.end[match]) > token && matches.range(match).count > 1 { return true }
    return false
  }

  /// Appends the value that starts at `token`, with its modifier, if one does; returns where to go on.
  private func read(_ token: Int, _ limit: Int, _ floor: Int, into values: inout [Value]) -> Int {
    var value = Value(kind: .cardinal, tokens: TokenRange(token, token + 1), rule: "")
    if !expression(token, limit, &value), !amounts.read(token, limit: limit, into: &value) { return token + 1 }
    let end = Int(value.tokens.end)
    modify(&value, floor)
    value.span = tokens.span(value.tokens)
    values.append(consume value)
    return end
  }

  /// Reads a calendar expression or a duration: the longer one; of two of one length the date.
  private func expression(_ token: Int, _ limit: Int, _ value: inout Value) -> Bool {
    let duration = durations.read(token, limit: limit)
    let date = dates.read(token, limit: limit)
    guard let best = (date?.end ?? -1) >= (duration?.end ?? -1) ? date : duration else { return false }
    value.kind = best.kind
    value.tokens = TokenRange(token, best.end)
    value.rule = best.rule
    value.timex = best.timex
    return true
  }

  /// Takes in the modifier before the value: "over 40", "about 900", "more than 1,200", "less than 24 hours".
  private func modify(_ value: inout Value, _ floor: Int) {
    guard value.kind != .date, value.kind != .time, value.kind != .ordinal, value.kind != .age else { return }
    var start = value.tokens.first
    guard start > floor else { return }
    let before = start - 1
    if tokens.has(before, .approximator), tokens.tag[before] != .dt || tokens.is(before, .lowercase) {
      value.approximate = true
      start = before
    } else if let comparison = lexicon.value(tokens.lexeme[before], .comparisonWord) {
      value.comparison = comparison == 1 ? .moreThan : .lessThan
      start = before
    } else if before > floor, tokens.has(before, .asWord), tokens.tag[before - 1] == .jjr || tokens.tag[before - 1] == .rbr {
      value.comparison = bytes[Int(tokens.start[before - 1])] | 0x20 == UInt8(ascii: "m") ? .moreThan : .lessThan
      start = before - 1
    } else if before > floor, tokens.tag[before] == .jjs || tokens.tag[before] == .rbs, tokens.tag[before - 1] == .in {
      value.comparison = bytes[Int(tokens.start[before])] | 0x20 == UInt8(ascii: "l") ? .atLeast : .atMost
      start = before - 1
    } else {
      return
    }
    value.tokens = TokenRange(start, Int(value.tokens.end))
  }
}
