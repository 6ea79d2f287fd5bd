/// A proposed quotation: content, cue, speaker and how probable it is.
///
/// Holds no reference, so that copying one is copying bytes.
struct QuoteCandidate {
  /// Token ranges of what was said.
  var fragments: Fragments
  /// Token of the cue.
  var cue: Int
  /// Number of the cue in the table; -1 for none.
  var entry: Int
  var frame: ComplementFrame.Key
  var speaker: SpeakerSpan?
  /// The last verb before the cue in its sentence that introduces speech; -1 for none.
  var earlierSay: Int
  /// Whether it is a turn of a transcript.
  var isTurn = false
  /// That this is a report, 0 to 1.
  var probability: Float = 0

  /// One range, or two around a cue; an array would cost an allocation for each candidate.
  struct Fragments: RandomAccessCollection {
    private let first: TokenRange
    private let second: TokenRange
    let endIndex: Int

    init(_ only: TokenRange) {
      first = only
      second = only
      endIndex = 1
    }

    init(_ first: TokenRange, _ second: TokenRange) {
      self.first = first
      self.second = second
      endIndex = 2
    }

    var startIndex: Int { 0 }
    @inline(__always)
    subscript(_ index: Int) -> TokenRange { index == 0 ? first : second }
  }
}
