/// One step of the matcher's program.
struct Instruction: Sendable {
  enum Operation: Int32, Sendable {
    /// One token that passes test `x`; in look-behind the one before.
    case token, tokenBefore
    /// One span that passes span test `x`; in look-behind one that ends here.
    case span, spanBefore
    /// First to `x`; when that fails, to `y`.
    case split
    case jump
    /// The position into capture register `x`.
    case save
    /// The program from `x` to `y` must, must not, match here.
    case look, lookNot
    case accept
  }

  var operation: Operation
  var x: Int32 = 0
  var y: Int32 = 0
}

/// One condition of a token test, its operands in the pools of `RuleProgram`.
struct CompiledCondition: Sendable {
  enum Kind: Int32, Sendable { case words, texts, classes, tags, flags, letters, likeNumber, length, shapes, regex }
  var kind: Kind
  var isNegated: Bool
  /// First element and count in the kind's pool; for `length` the bounds.
  var x: Int32
  var y: Int32
}

/// All rules of a stage as one program in flat arrays.
struct RuleProgram: Sendable {
  struct RuleRange: Sendable {
    var start: Int32
    var end: Int32
    /// Whether the program has a choice: only then steps must be remembered.
    var hasSplit: Bool
    /// The rule’s first span test and the token tests right behind it, -1 where its program does not begin so: most tries end there.
    var firstSpan: Int32 = -1
    var secondToken: Int32 = -1
    var thirdToken: Int32 = -1
  }

  var instructions: [Instruction] = []
  var rules: [RuleRange] = []
  /// For each test its first condition; one element more than there are tests.
  var tests: [Int32] = [0]
  var conditions: [CompiledCondition] = []
  var spanTests: [SpanTest] = []
  /// Pool of lexemes, each list sorted.
  var lexemes: [LexemeID] = []
  /// Pool of (lexeme, offset, length) of exact texts.
  var texts: [(lexeme: LexemeID, offset: Int32, length: Int32)] = []
  /// Pool of (offset, length) of shapes.
  var shapes: [(offset: Int32, length: Int32)] = []
  var strings: [UInt8] = []
  var classes: [WordClassSet] = []
  var masks: [UInt64] = []
  var regexes: [TokenRegex] = []
}

/// Numbers the words of rules: by the lexicon, else from `lexicon.count` on, in order of appearance.
struct RuleWords: Sendable {
  let lexicon: Lexicon
  private(set) var own: [[UInt8]: LexemeID] = [:]

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func id(_ word: String) -> LexemeID {
    if let known = lexicon.lexeme(word) { return known }
    let folded = Folding.fold(word)
    if let found = own[folded] { return found }
    let new = LexemeID(lexicon.count + own.count)
    own[folded] = new
    return new
  }
}
