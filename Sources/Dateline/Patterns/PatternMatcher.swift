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
  /// A structure of its own, so that one look at who else holds it serves a whole article.
  private var state: MatcherState
  private var spans = PatternSpans()
  private var ownWords = Column<LexemeID>()

  /// The matches of the last run, in the order of what triggered them.
  var matches: Column<PatternMatch> { state.matches }
  /// How often a rule was tried in the last article; with `steps`, what the matcher's work is.
  var tries: Int { state.tries }
  var steps: Int { state.executor.steps }

  init(_ rules: RuleSet) {
    self.rules = rules
    state = MatcherState(rules)
  }

  deinit {
    spans.deallocate()
    ownWords.deallocate()
    state.deallocate()
  }

  /// The tokens that a match captured under `name`; nil when its way did not pass there.
  func capture(_ match: PatternMatch, _ name: CaptureName) -> TokenRange? {
    let at = Int(match.captures) + name.slot * 2
    let start = state.captures[at]
    let end = state.captures[at + 1]
    return start >= 0 && end >= start ? TokenRange(Int(start), Int(end)) : nil
  }

  /// Replaces `matches` by those of an article.
  ///
  /// - Complexity: O(tokens) for a given set of rules; rules whose words do not occur add nothing.
  func run(_ analysis: Analysis) {
    state.begin(tokens: analysis.tokens.count)
    guard analysis.tokens.count > 0, !rules.ids.isEmpty else { return }
    spans.read(analysis, uses: rules.usesLayer)
    readOwnWords(analysis.tokens)
    analysis.tokens.withPatternInput(analysis.article.bytes, rules.lexiconCount, UnsafePointer(ownWords.base), spans) { input in
      state.scan(analysis.sentences, input)
    }
  }

  /// Numbers the article's own words as the rules do.
  private func readOwnWords(_ tokens: TokenTable) {
    ownWords.reset(count: tokens.ownWords.count, repeating: -1)
    guard !rules.ownWords.isEmpty else { return }
    for index in 0..<tokens.ownWords.count {
      if let id = rules.ownWords[Array(tokens.ownWords.bytes(index))] { ownWords[index] = id }
    }
  }
}

/// What a matcher changes while it runs.
private struct MatcherState {
  let rules: RuleSet
  var matches = Column<PatternMatch>()
  var captures = Column<Int32>()
  var executor: RuleExecutor
  var tries = 0
  private var tried: TriedStarts

  init(_ rules: RuleSet) {
    self.rules = rules
    executor = RuleExecutor(rules.program)
    tried = TriedStarts(rules: rules.ids.count)
  }

  func deallocate() {
    matches.deallocate()
    captures.deallocate()
    executor.deallocate()
    tried.deallocate()
  }

  mutating func begin(tokens: Int) {
    matches.removeAll()
    captures.removeAll()
    tries = 0
    executor.begin()
    tried.begin(tokens: tokens)
  }

  mutating func scan(_ sentences: [Sentence], _ input: PatternInput) {
    for sentence in sentences { scan(sentence.tokens, input) }
  }

  private mutating func scan(_ sentence: TokenRange, _ input: PatternInput) {
    let floor = sentence.first
    let limit = Int(sentence.end)
    var token = floor
    while token < limit {
      let lexeme = input.ruleLexeme(token)
      if lexeme >= 0, rules.lexemeBits[Int(lexeme) >> 6] & 1 << UInt64(lexeme & 63) != 0 {
        attempt(rules.range(lexeme), token, floor, limit, input)
      }
      let classes = input.classes[token]
      var low = classes.low & rules.classKeys.low
      while low != 0 {
        attempt(rules.ranges[low.trailingZeroBitCount], token, floor, limit, input)
        low &= low - 1
      }
      var high = classes.high & rules.classKeys.high
      while high != 0 {
        attempt(rules.ranges[64 + high.trailingZeroBitCount], token, floor, limit, input)
        high &= high - 1
      }
      let tag = input.tag[token].rawValue
      if rules.tagKeys & 1 << UInt64(tag) != 0 { attempt(rules.ranges[RuleSet.tagBase + Int(tag)], token, floor, limit, input) }
      var flags = input.flags[token].rawValue & rules.flagKeys
      while flags != 0 {
        attempt(rules.ranges[RuleSet.flagBase + flags.trailingZeroBitCount], token, floor, limit, input)
        flags &= flags - 1
      }
      if rules.spanKeys[0] != 0 { attemptSpan(.mention, token, floor, limit, input) }
      if rules.spanKeys[1] != 0 { attemptSpan(.value, token, floor, limit, input) }
      if rules.spanKeys[2] != 0 { attemptSpan(.nounGroup, token, floor, limit, input) }
      if rules.hasAny { attempt(rules.ranges[RuleSet.anyKey], token, floor, limit, input) }
      token += 1
    }
  }

  @inline(__always)
  private mutating func attemptSpan(_ layer: SpanTest.Layer, _ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput) {
    guard let span = input.span(layer, at: token), Int(span.start) == token, span.kind & rules.spanKeys[Int(layer.rawValue)] != 0 else {
      return
    }
    attempt(rules.ranges[RuleSet.spanBase + Int(layer.rawValue) * 16 + span.kind.trailingZeroBitCount], token, floor, limit, input)
  }

  /// Tries the rules of a key that stands at `token`.
  private mutating func attempt(_ range: SIMD2<Int32>, _ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput) {
    var index = Int(range[0])
    while index < Int(range[1]) {
      let entry = rules.entries[index]
      let rule = Int(entry.rule)
      var first = max(floor, token - Int(entry.most))
      let last = token - Int(entry.least)
      while first <= last {
        if executor.mayStart(rule, first, input), tried.isNew(rule, first) {
          tries &+= 1
          executor.run(rule, first, floor, limit, input, &matches, &captures)
        }
        first += 1
      }
      index += 1
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
