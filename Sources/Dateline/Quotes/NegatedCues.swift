extension QuoteScene {
  /// Whether the cue reports that something was not said: "did not say", "never said", "declined to comment", "refused to say".
  func isNegated(_ cue: Int) -> Bool {
    if isRefusal(cue) { return true }
    guard let verb = phrases.verb(at: cue) else { return false }
    if phrases.verbs.flags[verb].contains(.negated) { return true }
    let start = Int(phrases.verbs.start[verb])
    return tag(start) == .to && start > 0 && isRefusal(start - 1)
  }

  /// "Neither Lee nor Moe would say", "neither of them said": nobody said it.
  func isNobody(_ speaker: SpeakerSpan?) -> Bool {
    guard let speaker else { return false }
    return lexeme(speaker.start) == words.neither
  }

  /// A form of decline, refuse and the like.
  func isRefusal(_ verb: Int) -> Bool { table.setting(lemma(verb)).contains(.refusal) }
}
