extension NameModel {
  /// Fills columns, document evidence, regions and candidates (without scores).
  func prepare(_ analysis: Analysis, _ space: NameWorkspace) {
    let tokens = analysis.tokens
    columnReader.read(analysis, gazetteer.names, into: &space.columns)
    space.lines.removeAll()
    for sentence in analysis.sentences { space.lines.append(EvidenceCollector.line(sentence.tokens, tokens, space.columns)) }
    collector.collect(analysis, space.columns, space.lines, into: &space.evidence)
    space.acronyms.reset(count: tokens.count, repeating: 0)
    for token in 0..<tokens.count where tokens.flags[token].contains(.allCapitals) {
      space.acronyms[token] = EvidenceCollector.acronymKey(token, tokens, analysis.article.bytes)
    }
    space.regions.removeAll()
    space.matches.removeAll()
    space.candidates.removeAll()
    for (number, sentence) in analysis.sentences.enumerated() {
      let limit = Int(sentence.tokens.end)
      var token = sentence.tokens.first
      while token < limit {
        guard space.columns.capital[token] else {
          token += 1
          continue
        }
        let end = NameRegionFinder.end(from: token, limit: limit, tokens, space.columns)
        var start = token
        if start > sentence.tokens.first, isNumberBefore(start - 1, tokens, space.columns, analysis.article.bytes) { start -= 1 }
        while end - start > NameRegion.longest {
          addRegion(NameRegion(start: start, end: start + NameRegion.longest), number, analysis, space)
          start += NameRegion.longest
        }
        if end > start { addRegion(NameRegion(start: start, end: end), number, analysis, space) }
        token = max(end, token + 1)
      }
    }
  }

  /// A year or an ordinal in digits, which may open a name ("2024 Olympics", "7th Fleet").
  private func isNumberBefore(_ token: Int, _ tokens: TokenTable, _ columns: NameColumns, _ bytes: [UInt8]) -> Bool {
    if columns.kind[token] == .year { return true }
    guard columns.kind[token] == .alphanumeric, tokens.end[token] - tokens.start[token] <= 5 else { return false }
    let last = bytes[Int(tokens.end[token]) - 1] | 0x20
    return last == UInt8(ascii: "t") || last == UInt8(ascii: "h") || last == UInt8(ascii: "d")
  }

  private func addRegion(_ region: NameRegion, _ sentence: Int, _ analysis: Analysis, _ space: NameWorkspace) {
    let firstMatch = space.matches.count
    let matches = analysis.matches
    let names = gazetteer.names
    for token in max(0, region.start - 3)..<region.end {
      for match in matches.matches(at: token) where Int(matches.end[match]) > region.start {
        var classes: UInt64 = 0
        for k in 0..<matches.readings(of: match) {
          let reading = matches.reading(match, k, names)
          var kind = classOf[reading.entry]
          if reading.flags.contains(.weak) {
            kind = kind.weakened
          } else if kind == .person, reading.flags.contains(.alias), Int(matches.end[match]) - token == 1 {
            kind = .personAlias
          }
          if kind != .other { classes |= 1 << UInt64(kind.rawValue) }
        }
        if classes != 0 { space.matches.append(RegionMatch(start: token, end: Int(matches.end[match]), classes: classes)) }
      }
    }
    let firstCandidate = space.candidates.count
    let tokens = analysis.tokens
    for start in region.start..<region.end {
      let digit = tokens.flags[start].contains(.hasDigit) && !space.columns.capital[start]
      guard space.columns.capital[start] || digit else { continue }
      var end = start + 1
      while end <= min(region.end, start + NameRegion.longestSpan) {
        let last = end - 1
        let closes = space.columns.capital[last] || tokens.flags[last].contains(.hasDigit) || end == region.end && last > start
        if closes, end > start + 1 || space.columns.capital[start] {
          space.candidates.append(NameCandidate(start: Int32(start), end: Int32(end), score: .zero))
        }
        end += 1
      }
    }
    space.regions.append(
      NameRegionState(
        region: region, sentence: sentence, candidates: firstCandidate..<space.candidates.count, matches: firstMatch..<space.matches.count))
  }
}
