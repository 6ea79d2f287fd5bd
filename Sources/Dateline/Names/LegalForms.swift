/// "Hidrovale SA": a name with a legal form behind it is an organization, whatever the model took it for.
///
/// Most legal forms never stand behind anything else; the model, fitted on news that seldom writes them, leaves too much to the name's own
/// shape.
enum LegalForms {
  /// A name before its legal form has at most so many words.
  private static let longest = 4

  /// Retypes, widens or adds the names that end in a legal form; `spans` stays in text order.
  ///
  /// - Parameter uppercase: the tokens with any capital letter.
  /// - Complexity: O(tokens).
  static func correct(
    _ spans: inout [NameSpan], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ uppercase: TokenBits, _ matches: MatchColumns
  ) {
    var span = 0
    var added: [NameSpan] = []
    var drops = false
    var next = uppercase.next(from: 1, limit: tokens.count)
    while next < tokens.count {
      let form = next
      next = uppercase.next(from: form + 1, limit: tokens.count)
      guard tokens.has(form, .legalForm), isCertain(form, tokens, bytes), !tokens.is(form, .sentenceStart) else { continue }
      if isBehindComma(form, tokens, bytes) {
        while span < spans.count, Int(spans[span].tokens.end) < form - 1 { span += 1 }
        if span < spans.count, Int(spans[span].tokens.end) == form - 1, takeForm(&spans[span], form), span + 1 < spans.count,
          Int(spans[span + 1].tokens.start) == form
        {
          // The model took the form for a name of its own.
          spans[span + 1].type = NameConventions.dropped
          drops = true
        }
        continue
      }
      guard tokens.is(form - 1, .capitalized), !tokens.has(form - 1, anyOf: notNames) else { continue }
      while span < spans.count, Int(spans[span].tokens.end) < form { span += 1 }
      if span < spans.count, Int(spans[span].tokens.start) < form {
        settle(&spans[span], form, matches)
      } else if let start = nameStart(
        before: form, after: max(span == 0 ? 0 : spans[span - 1].tokens.end, added.last?.tokens.end ?? 0), tokens)
      {
        added.append(NameSpan(TokenRange(start, form + 1), NameSpan.organization, by: .legalForm))
      }
    }
    if drops { spans.removeAll { $0.type == NameConventions.dropped } }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// A span that ends in or right before the legal form.
  private static func settle(_ span: inout NameSpan, _ form: Int, _ matches: MatchColumns) {
    let end = Int(span.tokens.end)
    guard end == form || end == form + 1, span.type != NameSpan.organization || end == form else { return }
    // "Adelaide SA" is a town and its state.
    if end == form, span.type == NameSpan.place, isPlace(span.tokens, matches) { return }
    widen(&span, to: form)
  }

  private static func widen(_ span: inout NameSpan, to form: Int) {
    span = NameSpan(
      TokenRange(span.tokens.first, form + 1), NameSpan.organization, by: .legalForm, margin: max(span.margin, NameModel.certainMargin))
  }

  private static func isPlace(_ range: TokenRange, _ matches: MatchColumns) -> Bool {
    guard let match = matches.match(range) else { return false }
    return matches.readings(of: match).contains { matches.readings[$0].type == .place }
  }

  /// "SA", "GmbH", "S.p.A.", "Inc.": no ordinary word is written so. "Co. Galway" is a county.
  private static func isCertain(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard tokens.is(token, .capitalized) else { return false }
    if tokens.is(token, .allCapitals) { return tokens.length(token) <= 5 }
    if tokens.is(token, .dotted) || tokens.is(token, .innerCapital) { return true }
    return bytes[Int(tokens.end[token]) - 1] == UInt8(ascii: ".") && (tokens.length(token) > 3 || !isCapital(token + 1, tokens))
  }

  private static func isCapital(_ token: Int, _ tokens: TokenColumns) -> Bool {
    token < tokens.count && tokens.is(token, .capitalized) && !tokens.is(token, .sentenceStart)
  }

  /// "Helvion, Inc. said": between the name and its form a comma, and no name goes on behind it ("Athens, SA 5 and Rome").
  private static func isBehindComma(_ form: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    form > 1 && tokens.length(form - 1) == 1 && bytes[Int(tokens.start[form - 1])] == UInt8(ascii: ",") && tokens.length(form) > 2
      && !isCapital(form + 1, tokens)
  }

  /// Adds the form behind a comma to an organization; false for anything else.
  private static func takeForm(_ span: inout NameSpan, _ form: Int) -> Bool {
    guard span.type == NameSpan.organization else { return false }
    widen(&span, to: form)
    return true
  }

  /// Where the capitalised words before `form` start; nil when there are none that can be a name.
  private static func nameStart(before form: Int, after end: Int32, _ tokens: TokenColumns) -> Int? {
    let floor = Int(end)
    var start = form
    while start > max(floor, form - longest), tokens.is(start - 1, .capitalized), !tokens.has(start - 1, anyOf: notNames),
      !tokens.is(start, .sentenceStart)
    {
      start -= 1
    }
    return start < form ? start : nil
  }

  private static let notNames = WordClassSet(.closed, .pronoun, .determiner, .articleThe, .title, .month, .legalForm)
}
