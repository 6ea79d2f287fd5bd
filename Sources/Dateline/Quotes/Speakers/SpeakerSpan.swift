/// Who is named as the speaker, and which sieve says so.
struct SpeakerSpan {
  var start: Int
  var end: Int
  /// Token of the noun that stands for the speaker.
  var head: Int
  /// Name of the sieve, as evidence shows it.
  var sieve: Label

  init(_ start: Int, _ end: Int, head: Int, _ sieve: Label) {
    self.start = start
    self.end = end
    self.head = head
    self.sieve = sieve
  }

  func named(_ sieve: Label) -> SpeakerSpan {
    var copy = self
    copy.sieve = sieve
    return copy
  }
}

extension QuoteScene {
  /// The ordered sieves for the subject of the verb at `verb`, looking left as far as `low`.
  ///
  /// 1. `speaker.infinitive`: who wants "to say".
  /// 2. `speaker.absolute`: "with Lee saying"; `speaker.quoted`: "quoted Lee as saying".
  /// 3. `speaker.subject`, `speaker.apposition`: the noun group on the left, over auxiliaries, adverbs and an apposition.
  /// 4. `speaker.relative`, `speaker.described`: the antecedent of who, which and that, which speaks in the clause or behind it.
  /// 5. `speaker.clause`: the subject of the clause's finite verb, for participles and coordinated verbs.
  func subject(of verb: Int, from low: Int) -> SpeakerSpan? {
    let low = max(low, verb - 80)
    let edge = verbGroupEdge(verb, low)
    if tag(verb) == .vb, hasTo(edge, verb) {
      if let found = infinitiveSubject(edge, low) { return found }
    }
    if tag(verb) == .vbg, edge == verb, let absolute = absoluteSubject(verb, low) ?? quotedSubject(verb, low) { return absolute }
    if tag(verb) != .vbg || edge < verb {
      let touching = touchingSubject(edge, low)
      if let described = describedSubject(edge, touching: touching, low) { return described }
      if let touching { return relativeSubject(touching, low) ?? touching }
    }
    return clauseSubject(before: edge, low)
  }

  /// "…, with Lee saying that": the group between "with" and the participle.
  private func absoluteSubject(_ verb: Int, _ low: Int) -> SpeakerSpan? {
    guard let group = phrases.noun(endingAt: verb - 1) else { return nil }
    let start = Int(phrases.nouns.start[group])
    guard start - 1 >= low, lexeme(start - 1) == words.with else { return nil }
    return SpeakerSpan(start, verb, head: Int(phrases.nouns.head[group]), "speaker.absolute")
  }

  /// "The paper quoted **Lee** as saying that": not the paper, and not who quotes in "was quoted by the paper as saying".
  private func quotedSubject(_ verb: Int, _ low: Int) -> SpeakerSpan? {
    guard verb - 2 >= low, lexeme(verb - 1) == words.asWord, let found = groupOnTheLeft(verb - 1, low), found.start > low else {
      return nil
    }
    let before = found.start - 1
    guard tag(before).isVerb, verbCue(before) >= 0 else { return nil }
    return found.named("speaker.quoted")
  }

  /// The first token of the verb group around `verb`: auxiliaries, adverbs, "to" and negation passed over.
  func verbGroupEdge(_ verb: Int, _ low: Int) -> Int {
    var edge = verb
    while edge > low {
      let tag = tag(edge - 1)
      // "Moe and Lund have both said"
      if tag == .dt || tag == .pdt, edge - 2 > low, isAuxiliary(edge - 2) {
        edge -= 2
        continue
      }
      guard tag.isAdverb || tag == .md || tag == .to || tag.isVerb && isAuxiliary(edge - 1) else { break }
      edge -= 1
    }
    return edge
  }

  private func hasTo(_ from: Int, _ to: Int) -> Bool {
    var index = from
    while index < to {
      if tag(index) == .to { return true }
      index += 1
    }
    return false
  }
}
