extension NameConventions {
  // MARK: What is no name

  /// "a SIM card", "prayed to God": words in capitals that are no names; of those that a broadcaster is called, too, only before a noun
  /// ("CCTV footage").
  func isNameless(_ span: NameSpan) -> Bool {
    if span.type != NameSpan.person, span.tokens.count > 1, span.rule == .none, isOnlyTitle(span.tokens) { return true }
    guard span.tokens.count <= 2, span.rule == .none || span.rule == .capital else { return false }
    let (first, next) = (span.tokens.first, Int(span.tokens.end))
    if span.tokens.count == 1, span.type != NameSpan.person, isThingOfLetter(first) { return true }
    // "held a Mass.", which ends the sentence, is no state.
    if span.tokens.count == 1, span.type == NameSpan.place, tokens.is(first, .hasPeriod), !tokens.is(first, .dotted), first > 0,
      tokens.has(first - 1, .determiner),
      tokens.length(first - 1) == 1
    {
      return true
    }
    if span.tokens.indices.allSatisfy({ nouns.isKind(.deity, tokens.lexeme[$0]) }) { return true }
    if span.type == NameSpan.person, isNounBeforeNoun(first, next) { return true }
    // "NGOs" is capitals, too.
    guard span.tokens.count == 1, tokens.is(first, .allCapitals) || isCapitalBehind(first), nouns.isKind(.nameless, tokens.lexeme[first])
    else { return false }
    if known(span.tokens) & GazetteerClass.mediaMask == 0 { return true }
    return next < tokens.count && tokens.is(next, .lowercase) && (tokens.tag[next].isNoun || tokens.tag[next] == .vbg)
  }

  private func isCapitalBehind(_ token: Int) -> Bool {
    tokens.length(token) > 2 && bytes[Int(tokens.start[token]) + 1] &- UInt8(ascii: "A") < 26
  }

  /// "His Highness the Crown Prince": nothing but titles, roles and small words.
  private func isOnlyTitle(_ range: TokenRange) -> Bool {
    tokens.has(range.first, anyOf: NameConventions.courtesies) && tokens.has(range.last, anyOf: NameConventions.courtesies)
      && range.indices.allSatisfy { tokens.has($0, anyOf: NameConventions.courtesies) || tokens.is($0, .lowercase) } && known(range) == 0
  }

  private static let courtesies = WordClassSet(.title, .honorific, .role, .articleThe, .pronoun)

  /// "**Harbour** talks end": a common noun that opens its sentence before another one.
  private func isNounBeforeNoun(_ first: Int, _ next: Int) -> Bool {
    next == first + 1 && tokens.is(first, .sentenceStart) && tokens.tag[first] == .nn && next < tokens.count
      && tokens.is(next, .lowercase) && tokens.tag[next].isNoun
  }

  /// "the victim’s DNA": a term, if a name at all.
  func takeTerm(_ span: inout NameSpan) {
    guard span.type != NameSpan.other, span.tokens.count == 1, tokens.is(span.tokens.first, .allCapitals),
      nouns.isKind(.term, tokens.lexeme[span.tokens.first])
    else { return }
    span = NameSpan(span.tokens, NameSpan.other, by: .term)
  }

  // MARK: Peoples

  /// "the Sikin clan", "Arhuaca indigenous communities": a name that the tables do not know before a noun for peoples.
  func takePeople(_ span: inout NameSpan) {
    guard span.type != NameSpan.other, span.tokens.count == 1 else { return }
    var noun = Int(span.tokens.end)
    if noun + 1 < tokens.count, tokens.is(noun, .lowercase), tokens.tag[noun].isAdjective { noun += 1 }
    guard noun < tokens.count, tokens.is(noun, .lowercase), nouns.isKind(.people, tokens.lexeme[noun]), known(span.tokens) == 0,
      !tokens.has(span.tokens.first, anyOf: NameConventions.noNameParts)
    else { return }
    span = NameSpan(span.tokens, NameSpan.other, by: .people)
  }
}
