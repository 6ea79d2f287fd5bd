/// Amounts: quantities with what they count, ages, ordinals, scores and bare numbers; `MoneyReader` and `MeasureReader` read the rest.
struct AmountReader: ValueReader {
  let scene: ValueScene

  init(scene: ValueScene) { self.scene = scene }

  private var money: MoneyReader { MoneyReader(scene: scene) }
  private var measures: MeasureReader { MeasureReader(scene: scene) }
  private var ages: AgeReader { AgeReader(scene: scene) }

  /// Reads the amount that starts at `start` into `found`, whose tokens start there; false where none does.
  ///
  /// One value is handed on: it is large, and most readers find nothing.
  func read(_ start: Int, limit: Int, into found: inout Value) -> Bool {
    guard plain(start, limit, &found) else { return false }
    if found.kind != .ordinal, found.kind != .score, found.kind != .age { RateReader(scene: scene).take(&found, limit) }
    return true
  }

  /// The amount without what it is counted by.
  private func plain(_ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    if money.sign(start, limit, &found) { return true }
    if CompoundReader(scene: scene).range(start, limit, into: &found) { return true }
    if tokens.is(start, .hasHyphen), ages.compound(start, &found) || measures.compound(start, &found) || money.compound(start, &found) {
      return true
    }
    if tokens.is(start, .hasDigit), !tokens.is(start, .number),
      money.pence(start, &found) || measures.temperature(start, &found) || measures.gluedLetter(start, limit, &found)
    {
      return true
    }
    if ages.decade(start, &found) || ordinal(start, &found) { return true }
    if numbers.isArticle(start), start + 1 < limit, tokens.has(start + 1, anyOf: AmountReader.counted), one(start, limit, &found) {
      return true
    }
    guard var number = numbers.read(start, limit: limit) else {
      return tokens.is(start, .hasHyphen)
        ? CompoundReader(scene: scene).read(start, limit, into: &found) : VagueReader(scene: scene).read(start, limit, into: &found)
    }
    if number.hasWords, !number.isFraction, let (value, end) = numbers.ordinalBehind(number, limit) {
      set(&found, .ordinal, end, value, "ordinal.word")
      return true
    }
    if isCode(start, number, limit) { return false }
    if score(start, limit, &found) { return true }
    if let ratio = numbers.ratio(number, limit) {
      set(&found, .cardinal, ratio.end, ratio.value, "fraction.ratio")
      return true
    }
    // "sales of 1,674.5 M".
    if !number.isInteger, number.end + 1 >= limit || tokens.is(number.end + 1, .punctuation), let factor = money.largeLetter(number, limit)
    {
      number = NumberReader.Number(value: NumberReader.scaled(number.value, factor), end: number.end + 1, isInteger: false)
    }
    if measures.temperatures(number, start, limit, &found) { return true }
    set(&found, .cardinal, number.end, number.value, "number")
    if let (lower, upper) = numbers.range(number, start, limit) { setRange(&found, lower, upper) }
    ModifierReader(scene: scene).takeBehind(&found, limit, isCounted: true)
    let isTold = ages.isTold(start, number.value)
    if isTold || ages.isAged(start, number.value) {
      found.kind = .age
      found.unit = "year"
      found.rule = isTold ? "age.told" : "age.aged"
      return true
    }
    if measures.length(&found, limit) || measures.percent(&found, limit) || money.noun(&found, limit) || measures.measure(&found, limit)
      || RateReader(scene: scene).often(&found, limit)
    {
      return true
    }
    if number.isFraction {
      found.rule = "fraction"
      return true
    }
    if number.hasWords, found.tokens.count == 1, number.value == 1 { return false }
    counted(&found, limit)
    return true
  }

  private static let counted = WordClassSet(.unitWord, .currencyWord)

  /// "a tonne of rice", "a mile away", "a dollar and 20 cents": one of a unit behind its article, if what follows says that it is measured.
  private func one(_ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    guard tokens.tag[start + 1] != .nns else { return false }
    set(&found, .cardinal, start + 1, 1, "number.article")
    if tokens.has(start + 1, .unitWord), let (unit, end) = measures.unit(start + 1, limit), unit.isPriced,
      let half = isCompared(start, end, limit)
    {
      guard measures.measure(&found, limit) else { return false }
      if half { measures.add(0.5, unit, end + 3, &found) }
      return true
    }
    if tokens.has(start + 1, .unitWord), let (unit, end) = measures.unit(start + 1, limit), unit.isPriced, end < limit,
      tokens.has(end, .prepOf) || tables.isExtent(tokens.lexeme[end]) || tokens.has(end, .prepFrom) && tokens.length(end) == 4
    {
      return measures.measure(&found, limit)
    }
    guard tokens.has(start + 1, .currencyWord),
      start + 2 >= limit
        || !tokens.tag[start + 2].isNoun && !tokens.tag[start + 2].isAdjective && !tokens.has(start + 2, .prepOf)
          && !tokens.is(start + 2, .hasHyphen)
    else { return false }
    return money.noun(&found, limit)
  }

  /// "more than a mile", "fell by a metre", "a kilometre and a half": whether a half follows a unit that words before it measure; nil for others.
  private func isCompared(_ start: Int, _ end: Int, _ limit: Int) -> Bool? {
    if end + 2 < limit, tokens.has(end, .andWord), numbers.isArticle(end + 1), value(end + 2, .fractionWord) == 2 { return true }
    guard start > 0, tokens.sentence[start - 1] == tokens.sentence[start],
      end >= limit || !tokens.tag[end].isNoun && !tokens.tag[end].isAdjective && !tokens.is(end, .hasHyphen) && !tokens.has(end, .prepOf)
    else { return nil }
    let before = start - 1
    let isLess =
      tokens.has(before, .asWord) && before > 0 && (tables.isMore(tokens.lexeme[before - 1]) || tables.isLess(tokens.lexeme[before - 1]))
    return isLess || tokens.has(before, .approximator) || tables.isBy(tokens.lexeme[before]) ? false : nil
  }

  /// "555-0199", "007", "737-800": digits that are parts of a code.
  private func isCode(_ start: Int, _ number: NumberReader.Number, _ limit: Int) -> Bool {
    guard tokens.is(start, .number), number.end == start + 1 else { return false }
    if isZeroLed(start) { return true }
    if start > 1, tokens.is(start - 2, .number), !tokens.is(start, .spaceBefore), isJoiningHyphen(start - 1) { return true }
    return start + 2 < limit && tokens.is(start + 2, .number) && isJoiningHyphen(start + 1) && !tokens.is(start + 2, .spaceBefore)
      && isZeroLed(start + 2)
  }

  private func isZeroLed(_ token: Int) -> Bool {
    tokens.length(token) > 2 && byte(token) == UInt8(ascii: "0") && bytes[Int(tokens.start[token]) + 1] &- 48 < 10
  }

  private func isJoiningHyphen(_ token: Int) -> Bool {
    tokens.length(token) == 1 && byte(token) == UInt8(ascii: "-") && !tokens.is(token, .spaceBefore)
  }

  private func set(_ found: inout Value, _ kind: Value.Kind, _ end: Int, _ number: Double, _ rule: Label) {
    found.kind = kind
    found.tokens.end = Int32(truncatingIfNeeded: end)
    found.number = number
    found.rule = rule
  }

  /// Makes a number the lower end of a range whose upper end counts.
  private func setRange(_ found: inout Value, _ lower: Double, _ upper: NumberReader.Number) {
    found.low = lower
    found.high = upper.value
    found.number = upper.value
    found.tokens.end = Int32(truncatingIfNeeded: upper.end)
  }

  /// "2-1", "93-88": two whole numbers with a dash, no space and nothing counted after them.
  private func score(_ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    // The dash first: few numbers have one behind them.
    guard start + 2 < limit, !tokens.is(start + 1, .spaceBefore), NumberReader.isDash(bytes, tokens.span(start + 1)),
      let first = numbers.digits(start), first.isInteger, first.value < 400, !tokens.is(start + 2, .spaceBefore),
      let second = numbers.digits(start + 2), second.isInteger, second.value < 400
    else { return false }
    let next = start + 3
    let isRange =
      second.value > first.value
      && (first.value > 10 && !scene.isSport || next < limit && isCounted(next, limit) || ages.isAged(start, first.value))
    if isRange { return false }
    set(&found, .score, next, first.value, "score")
    found.low = min(first.value, second.value)
    found.high = max(first.value, second.value)
    return true
  }

  /// Whether the word behind a range is counted by it: "2-3 goals", "5-6%", "8-10 per cent", "3-5 million", "4-6 euros".
  private func isCounted(_ token: Int, _ limit: Int) -> Bool {
    tokens.tag[token] == .nns || byte(token) == UInt8(ascii: "%") || tokens.has(token, anyOf: AmountReader.countedWords)
      || tables.isPercent(tokens.lexeme[token])
      || token + 1 < limit && tables.isPer(tokens.lexeme[token]) && tables.isCent(tokens.lexeme[token + 1])
  }
  private static let countedWords = WordClassSet(.unitWord, .multiplierWord, .currencyWord)

  // MARK: What is counted

  /// "472 drones", "40 military aircraft", "1,000 prisoners per side": adjectives and nouns up to the head.
  func counted(_ found: inout Value, _ limit: Int) {
    let first = Int(found.tokens.end)
    if isDesignated(found.tokens.first) { return }
    var at = first
    var head = -1
    while at < limit, at - first < 5, !tokens.is(at, .punctuation) {
      let tag = tokens.tag[at]
      if tag == .nns || tag == .nn && tables.isPluralInForm(tokens.lexeme[at]) {
        head = at
        if at + 1 >= limit || !(tokens.tag[at + 1] == .nns) { break }
      } else if tag.isAdjective || tag == .nn || tag == .vbn || tag == .nnp || tag == .jjr {
        if tokens.has(at, .timeNoun) || tokens.has(at, .month) { return }
      } else {
        break
      }
      at += 1
    }
    guard head >= 0, !tokens.has(head, .timeNoun) else { return }
    found.of = tokens.span(TokenRange(first, head + 1))
    found.unit = lemma(head)
    found.kind = .quantity
    found.tokens.end = Int32(truncatingIfNeeded: head + 1)
    found.rule = "quantity.counted"
    if head + 2 < limit, tables.isPer(tokens.lexeme[head + 1]), tokens.tag[head + 2] == .nn {
      found.per = lemma(head + 2)
      found.tokens.end = Int32(truncatingIfNeeded: head + 3)
    }
  }

  /// "Phase 3 results", "type 2 diabetes patients": digits behind a noun that they name count nothing. Of nouns of time that holds with a capital
  /// only: "Year 6 pupils" are of a school's sixth year, "this year 6 pupils" are six.
  private func isDesignated(_ start: Int) -> Bool {
    guard start > 0, tokens.is(start, .number), !tokens.is(start, .lineStart), tables.isDesignator(tokens.lexeme[start - 1]) else {
      return false
    }
    return !tokens.has(start - 1, .timeNoun) || tokens.is(start - 1, .capitalized) && !tokens.is(start - 1, .sentenceStart)
  }

  // MARK: Ordinals

  /// "their fifth win", "for the tenth.", "the fifth this month": an ordinal that could be a part of something, but for what stands beside it.
  private func isBeforeNoun(_ token: Int) -> Bool {
    guard token > 0, token + 1 < tokens.count, tokens.has(token - 1, .articleThe) || tokens.tag[token - 1] == .prps else { return false }
    return !tokens.has(token + 1, .closed) || !tokens.has(token + 1, .prepOf) && !tokens.has(token, .timeNoun)
  }

  /// "second", "21st".
  private func ordinal(_ token: Int, _ found: inout Value) -> Bool {
    if let value = numbers.ordinalCompound(token) {
      set(&found, .ordinal, token + 1, value, "ordinal.word")
      return true
    }
    if tokens.has(token, .ordinalWord), tokens.tag[token] != .nn || isBeforeNoun(token), tokens.tag[token] != .nns,
      let value = lexicon.value(tokens.lexeme[token], .ordinalWord)
    {
      set(&found, .ordinal, token + 1, Double(value), "ordinal.word")
      return true
    }
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard end - start > 2, end - start < 8, bytes[start] &- 48 < 10, bytes[end - 1] &- 48 >= 10,
      let (value, whole) = NumberReader.parse(bytes[start..<end - 2]), whole
    else { return false }
    switch (bytes[end - 2], bytes[end - 1]) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")), (UInt8(ascii: "r"), UInt8(ascii: "d")),
      (UInt8(ascii: "t"), UInt8(ascii: "h")):
      set(&found, .ordinal, token + 1, value, "ordinal.digits")
      return true
    default: return false
    }
  }
}
