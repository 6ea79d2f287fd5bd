/// One match of a rule.
struct PatternMatch: Equatable {
  /// Number in `RuleSet.ids`.
  var rule: Int32
  var start: Int32
  var end: Int32
  /// First of its capture registers in the matcher.
  var captures: Int32

  var tokens: TokenRange { TokenRange(Int(start), Int(end)) }
}

/// Finds the matches of all rules of a set: at most one for each rule and first token, the one that the pattern's order prefers.
///
/// A token is asked for its keys (word, classes, tag, flags, spans); only the rules that hang on them are tried, and each rule only once from a
/// first token. A try follows one way after the other and remembers where a choice failed, so its steps are bounded by the program's length times
/// the longest match. One per worker.
final class PatternMatcher {
  let rules: RuleSet
  private var scan: PatternScan
  private var spans = PatternSpans()
  private var ownWords = Column<LexemeID>()

  init(_ rules: RuleSet) {
    self.rules = rules
    scan = PatternScan(rules)
  }

  deinit {
    scan.deallocate()
    spans.deallocate()
    ownWords.deallocate()
  }

  /// The matches of the last run, in the order of what triggered them.
  var matches: Column<PatternMatch> { scan.matches }
  /// How often a rule was tried in the last run, and the instructions followed: what the matcher's work is.
  var tries: Int { scan.tries }
  var steps: Int { scan.executor.steps }

  /// The tokens that a match captured under `name`; nil when its way did not pass there.
  func capture(_ match: PatternMatch, _ name: CaptureName) -> TokenRange? {
    let at = Int(match.captures) + name.slot * 2
    let start = scan.captures[at]
    let end = scan.captures[at + 1]
    return start >= 0 && end >= start ? TokenRange(Int(start), Int(end)) : nil
  }

  /// Replaces `matches` by those of an article.
  ///
  /// - Complexity: O(tokens) for a given set of rules; rules whose words do not occur add nothing.
  func run(_ analysis: Analysis) {
    // Worked on apart from the object, so that no access in the loops is checked for exclusivity.
    var work = scan
    work.begin(tokens: analysis.tokens.count)
    if analysis.tokens.count > 0, !rules.ids.isEmpty {
      spans.read(analysis, rules)
      readOwnWords(analysis.tokens)
      let spans = spans.addresses
      let own = UnsafePointer(ownWords.base)
      analysis.article.bytes.withUnsafeBufferPointer { bytes in
        _ = analysis.tokens.withColumns { columns in
          let input = PatternInput(bytes: bytes, tokens: columns, lexiconCount: rules.lexiconCount, ownWords: own, spans: spans)
          work.scan(analysis.sentences, input)
        }
      }
    }
    scan = work
  }

  /// Numbers the article's own words as the rules do.
  private func readOwnWords(_ tokens: TokenTable) {
    ownWords.reset(count: tokens.ownWords.count, repeating: -1)
    guard !rules.ownWords.isEmpty else { return }
    for index in 0..<tokens.ownWords.count { ownWords[index] = rules.ownWord(tokens.ownWords.bytes(index)) }
  }
}

/// The loop over tokens with all that it writes.
struct PatternScan {
  private let index: RuleSet.Index
  private(set) var executor: RuleExecutor
  private var tried: TriedStarts
  private(set) var matches = Column<PatternMatch>()
  private(set) var captures = Column<Int32>()
  private(set) var tries = 0

  /// The rules must outlive the scan.
  init(_ rules: RuleSet) {
    index = rules.index
    executor = RuleExecutor(rules.program)
    tried = TriedStarts(rules: rules.ids.count)
  }

  func deallocate() {
    executor.deallocate()
    tried.deallocate()
    matches.deallocate()
    captures.deallocate()
  }

  mutating func begin(tokens: Int) {
    matches.removeAll()
    captures.removeAll()
    tries = 0
    executor.begin()
    tried.begin(tokens: tokens)
  }

  /// Goes through the tokens 64 at a time: most trigger nothing, and are passed over without a branch.
  mutating func scan(_ sentences: [Sentence], _ input: PatternInput) {
    let count = input.tokens.count
    let hasOtherKeys = index.tagKeys != 0 || index.flagKeys != 0 || index.hasAny
    var sentence = 0
    for word in 0..<(count + 63) / 64 {
      let first = word * 64
      let length = min(64, count - first)
      let others = hasOtherKeys ? ~0 &>> UInt64(64 - length) : triggers(first, length, input)
      var bits = input.spans.starts[word] | others
      while bits != 0 {
        let place = bits.trailingZeroBitCount
        bits &= bits &- 1
        let token = first + place
        while Int(sentences[sentence].tokens.end) <= token { sentence += 1 }
        let (floor, limit) = (sentences[sentence].tokens.first, Int(sentences[sentence].tokens.end))
        // Most begin a span and do nothing else.
        if others &>> UInt64(place) & 1 == 0 {
          triggeredBySpans(token, floor, limit, input)
        } else {
          triggered(token, floor, limit, input)
        }
      }
    }
  }

  /// One bit for each token on whose word or classes rules hang.
  @inline(__always)
  private func triggers(_ first: Int, _ count: Int, _ input: PatternInput) -> UInt64 {
    let keys = index.classKeys
    let classes = input.tokens.classes + first
    var bits: UInt64 = 0
    if WordRecord.rareClasses.union(keys) == WordRecord.rareClasses {
      bits = TokenFlags.ofRareClass.tokens(input.tokens.flags + first, count)
    } else if keys.low != 0 {
      for token in 0..<count { bits |= (classes[token].low & keys.low | classes[token].high & keys.high != 0 ? 1 : 0) &<< UInt64(token) }
    } else if keys.high != 0 {
      for token in 0..<count { bits |= (classes[token].high & keys.high != 0 ? 1 : 0) &<< UInt64(token) }
    }
    if index.hasLexemes { for token in 0..<count where holdsLexeme(first + token, input) { bits |= 1 &<< UInt64(token) } }
    return bits
  }

  /// Whether rules hang on the token's word.
  @inline(__always) private func holdsLexeme(_ token: Int, _ input: PatternInput) -> Bool {
    let lexeme = input.ruleLexeme(token)
    return lexeme >= 0 && index.lexemeBits[Int(lexeme) &>> 6] & 1 &<< UInt64(lexeme & 63) != 0
  }

  /// Tries the rules of every key that the token has.
  @inline(never)
  private mutating func triggered(_ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput) {
    let index = index
    if index.hasLexemes, holdsLexeme(token, input) { attempt(index.range(input.ruleLexeme(token)), token, floor, limit, input) }
    let classes = input.tokens.classes[token]
    var low = classes.low & index.classKeys.low
    while low != 0 {
      attempt(index.ranges[low.trailingZeroBitCount], token, floor, limit, input)
      low &= low &- 1
    }
    var high = classes.high & index.classKeys.high
    while high != 0 {
      attempt(index.ranges[64 &+ high.trailingZeroBitCount], token, floor, limit, input)
      high &= high &- 1
    }
    let tag = input.tokens.tag[token].rawValue
    if index.tagKeys & 1 << UInt64(tag) != 0 { attempt(index.ranges[RuleSet.tagBase + Int(tag)], token, floor, limit, input) }
    var flags = input.tokens.flags[token].rawValue & index.flagKeys
    while flags != 0 {
      attempt(index.ranges[RuleSet.flagBase + flags.trailingZeroBitCount], token, floor, limit, input)
      flags &= flags &- 1
    }
    if input.spans.starts[token &>> 6] &>> UInt64(token & 63) & 1 != 0 { triggeredBySpans(token, floor, limit, input) }
    if index.hasAny { attempt(index.ranges[RuleSet.anyKey], token, floor, limit, input) }
  }

  /// Tries the rules that hang on the spans that begin at the token.
  @inline(never)
  private mutating func triggeredBySpans(_ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput) {
    // Layer by layer instead of in a loop: most rules hang on spans of one.
    let keys = index.spanKeys
    if keys[0] != 0 { attempt(0, keys[0], input.spans.rows.0, input.spans.numbers.0, token, floor, limit, input) }
    if keys[1] != 0 { attempt(1, keys[1], input.spans.rows.1, input.spans.numbers.1, token, floor, limit, input) }
    if keys[2] != 0 { attempt(2, keys[2], input.spans.rows.2, input.spans.numbers.2, token, floor, limit, input) }
  }

  /// Tries the rules of the span of a layer that covers `token`, if it begins there.
  @inline(__always)
  private mutating func attempt(
    _ layer: Int, _ keys: UInt32, _ rows: UnsafePointer<PatternSpan>, _ numbers: UnsafePointer<Int32>, _ token: Int, _ floor: Int,
    _ limit: Int, _ input: PatternInput
  ) {
    guard numbers[token] >= 0 else { return }
    let span = rows[Int(numbers[token])]
    guard Int(span.start) == token, span.kind & keys != 0, span.form & index.spanForms[layer] != 0 else { return }
    attempt(span, index.ranges[RuleSet.spanBase + layer * 16 + span.kind.trailingZeroBitCount], token, floor, limit, input)
  }

  /// Tries the rules that hang on a span.
  private mutating func attempt(
    _ span: PatternSpan, _ range: SIMD2<Int32>, _ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput
  ) {
    let mark = Int(span.end) < limit ? NextDemand.Mark(Int(span.end), input) : NextDemand.Mark.end
    var entry = Int(range[0])
    while entry < Int(range[1]) {
      if (index.entries[entry].forms & span.form != 0) & index.entries[entry].next.mayAccept(mark) {
        attempt(index.entries[entry], token, floor, limit, input)
      }
      entry &+= 1
    }
  }

  /// Tries the rules of a key that stands at `token`.
  private mutating func attempt(_ range: SIMD2<Int32>, _ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput) {
    for entry in Int(range[0])..<Int(range[1]) { attempt(index.entries[entry], token, floor, limit, input) }
  }

  /// Tries a rule at its distances from `token`.
  private mutating func attempt(_ entry: RuleSet.Entry, _ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput) {
    let rule = Int(entry.rule)
    var first = max(floor, token - Int(entry.most))
    let last = token - Int(entry.least)
    while first <= last {
      if tried.isNew(rule, first) {
        tries &+= 1
        executor.run(rule, first, floor, limit, input, &matches, &captures)
      }
      first &+= 1
    }
  }
}

/// Remembers from which first tokens each rule was tried: a rule with several keys may come to one of them again.
///
/// First tokens are numbered on from article to article, so that nothing is reset; a token triggers at most 63 tokens back, so 64 bits do.
struct TriedStarts {
  private let highest: UnsafeMutablePointer<Int>
  private let bits: UnsafeMutablePointer<UInt64>
  private var base = 0
  private var next = 64

  init(rules: Int) {
    highest = .allocate(capacity: max(1, rules))
    highest.initialize(repeating: -1, count: max(1, rules))
    bits = .allocate(capacity: max(1, rules))
    bits.initialize(repeating: 0, count: max(1, rules))
  }

  func deallocate() {
    highest.deallocate()
    bits.deallocate()
  }

  mutating func begin(tokens: Int) {
    base = next
    next += tokens + 64
  }

  @inline(__always)
  func isNew(_ rule: Int, _ token: Int) -> Bool {
    let start = base + token
    let ahead = start - highest[rule]
    if ahead > 0 {
      bits[rule] = (ahead < 64 ? bits[rule] << UInt64(ahead) : 0) | 1
      highest[rule] = start
      return true
    }
    guard ahead > -64 else { return true }
    let bit: UInt64 = 1 << UInt64(-ahead)
    if bits[rule] & bit != 0 { return false }
    bits[rule] |= bit
    return true
  }
}
