extension TagContext {
  /// The rules, in order; the first that applies decides.
  func choose(
    _ index: Int, _ own: Candidates, _ before: Tag, _ tokens: TokenColumns,
    _ candidates: UnsafePointer<Candidates>, _ tags: UnsafeMutablePointer<Tag>
  ) -> Tag {
    let bits = own & TagBits.mask
    let primary = TagGuesser.primary(own)
    let lexeme = tokens.lexeme[index]
    let next = candidates[index + 1]
    let nextPrimary = TagGuesser.primary(next)
    // Sets of tags are asked for with one test: what stands on the left comes as it pleases.
    let left = before.bit
    let previous = index > 0 && before != .punct ? tokens.lexeme[index - 1] : -1
    @inline(__always) func can(_ tag: Tag) -> Bool { bits & tag.bit != 0 }

    // 1. Words with a grammar of their own.
    if words.mayHaveRules(lexeme) {
      if lexeme == words.that { return that(index, before, previous, tokens, candidates, tags) }
      if lexeme == words.s { return clitic(before, next, index, tokens, candidates) }
      if lexeme == words.her {
        return next & (TagBits.noun | TagBits.adjective | Tag.cd.bit) != 0 && nextPrimary.bit & TagBits.closed == 0 ? .prps : .prp
      }
      if lexeme == words.d { return next & Tag.vbn.bit != 0 && next & Tag.vb.bit == 0 ? .vbd : .md }
      if lexeme == words.there { return nextIsBe(index, tokens, candidates) ? .ex : .rb }
      if lexeme == words.like {
        let expectation = self.expectation(index)
        if expectation == .base || expectation == .baseAfterTo { return .vb }
      }
    }
    // "in", "up", "as": one in six of the words that have a choice, and of the other rules none is about them.
    if bits & ~(Tag.in.bit | Tag.rp.bit | Tag.rb.bit) == 0 { return preposition(index, bits, primary, before, lexeme, tokens, candidates) }
    // What an auxiliary on the left waits for; of no other words' candidates the rules ask it.
    let expectation = bits & (TagBits.verb | Tag.jj.bit | Tag.rb.bit) == 0 ? TagHistory.Expectation.none : self.expectation(index)
    if can(.nnp), tokens.flags[index].contains(.capitalized) {
      // "Born in Lima, she left."
      if primary == .vbn, nextPrimary == .in, tokens.is(index, .sentenceStart) { return .vbn }
      // "Mrs May met": a modal waits for a base form.
      if can(.md), next & (Tag.vbd.bit | Tag.vbz.bit) != 0, next & Tag.vb.bit == 0, nextPrimary.isVerb { return .nnp }
      if can(.md), index > 0, before == .nnp, tokens.has(index - 1, .honorific) { return .nnp }
      // "said in May that"
      if can(.md), before == .in { return .nnp }
      // First word of a sentence or a word of a headline: a name when a name follows and the word is no verb or modifier there.
      if before == .nnp && nextPrimary == .nnp && primary.bit & TagBits.closed == 0 { return .nnp }
      if before == .punct, primary == .nn, nextPrimary == .nnp || nextPrimary.bit & TagBits.finite != 0 && next & TagBits.noun == 0 {
        return .nnp
      }
      if can(.jj), !can(.nn) {
        return next & TagBits.noun != 0 || before == .vbz || before == .vbd ? .jj : (primary == .jj && before != .dt ? .jj : .nnp)
      }
    }

    if can(.cc), can(.rb) { return left & (TagBits.verb | TagBits.adverb | Tag.md.bit) != 0 ? .rb : primary }
    if can(.md), can(.nn), left & (Tag.dt.bit | Tag.prps.bit | Tag.pos.bit | Tag.jj.bit) != 0 { return .nn }

    // 2. A modal, "to" or "do" waits for the base form.
    if expectation == .base || expectation == .baseAfterTo, can(.vb) {
      let near =
        left & (Tag.md.bit | Tag.to.bit | TagBits.adverb) != 0
        || expectation == .base && left & (Tag.prp.bit | Tag.vbd.bit | Tag.vbp.bit | Tag.vbz.bit) != 0
      if near, expectation == .base || primary != .nn || !endsHere(index + 1, candidates) || bits & Tag.nn.bit == 0 || previous != words.to
      {
        return .vb
      }
      if near, previous == words.to, bits & Tag.vbp.bit != 0 { return .vb }
    }
    // 3. "Have" waits for a participle.
    if expectation == .perfect, can(.vbn), left & (TagBits.verb | TagBits.adverb | Tag.prp.bit | Tag.md.bit) != 0 { return .vbn }
    // 4. "Be" and "get" wait for a participle or an adjective.
    if expectation == .be, left & (TagBits.verb | TagBits.adverb | Tag.cc.bit | Tag.prp.bit | Tag.pos.bit) != 0 {
      if can(.vbg), !(can(.nn) && primary == .nn && before == .cc) { return .vbg }
      if can(.vbn) {
        if before != .cc || lastVerb(index) == .vbn { return primary == .jj && can(.jj) ? .jj : .vbn }
      }
      if can(.jj), before != .cc, !(can(.nn) && primary == .nn) { return .jj }
      if can(.rb), primary == .rb { return .rb }
    }

    // 5. A determiner, possessive, number or adjective makes a nominal.
    if left & (Tag.dt.bit | Tag.prps.bit | Tag.pos.bit | TagBits.adjective | Tag.wps.bit | Tag.cd.bit) != 0 {
      let singular = previous == words.this || previous == words.that || previous == words.each || previous == words.every
      if singular, before == .dt, can(.vbz) { return .vbz }
      if before == .dt, previous == words.that || previous == words.this, can(.vbd), !can(.nn), next & TagBits.noun == 0,
        // "said that made no sense": behind an adjective stands no determiner.
        !can(.jj) || nextPrimary.bit & (Tag.dt.bit | Tag.prp.bit | Tag.prps.bit) != 0
      {
        return .vbd
      }
      if let nominal = nominal(bits, primary, next, nextPrimary, before) { return nominal }
    }

    if can(.rb), can(.jj), primary == .jj || primary == .rb {
      if nextPrimary == .cd || nextPrimary == .dt || nextPrimary == .in { return before == .vbz || before == .vbd ? primary : .rb }
      if next & (Tag.vbn.bit | Tag.vbd.bit) != 0, nextPrimary.isVerb { return .rb }
    }

    // 6. After a preposition no finite verb.
    if before == .in, previous != words.that, primary.bit & TagBits.closed == 0 {
      // "in neighboring Peru"
      if primary == .jj, can(.vbg), next & Tag.nnp.bit != 0 { return .jj }
      if can(.vbg), !(can(.nn) && primary == .nn && !startsGroup(index + 1, candidates)) { return .vbg }
      if can(.nns), !can(.nn) || primary == .nns { return .nns }
      if can(.jj), next & TagBits.noun != 0, nextPrimary.bit & TagBits.closed == 0 { return .jj }
      if can(.nn), primary.isVerb || primary.isNoun { return .nn }
      if can(.vbn), can(.vbd), next & TagBits.noun != 0 || nextPrimary == .punct || nextPrimary == .in { return .vbn }
    }

    // 7. After a subject a finite verb.
    if left & (Tag.prp.bit | Tag.wp.bit | Tag.wdt.bit | Tag.ex.bit) != 0 {
      if can(.md) { return .md }
      if can(.vbd), expectation != .perfect { return .vbd }
      if can(.vbz) { return .vbz }
      if can(.vbp), expectation != .base { return .vbp }
      if can(.vb) {
        return expectation == .base || before == .prp && previousIsObject(index, tags) && lastVerb(index).isVerb ? .vb : .vbp
      }
    }
    if left & (TagBits.noun | Tag.cd.bit) != 0 {
      if can(.md) { return .md }
      if can(.vbz), can(.nns) { return isThirdPerson(index, before, primary, tokens, candidates) ? .vbz : .nns }
      // "a source close to"
      if can(.jj), nextPrimary == .to, tokens.has(index - 1, .anonymousSource) { return .jj }
      if can(.vbd) {
        return can(.vbn) && !tokens.has(index, .auxiliary) && isReduced(index, next, tokens, candidates)
          ? .vbn : can(.jj) && !can(.vbn) ? primary : .vbd
      }
      if can(.vbg), can(.nn) { return objectFollows(index + 1, tokens, candidates) || primary == .vbg ? .vbg : .nn }
      if can(.vbp) || can(.vb), before == .nns || before == .nnps, !can(.jj) {
        if !can(.nn) || primary == .vb || primary == .vbp || objectFollows(index + 1, tokens, candidates) { return .vbp }
        // "…, scientists report in a journal": a clause of its own behind a comma.
        if index > 1, tags[index - 2] == .punct, isSpeech(index, tokens), !tokens.is(index - 1, .sentenceStart) { return .vbp }
        return can(.nn) ? .nn : .vbp
      }
      if can(.nn), primary.isVerb, primary != .vbg, before != .nns { return .nn }
    }

    // ", warning that", ", ruling 2-1 that": no noun follows a comma so.
    if before == .punct, can(.vbg), isSpeech(index, tokens), index + 1 < tokens.count,
      tokens.lexeme[index + 1] == words.that
    {
      return .vbg
    }
    if before == .punct, can(.vbg), can(.nn), nextPrimary == .cd, index > 0, !tokens.is(index, .sentenceStart), !tokens.isCapitalized(index)
    {
      return .vbg
    }

    // 8. An adjective or a noun: the one before a noun, the other elsewhere.
    if can(.jj), can(.nn) || can(.nnp), !primary.isVerb {
      let noun = next & TagBits.noun != 0 && !nextPrimary.isVerb && nextPrimary.bit & TagBits.closed == 0
      if noun { return .jj }
      if before.isVerb || before.isAdverb, primary == .jj { return .jj }
      return can(.nn) ? (primary == .jj && before != .jj ? .jj : .nn) : primary
    }
    if can(.rbr), can(.jjr) { return next & TagBits.noun != 0 && nextPrimary.isNoun ? .jjr : .rbr }
    if can(.rbs), can(.jjs) { return next & TagBits.noun != 0 && nextPrimary.isNoun ? .jjs : .rbs }

    // 9. Coordinated verbs share their form.
    if before == .cc, bits & TagBits.verb != 0 {
      // "notes that ten were seen and wonders whether": the verb of speech goes with the first one.
      if can(.vbz), isSpeech(index, tokens), index + 1 < tokens.count,
        tokens.lexeme[index + 1] == words.whether || tokens.lexeme[index + 1] == words.that
      {
        return .vbz
      }
      // "from the bosses and claims the zoo": no determiner stands behind a plural.
      if can(.vbz), can(.nns), nextPrimary.bit & (Tag.dt.bit | Tag.prp.bit | Tag.prps.bit) != 0 { return .vbz }
      let lastVerb = lastVerb(index)
      if bits & lastVerb.bit != 0, lastVerb != .punct, primary.isVerb || objectFollows(index + 1, tokens, candidates) { return lastVerb }
      if lastVerb == .vbz || lastVerb == .vbp || lastVerb == .vbd, can(.vbd), can(.vbn) { return .vbd }
    }
    // 10. Past tense or participle elsewhere.
    if can(.vbd), can(.vbn) {
      // "Leeds-based Halden"
      if index > 0, before == .punct, tokens.is(index - 1, .splitCompound) { return .vbn }
      if before == .punct, isSpeech(index, tokens) { return .vbd }
      if before == .punct || before.isAdverb { return nextPrimary == .in || nextPrimary == .to ? (before == .punct ? .vbn : .vbd) : .vbd }
      // "whose barn was hit said": behind a participle, for which the auxiliary waited, stands the main clause's verb.
      if before == .vbn, isSpeech(index, tokens), !tokens.has(index - 1, .auxiliary) { return .vbd }
      // "which he said had cost": a verb of speech waits for no participle, and an auxiliary is none.
      if before.isVerb { return tokens.has(index, .auxiliary) && isSpeech(index - 1, tokens) ? .vbd : .vbn }
      return next & TagBits.noun != 0 && before != .rb ? .vbn : .vbd
    }
    if primary == .vb, can(.vbp), before == .nns || before == .nnps || before == .prp { return .vbp }
    return preposition(index, bits, primary, before, lexeme, tokens, candidates)
  }

  /// A preposition, an adverb or a verb's particle by what follows; the likeliest tag for anything else.
  @inline(__always)
  private func preposition(
    _ index: Int, _ bits: UInt64, _ primary: Tag, _ before: Tag, _ lexeme: LexemeID, _ tokens: TokenColumns,
    _ candidates: UnsafePointer<Candidates>
  ) -> Tag {
    guard bits & Tag.in.bit != 0 else { return primary }
    if bits & Tag.rp.bit != 0, primary == .rp { return startsGroup(index + 1, candidates) ? .in : .rp }
    if bits & Tag.rb.bit != 0, primary == .in {
      let next = candidates[index + 1]
      let following = TagGuesser.primary(next)
      if next == 0 || following == .punct || following == .in || following == .to {
        // "ruled on whether"
        return before == .punct || following == .in && tokens.lexeme[index + 1] == words.whether ? .in : .rb
      }
      if lexeme == words.so, following.isAdjective || following.isAdverb { return .rb }
    }
    return primary
  }

  /// After a determiner: what of the word's tags is nominal; nil when none is.
  @inline(__always)
  private func nominal(_ bits: UInt64, _ primary: Tag, _ next: Candidates, _ nextPrimary: Tag, _ before: Tag) -> Tag? {
    let nounNext = next & TagBits.noun != 0 && nextPrimary.bit & (TagBits.closed | TagBits.finite) == 0
    if bits & Tag.jj.bit != 0, bits & (Tag.nn.bit | Tag.nnp.bit) != 0 {
      if nounNext && primary == .nn { return .nn }
      if nounNext || primary == .jj && nextPrimary.bit & TagBits.adjective != 0 { return .jj }
      return bits & Tag.nn.bit != 0 ? .nn : .nnp
    }
    // "the first bus": an adverb elsewhere.
    if primary == .rb, bits & Tag.jj.bit != 0, nounNext, before == .dt || before == .prps || before == .pos { return .jj }
    if primary.bit & (TagBits.closed | TagBits.adverb) != 0 { return nil }
    if bits & Tag.nns.bit != 0, bits & Tag.nn.bit == 0 || primary == .nns { return .nns }
    if bits & Tag.nn.bit != 0 { return bits & Tag.vbg.bit != 0 && nounNext && primary == .vbg ? .vbg : .nn }
    if bits & Tag.jj.bit != 0, nounNext || before == .dt { return .jj }
    if bits & Tag.vbn.bit != 0, nounNext || before == .prps || before == .pos { return .vbn }
    if bits & Tag.vbg.bit != 0 { return .vbg }
    return nil
  }

  /// "that": determiner, relative pronoun or conjunction.
  @inline(__always)
  private func that(
    _ index: Int, _ before: Tag, _ previous: LexemeID, _ tokens: TokenColumns,
    _ candidates: UnsafePointer<Candidates>,
    _ tags: UnsafeMutablePointer<Tag>
  ) -> Tag {
    let next = candidates[index + 1]
    let primary = TagGuesser.primary(next)
    if next == 0 || primary == .punct && before != .in { return before.isNoun ? .wdt : before.isVerb ? .in : .dt }
    if before == .in || before == .cd { return tokens.lexeme[max(0, index - 1)] == words.so ? .in : .dt }
    let finite =
      primary.bit & TagBits.finite != 0 || index + 1 < tokens.count && tokens.lexeme[index + 1] == words.s
      || next & Tag.vbd.bit != 0 && next & (TagBits.noun | TagBits.adjective) == 0
      || primary == .vb && next & Tag.vbp.bit != 0 && next & Tag.nn.bit == 0
    if before.isNoun || before == .prp {
      if finite { return .wdt }
      if primary.isAdverb, TagGuesser.primary(candidates[index + 2]).bit & TagBits.finite != 0 { return .wdt }
      return .in
    }
    if finite {
      return before == .punct || before == .cc
        ? (before == .punct && index > 0 && tags[index - 1] == .punct && index > 1 && tags[index - 2].isNoun ? .wdt : .dt) : .dt
    }
    if before.isVerb || before.isAdjective || before.isAdverb {
      // "said that night": a singular noun of time; "believe that story": a singular noun without article that no verb follows.
      if primary == .nn, next & TagBits.verb == 0 {
        let after = TagGuesser.primary(candidates[index + 2])
        return after == .punct || after == .in ? .dt : .in
      }
      return .in
    }
    if before == .punct || before == .cc { return primary == .nn && !flagsNoun(candidates[index + 2]) ? .dt : .in }
    return .in
  }

  @inline(__always) private func flagsNoun(_ candidates: Candidates) -> Bool { candidates & TagBits.noun != 0 }

  /// 's: of the possessor, or "is" and "has".
  @inline(__always)
  private func clitic(
    _ before: Tag, _ next: Candidates, _ index: Int, _ tokens: TokenColumns, _ candidates: UnsafePointer<Candidates>
  ) -> Tag {
    if before == .prp || before == .wp || before == .wrb || before == .ex || before == .wdt { return .vbz }
    if before == .vb { return .prp }
    let primary = TagGuesser.primary(next)
    if next == 0 || primary == .punct { return .pos }
    let following = tokens.count > index + 1 ? tokens.lexeme[index + 1] : -1
    if following == words.not || following == words.been || following == words.a || following == words.an { return .vbz }
    if before == .dt || before == .rb { return .vbz }
    if primary == .dt || primary == .prp || primary == .md || primary == .to { return .vbz }
    return .pos
  }

  private func nextIsBe(_ index: Int, _ tokens: TokenColumns, _ candidates: UnsafePointer<Candidates>) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let next = tokens.lexeme[index + 1]
    if next == words.s || TagGuesser.primary(candidates[index + 1]) == .md { return true }
    return tokens.lemma[index + 1] == words.be
  }

  /// Whether an object or a clause begins: what comes after a verb rather than after a noun.
  @inline(__always)
  private func objectFollows(_ index: Int, _ tokens: TokenColumns, _ candidates: UnsafePointer<Candidates>) -> Bool {
    guard index < tokens.count else { return false }
    let next = candidates[index]
    switch TagGuesser.primary(next) {
    case .dt, .prp, .prps, .to, .wp, .wrb, .ex, .cd: return true
    case .in: return tokens.lexeme[index] == words.that || tokens.lexeme[index] == words.whether
    case .nnp, .nnps, .jj: return true
    case .nns: return next & Tag.vbz.bit == 0
    case .rb: return true
    default: return false
    }
  }

  /// Whether the phrase ends at `index`: stop, comma, or a finite verb.
  @inline(__always)
  private func endsHere(_ index: Int, _ candidates: UnsafePointer<Candidates>) -> Bool {
    let next = candidates[index]
    return next == 0 || TagGuesser.primary(next) == .punct || TagGuesser.primary(next).bit & (TagBits.finite | Tag.in.bit) != 0
  }

  /// "make them go": the pronoun on the left is an object.
  private func previousIsObject(_ index: Int, _ tags: UnsafeMutablePointer<Tag>) -> Bool {
    index > 1 && tags[index - 2].isVerb
  }

  /// A form in -s after a noun: the verb, or the plural of a compound ("tax plans").
  @inline(__always)
  private func isThirdPerson(
    _ index: Int, _ before: Tag, _ primary: Tag, _ tokens: TokenColumns, _ candidates: UnsafePointer<Candidates>
  ) -> Bool {
    if primary == .vbz, before != .nn { return true }
    guard index + 1 < tokens.count else { return primary == .vbz }
    switch TagGuesser.primary(candidates[index + 1]) {
    case .dt, .prp, .prps, .ex: return true
    case .in: return tokens.lexeme[index + 1] == words.that || tokens.lexeme[index + 1] == words.whether
    case .to, .wp, .wrb, .nnp, .nnps, .jj, .cd, .rb: return primary == .vbz || before == .nnp
    default: return primary == .vbz && !clauseHasVerb(index) || before == .nnp && isSpeech(index, tokens)
    }
  }

  /// Whether a past form after a noun is a participle that modifies it: "by" follows, or a plain finite verb before the clause ends.
  private func isReduced(
    _ index: Int, _ next: Candidates, _ tokens: TokenColumns, _ candidates: UnsafePointer<Candidates>
  ) -> Bool {
    if index + 1 < tokens.count, tokens.lexeme[index + 1] == words.by { return true }
    let nextPrimary = TagGuesser.primary(next)
    if nextPrimary == .dt || nextPrimary == .prp || nextPrimary == .prps || nextPrimary == .cd { return false }
    if isSpeech(index, tokens) { return false }
    if nextPrimary == .in || nextPrimary == .to || nextPrimary == .rb, clauseHasVerb(index) { return true }
    var position = index + 1
    let limit = min(index + 9, tokens.count)
    while position < limit {
      let other = candidates[position]
      let primary = TagGuesser.primary(other)
      if primary == .punct || primary == .cc || primary == .wdt || primary == .wp || primary == .wrb || primary == .prp || primary == .to {
        return false
      }
      if tokens.lexeme[position] == words.that || tokens.lexeme[position] == words.because || tokens.lexeme[position] == words.asWord
        || tokens.lexeme[position] == words.ifWord
      {
        return false
      }
      // "bought it in May but"
      if primary == .md, tokens.isCapitalized(position) {
        position += 1
        continue
      }
      if primary == .vbz || primary == .vbp || primary == .md { return other & (Tag.nn.bit | Tag.nns.bit) == 0 }
      if primary == .vbd, other & Tag.vbn.bit == 0 { return true }
      position += 1
    }
    return false
  }
}
