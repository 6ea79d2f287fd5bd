/// What the features of spans are computed from.
struct SpanContext {
  let tokens: TokenColumns
  let columns: NameColumns
  let evidence: DocumentEvidence
  let bytes: UnsafeBufferPointer<UInt8>
  let bases: FeatureBases
  let allMatches: Column<RegionMatch>
  /// Kept here: a global's first use would be asked for each time.
  let heads = TokenReading.heads
  // The region at hand.
  var sentence = TokenRange(0, 0)
  var line = EvidenceCollector.Line.running
  var region = NameRegion(start: 0, end: 0)
  var matches = 0..<0
  var window: RegionWindow
}

/// Computes a span's features from columns, classes, matches and document evidence.
///
/// The features stand in groups by what they depend on: the token that opens the span (`before`, `opening`), the one that closes it (`after`,
/// `closing`), or the whole of it. What depends on one token alone is a part of its reading (`TokenReading`). Spans of one region share their
/// ends, so the scorer adds each group up once (`SpanScorer`); whoever wants all features of one span calls `base`.
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
      opening(start, .beforeOne, .alone, into: &sink)
      sink.add(.afterOne, of: reading(end))
      single(start, into: &sink)
      gazetteer(start, end, many: 0, into: &sink)
    } else {
      opening(start, .beforeMany, .opening, into: &sink)
      closing(end, into: &sink)
      var contents = SpanContents(start: start)
      while contents.end < end { extend(&contents, into: &sink) }
      whole(contents, into: &sink)
      gazetteer(start, end, many: 1, into: &sink)
    }
  }

  /// Asks for the memory of what `base` will give a `StrongestSink` for a span.
  @inline(__always)
  func fetchStrongest(_ span: NameSpan, _ parts: StrongestParts) {
    let (first, end, type) = (span.tokens.first, Int(span.tokens.end), span.type)
    let isSingle = end == first + 1
    parts.fetch(isSingle ? .beforeOne : .beforeMany, of: reading(first - 1), type: type)
    parts.fetch(isSingle ? .alone : .opening, of: reading(first), type: type)
    if !isSingle { parts.fetch(.closing, of: reading(end - 1), type: type) }
    parts.fetch(isSingle ? .afterOne : .afterMany, of: reading(end), type: type)
  }

  /// The kind of a token of the region, or of one of the two on each side.
  @inline(__always) func kind(_ token: Int) -> Int { context.pointee.window.kind(token) }
  /// The reading of a token in the region or right beside it.
  @inline(__always) func reading(_ token: Int) -> Int32 { context.pointee.window.reading(token) }

  // MARK: What stands around

  /// What stands before a span that starts at `start`, beside the reading of the token right before it.
  @inline(__always)
  func before(_ start: Int, into sink: inout some FeatureSink) {
    let left = kind(start - 1)
    let beyond = kind(start - 2)
    sink.add(bases[.left2] &+ beyond)
    sink.add(bases[.leftAdjacent] &+ left &* 64 &+ kind(start), if: start > region.start)
    if left == Int(TokenKind.comma.rawValue), start > Int(sentence.start) + 1 {
      sink.add(bases[.leftComma] &+ beyond)
      if tokens.has(start &- 2, .role) { sink.add(bases[.context] &+ 1) }
    }
  }

  /// What stands behind a span that ends before `end`, beside the reading of the token right behind it.
  @inline(__always)
  func after(_ end: Int, into sink: inout some FeatureSink) {
    let right = kind(end)
    let beyond = kind(end + 1)
    sink.add(bases[.right2] &+ beyond)
    sink.add(bases[.rightAdjacent] &+ kind(end &- 1) &* 64 &+ right, if: end < region.end)
    let upper = Int(sentence.end)
    guard end + 1 < upper else { return }
    if right == Int(TokenKind.comma.rawValue) {
      sink.add(bases[.rightComma] &+ beyond)
      var ahead = end + 1
      while ahead < min(upper, end + 5) {
        if tokens.has(ahead, .role) {
          sink.add(bases[.context])
          break
        }
        ahead += 1
      }
    }
    if right == Int(TokenKind.open.rawValue), beyond == Int(TokenKind.acronym.rawValue) { sink.add(bases[.context] &+ 2) }
  }

  // MARK: First and last word

  /// The first word, which adds `part`, and the one before it, which adds `before`.
  @inline(__always)
  func opening(_ start: Int, _ before: ReadingPart, _ part: ReadingPart, into sink: inout some FeatureSink) {
    sink.add(before, of: reading(start &- 1))
    sink.add(part, of: reading(start))
    let opens = start == Int(sentence.start)
    guard opens || line != .running else { return }
    let word = Int(evidence.row[start])
    guard word >= 0 else { return }
    let many = part == .alone ? 0 : 1
    sink.add(bases[.documentStart] &+ many, if: evidence.word[word].has(.low))
    sink.add(bases[.documentStart] &+ 2 &+ many, if: evidence.word[word].has(.middle, beside: opens ? 0 : 1))
  }

  /// The last of several words, of a span that ends before `end`, and the word behind it.
  @inline(__always)
  func closing(_ end: Int, into sink: inout some FeatureSink) {
    sink.add(.afterMany, of: reading(end))
    sink.add(.closing, of: reading(end &- 1))
    let word = Int(evidence.row[end - 1])
    guard word >= 0 else { return }
    sink.add(bases[.documentLast], if: evidence.word[word].has(.titled))
    sink.add(bases[.documentLast] &+ 1, if: evidence.word[word].has(.said))
  }
}
