/// Amounts: money, percentages, quantities with what they count, ages, ordinals and bare numbers.
struct AmountReader: ValueReader {
  let scene: ValueScene
  private var tables: AmountTables { scene.tables }

  init(scene: ValueScene) { self.scene = scene }

  private static let numberWords = WordClassSet(.cardinalWord, .ordinalWord)

  private func byte(_ token: Int) -> UInt8 { bytes[Int(tokens.start[token])] }

  /// Reads the amount that starts at `start` into `found`, whose tokens start there; false where none does.
  ///
  /// One value is handed on: it is large, and most readers find nothing.
  func read(_ start: Int, limit: Int, into found: inout Value) -> Bool {
    if money(start, limit, &found) { return true }
    guard tokens.is(start, .hasDigit) || tokens.is(start, .hasHyphen) || tokens.has(start, anyOf: AmountReader.numberWords) else {
      return false
    }
    if compound(start, &found) || ordinal(start, &found) { return true }
    guard let number = numbers.read(start, limit: limit) else { return false }
    if score(start, limit, &found) { return true }
    set(&found, .cardinal, number.end, number.value, "number")
    if number.end + 1 < limit, joinsRange(number.end), let upper = numbers.read(number.end + 1, limit: limit), upper.value > number.value {
      setRange(&found, number.value, upper)
    }
    if isAged(start) {
      found.kind = .age
      found.unit = "year"
      found.rule = "age.aged"
      return true
    }
    if percent(&found, limit) || moneyAfter(&found, limit) || measure(&found, limit) { return true }
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

  private func joinsRange(_ token: Int) -> Bool {
    if tokens.is(token, .punctuation), !tokens.is(token, .spaceBefore) { return NumberReader.isDash(bytes, tokens.span(token)) }
    return tokens.tag[token] == .to
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

  /// "aged 54".
  private func isAged(_ start: Int) -> Bool {
    start > 0 && tables.isAged(tokens.lexeme[start - 1]) && numbers.digits(start).map { $0.isInteger && $0.value <= 120 } ?? false
  }

  // MARK: Money

  /// "$1.5bn", "US$2 million", "€300".
  private func money(_ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    // What a number can start with is asked first: nearly all tokens go no further.
    guard start + 1 < limit,
      tokens.flags[start + 1].intersection([.hasDigit, .hasHyphen]) != [] || tokens.has(start + 1, .cardinalWord)
        || byte(start + 1) == UInt8(ascii: "$"),
      let currency = currency(start)
    else { return false }
    var at = start + 1
    if !tokens.is(start, .punctuation), byte(at) == UInt8(ascii: "$") { at += 1 }
    guard at < limit, let number = numbers.read(at, limit: limit) else { return false }
    set(&found, .money, number.end, number.value, "money.sign")
    found.currency = currency
    if number.end + 2 < limit, joinsRange(number.end) {
      let next = self.currency(number.end + 1) != nil ? number.end + 2 : number.end + 1
      if let upper = numbers.read(next, limit: limit), upper.value > number.value { setRange(&found, number.value, upper) }
    }
    return true
  }

  /// The currency whose sign or word a token is.
  private func currency(_ token: Int) -> Label? {
    tokens.length(token) <= tables.longestCurrency ? tables.currency(sign: text(token)) : nil
  }

  /// "300 euros", "40 million US dollars".
  private func moneyAfter(_ found: inout Value, _ limit: Int) -> Bool {
    var at = Int(found.tokens.end)
    if at + 1 < limit, tokens.isCapitalized(at), tokens.has(at + 1, .currencyWord) { at += 1 }
    guard at < limit, tokens.has(at, .currencyWord), let currency = tables.currency(sign: lemma(at)) else { return false }
    found.kind = .money
    found.tokens.end = Int32(truncatingIfNeeded: at + 1)
    found.currency = currency
    found.rule = "money.word"
    return true
  }

  // MARK: Percentages and measures

  /// "40%", "40 percent", "40 per cent", "3.5 percentage points".
  private func percent(_ found: inout Value, _ limit: Int) -> Bool {
    let at = Int(found.tokens.end)
    guard at < limit else { return false }
    if byte(at) == UInt8(ascii: "%") {
      found.tokens.end = Int32(truncatingIfNeeded: at + 1)
    } else if tables.isPercent(tokens.lexeme[at]) {
      found.tokens.end = Int32(truncatingIfNeeded: at + 1)
    } else if at + 1 < limit, tables.isPer(tokens.lexeme[at]), tables.isCent(tokens.lexeme[at + 1]) {
      found.tokens.end = Int32(truncatingIfNeeded: at + 2)
    } else {
      return false
    }
    found.kind = .percent
    found.unit = "percent"
    found.rule = "percent"
    return true
  }

  private func measure(_ found: inout Value, _ limit: Int) -> Bool {
    let at = Int(found.tokens.end)
    guard at < limit, tokens.has(at, .unitWord), let unit = tables.unit(lemma(at)) ?? tables.unit(text(at)), let number = found.number
    else { return false }
    found.kind = .quantity
    found.unit = unit.name
    found.dimension = unit.dimension
    found.base = number * unit.base
    found.tokens.end += 1
    found.rule = "quantity.unit"
    return true
  }

  // MARK: What is counted

  /// "472 drones", "40 military aircraft", "1,000 prisoners per side": adjectives and nouns up to the head.
  private func counted(_ found: inout Value, _ limit: Int) {
    let first = Int(found.tokens.end)
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
    if tokens.has(token, .ordinalWord), tokens.tag[token] != .nn, let value = lexicon.value(tokens.lexeme[token], .ordinalWord) {
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

  private func text(_ token: Int) -> String {
    String(decoding: bytes[Int(tokens.start[token])..<Int(min(tokens.end[token], tokens.start[token] + 24))], as: UTF8.self)
  }

  private func lemma(_ token: Int) -> String {
    let compiled = tokens.lemma[token]
    return Int(compiled) < lexicon.count ? lexicon.text(compiled) : Folding.folded(bytes[Int(tokens.start[token])..<Int(tokens.end[token])])
  }
}
