/// Durations in one token: "two-year", "24-hour", "45mins".
extension DurationReader {
  /// "45mins", "10yrs": a number and its unit.
  func glued(_ start: Int) -> DateReader.Found? {
    guard let (value, unit) = gluedPart(start) else { return nil }
    return DateReader.Found(end: start + 1, timex: timex(value, unit), kind: .duration, rule: "duration.glued")
  }

  private func gluedPart(_ token: Int) -> (Double, TimeUnits.Unit)? {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    guard tokens.is(token, .hasDigit), !tokens.is(token, .number), end - start < 12, bytes[start] &- 48 < 10 else { return nil }
    var at = start
    while at < end, bytes[at] &- 48 < 10 || bytes[at] == UInt8(ascii: ".") { at += 1 }
    guard at < end, end - at >= 2, let (value, _) = NumberReader.parse(bytes[start..<at]), let lexeme = numbers.lexeme(bytes[at..<end]),
      lexicon.info(lexeme).classes.contains(.timeNoun), let unit = scene.units.unit(lexeme, lexicon.lemma(lexeme))
    else { return nil }
    return (value, unit)
  }

  /// "two-year", "24-hour": one token.
  func compound(_ token: Int) -> DateReader.Found? {
    guard let (value, rest) = numbers.compound(token), let lexeme = numbers.lexeme(rest),
      lexicon.info(lexicon.lemma(lexeme)).classes.contains(.timeNoun), let unit = scene.units.unit(lexicon.lemma(lexeme))
    else { return nil }
    // "three-quarters of the town".
    if lexicon.info(lexeme).classes.contains(.fractionWord), rest.last == UInt8(ascii: "s") { return nil }
    return DateReader.Found(end: token + 1, timex: timex(value, unit), kind: .duration, rule: "duration.compound")
  }
}
