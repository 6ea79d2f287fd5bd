/// Reads the article once and notes how each capitalised word is used: `DocumentEvidence`.
struct EvidenceCollector {
  /// How a sentence's letters must be read.
  enum Line: UInt8 { case running, capitals, titleCase }

  /// Whether most letters of the sentence are capitals, or most of its words capitalised.
  static func line(_ range: TokenRange, _ tokens: TokenColumns, _ columns: NameColumns) -> Line {
    let uppercase = columns.uppercase.count(in: range)
    if uppercase < 2 { return .running }
    // Fewer words with a capital than either line needs: most sentences, and their first words tell.
    var letters = 0
    for token in range.indices {
      letters &+= Int(tokens.flags[token].rawValue >> 5 & 1)
      if uppercase &* 10 <= letters &* 6 { return .running }
    }
    return headline(range, tokens)
  }

  @inline(never)
  private static func headline(_ range: TokenRange, _ tokens: TokenColumns) -> Line {
    var words = 0
    var upper = 0
    var capital = 0
    for token in range.indices {
      let flags = tokens.flags[token]
      guard flags.contains(.hasLetter) else { continue }
      words += 1
      if !flags.contains(.anyCapital) { continue }
      if flags.contains(.allCapitals) { upper += 1 }
      if NameRowReader.isCapital(flags, tokens.classes[token], token == range.first, tokens.length(token)) { capital += 1 }
    }
    if words > 2, upper * 10 > words * 6 { return .capitals }
    return words > 4 && capital * 100 > range.count * 65 ? .titleCase : .running
  }

  /// Notes how each capitalised word is used; the words themselves are noted by `reader`.
  func collect(_ reader: NameRowReader, _ sentences: [Sentence], _ lines: Column<Line>, into evidence: inout DocumentEvidence) {
    let tokens = reader.tokens
    let capitals = reader.columns.capitals
    if evidence.word.count == 0 { return }
    noteSmall(tokens, into: &evidence)
    for (number, sentence) in sentences.enumerated() {
      let limit = Int(sentence.tokens.end)
      var token = capitals.next(from: sentence.tokens.first, limit: limit)
      while token < limit {
        let end = EvidenceCollector.runEnd(token, limit, tokens, capitals)
        if end == token + 1 {
          note(token, sentence.tokens, lines[number], reader, into: &evidence)
        } else {
          note(token, end, sentence.tokens, lines[number], reader, into: &evidence)
        }
        token = capitals.next(from: end, limit: limit)
      }
    }
  }

  /// Notes which of the article's capitalised words stand in small letters as well.
  private func noteSmall(_ tokens: TokenColumns, into evidence: inout DocumentEvidence) {
    let known = evidence.knownWords
    let shift = UInt32(TokenFlags.lowercase.rawValue.trailingZeroBitCount)
    evidence.small.resize(count: tokens.count)
    let small = evidence.small.base
    var count = 0
    for token in 0..<tokens.count {
      // Written without a branch: one word in six may be one.
      small[count] = tokens.lexeme[token]
      count &+= Int(tokens.flags[token].rawValue &>> shift & known.mayHold(tokens.lexeme[token]))
    }
    for index in 0..<count {
      let row = evidence.words.find(DocumentEvidence.wordKey(small[index]))
      if row >= 0 { evidence.word.base[row].note(.low) }
    }
  }

  /// End of the run of capitalised words that starts at `first`; particles ("de", "bin") may stand between.
  static func runEnd(_ first: Int, _ limit: Int, _ tokens: TokenColumns, _ capitals: TokenBits) -> Int {
    var end = first + 1
    while end < limit {
      if capitals.contains(end) {
        end += 1
      } else if tokens.has(end, .particle), end + 1 < limit, capitals.contains(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Notes a run of one word, as most are. Sums of bits, no branch: what stands beside names comes as it pleases.
  @inline(__always)
  private func note(_ token: Int, _ sentence: TokenRange, _ line: Line, _ reader: NameRowReader, into evidence: inout DocumentEvidence) {
    let tokens = reader.tokens
    let word = evidence.word.base + Int(evidence.row[token])
    let isInside = token > sentence.first
    var uses = isInside ? WordUse.middle.bit : 0
    if line == .running {
      let before = (isInside ? reader.kind(token - 1) : TokenKind.bos).bit
      let after = (token + 1 < Int(sentence.end) ? reader.kind(token + 1) : TokenKind.eos).bit
      let role = max(token - 1, sentence.first)
      let isTitled = isInside && tokens.has(role, .role) && tokens.is(role, .lowercase)
      uses |= isTitled ? WordUse.titled.bit : 0
      uses |= after & TokenKind.lowSpeech.bit != 0 ? WordUse.said.bit : 0
      uses |= before & (TokenKind.prepIn.bit | TokenKind.prepFrom.bit) != 0 ? WordUse.inside.bit : 0
      uses |= before & TokenKind.the.bit != 0 ? WordUse.the.bit : 0
      word.pointee.phrase.count &+= 1
    }
    word.pointee.note(uses)
  }

  /// Notes a run of several words.
  @inline(__always)
  private func note(
    _ start: Int, _ end: Int, _ sentence: TokenRange, _ line: Line, _ reader: NameRowReader, into evidence: inout DocumentEvidence
  ) {
    let tokens = reader.tokens
    let length = end - start
    let title = tokens.has(start, .title) ? 1 : 0
    let titledByRole = start > sentence.first && tokens.has(start - 1, .role) && tokens.is(start - 1, .lowercase)
    let before = start > sentence.first ? reader.kind(start - 1) : TokenKind.bos
    let after = end < Int(sentence.end) ? reader.kind(end) : TokenKind.eos
    let last = end - 1
    let organization = tokens.has(last, .orgHead)
    let isPlace = tokens.has(last, .placeHead)
    let common = UInt16(1 << NameExtra.given2.rawValue | 1 << NameExtra.given3.rawValue)
    let given = length - title >= 2 && reader.row(start + title).extra & common != 0
    let isLong = length - title >= 2
    let place: WordUse = organization ? .inOrganization : isPlace ? .inPlace : given ? .inPerson : .inLong
    /// What holds of every word behind the title, of the first word of the run, of the first behind the title, of the last.
    var each: UInt16 = 0
    var atStart: UInt16 = 0
    var atFirst: UInt16 = 0
    var atLast: UInt16 = 0
    if line == .running {
      if isLong {
        each |= place.bit
        atFirst |= WordUse.first.bit
        atLast |= WordUse.last.bit
      }
      if titledByRole {
        each |= WordUse.titled.bit
        atStart |= WordUse.titled.bit
      } else if title == 1 {
        each |= WordUse.titled.bit
      }
      if after == .lowSpeech { atLast |= WordUse.said.bit }
      if before == .prepIn || before == .prepFrom { atStart |= WordUse.inside.bit }
      if before == .the { atStart |= WordUse.the.bit }
    }
    var token = start
    while token < end {
      if reader.columns.isCapital(token) {
        var uses = token > sentence.first ? WordUse.middle.bit : 0
        if token >= start + title { uses |= each }
        if token == start { uses |= atStart }
        if token == start + title { uses |= atFirst }
        if token == last { uses |= atLast }
        evidence.word.base[Int(evidence.row[token])].note(uses)
      }
      token += 1
    }
    guard line == .running else { return }
    if isLong {
      let phrase = evidence.phraseRow(DocumentEvidence.phraseKey(tokens.lexeme, start + title, end))
      evidence.phrase.base[phrase].count &+= 1
    } else {
      evidence.word.base[Int(evidence.row[last])].phrase.count &+= 1
    }
    if evidence.expectsAcronyms { acronyms(start, end, sentence, reader, into: &evidence) }
  }

  /// Notes the acronyms that the run, with "of … and …" before it, spells out.
  @inline(__always)
  private func acronyms(
    _ start: Int, _ end: Int, _ sentence: TokenRange, _ reader: NameRowReader, into evidence: inout DocumentEvidence
  ) {
    let tokens = reader.tokens
    var from = start
    let floor = max(sentence.first, start - 10)
    while from >= floor + 2, isLink(reader.kind(from - 1)) {
      var before = from - 1
      while before > floor, isLink(reader.kind(before)) { before -= 1 }
      guard reader.columns.isCapital(before) else { break }
      from = before
      while from > floor, reader.columns.isCapital(from - 1) { from -= 1 }
    }
    // Letters from the end on: each word adds one before those behind it.
    var capitals = InitialLetters()
    var all = InitialLetters()
    var level: UInt8 = 1
    var begin = end
    while begin > max(from, end - 9) {
      begin -= 1
      let letter = reader.bytes[Int(tokens.start[begin])]
      if letter &- 65 < 26 { capitals.prepend(letter) }
      if letter & 0xDF &- 65 < 26 { all.prepend(letter & 0xDF) }
      if tokens.has(begin, .orgHead) { level = 2 }
      if begin == end - 1 { continue }
      if capitals.isAcronym { evidence.noteAcronym(capitals.key, level) }
      if all.isAcronym, all.key != capitals.key { evidence.noteAcronym(all.key, level) }
    }
  }

  private func isLink(_ kind: TokenKind) -> Bool { kind == .of || kind == .and || kind == .for || kind == .the }

  /// The key of an all-capital token's letters, stops left out; 0 when it is no acronym.
  static func acronymKey(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    acronymKey(Span(tokens.start[token], tokens.end[token]), tokens.flags[token], bytes)
  }

  static func acronymKey(_ span: Span, _ flags: TokenFlags, _ bytes: some Collection<UInt8>) -> UInt64 {
    guard flags.contains(.allCapitals), span.end - span.start <= 14 else { return 0 }
    return bytes.withContiguousStorageIfAvailable { bytes in
      var key: UInt64 = 0
      var count = 0
      for index in Int(span.start)..<Int(span.end) {
        let byte = bytes[index]
        if byte == UInt8(ascii: ".") { continue }
        guard byte &- 65 < 26 else { return 0 }
        key = key << 8 | UInt64(byte)
        count += 1
      }
      return (2...7).contains(count) ? key : 0
    } ?? 0
  }
}
