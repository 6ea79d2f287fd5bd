/// Powers: "2^10", "1.3e6", "6.02×10^23", "5.1 x 10^4".
extension NumberReader {
  /// Bytes of the longest number with a power.
  private static let longestPower = 24

  /// A number in digits that "^" or "×10^" stands behind.
  func power(_ start: Int, _ limit: Int) -> Number? {
    guard start + 2 < limit, isPowerMark(start + 1) else { return nil }
    return written(start, limit)
  }

  /// A number with its exponent in one token or more: "1.3e6", "12.3e+14", "1.3x10^6".
  func scientific(_ start: Int) -> Number? {
    guard tokens.is(start, .hasDigit), tokens.is(start, .hasLetter), byte(start) &- 48 < 10 else { return nil }
    return written(start, tokens.count)
  }

  /// "^", "×" or "x".
  private func isPowerMark(_ token: Int) -> Bool {
    let first = byte(token)
    if tokens.length(token) == 1 { return first == UInt8(ascii: "^") || first == UInt8(ascii: "x") }
    return first == 0xC3 && tokens.length(token) == 2 && bytes[Int(tokens.start[token]) + 1] == 0x97
  }

  /// The mantissa, the mark and the exponent as they are written, which must end where a token does.
  private func written(_ start: Int, _ limit: Int) -> Number? {
    let from = Int(tokens.start[start])
    let last = min(limit, start + NumberReader.longest) - 1
    let text = bytes[from..<min(Int(tokens.end[last]), from + NumberReader.longestPower)]
    var at = from
    while at < text.endIndex, text[at] &- 48 < 10 || text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") { at += 1 }
    guard at > from, at < text.endIndex, let (mantissa, isWhole) = NumberReader.parse(text[from..<at]) else { return nil }
    // "2^10" is a power of what stands before the mark, "1.3e6" and "1.3×10^6" are so many powers of ten.
    var scales = true
    if text[at] == UInt8(ascii: "^") {
      scales = false
      at += 1
    } else if text[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
    } else {
      guard let behind = behindTen(text, at) else { return nil }
      at = behind
    }
    var isNegative = false
    if at < text.endIndex, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") {
      isNegative = text[at] == UInt8(ascii: "-")
      at += 1
    }
    var exponent = 0
    let digits = at
    while at < text.endIndex, text[at] &- 48 < 10, exponent < 1000 {
      exponent = exponent * 10 + Int(text[at] - 48)
      at += 1
    }
    // Beyond what a number can hold nothing is read.
    // "7e7" is a name as often as not.
    guard at > digits, exponent > 9 || !isWhole || text[digits - 1] &- 48 >= 10 && text[digits - 1] | 0x20 != UInt8(ascii: "e"),
      exponent <= 300, let end = tokenEnding(at, start, last)
    else { return nil }
    var power = 1.0
    for _ in 0..<exponent { power *= scales ? 10 : mantissa }
    if isNegative { power = 1 / power }
    let value = scales ? mantissa * power : power
    guard value.isFinite else { return nil }
    return Number(value: value, end: end, isInteger: false)
  }

  /// Behind "×10^" or "x 10^".
  private func behindTen(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ mark: Int) -> Int? {
    var at = mark
    func skipBlanks() { while at < text.endIndex, text[at] == UInt8(ascii: " ") { at += 1 } }
    skipBlanks()
    guard at < text.endIndex, text[at] == UInt8(ascii: "x") || text[at] == 0xC3 else { return nil }
    at += text[at] == 0xC3 ? 2 : 1
    skipBlanks()
    guard at + 2 < text.endIndex, text[at..<at + 3].elementsEqual("10^".utf8) else { return nil }
    return at + 3
  }

  /// The token behind the one that ends at a byte.
  private func tokenEnding(_ at: Int, _ first: Int, _ last: Int) -> Int? {
    var token = first
    while token <= last, Int(tokens.end[token]) < at { token += 1 }
    return token <= last && Int(tokens.end[token]) == at ? token + 1 : nil
  }
}
