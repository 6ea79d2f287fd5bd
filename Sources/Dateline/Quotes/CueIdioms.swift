extension QuoteScene {
  /// Whether the verb may be that of "put it".
  func isPut(_ verb: Int) -> Bool { tag(verb).isVerb && lemma(verb) == words.put }

  /// "As Ana Lopez put it in May, …": who puts it, and where the content begins behind the comma; nil where the words stand elsewhere.
  func openingPut(_ verb: Int, _ low: Int, _ limit: Int) -> (SpeakerSpan, content: Int)? {
    guard lexeme(low) == words.asWord, let speaker = subject(of: verb, from: low + 1), speaker.start == low + 1 || tag(low + 1) == .dt
    else {
      return nil
    }
    var comma = verb + 2
    while comma < limit, marks[comma] == .word, !isFinite(comma) { comma += 1 }
    return comma + 1 < limit && marks[comma] == .comma ? (speaker, comma + 1) : nil
  }

  /// "As Ana Lopez once wrote, the river rose", "As she told the court, …": who says it, and where the content begins behind the comma; nil where
  /// the words stand elsewhere or the verb has an object of its own ("As he said goodbye, …").
  func openingAs(_ verb: Int, takesHearer: Bool, _ low: Int, _ limit: Int) -> (SpeakerSpan, content: Int)? {
    guard lexeme(low) == words.asWord, verb + 2 < limit, isFinite(verb), let speaker = subject(of: verb, from: low + 1),
      speaker.start == low + 1 || tag(low + 1) == .dt
    else { return nil }
    var comma = verb + 1
    let next = tag(comma)
    let isAdjunct = next == .in || next == .to || next.isAdverb || takesHearer && marks[comma] == .word
    if marks[comma] != .comma, !isAdjunct { return nil }
    while comma < limit, marks[comma] == .word, !isFinite(comma), lexeme(comma) != words.that { comma += 1 }
    return comma + 1 < limit && marks[comma] == .comma ? (speaker, comma + 1) : nil
  }

  /// "“We won,” **is all she would say**": cue and speaker; nil for other words at `index`.
  func allThatIsSaid(_ index: Int, _ limit: Int) -> (Int, SpeakerSpan)? {
    guard index + 3 < limit, lemma(index) == words.be, lexeme(index + 1) == words.all else { return nil }
    var verb = groupEnd(index + 2, limit)
    guard verb > index + 2 else { return nil }
    while verb < limit, tag(verb) == .md || tag(verb).isAdverb || isAuxiliary(verb) { verb += 1 }
    guard verb < limit, tag(verb).isVerb, verbCue(verb) >= 0 else { return nil }
    return subject(of: verb, from: index + 2).map { (verb, $0) }
  }

  /// Whether the participle at `verb` is that of "was quoted as saying".
  func isQuotedAs(_ verb: Int) -> Bool {
    verb > 2 && lexeme(verb - 1) == words.asWord && tag(verb - 2) == .vbn && verbCue(verb - 2) >= 0
      && isPassive(verb - 2, from: max(0, verb - 5))
  }

  /// Whether the verb at `index` is one of speech: say, comment, answer.
  func isSpeech(_ index: Int) -> Bool {
    verbCue(index) >= 0 && table.isSpeech(lemma(index))
  }
}
