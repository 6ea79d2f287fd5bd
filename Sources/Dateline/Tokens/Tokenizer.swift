/// Turns an article's bytes into tokens: ICU's word boundaries, merged and split as news needs.
///
/// Merges: abbreviations with their stop ("Mr.", "U.S."), initials, hyphenated words ("Jean-Claude", "Tu-22M", "76-year-old"), clock times and
/// fractions, "AT&T", URLs, e-mail addresses, hashtags, runs of stops and dashes, doubled quotation marks. Splits: clitics ("Kyiv’s", "didn’t"),
/// units glued to numbers ("1.5bn"), name compounds ("Geneva-based", "pro-Russian", "Turkish-Iranian").
///
/// - Complexity: O(bytes); a merge looks ahead over segments that it then consumes.
public struct Tokenizer {
  let lexicon: Lexicon
  private let breaker = WordBreaker()

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Replaces the contents of `table` by the tokens of `bytes` (valid UTF-8). Sentences are not set here.
  public func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, into table: inout TokenTable) {
    table.removeAll()
    guard let text = bytes.baseAddress else { return }
    breaker.segment(bytes)
    let estimate = breaker.ends.count * 5 / 8 + 8
    table.reserve(estimate)
    breaker.ends.withUnsafeBufferPointer { ends in
      breaker.status.withUnsafeBufferPointer { status in
        var run = TokenizerRun(text: text, length: bytes.count, ends: ends, status: status, lexicon: lexicon)
        run.tokenize(into: &table)
      }
    }
  }
}

extension TokenTable {
  mutating func reserve(_ capacity: Int) {
    start.reserveCapacity(capacity)
    end.reserveCapacity(capacity)
    lexeme.reserveCapacity(capacity)
    flags.reserveCapacity(capacity)
    classes.reserveCapacity(capacity)
    tag.reserveCapacity(capacity)
    sentence.reserveCapacity(capacity)
  }

  /// Appends the token `start..<end`, whose letters are looked at once: folded, hashed, looked up, flagged.
  @inline(__always)
  mutating func append(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ extra: TokenFlags, lexicon: Lexicon) {
    let length = to - from
    let shape = TokenShape.read(text + from, length)
    let id: LexemeID
    var known = LexemeInfo.unknown
    let found: Int = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { buffer in
      let folded = Folding.fold(text + from, length, into: buffer.baseAddress!)
      let hash = ByteHash.hash(buffer.baseAddress!, folded)
      let compiled = lexicon.find(buffer.baseAddress!, folded, hash: hash)
      if compiled >= 0 { return Int(compiled) }
      return lexicon.count + ownWords.intern(buffer.baseAddress!, folded, hash: hash)
    }
    id = LexemeID(truncatingIfNeeded: found)
    if found < lexicon.count { known = lexicon.info(id) }
    start.append(Int32(truncatingIfNeeded: from))
    end.append(Int32(truncatingIfNeeded: to))
    lexeme.append(id)
    let flag = shape.union(extra)
    flags.append(flag)
    classes.append(known.classes)
    tag.append(TokenTable.firstTag(known, flag))
    sentence.append(0)
  }

  /// The tag to begin with: the lexicon's likeliest, or what the shape suggests.
  @inline(__always)
  static func firstTag(_ info: LexemeInfo, _ flags: TokenFlags) -> Tag {
    if let tag = info.primaryTag { return tag }
    if flags.contains(.punctuation) { return .punct }
    if flags.contains(.number) { return .cd }
    return flags.contains(.capitalized) ? .nnp : .nn
  }

  /// The folded form of a token's lexeme.
  public func lexemeText(_ token: Int, _ lexicon: Lexicon) -> String {
    let id = Int(lexeme[token])
    return id < lexicon.count ? lexicon.text(lexeme[token]) : String(decoding: ownWords.bytes(id - lexicon.count), as: UTF8.self)
  }
}
