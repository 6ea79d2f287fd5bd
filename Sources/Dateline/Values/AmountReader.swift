/// Amounts: money, percentages, quantities with what they count, ages, ordinals and bare numbers.
struct AmountReader {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  let numbers: NumberReader
  let tables: AmountTables

  struct Found {
    var kind: Value.Kind
    var start: Int
    var end: Int
    var number: Double
    var rule: String
    var unit: String?
    var dimension: String?
    var base: Double?
    var currency: String?
    var low: Double?
    var high: Double?
    var per: String?
    var of: TokenRange?
  }

  private static let numberWords = WordClassSet(.cardinalWord, .ordinalWord)

  private func byte(_ token: Int) -> UInt8 { bytes[Int(tokens.start[token])] }

  func read(_ start: Int, limit: Int) -> Found? {
    if let found = money(start, limit) { return found }
    guard tokens.is(start, .hasDigit) || tokens.is(start, .hasHyphen) || tokens.has(start, anyOf: AmountReader.numberWords) else {
      return nil
    }
    if let found = compound(start) { return found }
    if let found = ordinal(start) { return found }
    guard var number = numbers.read(start, limit: limit) else { return nil }
    var low: Double?
    var high: Double?
    if number.end + 1 < limit, joinsRange(number.end), let upper = numbers.read(number.end + 1, limit: limit), upper.value > number.value {
      (low, high) = (number.value, upper.value)
      number.end = upper.end
    }
    if let score = score(start, limit) { return score }
    var found = Found(kind: .cardinal, start: start, end: number.end, number: high ?? number.value, rule: "number", low: low, high: high)
    if isAged(start) {
      found.kind = .age
      found.unit = "year"
      found.rule = "age.aged"
      return found
    }
    if percent(&found, limit) || moneyAfter(&found, limit) || measure(&found, limit) { return found }
    if number.hasWords, number.end == start + 1, number.value == 1 { return nil }
    _ = counted(&found, limit)
    return found
  }

  private func joinsRange(_ token: Int) -> Bool {
    if tokens.is(token, .punctuation), !tokens.is(token, .spaceBefore) { return NumberReader.isDash(bytes, tokens.span(token)) }
    return tokens.tag[token] == .to
  }

  /// "2-1", "93-88": two whole numbers with a dash, no space and nothing counted after them.
  private func score(_ start: Int, _ limit: Int) -> Found? {
    // The dash first: few numbers have one behind them.
    guard start + 2 < limit, !tokens.is(start + 1, .spaceBefore), NumberReader.isDash(bytes, tokens.span(start + 1)),
      let first = numbers.digits(start), first.isInteger, first.value < 400, !tokens.is(start + 2, .spaceBefore),
      let second = numbers.digits(start + 2), second.isInteger, second.value < 400
    else { return nil }
    let next = start + 3
    let isRange =
      second.value > first.value
      && (next < limit && (tokens.tag[next] == .nns || byte(next) == UInt8(ascii: "%") || tokens.has(next, .unitWord)) || first.value > 10)
    if isRange { return nil }
    return Found(
      kind: .score, start: start, end: next, number: first.value, rule: "score", low: min(first.value, second.value),
      high: max(first.value, second.value))
  }

  /// "aged 54".
  private func isAged(_ start: Int) -> Bool {
    start > 0 && tables.isAged(tokens.lexeme[start - 1]) && numbers.digits(start).map { $0.isInteger && $0.value <= 120 } ?? false
  }

  // MARK: Money

  /// "$1.5bn", "US$2 million", "€300".
  private func money(_ start: Int, _ limit: Int) -> Found? {
    // What a number can start with is asked first: nearly all tokens go no further.
    guard start + 1 < limit,
      tokens.flags[start + 1].intersection([.hasDigit, .hasHyphen]) != [] || tokens.has(start + 1, .cardinalWord)
        || byte(start + 1) == UInt8(ascii: "$"),
      let currency = tables.currency(sign: text(start))
    else { return nil }
    var at = start + 1
    if !tokens.is(start, .punctuation), byte(at) == UInt8(ascii: "$") { at += 1 }
    guard at < limit, let number = numbers.read(at, limit: limit) else { return nil }
    var found = Found(kind: .money, start: start, end: number.end, number: number.value, rule: "money.sign", currency: currency)
    if number.end + 2 < limit, joinsRange(number.end) {
      let next = tables.currency(sign: text(number.end + 1)) != nil ? number.end + 2 : number.end + 1
      if let upper = numbers.read(next, limit: limit), upper.value > number.value {
        found.low = number.value
        found.high = upper.value
        found.number = upper.value
        found.end = upper.end
      }
    }
    return found
  }

  /// "300 euros", "40 million US dollars".
  private func moneyAfter(_ found: inout Found, _ limit: Int) -> Bool {
    var at = found.end
    if at + 1 < limit, tokens.isCapitalized(at), tokens.has(at + 1, .currencyWord) { at += 1 }
    guard at < limit, tokens.has(at, .currencyWord), let currency = tables.currency(sign: lemma(at)) else { return false }
    found.kind = .money
    found.end = at + 1
    found.currency = currency
    found.rule = "money.word"
    return true
  }

  // MARK: Percentages and measures

  /// "40%", "40 percent", "40 per cent", "3.5 percentage points".
  private func percent(_ found: inout Found, _ limit: Int) -> Bool {
    let at = found.end
    guard at < limit else { return false }
    if byte(at) == UInt8(ascii: "%") {
      found.end = at + 1
    } else if tables.isPercent(tokens.lexeme[at]) {
      found.end = at + 1
    } else if at + 1 < limit, tables.isPer(tokens.lexeme[at]), tables.isCent(tokens.lexeme[at + 1]) {
      found.end = at + 2
    } else {
      return false
    }
    found.kind = .percent
    found.unit = "percent"
    found.rule = "percent"
    return true
  }

  private func measure(_ found: inout Found, _ limit: Int) -> Bool {
    guard found.end < limit, tokens.has(found.end, .unitWord), let unit = tables.unit(lemma(found.end)) ?? tables.unit(text(found.end))
    else { return false }
    found.kind = .quantity
    found.unit = unit.name
    found.dimension = unit.dimension
    found.base = found.number * unit.base
    found.end += 1
    found.rule = "quantity.unit"
    return true
  }

  // MARK: What is counted

  /// "472 drones", "40 military aircraft", "1,000 prisoners per side": adjectives and nouns up to the head.
  private func counted(_ found: inout Found, _ limit: Int) -> Bool {
    var at = found.end
    var head = -1
    while at < limit, at - found.end < 5, !tokens.is(at, .punctuation) {
      let tag = tokens.tag[at]
      if tag == .nns || tag == .nn && tables.isPluralInForm(tokens.lexeme[at]) {
        head = at
        if at + 1 >= limit || !(tokens.tag[at + 1] == .nns) { break }
      } else if tag.isAdjective || tag == .nn || tag == .vbn || tag == .nnp || tag == .jjr {
        if tokens.has(at, .timeNoun) || tokens.has(at, .month) { return false }
      } else {
        break
      }
      at += 1
    }
    guard head >= 0, !tokens.has(head, .timeNoun) else { return false }
    found.of = TokenRange(found.end, head + 1)
    found.unit = lemma(head)
    found.kind = .quantity
    found.end = head + 1
    found.rule = "quantity.counted"
    if head + 2 < limit, tables.isPer(tokens.lexeme[head + 1]), tokens.tag[head + 2] == .nn {
      found.per = lemma(head + 2)
      found.end = head + 3
    }
    return true
  }

  // MARK: Inside one token

  /// "76-year-old": an age.
  private func compound(_ token: Int) -> Found? {
    guard let (value, rest, _) = numbers.compound(token), rest.count == 2, rest[0].elementsEqual("year".utf8),
      rest[1].starts(with: "old".utf8)
    else { return nil }
    return Found(kind: .age, start: token, end: token + 1, number: value, rule: "age.compound", unit: "year")
  }

  /// "second", "21st".
  private func ordinal(_ token: Int) -> Found? {
    if tokens.has(token, .ordinalWord), tokens.tag[token] != .nn, let value = lexicon.value(tokens.lexeme[token], .ordinalWord) {
      return Found(kind: .ordinal, start: token, end: token + 1, number: Double(value), rule: "ordinal.word")
    }
    let text = bytes[Int(tokens.start[token])..<Int(tokens.end[token])]
    guard text.count > 2, text.count < 8, let first = text.first, first &- 48 < 10, text[text.endIndex - 1] &- 48 >= 10,
      let (value, whole) = NumberReader.parse(text.dropLast(2)), whole
    else { return nil }
    let ending = String(decoding: text.suffix(2), as: UTF8.self)
    guard ["st", "nd", "rd", "th"].contains(ending) else { return nil }
    return Found(kind: .ordinal, start: token, end: token + 1, number: value, rule: "ordinal.digits")
  }

  private func text(_ token: Int) -> String {
    String(decoding: bytes[Int(tokens.start[token])..<Int(min(tokens.end[token], tokens.start[token] + 24))], as: UTF8.self)
  }

  private func lemma(_ token: Int) -> String {
    let compiled = tokens.lemma[token]
    return Int(compiled) < lexicon.count ? lexicon.text(compiled) : Folding.folded(bytes[Int(tokens.start[token])..<Int(tokens.end[token])])
  }
}
