/// Ages: "aged 54", "29 years old", "76-year-old", "7-month-old", "in her late 60s"; those of "Anna Berg, 44," are told when names are known.
struct AgeReader: ValueReader {
  let scene: ValueScene

  /// Nobody is older.
  private static let oldest = 120.0
  /// Words that "aged" holds for: "aged 9, 11 and 14".
  private static let longestList = 6

  private func set(_ found: inout Value, _ number: Double, _ end: Int, _ rule: Label) {
    found.kind = .age
    found.tokens.end = Int32(truncatingIfNeeded: end)
    found.number = number
    found.unit = "year"
    found.rule = rule
  }

  // MARK: Numbers

  /// "aged 54", "at age 54", "aged between 18 and 25", "aged 9 and 11".
  func isAged(_ start: Int, _ number: Double) -> Bool {
    guard start > 0, number == number.rounded(), number >= 0, number <= AgeReader.oldest else { return false }
    // "a boy of 12".
    if start > 1, tokens.has(start - 1, .prepOf), tokens.has(start - 2, anyOf: AgeReader.ofAge), tokens.tag[start - 2] == .nn, number < 110,
      start + 1 >= tokens.count || tokens.is(start + 1, .punctuation) || tokens.tag[start + 1].isVerb || tokens.tag[start + 1] == .cc
        || tokens.tag[start + 1] == .in
    {
      return true
    }
    var at = start - 1
    while at > 0, start - at < AgeReader.longestList {
      if tables.isAged(tokens.lexeme[at]) || tables.isAge(tokens.lemma[at]) { return true }
      let isJoint = tokens.tag[at] == .cc || tokens.tag[at] == .to || byte(at) == UInt8(ascii: ",") && tokens.length(at) == 1
      guard isJoint || tokens.is(at, .number) && at < start - 1 || scene.tables.isBetween(tokens.lexeme[at]) else { return false }
      at -= 1
    }
    return at == 0 && tables.isAged(tokens.lexeme[at])
  }

  /// "She was 19 when it began.", "he is 44 and": a number behind he or she and "be", with nothing counted behind it; "the twins, both 29,".
  func isTold(_ start: Int, _ number: Double) -> Bool {
    guard number == number.rounded(), number > 0, number <= AgeReader.oldest else { return false }
    // "The twins, both 29, said".
    if start > 1, tables.isBoth(tokens.lexeme[start - 1]), tokens.length(start - 2) == 1, byte(start - 2) == UInt8(ascii: ","),
      start + 1 < tokens.count, tokens.is(start + 1, .punctuation), byte(start + 1) != UInt8(ascii: "%")
    {
      return true
    }
    // "He turned 70 last month", "she turns 18 on Friday".
    if start > 0, tokens.is(start, .number), tokens.tag[start - 1].isVerb, tables.isTurn(tokens.lemma[start - 1]) {
      return start + 1 >= tokens.count || tokens.is(start + 1, .punctuation) && byte(start + 1) != UInt8(ascii: "%")
        || tokens.tag[start + 1] == .in || tokens.has(start + 1, anyOf: AgeReader.times)
    }
    guard start > 1, tokens.is(start, .number), tokens.has(start - 1, .auxiliary), tables.isBe(tokens.lemma[start - 1]),
      tokens.has(start - 2, anyOf: AgeReader.somebody), !tokens.has(start - 2, .possessive) || tokens.tag[start - 2] == .prp,
      start + 1 < tokens.count
    else { return false }
    let next = start + 1
    if tokens.is(next, .punctuation) {
      return tokens.length(next) == 1
        && (byte(next) == UInt8(ascii: ".") || byte(next) == UInt8(ascii: ",") || byte(next) == UInt8(ascii: ";"))
    }
    return tokens.has(next, .whWord) || tokens.tag[next] == .cc || scene.units.isAt(tokens.lexeme[next])
  }
  private static let times = WordClassSet(.relativeTime, .relativeDay)
  private static let somebody = WordClassSet(.pronounMale, .pronounFemale)

  private static let ofAge = WordClassSet(.kin, .femaleNoun, .maleNoun)

  /// "29 years old", "three months of age": makes a duration an age.
  func take(_ found: inout Value, _ limit: Int) {
    let end = Int(found.tokens.end)
    guard end < limit else { return }
    let isOld = tables.isOld(tokens.lexeme[end])
    guard isOld || end + 1 < limit && tokens.has(end, .prepOf) && tables.isAge(tokens.lexeme[end + 1]) else { return }
    var age = found.high
    if age == nil, let number = numbers.read(found.tokens.first, limit: limit), number.end + 1 == end { age = number.value }
    guard let age else { return }
    set(&found, age, isOld ? end + 1 : end + 2, "age.old")
    found.timex = nil
    found.unit = lemma(end - 1)
  }

  // MARK: One token

  /// "76-year-old", "7-month-old", "two 17-year-olds".
  func compound(_ token: Int, _ found: inout Value) -> Bool {
    guard tokens.is(token, .hasHyphen), let (value, rest) = numbers.compound(token), let hyphen = rest.firstIndex(of: UInt8(ascii: "-")),
      isOld(bytes[(hyphen + 1)..<rest.endIndex]), let lexeme = numbers.lexeme(rest[..<hyphen]), scene.units.unit(lexeme) != nil
    else { return false }
    set(&found, value, token + 1, "age.compound")
    found.unit = string(rest[..<hyphen])
    return true
  }

  /// "old", "olds".
  private func isOld(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    tables.isOld(part) || part.last == UInt8(ascii: "s") && tables.isOld(part.dropLast())
  }

  private func string(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> String { String(decoding: part, as: UTF8.self) }

  // MARK: Decades of life

  /// "in her late 60s", "men in their twenties": ten years, or the part of them that is named.
  func decade(_ start: Int, _ found: inout Value) -> Bool {
    guard start > 1, let first = decadeStart(start) else { return false }
    var before = start - 1
    if tokens.is(before, .punctuation), NumberReader.isDash(bytes, tokens.span(before)) { before -= 1 }
    let part = before > 0 ? scene.units.part(tokens.lexeme[before]) : nil
    if part != nil { before -= 1 }
    guard before >= 0, tokens.has(before, .possessive), tokens.tag[before] == .prps, before == 0 || tokens.tag[before - 1] == .in else {
      return false
    }
    found.tokens = TokenRange(before + 1, start + 1)
    set(&found, Double(first), start + 1, "age.decade")
    let (low, high) = part.map { $0 < 0 ? (0, 3) : $0 > 0 ? (7, 9) : (4, 6) } ?? (0, 9)
    found.low = Double(first + low)
    found.high = Double(first + high)
    found.approximate = true
    return true
  }

  /// 60 of "60s" and "sixties".
  func decadeStart(_ token: Int) -> Int? {
    let text = bytes[Int(tokens.start[token])..<Int(tokens.end[token])]
    if text.count == 3, text.last == UInt8(ascii: "s"), let (value, _) = NumberReader.parse(text.dropLast()) {
      return Int(value) % 10 == 0 && value >= 20 ? Int(value) : nil
    }
    guard tokens.has(token, .timeNoun), tokens.is(token, .lowercase), text.count > 6, text.count < 10,
      text.suffix(3).elementsEqual("ies".utf8)
    else { return nil }
    // "sixties" is the plural of "sixty".
    let word = Array(text.dropLast(3)) + [UInt8(ascii: "y")]
    return word.withUnsafeBufferPointer { numbers.value($0[...], .cardinalWord) }.flatMap { $0 >= 20 ? Int($0) : nil }
  }
}
