/// Fractions: "two thirds", "half a million", "two and a half", "3/4", "2½".
extension NumberReader {
  // MARK: What opens a number

  /// "a" or "an".
  func isArticle(_ token: Int) -> Bool {
    tokens.tag[token] == .dt && tokens.length(token) <= 2 && bytes[Int(tokens.start[token])] | 0x20 == UInt8(ascii: "a")
  }

  /// "half a million", "half the voters", "half of them"; "a quarter" and "quarter million", too. Nil for halves and quarters of other kinds.
  func half(_ start: Int, _ limit: Int) -> Number? {
    guard tokens.tag[start] != .nns, start + 1 < limit, start == 0 || !tokens.has(start - 1, anyOf: NumberReader.beforePeriods),
      let parts = lexicon.value(tokens.lexeme[start], .fractionWord)
    else { return nil }
    let next = start + 1
    var number = Number(value: 1 / Double(parts), end: next, isInteger: false, hasWords: true, isFraction: true)
    let behind = isArticle(next) ? next + 1 : next
    if behind < limit, tokens.has(behind, .multiplierWord), multiplier(behind) != nil {
      number.end = behind
      number.isFraction = false
      takeMultipliers(&number, limit)
      return number
    }
    if parts == 4 { return measuresQuarter(next) ? number : nil }
    guard parts == 2 else { return nil }
    // "half a mile", "half an hour", "half a point": the unit follows.
    if behind > next, behind < limit {
      guard
        tokens.has(behind, anyOf: NumberReader.units) || scene.tables.opensUnit(tokens.lemma[behind])
          || tables.isPoint(tokens.lexeme[behind])
      else { return nil }
      number.end = behind
      return number
    }
    // "half litre", "half mile".
    if tokens.has(next, .unitWord), tokens.tag[next] == .nn || tokens.tag[next] == .nnp { return number }
    // "half hour", "half day".
    if tokens.has(next, .timeNoun), tokens.tag[next] == .nn, let unit = scene.units.unit(tokens.lemma[next]),
      unit.isClock || unit.letter == UInt8(ascii: "D"), unit.factor == 1
    {
      return number
    }
    return tokens.has(next, anyOf: NumberReader.wholes) || start > 0 && tokens.has(start - 1, anyOf: NumberReader.comparators)
      ? number : nil
  }

  /// "a quarter mile", "a quarter point".
  private func measuresQuarter(_ noun: Int) -> Bool {
    tokens.tag[noun] == .nn && (tokens.has(noun, .unitWord) || tables.isPoint(tokens.lexeme[noun]))
  }

  /// "more than half", "nearly half".
  private static let comparators = WordClassSet(.asWord, .approximator, .comparisonWord)

  /// "the second half of": a time, no number.
  private static let beforePeriods = WordClassSet(.ordinalWord, .articleThe, .relativeTime, .possessive)
  private static let units = WordClassSet(.unitWord, .timeNoun, .currencyWord)
  /// "half of the", "half the", "half their".
  private static let wholes = WordClassSet(.prepOf, .articleThe, .possessive)

  /// "a million", "a dozen", "a hundred thousand", "a half", "a third of".
  func behindArticle(_ start: Int, _ limit: Int) -> Number? {
    let next = start + 1
    if tokens.has(next, .multiplierWord), tokens.tag[next] != .nns, multiplier(next) != nil {
      var number = Number(value: 1, end: next, isInteger: true, hasWords: true)
      takeMultipliers(&number, limit)
      if let (denominator, end) = pluralDenominator(number.end, limit) { number = part(number.value, denominator, end) }
      return number
    }
    if tokens.has(next, .fractionWord), next + 1 < limit, multiplier(next + 1) != nil || measuresQuarter(next + 1) {
      return half(next, limit)
    }
    // "a twenty-fifth of the land".
    if let denominator = ordinalCompound(next), next + 1 < limit, tokens.has(next + 1, .prepOf) { return part(1, denominator, next + 1) }
    guard let denominator = denominator(next), isWholeFraction(next + 1, limit) else { return nil }
    return part(1, denominator, next + 1)
  }

  /// "3/4", "½", "two-thirds", "two thirds", "one third of".
  func fraction(_ start: Int, _ limit: Int) -> Number? {
    if let value = inOneToken(start) { return Number(value: value, end: start + 1, isInteger: false, isFraction: true) }
    // "two-and-a-half hours".
    if tokens.is(start, .hasHyphen), let (count, rest) = compound(start), behindAndAHalf(rest) == rest.endIndex {
      return Number(value: count + 0.5, end: start + 1, isInteger: false, hasWords: true)
    }
    if tokens.is(start, .hasHyphen), let (count, rest) = compound(start), let denominator = denominator(rest), denominator > 2 || count == 1
    {
      // "twenty-third", "two-second".
      return count < 20 && (count == 1) == (rest.last != UInt8(ascii: "s")) ? part(count, denominator, start + 1) : nil
    }
    return nil
  }

  // MARK: What goes on a number

  /// Takes the fraction behind a whole number: "two and a half", "1 3/4", "2½", "two thirds", "twenty-three fifths", "five - eighths", "2-1/4".
  func takeFraction(_ number: inout Number, _ limit: Int) {
    let at = number.end
    // What the number counts: behind a hyphen that stands apart, too.
    let below = number.hasWords && at + 1 < limit && isLooseHyphen(at) ? at + 1 : at
    if number.isInteger, !number.hasWords, at + 1 < limit, tokens.length(at) == 1, byte(at) == UInt8(ascii: "-"),
      !tokens.is(at, .spaceBefore), !tokens.is(at + 1, .spaceBefore), let value = inOneToken(at + 1), value < 1
    {
      // "2-1/4 cents".
      number.value += value
      number.end = at + 2
      number.isInteger = false
    } else if number.isInteger, let value = inOneToken(at), value < 1 {
      number.value += value
      number.end = at + 1
      number.isInteger = false
    } else if let (denominator, end) = pluralDenominator(below, limit), number.hasWords || number.value < 100 {
      // "three quarters of growth" is time as often as not; "two quarters" always.
      if denominator == 4, number.value != 3 { return }
      number = part(number.value, denominator, end)
    } else if number.value == 1, number.hasWords, let (denominator, end) = singularDenominator(below, limit), isWholeFraction(end, limit) {
      number = part(1, denominator, end)
    } else if tokens.has(at, .andWord), at + 1 < limit, let (value, end) = addend(at + 1, limit) {
      // "a million and a half" is a million and a half million; "one billion and a half million" says so.
      let factor = at > 0 && number.hasWords ? multiplier(at - 1) ?? 1 : 1
      // "between 200 million and a quarter of a billion".
      if factor >= 1000, end < limit, tokens.has(end, .prepOf) { return }
      var added = Number(value: value, end: end, isInteger: false)
      takeMultipliers(&added, limit)
      if factor == 1, added.end > end {
        number.value = (number.value + value) * added.value / value
      } else {
        number.value += added.end > end || factor < 1000 ? added.value : value * factor
      }
      number.end = added.end
      number.isInteger = false
      number.hasWords = true
      return
    } else {
      return
    }
    if !number.isFraction { takeMultipliers(&number, limit) }
  }

  /// "a half", "one half", "three quarters", "two thirds" behind "and".
  func addend(_ start: Int, _ limit: Int) -> (Double, Int)? {
    if tokens.has(start, .fractionWord), tokens.tag[start] != .nns, let parts = denominator(start) { return (1 / parts, start + 1) }
    guard start + 1 < limit else { return nil }
    if isArticle(start), let parts = denominator(start + 1) { return (1 / parts, start + 2) }
    guard let count = word(start) ?? digits(start)?.value, count > 0, let parts = denominator(start + 1), count < parts,
      parts > 2 || count == 1
    else { return nil }
    return (count / parts, start + 2)
  }

  /// "half a million": the multipliers behind a number.
  private func takeMultipliers(_ number: inout Number, _ limit: Int) {
    var taken = 0
    while number.end < limit, taken < 3, let factor = multiplier(number.end) {
      number.value *= factor
      number.end += 1
      number.hasWords = true
      taken += 1
    }
    if taken > 0 { number.isInteger = number.value == number.value.rounded() }
  }

  /// "two thirds of a million", "three quarters of a billion", "three quarters million": a part of a large number is a number.
  func ofLarge(_ fraction: Number, _ limit: Int) -> Number {
    var number = fraction
    if number.end + 2 < limit, tokens.has(number.end, .prepOf), isArticle(number.end + 1) { number.end += 2 }
    guard number.end < limit, let factor = multiplier(number.end), factor >= 1000 else { return fraction }
    takeMultipliers(&number, limit)
    number.isFraction = false
    return number
  }

  private func part(_ count: Double, _ denominator: Double, _ end: Int) -> Number {
    Number(value: count / denominator, end: end, isInteger: false, hasWords: true, isFraction: true)
  }

  // MARK: Denominators

  /// What "third", "quarters", "hundredth" divide by; seconds and firsts are none.
  func denominator(_ token: Int) -> Double? {
    if tokens.has(token, .fractionWord) { return lexicon.value(tokens.lexeme[token], .fractionWord).map(Double.init) }
    guard tokens.has(token, .ordinalWord), let value = lexicon.value(tokens.lexeme[token], .ordinalWord), value > 2 else { return nil }
    return Double(value)
  }

  /// The same inside a compound.
  private func denominator(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    if let value = value(part, .fractionWord) { return Double(value) }
    guard let value = value(part, .ordinalWord), value > 2 else { return nil }
    return Double(value)
  }

  /// "thirds", "twenty-firsts", "twenty firsts": what they divide by, and the token behind them.
  private func pluralDenominator(_ token: Int, _ limit: Int) -> (Double, Int)? {
    guard token < limit, !tokens.is(token, .number) else { return nil }
    if tokens.is(token, .hasHyphen) {
      if let value = ordinalCompound(token, isPlural: true) { return (value, token + 1) }
      // "ninety-five hundred-fifths" are ninety-five hundred fifths.
      guard let (factor, rest) = multiplierBeforeHyphen(token), rest.last == UInt8(ascii: "s"), let parts = value(rest, .ordinalWord),
        parts > 2
      else { return nil }
      return (Double(parts) / factor, token + 1)
    }
    if tokens.has(token, .cardinalWord), token + 1 < limit, let tens = word(token), tens >= 20, tens < 100, Int(tens) % 10 == 0,
      let ones = ordinals(token + 1), ones < 10
    {
      return (tens + ones, token + 2)
    }
    guard tokens.has(token, .ordinalWord) || tokens.has(token, .fractionWord), endsInS(token) else { return nil }
    return denominator(token).map { ($0, token + 1) }
  }

  /// "third", "twenty-fifth", "one hundred and fifth": what they divide by, and the token behind them.
  private func singularDenominator(_ token: Int, _ limit: Int) -> (Double, Int)? {
    if let value = denominator(token) { return (value, token + 1) }
    if let value = ordinalCompound(token) { return (value, token + 1) }
    guard token + 1 < limit, tokens.has(token, .cardinalWord), let number = whole(token, limit), number.value >= 100 else { return nil }
    return ordinalBehind(number, limit)
  }

  private func endsInS(_ token: Int) -> Bool { bytes[Int(tokens.end[token]) - 1] | 0x20 == UInt8(ascii: "s") }

  /// 1 of "firsts", 5 of "fifths".
  func ordinals(_ token: Int) -> Double? {
    guard endsInS(token), tokens.length(token) < 10 else { return nil }
    return value(bytes[Int(tokens.start[token])..<Int(tokens.end[token]) - 1], .ordinalWord).map(Double.init)
  }

  /// Whether "a third" or "a quarter" ends before `token`: "a third of them", "by a quarter." "A third man" and "a quarter century" are no
  /// parts of anything.
  private func isWholeFraction(_ token: Int, _ limit: Int) -> Bool {
    token >= limit || tokens.has(token, .prepOf) || tokens.is(token, .punctuation) && !tokens.is(token, .hasHyphen)
      || tokens.has(token, .comparisonWord) || tokens.tag[token] == .jjr || tokens.tag[token] == .rbr || tokens.has(token, .asWord)
      || tokens.tag[token] == .in && !tokens.has(token, .prepIn) || tokens.has(token, .modal)
      || tokens.has(token, .andWord) && token + 1 < limit && isArticle(token + 1)
  }

  // MARK: Ratios

  /// "one in five", "three out of four", "one over three": a number below another, which no year and no noun of time follows.
  func ratio(_ number: Number, _ limit: Int) -> Number? {
    var at = number.end
    guard number.isInteger, number.value > 0 || number.value == -1, at + 1 < limit, tokens.is(at, .lowercase) else { return nil }
    if abs(number.value) == 1, tokens.has(at, .comparisonWord), lexicon.value(tokens.lexeme[at], .comparisonWord) == 1,
      let whole = whole(at + 1, limit), whole.isInteger, whole.value > 1, whole.end >= limit || tokens.is(whole.end, .punctuation)
    {
      return Number(value: number.value / whole.value, end: whole.end, isInteger: false, hasWords: true, isFraction: true)
    }
    let isOut = tokens.length(at) == 3 && bytes[Int(tokens.start[at])] == UInt8(ascii: "o") && at + 2 < limit && tokens.has(at + 1, .prepOf)
    guard isOut || tokens.length(at) == 2 && tokens.has(at, .prepIn) else { return nil }
    at += isOut ? 2 : 1
    // "two out of every three", "one in every 250".
    if at + 1 < limit, scene.units.isEvery(tokens.lexeme[at]) { at += 1 }
    guard let whole = whole(at, limit), whole.isInteger, whole.value > number.value,
      isOut
        || whole.value < 1100 && whole.end - at == 1
          && (whole.hasWords || whole.value <= 10 || Int(whole.value) % 10 == 0 || number.value == 1),
      whole.end >= limit || !tokens.has(whole.end, anyOf: NumberReader.units) && !tokens.has(whole.end, .month)
    else { return nil }
    return Number(value: number.value / whole.value, end: whole.end, isInteger: false, hasWords: true, isFraction: true)
  }

  // MARK: One token

  /// Bytes of the longest fraction in digits: "100/100".
  private static let longestFraction = 7

  /// "3/4", "½": numerator below denominator, both small, so that days and years stay dates ("9/11", "2024/25").
  private func inOneToken(_ token: Int) -> Double? {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    if tokens.is(token, .nonASCII) { return vulgar(start, end) }
    guard end - start <= NumberReader.longestFraction, end - start > 2, bytes[start] &- 48 < 10,
      let slash = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")), let above = NumberReader.parse(bytes[start..<slash]),
      let below = NumberReader.parse(bytes[(slash + 1)..<end]), above.isInteger, below.isInteger, above.value > 0,
      above.value < below.value, NumberReader.denominators.contains(Int(below.value))
    else { return nil }
    return above.value / below.value
  }

  private static let denominators: Set<Int> = [2, 3, 4, 5, 8, 10, 15, 16, 20, 32, 64, 100]

  /// U+00BC-00BE and U+2153-215E.
  private func vulgar(_ start: Int, _ end: Int) -> Double? {
    if end - start == 2, bytes[start] == 0xC2 {
      switch bytes[start + 1] {
      case 0xBC: return 1 / 4
      case 0xBD: return 1 / 2
      case 0xBE: return 3 / 4
      default: return nil
      }
    }
    guard end - start == 3, bytes[start] == 0xE2, bytes[start + 1] == 0x85 else { return nil }
    switch bytes[start + 2] {
    case 0x93: return 1 / 3
    case 0x94: return 2 / 3
    case 0x95...0x98: return Double(bytes[start + 2] - 0x94) / 5
    case 0x99: return 1 / 6
    case 0x9A: return 5 / 6
    case 0x9B: return 1 / 8
    case 0x9C: return 3 / 8
    case 0x9D: return 5 / 8
    case 0x9E: return 7 / 8
    default: return nil
    }
  }
}
