/// Lexemes of the few words whose grammar is their own; -2, which no token bears, where the lexicon lacks one.
struct FunctionWords: Sendable {
  let that, this, each, every, a, an, her, s, d, by, to, there, like, so, not, nt, never, been, who, which,
    one: LexemeID
  let with: LexemeID
  let all, neither, nor, take: LexemeID
  let i, he, she, we, they: LexemeID
  /// Lemmas.
  let be, have, doVerb, get: LexemeID
  let according, because, whether, ifWord, asWord, and, or, but, whileWord: LexemeID
  /// Of "in the words of" and "put it".
  let inWord, word, wordsWord, of, put, it: LexemeID
  private let will, shall, ll: LexemeID
  /// One bit for each value of the lowest six bits of the words for which the tagger has rules of their own.
  private let ruled: UInt64

  /// Whether the tagger may have rules of its own for the word: one test refuses nearly all others.
  @inline(__always) func mayHaveRules(_ lexeme: LexemeID) -> Bool { ruled &>> UInt64(truncatingIfNeeded: lexeme) & 1 != 0 }

  /// Will, shall and 'll.
  @inline(__always) func isFuture(_ lexeme: LexemeID) -> Bool { lexeme == will || lexeme == shall || lexeme == ll }

  /// Pronouns that are subjects only.
  @inline(__always)
  func isSubject(_ lexeme: LexemeID) -> Bool { lexeme == he || lexeme == she || lexeme == they || lexeme == we || lexeme == i }

  init(_ lexicon: Lexicon) {
    func word(_ text: String) -> LexemeID { lexicon.lexeme(text) ?? -2 }
    that = word("that")
    with = word("with")
    all = word("all")
    neither = word("neither")
    nor = word("nor")
    take = word("take")
    i = word("i")
    he = word("he")
    she = word("she")
    we = word("we")
    they = word("they")
    will = word("will")
    shall = word("shall")
    ll = word("'ll")
    this = word("this")
    each = word("each")
    every = word("every")
    a = word("a")
    an = word("an")
    her = word("her")
    s = word("'s")
    d = word("'d")
    by = word("by")
    to = word("to")
    there = word("there")
    like = word("like")
    so = word("so")
    not = word("not")
    nt = word("n't")
    never = word("never")
    been = word("been")
    who = word("who")
    which = word("which")
    one = word("one")
    be = word("be")
    have = word("have")
    doVerb = word("do")
    get = word("get")
    according = word("according")
    because = word("because")
    whether = word("whether")
    ifWord = word("if")
    asWord = word("as")
    and = word("and")
    or = word("or")
    but = word("but")
    whileWord = word("while")
    inWord = word("in")
    self.word = word("word")
    wordsWord = word("words")
    of = word("of")
    put = word("put")
    it = word("it")
    ruled = [that, s, her, d, there, like].reduce(0) { $0 | 1 &<< UInt64(truncatingIfNeeded: $1) }
  }
}
