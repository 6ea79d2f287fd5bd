/// Takes out the names that are parts of values: "Sunday" of "Sunday night", "EST" of "3 p.m. EST", "US" of "US$7bn", "N15.8" of "N15.8 billion",
/// "Celsius" of "40 degrees Celsius", and the unit from names behind one ("90MW Erden plant").
enum NamesInValues {
  /// - Complexity: O(spans + values).
  static func remove(
    from spans: inout [NameSpan], _ values: [Value], _ tokens: TokenColumns, _ matches: MatchColumns, _ classes: Column<MatchClasses>
  ) {
    var at = 0
    var kept = 0
    for index in spans.indices {
      let span = spans[index]
      while at < values.count, values[at].tokens.end <= span.tokens.start { at += 1 }
      if at < values.count, values[at].tokens.start < span.tokens.end {
        if isPart(span, of: values[at], tokens) { continue }
        trim(&spans[index], values[at].tokens, tokens)
        if trimEnd(&spans[index], of: values[at]), let match = matches.match(spans[index].tokens),
          classes[match].all & ~GazetteerClass.maybePlaceMask == 0
        {
          spans[index] = NameSpan(spans[index].tokens, NameSpan.place, by: .knownType)
        }
      }
      if kept < index { spans[kept] = spans[index] }
      kept += 1
    }
    spans.removeLast(spans.count - kept)
  }

  /// Takes the unit of a value from the name behind it.
  private static func trim(_ span: inout NameSpan, _ value: TokenRange, _ tokens: TokenColumns) {
    let first = span.tokens.first
    guard value.start < span.tokens.start, value.end < span.tokens.end, tokens.is(first, .splitCompound), tokens.has(first, .unitWord)
    else {
      return
    }
    span.tokens = TokenRange(Int(value.end), Int(span.tokens.end))
  }

  /// Takes the letters of a currency from the name before an amount: "costs Mato Grosso R$700,000".
  private static func trimEnd(_ span: inout NameSpan, of value: Value) -> Bool {
    guard value.kind == .money, span.tokens.start < value.tokens.start, span.tokens.end <= value.tokens.end else { return false }
    span.tokens.end = value.tokens.start
    return true
  }

  private static func isPart(_ span: NameSpan, of value: Value, _ tokens: TokenColumns) -> Bool {
    guard value.tokens.start <= span.tokens.start, span.tokens.end <= value.tokens.end else { return false }
    switch value.kind {
    // A feast is a name, too.
    case .date, .duration, .set: return span.type == NameSpan.other && value.rule != "date.feast"
    // "0930 GMT"; the zone of a clock time stands last.
    case .time:
      return span.type == NameSpan.other || span.tokens == value.tokens
        || span.tokens.end == value.tokens.end && span.tokens.start > value.tokens.start
    // "Australian dollars" have a nationality; a sign or code has not.
    case .money: return span.tokens.start == value.tokens.start && span.tokens.count == 1 && isSign(span.tokens.first, tokens)
    // "degrees Celsius", "Richter"; not the people who are counted.
    case .quantity: return span.tokens.count == 1 && tokens.has(span.tokens.first, .unitWord)
    default: return false
    }
  }

  private static func isSign(_ token: Int, _ tokens: TokenColumns) -> Bool {
    tokens.is(token, .hasDigit) || token + 1 < tokens.count && (tokens.is(token + 1, .punctuation) || tokens.is(token + 1, .hasDigit))
  }
}
