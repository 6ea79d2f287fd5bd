extension TokenKind {
  /// The kind of a token that is not written in small letters.
  @inline(__always)
  static func read(
    _ flags: TokenFlags, _ classes: WordClassSet, _ shape: TokenShapeClass, _ risk: UInt8, _ extra: UInt16, _ single: UInt64,
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, _ words: LowerKinds
  ) -> TokenKind {
    if flags.contains(.punctuation) { return punctuation(bytes, start, length) }
    if flags.contains(.possessive) { return .possessive }
    if !flags.contains(.hasLetter) { return flags.contains(.number) && length == 4 ? .year : .digits }
    if shape == .digits { return .alphanumeric }
    let capital = flags.contains(.capitalized)
    if !classes.isEmpty {
      // "IT" and "US" are no pronouns.
      if !(flags.contains(.allCapitals) && length <= 3 && length > 1), let kind = words.functionKind(classes) { return kind }
      if classes.contains(.month) { return .month }
      if classes.contains(.weekday) { return .weekday }
      if capital, classes.contains(.title) { return .title }
      if classes.contains(.legalForm) { return .legal }
    }
    guard capital || shape == .lowerCapital else { return words.contentKind(classes) }
    if !classes.isEmpty {
      if classes.contains(.orgHead) { return .orgHead }
      if classes.contains(.placeHead) { return .placeHead }
      if classes.contains(.eventHead) { return .eventHead }
      if classes.contains(.lawHead) { return .lawHead }
      if classes.contains(.direction) { return .direction }
    }
    if flags.contains(.allCapitals) && shape != .dotted && shape != .initial && length > 1 && !flags.contains(.hasHyphen) {
      return single & GazetteerClass.countryMask != 0 ? .country : .acronym
    }
    if shape == .initial || shape == .single { return .initial }
    if single & GazetteerClass.countryMask != 0 { return .country }
    if single & GazetteerClass.demonymMask != 0 || classes.contains(.demonymWord) { return .demonym }
    if classes.contains(.role) { return .role }
    if risk >= 3, risk <= 5 { return classes.contains(.partyWord) ? .party : .risky }
    if extra & (1 << UInt16(NameExtra.given2.rawValue) | 1 << UInt16(NameExtra.given3.rawValue)) != 0 { return .given }
    if extra & (1 << UInt16(NameExtra.surname2.rawValue) | 1 << UInt16(NameExtra.surname3.rawValue)) != 0 { return .surname }
    if extra & (1 << UInt16(NameExtra.noName.rawValue)) == 0 { return .name }
    return single & GazetteerClass.cityMask != 0 ? .city : .unknown
  }

  static func punctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> TokenKind {
    let third = length == 3 ? bytes[start + 2] : 0
    return switch bytes[start] {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "("), UInt8(ascii: "["): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .close
    case UInt8(ascii: "-"): length == 1 ? .hyphen : .dash
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): .period
    case UInt8(ascii: ":"), UInt8(ascii: ";"): .colon
    case UInt8(ascii: "&"): .and
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): .quote
    case 0xE2: third >= 0x92 && third <= 0x95 ? .dash : third >= 0x98 && third <= 0x9F ? .quote : .mark
    default: .mark
    }
  }
}

/// Kinds of words in small letters by their word classes: the first class of a fixed order decides.
struct LowerKinds: @unchecked Sendable {
  static let shared = LowerKinds()

  /// Classes in the order in which they decide, function words first.
  private static let order: [(WordClass, TokenKind)] = [
    (.articleThe, .the), (.prepOf, .of), (.prepIn, .prepIn), (.prepFrom, .prepFrom), (.prepBy, .by), (.prepWith, .with), (.prepFor, .for),
    (.prepOn, .on), (.andWord, .and), (.possessive, .poss), (.pronoun, .pron), (.auxiliary, .aux), (.modal, .aux), (.whWord, .which),
    (.asWord, .as), (.negation, .not), (.determiner, .det), (.particle, .particle),
    (.month, .month), (.weekday, .weekday), (.legalForm, .legal),
    (.speechVerb, .lowSpeech), (.kin, .lowKin), (.role, .lowRole), (.title, .lowRole), (.orgHead, .lowOrgHead),
    (.placeHead, .lowPlaceHead), (.eventHead, .lowEventHead), (.lawHead, .lowLawHead), (.nationalNoun, .lowNational),
    (.motionVerb, .lowMotion), (.bornVerb, .lowBorn),
  ]
  private static let functionCount = 18
  private static let calendarCount = 3

  private let rank: UnsafeMutablePointer<UInt8>
  private let kinds: UnsafeMutablePointer<TokenKind>
  private let mask: WordClassSet
  private let functions: WordClassSet
  private let contents: WordClassSet

  private init() {
    rank = .allocate(capacity: 128)
    rank.initialize(repeating: 0, count: 128)
    kinds = .allocate(capacity: LowerKinds.order.count)
    var mask = WordClassSet()
    var functions = WordClassSet()
    var contents = WordClassSet()
    for (index, (wordClass, kind)) in LowerKinds.order.enumerated() {
      rank[Int(wordClass.rawValue)] = UInt8(index)
      kinds[index] = kind
      mask.insert(wordClass)
      if index < LowerKinds.functionCount {
        functions.insert(wordClass)
      } else if index >= LowerKinds.functionCount + LowerKinds.calendarCount {
        contents.insert(wordClass)
      }
    }
    self.mask = mask
    self.functions = functions
    self.contents = contents
  }

  /// The kind of the class that comes first in the order; nil when none of `wanted` is there.
  @inline(__always)
  private func first(_ classes: WordClassSet, of wanted: WordClassSet) -> TokenKind? {
    var low = classes.low & wanted.low
    var high = classes.high & wanted.high
    if low | high == 0 { return nil }
    var best: UInt8 = 255
    while low != 0 {
      best = min(best, rank[low.trailingZeroBitCount])
      low &= low - 1
    }
    while high != 0 {
      best = min(best, rank[64 + high.trailingZeroBitCount])
      high &= high - 1
    }
    let kind = kinds[Int(best)]
    // "may" and "march" are months before they are verbs.
    return kind == .aux && classes.contains(.month) ? .month : kind
  }

  /// The kind of a word in small letters.
  @inline(__always) func kind(_ classes: WordClassSet) -> TokenKind { first(classes, of: mask) ?? .lower }

  /// The kind of a function word; nil for other words.
  @inline(__always) func functionKind(_ classes: WordClassSet) -> TokenKind? { first(classes, of: functions) }

  /// The kind of a content word by its classes alone.
  @inline(__always) func contentKind(_ classes: WordClassSet) -> TokenKind { first(classes, of: contents) ?? .lower }
}
