/// Numbers inside one token.
extension NumberReader {
  /// The number of a digit token ("1,000", "3.5"); nil for anything else, clock times and dates included.
  func digits(_ token: Int) -> (value: Double, isInteger: Bool)? {
    guard tokens.flags[token].contains(.number) else {
      return tokens.flags[token].contains([.hasDigit, .nonASCII]) ? spacedDigits(token) : nil
    }
    return NumberReader.parse(bytes[Int(tokens.start[token])..<Int(tokens.end[token])])
  }

  /// "40 000" with narrow spaces, which part no tokens: groups of three digits behind U+202F.
  private func spacedDigits(_ token: Int) -> (value: Double, isInteger: Bool)? {
    var rest = bytes[Int(tokens.start[token])..<Int(tokens.end[token])]
    var value = 0.0
    while let space = rest.firstIndex(of: 0xE2) {
      guard space + 3 < rest.endIndex, bytes[space + 1] == 0x80, bytes[space + 2] == 0xAF,
        let group = rest[..<space].isEmpty ? nil : NumberReader.parse(rest[..<space]),
        group.isInteger, value == 0 ? rest[..<space].count <= 3 : rest[..<space].count == 3
      else { return nil }
      value = value * 1000 + group.value
      rest = rest[(space + 3)...]
    }
    guard value > 0, rest.prefix(while: { $0 &- 48 < 10 }).count == 3, let last = NumberReader.parse(rest) else { return nil }
    return (value * 1000 + last.value, last.isInteger)
  }

  static func parse(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (value: Double, isInteger: Bool)? {
    guard text.count <= 24 else { return nil }
    var value = 0.0
    var scale = 0.0
    var commas = 0
    var comma = text.startIndex
    // Counted, for a slice's `indices` is no range: asking for it costs more than reading a number.
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: ","):
        if scale > 0 { return commaDecimals(text) }
        if index == text.startIndex { return nil }
        commas += 1
        comma = index
      case UInt8(ascii: "."):
        if scale > 0 || commas > 0 && index - comma != 4 { return nil }
        scale = 1
      case 48...57:
        value = value * 10 + Double(byte - 48)
        scale *= 10
      default: return nil
      }
      index += 1
    }
    // "1,3" and "5,00" have the comma of decimals, "22,24,26" are numbers of their own.
    if commas > 0, scale == 0, index - comma != 4 {
      let decimals = index - comma - 1
      return commas == 1 && (1...2).contains(decimals) ? (value / (decimals == 1 ? 10 : 100), false) : nil
    }
    return scale > 1 ? (value / scale, false) : (value, true)
  }

  /// "1.234,5", "1.234.567,89": groups of three behind stops, and one or two decimals behind a comma.
  private static func commaDecimals(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (value: Double, isInteger: Bool)? {
    var value = 0.0
    // Digits since the last mark, and decimals once a comma has been read.
    var digits = 0
    var decimals: Double?
    for byte in text {
      switch byte {
      case 48...57:
        value = value * 10 + Double(byte - 48)
        digits += 1
        decimals? *= 10
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard decimals == nil, digits == 3 || digits > 0 && digits < 3 && value < 1000 else { return nil }
        digits = 0
        if byte == UInt8(ascii: ",") { decimals = 1 }
      default: return nil
      }
    }
    guard let decimals, decimals == 10 || decimals == 100, value >= 1000 * decimals else { return nil }
    return (value / decimals, false)
  }

  /// Whether the bytes are a hyphen, an en dash or the like; a curly quotation mark is none.
  static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Bool {
    let start = Int(span.start)
    if span.count == 1 { return bytes[start] == UInt8(ascii: "-") }
    return span.count == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && (0x90...0x95).contains(bytes[start + 2])
  }

  /// "twelve", "twenty-two" (one token).
  func word(_ token: Int) -> Double? {
    if tokens.has(token, .cardinalWord) { return lexicon.value(tokens.lexeme[token], .cardinalWord).map(Double.init) }
    guard let (tens, rest) = tensBeforeHyphen(token), let ones = value(rest, .cardinalWord), ones < 10 else { return nil }
    return tens + Double(ones)
  }

  /// "forty-second": the number of an ordinal in one token.
  func ordinalCompound(_ token: Int, isPlural: Bool = false) -> Double? {
    guard let (tens, rest) = tensBeforeHyphen(token), (rest.last == UInt8(ascii: "s")) == isPlural,
      let ones = value(isPlural ? rest.dropLast() : rest, .ordinalWord), ones < 10
    else {
      return nil
    }
    return tens + Double(ones)
  }

  /// The number of an ordinal behind a number: "hundredth" of "two hundredth", "twenty-fifth" of "one hundred and twenty-fifth"; and the token
  /// behind it.
  func ordinalBehind(_ number: Number, _ limit: Int) -> (Double, Int)? {
    guard number.hasWords, number.isInteger, number.end < limit, tokens.sentence[number.end - 1] == tokens.sentence[number.end] else {
      return nil
    }
    var at = number.end
    if tokens.has(at, .andWord), at + 1 < limit, number.value >= 100 { at += 1 }
    if let ones = ordinalCompound(at) { return number.value >= 100 ? (number.value + ones, at + 1) : nil }
    guard tokens.has(at, .ordinalWord), tokens.tag[at] != .nns, let value = lexicon.value(tokens.lexeme[at], .ordinalWord).map(Double.init)
    else {
      return nil
    }
    if value >= 100 { return at == number.end ? (number.value * value, at + 1) : nil }
    let below = Int(number.value) % 100
    if value < 10, below >= 20, below % 10 == 0 { return (number.value + value, at + 1) }
    return number.value >= 100 && below == 0 ? (number.value + value, at + 1) : nil
  }

  /// The tens before the hyphen of a compound without digits, and what stands behind it.
  private func tensBeforeHyphen(_ token: Int) -> (Double, Slice<UnsafeBufferPointer<UInt8>>)? {
    guard tokens.is(token, .hasHyphen), tokens.is(token, .hasLetter), !tokens.is(token, .hasDigit), tokens.length(token) < 16,
      let hyphen = hyphen(token), let tens = value(bytes[Int(tokens.start[token])..<hyphen], .cardinalWord), tens >= 20, tens % 10 == 0
    else { return nil }
    return (Double(tens), bytes[(hyphen + 1)..<Int(tokens.end[token])])
  }

  /// "hundred" of "hundred-fifths", and what stands behind the hyphen.
  func multiplierBeforeHyphen(_ token: Int) -> (Double, Slice<UnsafeBufferPointer<UInt8>>)? {
    guard tokens.length(token) < 24, let hyphen = hyphen(token),
      let factor = value(bytes[Int(tokens.start[token])..<hyphen], .multiplierWord)
    else { return nil }
    return (Double(factor), bytes[(hyphen + 1)..<Int(tokens.end[token])])
  }

  /// "1-billion", "two-million", "half-million" in one token: the number and its factor.
  func compoundMultiplier(_ token: Int) -> (Double, Double)? {
    guard tokens.is(token, .hasHyphen), let (number, rest) = measured(token), let factor = value(rest, .multiplierWord),
      factor > 99 || number < 1
    else {
      return nil
    }
    return (number, Double(factor))
  }

  /// The lexeme of a word of less than sixteen bytes that stands inside a token; nil for other words.
  func lexeme(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> LexemeID? {
    let lexeme = lexicon.lexeme(inside: UnsafeBufferPointer(rebasing: part))
    return lexeme >= 0 ? lexeme : nil
  }

  /// The value of a word that stands inside a token.
  func value(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ wordClass: WordClass) -> Int64? {
    guard let lexeme = lexeme(part), lexicon.info(lexeme).classes.contains(wordClass) else { return nil }
    return lexicon.value(lexeme, wordClass)
  }

  /// The place of the first hyphen of a token.
  private func hyphen(_ token: Int) -> Int? {
    var at = Int(tokens.start[token])
    let end = Int(tokens.end[token])
    while at < end {
      if bytes[at] == UInt8(ascii: "-") { return at }
      at += 1
    }
    return nil
  }

  /// Whether a compound without digits can be or start with a number: its first part is a number word or a fraction ("two-year", "half-hour").
  func opensCompound(_ token: Int) -> Bool {
    lexicon.hasNumberBeforeHyphen(UnsafeBufferPointer(rebasing: bytes[Int(tokens.start[token])..<Int(tokens.end[token])]))
  }

  /// The number or fraction before the first hyphen of a compound ("two-year", "half-mile"), and what stands behind the hyphen.
  func measured(_ token: Int) -> (value: Double, rest: Slice<UnsafeBufferPointer<UInt8>>)? {
    if let (value, rest) = compound(token) {
      // "two-and-a-half-hour".
      guard let behind = behindAndAHalf(rest), behind < rest.endIndex else { return (value, rest) }
      return (value + 0.5, rest[(behind + 1)...])
    }
    guard tokens.is(token, .hasHyphen), !tokens.is(token, .hasDigit), tokens.length(token) < 24, let hyphen = hyphen(token),
      let parts = value(bytes[Int(tokens.start[token])..<hyphen], .fractionWord)
    else { return nil }
    return (1 / Double(parts), bytes[(hyphen + 1)..<Int(tokens.end[token])])
  }

  /// Where "and-a-half" ends at the start of a part of a compound: at its end or at a hyphen; nil where it does not stand.
  func behindAndAHalf(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let end = rest.startIndex + NumberReader.andAHalf.count
    guard rest.endIndex >= end, rest[..<end].elementsEqual(NumberReader.andAHalf) else { return nil }
    return end == rest.endIndex || rest[end] == UInt8(ascii: "-") ? end : nil
  }
  private static let andAHalf = Array("and-a-half".utf8)

  /// The number before the first hyphen of a compound ("76-year-old", "two-year"), and what stands behind the hyphen.
  func compound(_ token: Int) -> (value: Double, rest: Slice<UnsafeBufferPointer<UInt8>>)? {
    guard tokens.is(token, .hasHyphen), tokens.is(token, .hasLetter), tokens.length(token) < 32, let hyphen = hyphen(token) else {
      return nil
    }
    let head = bytes[Int(tokens.start[token])..<hyphen]
    guard let value = NumberReader.parse(head)?.value ?? value(head, .cardinalWord).map(Double.init) else { return nil }
    return (value, bytes[(hyphen + 1)..<Int(tokens.end[token])])
  }
}
