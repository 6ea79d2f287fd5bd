import CICU

/// Makes the rows that the span model reads.
struct NameRowReader {
  let suffixes: SuffixTable
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let matches: MatchColumns
  /// For each match the gazetteer classes of its readings, as bits.
  let classes: Column<MatchClasses>
  let columns: NameColumns
  /// What a word's `nameHabits` say, as bits of `NameExtra`.
  let habits: NameHabits
  let known: KnownRows
  let smallKinds: SmallKinds
  /// The number of the lexicon's words.
  let words: LexemeID
  private let lowKinds = LowerKinds.shared
  // Copies of globals, whose first use would be asked for at each token.
  private let functionWords = NameRowReader.functionWords
  private let forms = NameRowReader.forms
  private let plain = NameRowReader.plain

  /// The row of any token.
  @inline(__always)
  func row(_ token: Int) -> NameRow {
    if !columns.isKnown(token) { columns.set(token, small(token)) }
    return columns[token]
  }

  @inline(__always) func kind(_ token: Int) -> TokenKind { row(token).kind }

  /// The number of a token's reading.
  @inline(__always)
  func reading(_ token: Int, _ line: EvidenceCollector.Line, opensSentence: Bool, _ readings: inout TokenReadings, _ weights: WeightRows)
    -> Int32
  {
    let row = row(token)
    let key = line == .running ? key(token) : -1
    let slot = known[key]
    let isKnown = key >= 0 && slot.pointee.holds(key) && slot.pointee.row.bits == row.bits
    if isKnown, let number = slot.pointee.reading(opensSentence: opensSentence) { return number }
    let number = readings.number(
      of: TokenReading(row: row.standing(in: line, opensSentence: opensSentence), classes: tokens.classes[token]), weights)
    if key >= 0 {
      if !isKnown { slot.pointee = KnownRows.Slot(key: key, row: row) }
      slot.pointee.note(number, opensSentence: opensSentence)
    }
    return number
  }

  // MARK: One pass over the article

  /// Finds capital letters and apostrophes: the only pass that looks at every token.
  func scan() {
    var token = 0
    while token < tokens.count {
      let count = min(tokens.count - token, 64)
      let capitals = TokenFlags.anyCapital.tokens(tokens.flags + token, count)
      columns.uppercase.set(token, to: capitals)
      fetch((capitals | capitals &<< 1 | capitals &>> 1) & (~0 &>> UInt64(64 - count)), from: token)
      var marks = TokenFlags.hasApostrophe.tokens(tokens.flags + token, count)
      if marks != 0 { marks &= TokenFlags.punctuation.tokens(tokens.flags + token, count) }
      columns.possessives.set(token, to: marks)
      token += 64
    }
  }

  /// Asks for the memory of what is known of tokens: one bit each from `first` on. What stands beside a capitalised word counts as well.
  @inline(__always)
  private func fetch(_ wanted: UInt64, from first: Int) {
    var rest = wanted
    while rest != 0 {
      let token = first &+ rest.trailingZeroBitCount
      cicu_prefetch(known[key(token)])
      cicu_prefetch(tokens.classes + token)
      cicu_prefetch(tokens.profile + token)
      rest &= rest &- 1
    }
  }

  /// Whether a name of the gazetteer that begins at `first` or behind it ends with `last`.
  func endsMatch(_ last: Int, from first: Int) -> Bool {
    for match in matches.matches(in: max(first, last - 3)..<last) where matches.end(match) == last + 1 { return true }
    return false
  }

  /// Whether a name of the gazetteer of several words begins at `first`.
  func startsMatch(_ first: Int) -> Bool { matches.matches(at: first).contains { matches.end($0) > first + 1 } }

  /// Makes the rows of a sentence's tokens with capitals and notes the words that count as capitalised; adds their classes to `capitals`, and
  /// those of the words before them to `before`.
  func read(
    _ sentence: TokenRange, _ line: EvidenceCollector.Line, _ capitals: inout WordClassSet, _ before: inout WordClassSet,
    _ evidence: inout DocumentEvidence
  ) {
    let limit = Int(sentence.end)
    var token = columns.uppercase.next(from: sentence.first, limit: limit)
    while token < limit {
      if tokens.lexeme[token] >= words, known.isCapitalized(tokens.flags[token]) != 0, !tokens.has(token, anyOf: functionWords) {
        readOwn(token, &evidence)
      } else {
        let row = capitalised(token, sentence, line)
        columns.set(token, row)
        if row.capital {
          evidence.row[token] = Int32(truncatingIfNeeded: evidence.noteCapital(tokens.lexeme[token]))
          if tokens.is(token, .allCapitals) { evidence.expectAcronym(EvidenceCollector.acronymKey(token, tokens, bytes)) }
        }
      }
      capitals = capitals.union(tokens.classes[token])
      before = before.union(tokens.classes[max(token - 1, 0)])
      token = columns.uppercase.next(from: token + 1, limit: limit)
    }
    apostrophes(sentence)
  }

  /// Makes the row of a capitalised word that the lexicon lacks: mostly a name, which the article will repeat.
  @inline(__always)
  private func readOwn(_ token: Int, _ evidence: inout DocumentEvidence) {
    let number = evidence.noteCapital(tokens.lexeme[token])
    evidence.row[token] = Int32(truncatingIfNeeded: number)
    if let known = evidence.word[number].nameRow {
      columns.set(token, known)
    } else {
      let row = capitalised(token, false)
      evidence.word.base[number].nameRow = row
      columns.set(token, row)
    }
  }

  /// Keeps those apostrophes of a sentence that follow an s and close no quotation.
  @inline(__always)
  private func apostrophes(_ sentence: TokenRange) {
    let limit = Int(sentence.end)
    var isOpen = false
    var token = columns.possessives.next(from: sentence.first, limit: limit)
    while token < limit {
      var isPossessive = false
      let start = Int(tokens.start[token])
      let length = tokens.length(token)
      if length == 1 || length == 3 && bytes[start] == 0xE2 {
        let isBeforeSpace = token + 1 >= tokens.count || tokens.is(token + 1, .spaceBefore)
        if tokens.is(token, .spaceBefore) || isOpen {
          isOpen = !isBeforeSpace
        } else {
          isPossessive = isBeforeSpace && start > 0 && bytes[start - 1] | 0x20 == UInt8(ascii: "s")
        }
      }
      if !isPossessive { columns.possessives.remove(token) }
      token = columns.possessives.next(from: token + 1, limit: limit)
    }
  }

  // MARK: One token

  /// The row of a token without capitals.
  @inline(never)
  private func small(_ token: Int) -> NameRow {
    let flags = tokens.flags[token]
    let start = Int(tokens.start[token])
    let length = tokens.length(token)
    if flags.contains(.lowercase) {
      let kind = flags.contains(.possessive) ? .possessive : smallKinds.kind(tokens.classes[token])
      return NameRow(kind: kind, shape: flags.contains(.dotted) ? .dotted : .lower, extra: 1 << UInt16(NameExtra.lowercaseToken.rawValue))
    }
    if flags.contains(.punctuation) {
      let kind = columns.possessives.contains(token) ? .possessive : TokenKind.punctuation(bytes, start, length)
      return NameRow(kind: kind, shape: .other)
    }
    let shape = NameRowReader.shape(flags, length, bytes, start)
    let kind = TokenKind.read(flags, tokens.classes[token], shape, NameRow.unknownRisk, 0, 0, bytes, start, length, lowKinds)
    return NameRow(kind: kind, shape: shape)
  }

  /// The row of a token with a capital.
  @inline(__always)
  private func capitalised(_ token: Int, _ sentence: TokenRange, _ line: EvidenceCollector.Line) -> NameRow {
    // What stands around a function word says whether its capital counts.
    if tokens.has(token, anyOf: functionWords) {
      return capitalised(token, line == .running && token > sentence.first && tokens.is(token - 1, .hasLetter))
    }
    let key = key(token)
    guard key >= 0, key & 1 == 1 else { return capitalised(token, false) }
    let slot = known[key]
    if !slot.pointee.holds(key) { slot.pointee = KnownRows.Slot(key: key, row: capitalised(token, false)) }
    return slot.pointee.row
  }

  /// The token's form in `known`.
  @inline(__always) private func key(_ token: Int) -> Int32 { known.key(tokens.lexeme[token], tokens.flags[token], limit: words) }

  @inline(never)
  private func capitalised(_ token: Int, _ isInside: Bool) -> NameRow {
    let flags = tokens.flags[token]
    let classes = tokens.classes[token]
    let start = Int(tokens.start[token])
    let end = Int(tokens.end[token])
    let isPlain = flags.rawValue & forms == plain
    let capital =
      isPlain && !classes.intersects(functionWords)
      || NameRowReader.isCapital(flags, classes, flags.contains(.sentenceStart), end - start)
      || isInside && NameRowReader.isCapitalInside(flags, classes)
    // Only what can open or close a name needs the lexicon's record.
    let mayName = capital || flags.contains(.capitalized)
    let profile = mayName ? tokens.profile[token] : .unknown
    let risk = NameRowReader.riskBucket(profile.risk)
    var shape =
      isPlain ? (end - start == 1 ? TokenShapeClass.single : .capitalized) : NameRowReader.shape(flags, end - start, bytes, start)
    var extra = mayName ? habits[profile.nameHabits] | suffixes.extras(bytes, start, end) : 0
    let single = capital ? singleClasses(token) : 0
    let kind = TokenKind.read(flags, classes, shape, risk, extra, single, bytes, start, end - start, lowKinds)
    // "U.S." is read as "US" is, not as initials are.
    if shape == .dotted, single & GazetteerClass.countryMask != 0 { shape = .capitals2 }
    if single & GazetteerClass.cityMask != 0 { extra |= 1 << UInt16(NameExtra.cityWord.rawValue) }
    return NameRow(
      kind: kind, shape: shape, risk: risk, tag: min(profile.primary, NameRow.unknownTag), extra: extra,
      capital: capital, isCapitalized: flags.contains(.capitalized))
  }

  /// What sets other forms apart from the plain one, a capital before small letters, which most have.
  private static let forms = TokenFlags([
    .punctuation, .hasLetter, .capitalized, .initial, .dotted, .allCapitals, .lowercase, .hasDigit, .hasHyphen, .innerCapital, .url,
    .clitic,
  ]).rawValue
  private static let plain = TokenFlags([.hasLetter, .capitalized]).rawValue

  /// Gazetteer classes of the names that are just this token.
  @inline(__always)
  private func singleClasses(_ token: Int) -> UInt64 {
    let range = matches.matches(at: token)
    // Shortest first: only the first can be this token alone.
    guard !range.isEmpty, matches.end(range.lowerBound) == token + 1 else { return 0 }
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
}
