extension NameConventions {
  // MARK: Families

  /// Whether a relation in small letters stands before a name: "her brother Tom", "their daughters, Ann and Harriet", "his wife, Ana".
  func isBehindKin(_ range: TokenRange) -> Bool {
    var before = range.first - 1
    if before > 0, isComma(before) { before -= 1 }
    return before >= 0 && tokens.has(before, .kin) && tokens.is(before, .lowercase)
      && tokens.sentence[before] == tokens.sentence[range.first]
  }

  func isGivenName(_ range: TokenRange) -> Bool {
    range.count <= 2 && tokens.profile[range.first].given > 0
      && known(range) & (GazetteerClass.certainMask | GazetteerClass.organizationMask) == 0
  }

  // MARK: Numerals

  /// "J. Clark Bundren II": the numeral belongs to the name.
  func takeNumeral(_ span: inout NameSpan) {
    let next = Int(span.tokens.end)
    guard span.type == NameSpan.person, span.tokens.count > 1, next < tokens.count, tokens.has(next, .nameSuffix), tokens.length(next) > 1,
      (Int(tokens.start[next])..<Int(tokens.end[next])).allSatisfy({ bytes[$0] == UInt8(ascii: "I") || bytes[$0] == UInt8(ascii: "V") })
    else { return }
    span.tokens = TokenRange(span.tokens.first, next + 1)
    span.rule = .numeral
  }
}
