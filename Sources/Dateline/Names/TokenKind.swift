/// One coarse reading of a token for the span model: what it mostly does in front of, inside or behind a name. At most 64.
enum TokenKind: UInt8, CaseIterable {
  case bos, eos
  case comma, open, close, hyphen, dash, quote, period, colon, mark, possessive
  case year, digits, alphanumeric
  case the, of, prepIn, prepFrom, by, with, `for`, on, and, poss, det, pron, aux, which, `as`, not, month, weekday, title, legal
  case lowSpeech, lowRole, lowKin, lowOrgHead, lowPlaceHead, lowEventHead, lowLawHead, lowNational, lowMotion, lowBorn, lower
  case orgHead, placeHead, eventHead, lawHead, direction, acronym, initial, risky, country, demonym, given, surname, name, city, party
  case role, unknown, particle

  /// For sets of kinds, which fold to constants.
  @inline(__always) var bit: UInt64 { 1 &<< UInt64(rawValue) }

  /// A coarser grouping, for triples of kinds: at most 16.
  var group: Int {
    switch self {
    case .given: 0
    case .surname, .name: 1
    case .initial: 2
    case .country, .city: 3
    case .demonym: 4
    case .orgHead, .legal, .party: 5
    case .placeHead, .direction: 6
    case .eventHead, .lawHead: 7
    case .acronym: 8
    case .risky: 9
    case .unknown: 10
    case .title, .role: 11
    case .of, .for, .and, .the, .particle: 12
    case .year, .digits, .alphanumeric, .month: 13
    case .hyphen, .dash, .possessive, .comma: 14
    default: 15
    }
  }
}

/// How a token's letters look, for the span model. At most 16.
enum TokenShapeClass: UInt8, CaseIterable {
  case lower, single, initial, dotted, capitals2, capitals3, capitals4, capitals5, capitalDigits, capitalized, hyphenCapital, hyphenLower,
    inner
  case lowerCapital, digits, other
}
