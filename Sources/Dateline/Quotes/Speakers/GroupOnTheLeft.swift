extension QuoteScene {
  /// The noun group that ends directly before `index`, with the groups that of, for or "and" tie to its left; nil when none does.
  func groupOnTheLeft(_ index: Int, _ low: Int, depth: Int = 0) -> SpeakerSpan? {
    let last = index - 1
    guard last >= low, depth < 6 else { return nil }
    let tag = tag(last)
    if tag == .prp || tag == .wp || tag == .wdt { return someOf(last, low) ?? SpeakerSpan(last, index, head: last, "speaker.subject") }
    switch marks[last] {
    case .comma, .closeParenthesis, .dash: return apposition(last, low, depth)
    case .word: break
    default: return nil
    }
    guard let group = phrases.noun(at: last) else { return nil }
    var start = max(low, Int(phrases.nouns.start[group]))
    // "Borden & Hale", "the College of Nurses' secretary": the name began in a group before.
    if let mention = mention(at: start), layers.mentions[mention].tokens.first < start,
      let first = phrases.noun(at: layers.mentions[mention].tokens.first)
    {
      start = max(low, Int(phrases.nouns.start[first]))
    }
    // "In a letter Ana Ruiz wrote": the letter is no part of the name.
    if self.tag(start) == .dt, let mention = mention(at: last) {
      let first = layers.mentions[mention].tokens.first
      if first - 1 > start, tokens.has(first - 1, .documentNoun) { start = first }
    }
    var span = SpeakerSpan(start, index, head: min(last, Int(phrases.nouns.head[group])), "speaker.subject")
    // "Lee on Monday said": the day hangs on the verb, not on the name.
    guard start - 1 > low, !isTimeGroup(span) else { return span }
    let before = start - 1
    if let owner = describedOwner(of: before, low), !isToldOf(span) {
      span = SpeakerSpan(owner.start, index, head: owner.head, "speaker.subject")
    } else if self.tag(before) == .in, setting(before).contains(.link) {
      // "Ana Ruiz, of the Lakes Institute, said", "The report, by the auditor, said"
      if marks[before - 1] == .comma, let owner = groupOnTheLeft(before - 1, low, depth: depth + 1),
        nameType(owner.head) == .person || lexeme(before) == words.by && tokens.has(owner.head, .documentNoun)
      {
        span = SpeakerSpan(owner.start, index, head: owner.head, "speaker.apposition")
      } else if let outer = groupOnTheLeft(before, low, depth: depth + 1), self.tag(outer.end - 1) != .prp, self.tag(outer.start) != .wp {
        span = SpeakerSpan(outer.start, index, head: outer.head, outer.sieve)
      }
    } else if phrases.nouns.kind[group] == .bare, self.tag(span.head).isAdjective, let owner = phrases.noun(endingAt: before),
      phrases.nouns.kind[owner] == .common, Int(phrases.nouns.start[owner]) >= low
    {
      // "people familiar": an adjective after its noun.
      span = SpeakerSpan(Int(phrases.nouns.start[owner]), index, head: Int(phrases.nouns.head[owner]), "speaker.subject")
    } else if lexeme(before) == words.and && marks[before - 1] != .comma || lexeme(before) == words.nor {
      // ", and Volvo warned" begins a clause of its own.
      if let outer = groupOnTheLeft(before, low, depth: depth + 1), self.tag(outer.end - 1).isNoun || nameType(outer.head) != nil,
        !isObjectOfDeed(outer, low)
      {
        span = SpeakerSpan(listStart(outer, low), index, head: span.head, outer.sieve)
      }
    }
    return span
  }

  /// "They hear everything and nobody asks": what stands right behind a finite verb that takes no clause is its object.
  private func isObjectOfDeed(_ span: SpeakerSpan, _ low: Int) -> Bool {
    let verb = span.start - 1
    guard verb > low, isFinite(verb), tag(verb) != .md, !isAuxiliary(verb) else { return false }
    return verbCue(verb) < 0 || table.cues[verbCue(verb)].kind == .perception
  }

  /// Where a list begins, the last but one of which is `second`: "Ana Ruiz, Karl Moe and Per Dahl said", "Police, prosecutors and two ministers
  /// said".
  private func listStart(_ second: SpeakerSpan, _ low: Int) -> Int {
    guard let type = nameType(second.head) else { return listOfActors(second, low) }
    var start = second.start
    for _ in 2..<Coordination.most {
      guard start - 2 >= low, marks[start - 1] == .comma, let group = phrases.noun(endingAt: start - 2) else { break }
      let first = Int(phrases.nouns.start[group])
      // "In Peru, Ana Ruiz and Karl Moe said": no part of the list.
      guard first >= low, nameType(Int(phrases.nouns.head[group])) == type, first == low || tag(first - 1) != .in && tag(first - 1) != .to
      else { break }
      start = first
    }
    return start == second.start ? listOfActors(second, low) : start
  }

  /// A list of people and bodies, named or not, that opens its sentence: "A bus hit a driver, police and prosecutors said" has none.
  private func listOfActors(_ second: SpeakerSpan, _ low: Int) -> Int {
    var start = second.start
    var kind = nounKind(second.head)
    for _ in 2..<Coordination.most {
      guard kind.isActor, start - 2 >= low, marks[start - 1] == .comma, let group = phrases.noun(endingAt: start - 2) else { break }
      let first = Int(phrases.nouns.start[group])
      let outer = nounKind(Int(phrases.nouns.head[group]))
      // "Ana Ruiz, the mayor and police said": who she is.
      guard first >= low, outer.isActor, outer != .person || kind != .role else { break }
      (start, kind) = (first, outer)
    }
    return tokens.is(start, .sentenceStart) ? start : second.start
  }
}
