/// What a rule demands of the token behind the span that it begins with, as sets in which that token's marks are looked up: one test for what
/// nearly always fails. A token that passes may still not do; one that fails never does.
struct NextDemand {
  /// Places of words, several words to a place.
  private var words: UInt64 = .max
  private var tags: UInt64 = .max
  /// Empty: no demand.
  private var classes = WordClassSet()

  /// The mark of a token, or of the sentence's end, in those sets.
  struct Mark {
    fileprivate var word: UInt64
    fileprivate var tag: UInt64
    fileprivate var classes: WordClassSet

    /// Where nothing follows: only what demands nothing accepts it.
    static var end: Mark { Mark(word: NextDemand.endBit, tag: NextDemand.endBit, classes: WordClassSet()) }

    @inline(__always)
    init(_ token: Int, _ input: PatternInput) {
      word = NextDemand.place(input.ruleLexeme(token))
      tag = input.tokens.tag[token].bit
      classes = input.tokens.classes[token]
    }

    private init(word: UInt64, tag: UInt64, classes: WordClassSet) {
      self.word = word
      self.tag = tag
      self.classes = classes
    }
  }

  /// No word's place and no tag.
  private static var endBit: UInt64 { 1 << 63 }

  @inline(__always)
  private static func place(_ lexeme: LexemeID) -> UInt64 { 1 &<< UInt64(min(62, (UInt32(bitPattern: lexeme) &* 0x9E37_79B1) &>> 26)) }

  /// No demand.
  init() {}

  /// What the rule demands by its second token test.
  init(_ program: RuleProgram, _ rule: Int) {
    let test = Int(program.rules[rule].secondToken)
    guard test >= 0 else { return }
    words &= ~NextDemand.endBit
    for number in Int(program.tests[test])..<Int(program.tests[test + 1]) where !program.conditions[number].isNegated {
      let condition = program.conditions[number]
      let range = Int(condition.x)..<max(Int(condition.x), Int(condition.y))
      switch condition.kind {
      case .words: words &= range.reduce(0) { $0 | NextDemand.place(program.lexemes[$1]) }
      case .texts: words &= range.reduce(0) { $0 | NextDemand.place(program.texts[$1].lexeme) }
      case .tags: tags &= program.masks[Int(condition.x)]
      case .classes: if classes.isEmpty { classes = program.classes[Int(condition.x)] }
      default: break
      }
    }
  }

  /// One branch for all that is asked: which of the demands fails comes as it pleases.
  @inline(__always)
  func mayAccept(_ mark: Mark) -> Bool {
    (words & mark.word != 0) & (tags & mark.tag != 0) & (classes.isEmpty | classes.intersects(mark.classes))
  }
}
