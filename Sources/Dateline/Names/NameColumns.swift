/// What the span model asks of single tokens, computed once an article: one element a token in every column.
struct NameColumns {
  var kind = Column<TokenKind>()
  var shape = Column<TokenShapeClass>()
  /// 0-5 rising case risk; 6 when the word is unknown.
  var risk = Column<UInt8>()
  /// Raw value of the lexicon's likeliest tag; 39 when unknown.
  var tag = Column<UInt8>()
  /// Bits beyond the word classes, see `NameExtra`.
  var extra = Column<UInt16>()
  /// Counts as capitalised for regions of names.
  var capital = Column<Bool>()

  static let unknownTag: UInt8 = 39
  static let unknownRisk: UInt8 = 6

  mutating func removeAll() {
    kind.removeAll()
    shape.removeAll()
    risk.removeAll()
    tag.removeAll()
    extra.removeAll()
    capital.removeAll()
  }

  func deallocate() {
    kind.deallocate()
    shape.deallocate()
    risk.deallocate()
    tag.deallocate()
    extra.deallocate()
    capital.deallocate()
  }
}

/// Token properties beside the word classes, numbered after them in the feature space (128 and up). At most 16.
enum NameExtra: UInt8, CaseIterable {
  case given1, given2, given3, surname1, surname2, surname3, international, noName
  case demonymSuffix, landSuffix, surnameSuffix, organizationSuffix, cityWord, lowercaseToken, femaleName, maleName
}

/// Fills the columns.
struct NameColumnReader {
  let lexicon: Lexicon
  let suffixes: SuffixTable
  /// Strongest gazetteer class of single-token names, by class.
  let classOf: GazetteerClasses

  func read(_ analysis: Analysis, _ names: NameTable, into columns: inout NameColumns) {
    columns.removeAll()
    let tokens = analysis.tokens
    let count = tokens.count
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      for token in 0..<count {
        let flags = tokens.flags[token]
        let classes = tokens.classes[token]
        let start = flags.contains(.sentenceStart)
        let capital = NameColumnReader.isCapital(flags, classes, start, bytes, Int(tokens.start[token]), Int(tokens.end[token]))
        columns.capital.append(capital)
        // Only what can open or close a name needs the lexicon's record: most of a text never leaves the columns.
        let info = capital || flags.contains(.capitalized) ? lexicon.info(tokens.lexeme[token]) : LexemeInfo.unknown
        let risk = NameColumnReader.riskBucket(info.risk)
        columns.risk.append(risk)
        columns.tag.append(info.primaryTag == nil ? NameColumns.unknownTag : info.primaryTag!.rawValue)
        let shape = NameColumnReader.shape(flags, Int(tokens.end[token] - tokens.start[token]), bytes, Int(tokens.start[token]))
        columns.shape.append(shape)
        var extra: UInt16 = 0
        if capital || flags.contains(.capitalized) {
          extra = extras(info, bytes, Int(tokens.start[token]), Int(tokens.end[token]))
        } else if flags.contains(.lowercase) {
          extra = 1 << UInt16(NameExtra.lowercaseToken.rawValue)
        }
        let single = capital ? singleClasses(token, analysis.matches, names) : 0
        // "U.S." is read as "US" is, not as initials are.
        if shape == .dotted, single & NameColumnReader.countryMask != 0 { columns.shape[token] = .capitals2 }
        if single & NameColumnReader.cityMask != 0 { extra |= 1 << UInt16(NameExtra.cityWord.rawValue) }
        columns.extra.append(extra)
        columns.kind.append(
          NameColumnReader.kind(
            flags, classes, shape, risk, extra, single, bytes, Int(tokens.start[token]), Int(tokens.end[token] - tokens.start[token])))
      }
    }
  }

  private static let cityMask = mask(.cityLarge, .cityMiddle, .citySmall, .placeOther, .physical)
  private static let countryMask = mask(.country, .capital, .region)
  private static let demonymMask = mask(.demonym, .ethnic, .religion, .language)

  static func mask(_ classes: GazetteerClass...) -> UInt64 { classes.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  /// Gazetteer classes of the names that are just this token.
  private func singleClasses(_ token: Int, _ matches: GazetteerMatches, _ names: NameTable) -> UInt64 {
    var result: UInt64 = 0
    for match in matches.matches(at: token) where Int(matches.end[match]) == token + 1 {
      for k in 0..<matches.readings(of: match) { result |= 1 << UInt64(classOf[matches.reading(match, k, names).entry].rawValue) }
    }
    return result
  }

  @inline(__always) static func riskBucket(_ risk: Int8) -> UInt8 {
    if risk == -128 { return NameColumns.unknownRisk }
    return risk < -20 ? 0 : risk < -5 ? 1 : risk < 5 ? 2 : risk < 15 ? 3 : risk < 30 ? 4 : 5
  }

  /// A capital that can belong to a name: not a function word at a sentence's start, unless it is all capitals ("US", "IT", "WHO").
  @inline(__always)
  static func isCapital(
    _ flags: TokenFlags, _ classes: WordClassSet, _ start: Bool, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int
  ) -> Bool {
    guard flags.contains(.hasLetter), !flags.contains(.url), !flags.contains(.clitic) else { return false }
    if flags.contains(.capitalized) {
      if classes.contains(.closed) || classes.contains(.pronoun) || classes.contains(.determiner) || classes.contains(.articleThe) {
        if flags.contains(.allCapitals), to - from <= 4, !flags.contains(.dotted) { return true }
        return classes.contains(.month) && !start
      }
      return true
    }
    // al-Assad, iPhone, eBay: a capital later on.
    return flags.contains(.anyCapital) && !flags.contains(.hasDigit) && to - from > 3
  }

  @inline(__always)
  static func shape(_ flags: TokenFlags, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> TokenShapeClass {
    if flags.contains(.punctuation) { return .other }
    if !flags.contains(.hasLetter) { return .digits }
    if flags.contains(.initial) { return .initial }
    if flags.contains(.dotted) { return .dotted }
    if flags.contains(.allCapitals) {
      if flags.contains(.hasDigit) { return .capitalDigits }
      return length <= 2 ? .capitals2 : length == 3 ? .capitals3 : length == 4 ? .capitals4 : .capitals5
    }
    if flags.contains(.lowercase) { return .lower }
    if flags.contains(.capitalized) {
      if flags.contains(.hasDigit) { return .capitalDigits }
      if length == 1 { return .single }
      if flags.contains(.hasHyphen) {
        var at = start + length - 1
        while at > start, bytes[at] != UInt8(ascii: "-") { at -= 1 }
        return bytes[at + 1] &- 97 < 26 ? .hyphenLower : .hyphenCapital
      }
      return flags.contains(.innerCapital) ? .inner : .capitalized
    }
    return flags.contains(.hasDigit) ? .digits : .lowerCapital
  }

  @inline(__always)
  private func extras(_ info: LexemeInfo, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
    var extra: UInt16 = 0
    @inline(__always) func set(_ bit: NameExtra) { extra |= 1 << UInt16(bit.rawValue) }
    if info.given > 0 { extra |= 1 << UInt16(NameExtra.given1.rawValue + info.given - 1) }
    if info.surname > 0 { extra |= 1 << UInt16(NameExtra.surname1.rawValue + info.surname - 1) }
    if info.nameFlags & 1 != 0 { set(.international) }
    if !info.isPersonName { set(.noName) }
    if info.male >= 80, info.given > 0 { set(.maleName) }
    if info.male >= 0, info.male <= 20, info.given > 0 { set(.femaleName) }
    extra |= suffixes.extras(bytes, start, end)
    return extra
  }

  @inline(__always)
  static func kind(
    _ flags: TokenFlags, _ classes: WordClassSet, _ shape: TokenShapeClass, _ risk: UInt8, _ extra: UInt16, _ single: UInt64,
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int
  ) -> TokenKind {
    if flags.contains(.punctuation) { return punctuation(bytes[start], length == 3 ? bytes[start + 2] : 0, length) }
    if flags.contains(.possessive) { return .possessive }
    if !flags.contains(.hasLetter) { return flags.contains(.number) && length == 4 ? .year : .digits }
    if shape == .digits { return .alphanumeric }
    let capital = flags.contains(.capitalized)
    if !classes.isEmpty {
      if classes.intersects(functionWords), !(flags.contains(.allCapitals) && length <= 3 && length > 1) {
        if let kind = function(classes) { return kind }
      }
      if classes.contains(.month) { return .month }
      if classes.contains(.weekday) { return .weekday }
      if capital, classes.contains(.title) { return .title }
      if classes.contains(.legalForm) { return .legal }
    }
    guard capital || shape == .lowerCapital else { return classes.isEmpty ? .lower : low(classes) }
    if !classes.isEmpty {
      if classes.contains(.orgHead) { return .orgHead }
      if classes.contains(.placeHead) { return .placeHead }
      if classes.contains(.eventHead) { return .eventHead }
      if classes.contains(.lawHead) { return .lawHead }
      if classes.contains(.direction) { return .direction }
    }
    if flags.contains(.allCapitals) && shape != .dotted && shape != .initial && length > 1 && !flags.contains(.hasHyphen) {
      return single & countryMask != 0 ? .country : .acronym
    }
    if shape == .initial || shape == .single { return .initial }
    if single & countryMask != 0 { return .country }
    if single & demonymMask != 0 || classes.contains(.demonymWord) { return .demonym }
    if classes.contains(.role) { return .role }
    if risk >= 3, risk <= 5 { return classes.contains(.partyWord) ? .party : .risky }
    if extra & (1 << UInt16(NameExtra.given2.rawValue) | 1 << UInt16(NameExtra.given3.rawValue)) != 0 { return .given }
    if extra & (1 << UInt16(NameExtra.surname2.rawValue) | 1 << UInt16(NameExtra.surname3.rawValue)) != 0 { return .surname }
    if extra & (1 << UInt16(NameExtra.noName.rawValue)) == 0 { return .name }
    return single & cityMask != 0 ? .city : .unknown
  }

  private static let functionWords = WordClassSet(
    .articleThe, .prepOf, .prepIn, .prepFrom, .prepBy, .prepWith, .prepFor, .prepOn, .andWord, .possessive, .determiner, .pronoun,
    .auxiliary, .modal,
    .whWord, .asWord, .negation)

  private static func function(_ classes: WordClassSet) -> TokenKind? {
    if classes.contains(.articleThe) { return .the }
    if classes.contains(.prepOf) { return .of }
    if classes.contains(.prepIn) { return .prepIn }
    if classes.contains(.prepFrom) { return .prepFrom }
    if classes.contains(.prepBy) { return .by }
    if classes.contains(.prepWith) { return .with }
    if classes.contains(.prepFor) { return .for }
    if classes.contains(.prepOn) { return .on }
    if classes.contains(.andWord) { return .and }
    if classes.contains(.possessive) { return .poss }
    if classes.contains(.pronoun) { return .pron }
    if classes.contains(.auxiliary) || classes.contains(.modal) { return classes.contains(.month) ? nil : .aux }
    if classes.contains(.whWord) { return .which }
    if classes.contains(.asWord) { return .as }
    if classes.contains(.negation) { return .not }
    return classes.contains(.determiner) ? .det : nil
  }

  private static func low(_ classes: WordClassSet) -> TokenKind {
    if classes.contains(.speechVerb) { return .lowSpeech }
    if classes.contains(.kin) { return .lowKin }
    if classes.contains(.role) || classes.contains(.title) { return .lowRole }
    if classes.contains(.orgHead) { return .lowOrgHead }
    if classes.contains(.placeHead) { return .lowPlaceHead }
    if classes.contains(.eventHead) { return .lowEventHead }
    if classes.contains(.lawHead) { return .lowLawHead }
    if classes.contains(.nationalNoun) { return .lowNational }
    if classes.contains(.motionVerb) { return .lowMotion }
    return classes.contains(.bornVerb) ? .lowBorn : .lower
  }

  private static func punctuation(_ byte: UInt8, _ third: UInt8, _ length: Int) -> TokenKind {
    switch byte {
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
