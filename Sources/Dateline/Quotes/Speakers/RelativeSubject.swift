extension QuoteScene {
  /// Whether the finite verb at `verb` has who, which or that for its subject.
  func isOfRelativeClause(_ verb: Int, _ low: Int) -> Bool {
    let edge = verbGroupEdge(verb, low)
    return edge > low && (tag(edge - 1) == .wp || tag(edge - 1) == .wdt)
  }

  /// "the minister, who said": from the antecedent through the pronoun, which belongs to the speaker's span; nil when the subject is no
  /// relative pronoun.
  func relativeSubject(_ subject: SpeakerSpan, _ low: Int) -> SpeakerSpan? {
    guard tag(subject.start) == .wp || tag(subject.start) == .wdt else { return nil }
    var before = subject.start
    if before > low, marks[before - 1] == .comma { before -= 1 }
    guard let antecedent = groupOnTheLeft(before, low) else { return nil }
    return SpeakerSpan(antecedent.start, subject.end, head: antecedent.head, "speaker.relative")
  }
}
