/// Reads the text of a `TokenRegex` into a tree.
struct TokenRegexParser {
  indirect enum Node {
    case letters(TokenRegex.Letters)
    case sequence([Node])
    case choice([Node])
    /// `most` nil: any number.
    case repeated(Node, least: Int, most: Int?)
    case optional(Node)
  }

  struct Alternative {
    var node: Node
    var startsAnchored: Bool
    var endsAnchored: Bool
  }

  private let scalars: [UInt32]
  private var at = 0
  private static let deepest = 16
  private static let mostRepeats = 32

  init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

  private var next: UnicodeScalar? { at < scalars.count ? UnicodeScalar(scalars[at]) : nil }

  private mutating func take(_ scalar: UnicodeScalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  /// A leading `(?i)`.
  mutating func takeCaseFlag() -> Bool {
    let flag = "(?i)".unicodeScalars.map(\.value)
    guard scalars.starts(with: flag) else { return false }
    at = flag.count
    return true
  }

  /// The whole expression, one alternative of the top level after the other, with its anchors.
  mutating func alternatives() throws(TokenRegexError) -> [Alternative] {
    var found: [Alternative] = []
    repeat {
      let starts = take("^")
      let node = try sequence(depth: 0)
      let ends = take("$")
      found.append(Alternative(node: node, startsAnchored: starts, endsAnchored: ends))
    } while take("|")
    if let left = next {
      throw TokenRegexError(left == ")" ? "“)” without “(”" : "“\(left)” in the middle; “^” and “$” stand at the ends only")
    }
    return found
  }

  private mutating func sequence(depth: Int) throws(TokenRegexError) -> Node {
    var parts: [Node] = []
    while let scalar = next, scalar != "|", scalar != ")", scalar != "$", scalar != "^" {
      parts.append(try quantified(try atom(depth: depth)))
    }
    return .sequence(parts)
  }

  private mutating func atom(depth: Int) throws(TokenRegexError) -> Node {
    guard depth < TokenRegexParser.deepest else { throw TokenRegexError("groups nested too deeply") }
    guard let scalar = next else { return .sequence([]) }
    at += 1
    switch scalar {
    case "(":
      if take("?") {
        guard take(":") else { throw TokenRegexError("“(?” opens look-around or a named group, which are not supported; “(?:” is") }
      }
      var options = [try sequence(depth: depth + 1)]
      while take("|") { options.append(try sequence(depth: depth + 1)) }
      guard take(")") else { throw TokenRegexError("“(” without “)”, or an anchor inside a group") }
      return options.count == 1 ? options[0] : .choice(options)
    case "[": return .letters(try letterClass())
    case ".": return .letters(TokenRegex.Letters(ranges: [], isNegated: true))
    case "\\": return .letters(try escaped())
    case "*", "+", "?", "{": throw TokenRegexError("“\(scalar)” repeats nothing")
    default: return .letters(TokenRegex.Letters(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func quantified(_ node: Node) throws(TokenRegexError) -> Node {
    var result = node
    if take("*") {
      result = .repeated(node, least: 0, most: nil)
    } else if take("+") {
      result = .repeated(node, least: 1, most: nil)
    } else if take("?") {
      result = .optional(node)
    } else if take("{") {
      let least = number() ?? 0
      var most: Int? = least
      if take(",") { most = number() }
      guard take("}") else { throw TokenRegexError("“{” without “}”; write {n}, {n,} or {n,m}") }
      guard least <= TokenRegexParser.mostRepeats, (most ?? least) <= TokenRegexParser.mostRepeats, (most ?? least) >= least else {
        throw TokenRegexError("a repeat of more than \(TokenRegexParser.mostRepeats), or from more to fewer")
      }
      result = .repeated(node, least: least, most: most)
    }
    if next == "?" || next == "+" || next == "*" || next == "{" {
      throw TokenRegexError("a quantifier after a quantifier (lazy and possessive ones are not supported)")
    }
    return result
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, scalar.value &- 48 < 10, (value ?? 0) < 10_000 {
      value = (value ?? 0) * 10 + Int(scalar.value - 48)
      at += 1
    }
    return value
  }

  private mutating func letterClass() throws(TokenRegexError) -> TokenRegex.Letters {
    var letters = TokenRegex.Letters(ranges: [], isNegated: take("^"))
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      at += 1
      if scalar == "\\" {
        let inner = try escaped()
        guard !inner.isNegated else { throw TokenRegexError("a negated class inside “[…]”") }
        letters.ranges += inner.ranges
        continue
      }
      if next == "-", at + 1 < scalars.count, scalars[at + 1] != UnicodeScalar("]").value {
        at += 1
        let end = scalars[at]
        at += 1
        guard end >= scalar.value else { throw TokenRegexError("a range from later to earlier in “[…]”") }
        letters.ranges.append(scalar.value...end)
      } else {
        letters.ranges.append(scalar.value...scalar.value)
      }
    }
    guard take("]") else { throw TokenRegexError("“[” without “]”") }
    return letters
  }

  private mutating func escaped() throws(TokenRegexError) -> TokenRegex.Letters {
    guard let scalar = next else { throw TokenRegexError("a backslash at the end") }
    at += 1
    let digits: [ClosedRange<UInt32>] = [48...57]
    // What is beyond ASCII and Latin-1 punctuation counts as a letter.
    let word: [ClosedRange<UInt32>] = [
      48...57, 65...90, 95...95, 97...122, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA, 0xC0...0x1FFF, 0x2C00...0x10FFFF,
    ]
    let space: [ClosedRange<UInt32>] = [9...13, 32...32, 0xA0...0xA0]
    switch scalar {
    case "d": return TokenRegex.Letters(ranges: digits)
    case "D": return TokenRegex.Letters(ranges: digits, isNegated: true)
    case "w": return TokenRegex.Letters(ranges: word)
    case "W": return TokenRegex.Letters(ranges: word, isNegated: true)
    case "s": return TokenRegex.Letters(ranges: space)
    case "S": return TokenRegex.Letters(ranges: space, isNegated: true)
    default:
      let value = scalar.value
      guard !(value &- 48 < 10 || (value | 0x20) &- 97 < 26) else {
        throw TokenRegexError("“\\\(scalar)” is not supported; \\d \\w \\s and escaped punctuation are")
      }
      return TokenRegex.Letters(ranges: [value...value])
    }
  }
}
