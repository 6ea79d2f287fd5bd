/// What the features of spans are computed from.
struct SpanContext {
  let tokens: TokenColumns
  let columns: NameColumns
  let evidence: DocumentEvidence
  let bytes: UnsafeBufferPointer<UInt8>
  let bases: FeatureBases
  let allMatches: Column<RegionMatch>
  /// Classes of words that say what a name is of.
  let heads = WordClassSet(
    .orgHead, .placeHead, .eventHead, .lawHead, .legalForm, .mediaHead, .teamHead, .title, .direction, .partyWord, .productHead,
    .diseaseHead)
  // The region at hand.
  var sentence = TokenRange(0, 0)
  var line = EvidenceCollector.Line.running
  var region = NameRegion(start: 0, end: 0)
  var matches = 0..<0
}

/// Computes a span's features from columns, classes, matches and document evidence.
///
/// The features stand in groups by what they depend on: the token that opens the span (`before`, `first`), the one that closes it (`after`,
/// `last`), or the whole of it. Spans of one region share their ends, so the scorer adds each group up once (`SpanScorer`); whoever wants all
/// features of one span calls `base`.
struct SpanFeatures {
  /// Where the article and the region at hand lie. An address, because so large a struct would be copied at every call.
  let context: UnsafeMutablePointer<SpanContext>

  @inline(__always) var tokens: TokenColumns { context.pointee.tokens }
  @inline(__always) var columns: NameColumns { context.pointee.columns }
  @inline(__always) var evidence: DocumentEvidence { context.pointee.evidence }
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { context.pointee.bytes }
  @inline(__always) var bases: FeatureBases { context.pointee.bases }
  @inline(__always) var heads: WordClassSet { context.pointee.heads }
  @inline(__always) var allMatches: Column<RegionMatch> { context.pointee.allMatches }
  @inline(__always) var sentence: TokenRange { context.pointee.sentence }
  @inline(__always) var line: EvidenceCollector.Line { context.pointee.line }
  @inline(__always) var region: NameRegion { context.pointee.region }
  @inline(__always) var matches: Range<Int> { context.pointee.matches }

  /// Everything that does not need first-pass labels.
  @inline(__always)
  func base(_ start: Int, _ end: Int, into sink: inout some FeatureSink) {
    before(start, into: &sink)
    after(end, into: &sink)
    if end == start + 1 {
      first(start, many: 0, into: &sink)
      closing(end, many: 0, into: &sink)
      single(start, into: &sink)
      gazetteer(start, end, many: 0, into: &sink)
    } else {
      first(start, many: 1, into: &sink)
      closing(end, many: 1, into: &sink)
      var contents = SpanContents(start: start)
      while contents.end < end { extend(&contents, into: &sink) }
      whole(contents, into: &sink)
      gazetteer(start, end, many: 1, into: &sink)
    }
  }

  @inline(__always) func kind(_ token: Int) -> Int {
    if token < Int(sentence.start) { return Int(TokenKind.bos.rawValue) }
    return token < Int(sentence.end) ? Int(columns[token].kind.rawValue) : Int(TokenKind.eos.rawValue)
  }

  // MARK: What stands around

  /// What stands before a span that starts at `start`.
  @inline(__always)
  func before(_ start: Int, into sink: inout some FeatureSink) {
    let left = kind(start - 1)
    let beyond = kind(start - 2)
    sink.add(bases[.left1] + left)
    sink.add(bases[.left2] + beyond)
    let lower = Int(sentence.start)
    guard start > lower else { return }
    let extra = columns[start - 1].capital ? columns[start - 1].extra : 0
    let template = tokens.flags[start - 1].contains(.capitalized) ? FeatureTemplate.leftClassCapital : .leftClass
    sink.add(tokens.classes[start - 1], 0, from: bases[template])
    sink.add(bits: UInt64(extra), from: bases[.leftClassCapital] + 128)
    if start > region.start { sink.add(bases[.leftAdjacent] + left * 64 + kind(start)) }
    if start > lower + 1, left == Int(TokenKind.comma.rawValue) {
      sink.add(bases[.leftComma] + beyond)
      if tokens.has(start - 2, .role) { sink.add(bases[.context] + 1) }
    }
  }

  /// What stands behind a span that ends before `end`.
  @inline(__always)
  func after(_ end: Int, into sink: inout some FeatureSink) {
    let right = kind(end)
    let beyond = kind(end + 1)
    sink.add(bases[.right1] + right)
    sink.add(bases[.right2] + beyond)
    let upper = Int(sentence.end)
    guard end < upper else { return }
    let extra = columns[end].capital ? columns[end].extra : 0
    let template = tokens.flags[end].contains(.capitalized) ? FeatureTemplate.rightClassCapital : .rightClass
    sink.add(tokens.classes[end], 0, from: bases[template])
    sink.add(bits: UInt64(extra), from: bases[.rightClassCapital] + 128)
    if end < region.end { sink.add(bases[.rightAdjacent] + kind(end - 1) * 64 + right) }
    if right == Int(TokenKind.possessive.rawValue) { sink.add(bases[.context] + 5) }
    guard end + 1 < upper else { return }
    if right == Int(TokenKind.comma.rawValue) {
      sink.add(bases[.rightComma] + beyond)
      var ahead = end + 1
      while ahead < min(upper, end + 5) {
        if tokens.has(ahead, .role) {
          sink.add(bases[.context])
          break
        }
        ahead += 1
      }
    }
    if right == Int(TokenKind.open.rawValue), beyond == Int(TokenKind.acronym.rawValue) { sink.add(bases[.context] + 2) }
  }

  // MARK: First and last word

  /// The first word; `many` is 1 for spans of two tokens or more.
  @inline(__always)
  func first(_ start: Int, many: Int, into sink: inout some FeatureSink) {
    let row = columns[start]
    sink.add(bases[.left1Length] + many * 64 + kind(start - 1))
    sink.add(bases[.kindFirst] + many * 64 + Int(row.kind.rawValue))
    sink.add(bases[.tagFirst] + many * 40 + Int(row.tag))
    let opens = start == Int(sentence.start)
    let risk = many * 7 + Int(row.risk)
    if line == .running {
      sink.add(bases[.shapeFirst] + many * 16 + Int(row.shape.rawValue))
      sink.add(bases[.riskFirst] + risk)
      if opens { sink.add(bases[.startRisk] + risk) }
    } else {
      // Where every word has a capital, letters say nothing and the words' own habits all the more.
      sink.add(bases[.lineRisk] + (line == .capitals ? 0 : 14) + risk)
    }
    sink.add(tokens.classes[start], row.extra, from: bases[.classFirst] + many * 144)
    let word = Int(evidence.row[start])
    guard word >= 0 else { return }
    if opens || line != .running {
      if evidence.word[word].has(.low) { sink.add(bases[.documentStart] + many) }
      if evidence.word[word].has(.middle, beside: opens ? 0 : 1) { sink.add(bases[.documentStart] + 2 + many) }
    }
  }

  /// The last word of a span that ends before `end`.
  @inline(__always)
  func closing(_ end: Int, many: Int, into sink: inout some FeatureSink) {
    sink.add(bases[.right1Length] + many * 64 + kind(end))
    guard many == 1 else { return }
    let row = columns[end - 1]
    sink.add(bases[.kindLast] + Int(row.kind.rawValue))
    sink.add(bases[.tagLast] + Int(row.tag))
    if line == .running {
      sink.add(bases[.shapeLast] + Int(row.shape.rawValue))
      sink.add(bases[.riskLast] + Int(row.risk))
    }
    sink.add(tokens.classes[end - 1], row.extra, from: bases[.classLast])
    let word = Int(evidence.row[end - 1])
    guard word >= 0 else { return }
    if evidence.word[word].has(.titled) { sink.add(bases[.documentLast]) }
    if evidence.word[word].has(.said) { sink.add(bases[.documentLast] + 1) }
  }
}
