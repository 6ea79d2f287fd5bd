extension QuoteScene {
  /// "plans to say": the subject of the governing verb, save after verbs of control ("urged him to say"), where the object speaks.
  func infinitiveSubject(_ edge: Int, _ low: Int) -> SpeakerSpan? {
    guard let group = groupOnTheLeft(edge, low), group.start - 1 >= low else { return nil }
    let governor = group.start - 1
    if table.setting(lemma(governor)).contains(.control) || setting(governor).contains(.control) { return nil }
    return clauseSubject(before: group.start, low) ?? group.named("speaker.infinitive")
  }
}
