extension NameConventions {
  // MARK: Ships and storms

  /// No ship's name is longer than this many words.
  private static let longestShip = 3

  /// Retypes, widens or adds ships and storms: "HMS Tern", "the oil tanker Northern Dawn", "Storm Brenna".
  func vessels(_ spans: inout [NameSpan]) {
    guard classesBefore.intersects(NameConventions.vessels) else { return }
    var added: [NameSpan] = []
    var at = 0
    var next = uppercase.next(from: 1, limit: tokens.count)
    while next < tokens.count {
      let first = next
      next = uppercase.next(from: first + 1, limit: tokens.count)
      guard tokens.has(first - 1, anyOf: NameConventions.vessels),
        let start = shipStart(first) ?? stormStart(first) ?? operationStart(first)
      else { continue }
      let isStorm = tokens.has(first - 1, .stormWord)
      let isOperation = tokens.has(first - 1, .operationWord)
      while at < spans.count, Int(spans[at].tokens.end) <= first { at += 1 }
      var end = first + 1
      while !isStorm, end < min(tokens.count, first + NameConventions.longestShip), isShipWord(end), !tokens.is(end, .hasHyphen) {
        end += 1
      }
      guard at < spans.count, Int(spans[at].tokens.start) < end else {
        if !isPossessive(end) {
          added.append(NameSpan(TokenRange(start, end), NameSpan.other, by: isStorm ? .storm : isOperation ? .operation : .ship))
        }
        continue
      }
      let name = spans[at].tokens
      if isStorm {
        if spans[at].type != NameSpan.other, name.last == first, name.first >= start {
          spans[at] = NameSpan(TokenRange(start, end), NameSpan.other, by: .storm)
        }
        continue
      }
      if isOperation {
        // "Operation Smile", a charity that the tables know.
        if name.first >= start, spans[at].type != NameSpan.other || name.count == 1, known(name) == 0,
          !tokens.has(name.last, anyOf: NameConventions.noStorms)
        {
          spans[at] = NameSpan(TokenRange(start, max(end, Int(name.end))), NameSpan.other, by: .operation)
        }
        continue
      }
      // Behind a word in small letters what the tables know, or what has something of its own, is mostly no ship.
      guard name.first == start || name.first == first, start < first || known(name) == 0 && !isPossessive(Int(name.end)) else { continue }
      spans[at] = NameSpan(TokenRange(start, Int(name.end)), NameSpan.other, by: .ship)
    }
    spans.mergeOrdered(added) { $0.tokens.start }
    if classesBefore.contains(.vesselPrefix) { recallShips(&spans) }
  }

  /// No more ships are looked for without their prefix.
  private static let mostShips = 8

  /// "the Ostara" behind "the MV Ostara".
  private func recallShips(_ spans: inout [NameSpan]) {
    let ships = spans.filter { $0.rule == .ship && tokens.has($0.tokens.first, .vesselPrefix) }.prefix(NameConventions.mostShips)
    for ship in ships {
      let own = TokenRange(ship.tokens.first + 1, Int(ship.tokens.end))
      for index in spans.indices where spans[index].tokens.start >= ship.tokens.end && spans[index].type != NameSpan.other {
        let range = spans[index].tokens
        guard range.count == own.count, tokens.has(range.first - 1, .articleThe),
          zip(own.indices, range.indices).allSatisfy({ tokens.lexeme[$0] == tokens.lexeme[$1] })
        else { continue }
        spans[index] = NameSpan(range, NameSpan.other, by: .ship)
      }
    }
  }

  // MARK: Craft

  /// "its Rosalind Franklin rover": what the model takes for a person, or for a place that nobody knows, right before a noun for what flies or
  /// drives by itself is the craft.
  func takeCraft(_ span: inout NameSpan) {
    let noun = Int(span.tokens.end)
    guard span.type == NameSpan.person || span.type == NameSpan.place && known(span.tokens) == 0, noun < tokens.count,
      tokens.is(noun, .lowercase), nouns.isKind(.craft, tokens.lexeme[noun]), known(span.tokens) & GazetteerClass.organizationMask == 0
    else { return }
    span = NameSpan(span.tokens, NameSpan.other, by: .craft)
  }

  /// "tropical storm Bonnie", "the typhoon, named Banyan": a single word behind a noun for storms in small letters.
  func takeStorm(_ span: inout NameSpan) {
    var before = span.tokens.first - 1
    guard span.rule == .none, span.tokens.count == 1, before > 0, tokens.is(before, .lowercase) else { return }
    if nouns.isKind(.christening, tokens.lexeme[before]) {
      before -= 1
      if before > 0, isComma(before) { before -= 1 }
    }
    guard before >= 0, tokens.has(before, .stormWord), tokens.is(before, .lowercase), tokens.tag[before] == .nn,
      tokens.sentence[before] == tokens.sentence[span.tokens.first], known(span.tokens) & GazetteerClass.stateMask == 0
    else { return }
    span = NameSpan(span.tokens, NameSpan.other, by: .storm)
  }

  /// Where the name starts whose first own word is `first`: at its prefix, or right behind what kind of ship it is; nil when it is no ship's.
  private func shipStart(_ first: Int) -> Int? {
    let before = first - 1
    guard isShipWord(first), tokens.sentence[before] == tokens.sentence[first] else { return nil }
    if tokens.has(before, .vesselPrefix) {
      guard tokens.is(before, .allCapitals) else { return nil }
      // "the MV Ostara": two letters may mean something else.
      guard tokens.length(before) == 2 else { return before }
      let isSaid = before > 0 && tokens.has(before - 1, anyOf: NameConventions.beforeShips)
      return isSaid && !tokens.has(first, anyOf: NameConventions.noStorms) ? before : nil
    }
    return tokens.is(before, .lowercase) && tokens.tag[before] == .nn ? first : nil
  }

  /// Where the name of a storm starts whose own word is `first`: at its kind, or at what is said of it ("Tropical Storm Ada"); nil for anything
  /// else.
  private func stormStart(_ first: Int) -> Int? {
    let kind = first - 1
    guard tokens.has(kind, .stormWord), tokens.is(kind, .capitalized), isShipWord(first),
      !tokens.has(first, anyOf: NameConventions.noStorms), tokens.sentence[kind] == tokens.sentence[first],
      first + 1 == tokens.count || !tokens.is(first + 1, .anyCapital)
    else { return nil }
    return kind > 0 && tokens.sentence[kind - 1] == tokens.sentence[kind] && isShipWord(kind - 1) ? kind - 1 : kind
  }

  /// Where the name of a military or police operation starts whose own first word is `first` ("Operation Aspides"); nil for anything else.
  private func operationStart(_ first: Int) -> Int? {
    let kind = first - 1
    guard tokens.has(kind, .operationWord), tokens.is(kind, .capitalized), isShipWord(first),
      !tokens.has(first, anyOf: NameConventions.noStorms), tokens.sentence[kind] == tokens.sentence[first],
      kind == 0 || !tokens.is(kind - 1, .anyCapital) || tokens.is(kind, .sentenceStart)
    else { return nil }
    return kind
  }

  private func isShipWord(_ token: Int) -> Bool {
    tokens.is(token, .capitalized) && !tokens.has(token, anyOf: NameConventions.noShips)
  }

  private static let beforeShips = WordClassSet(.articleThe, .vesselWord, .productHead)
  private static let vessels = WordClassSet(.vesselWord, .vesselPrefix, .stormWord, .operationWord)
  /// "National Hurricane Center".
  private static let noStorms = WordClassSet(.orgHead, .placeHead, .eventHead, .teamHead, .mediaHead, .productHead)
  private static let noShips = WordClassSet(.closed, .pronoun, .determiner, .articleThe, .title, .role, .month, .weekday, .legalForm)

  private func isPossessive(_ token: Int) -> Bool { token < tokens.count && tokens.is(token, .possessive) }
}
