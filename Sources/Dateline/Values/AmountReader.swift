/// Amounts: quantities with what they count, ages, ordinals, scores and bare numbers; `MoneyReader` and `MeasureReader` read the rest.
struct AmountReader: ValueReader {
  let scene: ValueScene

  init(scene: ValueScene) { self.scene = scene }

  private var money: MoneyReader { MoneyReader(scene: scene) }
  private var measures: MeasureReader { MeasureReader(scene: scene) }

  /// Reads the amount that starts at `start` into `found`, whose tokens start there; false where none does.
  ///
  /// One value is handed on: it is large, and most readers find nothing.
  func read(_ start: Int, limit: Int, into found: inout Value) -> Bool {
    if money.sign(start, limit, &found) { return true }
    if tokens.is(start, .hasHyphen), compound(start, &found) || measures.compound(start, &found) || money.compound(start, &found) {
      return true
    }
    if ordinal(start, &found) { return true }
    guard let number = numbers.read(start, limit: limit) else { return false }
    if number.hasWords, !number.isFraction, let (value, end) = numbers.ordinalBehind(number, limit) {
      set(&found, .ordinal, end, value, "ordinal.word")
      return true
    }
    if score(start, limit, &found) { return true }
    if let ratio = numbers.ratio(number, limit) {
      set(&found, .cardinal, ratio.end, ratio.value, "fraction.ratio")
      return true
    }
    set(&found, .cardinal, number.end, number.value, "number")
    if number.end + 1 < limit, numbers.joinsRange(number.end, start), let upper = numbers.read(number.end + 1, limit: limit),
      upper.value > number.value, upper.end >= limit || !tokens.has(upper.end, .month)
    {
      // "between two and 18 million": the multiplier holds for both.
      let factor = upper.end > number.end + 2 ? numbers.multiplier(upper.end - 1) ?? 1 : 1
      setRange(&found, number.value < 1000 && number.value * factor < upper.value ? number.value * factor : number.value, upper)
    }
    if isAged(start) {
      found.kind = .age
      found.unit = "year"
      found.rule = "age.aged"
      return true
    }
    if measures.length(&found, limit) || measures.percent(&found, limit) || money.noun(&found, limit) || measures.measure(&found, limit) {
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
      && (next < limit && (tokens.tag[next] == .nns || byte(next) == UInt8(ascii: "%") || tokens.has(next, .unitWord)) || first.value > 10)
    if isRange { return false }
    set(&found, .score, next, first.value, "score")
    found.low = min(first.value, second.value)
    found.high = max(first.value, second.value)
    return true
  }

  /// "aged 54", "at age 54".
  private func isAged(_ start: Int) -> Bool {
    start > 0 && (tables.isAged(tokens.lexeme[start - 1]) || tables.isAge(tokens.lexeme[start - 1]))
      && numbers.digits(start).map { $0.isInteger && $0.value <= 120 } ?? false
  }

  /// "29 years old", "three months of age": makes a duration an age.
  func takeAge(_ found: inout Value, _ limit: Int) {
    let end = Int(found.tokens.end)
    guard end < limit else { return }
    let isOld = tables.isOld(tokens.lexeme[end])
    guard isOld || end + 1 < limit && tokens.has(end, .prepOf) && tables.isAge(tokens.lexeme[end + 1]),
      let number = numbers.read(found.tokens.first, limit: limit), number.end + 1 == end
    else { return }
    set(&found, .age, isOld ? end + 1 : end + 2, number.value, "age.old")
    found.timex = nil
    found.unit = lemma(number.end)
  }

  // MARK: What is counted

  /// "472 drones", "40 military aircraft", "1,000 prisoners per side": adjectives and nouns up to the head.
  private func counted(_ found: inout Value, _ limit: Int) {
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

  // MARK: Inside one token

  /// "76-year-old": an age.
  private func compound(_ token: Int, _ found: inout Value) -> Bool {
    guard tokens.is(token, .hasHyphen), let (value, rest) = numbers.compound(token), rest.starts(with: "year-old".utf8),
      !rest.dropFirst(8).contains(UInt8(ascii: "-"))
    else { return false }
    set(&found, .age, token + 1, value, "age.compound")
    found.unit = "year"
    return true
  }

  /// "second", "21st".
  private func ordinal(_ token: Int, _ found: inout Value) -> Bool {
    if let value = numbers.ordinalCompound(token) {
      set(&found, .ordinal, token + 1, value, "ordinal.word")
      return true
    }
    if tokens.has(token, .ordinalWord), tokens.tag[token] != .nn, tokens.tag[token] != .nns,
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
