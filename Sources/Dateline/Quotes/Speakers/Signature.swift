extension QuoteScene {
  /// No signature is longer, in tokens.
  private static var longestSignature: Int { 12 }

  /// Who signs a quotation: "“We cannot eat a bridge.” — **Rosalind Achebe**, fishmonger", "“…” (**Karl Moe**, Bergen)", behind it or on the line
  /// below; nil where nobody does.
  ///
  /// - Parameters:
  ///   - token: the token behind the quotation.
  ///   - end: the token behind its paragraph.
  func signature(at token: Int, paragraphEnd end: Int) -> SpeakerSpan? {
    let isOwnLine = token >= end
    guard token < count, !isOwnLine || token > 0 && zone(token) == zone(token - 1) else { return nil }
    let opening = marks[token]
    let isMarked = opening == .dash || opening == .openParenthesis
    guard isMarked || isOwnLine else { return nil }
    var first = isMarked ? token + 1 : token
    while first < count, first - token < 4, mention(at: first) == nil, tokens.has(first, anyOf: QuoteScene.signedOffices) { first += 1 }
    guard first < count, let mention = mention(at: first), nameType(first) == .person else { return nil }
    let name = layers.mentions[mention].tokens
    guard layers.mentions[mention].form == .name, name.first == first else { return nil }
    let stop = signatureEnd(Int(name.end), closesBracket: opening == .openParenthesis)
    guard let stop, Int(name.end) == count || !tag(Int(name.end)).isVerb,
      !(first..<stop).contains(where: { tag($0).isVerb && isFinite($0) })
    else { return nil }
    // A line that is not marked is a signature only if it is no sentence.
    if !isMarked, marks[stop - 1] == .stop || stop > Int(name.end) && marks[Int(name.end)] != .comma { return nil }
    return SpeakerSpan(first, Int(name.end), head: name.last, "speaker.signature")
  }

  /// Where the words end that tell more of who signs: at a mark that ends a sentence, a quotation, the bracket or the paragraph.
  private func signatureEnd(_ from: Int, closesBracket: Bool) -> Int? {
    var at = from
    while at < count, at - from <= QuoteScene.longestSignature {
      if startsParagraph(at) || isQuotation(at) { return closesBracket ? nil : at }
      if marks[at] == .closeParenthesis, closesBracket { return at + 1 }
      if marks[at] == .stop { return closesBracket ? nil : at + 1 }
      at += 1
    }
    return at == count && !closesBracket ? at : nil
  }

  private static var signedOffices: WordClassSet { WordClassSet(.role, .title, .honorific) }
}
