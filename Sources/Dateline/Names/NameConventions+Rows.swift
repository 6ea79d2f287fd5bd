extension NameConventions {
  // MARK: Rows

  /// Names in a row are of one kind: "for Clare, Kerry and Galway", "Snowflake, Palantir and Nvidia", "by Ortega, Batistuta and Caniggia".
  ///
  /// - Complexity: O(spans).
  func rows(_ spans: inout [NameSpan]) {
    retypeBackwards(&spans)
    retypeForwards(&spans)
    addToRows(&spans)
  }

  /// "for Clare, Kerry and Galway": what the tables know as a place is one in a row that ends in a place; so is what they do not know between
  /// two places.
  private func retypeBackwards(_ spans: inout [NameSpan]) {
    var index = spans.count - 2
    while index >= 0 {
      let (one, next) = (spans[index], spans[index + 1])
      let previous = index
      index -= 1
      if isTownOf(one, next) {
        spans[previous] = NameSpan(one.tokens, NameSpan.place, by: .placePair)
        continue
      }
      guard next.type == NameSpan.place, one.type != NameSpan.place, one.tokens.count == 1, isNext(one.tokens, next.tokens),
        known(next.tokens) & GazetteerClass.maybePlaceMask != 0, one.tokens.first > 0
      else { continue }
      let classes = known(one.tokens)
      if one.type == NameSpan.person, one.margin < NameConventions.sureOfPerson, classes & GazetteerClass.maybePlaceMask != 0,
        isRowStart(one.tokens.first - 1)
      {
        spans[previous] = NameSpan(one.tokens, NameSpan.place, by: .placeRow)
      } else if classes == 0, one.margin < NameConventions.sureOfPerson, previous > 0, spans[previous - 1].type == NameSpan.place,
        isComma(one.tokens.first - 1), isNext(spans[previous - 1].tokens, one.tokens)
      {
        spans[previous] = NameSpan(one.tokens, NameSpan.place, by: .placeRow)
      }
    }
  }

  /// "in Hanna, Alberta": one word between a preposition of place and a state or country behind its comma.
  private func isTownOf(_ one: NameSpan, _ larger: NameSpan) -> Bool {
    one.type == NameSpan.person && one.tokens.count == 1 && larger.type == NameSpan.place && isComma(Int(one.tokens.end))
      && larger.tokens.start == one.tokens.end + 1 && one.tokens.first > 0 && tokens.has(one.tokens.first - 1, .prepIn)
      && tokens.is(one.tokens.first - 1, .lowercase) && known(larger.tokens) & GazetteerClass.largerMask != 0
  }

  static let sureOfPerson: Float = 3

  /// What stands before a place of a row: a preposition, or the comma behind another.
  private func isRowStart(_ token: Int) -> Bool { isComma(token) || tokens.has(token, anyOf: NameConventions.prepositions) }

  private static let prepositions = WordClassSet(.prepIn, .prepFrom, .prepFor, .prepOf)

  /// "goals by Ortega, Batistuta and Caniggia": behind a person, words that the tables do not know as places are people.
  private func retypeForwards(_ spans: inout [NameSpan]) {
    for index in spans.indices.dropFirst() {
      let (last, one) = (spans[index - 1], spans[index])
      if one.type == NameSpan.other || one.type == NameSpan.place, isBetweenFirms(index, spans) {
        spans[index] = NameSpan(one.tokens, NameSpan.organization, by: .row)
        continue
      }
      guard last.type == NameSpan.person, one.type == NameSpan.place || one.type == NameSpan.other, last.tokens.count == one.tokens.count,
        isNext(last.tokens, one.tokens),
        known(one.tokens) == 0, one.margin < NameConventions.sureOfPerson, isSurePerson(index - 1, spans)
      else { continue }
      spans[index] = NameSpan(one.tokens, NameSpan.person, by: .row)
    }
  }

  /// "Glencore, Nyrstar and Korea Zinc": what the tables do not know between two organizations that they do.
  private func isBetweenFirms(_ index: Int, _ spans: [NameSpan]) -> Bool {
    guard index + 1 < spans.count, spans[index].type == NameSpan.other || spans[index].type == NameSpan.place,
      spans[index].margin < NameConventions.sureOfPerson, known(spans[index].tokens) == 0
    else { return false }
    let (one, other) = (spans[index - 1], spans[index + 1])
    return one.type == NameSpan.organization && other.type == NameSpan.organization && isNext(one.tokens, spans[index].tokens)
      && isNext(spans[index].tokens, other.tokens) && known(one.tokens) & GazetteerClass.organizationMask != 0
      && known(other.tokens) & GazetteerClass.organizationMask != 0
  }

  /// Whether a person of a row is known by the surname, or stands behind another.
  private func isSurePerson(_ index: Int, _ spans: [NameSpan]) -> Bool {
    if tokens.profile[spans[index].tokens.last].surname > 1 { return true }
    return index > 0 && spans[index - 1].type == NameSpan.person && isNext(spans[index - 1].tokens, spans[index].tokens)
  }

  // MARK: Members that the model passes over

  /// The longest name that is sought before another of its row.
  private static let longestMember = 3

  /// "Snowflake, Palantir and Nvidia fell": beside an organization that the tables know, what they know as one is one; "from Larissa, Greece":
  /// before a country, a name behind a preposition is a place.
  private func addToRows(_ spans: inout [NameSpan]) {
    var added: [NameSpan] = []
    for index in spans.indices.reversed() {
      let floor = index > 0 ? Int(spans[index - 1].tokens.end) : 0
      var anchor = spans[index].tokens
      if spans[index].type == NameSpan.organization, known(anchor) & GazetteerClass.organizationMask != 0 {
        while let member = member(before: anchor, floor) {
          added.append(NameSpan(member, NameSpan.organization, by: .row))
          anchor = member
        }
      } else if spans[index].type == NameSpan.place, known(anchor) & GazetteerClass.largerMask != 0, let town = town(before: anchor, floor)
      {
        added.append(NameSpan(town, NameSpan.place, by: .placePair))
      }
    }
    added.reverse()
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// The organization of the tables that ends where only a comma or an "and" stands before `name`, behind token `floor`.
  private func member(before name: TokenRange, _ floor: Int) -> TokenRange? {
    var end = name.first
    if end > floor, tokens.has(end - 1, .andWord), tokens.is(end - 1, .lowercase) { end -= 1 }
    if end > floor, isComma(end - 1) { end -= 1 }
    guard end < name.first, end > floor, tokens.sentence[end - 1] == tokens.sentence[name.first] else { return nil }
    var length = min(NameConventions.longestMember, end - floor)
    while length > 0 {
      let range = TokenRange(end - length, end)
      if tokens.is(range.first, .capitalized), known(range) & GazetteerClass.maybeOrganizationMask != 0,
        known(range) & GazetteerClass.certainMask == 0, range.first == 0 || !tokens.is(range.first - 1, .anyCapital)
      {
        return range
      }
      length -= 1
    }
    return nil
  }

  /// The capitalised word between a preposition and the comma before a country.
  @inline(__always)
  private func town(before country: TokenRange, _ floor: Int) -> TokenRange? {
    let town = country.first - 2
    guard town > floor, isComma(town + 1), tokens.is(town, .capitalized), tokens.tag[town] == .nnp,
      tokens.has(town - 1, anyOf: NameConventions.prepositions), tokens.is(town - 1, .lowercase),
      !tokens.has(town, anyOf: NameConventions.noTowns)
    else { return nil }
    return TokenRange(town, town + 1)
  }

  private static let noTowns = WordClassSet(.closed, .month, .weekday, .title, .role, .demonymWord)
}
