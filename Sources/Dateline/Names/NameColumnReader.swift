/// Fills the rows that the span model reads, once an article.
struct NameColumnReader {
  let suffixes: SuffixTable
  private let lowKinds = LowerKinds.shared

  init(suffixes: SuffixTable) {
    self.suffixes = suffixes
  }

  /// Fills the rows of one sentence.
  ///
  /// - Parameter classes: for each match the gazetteer classes of its readings, as bits.
  func read(
    _ sentence: TokenRange, _ line: EvidenceCollector.Line, _ tokens: TokenColumns, _ matches: GazetteerMatches,
    _ classes: Column<MatchClasses>, _ bytes: UnsafeBufferPointer<UInt8>, into rows: UnsafeMutablePointer<NameRow>
  ) {
    var insideSingle = false
    for token in sentence.indices {
      let flags = tokens.flags[token]
      // Most of a text is small words and marks: their rows need nothing but flags and classes.
      if flags.contains(.lowercase) {
        let kind = flags.contains(.possessive) ? .possessive : lowKinds.kind(tokens.classes[token])
        rows[token] = NameRow(
          kind: kind, shape: flags.contains(.dotted) ? .dotted : .lower, risk: NameRow.unknownRisk, tag: NameRow.unknownTag,
          extra: 1 << UInt16(NameExtra.lowercaseToken.rawValue), capital: false)
      } else if flags.contains(.punctuation) {
        let start = Int(tokens.start[token])
        let length = tokens.length(token)
        var kind = TokenKind.punctuation(bytes[start], length == 3 ? bytes[start + 2] : 0, length)
        if kind == .quote, isApostrophe(bytes, start, length) {
          let isBeforeSpace = token + 1 >= tokens.count || tokens.is(token + 1, .spaceBefore)
          if flags.contains(.spaceBefore) {
            insideSingle = !isBeforeSpace
          } else if insideSingle {
            insideSingle = !isBeforeSpace
          } else if isBeforeSpace, start > 0, bytes[start - 1] | 0x20 == UInt8(ascii: "s") {
            // "the Dockworkers’ Federation"
            kind = .possessive
          }
        }
        rows[token] = NameRow(
          kind: kind, shape: .other, risk: NameRow.unknownRisk,
          tag: NameRow.unknownTag, extra: 0, capital: false)
      } else {
        let isInside = line == .running && token > sentence.first && tokens.is(token - 1, .hasLetter)
        rows[token] = capitalised(token, isInside, tokens, matches, classes, bytes)
      }
    }
  }

  /// ' or ’ or ‘.
  @inline(__always)
  private func isApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    length == 1 && bytes[start] == UInt8(ascii: "'") || length == 3 && (bytes[start + 2] == 0x99 || bytes[start + 2] == 0x98)
  }

  /// The row of a token with a capital, a digit or letters without case.
  @inline(__always)
  private func capitalised(
    _ token: Int, _ isInside: Bool, _ tokens: TokenColumns, _ matches: GazetteerMatches, _ matchClasses: Column<MatchClasses>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> NameRow {
    let flags = tokens.flags[token]
    let classes = tokens.classes[token]
    let start = Int(tokens.start[token])
    let end = Int(tokens.end[token])
    let capital =
      NameColumnReader.isCapital(flags, classes, flags.contains(.sentenceStart), end - start)
      || isInside && NameColumnReader.isCapitalInside(flags, classes)
    // Only what can open or close a name needs the lexicon's record.
    let mayName = capital || flags.contains(.capitalized)
    let profile = mayName ? tokens.profile[token] : .unknown
    let risk = NameColumnReader.riskBucket(profile.risk)
    var shape = NameColumnReader.shape(flags, end - start, bytes, start)
    var extra = mayName ? extras(profile, bytes, start, end) : 0
    let single = capital ? singleClasses(token, matches, matchClasses) : 0
    let kind = TokenKind.read(flags, classes, shape, risk, extra, single, bytes, start, end - start)
    // "U.S." is read as "US" is, not as initials are.
    if shape == .dotted, single & GazetteerClass.countryMask != 0 { shape = .capitals2 }
    if single & GazetteerClass.cityMask != 0 { extra |= 1 << UInt16(NameExtra.cityWord.rawValue) }
    return NameRow(
      kind: kind, shape: shape, risk: risk, tag: profile.primary <= Tag.punct.rawValue ? profile.primary : NameRow.unknownTag, extra: extra,
      capital: capital)
  }

  /// Gazetteer classes of the names that are just this token.
  @inline(__always)
  private func singleClasses(_ token: Int, _ matches: GazetteerMatches, _ classes: Column<MatchClasses>) -> UInt64 {
    let range = matches.matches(at: token)
    // Shortest first: only the first can be this token alone.
    guard !range.isEmpty, Int(matches.end[range.lowerBound]) == token + 1 else { return 0 }
    return classes[range.lowerBound].all
  }

  @inline(__always) static func riskBucket(_ risk: Int8) -> UInt8 {
    if risk == -128 { return NameRow.unknownRisk }
    return risk < -20 ? 0 : risk < -5 ? 1 : risk < 5 ? 2 : risk < 15 ? 3 : risk < 30 ? 4 : 5
  }

  /// A capital that can belong to a name: not a function word, unless it is all capitals ("US", "IT", "WHO").
  @inline(__always)
  static func isCapital(_ flags: TokenFlags, _ classes: WordClassSet, _ start: Bool, _ length: Int) -> Bool {
    guard flags.contains(.hasLetter), flags.isDisjoint(with: [.url, .clitic]) else { return false }
    if flags.contains(.capitalized) {
      if classes.intersects(functionWords) {
        if flags.contains(.allCapitals), length <= 4, !flags.contains(.dotted) { return true }
        return classes.contains(.month) && !start
      }
      return true
    }
    // al-Assad, iPhone, eBay: a capital later on.
    return flags.contains(.anyCapital) && !flags.contains(.hasDigit) && length > 3
  }

  private static let functionWords = WordClassSet(.closed, .pronoun, .determiner, .articleThe)

  /// A function word that has its capital in running text, right behind another word, has it as part of a name: "told The Daily Star",
  /// "Commission Against Corruption". Pronouns are left out: "I" always has a capital.
  @inline(__always)
  static func isCapitalInside(_ flags: TokenFlags, _ classes: WordClassSet) -> Bool {
    flags.contains(.capitalized) && flags.isDisjoint(with: [.url, .clitic]) && !classes.contains(.pronoun)
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
  private func extras(_ word: LexemeProfile, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
    var extra: UInt16 = 0
    @inline(__always) func set(_ bit: NameExtra) { extra |= 1 << UInt16(bit.rawValue) }
    if word.given > 0 { extra |= 1 << (UInt16(NameExtra.given1.rawValue) + word.given - 1) }
    if word.surname > 0 { extra |= 1 << (UInt16(NameExtra.surname1.rawValue) + word.surname - 1) }
    if word.isInternational { set(.international) }
    if word.given | word.surname == 0 { set(.noName) }
    if word.isMale { set(.maleName) }
    if word.isFemale { set(.femaleName) }
    extra |= suffixes.extras(bytes, start, end)
    return extra
  }
}
