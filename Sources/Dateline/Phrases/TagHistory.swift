/// What has been decided to the left of a word, as far as the rules ask for it: which auxiliary still waits for its verb, the last verb, and
/// whether the clause has one.
///
/// Read off the tags when a rule asks: few words do, so that the others need no state to be carried over them.
struct TagHistory {
  /// The verb form that an auxiliary on the left asks for.
  enum Expectation: UInt8 { case none, base, baseAfterTo, perfect, be }

  private let tokensAt: UnsafePointer<TokenColumns>
  private let tags: UnsafePointer<Tag>
  /// Tokens of a tag of `TagBits.turns`.
  private let events: TokenSet
  private let wordsAt: UnsafePointer<FunctionWords>
  /// The first token of the sentence at hand.
  private var start = 0
  /// The last answers in this sentence, and before which token: questions go back no further, so that all of them are linear in the text.
  private var verb = (before: 0, tag: Tag.punct)
  private var clause = (before: 0, hasVerb: false)

  /// Those of `TagBits.turns` that make an auxiliary wait, where the word is one.
  @inline(__always) private static var waiters: UInt64 { TagBits.verb | Tag.md.bit | Tag.to.bit }
  /// No auxiliary waits for longer than this many words of its clause.
  private static let patience = 4

  /// What is given as an address must outlive the history.
  init(tokens: UnsafePointer<TokenColumns>, tags: UnsafePointer<Tag>, events: TokenSet, words: UnsafePointer<FunctionWords>) {
    tokensAt = tokens
    self.tags = tags
    self.events = events
    wordsAt = words
  }

  @inline(__always) private var words: FunctionWords { wordsAt.pointee }
  @inline(__always) private var tokens: TokenColumns { tokensAt.pointee }

  /// A sentence begins at `token`.
  @inline(__always)
  mutating func begin(at token: Int) {
    start = token
    verb = (token, .punct)
    clause = (token, false)
  }

  /// What the words before `token` wait for.
  @inline(__always)
  func expectation(before token: Int) -> Expectation {
    let event = lastEvent(before: token)
    // A sum of bits, one branch: half of the words have nothing that waits before them.
    let mayWait = TagHistory.waiters &>> UInt64(tags[max(event, 0)].rawValue) & Bit.less(start &- 1, event)
    guard mayWait != 0 else { return .none }
    let found = expectation(of: event)
    return found == .none || TagHistory.isOver(found, event, token, tags) ? .none : found
  }

  /// The last token before `token` that is an event, or one before the sentence. More than sixty-four tokens away nothing is waited for.
  @inline(__always)
  private func lastEvent(before token: Int) -> Int {
    let word = token &>> 6
    let bits = events.words[word] & ~(~0 &<< UInt64(token & 63))
    if bits != 0 { return word &<< 6 &+ 63 &- bits.leadingZeroBitCount }
    guard word > 0, events.words[word &- 1] != 0 else { return -1 }
    return word &<< 6 &- 1 &- events.words[word &- 1].leadingZeroBitCount
  }

  /// What is waited for behind an event of a tag of `waiters`.
  @inline(__always)
  private func expectation(of token: Int) -> Expectation {
    let tag = tags[token]
    guard tag.isVerb else { return tag == .md ? .base : .baseAfterTo }
    let lemma = tokens.lemma[token]
    // Sums of bits, one branch: most verbs are no auxiliaries.
    let isBe = Bit.same(tokens.lexeme[token], words.s) | Bit.same(lemma, words.be) | Bit.same(lemma, words.get)
    let isOther = Bit.same(lemma, words.have) | Bit.same(lemma, words.doVerb)
    if isBe | isOther == 0 { return .none }
    return isBe != 0 ? .be : lemma == words.have ? .perfect : .base
  }

  /// Whether nobody waits any more before `token`: too many words stand between ("did he say", "is the man coming": the subject may), or a
  /// conjunction, over which only a participle is waited for. Static: at every question the history would be copied for it.
  private static func isOver(_ waiting: Expectation, _ event: Int, _ token: Int, _ tags: UnsafePointer<Tag>) -> Bool {
    var steps = 0
    for between in event + 1..<token {
      if tags[between] != .cc {
        steps += 1
        if steps > TagHistory.patience { return true }
      } else if waiting != .be {
        return true
      }
    }
    return false
  }

  /// The last verb form decided in this sentence before `token`, for "said and did"; a mark for none.
  mutating func lastVerb(before token: Int) -> Tag {
    var found = verb.tag
    var at = token
    while at > verb.before {
      at -= 1
      if tags[at].isVerb {
        found = tags[at]
        break
      }
    }
    verb = (token, found)
    return found
  }

  /// Whether this clause has a finite verb before `token` already, other than one of speech or thought, after which "that" may be left out.
  mutating func clauseHasVerb(before token: Int) -> Bool {
    var found = clause.hasVerb
    var at = token
    while at > clause.before {
      at -= 1
      if let says = hasVerb(at) {
        found = says
        break
      }
    }
    clause = (token, found)
    return found
  }

  /// Whether the clause has a verb behind `token`, if that alone says so.
  @inline(__always)
  private func hasVerb(_ token: Int) -> Bool? {
    let tag = tags[token]
    if tag.isVerb { return tokens.classes[token].intersects(TagContext.speech) ? false : tag.isFinite ? true : nil }
    if tag == .md { return true }
    if tag == .in { return opensClause(tokens.lexeme[token]) ? false : nil }
    if tag.bit & TagBits.clauseEnds != 0 { return false }
    guard tag == .cc else { return nil }
    let waiting = expectation(before: token)
    return waiting == .none || waiting == .be ? nil : false
  }

  @inline(__always)
  private func opensClause(_ lexeme: LexemeID) -> Bool {
    lexeme == words.that || lexeme == words.because || lexeme == words.ifWord || lexeme == words.asWord || lexeme == words.whileWord
  }
}
