extension NameConventions {
  // MARK: Datelines

  /// The dateline's place is a name and a place, whatever the model sees there, if anything; several places parted by slashes are left to it.
  func settleDateline(_ spans: inout [NameSpan]) {
    guard let place = datelinePlace else { return }
    if let last = datelinePlaces.last {
      // "DOVER, Del. & BASEL, Switzerland": each by itself.
      let places = [place] + datelinePlaces
      spans.removeAll { $0.tokens.start < last.end && $0.tokens.end > place.start }
      spans.mergeOrdered(places.map { NameSpan($0, NameSpan.place, by: .dateline) }) { $0.tokens.start }
      return
    }
    let at = firstSpan(endingAfter: place.start, spans)
    if at < spans.count, spans[at].tokens.start < place.end {
      guard spans[at].tokens == place else { return }
      if spans[at].type != NameSpan.place { spans[at] = NameSpan(place, NameSpan.place, by: .dateline) }
      spans[at].rule = .dateline
    } else if !place.indices.contains(where: { tokens.is($0, .punctuation) }) {
      spans.insert(NameSpan(place, NameSpan.place, by: .dateline), at: at)
    }
  }

  // MARK: Nouns for places

  /// "the Amazon city of Belem": what may be a place is one right before a noun for places in small letters.
  func takePlaceNoun(_ span: inout NameSpan) {
    let noun = Int(span.tokens.end)
    guard span.type == NameSpan.organization, span.tokens.count == 1, span.margin < 2, noun + 1 < tokens.count,
      tokens.has(noun, .placeHead), tokens.is(noun, .lowercase), tokens.has(noun + 1, .prepOf),
      known(span.tokens) & GazetteerClass.maybePlaceMask != 0
    else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeNoun)
  }

  /// "at Osvaldo Vieira airport": the person after whom a place in small letters is called names the place.
  func takePlaceOf(_ span: inout NameSpan) {
    let (before, noun) = (span.tokens.first - 1, Int(span.tokens.end))
    guard span.type == NameSpan.person, before >= 0, noun < tokens.count, tokens.is(noun, .lowercase),
      nouns.isKind(.facility, tokens.lexeme[noun]), tokens.is(noun, .spaceBefore),
      tokens.has(before, anyOf: NameConventions.beforeFacilities), tokens.sentence[before] == tokens.sentence[noun]
    else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeNoun)
  }

  private static let beforeFacilities = WordClassSet(.articleThe, .prepIn, .prepFrom, .prepOf)

  /// "the R. Premadasa Stadium": several words of which the last is a noun for places only, where the model is torn.
  func takePlaceHead(_ span: inout NameSpan) {
    guard span.type == NameSpan.other, span.tokens.count > 1, span.margin < NameConventions.sure, tokens.has(span.tokens.last, .placeHead),
      tokens.is(span.tokens.last, .capitalized), !tokens.has(span.tokens.last, anyOf: NameConventions.otherHeads),
      known(span.tokens) == 0, span.rule == .none, !tokens.has(span.tokens.first, .operationWord),
      span.tokens.indices.allSatisfy({ tokens.is($0, .anyCapital) || tokens.is($0, .possessive) })
    else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeNoun)
  }

  private static let otherHeads = WordClassSet(.orgHead, .eventHead, .lawHead, .teamHead, .mediaHead, .productHead)

  /// "Cardiff Magistrates’ Court": a place right before an organization of common words is the first word of its name.
  func isSeat(_ place: NameSpan, of court: NameSpan) -> Bool {
    guard place.type == NameSpan.place, court.type == NameSpan.organization, place.tokens.end == court.tokens.start,
      court.tokens.count > 1, tokens.has(court.tokens.last, .orgHead), tokens.is(place.tokens.first, .capitalized),
      !tokens.is(place.tokens.first, .splitCompound),
      known(place.tokens) & GazetteerClass.stateMask == 0, known(court.tokens) & ~GazetteerClass.courtMask == 0,
      !tokens.is(place.tokens.first, .allCapitals), tokens.sentence[place.tokens.first] == tokens.sentence[court.tokens.first]
    else { return false }
    return court.tokens.indices.allSatisfy { tokens.profile[$0].risk >= 0 || tokens.is($0, .possessive) }
  }
}
