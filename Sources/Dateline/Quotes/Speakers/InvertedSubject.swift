extension QuoteScene {
  /// "…, said the minister": the group right of the cue.
  func invertedSubject(of verb: Int, _ limit: Int) -> SpeakerSpan? {
    var end = groupEnd(verb + 1, limit)
    // "says lead author Ana Ruiz": no base form stands behind a verb of speech, whatever its word looks like.
    if end == verb + 1, end + 1 < limit, tag(end) == .vb || tag(end) == .vbp { end = groupEnd(end + 1, limit) }
    guard end > verb + 2 || end == verb + 2 && phrases.noun(at: verb + 1) != nil else { return nil }
    let span = SpeakerSpan(verb + 1, end, head: headOfGroup(verb + 1, end), "speaker.inverted")
    return listOnTheRight(span, limit) ?? span
  }

  /// "…, said Ana Ruiz and Karl Moe.": names alike joined by "and", unless the last one begins a clause of its own ("said Ruiz and Moe left").
  private func listOnTheRight(_ first: SpeakerSpan, _ limit: Int) -> SpeakerSpan? {
    guard let type = nameType(first.head) else { return nil }
    var end = first.end
    for _ in 1..<Coordination.most {
      guard end + 1 < limit, tokens.has(end, .andWord) || marks[end] == .comma else { return nil }
      let isLast = tokens.has(end, .andWord)
      let next = groupEnd(end + 1, limit)
      guard next > end + 1, nameType(headOfGroup(end + 1, next)) == type, !(isLast && next < limit && opensClause(next)) else { return nil }
      if isLast { return SpeakerSpan(first.start, next, head: headOfGroup(end + 1, next), first.sieve) }
      end = next
    }
    return nil
  }

  /// Whether the group that ends at `end` is the subject of a verb.
  private func opensClause(_ end: Int) -> Bool { isFinite(end) || tag(end) == .md || tag(end).isAdverb }

  /// The type of the person, organization or country that a name of the text names; nil for all else.
  func nameType(_ token: Int) -> EntityType? {
    guard let mention = mention(at: token), layers.mentions[mention].form == .name else { return nil }
    let type = layers.type(ofMention: mention)
    return type == .person || type == .organization || type == .place ? type : nil
  }
}
