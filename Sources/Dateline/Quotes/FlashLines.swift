/// Lines of the body that give their speaker like headlines, before a colon: "Opposition leader: rate rise “a tax on families”", "Police: two men
/// held". Such lines end without a full stop, or hold marked words.
struct FlashLines {
  private let scene: QuoteScene
  private let lines: HeadlineSpeech
  /// Longer paragraphs are no flashes.
  private static let longest = 30

  init(_ scene: QuoteScene) {
    self.scene = scene
    lines = HeadlineSpeech(scene: scene)
  }

  /// The report of the paragraph that opens with words and a colon; nil where it is none.
  func find(_ label: ParagraphLabel) -> QuoteCandidate? {
    let content = label.colon + 1
    let last = label.end - 1
    guard label.nameEnd == label.colon, label.end - label.start <= FlashLines.longest, content < last, !scene.isQuotation(content),
      isBody(label.start)
    else {
      return nil
    }
    let range = TokenRange(content, scene.trimmed(content, label.end))
    guard !range.isEmpty, scene.mark(last) != .stop || scene.quoted.intersects(range) else { return nil }
    return lines.candidate(label.colon, speaker: TokenRange(label.start, label.colon), content: range)
  }

  private func isBody(_ token: Int) -> Bool {
    let zone = scene.zone(token)
    return zone >= 0 && scene.layers.zones[zone].kind == .body
  }
}

/// A paragraph that opens with a few words and a colon.
struct ParagraphLabel {
  /// Number of the paragraph, and its tokens.
  var paragraph: Int
  var start: Int
  /// Where the words end that name the speaker: at the colon, unless more is told of him.
  var nameEnd: Int
  var colon: Int
  var end: Int
}
