/// A proposed quotation: content, cue, speaker and how probable it is.
struct QuoteCandidate {
  /// Token ranges of what was said.
  var fragments: [TokenRange]
  /// Token of the cue.
  var cue: Int
  /// Number of the cue in the table; -1 for none.
  var entry: Int
  var frame: ComplementFrame.Key
  var speaker: SpeakerSpan?
  /// That this is a report, 0 to 1.
  var probability: Float
}
