/// The tokens of one article, in columns.
///
/// - Shape: one element a token in every column, in text order; spans neither overlap nor touch white space.
/// - Units: `start` and `end` are UTF-8 offsets into `Article.bytes`.
public struct TokenTable: Sendable {
  public internal(set) var start: [Int32] = []
  public internal(set) var end: [Int32] = []
  /// The lexeme: compiled below `lexicon.count`, an article's own word from there on. Equal lexemes are equal folded words.
  public internal(set) var lexeme: [LexemeID] = []
  public internal(set) var flags: [TokenFlags] = []
  /// Word classes, copied from the lexicon for locality.
  public internal(set) var classes: [WordClassSet] = []
  /// Part of speech in this context (`punct` for punctuation); the lexicon's likeliest tag until the tagger has run.
  public internal(set) var tag: [Tag] = []
  /// What the lexicon knows of the lexeme beside its classes.
  var profile: [LexemeProfile] = []
  /// Lexeme of the lemma; the lexeme itself where the lexicon names none.
  public internal(set) var lemma: [LexemeID] = []
  /// Tags that the token can bear, as far as its written form says; the tagger narrows them. `lookAhead` zeros stand behind the last one.
  var candidates: [Candidates] = []
  /// Number of the sentence.
  public internal(set) var sentence: [Int32] = []
  /// The first token of each line, in order: those with the flag `lineStart`.
  var lineStarts: [Int32] = []
  /// The article's own words.
  public internal(set) var ownWords = WordInterner()

  /// How far behind the last token `candidates` goes on.
  static let lookAhead = 10

  public init() {}

  @inlinable public var count: Int { start.count }

  @inlinable public func span(_ token: Int) -> Span { Span(start[token], end[token]) }

  /// The bytes from the first to the last token of `range`, white space between them included.
  @inlinable public func span(_ range: TokenRange) -> Span {
    range.isEmpty ? Span(0, 0) : Span(start[range.first], end[range.last])
  }

  @inlinable public func has(_ token: Int, _ wordClass: WordClass) -> Bool { classes[token].contains(wordClass) }
  @inlinable public func has(_ token: Int, anyOf set: WordClassSet) -> Bool { classes[token].intersects(set) }
  @inlinable public func `is`(_ token: Int, _ flag: TokenFlags) -> Bool { flags[token].contains(flag) }
  /// Starts with a capital, whatever follows.
  @inlinable public func isCapitalized(_ token: Int) -> Bool { flags[token].contains(.capitalized) }

  /// The token whose span holds `offset` or is the first after it; `count` when there is none. O(log tokens).
  public func token(at offset: Int32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if end[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that lie wholly inside `span`. O(log tokens).
  public func tokens(in span: Span) -> TokenRange {
    var low = token(at: span.start)
    if low < count, start[low] < span.start { low += 1 }
    var high = token(at: span.end)
    if high < count, end[high] <= span.end { high += 1 }
    return TokenRange(low, max(low, high))
  }

  /// Makes the columns `count` elements long; `TokenReader` writes every element, and the sentence splitter the sentences' numbers.
  mutating func resize(to count: Int) {
    start.resizeUnset(to: count)
    end.resizeUnset(to: count)
    lexeme.resizeUnset(to: count)
    flags.resizeUnset(to: count)
    classes.resizeUnset(to: count)
    tag.resizeUnset(to: count)
    profile.resizeUnset(to: count)
    lemma.resizeUnset(to: count)
    candidates.resizeUnset(to: count + TokenTable.lookAhead)
    sentence.resizeUnset(to: count)
  }

  mutating func removeAll() {
    start.removeAll(keepingCapacity: true)
    end.removeAll(keepingCapacity: true)
    lexeme.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    tag.removeAll(keepingCapacity: true)
    profile.removeAll(keepingCapacity: true)
    lemma.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    sentence.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
    ownWords.removeAll()
  }
}

/// A sentence: its tokens, and their span in the text.
public struct Sentence: Sendable, Hashable {
  public var tokens: TokenRange
  public var span: Span
  public init(tokens: TokenRange, span: Span) {
    self.tokens = tokens
    self.span = span
  }
}
