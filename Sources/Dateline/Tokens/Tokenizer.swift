/// Turns an article's bytes into tokens: ICU's word boundaries, merged and split as news needs.
///
/// Merges: abbreviations with their stop ("Mr.", "U.S."), initials, hyphenated words ("Jean-Claude", "Tu-22M", "76-year-old"), clock times and
/// fractions, "AT&T", URLs, e-mail addresses, hashtags, runs of stops and dashes, doubled quotation marks. Splits: clitics ("Kyiv’s", "didn’t"),
/// units glued to numbers ("1.5bn"), name compounds ("Geneva-based", "pro-Russian", "Turkish-Iranian", "Japan-EU").
///
/// - Complexity: O(bytes); a merge looks ahead over segments that it then consumes.
public struct Tokenizer {
  private let breaker = WordBreaker()
  private let reader: TokenReader

  public init(lexicon: Lexicon) {
    reader = TokenReader(lexicon: lexicon)
  }

  /// Replaces the contents of `table` by the tokens of `bytes` (valid UTF-8). Sentences are not set here.
  public func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, into table: inout TokenTable) {
    guard let text = bytes.baseAddress else {
      table.removeAll()
      return
    }
    breaker.segment(bytes)
    var sink = reader.takeSink(text, bytes.count)
    let segments = breaker.segments
    sink.reserve(segments.count * 9 / 8 + 8)
    var run = TokenizerRun(text: text, length: bytes.count, segments: segments, reader: reader)
    run.fetch(breaker.wordsBeforeStops)
    run.tokenize(into: &sink)
    reader.read(text, bytes.count, sink, into: &table)
    reader.returnSink(sink)
  }
}

extension TokenTable {
  /// The folded form of a token's lexeme.
  public func lexemeText(_ token: Int, _ lexicon: Lexicon) -> String {
    let id = Int(lexeme[token])
    return id < lexicon.count ? lexicon.text(lexeme[token]) : String(decoding: ownWords.bytes(id - lexicon.count), as: UTF8.self)
  }
}
