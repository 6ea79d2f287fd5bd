extension NameConventions {
  // MARK: Datelines

  /// The dateline's place is a name and a place, whatever the model sees there, if anything.
  func settleDateline(_ spans: inout [NameSpan]) {
    guard let place = datelinePlace else { return }
    if let last = datelinePlaces.last {
      // "DOVER, Del. & BASEL, Switzerland": each by itself.
      let places = [place] + datelinePlaces
      spans.removeAll { $0.tokens.start < last.end && $0.tokens.end > place.start }
      spans.mergeOrdered(places.map { NameSpan($0, NameSpan.place, by: .dateline) }) { $0.tokens.start }
      return
    }
    if let slash = place.indices.first(where: { isSlash($0) }), slash > place.first, slash < place.last {
      // "OTTAWA/CANBERRA": each by itself.
      spans.removeAll { $0.tokens.start < place.end && $0.tokens.end > place.start }
      let parts = place.indices.split { isSlash($0) }.filter { !$0.isEmpty }
      spans.mergeOrdered(parts.map { NameSpan(TokenRange($0.startIndex, $0.endIndex), NameSpan.place, by: .dateline) }) { $0.tokens.start }
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

  private func isSlash(_ token: Int) -> Bool { tokens.length(token) == 1 && bytes[Int(tokens.start[token])] == UInt8(ascii: "/") }

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
    // "Rana Plaza" is nobody.
    let isNobody =
      span.type == NameSpan.person && span.margin < NameConventions.sureOfPerson && tokens.profile[span.tokens.last].surname == 0
      && (span.tokens.first == 0 || !tokens.has(span.tokens.first - 1, anyOf: NameConventions.introducing))
    guard span.type == NameSpan.other && span.margin < NameConventions.sure || isNobody, span.tokens.count > 1,
      tokens.has(span.tokens.last, .placeHead),
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

  // MARK: Nouns for places, with "of"

  /// "the nearby towns of Morelia and El Paujil": what a noun for places that people live in names is one, whatever it looks like.
  func takeSettlement(_ span: inout NameSpan, behind last: NameSpan?) {
    var of = span.tokens.first - 1
    // The list of "towns" goes on.
    if let last, last.type == NameSpan.place, last.tokens.first > 1, tokens.tag[last.tokens.first - 2] == .nns,
      isNext(last.tokens, span.tokens)
    {
      of = last.tokens.first - 1
    }
    guard span.type == NameSpan.person || span.type == NameSpan.organization, of > 0, tokens.has(of, .prepOf),
      tokens.is(of - 1, .lowercase),
      nouns.isKind(.settlement, tokens.lexeme[of - 1]), tokens.sentence[of] == tokens.sentence[span.tokens.first],
      of < 2 || !tokens.has(of - 2, .possessive) && !isHome(of - 2), span.rule == .none,
      known(span.tokens) & ~GazetteerClass.maybePlaceMask == 0, !tokens.has(span.tokens.last, .orgHead),
      Int(span.tokens.end) >= tokens.count || !tokens.is(Int(span.tokens.end), .possessive)
    else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeNoun)
  }

  /// "the home town of Ana Moe".
  private func isHome(_ token: Int) -> Bool {
    tokens.length(token) == 4 && bytes[Int(tokens.start[token])] | 0x20 == UInt8(ascii: "h") && tokens.is(token, .hasLetter)
  }

  /// "Port of Acajutla", "Mall of Africa": a noun for facilities with a capital and "of" belong to the place behind them.
  func takeFacilityOf(_ span: inout NameSpan, after floor: Int32) {
    let noun = span.tokens.first - 2
    guard span.type == NameSpan.place, noun >= floor, noun > 0, tokens.has(noun + 1, .prepOf), tokens.is(noun + 1, .lowercase),
      tokens.is(noun, .capitalized), !tokens.is(noun, .sentenceStart), nouns.isKind(.gate, tokens.lexeme[noun]),
      !tokens.is(noun - 1, .anyCapital), tokens.sentence[noun] == tokens.sentence[span.tokens.first]
    else { return }
    span.tokens = TokenRange(noun, Int(span.tokens.end))
    span.rule = .whole
  }

  /// "Saint Thomas University", of which the model sees the rest only.
  func takeSaint(_ span: inout NameSpan, after floor: Int32) {
    let saint = span.tokens.first - 1
    guard span.type == NameSpan.organization || span.type == NameSpan.place, saint >= floor, saint >= 0, tokens.is(saint, .capitalized),
      tokens.sentence[saint] == tokens.sentence[span.tokens.first], isSaint(saint), span.tokens.count > 1
    else { return }
    span.tokens = TokenRange(saint, Int(span.tokens.end))
    span.rule = .whole
  }

  private func isSaint(_ token: Int) -> Bool {
    let (start, length) = (Int(tokens.start[token]), tokens.length(token))
    guard bytes[start] == UInt8(ascii: "S"), length == 2 || length == 3 || length == 5 else { return false }
    if length == 5 { return bytes[start..<start + 5].elementsEqual("Saint".utf8) }
    return bytes[start + 1] == UInt8(ascii: "t") && (length == 2 || bytes[start + 2] == UInt8(ascii: "."))
  }

  /// "Hong Kong and Macau Affairs Office", "Jammu and Kashmir Cricket Association": two places that the tables know together before the rest of an
  /// organization’s name.
  func isDouble(_ place: NameSpan, _ office: NameSpan) -> Bool {
    let and = Int(place.tokens.end)
    guard place.type == NameSpan.place, office.type == NameSpan.organization, office.tokens.first == and + 1, tokens.has(and, .andWord),
      tokens.is(and, .lowercase), office.tokens.count > 1, tokens.has(office.tokens.last, .orgHead)
    else { return false }
    return matches.matches(at: place.tokens.first).contains {
      matches.end($0) > office.tokens.start && matches.end($0) <= office.tokens.end
        && classes[$0].all & (GazetteerClass.maybePlaceMask | GazetteerClass.organizationMask) != 0
    }
  }
}
