/// A small regular expression over the letters of one token: literals, `.`, classes (`[a-z]`, `[^0-9]`, `\d`, `\w`, `\s`), groups, `|`, `*`, `+`, `?`,
/// `{n,m}`, and `^` and `$` at the ends of an alternative. It is found anywhere in the token, as `re.search` does.
///
/// Not supported: back references, look-around, `\b`, lazy quantifiers, flags other than a leading `(?i)`.
///
/// - Complexity: O(letters × positions), whatever the pattern: all ways are followed at once, one bit a position (Glushkov's automaton).
struct TokenRegex: Sendable {
  /// Letters and classes that the expression may hold, repeats written out.
  static let mostPositions = 62
  /// A longer token never matches.
  static let longestToken = 256

  struct Letters: Sendable, Equatable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
      for range in ranges where range.contains(scalar) { return !isNegated }
      return isNegated
    }
  }

  private(set) var positions: [Letters] = []
  /// For each position the positions that may come next.
  private(set) var follow: [UInt64] = []
  /// Where a match may begin: anywhere, or only with the token's first letter.
  private(set) var first: UInt64 = 0
  private(set) var anchoredFirst: UInt64 = 0
  /// Where a match may end: anywhere, or only with the token's last letter.
  private(set) var last: UInt64 = 0
  private(set) var anchoredLast: UInt64 = 0
  /// Matches without reading a letter.
  private(set) var isEmptyMatch = false
  private(set) var isEmptyWholeMatch = false
  /// The token is read in lower case.
  var foldsCase: Bool

  /// - Throws: `TokenRegexError` for what is not supported or not well-formed.
  init(_ text: String, foldsCase: Bool = false) throws(TokenRegexError) {
    self.foldsCase = foldsCase
    var parser = TokenRegexParser(text)
    if parser.takeCaseFlag() { self.foldsCase = true }
    for alternative in try parser.alternatives() {
      let part = try add(alternative.node)
      if alternative.startsAnchored { anchoredFirst |= part.first } else { first |= part.first }
      if alternative.endsAnchored { anchoredLast |= part.last } else { last |= part.last }
      if part.isNullable {
        if alternative.startsAnchored && alternative.endsAnchored { isEmptyWholeMatch = true } else { isEmptyMatch = true }
      }
    }
  }

  private struct Part {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var isNullable = true
  }

  private mutating func add(_ node: TokenRegexParser.Node) throws(TokenRegexError) -> Part {
    switch node {
    case .letters(let letters):
      guard positions.count < TokenRegex.mostPositions else {
        throw TokenRegexError("longer than \(TokenRegex.mostPositions) letters and classes, repeats written out")
      }
      let bit: UInt64 = 1 << UInt64(positions.count)
      positions.append(letters)
      follow.append(0)
      return Part(first: bit, last: bit, isNullable: false)
    case .sequence(let nodes):
      var whole = Part()
      for node in nodes {
        let part = try add(node)
        link(whole.last, part.first)
        whole = Part(
          first: whole.isNullable ? whole.first | part.first : whole.first, last: part.isNullable ? whole.last | part.last : part.last,
          isNullable: whole.isNullable && part.isNullable)
      }
      return whole
    case .choice(let nodes):
      var whole = Part(isNullable: false)
      for node in nodes {
        let part = try add(node)
        whole.first |= part.first
        whole.last |= part.last
        whole.isNullable = whole.isNullable || part.isNullable
      }
      return whole
    case .repeated(let node, let least, let most):
      var copies: [TokenRegexParser.Node] = Array(repeating: node, count: max(least, 0))
      guard let most else {
        // The last copy turns back to itself.
        if least == 0 {
          let part = try add(node)
          link(part.last, part.first)
          return Part(first: part.first, last: part.last, isNullable: true)
        }
        copies.removeLast()
        let before = try add(.sequence(copies))
        let part = try add(node)
        link(part.last, part.first)
        link(before.last, part.first)
        return Part(
          first: before.isNullable ? before.first | part.first : before.first, last: part.isNullable ? before.last | part.last : part.last,
          isNullable: before.isNullable && part.isNullable)
      }
      if most > least { copies += Array(repeating: .optional(node), count: most - least) }
      return try add(.sequence(copies))
    case .optional(let node):
      var part = try add(node)
      part.isNullable = true
      return part
    }
  }

  private mutating func link(_ from: UInt64, _ to: UInt64) {
    var left = from
    while left != 0 {
      follow[left.trailingZeroBitCount] |= to
      left &= left - 1
    }
  }

  /// Whether the expression is found in `bytes` (valid UTF-8).
  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isEmptyMatch || isEmptyWholeMatch && bytes.isEmpty { return true }
    var active: UInt64 = 0
    var index = 0
    var count = 0
    while index < bytes.count {
      guard count < TokenRegex.longestToken else { return false }
      let (scalar, width) = TokenRegex.decode(bytes, index, foldsCase)
      var next = count == 0 ? first | anchoredFirst : first
      var left = active
      while left != 0 {
        next |= follow[left.trailingZeroBitCount]
        left &= left - 1
      }
      active = 0
      while next != 0 {
        let position = next.trailingZeroBitCount
        if positions[position].contains(scalar) { active |= 1 << UInt64(position) }
        next &= next - 1
      }
      if active & last != 0 { return true }
      index += width
      count += 1
    }
    return active & anchoredLast != 0
  }

  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ folds: Bool) -> (scalar: UInt32, width: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (UInt32(folds && byte &- 65 < 26 ? byte | 0x20 : byte), 1) }
    let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var scalar = UInt32(byte & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07))
    for offset in 1..<width where index + offset < bytes.count { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (folds && width == 2 ? Folding.lowercase(scalar) : scalar, width)
  }
}

/// What is wrong with a regular expression.
struct TokenRegexError: Error, Sendable {
  let message: String
  init(_ message: String) { self.message = message }
}
