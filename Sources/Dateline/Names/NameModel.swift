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
  let columnReader: NameColumnReader
  let collector = EvidenceCollector()
  let classOf: GazetteerClasses

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    weights = NameWeights(gazetteer)
    classOf = GazetteerClasses(gazetteer.names)
    columnReader = NameColumnReader(suffixes: SuffixTable(gazetteer))
  }

  /// The class of entry `entry`.
  func gazetteerClass(_ entry: EntryID) -> GazetteerClass { classOf[entry] }

  /// Calls `body` with the features of each region.
  @inline(__always)
  func eachRegion(
    _ tokens: TokenColumns, _ sentences: [Sentence], _ space: inout NameBuffers,
    _ body: (NameRegionState, borrowing SpanFeatures, inout NameBuffers) -> Void
  ) {
    var features = SpanFeatures(
      tokens: tokens, columns: space.columns, evidence: space.evidence, acronyms: space.acronyms, bases: .shared, allMatches: space.matches)
    for index in 0..<space.regions.count {
      let state = space.regions[index]
      features.region = state.region
      features.sentence = sentences[state.sentence].tokens
      features.line = space.lines[state.sentence]
      features.matches = state.matches
      body(state, features, &space)
    }
  }

  // MARK: Scoring and decoding

  /// The names of the article, in text order.
  func decode(_ analysis: Analysis, _ space: inout NameBuffers) -> [NameSpan] {
    analysis.tokens.withColumns { decode($0, analysis, &space) } ?? []
  }

  private func decode(_ tokens: TokenColumns, _ analysis: Analysis, _ space: inout NameBuffers) -> [NameSpan] {
    prepare(tokens, analysis, &space)
    let rows = weights.rows
    var spans: [NameSpan] = []
    spans.reserveCapacity(space.regions.count + 8)
    eachRegion(tokens, analysis.sentences, &space) { state, features, space in
      for index in state.candidates {
        var sink = ScoreSink(rows: rows)
        features.base(Int(space.candidates[index].start), Int(space.candidates[index].end), into: &sink)
        space.candidates.base[index].score = sink.sum
      }
      best(state, offset: 0, &space, into: &spans)
    }
    label(spans, tokens, &space)
    spans.removeAll(keepingCapacity: true)
    eachRegion(tokens, analysis.sentences, &space) { state, features, space in
      for index in state.candidates {
        var sink = ScoreSink(rows: rows, sum: space.candidates[index].score)
        features.second(Int(space.candidates[index].start), Int(space.candidates[index].end), space.labels, into: &sink)
        space.candidates.base[index].score = sink.sum
      }
      let before = spans.count
      best(state, offset: 4, &space, into: &spans)
      if features.line == .running { addCertain(state, tokens, space, from: before, into: &spans) }
      for index in before..<spans.count { explain(&spans[index], features, space.labels) }
    }
    return spans
  }

  /// Adds the countries and nationalities of a region that no chosen span holds: texts may teach a model to pass over "southern Lebanon", but a
  /// country's name is never nothing.
  @inline(__always)
  private func addCertain(
    _ state: NameRegionState, _ tokens: TokenColumns, _ space: NameBuffers, from first: Int, into spans: inout [NameSpan]
  ) {
    // "2019 Australian federal election": the year's event, not the country, is named.
    if space.columns[state.region.start].kind == .year { return }
    for index in state.matches {
      let match = space.matches[index]
      guard match.classes & GazetteerClass.certainMask != 0, Int(match.start) >= state.region.start, Int(match.end) <= state.region.end,
        !isCurrency(Int(match.end), tokens, space.columns)
      else { continue }
      insert(match, space.columns, from: first, into: &spans)
    }
  }

  /// Whether an amount of money starts at `token`: "US$34 billion", "U.S. dollars".
  private func isCurrency(_ token: Int, _ tokens: TokenColumns, _ columns: NameColumns) -> Bool {
    guard token < tokens.count else { return false }
    if columns[token].kind == .mark { return token + 1 < tokens.count && tokens.is(token + 1, .hasDigit) }
    return tokens.has(token, .currencyWord)
  }

  @inline(never)
  private func insert(_ match: RegionMatch, _ columns: NameColumns, from first: Int, into spans: inout [NameSpan]) {
    var at = first
    while at < spans.count, spans[at].tokens.end <= match.start { at += 1 }
    guard at == spans.count || spans[at].tokens.start >= match.end, columns[Int(match.start)].capital else { return }
    let isCountry = match.classes & 1 << UInt64(GazetteerClass.country.rawValue) != 0
    spans.insert(
      NameSpan(tokens: TokenRange(Int(match.start), Int(match.end)), type: isCountry ? 1 : 3, margin: NameModel.certainMargin), at: at)
  }

  /// The confidence of a name that only the gazetteer speaks for.
  static let certainMargin: Float = 0.5

  /// Finds the strongest features of a chosen span.
  @inline(__always)
  func explain(_ span: inout NameSpan, _ features: borrowing SpanFeatures, _ labels: Column<FirstPassLabel>) {
    var sink = StrongestSink(rows: weights.rows, lane: span.type + 4)
    features.base(span.tokens.first, Int(span.tokens.end), into: &sink)
    features.second(span.tokens.first, Int(span.tokens.end), labels, into: &sink)
    span.strongest = sink.features
    span.contributions = sink.weights
  }

  /// Appends the evidence of a chosen span, as the graph shows it; returns its range.
  func record(_ span: NameSpan, into evidence: inout [Evidence]) -> Range<Int32> {
    let from = Int32(truncatingIfNeeded: evidence.count)
    for lane in 0..<2 where span.strongest[lane] >= 0 {
      let feature = Int(span.strongest[lane])
      evidence.append(Evidence(weights.kind(feature), weights.name(feature), span.contributions[lane]))
    }
    return from..<Int32(truncatingIfNeeded: evidence.count)
  }

  /// Writes first-pass labels into the document evidence and, by token, into `labels`.
  func label(_ spans: [NameSpan], _ tokens: TokenColumns, _ space: inout NameBuffers) {
    space.labels.reset(count: tokens.count, repeating: .none)
    let labels = space.labels
    for span in spans {
      for token in span.tokens.indices {
        labels[token] = FirstPassLabel(type: UInt8(span.type), start: span.tokens.start, end: span.tokens.end)
      }
      let row = space.evidence.phraseRow(DocumentEvidence.phraseKey(tokens.lexeme, span.tokens.first, Int(span.tokens.end)))
      space.evidence.phrase.base[row].labels[span.type] &+= 1
    }
    let words = space.evidence.word.base
    for token in 0..<tokens.count {
      let row = Int(space.evidence.row[token])
      guard row >= 0 else { continue }
      let label = labels[token]
      if label.type == 255 {
        words[row].unlabelled &+= 1
      } else {
        words[row].addLabel(Int(label.type))
        if label.end - label.start > 1 {
          let position = token == Int(label.start) ? 0 : token == Int(label.end) - 1 ? 2 : 1
          words[row].addPlace(Int(label.type), position)
        }
      }
    }
  }

  /// The best-scoring set of spans of one region that do not overlap; `offset` chooses the pass.
  private func best(_ state: NameRegionState, offset: Int, _ space: inout NameBuffers, into spans: inout [NameSpan]) {
    let length = state.region.end - state.region.start
    let candidates = space.candidates
    // Most regions are one word: one candidate, nothing to choose between.
    if state.candidates.count == 1 {
      append(candidates[state.candidates.lowerBound], offset, into: &spans)
      return
    }
    space.best.reset(count: length + 1, repeating: -.infinity)
    space.choice.reset(count: length + 1, repeating: -1)
    let values = space.best.base
    let choices = space.choice.base
    values[0] = 0
    // Candidates are ordered by start: each value is final before a span that starts there is tried.
    var index = state.candidates.lowerBound
    for position in 0..<length {
      if values[position] > values[position + 1] {
        values[position + 1] = values[position]
        choices[position + 1] = -1
      }
      while index < state.candidates.upperBound, Int(candidates[index].start) - state.region.start == position {
        let score = NameModel.highest(candidates[index].score, offset)
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
      append(candidates[choice], offset, into: &spans)
      position = Int(candidates[choice].start) - state.region.start
    }
    if spans.count - before > 1 { spans[before...].reverse() }
  }

  /// Appends the candidate as a span of its best type, if any type has a positive score.
  @inline(__always)
  private func append(_ candidate: NameCandidate, _ offset: Int, into spans: inout [NameSpan]) {
    let (type, score, second) = NameModel.top(candidate.score, offset)
    guard score > 0 else { return }
    spans.append(NameSpan(tokens: TokenRange(Int(candidate.start), Int(candidate.end)), type: type, margin: score - max(0, second)))
  }

  @inline(__always)
  private static func highest(_ scores: SIMD8<Float>, _ offset: Int) -> Float {
    let half = offset == 0 ? scores.lowHalf : scores.highHalf
    return max(max(half[0], half[1]), max(half[2], half[3]))
  }

  @inline(__always)
  private static func top(_ scores: SIMD8<Float>, _ offset: Int) -> (type: Int, score: Float, second: Float) {
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
  ///
  /// The model is surer than it is right on texts it was not fitted on: slope and offset were fitted on held-out newswire, so that nine in ten
  /// names of confidence 0.9 are right there (`Benchmarks/ACCURACY.md` has the table).
  static func confidence(_ margin: Float) -> Float { Float(1 / (1 + exp(0.19 - 0.72 * Double(margin)))) }
}
