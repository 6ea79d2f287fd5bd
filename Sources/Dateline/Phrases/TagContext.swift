/// The tagger at one word: what it knows of the words on the left, and the words whose grammar is their own.
struct TagContext {
  private let wordsAt: UnsafePointer<FunctionWords>
  private let historyAt: UnsafeMutablePointer<TagHistory>

  /// `words` and `history` must outlive the context, which is copied at every rule and so holds their addresses only.
  private init(words: UnsafePointer<FunctionWords>, history: UnsafeMutablePointer<TagHistory>) {
    wordsAt = words
    historyAt = history
  }

  @inline(__always) var words: FunctionWords { wordsAt.pointee }

  /// What an auxiliary on the left of `index` waits for.
  @inline(__always)
  func expectation(_ index: Int) -> TagHistory.Expectation { historyAt.pointee.expectation(before: index) }

  /// The last verb form decided in this sentence, for "said and did".
  func lastVerb(_ index: Int) -> Tag { historyAt.pointee.lastVerb(before: index) }

  /// Whether this clause has a finite verb already, other than one of speech or thought, after which "that" may be left out.
  func clauseHasVerb(_ index: Int) -> Bool { historyAt.pointee.clauseHasVerb(before: index) }

  /// Decides every token of `sentences`. `candidates` has `TokenTable.lookAhead` zeros after the last one.
  static func decide(
    _ columns: UnsafePointer<TokenColumns>, _ sentences: [Sentence], candidates: UnsafePointer<Candidates>, tags: UnsafeMutablePointer<Tag>,
    words: UnsafePointer<FunctionWords>
  ) {
    let tokens = columns.pointee
    let size = TokenSet.wordCount(tokens.count)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size * 2) { memory in
      let ambiguous = TokenSet(words: memory.baseAddress!)
      let events = TokenSet(words: memory.baseAddress! + size)
      readPlain(candidates, tokens.count, tags, ambiguous, events)
      var history = TagHistory(tokens: columns, tags: tags, events: events, words: words)
      withUnsafeMutablePointer(to: &history) { history in
        let context = TagContext(words: words, history: history)
        var sentence = 0
        var range = TokenRange(0, 0)
        for token in ambiguous.tokens(below: tokens.count) {
          if token >= range.end {
            while token >= sentences[sentence].tokens.end { sentence += 1 }
            range = sentences[sentence].tokens
            history.pointee.begin(at: range.first)
          }
          let before = token > range.first ? tags[token - 1] : .punct
          let tag = context.choose(token, candidates[token], before, tokens, candidates, tags)
          tags[token] = tag
          events.insert(token, if: tag.bit & TagBits.turns != 0)
        }
      }
    }
  }

  /// Writes the likeliest tag of every token, which is that of all tokens with one candidate; sets the tokens with several, and those of the
  /// others that are events of the history.
  private static func readPlain(
    _ candidates: UnsafePointer<Candidates>, _ count: Int, _ tags: UnsafeMutablePointer<Tag>, _ ambiguous: TokenSet, _ events: TokenSet
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { memory in
      let codes = memory.baseAddress!
      codes.initialize(repeating: 0, count: 64)
      for word in 0..<TokenSet.wordCount(count) {
        let first = word &* 64
        let size = min(64, count &- first)
        // A byte a token, of which the sets are made 64 at a time; no branch: words come as they please.
        for place in 0..<size {
          let own = candidates[first &+ place]
          tags[first &+ place] = TagGuesser.primary(own)
          codes[place] = TagGuesser.marks(own)
        }
        for place in max(0, size)..<64 { codes[place] = 0 }
        let several = TokenSet.bits(of: codes, lane: 0)
        ambiguous.words[word] = several
        events.words[word] = TokenSet.bits(of: codes, lane: 1) & ~several
      }
    }
  }

  /// Whether the word is a verb of speech or thought.
  @inline(__always)
  func isSpeech(_ index: Int, _ tokens: TokenColumns) -> Bool { tokens.classes[index].intersects(TagContext.speech) }

  @inline(__always) static var speech: WordClassSet {
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
