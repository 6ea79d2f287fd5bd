/// What looks like a report and tells of no words.
extension QuoteScene {
  /// "Did he believe it himself?", "Why did she say so?": the reporter asks whether it was said. A question mark ends the sentence, and the
  /// subject stands between an auxiliary and the verb.
  func isOpenQuestion(_ verb: Int, _ low: Int, _ end: Int) -> Bool {
    guard tag(verb) == .vb, end > verb, layers.bytes[Int(tokens.start[end - 1])] == UInt8(ascii: "?"), segmentOf[end - 1] < 0,
      let subject = phrases.noun(endingAt: verb - 1)
    else { return false }
    let start = Int(phrases.nouns.start[subject])
    guard start > low else { return false }
    return tag(start - 1) == .md || isAuxiliary(start - 1)
  }

  /// "an allegation **that both deny**": a relative clause, whose verb has no object but the noun.
  func isRelative(_ frame: ComplementFrame, _ end: Int, _ form: ComplementFrame.Form) -> Bool {
    guard form == .noun, frame.shape == .that, end - frame.content <= 5, tag(end - 1).isVerb, verbCue(end - 1) >= 0,
      !(frame.content..<end - 1).contains(where: { isFinite($0) })
    else { return false }
    switch table.cues[verbCue(end - 1)].cueClass {
    case .deny, .confirm, .claim: return true
    default: return false
    }
  }

  /// "declined to be named", "refused to be drawn": what nobody would have done to him is nothing that he did not say.
  func isRefusedDeed(_ cue: Int, _ frame: ComplementFrame, _ end: Int) -> Bool {
    frame.shape == .to && isRefusal(cue) && frame.content + 2 < end && lexeme(frame.content + 1) == words.be
      && tag(frame.content + 2) == .vbn
  }

  /// "shares **said** to be worth a million", "thought to have left": what others say of the noun before.
  func isHearsay(_ cue: Int, _ entry: Int, _ frame: ComplementFrame, _ limit: Int) -> Bool {
    guard frame.shape == .to, frame.content == cue + 1, cue + 2 < limit, table.flags(entry).contains(.hearsay) else { return false }
    return (tag(cue) == .vbd || tag(cue) == .vbn) && (lexeme(cue + 2) == words.be || lexeme(cue + 2) == words.have)
  }

  /// Whether a sentence begins with a participle of asking or telling: "Asked whether …, Lee left.", "Told of this, Lee left."
  func opensWithHearing(_ low: Int) -> Bool {
    guard tag(low) == .vbn || tag(low) == .vbd else { return false }
    let entry = verbCue(low)
    return entry >= 0 && (table.cues[entry].kind == .question || table.flags(entry).contains(.addressee))
  }

  /// "Asked about reports that it would close, Moe left": the reports are nobody's question.
  func isAskedAbout(_ cue: Int, _ entry: Int, _ frame: ComplementFrame, _ low: Int) -> Bool {
    guard table.cues[entry].kind == .question, tag(cue) == .vbn || tag(cue) == .vbd else { return false }
    // "When asked about"
    guard cue == low || marks[cue - 1] == .comma || cue == low + 1 && (tag(low) == .wrb || tag(low).isAdverb) else { return false }
    switch frame.shape {
    case .that, .pp, .np, .clause: return true
    default: return false
    }
  }
}
