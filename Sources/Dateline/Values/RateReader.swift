/// What an amount is counted by: "$80 a barrel", "60 trucks a day", "3 euros per car"; and how often something happens: "three times a week".
struct RateReader: ValueReader {
  let scene: ValueScene

  /// Takes in the measure behind an amount.
  func take(_ found: inout Value, _ limit: Int) {
    let at = Int(found.tokens.end)
    guard at + 1 < limit, found.per == nil else { return }
    if tables.isPer(tokens.lexeme[at]) {
      guard found.kind != .percent, found.rule != "fraction", let (name, end) = noun(at + 1, limit) else { return }
      set(&found, name, end)
    } else if numbers.isArticle(at), let (name, end) = measure(at + 1, limit, isMoney: found.kind == .money) {
      set(&found, name, end)
    }
  }

  private func set(_ found: inout Value, _ name: String, _ end: Int) {
    found.per = name
    found.tokens.end = Int32(truncatingIfNeeded: end)
  }

  /// The noun behind "per", with the unit's name where it is one: "share", "square metre".
  private func noun(_ at: Int, _ limit: Int) -> (String, Int)? {
    if let (unit, end) = MeasureReader(scene: scene).unit(at, limit) { return (unit.name, end) }
    return tokens.tag[at].isNoun ? (lemma(at), at + 1) : nil
  }

  /// "barrel" of "$80 a barrel", "day" of "60 trucks a day": money is counted by units and things, all else by time.
  private func measure(_ at: Int, _ limit: Int, isMoney: Bool) -> (String, Int)? {
    if tokens.has(at, .timeNoun) {
      // "five cents a year ago", "sold 40 cars a day after the fair".
      guard tokens.tag[at] == .nn, scene.units.unit(tokens.lexeme[at], tokens.lemma[at]) != nil, endsRate(at + 1, limit) else { return nil }
      return (lemma(at), at + 1)
    }
    guard isMoney else { return nil }
    if tables.isRate(tokens.lexeme[at]), endsRate(at + 1, limit) { return (lemma(at), at + 1) }
    guard let (unit, end) = MeasureReader(scene: scene).unit(at, limit), unit.isPriced, endsRate(end, limit) else { return nil }
    return (unit.name, end)
  }

  /// Whether the noun before `token` is the last of its group, and nothing is counted from it.
  private func endsRate(_ token: Int, _ limit: Int) -> Bool {
    guard token < limit else { return true }
    if tokens.has(token, .relativeShift) { return false }
    // "£900 a week before tax", but "sold 40 cars a day after the fair".
    if scene.units.side(tokens.lexeme[token]) != nil { return token + 1 < limit && tables.isCharge(tokens.lexeme[token + 1]) }
    if !tokens.tag[token].isNoun || tokens.isCapitalized(token) || tokens.has(token, .timeNoun) { return true }
    // "40 lorries a day use the bridge": a verb that could be a noun.
    return token + 1 < limit && (tokens.tag[token + 1] == .dt || tokens.tag[token + 1] == .prps)
  }

  // MARK: How often

  /// "three times a week", "four times per season": makes a number a set of times.
  func often(_ found: inout Value, _ limit: Int) -> Bool {
    let at = Int(found.tokens.end)
    guard at + 2 < limit, tables.isTime(tokens.lemma[at]), tokens.tag[at] == .nns else { return false }
    return period(&found, at + 1, limit)
  }

  /// "twice a week", "once every two years": the adverb at `start`.
  func adverb(_ start: Int, _ limit: Int, _ found: inout Value) -> Bool {
    guard let number = tables.times(tokens.lexeme[start]), start + 2 < limit else { return false }
    found.tokens = TokenRange(start, start + 1)
    found.number = Double(number)
    return period(&found, start + 1, limit)
  }

  /// The period in which something happens so often.
  private func period(_ found: inout Value, _ at: Int, _ limit: Int) -> Bool {
    if scene.units.isEvery(tokens.lexeme[at]), let repeated = DurationReader(scene: scene).read(at, limit: limit), repeated.kind == .set {
      set(&found, timex: repeated.timex, repeated.end)
      return true
    }
    guard numbers.isArticle(at) || tables.isPer(tokens.lexeme[at]), tokens.has(at + 1, .timeNoun), tokens.tag[at + 1] == .nn,
      endsRate(at + 2, limit), let unit = scene.units.unit(tokens.lexeme[at + 1], tokens.lemma[at + 1])
    else { return false }
    set(&found, timex: DurationReader(scene: scene).timex(1, unit), at + 2)
    return true
  }

  private func set(_ found: inout Value, timex: String, _ end: Int) {
    found.kind = .set
    found.timex = timex
    found.tokens.end = Int32(truncatingIfNeeded: end)
    found.rule = "set.times"
  }
}
