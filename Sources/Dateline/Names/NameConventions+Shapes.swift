extension NameConventions {
  // MARK: What a word's shape tells

  /// "M.K.Stalin", "IIT-Madras": what the shape of a single word says it is; nil for most.
  @inline(__always)
  func shapedKind(_ token: Int) -> Int? {
    if tokens.is(token, .hasPeriod) { return hasGluedInitials(token) ? NameSpan.person : nil }
    if tokens.is(token, .hasHyphen) { return isBranch(token) ? NameSpan.organization : nil }
    return nil
  }

  /// Retypes a name of one word by its shape.
  @inline(__always)
  func takeShape(_ span: inout NameSpan) {
    guard span.tokens.count == 1, span.rule == .none, let type = shapedKind(span.tokens.first), type != span.type,
      known(span.tokens) == 0
    else { return }
    span = NameSpan(span.tokens, type, by: .shape)
  }

  /// "G.Zandanshatar", "M.K.Stalin", "Yu.Boldbaatar": initials without blanks before a surname.
  private func hasGluedInitials(_ token: Int) -> Bool {
    var at = Int(tokens.start[token])
    let end = Int(tokens.end[token])
    var initials = 0
    while at + 2 < end, isUpper(at) {
      let point = isLower(at + 1) ? at + 2 : at + 1
      guard bytes[point] == UInt8(ascii: ".") else { break }
      initials += 1
      at = point + 1
    }
    // At least three letters are left, the first of them a capital.
    guard initials > 0, initials < 4, end - at >= 3, isUpper(at), isLower(at + 1) || bytes[at + 1] >= 0x80 else { return false }
    return (at + 1..<end).allSatisfy { isLower($0) || bytes[$0] >= 0x80 }
  }

  /// "IIT-Madras", "CPI-Maoist": three to five capitals, a hyphen and a name.
  private func isBranch(_ token: Int) -> Bool {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    var at = start
    while at < end, isUpper(at) { at += 1 }
    guard (3...5).contains(at - start), end - at > 4, bytes[at] == UInt8(ascii: "-"), isUpper(at + 1) else { return false }
    return (at + 2..<end).allSatisfy { isLower($0) || bytes[$0] >= 0x80 }
  }

  /// "U-turn", "T-shirt", "RM1bil": a letter that says of what kind a thing is, and an amount.
  func isThingOfLetter(_ token: Int) -> Bool {
    let (start, end) = (Int(tokens.start[token]), Int(tokens.end[token]))
    if tokens.is(token, .hasHyphen) {
      guard end - start > 3, bytes[start + 1] == UInt8(ascii: "-"), bytes[start] != UInt8(ascii: "K") else { return false }
      return (start + 2..<end).allSatisfy { isLower($0) }
    }
    guard tokens.is(token, .hasDigit), end - start > 3 else { return false }
    var at = start
    while at < end, at - start < 4, isUpper(at) { at += 1 }
    let number = at
    while at < end, isNumeric(at) { at += 1 }
    guard number > start, at > number, end - at > 0, end - at <= 3 else { return false }
    // "bn", "bil", "mn", "mil", "m", "k".
    let (first, last) = (bytes[at], bytes[end - 1])
    return (first == UInt8(ascii: "b") || first == UInt8(ascii: "m") || first == UInt8(ascii: "k"))
      && (end - at == 1 || last == UInt8(ascii: "n") || last == UInt8(ascii: "l"))
  }

  private func isUpper(_ at: Int) -> Bool { bytes[at] &- UInt8(ascii: "A") < 26 }
  private func isLower(_ at: Int) -> Bool { bytes[at] &- UInt8(ascii: "a") < 26 }
  private func isNumeric(_ at: Int) -> Bool { bytes[at] &- UInt8(ascii: "0") < 10 || bytes[at] == UInt8(ascii: ".") }
}
