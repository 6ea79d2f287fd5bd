extension QuoteScene {
  /// The noun group directly left of the verb group that starts at `edge`; a group that only says when is passed over.
  func touchingSubject(_ edge: Int, _ low: Int) -> SpeakerSpan? {
    guard let found = groupOnTheLeft(edge, low) else { return nil }
    if isTimeGroup(found), found.start > low {
      var before = found.start
      if tag(before - 1) == .in { before -= 1 }
      return groupOnTheLeft(before, low)
    }
    if isFloating(found), let owner = groupOnTheLeft(found.start, low), owner.end == found.start { return owner }
    return found
  }

  /// "both", "all", "each" after the subject.
  private func isFloating(_ span: SpeakerSpan) -> Bool {
    guard span.end == span.start + 1, let group = phrases.noun(at: span.start), phrases.nouns.kind[group] == .bare else { return false }
    // "Lee further argued": an adverb that looks like an adjective.
    if tag(span.start).isAdjective { return true }
    return tag(span.start) == .dt && lexeme(span.start) != words.that && lexeme(span.start) != words.this
  }

  /// "Monday", "last week", "June 3": no one who could speak.
  func isTimeGroup(_ span: SpeakerSpan) -> Bool {
    if let group = phrases.noun(at: span.end - 1), phrases.nouns.kind[group] == .time { return true }
    let setting = table.setting(lemma(span.end - 1))
    return setting.contains(.time) || setting.contains(.day) || tokens.has(span.end - 1, .month)
      || tokens.has(span.start, .month) && tokens.is(span.end - 1, .number)
  }
}
