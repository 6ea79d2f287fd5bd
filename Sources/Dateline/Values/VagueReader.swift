/// Amounts that name only their size: "hundreds of people", "tens of thousands", "several thousand", "dozens", "a few million dollars".
///
/// They have no number: `low` is the least that the words say, two of the size, or three for "several" and "a few".
struct VagueReader: ValueReader {
  let scene: ValueScene

  /// The words of a vague amount: where they start and end, and the least that they mean.
  private struct Size {
    var start: Int
    var end: Int
    var low: Double
  }

  /// The vague amount whose multiplier stands at `token`; its first words may stand before it.
  func read(_ token: Int, _ limit: Int, into found: inout Value) -> Bool {
    guard tokens.has(token, .multiplierWord), tokens.length(token) > 4, let size = plural(token, limit) ?? fewOf(token, limit) else {
      return false
    }
    found.kind = .cardinal
    found.tokens = TokenRange(size.start, size.end)
    found.low = size.low
    found.approximate = true
    found.rule = "number.vague"
    takeWhole(&found, limit)
    return true
  }

  /// "hundreds", "hundreds of thousands", "tens of millions".
  private func plural(_ token: Int, _ limit: Int) -> Size? {
    guard tokens.tag[token] == .nns, let factor = lexicon.value(tokens.lemma[token], .multiplierWord).map(Double.init) else { return nil }
    var size = Size(start: token, end: token + 1, low: 2 * factor)
    if token + 2 < limit, tokens.has(token + 1, .prepOf), tokens.has(token + 2, .multiplierWord), tokens.tag[token + 2] == .nns,
      let second = lexicon.value(tokens.lemma[token + 2], .multiplierWord)
    {
      size.end = token + 3
      size.low *= Double(second)
    } else if token > 1, tokens.has(token - 1, .prepOf), tables.isTens(tokens.lexeme[token - 2]), isInSentence(token - 2, token) {
      size.start = token - 2
      size.low *= 10
    } else if token > 0, tokens.is(token, .capitalized), tokens.tag[token - 1] == .dt, isInSentence(token - 1, token) {
      // "the Hundreds".
      return nil
    }
    return size
  }

  /// "several thousand", "a few hundred", "a couple of million".
  private func fewOf(_ token: Int, _ limit: Int) -> Size? {
    guard token > 0, tokens.tag[token] != .nns, let (start, least) = few(endingAt: token - 1), isInSentence(start, token) else {
      return nil
    }
    var size = Size(start: start, end: token, low: Double(least))
    while size.end < limit, let factor = numbers.multiplier(size.end) {
      size.low *= factor
      size.end += 1
    }
    return size.end > token ? size : nil
  }

  private func isInSentence(_ first: Int, _ last: Int) -> Bool { tokens.sentence[first] == tokens.sentence[last] }

  /// "several", "a few", "a couple of": where it starts, and the least that it means; the word that counts ends at `last`.
  func few(endingAt last: Int) -> (start: Int, least: Int)? {
    var at = last
    if at > 0, tokens.has(at, .prepOf) { at -= 1 }
    guard let least = tables.few(tokens.lexeme[at]), at == last || least == 2 else { return nil }
    let hasArticle = at > 0 && numbers.isArticle(at - 1) && isInSentence(at - 1, at)
    // "the couple", "very few".
    if least == 2, !hasArticle, at == 0 || !tokens.has(at - 1, .relativeTime) { return nil }
    return (hasArticle ? at - 1 : at, least)
  }

  /// The noun behind "several" or "couple of" at `at`.
  func noun(behindFewAt at: Int, _ limit: Int) -> Int? {
    guard at + 1 < limit, let least = tables.few(tokens.lexeme[at]) else { return nil }
    let noun = least == 2 && tokens.has(at + 1, .prepOf) ? at + 2 : at + 1
    return noun < limit ? noun : nil
  }

  /// What is counted behind the words: "of people", "of dollars", "of years", "billion won".
  private func takeWhole(_ found: inout Value, _ limit: Int) {
    let end = Int(found.tokens.end)
    guard end < limit else { return }
    let hasOf = tokens.has(end, .prepOf)
    let at = hasOf ? end + 1 : end
    guard at < limit else { return }
    found.tokens.end = Int32(truncatingIfNeeded: at)
    if hasOf, tokens.tag[at] == .nns, tokens.has(at, .timeNoun), let unit = scene.units.unit(tokens.lexeme[at], tokens.lemma[at]) {
      found.kind = .duration
      found.timex = DurationReader(scene: scene).timex(nil, unit)
      found.low = nil
      found.tokens.end += 1
    } else if MoneyReader(scene: scene).noun(&found, limit) || MeasureReader(scene: scene).measure(&found, limit) {
      return
    } else {
      AmountReader(scene: scene).counted(&found, limit)
      if found.kind == .cardinal { found.tokens.end = Int32(truncatingIfNeeded: end) }
    }
  }
}
