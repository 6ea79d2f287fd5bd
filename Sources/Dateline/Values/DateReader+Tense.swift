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
    if isPlanned(start) { return .future }
    while at >= 0, start - at < 14, tokens.sentence[at] == sentence {
      if isModal(at) { return .future }
      if tokens.tag[at] == .vbd { return .past }
      if tokens.tag[at] == .vbz || tokens.tag[at] == .vbp, !parted {
        return tokens.classes[at].intersects(DateReader.present) && !tokens.has(at, .motionVerb) ? .unknown : .future
      }
      if tokens.flags[at].contains(.punctuation) {
        if byte(at) == UInt8(ascii: ";"), let tense = tenseBehind(start) { return tense }
        parted = true
      }
      // "plans to sell", not "fell to 3 percent".
      if tokens.tag[at] == .to, at > 0, tokens.tag[at - 1].isVerb || tokens.tag[at - 1] == .nn,
        tokens.tag[at + 1] == .vb || tokens.tag[at + 1].isAdverb && tokens.tag[at + 2] == .vb
      {
        return .future
      }
      at -= 1
    }
    return .unknown
  }

  /// "will", "may"; "May" is a month, and "cannot" says nothing of the future.
  private func isModal(_ token: Int) -> Bool {
    tokens.has(token, .modal) && !tokens.has(token, .negation) && !(tokens.has(token, .month) && tokens.isCapitalized(token))
  }

  /// The tense of the verb behind a date in a clause that has none before it: "…; on October 12 it will sail". Nil where no verb follows.
  private func tenseBehind(_ start: Int) -> Tense? {
    var at = start + 1
    while at < tokens.count, at - start < 14, tokens.sentence[at] == tokens.sentence[start], byte(at) != UInt8(ascii: ";") {
      if isModal(at) { return .future }
      if tokens.tag[at] == .vbd { return .past }
      if tokens.tag[at] == .vbz || tokens.tag[at] == .vbp {
        return tokens.classes[at].intersects(DateReader.present) && !tokens.has(at, .motionVerb) ? .unknown : .future
      }
      at += 1
    }
    return nil
  }

  /// Whether the words before a date say that it is planned: "due on Friday", "scheduled for May", "set a hearing for 18 November", "put off until
  /// Monday". "Was due on Friday" says nothing of the sort.
  private func isPlanned(_ start: Int) -> Bool {
    let sentence = tokens.sentence[start]
    guard start > 1, tokens.sentence[start - 2] == sentence else { return false }
    let before = tokens.has(start - 1, .articleThe) ? start - 2 : start - 1
    guard before > 0, tokens.tag[before] == .in || tokens.tag[before] == .to, !tokens.has(before, .prepFrom), !tokens.has(before, .prepOf)
    else { return false }
    let isFor = tokens.has(before, .prepFor)
    let reaches = isFor || scene.units.isThrough(tokens.lexeme[before])
    var at = before - 1
    while at >= 0, before - at <= (reaches ? DateReader.longestPlan : 1), tokens.sentence[at] == sentence, !tokens.is(at, .punctuation) {
      if scene.units.isPlan(tokens.lemma[at]) || scene.units.isPlan(tokens.lexeme[at]) {
        let isVerb = tokens.tag[at] == .vbd && at < before - 1
        let isNoun = tokens.tag[at].isNoun && (at == 0 || !tokens.has(at - 1, .auxiliary))
        return isVerb ? isFor : !isNoun && (at == 0 || !isPastAuxiliary(at - 1))
      }
      at -= 1
    }
    return false
  }
  /// Tokens between the verb and the preposition of "set a second hearing for".
  private static let longestPlan = 5

  private func isPastAuxiliary(_ token: Int) -> Bool {
    tokens.has(token, .auxiliary) && (tokens.tag[token] == .vbd || tokens.tag[token] == .vbn)
  }

  /// Verbs whose present tense says nothing of the future: "has been shut since Monday", "says on Monday".
  private static let present = WordClassSet(.auxiliary, .speechVerb, .beliefVerb)
}
