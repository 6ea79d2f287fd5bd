/// "Tony “the Wrench” Marino": given name, nickname in quotation marks and surname are one person's name, though the marks part it for the span
/// model, which then reads "Robert" and "Marino" as names of their own.
enum Nicknames {
  /// No nickname is longer than this many words.
  private static let longest = 3

  /// Joins the parts of such names; `spans` stays in text order.
  ///
  /// - Complexity: O(spans).
  static func join(_ spans: inout [NameSpan], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    // Copied only where there is a name to join.
    var joined: [NameSpan] = []
    var copied = 0
    var index = 0
    while index < spans.count {
      guard let opener = opener(beside: spans[index].tokens, tokens, bytes), let name = name(around: opener, tokens, bytes),
        let given = span(at: name.first, near: index, spans), let surname = span(at: name.last, near: index, spans)
      else {
        index += 1
        continue
      }
      let whole = TokenRange(min(given.first, name.first), max(Int(surname.end), Int(name.end)))
      var first = index
      while first > copied, spans[first - 1].tokens.end > whole.start { first -= 1 }
      var end = index + 1
      while end < spans.count, spans[end].tokens.start < whole.end { end += 1 }
      if joined.last.map({ $0.tokens.end <= whole.start }) ?? true {
        joined += spans[copied..<first]
        joined.append(one(whole, of: spans[first..<end]))
        copied = end
      }
      index = end
    }
    if copied > 0 { spans = joined + spans[copied...] }
  }

  /// The opening mark that a span stands beside: right behind its end, right before its start, or before the nickname on its left.
  @inline(__always)
  private static func opener(beside range: TokenRange, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let end = Int(range.end)
    // One question refuses most names: no branches, since what stands beside them comes as it pleases.
    let last = tokens.count - 1
    guard mayBeMark(min(end, last), tokens, bytes) | mayBeMark(max(range.first - 1, 0), tokens, bytes) != 0 else { return nil }
    if isMark(end, tokens, bytes), tokens.is(end, .spaceBefore) { return end }
    var at = range.first - 1
    guard isMark(at, tokens, bytes) else { return nil }
    // A mark right before the word opens; one that a space parts from the word has closed.
    if !tokens.is(range.first, .spaceBefore) { return at }
    let limit = max(0, at - longest - 1)
    at -= 1
    while at >= limit {
      if isMark(at, tokens, bytes) { return at }
      at -= 1
    }
    return nil
  }

  /// 0 for all but quotation marks and what starts as they do.
  @inline(__always)
  private static func mayBeMark(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let byte = UInt32(bytes[Int(tokens.start[token])])
    let (wide, double) = (byte ^ 0xE2, byte ^ UInt32(UInt8(ascii: "\"")))
    let (single, back) = (byte ^ UInt32(UInt8(ascii: "'")), byte ^ UInt32(UInt8(ascii: "`")))
    // The highest bit of one less: set for 0 alone.
    return ((wide &- 1) | (double &- 1) | (single &- 1) | (back &- 1)) &>> 31
  }

  static func isMark(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token >= 0, token < tokens.count, tokens.is(token, .punctuation) else { return false }
    let start = Int(tokens.start[token])
    // Commas and stops, as which most of them turn out, are told by one byte.
    let byte = bytes[start]
    guard byte == 0xE2 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") else { return false }
    return TokenKind.punctuation(bytes, start, tokens.length(token)) == .quote
  }

  /// From the given name before the mark `opener` to the surname behind the mark that closes; nil where no nickname stands between.
  static func name(around opener: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> TokenRange? {
    guard opener > 0, tokens.is(opener, .spaceBefore), isGiven(opener - 1, tokens) else { return nil }
    var closer = opener + 1
    while closer < tokens.count, closer - opener <= longest, tokens.is(closer, .hasLetter) { closer += 1 }
    let surname = closer + 1
    guard closer > opener + 1, surname < tokens.count, isMark(closer, tokens, bytes), !tokens.is(closer, .spaceBefore),
      tokens.is(surname, .spaceBefore), tokens.sentence[surname] == tokens.sentence[opener - 1], isSurname(surname, tokens),
      tokens.is(closer - 1, .anyCapital)
    else { return nil }
    var first = opener - 1
    if first > 0, tokens.is(first, .initial), tokens.is(first, .spaceBefore), isGiven(first - 1, tokens) { first -= 1 }
    // An initial alone is no given name that a nickname follows.
    return tokens.profile[first].given > 0 ? TokenRange(first, surname + 1) : nil
  }

  private static func isGiven(_ token: Int, _ tokens: TokenColumns) -> Bool {
    guard tokens.isCapitalized(token), !tokens.has(token, anyOf: functionWords) else { return false }
    return tokens.profile[token].given > 0 || tokens.is(token, .initial)
  }

  private static func isSurname(_ token: Int, _ tokens: TokenColumns) -> Bool {
    tokens.isCapitalized(token) && !tokens.has(token, anyOf: noNames)
      && (tokens.profile[token].surname > 0 || !tokens.profile[token].hasTag && tokens.profile[token].risk < 0)
  }

  private static let functionWords = WordClassSet(.closed, .pronoun, .title)

  /// "Swift “Fearless” Tour": heads of other names, and what says when.
  private static let noNames = WordClassSet(
    .closed, .pronoun, .weekday, .month, .title, .orgHead, .teamHead, .mediaHead, .placeHead, .eventHead, .lawHead, .productHead, .legalForm
  )

  /// The tokens of the span that holds `token`, or the token alone; nil where that span is none of a person's or place's, whose other words
  /// would be cut off.
  private static func span(at token: Int, near index: Int, _ spans: [NameSpan]) -> TokenRange? {
    for number in max(0, index - 2)..<min(spans.count, index + 3) where spans[number].tokens.overlaps(TokenRange(token, token + 1)) {
      let range = spans[number].tokens
      return spans[number].type == NameSpan.person || range.count == 1 ? range : nil
    }
    return TokenRange(token, token + 1)
  }

  /// The person of all of `name`, with the evidence of the surest person among its parts.
  private static func one(_ name: TokenRange, of parts: ArraySlice<NameSpan>) -> NameSpan {
    var found = NameSpan(name, NameSpan.person, by: .nickname)
    for part in parts where part.type == NameSpan.person && part.margin > found.margin {
      found = part
      found.tokens = name
      found.rule = .nickname
    }
    return found
  }
}
