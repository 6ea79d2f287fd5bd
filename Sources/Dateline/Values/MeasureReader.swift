/// Percentages, and quantities with a unit: "40%", "12 square kilometres", "30 °C", "5 feet 2 inches", "a 3-inch pipe".
struct MeasureReader: ValueReader {
  let scene: ValueScene

  // MARK: Percentages

  /// "40%", "40 percent", "40 per cent", "a 5-percent rise".
  func percent(_ found: inout Value, _ limit: Int) -> Bool {
    let at = Int(found.tokens.end)
    guard at < limit else { return false }
    if byte(at) == UInt8(ascii: "%") {
      found.tokens.end = Int32(truncatingIfNeeded: at + 1)
    } else if tables.isPercent(tokens.lexeme[at]) {
      // "40 percentage points" are no share.
      if at + 1 < limit, unit(at, limit) != nil { return false }
      found.tokens.end = Int32(truncatingIfNeeded: at + 1)
    } else if at + 1 < limit, tables.isPer(tokens.lexeme[at]), tables.isCent(tokens.lexeme[at + 1]) {
      found.tokens.end = Int32(truncatingIfNeeded: at + 2)
    } else {
      return false
    }
    found.kind = .percent
    found.unit = "percent"
    found.rule = "percent"
    if let (upper, next) = upper(found, limit) {
      var last = Value(kind: .cardinal, tokens: TokenRange(found.tokens.first, next), rule: "")
      if percent(&last, limit) { setRange(&found, upper, Int(last.tokens.end)) }
    }
    return true
  }

  /// The upper end of a range whose lower end has its own unit: "0.5%-0.7%", "between 3 km and 5 km"; and the token behind its number.
  ///
  /// "From 2% to 3%" is a change as often as not.
  private func upper(_ found: Value, _ limit: Int) -> (Double, Int)? {
    let at = Int(found.tokens.end)
    guard at + 2 < limit, found.low == nil, let lower = found.number, !tokens.has(at, .prepFrom),
      numbers.joinsRange(at, found.tokens.first),
      let number = numbers.read(at + 1, limit: limit), number.value > lower
    else { return nil }
    return (number.value, number.end)
  }

  private func setRange(_ found: inout Value, _ upper: Double, _ end: Int) {
    found.low = found.number
    found.high = upper
    found.number = upper
    found.tokens.end = Int32(truncatingIfNeeded: end)
  }

  // MARK: Units

  /// The longest unit: "kilometres per hour".
  private static let longestUnit = 3

  /// Takes the unit behind a number, and a smaller one behind that.
  func measure(_ found: inout Value, _ limit: Int) -> Bool {
    var at = Int(found.tokens.end)
    if at < limit, tokens.length(at) == 1, byte(at) == UInt8(ascii: "-"), !tokens.is(at, .spaceBefore) { at += 1 }
    // "a quarter of a percentage point", "three quarters of a mile".
    if at + 2 < limit, tokens.has(at, .prepOf), numbers.isArticle(at + 1), let number = found.number, number < 1 { at += 2 }
    guard at < limit, let (unit, end) = unit(at, limit) else { return false }
    guard let number = found.number else {
      // "thousands of miles".
      (found.kind, found.unit, found.dimension) = (.quantity, unit.name, unit.dimension)
      found.tokens.end = Int32(truncatingIfNeeded: end)
      return true
    }
    set(&found, number, unit, end)
    found.rule = "quantity.unit"
    takeSmaller(&found, unit, limit)
    takeBelowZero(&found, unit, limit)
    if let (upper, next) = upper(found, limit), next < limit, let (other, end) = self.unit(next, limit), other.name == unit.name {
      setRange(&found, upper, end)
      found.base = upper * unit.base
    }
    takeStuff(&found, limit)
    return true
  }

  /// Longest noun group behind "of" that is looked at.
  private static let longestStuff = 4

  /// "300 kg of heroin": what is measured, which stays outside the value's span.
  private func takeStuff(_ found: inout Value, _ limit: Int) {
    let of = Int(found.tokens.end)
    guard of + 1 < limit, tokens.has(of, .prepOf), found.dimension == "mass" || found.dimension == "volume" else { return }
    var end = of + 1
    var head = -1
    while end < limit, end - of <= MeasureReader.longestStuff, tokens.tag[end].isNoun || tokens.tag[end].isAdjective {
      if tokens.tag[end].isNoun { head = end }
      end += 1
    }
    guard head > of else { return }
    found.of = tokens.span(TokenRange(of + 1, head + 1))
    // "80 tonnes of fuel a day": the rate is the amount's, whose span ends with its unit.
    found.tokens.end = Int32(truncatingIfNeeded: head + 1)
    RateReader(scene: scene).take(&found, limit)
    found.tokens.end = Int32(truncatingIfNeeded: of)
  }

  /// "1.8m tall", "the 100m final": "m" behind a number is a million unless the word behind speaks of lengths.
  func length(_ found: inout Value, _ limit: Int) -> Bool {
    let end = Int(found.tokens.end)
    if end + 1 < limit, tokens.length(end) == 1, byte(end) == UInt8(ascii: "m"), tables.isExtent(tokens.lexeme[end + 1]),
      let value = found.number, let metre = tables.unit("metre")
    {
      set(&found, value, metre, end + 1)
      found.rule = "quantity.metres"
      return true
    }
    guard tokens.length(end - 1) == 1, byte(end - 1) == UInt8(ascii: "m"), found.tokens.count == 2, tokens.is(end - 1, .splitCompound),
      end < limit && (tables.isExtent(tokens.lexeme[end]) || isAboveSea(end, limit)) || isRace(found.tokens.first, end, limit),
      let (value, _) = numbers.digits(found.tokens.first), let metre = tables.unit("metre")
    else { return false }
    set(&found, value, metre, end)
    found.rule = "quantity.metres"
    return true
  }

  /// "2,757m above sea level", "40m below ground".
  private func isAboveSea(_ token: Int, _ limit: Int) -> Bool {
    guard token + 1 < limit, tables.isLevel(tokens.lexeme[token]) else { return false }
    let noun = tokens.has(token + 1, .articleThe) && token + 2 < limit ? token + 2 : token + 1
    return tables.isSurface(tokens.lexeme[noun])
  }

  /// "the 200m": whether a number is the length of a race behind an article or a possessive, with nothing counted behind it.
  private func isRace(_ start: Int, _ end: Int, _ limit: Int) -> Bool {
    guard start > 0, tokens.has(start - 1, .articleThe) || tokens.tag[start - 1] == .pos else { return false }
    guard let (metres, isWhole) = numbers.digits(start), isWhole, metres >= 50, metres <= 10_000, Int(metres) % 10 == 0 else {
      return false
    }
    return end >= limit || tokens.is(end, .punctuation) || tokens.tag[end] == .in || tokens.tag[end] == .cc
  }

  func set(_ found: inout Value, _ number: Double, _ unit: AmountTables.Unit, _ end: Int) {
    found.kind = .quantity
    found.number = number
    found.unit = unit.name
    found.dimension = unit.dimension
    found.base = number * unit.base
    found.tokens.end = Int32(truncatingIfNeeded: end)
  }

  /// Adds a part of the unit that stands behind it: "a kilometre and a half".
  func add(_ part: Double, _ unit: AmountTables.Unit, _ end: Int, _ found: inout Value) {
    set(&found, (found.number ?? 0) + part, unit, end)
  }

  /// "5 feet 2 inches", "5 feet and 2 inches", "6 feet, 4 inches": in the first unit.
  private func takeSmaller(_ found: inout Value, _ unit: AmountTables.Unit, _ limit: Int) {
    var at = Int(found.tokens.end)
    if at < limit, tokens.has(at, .andWord) || tokens.length(at) == 1 && byte(at) == UInt8(ascii: ",") { at += 1 }
    if at < limit, unit.name == "foot", let inches = gluedInches(at), let inch = tables.unit("inch"), let number = found.number {
      set(&found, number + inches * inch.base / unit.base, unit, at + 1)
      return
    }
    guard at + 1 < limit, tokens.is(at, .number), let (value, _) = numbers.digits(at), let number = found.number,
      let (smaller, end) = self.unit(at + 1, limit) ?? inches(at + 1, behind: unit), smaller.dimension == unit.dimension,
      smaller.base < unit.base,
      value * smaller.base < unit.base
    else { return }
    set(&found, number + value * smaller.base / unit.base, unit, end)
  }

  /// 2 of "2in", which stands behind feet alone.
  private func gluedInches(_ token: Int) -> Double? {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard tokens.is(token, .hasDigit), (3...4).contains(end - start), bytes[end - 2] == UInt8(ascii: "i"),
      bytes[end - 1] == UInt8(ascii: "n"),
      let (value, _) = NumberReader.parse(bytes[start..<end - 2]), value < 12
    else { return nil }
    return value
  }

  /// "5 ft 2 in": "in" is inches behind feet alone.
  private func inches(_ token: Int, behind unit: AmountTables.Unit) -> (AmountTables.Unit, Int)? {
    guard tokens.has(token, .prepIn), tokens.length(token) == 2, unit.name == "foot", let inch = tables.unit("inch") else { return nil }
    return (inch, token + 1)
  }

  /// The unit whose name starts at `at`, the longest that the tables know, and the token behind it.
  func unit(_ at: Int, _ limit: Int) -> (AmountTables.Unit, Int)? {
    guard tokens.has(at, .unitWord) || tables.opensUnit(tokens.lemma[at]) || isDegree(at) else {
      return nil
    }
    // "2 g", but "4 G".
    if tokens.length(at) == 1, tokens.is(at, .capitalized), byte(at) == UInt8(ascii: "G") || byte(at) == UInt8(ascii: "L") { return nil }
    var words = at + 1 < limit && continuesUnit(at + 1) ? min(MeasureReader.longestUnit, limit - at) : 1
    while words > 0 {
      if let unit = tables.unit(name(at, at + words)) ?? (words == 1 ? tables.unit(folded(at, at + 1)) : nil) {
        return (unit, at + words)
      }
      words -= 1
    }
    return nil
  }

  /// Whether the token may be a later part of a unit's name; of words that the lexicon lacks, and of what is written without a space, nothing is
  /// known.
  private func continuesUnit(_ token: Int) -> Bool {
    !tokens.is(token, .spaceBefore) || Int(tokens.lemma[token]) >= lexicon.count || tables.continuesUnit(tokens.lemma[token])
  }

  /// "°", "℃", "℉".
  private func isDegree(_ token: Int) -> Bool {
    let start = Int(tokens.start[token])
    return bytes[start] == 0xC2 && bytes[start + 1] == 0xB0 || bytes[start] == 0xE2 && bytes[start + 1] == 0x84
  }

  /// The tokens in singular and small letters, with their spaces.
  private func name(_ first: Int, _ end: Int) -> String {
    var name = ""
    for token in first..<end {
      if token > first, tokens.is(token, .spaceBefore) { name += " " }
      name += lemma(token)
    }
    return name
  }

  // MARK: Inside one token

  /// "a 3-inch pipe", "the six-mile trip", "20-percent", "half-mile".
  func compound(_ token: Int, _ found: inout Value) -> Bool {
    guard tokens.is(token, .hasHyphen), let (value, rest) = numbers.measured(token), rest.count < 24 else { return false }
    if let lexeme = numbers.lexeme(rest), tables.isPercent(lexeme) {
      found.kind = .percent
      found.number = value
      found.unit = "percent"
      found.rule = "percent"
      return true
    }
    let text = Folding.folded(rest)
    guard let unit = tables.unit(text) ?? tables.unit(String(text.map { $0 == "-" ? " " : $0 })) else {
      return height(token, value, rest, &found)
    }
    set(&found, value, unit, token + 1)
    found.rule = "quantity.compound"
    return true
  }

  /// "6-foot-2", "6-foot-2-inch": feet and inches.
  private func height(_ token: Int, _ feet: Double, _ rest: Slice<UnsafeBufferPointer<UInt8>>, _ found: inout Value) -> Bool {
    guard let hyphen = rest.firstIndex(of: UInt8(ascii: "-")), let foot = tables.unit(Folding.folded(rest[..<hyphen])),
      foot.name == "foot", let inch = tables.unit("inch")
    else { return false }
    let behind = rest[(hyphen + 1)...]
    let digits = behind.prefix { $0 &- 48 < 10 }
    guard let (inches, isWhole) = NumberReader.parse(digits), !digits.isEmpty, isWhole, inches < 12,
      digits.count == behind.count || Folding.folded(behind.dropFirst(digits.count + 1)) == inch.name
    else { return false }
    set(&found, feet + inches * inch.base / foot.base, foot, token + 1)
    found.rule = "quantity.compound"
    return true
  }

  /// "20 degrees below zero", "5 degrees Celsius below freezing": degrees below what the words name are negative ones.
  private func takeBelowZero(_ found: inout Value, _ unit: AmountTables.Unit, _ limit: Int) {
    let at = Int(found.tokens.end)
    guard at + 1 < limit, unit.dimension == "temperature" || unit.dimension == "angle", let number = found.number, number > 0,
      tables.isBelow(tokens.lexeme[at]), value(at + 1, .cardinalWord) == 0 || tables.isFreezing(tokens.lexeme[at + 1])
    else { return }
    // Freezing is no zero of Fahrenheit's, nor perhaps of a degree that has no name.
    guard tokens.has(at + 1, .cardinalWord) || unit.name == MeasureReader.celsius else { return }
    set(&found, -number, unit, at + 2)
  }
  private static let celsius = "degree Celsius"

  /// "40C", "104F" behind a preposition, a bracket, a minus or a comparison: degrees.
  func temperature(_ token: Int, _ found: inout Value) -> Bool {
    guard token > 0, let (value, unit) = degrees(token) else { return false }
    let before = token - 1
    // "minus 3C", "-5C".
    if tables.isMinus(tokens.lexeme[before]) || numbers.isMinusSign(before) {
      set(&found, -value, unit, token + 1)
      found.tokens = TokenRange(before, token + 1)
      found.rule = "quantity.temperature"
      return true
    }
    guard
      tokens.tag[before] == .in || tokens.tag[before] == .to || tokens.tag[before].isVerb || byte(before) == UInt8(ascii: "(")
        || tokens.has(before, .approximator)
        || token + 1 < tokens.count && (tokens.tag[token + 1] == .jjr || tables.isLevel(tokens.lexeme[token + 1]))
    else { return false }
    set(&found, value, unit, token + 1)
    found.rule = "quantity.temperature"
    return true
  }

  /// "250g of flour", "1.5l", "100t": a letter for mass or volume glued to a number that is not small, has decimals or measures something.
  func gluedLetter(_ token: Int, _ limit: Int, _ found: inout Value) -> Bool {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard end - start > 1, end - start <= 8, bytes[start] &- 48 < 10, bytes[end - 1] &- 97 < 26,
      let (value, isWhole) = NumberReader.parse(bytes[start..<end - 1]),
      !isWhole || value >= 10 || token + 1 < limit && tokens.has(token + 1, .prepOf),
      let unit = tables.unit(Folding.folded(bytes[(end - 1)..<end])), unit.dimension == "mass" || unit.dimension == "volume"
    else { return false }
    set(&found, value, unit, token + 1)
    found.rule = "quantity.letter"
    takeStuff(&found, limit)
    return true
  }

  /// "38-40C": the ends of a range of degrees, whose lower one is read.
  func temperatures(_ lower: NumberReader.Number, _ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    let token = lower.end + 1
    guard token < limit, tokens.is(token, .hasDigit), !tokens.is(token, .number), numbers.joinsRange(lower.end, start),
      let (value, unit) = degrees(token), value > lower.value
    else { return false }
    set(&found, value, unit, token + 1)
    found.tokens = TokenRange(start, token + 1)
    (found.low, found.high) = (lower.value, value)
    found.rule = "quantity.temperature"
    return true
  }

  /// The number and the unit of "40C" and "104F".
  private func degrees(_ token: Int) -> (Double, AmountTables.Unit)? {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard end - start > 1, end - start <= MeasureReader.longestTemperature,
      bytes[end - 1] == UInt8(ascii: "C") || bytes[end - 1] == UInt8(ascii: "F"),
      let (value, _) = NumberReader.parse(bytes[start..<end - 1]),
      let unit = tables.unit(bytes[end - 1] == UInt8(ascii: "C") ? "c" : "deg f")
    else { return nil }
    return (value, unit)
  }
  /// Bytes of "104.5F".
  private static let longestTemperature = 6
}
