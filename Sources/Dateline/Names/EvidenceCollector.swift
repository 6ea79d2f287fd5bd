/// Reads the article once and notes how each capitalised word is used: `DocumentEvidence`.
struct EvidenceCollector {
  /// How a sentence's letters must be read.
  enum Line: UInt8 { case running, capitals, titleCase }

  /// Whether most letters of the sentence are capitals, or most of its words capitalised.
  static func line(_ range: TokenRange, _ tokens: TokenTable, _ columns: NameColumns) -> Line {
    var words = 0
    var upper = 0
    var capital = 0
    for token in range.indices where tokens.flags[token].contains(.hasLetter) {
      words += 1
      if tokens.flags[token].contains(.allCapitals) { upper += 1 }
      if columns.capital[token] { capital += 1 }
    }
    if words > 2, upper * 10 > words * 6 { return .capitals }
    return words > 4 && capital * 100 > range.count * 65 ? .titleCase : .running
  }

  func collect(_ analysis: Analysis, _ columns: NameColumns, _ lines: Column<Line>, into evidence: inout DocumentEvidence) {
    evidence.removeAll()
    let tokens = analysis.tokens
    evidence.row.reset(count: tokens.count, repeating: -1)
    for token in 0..<tokens.count where columns.capital[token] { evidence.row[token] = Int32(evidence.wordRow(tokens.lexeme[token])) }
    for token in 0..<tokens.count where !columns.capital[token] && tokens.flags[token].contains(.lowercase) {
      let row = evidence.words.find(DocumentEvidence.wordKey(tokens.lexeme[token]))
      if row >= 0 { evidence.word[row].low &+= 1 }
    }
    for (number, sentence) in analysis.sentences.enumerated() {
      var token = sentence.tokens.first
      while token < Int(sentence.tokens.end) {
        guard columns.capital[token] else {
          token += 1
          continue
        }
        let end = EvidenceCollector.runEnd(token, Int(sentence.tokens.end), tokens, columns)
        note(token, end, sentence.tokens, lines[number], tokens, columns, analysis.article.bytes, into: &evidence)
        token = end
      }
    }
  }

  /// End of the run of capitalised words that starts at `first`; particles ("de", "bin") may stand between.
  static func runEnd(_ first: Int, _ limit: Int, _ tokens: TokenTable, _ columns: NameColumns) -> Int {
    var end = first + 1
    while end < limit {
      if columns.capital[end] {
        end += 1
      } else if tokens.has(end, .particle), end + 1 < limit, columns.capital[end + 1] {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func note(
    _ start: Int, _ end: Int, _ sentence: TokenRange, _ line: Line, _ tokens: TokenTable, _ columns: NameColumns, _ bytes: [UInt8],
    into evidence: inout DocumentEvidence
  ) {
    let length = end - start
    let title = length > 1 && tokens.has(start, .title) ? 1 : 0
    let titledByRole = start > sentence.first && tokens.has(start - 1, .role) && tokens.is(start - 1, .lowercase)
    let before = start > sentence.first ? columns.kind[start - 1] : TokenKind.bos
    let after = end < Int(sentence.end) ? columns.kind[end] : TokenKind.eos
    let last = end - 1
    let organization = tokens.has(last, .orgHead)
    let place = tokens.has(last, .placeHead)
    let common = UInt16(1 << NameExtra.given2.rawValue | 1 << NameExtra.given3.rawValue)
    let given = length - title >= 2 && columns.extra[start + title] & common != 0
    for token in start..<end {
      let row = Int(evidence.row[token])
      guard row >= 0 else { continue }
      if token > sentence.first { evidence.word[row].middle &+= 1 }
      if line != .running { continue }
      if length - title >= 2, token >= start + title {
        if organization {
          evidence.word[row].inOrganization &+= 1
        } else if place {
          evidence.word[row].inPlace &+= 1
        } else if given {
          evidence.word[row].inPerson &+= 1
        } else {
          evidence.word[row].inLong &+= 1
        }
        if token == last { evidence.word[row].last &+= 1 } else if token == start + title { evidence.word[row].first &+= 1 }
      }
      if title == 1 && token > start || titledByRole { evidence.word[row].titled &+= 1 }
      if token == last, after == .lowSpeech { evidence.word[row].said &+= 1 }
      if token == start, before == .prepIn || before == .prepFrom { evidence.word[row].inside &+= 1 }
      if token == start, before == .the { evidence.word[row].the &+= 1 }
    }
    guard line == .running else { return }
    let phrase = evidence.phraseRow(DocumentEvidence.phraseKey(tokens, start + title, end))
    evidence.phrase[phrase].count &+= 1
    if length >= 2 { acronyms(start, end, sentence, tokens, columns, bytes, into: &evidence) }
  }

  /// Notes the acronyms that the run, with "of … and …" before it, spells out.
  private func acronyms(
    _ start: Int, _ end: Int, _ sentence: TokenRange, _ tokens: TokenTable, _ columns: NameColumns, _ bytes: [UInt8],
    into evidence: inout DocumentEvidence
  ) {
    var from = start
    let floor = max(sentence.first, start - 10)
    while from >= floor + 2, isLink(columns.kind[from - 1]) {
      var before = from - 1
      while before > floor, isLink(columns.kind[before]) { before -= 1 }
      guard columns.capital[before] else { break }
      from = before
      while from > floor, columns.capital[from - 1] { from -= 1 }
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
  static func acronymKey(_ token: Int, _ tokens: TokenTable, _ bytes: [UInt8]) -> UInt64 {
    guard tokens.flags[token].contains(.allCapitals), tokens.end[token] - tokens.start[token] <= 14 else { return 0 }
    var key: UInt64 = 0
    var count = 0
    for index in Int(tokens.start[token])..<Int(tokens.end[token]) {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") { continue }
      guard byte &- 65 < 26 else { return 0 }
      key = key << 8 | UInt64(byte)
      count += 1
    }
    return (2...7).contains(count) ? key : 0
  }
}
