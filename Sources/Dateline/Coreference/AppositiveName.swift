/// Finds the name that a description stands beside: "Volvo, the carmaker," and "the team’s coach, Ali Karim,", and the one it is said of:
/// "Volvo is a carmaker".
struct AppositiveName {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let mentionOf: UnsafePointer<Int32>
  let be: LexemeID

  /// The mention named beside the description, and the rule; nil when none is.
  func name(of description: Description, _ analysis: Analysis) -> (mention: Int, rule: Label)? {
    let start = description.start
    let end = description.end
    if isPossessor(end) { return nil }
    // "Volvo, the carmaker," – a bare noun only where it is an office: "Ali Karim, Panama coach".
    if start > 1, isComma(start - 1), description.determiner != .none || description.modifier >= 0 || description.types.contains(.person),
      let mention = named(endingAt: start - 1, description, analysis), closes(extent(description, analysis.phrases))
    {
      return (mention, "nominal.apposition")
    }
    if end + 1 < tokens.count, isComma(end), description.determiner == .definite || description.determiner == .possessive {
      let mention = Int(mentionOf[end + 1])
      if mention >= 0, fits(mention, description, analysis), analysis.mentions[mention].tokens.first == end + 1,
        closes(Int(analysis.mentions[mention].tokens.end))
          || description.modifier >= 0 && analysis.phrases.verb(at: Int(analysis.mentions[mention].tokens.end)) != nil
      {
        return (mention, "nominal.apposition")
      }
    }
    if start > 0, let verb = analysis.phrases.verb(at: start - 1), analysis.phrases.verbs.lemma[verb] == be,
      !analysis.phrases.verbs.has(verb, .negated), analysis.phrases.verbs.has(verb, .finite),
      let mention = named(endingAt: Int(analysis.phrases.verbs.start[verb]), description, analysis)
    {
      return (mention, "nominal.predicate")
    }
    return nil
  }

  /// The entity named right before the description, with a comma or "and" between: the other one of a list, if the two are not one.
  func neighbour(of description: Description, _ analysis: Analysis) -> Int32 {
    let before = description.start - 1
    guard before > 0, mentionOf[before - 1] >= 0, isComma(before) || tokens.has(before, anyOf: AppositiveName.joining) else { return -1 }
    return analysis.mentions[Int(mentionOf[before - 1])].entity
  }

  /// Where the description ends, what "of" and "for" bring in included: "chief executive of Volvo".
  func extent(_ description: Description, _ phrases: Phrases) -> Int {
    var end = description.end
    for _ in 0..<2 {
      guard end + 1 < tokens.count, tokens.has(end, anyOf: AppositiveName.complements), let group = phrases.noun(startingAt: end + 1),
        tokens.sentence[end + 1] == tokens.sentence[end]
      else { break }
      end = Int(phrases.nouns.end[group])
    }
    return end
  }

  private static let complements = WordClassSet(.prepOf, .prepFor, .prepIn)

  /// The mention by name that ends right before `token`, of a type that fits.
  private func named(endingAt token: Int, _ description: Description, _ analysis: Analysis) -> Int? {
    guard token > 0, tokens.sentence[token - 1] == tokens.sentence[description.head] else { return nil }
    let mention = Int(mentionOf[token - 1])
    return mention >= 0 && fits(mention, description, analysis) ? mention : nil
  }

  private func fits(_ mention: Int, _ description: Description, _ analysis: Analysis) -> Bool {
    let found = analysis.mentions[mention]
    guard found.form == .name, mention != description.modifier else { return false }
    return description.types.contains(analysis.entities[Int(found.entity)].type)
  }

  private func isComma(_ token: Int) -> Bool { bytes[Int(tokens.start[token])] == UInt8(ascii: ",") }

  private func isPossessor(_ token: Int) -> Bool { token < tokens.count && tokens.is(token, .possessive) }

  /// Whether what stands beside a name ends here: the sentence's end, a mark, or a relative clause; not the comma of a list.
  private func closes(_ token: Int) -> Bool {
    guard token < tokens.count, !tokens.is(token, .sentenceStart) else { return true }
    if isComma(token) {
      return !(token + 1 < tokens.count && tokens.has(token + 1, anyOf: AppositiveName.joining))
    }
    return tokens.is(token, .punctuation) && bytes[Int(tokens.start[token])] != UInt8(ascii: "(") || tokens.tag[token] == .wp
      || tokens.tag[token] == .wdt
  }

  private static let joining = WordClassSet(.andWord, .orWord)
}
