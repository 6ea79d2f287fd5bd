/// The first pass's decision about a token: which span it lies in, and as what. Type 255: none.
struct FirstPassLabel {
  var type: UInt8
  var start: Int32
  var end: Int32

  static let none = FirstPassLabel(type: 255, start: 0, end: 0)
}

extension SpanFeatures {
  /// What the first pass decided elsewhere in the article; a span's own label does not count for itself.
  @inline(__always)
  func second(_ start: Int, _ end: Int, _ labels: Column<FirstPassLabel>, into sink: inout some FeatureSink) {
    let many = end - start > 1 ? 1 : 0
    let own = labels[start]
    phrase(start, end, many, own, into: &sink)
    if many == 0 {
      let row = Int(evidence.row[start])
      guard row >= 0 else { return }
      let word = evidence.word[row]
      let ownLong = own.type < 4 && own.end - own.start > 1
      for type in 0..<4 {
        for position in 0..<3 {
          let count = word.place(type, position)
          let mine: UInt32 = ownLong && Int(own.type) == type && self.position(start, own) == position ? 1 : 0
          if count > mine { sink.add(bases[.passIn] + type * 3 + position) }
        }
      }
      let bare = Int(word.unlabelled) - (own.type == 255 ? 1 : 0)
      if bare > 0 { sink.add(bases[.passNone] + min(bare, 3) - 1) }
    } else {
      if let label = commonest(end - 1, labels) { sink.add(bases[.passLast] + label) }
      if let label = commonest(start, labels) { sink.add(bases[.passFirst] + label) }
    }
  }

  @inline(__always) private func position(_ token: Int, _ label: FirstPassLabel) -> Int {
    token == Int(label.start) ? 0 : token == Int(label.end) - 1 ? 2 : 1
  }

  @inline(__always)
  private func phrase(_ start: Int, _ end: Int, _ many: Int, _ own: FirstPassLabel, into sink: inout some FeatureSink) {
    let row = evidence.phrases.find(DocumentEvidence.phraseKey(tokens.lexeme, start, end))
    guard row >= 0 else { return }
    var labels = evidence.phrase[row].labels
    if own.type < 4, Int(own.start) == start, Int(own.end) == end, labels[Int(own.type)] > 0 { labels[Int(own.type)] -= 1 }
    var best = -1
    var most: UInt16 = 0
    for type in 0..<4 {
      if labels[type] > most {
        most = labels[type]
        best = type
      }
      if labels[type] > 0 { sink.add(bases[.passAny] + many * 4 + type) }
    }
    if best >= 0 { sink.add(bases[.passPhrase] + many * 12 + best * 3 + Int(min(most, 3)) - 1) }
  }

  /// The label that the word of `token` bears most often elsewhere (4: none); nil when it stands nowhere else.
  @inline(__always)
  private func commonest(_ token: Int, _ labels: Column<FirstPassLabel>) -> Int? {
    let row = Int(evidence.row[token])
    guard row >= 0 else { return nil }
    let word = evidence.word[row]
    let own = Int(labels[token].type)
    var best = -1
    var most = 0
    for type in 0..<5 {
      var count = Int(type == 4 ? word.unlabelled : word.label(type))
      if type == own || type == 4 && own == 255 { count -= 1 }
      if count > most {
        most = count
        best = type
      }
    }
    return best < 0 ? nil : best
  }
}
