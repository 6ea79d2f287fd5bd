/// A proposed quotation: content, cue, speaker and what its frame is worth.
struct QuoteCandidate {
  /// Token ranges of what was said.
  var fragments: [TokenRange]
  /// Token of the cue.
  var cue: Int
  /// Number of the cue in the table; -1 for none.
  var entry: Int
  var frame: ComplementFrame.Key
  var speaker: SpeakerSpan?
  var precision: Float
}
