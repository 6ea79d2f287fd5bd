/// Money: signs and codes before a number, nouns behind it.
struct MoneyReader: ValueReader {
  let scene: ValueScene

  /// What letters a currency's sign has before "$" at most: "Mex$".
  private static let longestPrefix = 3

  // MARK: Signs

  /// "$1.5bn", "A$2 million", "€300", "SEK 318.20", "N15.8 billion", "€1.2bn-€1.4bn".
  func sign(_ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    if tokens.is(start, .hasDigit) { return glued(start, limit, &found) }
    // What a number can start with is asked first: nearly all tokens go no further.
    guard start + 1 < limit, opensNumber(start + 1) else { return false }
    let large = millions(start)
    guard let (currency, first) = large.map({ ($0, start) }) ?? prefix(start) else { return false }
    if large == nil, tokens.is(start + 1, .hasHyphen), weekly(start + 1, currency, first, &found) { return true }
    if tokens.is(start + 1, .hasHyphen), let comparison = plus(start + 1, &found) {
      let tail = NumberReader.Number(value: found.number ?? 0, end: Int(found.tokens.end), isInteger: false)
      set(&found, currency, tail, "money.sign")
      found.comparison = comparison
      found.tokens = TokenRange(first, tail.end)
      return true
    }
    guard var number = numbers.read(start + 1, limit: limit), !number.isFraction else { return false }
    if large != nil { number.value *= 1_000_000 }
    if let factor = largeLetter(number, limit) {
      number.value = NumberReader.scaled(number.value, factor)
      number.end += 1
    }
    set(&found, currency, number, "money.sign")
    found.tokens = TokenRange(first, number.end)
    takeRange(&found, number.end, limit)
    return true
  }

  /// "$250,000-a-week": an amount, "a" and a unit of time in one token.
  private func weekly(_ token: Int, _ currency: Label?, _ first: Int, _ found: inout Value) -> Bool {
    guard let (number, rest) = numbers.compound(token), rest.count > 4, rest.first == UInt8(ascii: "a"),
      rest[rest.startIndex + 1] == UInt8(ascii: "-"), let lexeme = numbers.lexeme(rest.dropFirst(2)), scene.units.unit(lexeme) != nil
    else { return false }
    set(&found, currency, NumberReader.Number(value: number, end: token + 1, isInteger: true), "money.rate")
    found.tokens = TokenRange(first, token + 1)
    found.per = lexicon.text(lexeme)
    return true
  }

  /// "2m-plus" of "£2m-plus": what the amount says of the money, whose number stands in `found`.
  private func plus(_ token: Int, _ found: inout Value) -> Value.Comparison? {
    guard numbers.compoundMultiplier(token) == nil, CompoundReader(scene: scene).read(token, tokens.count, into: &found),
      found.rule == "number.compound", found.kind == .cardinal, found.comparison == .atLeast
    else { return nil }
    return found.comparison
  }

  /// The factor of "MM" glued to the number of "$5MM", and of the letter of "$12.5 M" and "$1.2 B".
  func largeLetter(_ number: NumberReader.Number, _ limit: Int) -> Double? {
    let at = number.end
    guard at < limit, tokens.is(at, .capitalized), tokens.length(at) <= 2, !number.hasWords else { return nil }
    if tokens.length(at) == 2 {
      return tokens.is(at, .splitCompound) && byte(at) == UInt8(ascii: "M") && byte(at, 1) == UInt8(ascii: "M") ? 1_000_000 : nil
    }
    guard tokens.has(at, .multiplierWord), at + 1 >= limit || !tokens.isCapitalized(at + 1) && byte(at + 1) != UInt8(ascii: "&") else {
      return nil
    }
    return lexicon.value(tokens.lexeme[at], .multiplierWord).map(Double.init)
  }

  private func opensNumber(_ token: Int) -> Bool {
    tokens.flags[token].intersection([.hasDigit, .hasHyphen]) != [] || tokens.has(token, .cardinalWord)
      || tokens.length(token) == 1 && byte(token) == UInt8(ascii: ".")
  }

  /// The currency whose sign or code ends with token `sign`, with letters glued before it ("A$"), and the first token of both.
  private func prefix(_ sign: Int) -> (Label?, Int)? {
    let before = sign - 1
    if before >= 0, !tokens.is(sign, .spaceBefore), tokens.is(sign, .punctuation), tokens.is(before, .capitalized),
      tokens.length(before) <= MoneyReader.longestPrefix, let currency = tables.currency(sign: text(before) + text(sign))
    {
      return (currency, before)
    }
    guard tokens.length(sign) <= tables.longestSign, let currency = tables.currency(sign: text(sign)) else { return nil }
    return (currency, sign)
  }

  private func set(_ found: inout Value, _ currency: Label?, _ number: NumberReader.Number, _ rule: Label) {
    found.kind = .money
    found.number = number.value
    found.currency = currency
    found.rule = rule
    found.tokens.end = Int32(truncatingIfNeeded: number.end)
  }

  /// "€1.2bn-€1.4bn", "$1-2 million": the upper end of a range counts.
  private func takeRange(_ found: inout Value, _ end: Int, _ limit: Int) {
    guard end + 1 < limit, numbers.joinsRange(end, found.tokens.first) else { return }
    let next = prefix(end + 1) != nil ? end + 2 : end + 1
    guard next < limit, let upper = numbers.read(next, limit: limit), let lower = found.number else { return }
    // "$1-2 million": the multiplier holds for both.
    let scaled = upper.value > lower * 100 && upper.hasWords && lower < 1000 ? lower * (numbers.multiplier(upper.end - 1) ?? 1) : lower
    guard upper.value > scaled else { return }
    found.low = scaled
    found.high = upper.value
    found.number = upper.value
    found.tokens.end = Int32(truncatingIfNeeded: upper.end)
  }

  // MARK: Letters glued to digits

  /// "USD115", "Rs500", "N15.8 billion", "R2.5m": letters that stand for a currency, and the number in the same token. A single letter needs more
  /// than a bare number behind it: roads, forms and aircraft are called so ("A1", "B52").
  private func glued(_ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    let (from, to) = (Int(tokens.start[start]), Int(tokens.end[start]))
    guard bytes[from] &- 65 < 26, to - from < 24 else { return false }
    guard let digit = bytes[from..<to].firstIndex(where: { $0 &- 48 < 10 }), digit - from <= tables.longestSign,
      let currency = tables.currency(letters: string(from, digit))
    else { return false }
    let letter = bytes[from..<to].lastIndex(where: { $0 &- 48 < 10 }).map { $0 + 1 } ?? to
    guard let (value, _) = NumberReader.parse(bytes[digit..<letter]) else { return false }
    var number = NumberReader.Number(value: value, end: start + 1, isInteger: false)
    var isLarge = bytes[digit..<letter].contains(UInt8(ascii: ",")) && letter - digit > 4
    if letter < to {
      guard let factor = numbers.value(bytes[letter..<to], .multiplierWord) else { return false }
      number.value *= Double(factor)
      isLarge = true
    } else if start + 1 < limit, tokens.is(start + 1, .lowercase), let factor = numbers.multiplier(start + 1) {
      number.value *= factor
      number.end += 1
      isLarge = true
    }
    // "COP28" is a meeting, "Rs20" is money.
    let isMixed = digit - from > 1 && bytes[from + 1] &- 97 < 26
    guard isLarge || digit - from > 1 && (letter - digit > 2 || isMoneyWord(bytes[from..<digit])) || isMixed && letter == to else {
      return false
    }
    set(&found, currency, number, "money.letters")
    return true
  }

  /// "RM", "USD": letters that are hardly anything else before a number ("COP28" is a meeting, "TOP10" a list).
  private func isMoneyWord(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    lexicon.lexeme(Folding.folded(letters)).map { lexicon.info($0).classes.contains(.currencyWord) } ?? false
  }

  // MARK: Nouns

  /// "300 euros", "40 million Australian dollars", "50 USD", "197 pence", "3 dollars and 50 cents", "5 €".
  func noun(_ found: inout Value, _ limit: Int) -> Bool {
    let at = Int(found.tokens.end)
    guard at < limit else { return false }
    if let currency = millions(at) {
      found.kind = .money
      found.currency = currency
      found.number = found.number.map { $0 * 1_000_000 }
      found.tokens.end = Int32(truncatingIfNeeded: at + 1)
      found.rule = "money.code"
      return true
    }
    if let (currency, next) = codeBehind(at, limit) {
      found.kind = .money
      found.currency = currency
      found.tokens.end = Int32(truncatingIfNeeded: next)
      // "75 USD million".
      if next < limit, let factor = numbers.multiplier(next), factor >= 1000, let number = found.number {
        found.number = number * factor
        found.tokens.end += 1
      }
      found.rule = "money.code"
      takeParts(&found, limit)
      return true
    }
    guard let (noun, currency, end) = currencyNoun(at, limit) else { return false }
    found.kind = .money
    found.tokens.end = Int32(truncatingIfNeeded: end)
    found.currency = currency
    found.rule = "money.word"
    if noun.parts > 1 {
      found.unit = noun.name
      if let number = found.number { found.base = number / noun.parts }
    } else {
      if currency == nil { found.unit = noun.name }
      takeParts(&found, limit)
    }
    takeUpper(&found, noun, limit)
    return true
  }

  /// "between 10 dollars and 20 dollars", "5 cents-7 cents": the upper end of a range whose lower end has its own noun.
  private func takeUpper(_ found: inout Value, _ noun: AmountTables.CurrencyNoun, _ limit: Int) {
    let at = Int(found.tokens.end)
    guard found.low == nil, let lower = found.number, at + 2 < limit, !tokens.has(at, .prepFrom),
      numbers.joinsRange(at, found.tokens.first), let upper = numbers.read(at + 1, limit: limit), upper.value > lower, upper.end < limit,
      let (other, currency, end) = currencyNoun(upper.end, limit), other.name == noun.name, currency == found.currency
    else { return }
    (found.low, found.high) = (lower, upper.value)
    found.number = upper.value
    if noun.parts > 1 { found.base = upper.value / noun.parts }
    found.tokens.end = Int32(truncatingIfNeeded: end)
  }

  /// "$", "£", "¢", "¥" or one of U+20A0-20BF.
  private func isSign(_ token: Int) -> Bool {
    let start = Int(tokens.start[token])
    switch bytes[start] {
    case UInt8(ascii: "$"): return true
    case 0xC2: return (0xA2...0xA5).contains(bytes[start + 1])
    case 0xE2: return bytes[start + 1] == 0x82
    default: return false
    }
  }

  /// A code or sign behind a number, and the token behind it: "50 USD", "5 €".
  private func codeBehind(_ at: Int, _ limit: Int) -> (Label?, Int)? {
    let isCode = tokens.is(at, .allCapitals) && (2...3).contains(tokens.length(at))
    guard isCode || isSign(at),
      at + 1 >= limit || !tokens.is(at + 1, .number) || tokens.is(at + 1, .spaceBefore), let currency = tables.currency(sign: text(at))
    else { return nil }
    return (currency, at + 1)
  }

  /// "120 MEUR", "MSEK 60": the currency of a code with an M for millions before it.
  private func millions(_ token: Int) -> Label? {
    guard tokens.length(token) == 4, tokens.is(token, .allCapitals), byte(token) == UInt8(ascii: "M") else { return nil }
    let code = text(token)
    return tables.currency(sign: code) == nil ? tables.currency(sign: String(code.dropFirst())) ?? nil : nil
  }

  /// The noun for money at `at`, its nationality before it or not, what it means, and the token behind.
  private func currencyNoun(_ at: Int, _ limit: Int) -> (AmountTables.CurrencyNoun, Label?, Int)? {
    if let noun = tables.currencyNoun(tokens.lemma[at]), noun.parts > 0, tokens.has(at, .currencyWord) || !tokens.tag[at].isVerb {
      return (noun, noun.currency, at + 1)
    }
    // "Hong Kong dollars", "US dollars": one or two words before the noun.
    for words in 1...2 where at + words < limit {
      let head = at + words
      guard let noun = tables.currencyNoun(tokens.lemma[head]) else { continue }
      let national = folded(at, head) + " " + noun.name
      if let currency = tables.currency(national: national) { return (noun, currency, head + 1) }
      // A nationality whose money the tables lack.
      if noun.parts > 0, tokens.is(at, .capitalized), tokens.is(head - 1, .capitalized) { return (noun, nil, head + 1) }
    }
    return nil
  }

  /// "3 dollars and 50 cents", "3 dollars 50 cents", "3 dollars 50": hundredths behind whole units.
  private func takeParts(_ found: inout Value, _ limit: Int) {
    var at = Int(found.tokens.end)
    guard let whole = found.number, whole == whole.rounded(), whole >= 0, whole < 1_000_000 else { return }
    let joins = at < limit && tokens.has(at, .andWord)
    if joins { at += 1 }
    guard at < limit, tokens.has(at, .cardinalWord) || !tokens.flags[at].isDisjoint(with: MoneyReader.digitsOrHyphen),
      let number = numbers.read(at, limit: limit), number.isInteger, number.value < 100, number.value > 0
    else { return }
    if number.end < limit, let noun = tables.currencyNoun(tokens.lemma[number.end]), noun.parts > 1 {
      found.number = whole + number.value / noun.parts
      found.tokens.end = Int32(truncatingIfNeeded: number.end + 1)
    } else if number.value >= 10, number.end - at <= 2, endsClause(number.end, limit) {
      found.number = whole + number.value / 100
      found.tokens.end = Int32(truncatingIfNeeded: number.end)
    }
  }
  private static let digitsOrHyphen: TokenFlags = [.hasDigit, .hasHyphen]

  /// Whether nothing that could be counted follows.
  private func endsClause(_ token: Int, _ limit: Int) -> Bool {
    token >= limit || tokens.tag[token] == .cc
      || tokens.is(token, .punctuation) && (tokens.is(token, .spaceBefore) || !NumberReader.isDash(bytes, tokens.span(token)))
        && byte(token) != UInt8(ascii: "%") && byte(token) != UInt8(ascii: "$") && byte(token) < 0x80
  }

  // MARK: Inside one token

  /// "a 12-cent dividend", "a ten-pound note": an amount and the noun for money.
  func compound(_ token: Int, _ found: inout Value) -> Bool {
    guard let (number, rest) = numbers.compound(token), rest.count < 16, let lexeme = numbers.lexeme(rest),
      let noun = tables.currencyNoun(lexeme), noun.parts > 0, lexicon.info(lexeme).classes.contains(.currencyWord)
    else { return false }
    found.kind = .money
    found.number = number
    found.currency = noun.currency
    found.tokens.end = Int32(truncatingIfNeeded: token + 1)
    if noun.parts > 1 {
      found.unit = noun.name
      found.base = number / noun.parts
    } else if noun.currency == nil {
      found.unit = noun.name
    }
    found.rule = "money.compound"
    return true
  }

  /// "412.5p", "3p": pence. "1080p" is a picture.
  func pence(_ token: Int, _ found: inout Value) -> Bool {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard end - start > 1, end - start <= 8, bytes[end - 1] == UInt8(ascii: "p"), let penny = tables.penny,
      let (value, isWhole) = NumberReader.parse(bytes[start..<end - 1]), !isWhole || value < 480 || Int(value) % 120 != 0
    else { return false }
    found.kind = .money
    found.number = value
    found.currency = penny.currency
    found.unit = penny.name
    found.base = value / penny.parts
    found.tokens.end = Int32(truncatingIfNeeded: token + 1)
    found.rule = "money.pence"
    return true
  }

  private func text(_ token: Int) -> String { string(Int(tokens.start[token]), Int(min(tokens.end[token], tokens.start[token] + 24))) }

  private func string(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}
