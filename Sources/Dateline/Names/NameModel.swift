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
    columnReader = NameColumnReader(lexicon: gazetteer.lexicon, suffixes: SuffixTable(gazetteer), classOf: classOf)
  }

  /// The class of entry `entry`.
  func gazetteerClass(_ entry: EntryID) -> GazetteerClass { classOf[entry] }

  /// The features of the article's spans; set `region` and its companions before asking.
  private func features(_ tokens: TokenPointers, _ space: NameWorkspace) -> SpanFeatures {
    SpanFeatures(
      tokens: tokens, columns: space.columns, evidence: space.evidence, acronyms: space.acronyms, bases: .shared, allMatches: space.matches)
  }

  /// Calls `body` with the features of each region.
  func eachRegion(_ analysis: Analysis, _ space: NameWorkspace, _ body: (NameRegionState, SpanFeatures) -> Void) {
    _ = analysis.tokens.withPointers { tokens in
      var features = features(tokens, space)
      for index in 0..<space.regions.count {
        let state = space.regions[index]
        features.region = state.region
        features.sentence = analysis.sentences[state.sentence].tokens
        features.line = space.lines[state.sentence]
        features.matches = state.matches
        body(state, features)
      }
    }
  }

  // MARK: Scoring and decoding

  /// The names of the article, in text order.
  func decode(_ analysis: Analysis, _ space: NameWorkspace) -> [NameSpan] {
    prepare(analysis, space)
    let candidates = space.candidates
    weights.rows.withUnsafeBufferPointer { rows in
      eachRegion(analysis, space) { state, features in
        for index in state.candidates {
          var sink = ScoreSink(rows: rows)
          features.base(Int(candidates[index].start), Int(candidates[index].end), into: &sink)
          candidates.base[index].score = sink.sum
        }
      }
    }
    var first: [NameSpan] = []
    for index in 0..<space.regions.count { best(space.regions[index], candidates, offset: 0, into: &first) }
    label(first, analysis, space)
    weights.rows.withUnsafeBufferPointer { rows in
      eachRegion(analysis, space) { state, features in
        for index in state.candidates {
          var sink = ScoreSink(rows: rows, sum: candidates[index].score)
          features.second(Int(candidates[index].start), Int(candidates[index].end), space.labels, into: &sink)
          candidates.base[index].score = sink.sum
        }
      }
    }
    var second: [NameSpan] = []
    for index in 0..<space.regions.count { best(space.regions[index], candidates, offset: 4, into: &second) }
    explain(&second, analysis, space)
    return second
  }

  /// Finds the strongest features of the chosen spans.
  private func explain(_ spans: inout [NameSpan], _ analysis: Analysis, _ space: NameWorkspace) {
    var next = 0
    var explained = spans
    weights.rows.withUnsafeBufferPointer { rows in
      eachRegion(analysis, space) { state, features in
        while next < explained.count, explained[next].tokens.first < state.region.end {
          let span = explained[next]
          var sink = StrongestSink(rows: rows, lane: span.type + 4)
          features.base(span.tokens.first, Int(span.tokens.end), into: &sink)
          features.second(span.tokens.first, Int(span.tokens.end), space.labels, into: &sink)
          explained[next].strongest = sink.features
          explained[next].contributions = sink.weights
          next += 1
        }
      }
    }
    spans = explained
  }

  /// The evidence of a chosen span, as the graph shows it.
  func evidence(_ span: NameSpan) -> [Evidence] {
    var items: [Evidence] = []
    items.reserveCapacity(2)
    for lane in 0..<2 where span.strongest[lane] >= 0 {
      let feature = Int(span.strongest[lane])
      items.append(Evidence(weights.kind(feature), weights.name(feature), span.contributions[lane]))
    }
    return items
  }

  /// Writes first-pass labels into the document evidence and, by token, into `labels`.
  func label(_ spans: [NameSpan], _ analysis: Analysis, _ space: NameWorkspace) {
    let tokens = analysis.tokens
    space.labels.reset(count: tokens.count, repeating: .none)
    let labels = space.labels
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
  }

  /// The best-scoring set of spans of one region that do not overlap; `offset` chooses the pass.
  private func best(_ state: NameRegionState, _ candidates: Column<NameCandidate>, offset: Int, into spans: inout [NameSpan]) {
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
