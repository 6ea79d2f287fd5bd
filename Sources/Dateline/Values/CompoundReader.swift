/// Amounts in one token with a hyphen that are neither lengths of time nor units: "12-member", "50,000-plus", "2,000-strong", "14-billion-euro".
struct CompoundReader: ValueReader {
  let scene: ValueScene

  /// Bytes of the longest noun that is counted in a compound.
  private static let longestNoun = 15

  /// The amount in a token; false where none is.
  func read(_ token: Int, _ limit: Int, into found: inout Value) -> Bool {
    guard let (value, rest) = numbers.compound(token) ?? scaled(token), rest.count > 1 else { return false }
    if let hyphen = rest.firstIndex(of: UInt8(ascii: "-")) { return large(token, value, rest, hyphen, &found) }
    guard rest.count <= CompoundReader.longestNoun, let lexeme = numbers.lexeme(rest) else { return false }
    if let tail = tables.tail(lexeme) { return self.tail(tail, token, value, limit, &found) }
    return counted(token, value, rest, lexeme, &found)
  }

  /// "a 6- to 8-inch layer", "16-to-24-year-old": the ends of a range that one compound counts.
  func range(_ start: Int, _ limit: Int, into found: inout Value) -> Bool {
    if let (lower, token) = numbers.hanging(start, limit) {
      guard
        AgeReader(scene: scene).compound(token, &found) || MeasureReader(scene: scene).compound(token, &found)
          || MoneyReader(scene: scene).compound(token, &found) || read(token, limit, into: &found)
      else { return false }
      (found.low, found.high) = (lower, found.number)
      found.tokens = TokenRange(start, Int(found.tokens.end))
      return true
    }
    guard tokens.is(start, .hasHyphen), let (lower, upper, rest) = numbers.rangeCompound(start) else { return false }
    if let hyphen = rest.firstIndex(of: UInt8(ascii: "-")) {
      guard tables.isOld(rest[(hyphen + 1)...]), let lexeme = numbers.lexeme(rest[..<hyphen]), scene.units.unit(lexeme) != nil else {
        return false
      }
      found.kind = .age
      found.number = upper
      found.unit = lexicon.text(lexeme)
      found.rule = "age.compound"
    } else if let unit = tables.unit(Folding.folded(rest)) {
      MeasureReader(scene: scene).set(&found, upper, unit, start + 1)
      found.rule = "quantity.compound"
    } else {
      guard let lexeme = numbers.lexeme(rest), tables.tail(lexeme) == nil, counted(start, upper, rest, lexeme, &found) else { return false }
    }
    (found.low, found.high) = (lower, upper)
    found.tokens.end = Int32(truncatingIfNeeded: start + 1)
    return true
  }

  /// "2m" of "2m-plus": a number with its multiplier.
  private func scaled(_ token: Int) -> (value: Double, rest: Slice<UnsafeBufferPointer<UInt8>>)? {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard tokens.is(token, .hasDigit), bytes[start] &- 48 < 10, end - start < 24,
      let hyphen = bytes[start..<end].firstIndex(of: UInt8(ascii: "-")),
      let letter = bytes[start..<hyphen].firstIndex(where: { $0 | 0x20 &- 97 < 26 && $0 >= 65 }),
      let (value, _) = NumberReader.parse(bytes[start..<letter]), let factor = numbers.value(bytes[letter..<hyphen], .multiplierWord)
    else { return nil }
    return (value * Double(factor), bytes[(hyphen + 1)..<end])
  }

  /// "50,000-plus", "20-odd", "2,000-strong": a bare number, with the multiplier and what is counted behind the first two.
  private func tail(_ tail: AmountTables.Tail, _ token: Int, _ value: Double, _ limit: Int, _ found: inout Value) -> Bool {
    if tail == .other || value < 2 { return false }
    found.kind = .cardinal
    found.number = value
    found.rule = "number.compound"
    var end = token + 1
    if tail != .strong, end < limit, let factor = numbers.multiplier(end) {
      found.number = NumberReader.scaled(value, factor)
      end += 1
    }
    found.tokens.end = Int32(truncatingIfNeeded: end)
    if tail == .plus { found.comparison = .atLeast }
    if tail == .odd { found.approximate = true }
    if tail == .strong { return true }
    if MeasureReader(scene: scene).percent(&found, limit) || MoneyReader(scene: scene).noun(&found, limit)
      || MeasureReader(scene: scene).measure(&found, limit)
    {
      return true
    }
    AmountReader(scene: scene).counted(&found, limit)
    return true
  }

  /// "14-billion-euro", "3-million-tonne": a multiplier and what is counted behind it.
  private func large(
    _ token: Int, _ value: Double, _ rest: Slice<UnsafeBufferPointer<UInt8>>, _ hyphen: Int, _ found: inout Value
  ) -> Bool {
    guard let factor = numbers.value(rest[..<hyphen], .multiplierWord), factor > 99 else { return false }
    let (noun, number) = (rest[(hyphen + 1)...], NumberReader.scaled(value, Double(factor)))
    guard noun.count > 1, noun.count <= CompoundReader.longestNoun, let lexeme = numbers.lexeme(noun) else { return false }
    if let money = tables.currencyNoun(lexeme), money.parts > 0, lexicon.info(lexeme).classes.contains(.currencyWord) {
      found.kind = .money
      found.number = number
      found.currency = money.currency
      if money.currency == nil { found.unit = money.name }
      found.rule = "money.compound"
    } else if let unit = tables.unit(Folding.folded(noun)) {
      MeasureReader(scene: scene).set(&found, number, unit, token + 1)
      found.rule = "quantity.compound"
    } else if !counted(token, number, noun, lexeme, &found) {
      return false
    }
    found.tokens.end = Int32(truncatingIfNeeded: token + 1)
    return true
  }

  /// "12-member", "300-page", "5.9-magnitude": a singular noun in small letters that is neither a time nor another number.
  private func counted(
    _ token: Int, _ value: Double, _ noun: Slice<UnsafeBufferPointer<UInt8>>, _ lexeme: LexemeID, _ found: inout Value
  ) -> Bool {
    let info = lexicon.info(lexeme)
    guard noun.count > 2, value > 1 || tokens.is(token, .hasDigit), noun.allSatisfy({ $0 &- 97 < 26 }), info.primary == Tag.nn.rawValue,
      !info.classes.intersects(CompoundReader.others)
    else { return false }
    found.kind = .quantity
    found.number = value
    found.unit = lexicon.text(lexeme)
    found.tokens.end = Int32(truncatingIfNeeded: token + 1)
    found.rule = "quantity.compound"
    return true
  }

  private static let others = WordClassSet(
    .timeNoun, .cardinalWord, .ordinalWord, .fractionWord, .multiplierWord, .timeOfDay, .month, .weekday, .closed)
}
