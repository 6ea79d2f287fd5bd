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
  /// All of them together.
  let allClasses: UInt64
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
  /// The other ones of a dateline of several places, with their regions.
  let datelinePlaces: [TokenRange]
  /// Nouns that say of the name beside them what it is.
  let nouns: NameNouns

  /// Retypes, widens, joins and drops spans; they stay in text order.
  ///
  /// - Complexity: O(tokens).
  func correct(_ spans: inout [NameSpan]) {
    headlines(&spans)
    possessors(&spans)
    sides(&spans)
    affiliations(&spans)
    officers(&spans)
    travellers(&spans)
    vessels(&spans)
    locals(&spans)
    addInitials(&spans)
    fullNames(&spans)
    knownNames(&spans)
    rivals(&spans)
    unnamed.fill(with: uppercase)
    for span in spans { unnamed.remove(span.tokens) }
    shortForms(&spans)
    settleDateline(&spans)
    alone(&spans)
    let isAboutClubs = isAboutClubs(spans)
    openings(&spans, clubs: isAboutClubs)
    headed(&spans)
    addGivenNames(&spans)
    works(&spans)
    cases(&spans)
    if isAboutClubs { townClubs(&spans) }
    let kept = spans.withUnsafeMutableBufferPointer { settleAll($0) }
    spans.removeLast(spans.count - kept)
    rows(&spans)
  }

  /// Settles each name by what stands around it, and drops and joins some; returns how many are left, at the beginning of `spans`.
  private func settleAll(_ spans: UnsafeMutableBufferPointer<NameSpan>) -> Int {
    var kept = 0
    var surnames = Surnames()
    var isKin = false
    for index in spans.indices {
      var span = spans[index]
      // What a longer list took in is no name of its own.
      if kept > 0, spans[kept - 1].tokens.end > span.tokens.start { continue }
      if kept > 0, isJoined(spans[kept - 1], span) {
        spans[kept - 1] = NameSpan(TokenRange(spans[kept - 1].tokens.first, Int(span.tokens.end)), NameSpan.organization, by: .firm)
        continue
      }
      if isLabel(span) { continue }
      if kept > 0, isNational(spans[kept - 1], span) {
        spans[kept - 1].tokens = TokenRange(spans[kept - 1].tokens.first, Int(span.tokens.end))
        spans[kept - 1].rule = .national
        continue
      }
      if kept > 0, isDouble(spans[kept - 1], span) {
        spans[kept - 1] = NameSpan(
          TokenRange(spans[kept - 1].tokens.first, Int(span.tokens.end)), NameSpan.organization, by: .whole, margin: span.margin)
        continue
      }
      if kept > 0, isSeat(spans[kept - 1], of: span) {
        spans[kept - 1] = NameSpan(
          TokenRange(spans[kept - 1].tokens.first, Int(span.tokens.end)), NameSpan.organization, by: .court, margin: span.margin)
        continue
      }
      if isPortfolio(span) || isNameless(span) { continue }
      retype(&span)
      // Beside most names stands nothing that says more of them.
      let isTelling = isTelling(span)
      if isTelling {
        settle(&span, before: index + 1 < spans.count ? spans[index + 1].tokens.start : Int32(truncatingIfNeeded: tokens.count))
      }
      if kept > 0 { takeSpeaker(&span, behind: spans[kept - 1]) }
      takeHouseName(&span, before: index + 1 < spans.count ? spans[index + 1].tokens.start : Int32(truncatingIfNeeded: tokens.count))
      takeMover(&span)
      takeEmployer(&span)
      takeTown(&span)
      takeCraft(&span)
      takeFirm(&span)
      takeOpeningFirm(&span)
      takeClub(&span)
      takePlaceHead(&span)
      takePlaceOf(&span)
      takeRelative(&span)
      takeFullName(&span)
      takeTerm(&span)
      settleByNeighbours(&span, behind: kept > 0 ? spans[kept - 1] : nil)
      takePeople(&span)
      if kept > 0 { takeHouse(&spans[kept - 1], before: span, &surnames, spans[..<(kept - 1)]) }
      isKin = isKin && kept > 0 && isNext(spans[kept - 1].tokens, span.tokens) || isTelling && isBehindKin(span.tokens)
      if isKin, span.type != NameSpan.person, isGivenName(span.tokens) { span = NameSpan(span.tokens, NameSpan.person, by: .family) }
      if kept > 0, isMatch(spans[kept - 1], span) {
        spans[kept - 1] = NameSpan(spans[kept - 1].tokens, NameSpan.organization, by: .result)
        span = NameSpan(span.tokens, NameSpan.organization, by: .result)
      }
      if kept > 0 {
        let towns = isClubPair(spans[kept - 1], span)
        if towns.first { spans[kept - 1] = NameSpan(spans[kept - 1].tokens, NameSpan.organization, by: .rivals) }
        if towns.second { span = NameSpan(span.tokens, NameSpan.organization, by: .rivals) }
      }
      spans[kept] = span
      kept += 1
    }
    return kept
  }

  /// Whether a word beside a name may say more of it than the model knows, so that `settle` or a relation before it has to be asked. Sums of bits,
  /// no branch.
  @inline(__always)
  private func isTelling(_ span: NameSpan) -> Bool {
    let (first, end) = (span.tokens.first, Int(span.tokens.end))
    let before = tokens.classes[max(first - 1, 0)].union(tokens.classes[max(first - 2, 0)]).intersection(NameConventions.tellingBefore)
    let behind = tokens.classes[min(end, tokens.count - 1)].intersection(NameConventions.tellingBehind)
    let isList: UInt64 = span.type == NameSpan.organization && end - first >= 3 ? 1 : 0
    return before.low | before.high | behind.low | behind.high | isList != 0
  }

  /// Classes of one of the two words before a name, and of the word behind it, for which some rule of `settle` waits.
  private static let tellingBefore = WordClassSet(.firmNoun, .orgHead, .mediaHead, .modal, .role, .kin, .winVerb, .loseVerb)
  private static let tellingBehind = WordClassSet(.placeHead, .particle, .nameSuffix)

  /// Settles a name by the words beside it; `next` is where the next name starts.
  private func settle(_ span: inout NameSpan, before next: Int32) {
    qualify(&span)
    takeGivenName(&span)
    takeRole(&span)
    takePlaceNoun(&span)
    takeParticle(&span, before: next)
    list(&span)
    takeNumeral(&span)
    if isBeaten(span) { span = NameSpan(span.tokens, NameSpan.organization, by: .result) }
  }

  /// The gazetteer's classes for exactly these tokens.
  func reading(_ range: TokenRange) -> MatchClasses {
    matches.match(range).map { classes[$0] } ?? MatchClasses(all: 0, proposed: 0)
  }

  /// All of them, weak ones too.
  func known(_ range: TokenRange) -> UInt64 { reading(range).all }

  /// The first span that ends behind `token`.
  func firstSpan(endingAfter token: Int32, _ spans: [NameSpan]) -> Int {
    // Halved without a branch, since no processor could foresee it.
    var low = 0
    var length = spans.count
    while length > 0 {
      let half = (length &+ 1) &>> 1
      low &+= half & (0 &- Int(Bit.less(Int(spans[low &+ half &- 1].tokens.end), Int(token) &+ 1)))
      length &-= half
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
