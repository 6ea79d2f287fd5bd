/// Reads the article once and notes how each capitalised word is used: `DocumentEvidence`.
struct EvidenceCollector {
  /// How a sentence's letters must be read.
  enum Line: UInt8 { case running, capitals, titleCase }

  /// Whether most letters of the sentence are capitals, or most of its words capitalised.
  static func line(_ range: TokenRange, _ tokens: TokenColumns) -> Line {
    var words = 0
    var upper = 0
    var capital = 0
    for token in range.indices {
      let flags = tokens.flags[token]
      guard flags.contains(.hasLetter) else { continue }
      words += 1
      if !flags.contains(.anyCapital) { continue }
      if flags.contains(.allCapitals) { upper += 1 }
      if NameColumnReader.isCapital(flags, tokens.classes[token], token == range.first, tokens.length(token)) { capital += 1 }
    }
    if words > 2, upper * 10 > words * 6 { return .capitals }
    return words > 4 && capital * 100 > range.count * 65 ? .titleCase : .running
  }

  func collect(
    _ tokens: TokenColumns, _ sentences: [Sentence], _ columns: NameColumns, _ lines: Column<Line>, _ bytes: UnsafeBufferPointer<UInt8>,
    into evidence: inout DocumentEvidence
  ) {
    evidence.removeAll()
    evidence.row.reset(count: tokens.count, repeating: -1)
    for token in 0..<tokens.count where columns[token].capital { evidence.row[token] = Int32(evidence.wordRow(tokens.lexeme[token])) }
    for token in 0..<tokens.count where !columns[token].capital && tokens.flags[token].contains(.lowercase) {
      let row = evidence.words.find(DocumentEvidence.wordKey(tokens.lexeme[token]))
      if row >= 0 { evidence.word.base[row].low &+= 1 }
    }
    for (number, sentence) in sentences.enumerated() {
      var token = sentence.tokens.first
      while token < Int(sentence.tokens.end) {
        guard columns[token].capital else {
          token += 1
          continue
        }
        let end = EvidenceCollector.runEnd(token, Int(sentence.tokens.end), tokens, columns)
        note(token, end, sentence.tokens, lines[number], tokens, columns, bytes, into: &evidence)
        token = end
      }
    }
  }

  /// End of the run of capitalised words that starts at `first`; particles ("de", "bin") may stand between.
  static func runEnd(_ first: Int, _ limit: Int, _ tokens: TokenColumns, _ columns: NameColumns) -> Int {
    var end = first + 1
    while end < limit {
      if columns[end].capital {
        end += 1
      } else if tokens.has(end, .particle), end + 1 < limit, columns[end + 1].capital {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func note(
    _ start: Int, _ end: Int, _ sentence: TokenRange, _ line: Line, _ tokens: TokenColumns, _ columns: NameColumns,
    _ bytes: UnsafeBufferPointer<UInt8>,
    into evidence: inout DocumentEvidence
  ) {
    let length = end - start
    let title = length > 1 && tokens.has(start, .title) ? 1 : 0
    let titledByRole = start > sentence.first && tokens.has(start - 1, .role) && tokens.is(start - 1, .lowercase)
    let before = start > sentence.first ? columns[start - 1].kind : TokenKind.bos
    let after = end < Int(sentence.end) ? columns[end].kind : TokenKind.eos
    let last = end - 1
    let organization = tokens.has(last, .orgHead)
    let place = tokens.has(last, .placeHead)
    let common = UInt16(1 << NameExtra.given2.rawValue | 1 << NameExtra.given3.rawValue)
    let given = length - title >= 2 && columns[start + title].extra & common != 0
    for token in start..<end {
      let row = Int(evidence.row[token])
      guard row >= 0 else { continue }
      if token > sentence.first { evidence.word.base[row].middle &+= 1 }
      if line != .running { continue }
      if length - title >= 2, token >= start + title {
        if organization {
          evidence.word.base[row].inOrganization &+= 1
        } else if place {
          evidence.word.base[row].inPlace &+= 1
        } else if given {
          evidence.word.base[row].inPerson &+= 1
        } else {
          evidence.word.base[row].inLong &+= 1
        }
        if token == last { evidence.word.base[row].last &+= 1 } else if token == start + title { evidence.word.base[row].first &+= 1 }
      }
      if title == 1 && token > start || titledByRole { evidence.word.base[row].titled &+= 1 }
      if token == last, after == .lowSpeech { evidence.word.base[row].said &+= 1 }
      if token == start, before == .prepIn || before == .prepFrom { evidence.word.base[row].inside &+= 1 }
      if token == start, before == .the { evidence.word.base[row].the &+= 1 }
    }
    guard line == .running else { return }
    let phrase = evidence.phraseRow(DocumentEvidence.phraseKey(tokens.lexeme, start + title, end))
    evidence.phrase.base[phrase].count &+= 1
    if length >= 2 { acronyms(start, end, sentence, tokens, columns, bytes, into: &evidence) }
  }

  /// Notes the acronyms that the run, with "of … and …" before it, spells out.
  private func acronyms(
    _ start: Int, _ end: Int, _ sentence: TokenRange, _ tokens: TokenColumns, _ columns: NameColumns, _ bytes: UnsafeBufferPointer<UInt8>,
    into evidence: inout DocumentEvidence
  ) {
    var from = start
    let floor = max(sentence.first, start - 10)
    while from >= floor + 2, isLink(columns[from - 1].kind) {
      var before = from - 1
      while before > floor, isLink(columns[before].kind) { before -= 1 }
      guard columns[before].capital else { break }
      from = before
      while from > floor, columns[from - 1].capital { from -= 1 }
    }
    let first = max(from, end - 9)
    for begin in first..<max(first, end - 1) {
      var capitals: UInt64 = 0
      var all: UInt64 = 0
      var capitalCount = 0
      var allCount = 0
      var head = false
      for token in begin..<end {
        let letter = bytes[Int(tokens.start[token])]
        if letter &- 65 < 26 {
          capitals = capitals << 8 | UInt64(letter)
          capitalCount += 1
        }
        if letter & 0xDF &- 65 < 26 {
          all = all << 8 | UInt64(letter & 0xDF)
          allCount += 1
        }
        if tokens.has(token, .orgHead) { head = true }
      }
      if (2...7).contains(capitalCount) { evidence.noteAcronym(capitals, head ? 2 : 1) }
      if (2...7).contains(allCount), all != capitals { evidence.noteAcronym(all, head ? 2 : 1) }
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
