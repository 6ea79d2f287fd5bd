#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A name that the decoder chose: tokens, type (0 person, 1 place, 2 organization, 3 other), margin over the next best reading.
struct NameSpan {
  var tokens: TokenRange
  var type: Int
  var margin: Float
  /// The strongest features for its type, with their weights, strongest first; -1 where there are fewer.
  var strongest: SIMD4<Int32> = SIMD4(repeating: -1)
  var contributions: SIMD4<Float> = .zero
}

/// The linear span model: scores every candidate span of every region for every type and takes the best set that does not overlap, twice;
/// the second time with what the first decided elsewhere in the article.
struct NameModel {
  let gazetteer: GazetteerFile
  let weights: NameWeights
  let bases = FeatureBases()
  private let columnReader: NameColumnReader
  private let collector: EvidenceCollector
  private let classOf: [GazetteerClass]

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    weights = NameWeights(gazetteer)
    let names = gazetteer.names
    classOf = NameModel.classes(names)
    columnReader = NameColumnReader(lexicon: gazetteer.lexicon, suffixes: SuffixTable(gazetteer), classOf: classOf)
    collector = EvidenceCollector(lexicon: gazetteer.lexicon)
  }

  /// The gazetteer class of every entry; entries of one type, subtype and prominence share it.
  private static func classes(_ names: NameTable) -> [GazetteerClass] {
    var known: [UInt32: GazetteerClass] = [:]
    return (0..<names.count).map { index in
      let entry = EntryID(index)
      let record = names.entries[index]
      let key = UInt32(record.subtype) << 16 | UInt32(record.type) << 8 | UInt32(record.weight) << 4 | UInt32(record.flags >> 3 & 1)
      if let found = known[key] { return found }
      let found = GazetteerClass.of(entry, names)
      known[key] = found
      return found
    }
  }

  /// The class of entry `entry`.
  func gazetteerClass(_ entry: EntryID) -> GazetteerClass { classOf[Int(entry)] }

  /// One candidate span with its scores.
  struct Candidate {
    var start: Int32
    var end: Int32
    var score: SIMD8<Float>
  }

  struct RegionState {
    var region: NameRegion
    var sentence: Int
    var candidates: Range<Int>
    var matches: Range<Int>
  }

  /// Buffers of one article.
  struct Workspace {
    var columns = NameColumns()
    var evidence = DocumentEvidence()
    var lines: [EvidenceCollector.Line] = []
    var acronyms: [UInt64] = []
    var regions: [RegionState] = []
    var matches: [RegionMatch] = []
    var candidates: [Candidate] = []
    var labels: [FirstPassLabel] = []
  }

  // MARK: Preparing

  /// Fills columns, document evidence, regions and candidates (without scores).
  func prepare(_ analysis: Analysis, _ space: inout Workspace) {
    let tokens = analysis.tokens
    columnReader.read(analysis, gazetteer.names, into: &space.columns)
    space.lines = analysis.sentences.map { EvidenceCollector.line($0.tokens, tokens, space.columns) }
    collector.collect(analysis, space.columns, space.lines, into: &space.evidence)
    space.acronyms = [UInt64](repeating: 0, count: tokens.count)
    for token in 0..<tokens.count where tokens.flags[token].contains(.allCapitals) {
      space.acronyms[token] = EvidenceCollector.acronymKey(token, tokens, analysis.article.bytes)
    }
    space.regions.removeAll(keepingCapacity: true)
    space.matches.removeAll(keepingCapacity: true)
    space.candidates.removeAll(keepingCapacity: true)
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
          addRegion(NameRegion(start: start, end: start + NameRegion.longest), number, analysis, &space)
          start += NameRegion.longest
        }
        if end > start { addRegion(NameRegion(start: start, end: end), number, analysis, &space) }
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

  private func addRegion(_ region: NameRegion, _ sentence: Int, _ analysis: Analysis, _ space: inout Workspace) {
    let firstMatch = space.matches.count
    let matches = analysis.matches
    let names = gazetteer.names
    for token in max(0, region.start - 3)..<region.end {
      for match in matches.matches(at: token) where Int(matches.end[match]) > region.start {
        var classes: UInt64 = 0
        for k in 0..<matches.readings(of: match) {
          let reading = matches.reading(match, k, names)
          var kind = classOf[Int(reading.entry)]
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
          space.candidates.append(Candidate(start: Int32(start), end: Int32(end), score: .zero))
        }
        end += 1
      }
    }
    space.regions.append(
      RegionState(
        region: region, sentence: sentence, candidates: firstCandidate..<space.candidates.count, matches: firstMatch..<space.matches.count))
  }

  /// The features of the spans of one region.
  func features(_ state: RegionState, _ analysis: Analysis, _ space: Workspace) -> SpanFeatures {
    SpanFeatures(
      tokens: analysis.tokens, columns: space.columns, evidence: space.evidence, sentence: analysis.sentences[state.sentence].tokens,
      line: space.lines[state.sentence], region: state.region, matches: Array(space.matches[state.matches]), acronyms: space.acronyms,
      bases: bases)
  }

  // MARK: Scoring and decoding

  /// The names of the article, in text order.
  func decode(_ analysis: Analysis, _ space: inout Workspace) -> [NameSpan] {
    prepare(analysis, &space)
    var candidates = space.candidates
    weights.rows.withUnsafeBufferPointer { rows in
      for state in space.regions {
        let features = features(state, analysis, space)
        for index in state.candidates {
          var sink = ScoreSink(rows: rows)
          features.base(Int(candidates[index].start), Int(candidates[index].end), into: &sink)
          candidates[index].score = sink.sum
        }
      }
    }
    var first: [NameSpan] = []
    for state in space.regions { best(state, candidates, offset: 0, into: &first) }
    label(first, analysis, &space)
    weights.rows.withUnsafeBufferPointer { rows in
      for state in space.regions {
        let features = features(state, analysis, space)
        for index in state.candidates {
          var sink = ScoreSink(rows: rows, sum: candidates[index].score)
          features.second(Int(candidates[index].start), Int(candidates[index].end), space.labels, into: &sink)
          candidates[index].score = sink.sum
        }
      }
    }
    var second: [NameSpan] = []
    for state in space.regions { best(state, candidates, offset: 4, into: &second) }
    space.candidates = candidates
    explain(&second, analysis, space)
    return second
  }

  /// Finds the strongest features of the chosen spans.
  private func explain(_ spans: inout [NameSpan], _ analysis: Analysis, _ space: Workspace) {
    var next = 0
    for state in space.regions {
      guard next < spans.count else { break }
      guard spans[next].tokens.first < state.region.end, spans[next].tokens.first >= state.region.start else { continue }
      let features = features(state, analysis, space)
      while next < spans.count, spans[next].tokens.first < state.region.end {
        weights.rows.withUnsafeBufferPointer { rows in
          var sink = StrongestSink(rows: rows, lane: spans[next].type + 4)
          features.base(spans[next].tokens.first, Int(spans[next].tokens.end), into: &sink)
          features.second(spans[next].tokens.first, Int(spans[next].tokens.end), space.labels, into: &sink)
          spans[next].strongest = sink.features
          spans[next].contributions = sink.weights
        }
        next += 1
      }
    }
  }

  /// The evidence of a chosen span, as the graph shows it.
  func evidence(_ span: NameSpan) -> [Evidence] {
    var items: [Evidence] = []
    items.reserveCapacity(3)
    for lane in 0..<3 where span.strongest[lane] >= 0 {
      let feature = Int(span.strongest[lane])
      items.append(Evidence(weights.kinds[feature], weights.names[feature], span.contributions[lane]))
    }
    return items
  }

  /// Writes first-pass labels into the document evidence and, by token, into `labels`.
  func label(_ spans: [NameSpan], _ analysis: Analysis, _ space: inout Workspace) {
    let tokens = analysis.tokens
    var labels = [FirstPassLabel](repeating: .none, count: tokens.count)
    for span in spans {
      for token in span.tokens.indices {
        labels[token] = FirstPassLabel(type: UInt8(span.type), start: span.tokens.start, end: span.tokens.end)
      }
      let row = space.evidence.phraseRow(DocumentEvidence.phraseKey(tokens, span.tokens.first, Int(span.tokens.end)))
      space.evidence.phrase[row].labels[span.type] &+= 1
    }
    for token in 0..<tokens.count {
      let row = Int(space.evidence.row[token])
      guard row >= 0 else { continue }
      let label = labels[token]
      if label.type == 255 {
        space.evidence.word[row].unlabelled &+= 1
      } else {
        space.evidence.word[row].addLabel(Int(label.type))
        if label.end - label.start > 1 {
          let position = token == Int(label.start) ? 0 : token == Int(label.end) - 1 ? 2 : 1
          space.evidence.word[row].addPlace(Int(label.type), position)
        }
      }
    }
    space.labels = labels
  }

  /// The best-scoring set of spans of one region that do not overlap; `offset` chooses the pass.
  private func best(_ state: RegionState, _ candidates: [Candidate], offset: Int, into spans: inout [NameSpan]) {
    let length = state.region.end - state.region.start
    withUnsafeTemporaryAllocation(of: Float.self, capacity: length + 1) { values in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: length + 1) { choices in
        for index in 0...length {
          values[index] = -.infinity
          choices[index] = -1
        }
        values[0] = 0
        // Candidates are ordered by start: each value is final before a span that starts there is tried.
        var index = state.candidates.lowerBound
        for position in 0..<length {
          if values[position] > values[position + 1] {
            values[position + 1] = values[position]
            choices[position + 1] = -1
          }
          while index < state.candidates.upperBound, Int(candidates[index].start) - state.region.start == position {
            let score = top(candidates[index].score, offset).score
            let end = Int(candidates[index].end) - state.region.start
            if score > 0, values[position] + score > values[end] {
              values[end] = values[position] + score
              choices[end] = Int32(index)
            }
            index += 1
          }
        }
        let before = spans.count
        var position = length
        while position > 0 {
          let choice = Int(choices[position])
          if choice < 0 {
            position -= 1
            continue
          }
          let candidate = candidates[choice]
          let (type, score, second) = top(candidate.score, offset)
          spans.append(NameSpan(tokens: TokenRange(Int(candidate.start), Int(candidate.end)), type: type, margin: score - max(0, second)))
          position = Int(candidate.start) - state.region.start
        }
        spans[before...].reverse()
      }
    }
  }

  @inline(__always)
  private func top(_ scores: SIMD8<Float>, _ offset: Int) -> (type: Int, score: Float, second: Float) {
    var type = 0
    var best = scores[offset]
    var second = -Float.infinity
    for lane in 1..<4 {
      let score = scores[offset + lane]
      if score > best {
        second = best
        best = score
        type = lane
      } else if score > second {
        second = score
      }
    }
    return (type, best, second)
  }

  /// Probability that a name with this margin is right.
  static func confidence(_ margin: Float) -> Float { Float(1 / (1 + exp(-Double(margin)))) }
}
