/// Ranges of numbers: "5-10", "between 5 and 7 million", "two or three", "10- to 15-minute", "20-to-30-minute".
extension NumberReader {
  /// Whether a range that started at `start` goes on at `token`: "5-10", "5 to 10", "between 5 and 10".
  func joinsRange(_ token: Int, _ start: Int) -> Bool {
    if tokens.is(token, .punctuation), !tokens.is(token, .spaceBefore) { return NumberReader.isDash(bytes, tokens.span(token)) }
    return tokens.tag[token] == .to || tokens.has(token, .andWord) && start > 0 && scene.tables.isBetween(tokens.lexeme[start - 1])
  }

  /// The ends of a range whose lower end is `number`: "5-10", "between two and 18 million", "two or three", "five or six hundred".
  func range(_ number: Number, _ start: Int, _ limit: Int) -> (lower: Double, upper: Number)? {
    guard number.end + 1 < limit else { return nil }
    let isChoice = tokens.has(number.end, .orWord)
    guard isChoice || joinsRange(number.end, start), let upper = read(number.end + 1, limit: limit), upper.value > number.value,
      upper.end >= limit || !tokens.has(upper.end, .month)
    else { return nil }
    // The multiplier holds for both.
    let factor = upper.end > number.end + 2 ? multiplier(upper.end - 1) ?? 1 : 1
    let lower = number.value < 1000 && number.value * factor < upper.value ? number.value * factor : number.value
    // "two or 50" and "Article 5 or 6" name two things.
    if isChoice {
      guard number.isInteger, upper.isInteger, lower > 0, upper.value <= lower * 2,
        start == 0 || !tables.isDesignator(tokens.lexeme[start - 1])
      else { return nil }
    }
    return (lower, upper)
  }

  // MARK: Compounds

  /// The number whose compound goes on behind another one: "10" of "a 10- to 15-minute wait"; and the token of the compound.
  func hanging(_ start: Int, _ limit: Int) -> (lower: Double, compound: Int)? {
    guard start + 3 < limit, tokens.length(start + 1) == 1, byte(start + 1) == UInt8(ascii: "-"), !tokens.is(start + 1, .spaceBefore),
      tokens.is(start + 2, .spaceBefore), tokens.is(start + 3, .hasHyphen), tokens.is(start + 3, .hasLetter),
      tokens.tag[start + 2] == .to || tokens.has(start + 2, .orWord), let lower = digits(start)?.value ?? word(start),
      let (upper, _) = compound(start + 3), upper > lower
    else { return nil }
    return (lower, start + 3)
  }

  /// The ends of a range inside a compound, and what they count: "20-to-30-minute", "three-to-five-year".
  func rangeCompound(_ token: Int) -> (lower: Double, upper: Double, rest: Slice<UnsafeBufferPointer<UInt8>>)? {
    guard let (lower, rest) = compound(token), rest.count > 5, let first = rest.firstIndex(of: UInt8(ascii: "-")),
      let joint = lexeme(rest[..<first]), scene.units.isThrough(joint)
    else { return nil }
    let behind = rest[(first + 1)...]
    guard let hyphen = behind.firstIndex(of: UInt8(ascii: "-")), hyphen + 1 < rest.endIndex,
      let upper = NumberReader.parse(behind[..<hyphen])?.value ?? value(behind[..<hyphen], .cardinalWord).map(Double.init), upper > lower
    else { return nil }
    return (lower, upper, rest[(hyphen + 1)...])
  }
}
