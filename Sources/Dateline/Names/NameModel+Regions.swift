extension NameModel {
  /// Fills columns, document evidence, regions and candidates (without scores).
  func prepare(_ tokens: TokenColumns, _ analysis: Analysis, _ space: inout NameBuffers) {
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      classify(analysis.matches, &space)
      space.columns.resize(count: tokens.count)
      space.lines.removeAll()
      for sentence in analysis.sentences {
        let line = EvidenceCollector.line(sentence.tokens, tokens)
        space.lines.append(line)
        columnReader.read(
          sentence.tokens, line, tokens, analysis.matches, space.matchClasses, bytes, into: space.columns.base)
      }
      collector.collect(tokens, analysis.sentences, space.columns, space.lines, bytes, into: &space.evidence)
      space.acronyms.reset(count: tokens.count, repeating: 0)
      for token in 0..<tokens.count where tokens.flags[token].contains(.allCapitals) {
        space.acronyms[token] = EvidenceCollector.acronymKey(token, tokens, bytes)
      }
      space.regions.removeAll()
      space.matches.removeAll()
      space.candidates.removeAll()
      for (number, sentence) in analysis.sentences.enumerated() {
        regions(of: sentence.tokens, number, tokens, analysis.matches, bytes, &space)
      }
    }
  }

  private func regions(
    of sentence: TokenRange, _ number: Int, _ tokens: TokenColumns, _ matches: GazetteerMatches, _ bytes: UnsafeBufferPointer<UInt8>,
    _ space: inout NameBuffers
  ) {
    let limit = Int(sentence.end)
    var token = sentence.first
    var free = sentence.first
    while token < limit {
      guard space.columns[token].capital else {
        token += 1
        continue
      }
      var end = NameRegionFinder.end(from: token, limit: limit, tokens, space.columns)
      var start = token
      if start > free, isNumberBefore(start - 1, tokens, space.columns, bytes) { start -= 1 }
      if start < token, end - start <= 4 { end = NameRegionFinder.eventEnd(end, limit: limit, tokens) }
      // "Mr. von Bibra", "the al Saud family": small particles may open a name.
      let floor = max(free, start - 2)
      while start > floor, space.columns[start - 1].kind == .particle { start -= 1 }
      while end - start > NameRegion.longest {
        addRegion(NameRegion(start: start, end: start + NameRegion.longest), number, tokens, matches, &space)
        start += NameRegion.longest
      }
      if end > start { addRegion(NameRegion(start: start, end: end), number, tokens, matches, &space) }
      token = max(end, token + 1)
      free = token
    }
  }

  /// Finds each match's gazetteer classes, once an article.
  private func classify(_ matches: GazetteerMatches, _ space: inout NameBuffers) {
    space.matchClasses.resize(count: matches.count)
    for match in 0..<matches.count {
      let isSingle = matches.end[match] - matches.start[match] == 1
      var all: UInt64 = 0
      var proposed: UInt64 = 0
      for k in 0..<matches.readings(of: match) {
        let reading = matches.reading(match, k, gazetteer.names)
        var kind = classOf[reading.entry]
        all |= 1 << UInt64(kind.rawValue)
        if reading.flags.contains(.weak) {
          kind = kind.weakened
        } else if kind == .person, isSingle, reading.flags.contains(.alias) {
          kind = .personAlias
        }
        if kind != .other { proposed |= 1 << UInt64(kind.rawValue) }
      }
      space.matchClasses[match] = MatchClasses(all: all, proposed: proposed)
    }
  }

  /// A year or an ordinal in digits, which may open a name ("2024 Olympics", "7th Fleet").
  private func isNumberBefore(_ token: Int, _ tokens: TokenColumns, _ columns: NameColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if columns[token].kind == .year { return true }
    guard columns[token].kind == .alphanumeric, tokens.length(token) <= 5 else { return false }
    let last = bytes[Int(tokens.end[token]) - 1] | 0x20
    return last == UInt8(ascii: "t") || last == UInt8(ascii: "h") || last == UInt8(ascii: "d")
  }

  private func addRegion(
    _ region: NameRegion, _ sentence: Int, _ tokens: TokenColumns, _ matches: GazetteerMatches, _ space: inout NameBuffers
  ) {
    let firstMatch = space.matches.count
    for match in matches.matches(in: max(0, region.start - 3)..<region.end) where Int(matches.end[match]) > region.start {
      let classes = space.matchClasses[match].proposed
      if classes != 0 {
        space.matches.append(RegionMatch(start: matches.start[match], end: matches.end[match], classes: classes))
      }
    }
    let firstCandidate = space.candidates.count
    let columns = space.columns
    var opens = true
    for start in region.start..<region.end {
      // Particles count as capitals where they open the region.
      let isCapital = columns[start].capital || opens && columns[start].kind == .particle && start + 1 < region.end
      if columns[start].capital { opens = false }
      guard isCapital || tokens.flags[start].contains(.hasDigit) else { continue }
      let limit = min(region.end, start + NameRegion.longestSpan)
      var end = start + 1
      while end <= limit {
        let last = end - 1
        let closes = columns[last].capital || tokens.flags[last].contains(.hasDigit) || end == region.end && last > start
        if closes, end > start + 1 || columns[start].capital {
          space.candidates.append(NameCandidate(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), score: .zero))
        }
        end += 1
      }
    }
    space.regions.append(
      NameRegionState(
        region: region, sentence: sentence, candidates: firstCandidate..<space.candidates.count, matches: firstMatch..<space.matches.count))
  }
}
