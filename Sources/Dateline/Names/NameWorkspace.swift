/// One candidate span with its scores: person, place, organization, other in the first pass, then in the second.
struct NameCandidate {
  var start: Int32
  var end: Int32
  var score: SIMD8<Float>
}

/// One region with its candidates and matches.
struct NameRegionState {
  var region: NameRegion
  var sentence: Int
  var candidates: Range<Int>
  var matches: Range<Int>
}

/// The span model's buffers, reused from article to article; passed `inout`, so that nothing asks who else holds them. One per worker, which
/// deallocates them.
struct NameBuffers {
  var columns = NameColumns()
  var evidence = DocumentEvidence()
  var lines = Column<EvidenceCollector.Line>()
  /// For each token its letters, when it may be an acronym, else 0.
  var acronyms = Column<UInt64>()
  /// For each match of the article its gazetteer classes.
  var matchClasses = Column<MatchClasses>()
  var regions = Column<NameRegionState>()
  var matches = Column<RegionMatch>()
  var candidates = Column<NameCandidate>()
  var labels = Column<FirstPassLabel>()
  /// Best value and chosen candidate for each position of the region at hand.
  var best = Column<Float>(capacity: NameRegion.longest + 1)
  var choice = Column<Int32>(capacity: NameRegion.longest + 1)

  func deallocate() {
    columns.deallocate()
    evidence.deallocate()
    lines.deallocate()
    acronyms.deallocate()
    matchClasses.deallocate()
    regions.deallocate()
    matches.deallocate()
    candidates.deallocate()
    labels.deallocate()
    best.deallocate()
    choice.deallocate()
  }
}

/// Owns a worker's buffers.
final class NameWorkspace {
  var buffers = NameBuffers()
  deinit { buffers.deallocate() }
}
