extension NameModel {
  /// Fills columns, document evidence, regions and candidates (without scores).
  func prepare(_ tokens: TokenColumns, _ analysis: Analysis, _ bytes: UnsafeBufferPointer<UInt8>, _ space: inout NameBuffers) {
    let matches = MatchColumns(analysis.matches)
    classify(matches, tokens, &space)
    space.columns.reset(count: tokens.count)
    if space.readings.open(weights.rows) { space.knownRows.forgetReadings() }
    space.labels.resize(count: tokens.count)
    let reader = NameRowReader(
      suffixes: suffixes, tokens: tokens, bytes: bytes, matches: matches, classes: space.matchClasses, columns: space.columns,
      habits: habits, known: space.knownRows, smallKinds: space.smallKinds, words: LexemeID(truncatingIfNeeded: gazetteer.lexicon.count))
    reader.scan()
    space.lines.removeAll()
    space.evidence.removeAll(tokens: tokens.count)
    var capitals = WordClassSet(low: 0, high: 0)
    var before = WordClassSet(low: 0, high: 0)
    for sentence in analysis.sentences {
      let line = EvidenceCollector.line(sentence.tokens, tokens, space.columns)
      space.lines.append(line)
      reader.read(sentence.tokens, line, &capitals, &before, &space.evidence)
    }
    space.classes = capitals
    space.classesBefore = before
    collector.collect(reader, analysis.sentences, space.lines, into: &space.evidence)
    space.regions.removeAll()
    space.windows.removeAll()
    space.matches.removeAll()
    space.candidates.removeAll()
    for (number, sentence) in analysis.sentences.enumerated() { regions(of: sentence.tokens, number, reader, &space) }
  }

  @inline(__always)
  private func regions(of sentence: TokenRange, _ number: Int, _ reader: NameRowReader, _ space: inout NameBuffers) {
    let limit = Int(sentence.end)
    let capitals = reader.columns.capitals
    let line = space.lines[number]
    var token = capitals.next(from: sentence.first, limit: limit)
    var free = sentence.first
    while token < limit {
      var end = NameRegionFinder.end(from: token, limit: limit, reader)
      var start = token
      if start > free, isNumber(start - 1, reader) { start -= 1 }
      if start < token, end - start <= 4 { end = NameRegionFinder.eventEnd(end, limit: limit, reader.tokens) }
      // "Mr. von Bibra", "the al Saud family": small particles may open a name.
      let floor = max(free, start - 2)
      while start > floor, reader.kind(start - 1) == .particle { start -= 1 }
      // The features look two tokens around; a row is made when it is first asked for.
      for near in max(sentence.first, start - 1)..<min(limit, end + 1) {
        let reading = reader.reading(near, line, opensSentence: near == sentence.first, &space.readings, weights.rows)
        space.columns.readings[near] = reading
        space.readings.fetchSums(of: reading, isInside: near >= start && near < end, isShared: end - start > 1)
      }
      // Of those beyond only the kind counts.
      if start - 2 >= sentence.first { _ = reader.row(start - 2) }
      if end + 1 < limit { _ = reader.row(end + 1) }
      while end - start > NameRegion.longest {
        let cut = NameRegionFinder.cut(start, end, reader)
        addRegion(NameRegion(start: start, end: cut), sentence, number, reader, &space)
        start = min(end, capitals.next(from: cut, limit: end))
      }
      if end > start { addRegion(NameRegion(start: start, end: end), sentence, number, reader, &space) }
      free = max(end, token + 1)
      token = capitals.next(from: free, limit: limit)
    }
  }

  /// The ends, as bits from `start` on, that lie before the next "and".
  private func itemEnds(from start: Int, limit: Int, _ columns: NameColumns) -> UInt32 {
    var end = start
    while end < limit, columns[end].kind != .and { end += 1 }
    return (1 << UInt32(min(end - start, 31))) &- 1
  }

  /// Finds each match's gazetteer classes, once an article, and the names that may be read whole.
  private func classify(_ matches: MatchColumns, _ tokens: TokenColumns, _ space: inout NameBuffers) {
    space.matchClasses.resize(count: matches.count)
    space.wholeNames.removeAll()
    var allClasses: UInt64 = 0
    for match in 0..<matches.count {
      let isSingle: UInt8 = matches.end(match) - matches.start(match) == 1 ? 1 : 0
      var all: UInt64 = 0
      var proposed: UInt64 = 0
      for number in matches.readings(of: match) {
        let reading = matches.readings[number]
        let kind = classOf[reading]
        all |= kind.bit
        proposed |= classOf.proposed(kind, reading.flags, isSingle: isSingle)
      }
      let classes = MatchClasses(all: all, proposed: proposed)
      space.matchClasses[match] = classes
      allClasses |= all
      space.wholeNames.append(Int32(truncatingIfNeeded: match), if: NameConventions.mayBeWhole(matches.range(match), classes, tokens))
    }
    space.allClasses = allClasses
  }

  /// A year or an ordinal in digits, which may open a name ("2024 Olympics", "7th Fleet").
  @inline(__always)
  private func isNumber(_ token: Int, _ reader: NameRowReader) -> Bool {
    let kind = reader.kind(token)
    if kind == .year { return true }
    guard kind == .alphanumeric, reader.tokens.length(token) <= 5 else { return false }
    let last = reader.bytes[Int(reader.tokens.end[token]) - 1] | 0x20
    return last == UInt8(ascii: "t") || last == UInt8(ascii: "h") || last == UInt8(ascii: "d")
  }

  private func addRegion(
    _ region: NameRegion, _ sentence: TokenRange, _ number: Int, _ reader: NameRowReader, _ space: inout NameBuffers
  ) {
    for token in region.start..<region.end {
      space.labels[token] = .none
      let row = space.evidence.row[token]
      space.evidence.row[token] = space.columns.isCapital(token) ? row : -1
    }
    let firstMatch = space.matches.count
    for match in reader.matches.matches(in: max(0, region.start - 3)..<region.end) {
      let classes = space.matchClasses[match].proposed
      let known = reader.matches.all[match]
      let counts = (known.end > region.start ? 1 : 0) & (classes != 0 ? 1 : 0)
      space.matches.append(RegionMatch(start: known.start, end: known.end, classes: classes), if: counts != 0)
    }
    let firstCandidate = space.candidates.count
    addCandidates(region, reader.tokens.flags, &space)
    space.regions.append(
      NameRegionState(
        region: region, sentence: number, candidates: firstCandidate..<space.candidates.count, matches: firstMatch..<space.matches.count,
        window: space.windows.add(region, in: sentence, space.columns.window)))
  }

  /// Adds the spans of a region that may be names, ordered by start, then by end.
  @inline(__always)
  private func addCandidates(_ region: NameRegion, _ flags: UnsafePointer<TokenFlags>, _ space: inout NameBuffers) {
    let count = region.end - region.start
    let capitals = UInt32(truncatingIfNeeded: space.columns.capitals.bits(from: region.start, count))
    // Most regions are one capitalised word.
    if count == 1, capitals == 1 {
      space.candidates.append(NameCandidate(start: Int32(truncatingIfNeeded: region.start), end: Int32(truncatingIfNeeded: region.end)))
      return
    }
    let digits = UInt32(truncatingIfNeeded: TokenFlags.hasDigit.tokens(flags + region.start, count))
    // Words in small letters close a span of several only at the region's end.
    let closing = capitals | digits | 1 &<< UInt32(count - 1)
    let longest: UInt32 = 1 << UInt32(NameRegion.longestSpan) - 1
    var opens = true
    for index in 0..<count {
      let isCapital = capitals &>> UInt32(index) & 1 != 0
      let start = region.start + index
      // Particles count as capitals where they open the region or stand behind its title.
      let mayOpen =
        isCapital || digits &>> UInt32(index) & 1 != 0 || opens && index + 1 < count && space.columns[start].kind == .particle
      if isCapital { opens = space.columns[start].kind == .title }
      guard mayOpen else { continue }
      // A single word is a name only with its capital.
      var ends = closing &>> UInt32(index) & longest & ~1 | (isCapital ? 1 : 0)
      // "Ministry of Health, Labour and Welfare": what stands behind a comma inside a name is one item of its list, not several.
      if index > 0, space.columns[start - 1].kind == .comma { ends &= itemEnds(from: start, limit: region.end, space.columns) }
      while ends != 0 {
        let end = start + ends.trailingZeroBitCount + 1
        space.candidates.append(NameCandidate(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
        ends &= ends - 1
      }
    }
  }
}
