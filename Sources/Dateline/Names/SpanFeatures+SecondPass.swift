/// The first pass's decision about a token: which span it lies in, and as what. Type 255: none.
struct FirstPassLabel {
  var type: UInt8
  var start: Int32
  var end: Int32

  static let none = FirstPassLabel(type: 255, start: 0, end: 0)
}

extension SpanFeatures {
  /// Whether the first pass can have decided anything elsewhere in the article: what stands once has only itself to speak for it.
  @inline(__always)
  func hasSecond(_ start: Int, _ end: Int) -> Bool {
    if end > start + 1 { return true }
    let row = Int(evidence.row[start])
    return row >= 0 && evidence.word.base[row].count >= 2
  }

  /// What the first pass decided elsewhere in the article; a span's own label does not count for itself.
  ///
  /// - Parameter phrase: key of the span's words; not used for one word.
  @inline(__always)
  func second(_ start: Int, _ end: Int, _ phrase: UInt64, _ labels: Column<FirstPassLabel>, into sink: inout some FeatureSink) {
    let own = labels[start]
    let isOwn = own.type < 4 && Int(own.start) == start && Int(own.end) == end
    if end == start + 1 {
      guard hasSecond(start, end) else { return }
      let word = evidence.word.base + Int(evidence.row[start])
      self.phrase(word.pointee.phrase.labels, isOwn ? Int(own.type) : -1, many: 0, into: &sink)
      var places = word.pointee.places
      if own.type < 4, own.end - own.start > 1 {
        let position = start == Int(own.start) ? 0 : start == Int(own.end) - 1 ? 2 : 1
        places -= 1 &<< UInt32((Int(own.type) * 3 + position) * 2)
      }
      // Every other bit: whether the count of two bits is above zero.
      var placed = (places | places >> 1) & 0x55_5555
      while placed != 0 {
        sink.add(bases[.passIn] &+ placed.trailingZeroBitCount / 2)
        placed &= placed - 1
      }
      let bare = Int(word.pointee.unlabelled) - (own.type == 255 ? 1 : 0)
      if bare > 0 { sink.add(bases[.passNone] &+ min(bare, 3) &- 1) }
    } else {
      let row = evidence.phrases.find(phrase)
      if row >= 0 { self.phrase(evidence.phrase[row].labels, isOwn ? Int(own.type) : -1, many: 1, into: &sink) }
      if let label = commonest(end &- 1, labels) { sink.add(bases[.passLast] &+ label) }
      if let label = commonest(start, labels) { sink.add(bases[.passFirst] &+ label) }
    }
  }

  /// The labels that the same words bear elsewhere.
  @inline(__always)
  private func phrase(_ all: SIMD4<UInt16>, _ own: Int, many: Int, into sink: inout some FeatureSink) {
    if unsafeBitCast(all, to: UInt64.self) == 0 { return }
    var labels = all
    if own >= 0, labels[own] > 0 { labels[own] -= 1 }
    var best = -1
    var most: UInt16 = 0
    for type in 0..<4 {
      if labels[type] > most {
        most = labels[type]
        best = type
      }
      sink.add(bases[.passAny] &+ many &* 4 &+ type, if: labels[type] > 0)
    }
    if best >= 0 { sink.add(bases[.passPhrase] &+ many &* 12 &+ best &* 3 &+ Int(min(most, 3)) &- 1) }
  }

  /// The label that the word of `token` bears most often elsewhere (4: none); nil when it stands nowhere else.
  @inline(__always)
  private func commonest(_ token: Int, _ labels: Column<FirstPassLabel>) -> Int? {
    let row = Int(evidence.row[token])
    guard row >= 0 else { return nil }
    let word = evidence.word.base + row
    // What stands once stands nowhere else.
    if word.pointee.count < 2 { return nil }
    let own = labels[token].type
    // The count above the label, so that of equal counts the first label's is the largest.
    func rank(_ count: UInt16, _ label: UInt8) -> Int32 {
      (Int32(count) &- (own == label ? 1 : 0)) &* 8 &+ (7 &- Int32(truncatingIfNeeded: label & 7))
    }
    let labels = word.pointee.labels
    let best = max(rank(labels[0], 0), rank(labels[1], 1), rank(labels[2], 2), max(rank(labels[3], 3), rank(word.pointee.unlabelled, 255)))
    return best < 8 ? nil : min(4, Int(7 &- best & 7))
  }
}
