/// Numbers in tokens: digits with separators, number words, multipliers, fractions.
///
/// "40", "1.5 million", "twenty-two", "one hundred and five", "a million", "half a dozen", "two thirds", "two and a half", "-5", ".08".
struct NumberReader: ValueReader {
  let scene: ValueScene

  struct Number {
    var value: Double
    /// Token after the number.
    var end: Int
    var isInteger: Bool
    var hasWords = false
    /// A part of something: "two thirds", "half".
    var isFraction = false
  }

  /// No number has more tokens.
  static let longest = 8

  /// The number that starts at `start`. The readers of durations and of amounts ask one after the other, so the last answer is kept.
  func read(_ start: Int, limit: Int) -> Number? {
    let last = scene.lastNumber
    if last.pointee.start != start || last.pointee.limit != limit {
      last.pointee = LastNumber(start: start, limit: limit, number: find(start, limit))
    }
    return last.pointee.number
  }

  /// What was answered last.
  struct LastNumber {
    var start = -1
    var limit = -1
    var number: Number?
  }

  private func find(_ start: Int, _ limit: Int) -> Number? {
    // Digits are most of them; nearly all other words that are asked end here.
    if tokens.is(start, .number) { return power(start, limit) ?? unsigned(start, limit) }
    guard mayOpen(start) else { return nil }
    if let minus = minus(start, limit) {
      guard var number = power(minus, limit) ?? unsigned(minus, limit) else { return nil }
      number.value = -number.value
      return number
    }
    return unsigned(start, limit)
  }

  private static let shapes: TokenFlags = [.hasDigit, .hasHyphen, .punctuation, .nonASCII]
  private static let openers = WordClassSet(.cardinalWord, .fractionWord, .multiplierWord)

  @inline(__always)
  private func mayOpen(_ token: Int) -> Bool {
    !tokens.flags[token].isDisjoint(with: NumberReader.shapes) || tokens.has(token, anyOf: NumberReader.openers)
      || tokens.tag[token] == .dt && tokens.length(token) <= 2
      || (tokens.has(token, .closed) || tokens.tag[token].isAdjective) && scene.tables.isMinus(tokens.lexeme[token])
  }

  /// Where the number behind a sign starts: "-5", "−5", "minus 5"; nil where no sign stands, or a dash that parts two things.
  private func minus(_ start: Int, _ limit: Int) -> Int? {
    guard start + 1 < limit, tokens.is(start + 1, .hasDigit) || tokens.has(start + 1, .cardinalWord) else { return nil }
    // "plus or minus 3".
    if start > 0, tokens.has(start - 1, .orWord), !tokens.is(start, .punctuation) { return nil }
    if tokens.is(start, .punctuation) {
      guard tokens.is(start + 1, .hasDigit), !tokens.is(start + 1, .spaceBefore), isMinus(tokens.span(start)) else { return nil }
      // "30 June -1 July".
      if start + 2 < limit, tokens.has(start + 2, .month) { return nil }
      return start == 0 || tokens.is(start, .spaceBefore) || bytes[Int(tokens.start[start]) - 1] == UInt8(ascii: "(") ? start + 1 : nil
    }
    return scene.tables.isMinus(tokens.lexeme[start]) ? start + 1 : nil
  }

  /// "- 10": a line that has nothing but a hyphen and a number.
  func negativeLine(_ start: Int, _ limit: Int) -> Double? {
    guard tokens.length(start) == 1, byte(start) == UInt8(ascii: "-"), start + 1 < limit, let number = read(start + 1, limit: limit),
      number.end == limit
    else { return nil }
    return -number.value
  }

  /// A minus that is glued to the number behind it.
  func isMinusSign(_ token: Int) -> Bool {
    tokens.is(token, .punctuation) && tokens.is(token, .spaceBefore) && token + 1 < tokens.count && !tokens.is(token + 1, .spaceBefore)
      && isMinus(tokens.span(token))
  }

  /// A hyphen or U+2212; an en dash is none.
  private func isMinus(_ span: Span) -> Bool {
    let start = Int(span.start)
    if span.count == 1 { return bytes[start] == UInt8(ascii: "-") }
    return span.count == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x88 && bytes[start + 2] == 0x92
  }

  private func unsigned(_ start: Int, _ limit: Int) -> Number? {
    if tokens.has(start, .fractionWord) { return half(start, limit) }
    if let found = fraction(start, limit) { return ofLarge(found, limit) }
    if let number = scientific(start) { return number }
    if isArticle(start) {
      guard start + 1 < limit, let number = behindArticle(start, limit) else { return nil }
      return number.isFraction ? ofLarge(number, limit) : number
    }
    if tokens.is(start, .punctuation) { return decimals(start, limit) }
    guard var number = whole(start, limit) else { return nil }
    if number.end < limit, number.end - start < NumberReader.longest { takeFraction(&number, limit) }
    return number.isFraction ? ofLarge(number, limit) : number
  }

  /// Digits, number words and multipliers; what cannot go on the number ends it ("three five-year terms").
  func whole(_ start: Int, _ limit: Int) -> Number? {
    var at = start
    var total = 0.0
    var group = 0.0
    // What the last multiplier added: "three lakh crore" multiplies it once more.
    var added = 0.0
    var seen = false
    var isInteger = true
    var hasWords = false
    if opensLarge(start, limit) { (group, seen, hasWords) = (1, true, true) }
    while at < limit, at - start < NumberReader.longest {
      if let (value, whole) = digits(at) {
        // "4 thousand 3 hundred".
        if seen {
          guard hasWords, group == 0, total >= 1000, whole, value < 10, at + 1 < limit, multiplier(at + 1) == 100, at > start,
            tokens.is(start, .number)
          else { break }
        }
        group = value
        seen = true
        at = grouped(at, limit, &group)
        isInteger = whole && group == group.rounded()
      } else if let value = word(at) {
        guard !seen || hasWords && continues(group, total, value) && !isDenominator(at, group, value, limit) else { break }
        group += value
        seen = true
        hasWords = true
      } else if seen, let factor = multiplier(at) {
        multiply(&group, &total, &added, factor)
        hasWords = true
      } else if seen, hasWords, tokens.has(at, .andWord), at + 1 < limit, group >= 100 || total > 0,
        let value = word(at + 1) ?? hundredsRest(at + 1, group, limit), continues(group, total, value), addend(at + 1, limit) == nil
      {
        if tokens.is(at + 1, .number) {
          group += value
          at += 2
          break
        }
        at += 1
        continue
      } else if seen, hasWords, at > start, let (value, end) = pointed(at, limit) {
        group += value
        isInteger = false
        at = end
        while at < limit, let factor = multiplier(at) {
          group *= factor
          at += 1
        }
        break
      } else if seen, hasWords, total == 0, let ones = onesBehindHyphen(at, group, limit) {
        group += ones
        at += 1
      } else if !seen, let (value, factor) = compoundMultiplier(at) {
        group = value
        multiply(&group, &total, &added, factor)
        seen = true
      } else {
        break
      }
      at += 1
    }
    return seen ? Number(value: total + group, end: at, isInteger: isInteger, hasWords: hasWords) : nil
  }

  /// No number in a text has more groups of three digits behind its first.
  private static let mostGroups = 4

  /// "40 000", "1 414 021": takes the groups of three digits behind a space; returns the last token of the number.
  private func grouped(_ first: Int, _ limit: Int, _ value: inout Double) -> Int {
    var last = first
    guard tokens.length(first) <= 3, bytes[Int(tokens.start[first])] != UInt8(ascii: "0") else { return first }
    while last + 1 < limit, last - first < NumberReader.mostGroups, let group = group(last + 1, behind: last) {
      value = value * 1000 + group
      last += 1
      // "1 234 567.89".
      if group != group.rounded() { break }
    }
    return last
  }

  /// Three digits, the last ones with decimals, behind a single space.
  private func group(_ token: Int, behind last: Int) -> Double? {
    let start = Int(tokens.start[token])
    guard tokens.is(token, .number), tokens.is(token, .spaceBefore), !tokens.is(token, .lineStart), start - Int(tokens.end[last]) <= 3,
      tokens.length(token) == 3 || tokens.length(token) > 4 && bytes[start + 3] == UInt8(ascii: "."),
      bytes[start..<start + 3].allSatisfy({ $0 &- 48 < 10 }), let (value, _) = digits(token)
    else { return nil }
    return value
  }

  /// 4.1 billion is 4100000000, though 4.1 times 1e9 is a little less.
  static func scaled(_ value: Double, _ factor: Double) -> Double {
    let product = value * factor
    let whole = product.rounded()
    return abs(product - whole) < abs(product) * 1e-12 ? whole : product
  }

  private func multiply(_ group: inout Double, _ total: inout Double, _ added: inout Double, _ factor: Double) {
    if factor == 100 || factor == 12 && group < 100 {
      group = NumberReader.scaled(group, factor)
    } else if factor == 12, group > 100, group < 1000, Int(group) % 100 > 0 {
      // "three hundred and two dozen".
      group += Double(Int(group) % 100) * (factor - 1)
    } else if group == 0, added > 0, factor >= 1000 {
      // "three thousand million".
      total += added * (factor - 1)
      added *= factor
    } else {
      added = NumberReader.scaled(group == 0 ? 1 : group, factor)
      total += added
      group = 0
    }
  }

  /// "hundred thousand dollars", "thousand litres": a multiplier without a number before another or before a unit.
  private func opensLarge(_ token: Int, _ limit: Int) -> Bool {
    guard tokens.has(token, .multiplierWord), tokens.tag[token] != .nns, tokens.length(token) > 6, token + 1 < limit,
      token == 0 || tokens.sentence[token - 1] != tokens.sentence[token] || tokens.tag[token - 1].isVerb || tokens.tag[token - 1] == .in
        || tokens.tag[token - 1] == .to
    else { return false }
    return tokens.has(token + 1, anyOf: NumberReader.large) && (!tokens.has(token + 1, .multiplierWord) || multiplier(token + 1) != nil)
  }
  private static let large = WordClassSet(.multiplierWord, .unitWord, .currencyWord)

  /// "3 hundred and 21": digits below a hundred, if nothing says that they count something of their own.
  private func hundredsRest(_ token: Int, _ group: Double, _ limit: Int) -> Double? {
    guard group >= 100, group < 1000, let (value, isWhole) = digits(token), isWhole, value > 0, value < 100,
      token + 1 >= limit || !tokens.has(token + 1, .multiplierWord) && byte(token + 1) != UInt8(ascii: "%")
    else { return nil }
    return value
  }

  /// "thirty" of "one hundred thirty fifths": a part of what divides.
  private func isDenominator(_ tens: Int, _ group: Double, _ value: Double, _ limit: Int) -> Bool {
    group >= 100 && value >= 20 && Int(value) % 10 == 0 && !tokens.has(tens - 1, .andWord) && tens + 1 < limit
      && ordinals(tens + 1).map { $0 < 10 } == true
  }

  /// "fifty - two": ones behind tens and a hyphen that stands apart.
  private func onesBehindHyphen(_ hyphen: Int, _ tens: Double, _ limit: Int) -> Double? {
    guard tens >= 20, tens < 100, Int(tens) % 10 == 0, hyphen + 1 < limit, isLooseHyphen(hyphen), let ones = word(hyphen + 1), ones > 0,
      ones < 10
    else { return nil }
    return ones
  }

  /// A hyphen with a space on either side, as text that was taken apart has it.
  func isLooseHyphen(_ token: Int) -> Bool {
    tokens.length(token) == 1 && byte(token) == UInt8(ascii: "-") && tokens.is(token, .spaceBefore) && token + 1 < tokens.count
      && tokens.is(token + 1, .spaceBefore)
  }

  /// Whether a number word goes on a number: "twenty two", "one hundred five", "two thousand twelve".
  private func continues(_ group: Double, _ total: Double, _ value: Double) -> Bool {
    guard group < 1e15 else { return false }
    let below = Int(group) % 100
    if value < 10, below >= 20, below % 10 == 0 { return true }
    return value < 100 && below == 0 && (group >= 100 || group == 0 && total > 0)
  }

  /// The factor of a multiplier that may stand behind a number; "m" and its like only glued to it ("5m"), but for "k".
  func multiplier(_ token: Int) -> Double? {
    guard tokens.has(token, .multiplierWord),
      tokens.length(token) > 1 || tokens.is(token, .splitCompound) || bytes[Int(tokens.start[token])] == UInt8(ascii: "k"),
      let factor = lexicon.value(tokens.lexeme[token], .multiplierWord)
    else { return nil }
    return Double(factor)
  }

  /// "point zero three" behind number words: the value of the decimals, and the last of their tokens.
  private func pointed(_ point: Int, _ limit: Int) -> (Double, Int)? {
    guard scene.tables.isPoint(tokens.lexeme[point]), point + 1 < limit else { return nil }
    var value = 0.0
    var scale = 1.0
    var at = point + 1
    while at < limit, at - point < NumberReader.longest, let digit = word(at), digit < 100 {
      scale *= digit < 10 ? 10 : 100
      value += digit / scale
      at += 1
    }
    return at > point + 1 ? (value, at) : nil
  }

  /// ".08": a stop and its digits.
  private func decimals(_ start: Int, _ limit: Int) -> Number? {
    guard start + 1 < limit, tokens.length(start) == 1, bytes[Int(tokens.start[start])] == UInt8(ascii: "."),
      !tokens.is(start + 1, .spaceBefore), start == 0 || tokens.is(start, .spaceBefore), let (value, whole) = digits(start + 1), whole
    else { return nil }
    var scale = 1.0
    for byte in bytes[Int(tokens.start[start + 1])..<Int(tokens.end[start + 1])] where byte &- 48 < 10 { scale *= 10 }
    return Number(value: value / scale, end: start + 2, isInteger: false)
  }
}
