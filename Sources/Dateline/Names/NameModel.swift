/// A name that the decoder chose: tokens, type, margin over the next best reading.
struct NameSpan {
  var tokens: TokenRange
  /// One of the model's types, which number the lanes of its weights.
  var type: Int
  var margin: Float
  /// The strongest features for its type.
  var strongest = StrongestFeatures()
  /// The gazetteer's entry, where more than the words says which one is meant; -1 elsewhere.
  var entry: EntryID = -1
  /// What settled it, where that was not the model.
  var rule = NameRule.none

  init(tokens: TokenRange, type: Int, margin: Float) {
    self.tokens = tokens
    self.type = type
    self.margin = margin
  }

  /// A name that a rule settled, for which no feature of the model speaks.
  init(_ tokens: TokenRange, _ type: Int, by rule: NameRule, margin: Float = NameModel.certainMargin) {
    self.init(tokens: tokens, type: type, margin: margin)
    self.rule = rule
  }

  /// 1 for a name of one word, and for one of the type; else 0.
  @inline(__always) var isSingle: UInt64 { Bit.same(tokens.count, 1) }
  @inline(__always) func isType(_ type: Int) -> UInt64 { Bit.same(self.type, type) }

  static let person = 0
  static let place = 1
  static let organization = 2
  static let other = 3
}

/// The linear span model: scores every candidate span of every region for every type and takes the best set that does not overlap, twice;
/// the second time with what the first decided elsewhere in the article.
struct NameModel {
  let gazetteer: GazetteerFile
  let weights: NameWeights
  let suffixes: SuffixTable
  let habits = NameHabits()
  let calibration = MarginCalibration()
  let collector = EvidenceCollector()
  let classOf: GazetteerClasses

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    weights = NameWeights(gazetteer)
    classOf = GazetteerClasses(gazetteer.names)
    suffixes = SuffixTable(gazetteer)
  }

  /// Calls `body` with the features of each region.
  @inline(__always)
  func eachRegion(
    _ tokens: TokenColumns, _ sentences: [Sentence], _ bytes: UnsafeBufferPointer<UInt8>, _ space: inout NameBuffers,
    _ body: (NameRegionState, SpanFeatures, inout NameBuffers) -> Void
  ) {
    var context = SpanContext(
      tokens: tokens, columns: space.columns, evidence: space.evidence, bytes: bytes, bases: .shared, allMatches: space.matches,
      window: space.columns.window)
    withUnsafeMutablePointer(to: &context) { context in
      for index in 0..<space.regions.count {
        let state = space.regions[index]
        context.pointee.region = state.region
        context.pointee.sentence = sentences[state.sentence].tokens
        context.pointee.line = space.lines[state.sentence]
        context.pointee.matches = state.matches
        context.pointee.window = space.windows.window(at: state.window, of: state.region, space.columns.window)
        body(state, SpanFeatures(context: context), &space)
      }
    }
  }

  // MARK: Scoring and decoding

  /// The names of the article, in text order, for looking inside: all candidates get their whole score.
  func decode(_ analysis: Analysis, _ space: inout NameBuffers) -> [NameSpan] {
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      var spans: [NameSpan] = []
      _ = analysis.tokens.withColumns { decode($0, analysis, bytes, &space, skipsHopeless: false, into: &spans) }
      return spans
    }
  }

  /// Writes the names of the article into `spans`, over what stands there.
  ///
  /// - Parameter skipsHopeless: leaves out what can change nothing, the second pass's features of candidates that none of them can save.
  func decode(
    _ tokens: TokenColumns, _ analysis: Analysis, _ bytes: UnsafeBufferPointer<UInt8>, _ space: inout NameBuffers,
    skipsHopeless: Bool = true, into spans: inout [NameSpan]
  ) {
    prepare(tokens, analysis, bytes, &space)
    let rows = weights.rows
    let scorer = SpanScorer(rows: rows, parts: space.readings.sums, shared: space.shared)
    // A column: an array would ask at every name whether somebody else holds it.
    var found = space.spans
    found.removeAll()
    eachRegion(tokens, analysis.sentences, bytes, &space) { state, features, space in
      let speaking = scorer.score(state.candidates, of: space.candidates.base, features)
      let before = found.count
      best(state, speaking, offset: 0, &space, into: &found)
      // The second pass will most often choose the same, and explain it.
      for index in before..<found.count { features.fetchStrongest(found[index], space.readings.strongestParts) }
    }
    label(found.elements, tokens, &space)
    found.removeAll()
    eachRegion(tokens, analysis.sentences, bytes, &space) { state, features, space in
      var speaking = SpeakingCandidates()
      for index in state.candidates {
        let candidate = space.candidates.base + index
        let (start, end) = (Int(candidate.pointee.start), Int(candidate.pointee.end))
        let most = weights.mostOfSecond(isSingle: end == start + 1)
        if skipsHopeless, !SpeakingCandidates.speaks(candidate.pointee.score.highHalf &+ most) { continue }
        if features.hasSecond(start, end) {
          var sink = ScoreSink(rows: rows, parts: space.readings.sums, sum: candidate.pointee.score)
          features.second(start, end, candidate.pointee.phrase, space.labels, into: &sink)
          candidate.pointee.score = sink.sum
        }
        speaking.note(index, candidate.pointee.score.highHalf)
      }
      let before = found.count
      best(state, speaking, offset: 4, &space, into: &found)
      if features.line == .running {
        addCertain(state, tokens, bytes, &space, from: before, into: &found)
        if found.count == before { addTitledMonth(state.region, tokens, space.columns, into: &found) }
      }
      for index in before..<found.count { explain(&found.base[index], features, &space) }
    }
    spans.removeAll(keepingCapacity: true)
    spans.append(contentsOf: found.elements)
    space.spans = found
  }

  /// Adds the countries and nationalities of a region that no chosen span holds: texts may teach a model to pass over "southern Lebanon", but a
  /// country's name is never nothing.
  @inline(__always)
  private func addCertain(
    _ state: NameRegionState, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ space: inout NameBuffers, from first: Int,
    into spans: inout Column<NameSpan>
  ) {
    // "2019 Australian federal election": the year's event, not the country, is named.
    if space.columns[state.region.start].kind == .year { return }
    for index in state.matches {
      let match = space.matches[index]
      guard match.classes & GazetteerClass.certainMask != 0, Int(match.start) >= state.region.start, Int(match.end) <= state.region.end,
        !isCurrency(Int(match.end), tokens, bytes)
      else { continue }
      insert(match, space.columns, from: first, into: &spans)
    }
  }

  /// Adds the person of a region like "Mrs May": behind a title the name of a month that no number follows is a surname, though the model knows
  /// the word as a month, or as the verb.
  @inline(__always)
  private func addTitledMonth(_ region: NameRegion, _ tokens: TokenColumns, _ columns: NameColumns, into spans: inout Column<NameSpan>) {
    let last = region.end - 1
    guard last > region.start, columns[last].kind == .month, columns[last - 1].kind == .title, columns[last].capital,
      region.end == tokens.count || !tokens.is(region.end, .hasDigit), tokens.profile[last].surname > 0
    else { return }
    spans.append(NameSpan(TokenRange(last, region.end), NameSpan.person, by: .month))
  }

  /// Whether an amount of money starts at `token`: "US$34 billion", "U.S. dollars".
  private func isCurrency(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token < tokens.count else { return false }
    if tokens.is(token, .punctuation), TokenKind.punctuation(bytes, Int(tokens.start[token]), tokens.length(token)) == .mark {
      return token + 1 < tokens.count && tokens.is(token + 1, .hasDigit)
    }
    return tokens.has(token, .currencyWord)
  }

  @inline(never)
  private func insert(_ match: RegionMatch, _ columns: NameColumns, from first: Int, into spans: inout Column<NameSpan>) {
    var at = first
    while at < spans.count, spans[at].tokens.end <= match.start { at += 1 }
    guard at == spans.count || spans[at].tokens.start >= match.end, columns[Int(match.start)].capital else { return }
    let isCountry = match.classes & 1 << UInt64(GazetteerClass.country.rawValue) != 0
    let range = TokenRange(Int(match.start), Int(match.end))
    let span = NameSpan(range, isCountry ? NameSpan.place : NameSpan.other, by: .country)
    spans.append(span)
    for index in stride(from: spans.count - 1, to: at, by: -1) { spans[index] = spans[index - 1] }
    spans[at] = span
  }

  /// The confidence of a name that only the gazetteer speaks for.
  static let certainMargin: Float = 0.5

  /// Finds the strongest features of a chosen span.
  @inline(__always)
  func explain(_ span: inout NameSpan, _ features: SpanFeatures, _ space: inout NameBuffers) {
    var sink = StrongestSink(rows: weights.rows, parts: space.readings.strongestParts, type: span.type)
    let end = Int(span.tokens.end)
    features.base(span.tokens.first, end, into: &sink)
    features.second(
      span.tokens.first, end, DocumentEvidence.phraseKey(features.tokens.lexeme, span.tokens.first, end), space.labels, into: &sink)
    span.strongest = sink.found
    if sink.found.first.isSome { weights.fetchEvidence(of: sink.found.first.feature) }
    if sink.found.second.isSome { weights.fetchEvidence(of: sink.found.second.feature) }
  }

  /// Appends the evidence of a chosen span, as the graph shows it.
  func record(_ span: NameSpan, into evidence: inout Column<Evidence>) {
    if let rule = span.rule.evidence { evidence.append(rule) }
    record(span.strongest.first, into: &evidence)
    record(span.strongest.second, into: &evidence)
  }

  private func record(_ item: WeighedFeature, into evidence: inout Column<Evidence>) {
    guard item.isSome else { return }
    var made = weights.evidence(of: item.feature)
    made.weight = item.weight
    evidence.append(made)
  }

  /// Writes first-pass labels into the document evidence and, by token, into `labels`.
  func label(_ spans: UnsafeBufferPointer<NameSpan>, _ tokens: TokenColumns, _ space: inout NameBuffers) {
    let labels = space.labels
    for span in spans {
      for token in span.tokens.indices {
        labels[token] = FirstPassLabel(type: UInt8(span.type), start: span.tokens.start, end: span.tokens.end)
      }
      if span.tokens.count == 1 {
        let token = span.tokens.first
        let row =
          space.columns.isCapital(token)
          ? Int(space.evidence.row[token]) : space.evidence.words.find(DocumentEvidence.wordKey(tokens.lexeme[token]))
        if row >= 0 { space.evidence.word.base[row].phrase.labels[span.type] &+= 1 }
      } else {
        let row = space.evidence.phraseRow(DocumentEvidence.phraseKey(tokens.lexeme, span.tokens.first, Int(span.tokens.end)))
        space.evidence.phrase.base[row].labels[span.type] &+= 1
      }
    }
    let words = space.evidence.word.base
    var token = space.columns.capitals.next(from: 0, limit: tokens.count)
    while token < tokens.count {
      let row = Int(space.evidence.row[token])
      let label = labels[token]
      if label.type == 255 {
        words[row].unlabelled &+= 1
      } else {
        words[row].labels[Int(label.type)] &+= 1
        if label.end - label.start > 1 {
          let position = token == Int(label.start) ? 0 : token == Int(label.end) - 1 ? 2 : 1
          words[row].addPlace(Int(label.type), position)
        }
      }
      token = space.columns.capitals.next(from: token + 1, limit: tokens.count)
    }
  }

  /// The best-scoring set of spans of one region that do not overlap; `offset` chooses the pass.
  @inline(__always)
  private func best(
    _ state: NameRegionState, _ speaking: SpeakingCandidates, offset: Int, _ space: inout NameBuffers, into spans: inout Column<NameSpan>
  ) {
    // In most regions one candidate at most speaks for a name: nothing to choose between.
    if speaking.count == 1 {
      append(space.candidates[speaking.last], offset, into: &spans)
    } else if speaking.count == 2 {
      choose(space.candidates[speaking.beforeLast], space.candidates[speaking.last], offset, into: &spans)
    } else if speaking.count > 2 {
      choose(state, offset, &space, into: &spans)
    }
  }

  /// The same where two candidates, ordered by start, speak for names: both, or the better one; of equals the one that ends later.
  @inline(__always)
  private func choose(_ one: NameCandidate, _ other: NameCandidate, _ offset: Int, into spans: inout Column<NameSpan>) {
    if one.end <= other.start {
      append(one, offset, into: &spans)
      append(other, offset, into: &spans)
      return
    }
    let (value, otherValue) = (NameModel.highest(one.score, offset), NameModel.highest(other.score, offset))
    let isOther = otherValue > value || otherValue == value && other.end > one.end
    append(isOther ? other : one, offset, into: &spans)
  }

  @inline(never)
  private func choose(_ state: NameRegionState, _ offset: Int, _ space: inout NameBuffers, into spans: inout Column<NameSpan>) {
    let length = state.region.end - state.region.start
    let candidates = space.candidates
    let values = space.best.base
    let choices = space.choice.base
    for position in 1...length {
      values[position] = Int32.min / 2
      choices[position] = -1
    }
    values[0] = 0
    // Candidates are ordered by start: each value is final before a span that starts there is tried.
    var reached = 0
    for index in state.candidates {
      let start = Int(candidates[index].start) - state.region.start
      while reached < start { pass(&reached, values, choices) }
      let scores = candidates[index].score
      // No branches: half of the candidates speak for something, and half of those are the best so far.
      let mask = SpeakingCandidates.mask(offset == 0 ? scores.lowHalf : scores.highHalf)
      let value = (values[start] &+ Int32(NameModel.highest(scores, offset))) & mask | Int32.min & ~mask
      let end = Int(candidates[index].end) - state.region.start
      let (known, choice) = (values[end], choices[end])
      values[end] = max(value, known)
      choices[end] = value > known ? Int32(truncatingIfNeeded: index) : choice
    }
    while reached < length { pass(&reached, values, choices) }
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
    // They were found from the end on.
    var ordered = UnsafeMutableBufferPointer(start: spans.base + before, count: spans.count - before)
    ordered.reverse()
  }

  /// Goes one position on: what is best up to it is so up to the next, unless a span that ends there is better.
  @inline(__always)
  private func pass(_ position: inout Int, _ values: UnsafeMutablePointer<Int32>, _ choices: UnsafeMutablePointer<Int32>) {
    if values[position] > values[position + 1] {
      values[position + 1] = values[position]
      choices[position + 1] = -1
    }
    position += 1
  }

  /// Appends the candidate as a span of its best type, if any type has a positive score.
  @inline(__always)
  private func append(_ candidate: NameCandidate, _ offset: Int, into spans: inout Column<NameSpan>) {
    let (type, score, second) = NameModel.top(candidate.score, offset)
    guard score > 0 else { return }
    spans.append(
      NameSpan(
        tokens: TokenRange(Int(candidate.start), Int(candidate.end)), type: type, margin: Float(Int(score) - max(0, Int(second))) / 100))
  }

  @inline(__always)
  private static func highest(_ scores: SpanScore, _ offset: Int) -> Int16 {
    let half = offset == 0 ? scores.lowHalf : scores.highHalf
    return max(max(half[0], half[1]), max(half[2], half[3]))
  }

  @inline(__always)
  private static func top(_ scores: SpanScore, _ offset: Int) -> (type: Int, score: Int16, second: Int16) {
    let half = offset == 0 ? scores.lowHalf : scores.highHalf
    // No branches: which type wins is anybody's guess. Each score above its lane, so that of equal scores the first lane's is the largest.
    func ranked(_ lane: Int) -> Int32 { Int32(half[lane]) &* 4 &+ Int32(truncatingIfNeeded: 3 &- lane) }
    let (one, other) = (max(ranked(0), ranked(1)), max(ranked(2), ranked(3)))
    let (under, below) = (min(ranked(0), ranked(1)), min(ranked(2), ranked(3)))
    let first = max(one, other)
    let next = max(min(one, other), max(under, below))
    return (Int(3 &- first & 3), Int16(truncatingIfNeeded: first &>> 2), Int16(truncatingIfNeeded: next &>> 2))
  }
}
