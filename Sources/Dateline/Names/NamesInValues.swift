/// Takes out the names that are parts of values: "Sunday" of "Sunday night", "EST" of "3 p.m. EST", "US" of "US$7bn", "N15.8" of "N15.8 billion",
/// and the unit from names behind one ("90MW Erden plant").
enum NamesInValues {
  /// - Complexity: O(spans + values).
  static func remove(from spans: inout [NameSpan], _ values: [Value], _ tokens: TokenColumns) {
    guard !values.isEmpty else { return }
    var at = 0
    spans.removeAll { span in
      while at < values.count, values[at].tokens.end <= span.tokens.start { at += 1 }
      return at < values.count && isPart(span, of: values[at], tokens)
    }
    at = 0
    for index in spans.indices {
      let span = spans[index].tokens
      while at < values.count, values[at].tokens.end <= span.start { at += 1 }
      guard at < values.count else { return }
      let value = values[at].tokens
      if value.start < span.start, value.end < span.end, tokens.is(span.first, .splitCompound), tokens.has(span.first, .unitWord) {
        spans[index].tokens = TokenRange(Int(value.end), Int(span.end))
      }
    }
  }

  private static func isPart(_ span: NameSpan, of value: Value, _ tokens: TokenColumns) -> Bool {
    guard value.tokens.start <= span.tokens.start, span.tokens.end <= value.tokens.end else { return false }
    switch value.kind {
    case .date, .duration, .set: return span.type == NameSpan.other
    // The zone of a clock time stands last.
    case .time: return span.type == NameSpan.other || span.tokens.end == value.tokens.end && span.tokens.start > value.tokens.start
    // "Australian dollars" have a nationality; a sign or code has not.
    case .money: return span.tokens.start == value.tokens.start && span.tokens.count == 1 && isSign(span.tokens.first, tokens)
    default: return false
    }
  }

  private static func isSign(_ token: Int, _ tokens: TokenColumns) -> Bool {
    tokens.is(token, .hasDigit) || token + 1 < tokens.count && (tokens.is(token + 1, .punctuation) || tokens.is(token + 1, .hasDigit))
  }
}
