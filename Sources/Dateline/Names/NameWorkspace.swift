/// One candidate span with its scores.
struct NameCandidate {
  var start: Int32
  var end: Int32
  /// Key of the words, for spans of several; set with the first score.
  var phrase: UInt64 = 0
  var score = SpanScore.zero
}

/// A match of the gazetteer that lies in or across a region: where, and the classes of its readings.
struct RegionMatch {
  var start: Int32
  var end: Int32
  var classes: UInt64
}

/// One region with its candidates and matches. Small, so that it is copied in registers.
struct NameRegionState {
  private let tokens: TokenRange
  private let sentenceNumber: Int32
  private let windowStart: Int32
  private let candidateNumbers: Range<Int32>
  private let matchNumbers: Range<Int32>

  init(region: NameRegion, sentence: Int, candidates: Range<Int>, matches: Range<Int>, window: Int) {
    tokens = TokenRange(region.start, region.end)
    sentenceNumber = Int32(truncatingIfNeeded: sentence)
    windowStart = Int32(truncatingIfNeeded: window)
    candidateNumbers = Int32(truncatingIfNeeded: candidates.lowerBound)..<Int32(truncatingIfNeeded: candidates.upperBound)
    matchNumbers = Int32(truncatingIfNeeded: matches.lowerBound)..<Int32(truncatingIfNeeded: matches.upperBound)
  }

  @inline(__always) var region: NameRegion { NameRegion(start: tokens.first, end: Int(tokens.end)) }
  @inline(__always) var sentence: Int { Int(sentenceNumber) }
  @inline(__always) var candidates: Range<Int> { Int(candidateNumbers.lowerBound)..<Int(candidateNumbers.upperBound) }
  @inline(__always) var matches: Range<Int> { Int(matchNumbers.lowerBound)..<Int(matchNumbers.upperBound) }
  /// Where its window starts.
  @inline(__always) var window: Int { Int(windowStart) }
}

/// The span model's buffers, reused from article to article; passed `inout`, so that nothing asks who else holds them. One per worker, which
/// deallocates them.
struct NameBuffers {
  var columns = NameColumns()
  var readings = TokenReadings()
  var knownRows = KnownRows()
  var smallKinds = SmallKinds()
  var evidence = DocumentEvidence()
  /// The classes of all words with a capital.
  var classes = WordClassSet(low: 0, high: 0)
  /// The classes of all words right before one with a capital.
  var classesBefore = WordClassSet(low: 0, high: 0)
  var lines = Column<EvidenceCollector.Line>()
  /// For each match of the article its gazetteer classes.
  var matchClasses = Column<MatchClasses>()
  /// All of them together.
  var allClasses: UInt64 = 0
  /// The matches that may be read whole where the model reads their parts (`NameConventions.knownNames`).
  var wholeNames = Column<Int32>()
  var regions = Column<NameRegionState>()
  var matches = Column<RegionMatch>()
  var candidates = Column<NameCandidate>()
  /// The spans chosen.
  var spans = Column<NameSpan>()
  var labels = Column<FirstPassLabel>()
  /// Sums of the features that spans share.
  var shared = SharedScores()
  var windows = RegionWindows()
  /// Best value and chosen candidate for each position of the region at hand.
  var best = Column<Int32>(capacity: NameRegion.longest + 1)
  var choice = Column<Int32>(capacity: NameRegion.longest + 1)

  func deallocate() {
    columns.deallocate()
    readings.deallocate()
    knownRows.deallocate()
    smallKinds.deallocate()
    evidence.deallocate()
    lines.deallocate()
    matchClasses.deallocate()
    wholeNames.deallocate()
    regions.deallocate()
    matches.deallocate()
    candidates.deallocate()
    spans.deallocate()
    labels.deallocate()
    shared.deallocate()
    windows.deallocate()
    best.deallocate()
    choice.deallocate()
  }
}

/// Owns a worker's buffers.
final class NameWorkspace {
  var buffers = NameBuffers()
  // Kept for their memory.
  var spans: [NameSpan] = []
  /// The mentions of each of the articles that are read together.
  private var mentions: [[TypedMention]] = []
  var shortNames = ShortNames()
  var sameNames = SameNames()

  /// The mentions of article number `place`, for writing; give them back with `returnMentions`.
  func takeMentions(_ place: Int) -> [TypedMention] {
    while mentions.count <= place { mentions.append([]) }
    var taken: [TypedMention] = []
    swap(&taken, &mentions[place])
    return taken
  }

  func returnMentions(_ place: Int, _ taken: inout [TypedMention]) { swap(&taken, &mentions[place]) }

  deinit {
    buffers.deallocate()
    shortNames.deallocate()
    sameNames.deallocate()
  }
}
