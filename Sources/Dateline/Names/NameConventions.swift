/// What stands around a name can settle what it is, whatever the span model, fitted on texts that seldom show it, makes of it.
///
/// The dateline's first name is a place; "Reed & Calloway" is one name; the list in "Ministry of Health,
/// Labour and Welfare" belongs to it; "the tanker Northern Dawn" and "HMS Tern" are ships; "their daughters, Ann and Harriet" are people;
/// "Surrey beat Somerset by six wickets" is about teams. One extension a kind of name.
struct NameConventions {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let matches: MatchColumns
  let classes: Column<MatchClasses>
  /// The matches that may be read whole.
  let wholeNames: Column<Int32>
  /// Tokens with any capital letter.
  let uppercase: TokenBits
  /// Room for those of them that no span holds.
  let unnamed: TokenBits
  /// The classes of all words with a capital, and of all words right before one.
  let capitalClasses: WordClassSet
  let classesBefore: WordClassSet
  /// How each sentence's letters must be read.
  let lines: Column<EvidenceCollector.Line>
  /// The tokens of the dateline's place.
  let datelinePlace: TokenRange?

  /// Retypes, widens, joins and drops spans; they stay in text order.
  ///
  /// - Complexity: O(tokens).
  func correct(_ spans: inout [NameSpan]) {
    possessors(&spans)
    vessels(&spans)
    knownNames(&spans)
    rivals(&spans)
    unnamed.fill(with: uppercase)
    for span in spans { unnamed.remove(span.tokens) }
    shortForms(&spans)
    settleDateline(&spans)
    alone(&spans)
    addGivenNames(&spans)
    var kept = 0
    var isKin = false
    for index in spans.indices {
      var span = spans[index]
      // What a longer list took in is no name of its own.
      if kept > 0, spans[kept - 1].tokens.end > span.tokens.start { continue }
      if kept > 0, isJoined(spans[kept - 1], span) {
        spans[kept - 1] = NameSpan(TokenRange(spans[kept - 1].tokens.first, Int(span.tokens.end)), NameSpan.organization, by: .firm)
        continue
      }
      retype(&span)
      qualify(&span)
      takeGivenName(&span)
      takeRole(&span)
      takePlaceNoun(&span)
      takeParticle(&span, before: index + 1 < spans.count ? spans[index + 1].tokens.start : Int32(truncatingIfNeeded: tokens.count))
      list(&span)
      takeNumeral(&span)
      if isBeaten(span) { span = NameSpan(span.tokens, NameSpan.organization, by: .result) }
      isKin = isKin && kept > 0 && isNext(spans[kept - 1].tokens, span.tokens) || isBehindKin(span.tokens)
      if isKin, span.type != NameSpan.person, isGivenName(span.tokens) { span = NameSpan(span.tokens, NameSpan.person, by: .family) }
      if kept > 0, isMatch(spans[kept - 1], span) {
        spans[kept - 1] = NameSpan(spans[kept - 1].tokens, NameSpan.organization, by: .result)
        span = NameSpan(span.tokens, NameSpan.organization, by: .result)
      }
      spans[kept] = span
      kept += 1
    }
    spans.removeLast(spans.count - kept)
    rows(&spans)
  }

  /// The gazetteer's classes for exactly these tokens.
  func reading(_ range: TokenRange) -> MatchClasses {
    matches.match(range).map { classes[$0] } ?? MatchClasses(all: 0, proposed: 0)
  }

  /// All of them, weak ones too.
  func known(_ range: TokenRange) -> UInt64 { reading(range).all }

  /// The first span that ends behind `token`.
  func firstSpan(endingAfter token: Int32, _ spans: [NameSpan]) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].tokens.end <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func isComma(_ token: Int) -> Bool {
    token < tokens.count && tokens.length(token) == 1 && bytes[Int(tokens.start[token])] == UInt8(ascii: ",")
  }

  /// Whether only a comma or an "and" parts two names.
  func isNext(_ one: TokenRange, _ other: TokenRange) -> Bool {
    var at = Int(one.end)
    if isComma(at) { at += 1 }
    if at < other.first, tokens.has(at, .andWord) { at += 1 }
    return at == other.first && at > Int(one.end)
  }
}
