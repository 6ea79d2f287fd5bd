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

/// The span model's buffers, reused from article to article. One per worker.
final class NameWorkspace {
  var columns = NameColumns()
  var evidence = DocumentEvidence()
  var lines = Column<EvidenceCollector.Line>()
  /// For each token its letters, when it may be an acronym, else 0.
  var acronyms = Column<UInt64>()
  var regions = Column<NameRegionState>()
  var matches = Column<RegionMatch>()
  var candidates = Column<NameCandidate>()
  var labels = Column<FirstPassLabel>()

  deinit {
    columns.deallocate()
    evidence.deallocate()
    lines.deallocate()
    acronyms.deallocate()
    regions.deallocate()
    matches.deallocate()
    candidates.deallocate()
    labels.deallocate()
  }
}
