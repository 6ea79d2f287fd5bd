/// Whether a sentence speaks of the past or the future, which says which Friday or May it means.
extension DateReader {
  enum Tense { case past, future, unknown }

  func speaksOfFuture(_ start: Int, _ limit: Int) -> Bool { tense(start) == .future }

  /// "will", "plans to", "expected to" shortly before, or a verb in the present tense ("lands on Sunday"), with nothing in the past tense
  /// nearer: the future.
  func tense(_ start: Int) -> Tense {
    let sentence = tokens.sentence[start]
    var at = start - 1
    var parted = false
    while at >= 0, start - at < 14, tokens.sentence[at] == sentence {
      if tokens.has(at, .modal), !tokens.has(at, .negation) { return .future }
      if tokens.tag[at] == .vbd { return .past }
      if tokens.tag[at] == .vbz || tokens.tag[at] == .vbp, !parted {
        return tokens.classes[at].intersects(DateReader.present) ? .unknown : .future
      }
      if tokens.flags[at].contains(.punctuation) { parted = true }
      // "plans to sell", not "fell to 3 percent".
      if tokens.tag[at] == .to, at > 0, tokens.tag[at - 1].isVerb || tokens.tag[at - 1] == .nn, !tokens.is(at + 1, .hasDigit),
        !tokens.has(at + 1, .cardinalWord)
      {
        return .future
      }
      at -= 1
    }
    return .unknown
  }

  /// Verbs whose present tense says nothing of the future: "has been shut since Monday", "says on Monday".
  private static let present = WordClassSet(.auxiliary, .speechVerb, .beliefVerb)
}
