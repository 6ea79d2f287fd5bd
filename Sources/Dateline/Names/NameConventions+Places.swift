extension NameConventions {
  // MARK: Rows of places

  /// "for Clare, Kerry and Galway": what the tables know as a place is one in a row that ends in a place.
  func placesInRow(_ spans: inout [NameSpan]) {
    var index = spans.count - 2
    while index >= 0 {
      let (one, next) = (spans[index], spans[index + 1])
      index -= 1
      guard one.type == NameSpan.person, next.type == NameSpan.place, one.tokens.count == 1, one.margin < NameConventions.sureOfPerson,
        isNext(one.tokens, next.tokens), known(one.tokens) & GazetteerClass.maybePlaceMask != 0,
        known(next.tokens) & GazetteerClass.maybePlaceMask != 0, one.tokens.first > 0, isRowStart(one.tokens.first - 1)
      else { continue }
      spans[index + 1] = NameSpan(one.tokens, NameSpan.place, by: .placeRow)
    }
  }

  private static let sureOfPerson: Float = 3

  /// What stands before a place of a row: a preposition, or the comma behind another.
  private func isRowStart(_ token: Int) -> Bool { isComma(token) || tokens.has(token, anyOf: NameConventions.prepositions) }

  private static let prepositions = WordClassSet(.prepIn, .prepFrom, .prepFor, .prepOf)
}
