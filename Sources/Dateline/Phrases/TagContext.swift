/// The state of the tagger between two tokens: which auxiliary still waits for its verb, and what stands on the left.
struct TagContext {
  /// The verb form that an auxiliary on the left asks for.
  enum Expectation: UInt8 { case none, base, baseAfterTo, perfect, be }

  private let wordsAt: UnsafePointer<FunctionWords>
  var expectation = Expectation.none
  /// How many tokens ago the auxiliary stood; it stops waiting after five.
  var distance = 0
  /// The last verb form decided in this sentence, for "said and did".
  var lastVerb = Tag.punct
  /// Whether this clause has a finite verb already, other than one of speech or thought, after which "that" may be left out.
  var clauseHasVerb = false

  /// `words` must outlive the context, which is copied at every rule and so holds their address only.
  init(words: UnsafePointer<FunctionWords>) {
    wordsAt = words
  }

  @inline(__always) var words: FunctionWords { wordsAt.pointee }

  /// Decides every token. `candidates` has `TokenTable.lookAhead` zeros after the last one.
  mutating func decide(_ tokens: TokenColumns, candidates: UnsafePointer<Candidates>, tags: UnsafeMutablePointer<Tag>) {
    var before = Tag.punct
    for index in 0..<tokens.count {
      if tokens.flags[index].contains(.sentenceStart) {
        before = .punct
        expectation = .none
        lastVerb = .punct
        clauseHasVerb = false
      }
      let own = candidates[index]
      let bits = own & TagBits.mask
      let tag: Tag
      if bits & (bits &- 1) == 0 {
        tag = TagGuesser.primary(own)
      } else {
        tag = choose(index, own, before, tokens, candidates, tags)
      }
      tags[index] = tag
      advance(tag, index, tokens)
      before = tag
    }
  }

  /// Tags after which more than a step is to be done.
  @inline(__always) private static var movers: UInt64 { TagBits.verb | Tag.md.bit | Tag.to.bit | Tag.in.bit | Tag.cc.bit }
  /// Tags that end a clause.
  @inline(__always) private static var enders: UInt64 { Tag.punct.bit | Tag.wdt.bit | Tag.wp.bit | Tag.wrb.bit | Tag.wps.bit }

  /// Moves the waiting auxiliary on.
  @inline(__always)
  private mutating func advance(_ tag: Tag, _ index: Int, _ tokens: TokenColumns) {
    if tag.bit & TagContext.movers != 0 {
      move(tag, index, tokens)
    } else {
      // "did he say", "is the man coming": the subject may stand between.
      step(ends: tag.bit & TagContext.enders != 0)
    }
  }

  @inline(__always)
  private mutating func move(_ tag: Tag, _ index: Int, _ tokens: TokenColumns) {
    switch tag {
    case .md:
      set(.base)
      clauseHasVerb = true
    case .to: set(.baseAfterTo)
    case .in:
      expectation = .none
      let lexeme = tokens.lexeme[index]
      let opensClause =
        lexeme == words.that || lexeme == words.because || lexeme == words.ifWord || lexeme == words.asWord || lexeme == words.whileWord
      clauseHasVerb = clauseHasVerb && !opensClause
    case .cc: if expectation != .be, expectation != .none { step(ends: true) }
    default:
      lastVerb = tag
      let lexeme = tokens.lexeme[index]
      if isSpeech(index, tokens) { clauseHasVerb = false } else if tag.isFinite { clauseHasVerb = true }
      let lemma = tokens.lemma[index]
      if lexeme == words.s || lemma == words.be || lemma == words.get {
        set(.be)
      } else if lemma == words.have {
        set(.perfect)
      } else if lemma == words.doVerb {
        set(.base)
      } else {
        expectation = .none
      }
    }
  }

  @inline(__always) private mutating func set(_ new: Expectation) {
    expectation = new
    distance = 0
  }

  /// One more token stands behind the auxiliary; no branch, since words come as they please.
  @inline(__always) private mutating func step(ends: Bool) {
    distance &+= 1
    expectation = ends || distance > 4 ? .none : expectation
    clauseHasVerb = clauseHasVerb && !ends
  }

  /// Whether the word is a verb of speech or thought.
  @inline(__always)
  func isSpeech(_ index: Int, _ tokens: TokenColumns) -> Bool { tokens.classes[index].intersects(TagContext.speech) }

  @inline(__always) private static var speech: WordClassSet {
    WordClassSet(
      low: WordClass.speechVerb.lowBit | WordClass.beliefVerb.lowBit, high: WordClass.speechVerb.highBit | WordClass.beliefVerb.highBit)
  }

  /// Whether a noun group seems to begin at `index`.
  @inline(__always)
  func startsGroup(_ index: Int, _ candidates: UnsafePointer<Candidates>) -> Bool {
    let next = candidates[index]
    return next != 0 && TagGuesser.primary(next).bit & TagBits.groupStart != 0
  }
}

extension WordClass {
  /// This class's bit in the two halves of a `WordClassSet`; folds to a constant.
  @inline(__always) var lowBit: UInt64 { rawValue < 64 ? 1 << UInt64(rawValue) : 0 }
  @inline(__always) var highBit: UInt64 { rawValue < 64 ? 0 : 1 << UInt64(rawValue & 63) }
}
