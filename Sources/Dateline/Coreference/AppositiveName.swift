/// Finds the name that a description stands beside: "Volvo, the carmaker," and "the team’s coach, Ali Karim,", and the one it is said of:
/// "Volvo is a carmaker".
struct AppositiveName {
  let layers: ArticleLayers
  let be: LexemeID

  var tokens: TokenColumns { layers.tokens }
  var mentionOf: UnsafePointer<Int32> { layers.mentionOf }
  private var bytes: UnsafeBufferPointer<UInt8> { layers.bytes }

  /// The mention named beside the description, and the rule; nil when none is.
  func name(of description: Description, _ draft: CoreferenceDraft) -> (mention: Int, rule: Label)? {
    let start = description.start
    let end = description.end
    if isPossessor(end) { return nil }
    if description.determiner == .indefinite, let mention = named(behindComplementOf: description, draft) {
      return (mention, "nominal.apposition")
    }
    // "Volvo, the carmaker," – a bare noun only where it is an office: "Ali Karim, Panama coach".
    if start > 1, isComma(start - 1), description.determiner != .none || description.modifier >= 0 || description.types.contains(.person),
      let mention = named(endingAt: start - 1, description, draft), closes(extent(description, draft.phrases))
    {
      return (mention, "nominal.apposition")
    }
    if end + 1 < tokens.count, isComma(end), description.determiner == .definite || description.determiner == .possessive,
      GovernedDescription.governor(before: start, draft.phrases, tokens) == nil
    {
      let mention = Int(mentionOf[end + 1])
      if mention >= 0, fits(mention, description, draft), draft.mentions[mention].tokens.first == end + 1,
        closes(Int(draft.mentions[mention].tokens.end))
          || description.modifier >= 0 && draft.phrases.verb(at: Int(draft.mentions[mention].tokens.end)) != nil
      {
        return (mention, "nominal.apposition")
      }
    }
    if start > 0, let verb = draft.phrases.verb(at: start - 1), draft.phrases.verbs.lemma[verb] == be,
      !draft.phrases.verbs.has(verb, .negated), draft.phrases.verbs.has(verb, .finite),
      let mention = named(endingAt: Int(draft.phrases.verbs.start[verb]), description, draft)
    {
      return (mention, "nominal.predicate")
    }
    return nil
  }

  /// "A spokesman for the president, Hector Lima, said": the mention of the person whom the whole describes, not the complement.
  private func named(behindComplementOf description: Description, _ draft: CoreferenceDraft) -> Int? {
    let end = extent(description, draft.phrases)
    guard end > description.end, end + 1 < tokens.count, isComma(end), description.types.contains(.person), mentionOf[end + 1] >= 0 else {
      return nil
    }
    let mention = Int(mentionOf[end + 1])
    let found = draft.mentions[mention]
    guard found.tokens.first == end + 1, draft.entities[Int(found.entity)].type == .person, fits(mention, description, draft) else {
      return nil
    }
    return closes(Int(found.tokens.end)) ? mention : nil
  }

  /// Whether some other name stands in apposition behind the description ("the operator, Pier Sur, said"): then it means nobody named before.
  func isBesideOther(_ description: Description, _ draft: CoreferenceDraft) -> Bool {
    let end = description.end
    guard end + 1 < tokens.count, isComma(end), let group = draft.phrases.noun(startingAt: end + 1) else { return false }
    let last = Int(draft.phrases.nouns.end[group])
    return last < tokens.count && isComma(last) && mentionOf[last - 1] >= 0 && closes(last)
      && draft.mentions[Int(mentionOf[last - 1])].form == .name
  }

  /// The entity named right before the description, with a comma or "and" between: the other one of a list, if the two are not one.
  func neighbour(of description: Description, _ draft: CoreferenceDraft) -> Int32 {
    let before = description.start - 1
    guard before > 0, mentionOf[before - 1] >= 0, isComma(before) || tokens.has(before, anyOf: AppositiveName.joining) else { return -1 }
    return draft.mentions[Int(mentionOf[before - 1])].entity
  }

  /// Where the description ends, what "of" and "for" bring in included: "chief executive of Volvo".
  func extent(_ description: Description, _ phrases: PhraseColumns) -> Int {
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
  private func named(endingAt token: Int, _ description: Description, _ draft: CoreferenceDraft) -> Int? {
    guard token > 0, tokens.sentence[token - 1] == tokens.sentence[description.head] else { return nil }
    let mention = Int(mentionOf[token - 1])
    return mention >= 0 && fits(mention, description, draft) ? mention : nil
  }

  private func fits(_ mention: Int, _ description: Description, _ draft: CoreferenceDraft) -> Bool {
    let found = draft.mentions[mention]
    guard found.form == .name, mention != description.modifier else { return false }
    return description.types.contains(draft.entities[Int(found.entity)].type)
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
