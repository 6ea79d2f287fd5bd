/// Receives the features of one span.
protocol FeatureSink {
  /// Feature number `feature` holds.
  mutating func add(_ feature: Int)
}

/// Adds the weights up.
struct ScoreSink: FeatureSink {
  let rows: WeightRows
  var sum: SIMD8<Float> = .zero

  @inline(__always) mutating func add(_ feature: Int) { sum += rows[feature] }
}

/// Keeps the four features that say most for one type.
struct StrongestSink: FeatureSink {
  let rows: WeightRows
  let lane: Int
  var features = SIMD4<Int32>(repeating: -1)
  var weights = SIMD4<Float>.zero

  init(rows: WeightRows, lane: Int) {
    self.rows = rows
    self.lane = lane
  }

  @inline(__always) mutating func add(_ feature: Int) {
    let weight = rows[feature][lane]
    guard weight > weights[3] else { return }
    var at = 3
    while at > 0, weight > weights[at - 1] {
      weights[at] = weights[at - 1]
      features[at] = features[at - 1]
      at -= 1
    }
    weights[at] = weight
    features[at] = Int32(truncatingIfNeeded: feature)
  }
}

/// Keeps the numbers: for `explain` and for fitting.
struct ListSink: FeatureSink {
  var features: [Int32] = []
  mutating func add(_ feature: Int) { features.append(Int32(truncatingIfNeeded: feature)) }
}

/// Bases of the templates as one address, so that no loop asks for a global or counts references. Lives as long as the process.
struct FeatureBases: @unchecked Sendable {
  private let bases: UnsafePointer<Int>
  static let shared = FeatureBases()

  private init() {
    let copy = UnsafeMutablePointer<Int>.allocate(capacity: FeatureTemplate.bases.count)
    copy.initialize(from: FeatureTemplate.bases, count: FeatureTemplate.bases.count)
    bases = UnsafePointer(copy)
  }

  @inline(__always) subscript(_ template: FeatureTemplate) -> Int { bases[template.rawValue] }
}

/// A match of the gazetteer that lies in or across a region: where, and the classes of its readings.
struct RegionMatch {
  var start: Int32
  var end: Int32
  var classes: UInt64
}

/// Computes a span's features from columns, classes, matches and document evidence.
struct SpanFeatures {
  let tokens: TokenColumns
  let columns: NameColumns
  let evidence: DocumentEvidence
  /// For each token its letters, when it may be an acronym, else 0.
  let acronyms: Column<UInt64>
  let bases: FeatureBases
  let allMatches: Column<RegionMatch>
  // The region at hand.
  var sentence = TokenRange(0, 0)
  var line = EvidenceCollector.Line.running
  var region = NameRegion(start: 0, end: 0)
  var matches = 0..<0

  @inline(__always) private func kind(_ token: Int) -> Int {
    if token < Int(sentence.start) { return Int(TokenKind.bos.rawValue) }
    return token < Int(sentence.end) ? Int(columns[token].kind.rawValue) : Int(TokenKind.eos.rawValue)
  }

  @inline(__always) private func each(_ set: WordClassSet, _ extra: UInt16, _ base: Int, _ sink: inout some FeatureSink) {
    var bits = set.low
    while bits != 0 {
      sink.add(base + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    bits = set.high
    while bits != 0 {
      sink.add(base + 64 + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    var more = extra
    while more != 0 {
      sink.add(base + 128 + more.trailingZeroBitCount)
      more &= more - 1
    }
  }

  @inline(__always) private func each(_ classes: UInt64, _ base: Int, _ sink: inout some FeatureSink) {
    var bits = classes
    while bits != 0 {
      sink.add(base + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  /// Everything that does not need first-pass labels.
  @inline(__always)
  func base(_ start: Int, _ end: Int, into sink: inout some FeatureSink) {
    let length = end - start
    let many = length > 1 ? 1 : 0
    let last = end - 1
    sink.add(bases[.any] + many)
    sink.add(bases[.length] + min(length, 6) - 1)
    if line != .running { sink.add(bases[.line] + (line == .capitals ? 0 : 2) + many) }
    context(start, end, many, into: &sink)
    inner(start, end, many, last, into: &sink)
    words(start, end, many, last, into: &sink)
    gazetteer(start, end, many, into: &sink)
    document(start, end, many, last, into: &sink)
  }

  @inline(__always)
  private func context(_ start: Int, _ end: Int, _ many: Int, into sink: inout some FeatureSink) {
    let left = kind(start - 1)
    let right = kind(end)
    let lower = Int(sentence.start)
    let upper = Int(sentence.end)
    sink.add(bases[.left1] + left)
    sink.add(bases[.left2] + kind(start - 2))
    sink.add(bases[.right1] + right)
    sink.add(bases[.right2] + kind(end + 1))
    sink.add(bases[.left1Length] + many * 64 + left)
    sink.add(bases[.right1Length] + many * 64 + right)
    if start > lower {
      each(tokens.classes[start - 1], 0, bases[tokens.flags[start - 1].contains(.capitalized) ? .leftClassCapital : .leftClass], &sink)
      if columns[start - 1].capital { each(WordClassSet(low: 0, high: 0), columns[start - 1].extra, bases[.leftClassCapital], &sink) }
    }
    if end < upper {
      each(tokens.classes[end], 0, bases[tokens.flags[end].contains(.capitalized) ? .rightClassCapital : .rightClass], &sink)
      if columns[end].capital { each(WordClassSet(low: 0, high: 0), columns[end].extra, bases[.rightClassCapital], &sink) }
    }
    if start > region.start { sink.add(bases[.leftAdjacent] + left * 64 + kind(start)) }
    if end < region.end { sink.add(bases[.rightAdjacent] + kind(end - 1) * 64 + right) }
    let comma = Int(TokenKind.comma.rawValue)
    if start > lower + 1, left == comma {
      sink.add(bases[.leftComma] + kind(start - 2))
      if tokens.has(start - 2, .role) { sink.add(bases[.context] + 1) }
    }
    if end + 1 < upper, right == comma {
      sink.add(bases[.rightComma] + kind(end + 1))
      var ahead = end + 1
      while ahead < min(upper, end + 5) {
        if tokens.has(ahead, .role) {
          sink.add(bases[.context])
          break
        }
        ahead += 1
      }
    }
    if end + 1 < upper, right == Int(TokenKind.open.rawValue), columns[end + 1].kind == .acronym { sink.add(bases[.context] + 2) }
    if start > lower, end < upper, left == Int(TokenKind.open.rawValue), right == Int(TokenKind.close.rawValue) {
      sink.add(bases[.context] + 3)
    }
    if right == Int(TokenKind.possessive.rawValue) { sink.add(bases[.context] + 5) }
  }

  @inline(__always)
  private func inner(_ start: Int, _ end: Int, _ many: Int, _ last: Int, into sink: inout some FeatureSink) {
    let first = kind(start)
    sink.add(bases[.kindFirst] + many * 64 + first)
    let length = end - start
    if many == 1 { sink.add(bases[.kindLast] + kind(last)) }
    if length == 2 {
      sink.add(bases[.kindPair] + first * 64 + kind(last))
    } else if length == 3 {
      let groups = columns[start].kind.group * 256 + columns[start + 1].kind.group * 16 + columns[last].kind.group
      sink.add(bases[.groupTriple] + groups)
    }
    let isRunning = line == .running
    if isRunning {
      sink.add(bases[.shapeFirst] + many * 16 + Int(columns[start].shape.rawValue))
      sink.add(bases[.riskFirst] + many * 7 + Int(columns[start].risk))
    } else {
      // Where every word has a capital, letters say nothing and the words' own habits all the more.
      sink.add(bases[.lineRisk] + (line == .capitals ? 0 : 14) + many * 7 + Int(columns[start].risk))
    }
    sink.add(bases[.tagFirst] + many * 40 + Int(columns[start].tag))
    if many == 1 {
      if isRunning {
        sink.add(bases[.shapeLast] + Int(columns[last].shape.rawValue))
        sink.add(bases[.riskLast] + Int(columns[last].risk))
      }
      sink.add(bases[.tagLast] + Int(columns[last].tag))
    } else {
      sink.add(bases[.singleLength] + min(8, Int(tokens.end[start] - tokens.start[start])) - 1)
    }
    if isRunning, start == Int(sentence.start) { sink.add(bases[.startRisk] + many * 7 + Int(columns[start].risk)) }
    var risky = true
    var unknown = true
    var index = start
    while index < end {
      let risk = columns[index].risk
      if columns[index].capital, risk < 3 || risk > 5 { risky = false }
      if risk != NameRow.unknownRisk { unknown = false }
      if index > start, index < last, !columns[index].capital {
        sink.add(bases[.insideLeft] + kind(index) * 64 + kind(index - 1))
        sink.add(bases[.insideRight] + kind(index) * 64 + kind(index + 1))
      }
      index += 1
    }
    if risky, isRunning { sink.add(bases[.allRisky] + (start == Int(sentence.start) ? 3 : 0) + min(length, 3) - 1) }
    if unknown { sink.add(bases[.allUnknown] + min(length, 3) - 1) }
  }

  private static let heads = WordClassSet(
    .orgHead, .placeHead, .eventHead, .lawHead, .legalForm, .mediaHead, .teamHead, .title, .direction, .partyWord, .productHead,
    .diseaseHead)
  private static let nameBits: UInt16 = 0b111_1111

  @inline(__always)
  private func words(_ start: Int, _ end: Int, _ many: Int, _ last: Int, into sink: inout some FeatureSink) {
    each(tokens.classes[start], columns[start].extra, bases[.classFirst] + many * 144, &sink)
    var heads = WordClassSet(low: 0, high: 0)
    var middle = WordClassSet(low: 0, high: 0)
    var middleExtra: UInt16 = 0
    var names = 0
    var index = start
    while index < end {
      let classes = tokens.classes[index]
      heads.low |= classes.low & SpanFeatures.heads.low
      heads.high |= classes.high & SpanFeatures.heads.high
      if columns[index].extra & SpanFeatures.nameBits != 0 { names += 1 }
      if index > start, index < last {
        middle = middle.union(classes)
        middleExtra |= columns[index].extra
      }
      index += 1
    }
    each(heads, 0, bases[.classHas], &sink)
    if heads.isEmpty { sink.add(bases[.classHas] + 143) }
    sink.add(bases[.nameCount] + (names == end - start ? 0 : names > 0 ? 1 : 2))
    guard many == 1 else { return }
    each(tokens.classes[last], columns[last].extra, bases[.classLast], &sink)
    each(middle, middleExtra, bases[.classMiddle], &sink)
    sink.add(bases[.nameShape] + level(columns[start].extra, 0) * 4 + level(columns[last].extra, 3))
  }

  /// How common a name: 0 none, 1-3, from three bits at `shift`.
  @inline(__always) private func level(_ extra: UInt16, _ shift: UInt16) -> Int {
    let bits = Int(extra >> shift & 7)
    return bits & 4 != 0 ? 3 : bits & 2 != 0 ? 2 : bits & 1
  }

  @inline(__always)
  private func gazetteer(_ start: Int, _ end: Int, _ many: Int, into sink: inout some FeatureSink) {
    var exact: UInt64 = 0
    var above: UInt64 = 0
    var prefix: UInt64 = 0
    var suffix: UInt64 = 0
    var crossed = false
    for index in matches {
      let match = allMatches[index]
      let from = Int(match.start)
      let to = Int(match.end)
      if from == start, to == end {
        exact |= match.classes
      } else if from <= start, to >= end {
        above |= match.classes
      } else if from >= start, to <= end {
        if from == start { prefix |= match.classes } else if to == end { suffix |= match.classes }
      } else if to - from > 1, from < end, to > start {
        crossed = true
      }
    }
    each(exact, bases[.gazetteer] + many * GazetteerClass.allCases.count, &sink)
    each(above, bases[.gazetteerSuper], &sink)
    each(prefix, bases[.gazetteerPrefix], &sink)
    each(suffix, bases[.gazetteerSuffix], &sink)
    if exact == 0 { sink.add(bases[.gazetteerNone] + many) }
    if crossed { sink.add(bases[.context] + 4) }
  }

  @inline(__always)
  private func document(_ start: Int, _ end: Int, _ many: Int, _ last: Int, into sink: inout some FeatureSink) {
    let row = Int(evidence.row[start])
    if row >= 0 {
      let word = evidence.word[row]
      if start == Int(sentence.start) || line != .running {
        if word.low > 0 { sink.add(bases[.documentStart] + many) }
        if word.middle > (start > Int(sentence.start) ? 1 : 0) { sink.add(bases[.documentStart] + 2 + many) }
      } else if word.low > 0, many == 0 {
        sink.add(bases[.documentLow])
      }
      if many == 0 {
        let own: UInt16 = region.end - region.start > 1 ? 1 : 0
        let base = bases[.documentSingle]
        if word.inOrganization > own { sink.add(base) }
        if word.inPlace > own { sink.add(base + 1) }
        if word.inPerson > own { sink.add(base + 2) }
        if word.inLong > own { sink.add(base + 3) }
        if word.titled > own { sink.add(base + 4) }
        if word.said > own { sink.add(base + 5) }
        if word.inside > own { sink.add(base + 6) }
        if word.the > own { sink.add(base + 7) }
        if word.last > own { sink.add(base + 8) }
        if word.first > own { sink.add(base + 9) }
        let key = acronyms[start]
        if key != 0 {
          let found = evidence.acronyms.find(key)
          if found >= 0 { sink.add(bases[.documentAcronym] + Int(evidence.acronym[found]) - 1) }
        }
      }
    }
    if many == 1 {
      let lastRow = Int(evidence.row[last])
      if lastRow >= 0 {
        if evidence.word[lastRow].titled > 0 { sink.add(bases[.documentLast]) }
        if evidence.word[lastRow].said > 0 { sink.add(bases[.documentLast] + 1) }
      }
    }
    let phrase = evidence.phrases.find(DocumentEvidence.phraseKey(tokens.lexeme, start, end))
    let count = phrase < 0 ? 0 : Int(evidence.phrase[phrase].count)
    sink.add(bases[.documentPhrase] + many * 4 + min(count, 3))
  }
}
