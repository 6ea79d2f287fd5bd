/// A pattern over the tokens of one sentence, as the builder functions make it (`Word`, `Token`, `Optionally`, …) and the compiler reads it.
///
/// Every repeat has a bound, so a pattern has a longest match, and a rule becomes a program without loops.
indirect enum Pattern: Sendable {
  /// One token.
  case token(TokenTest)
  /// A whole mention, value or noun group that starts here.
  case span(SpanTest)
  case sequence([Pattern])
  /// The first alternative that leads to a match wins.
  case choice([Pattern])
  /// As many as can be, `least` to `most`.
  case repeated(Pattern, least: Int, most: Int)
  case capture(CaptureName, Pattern)
  /// What must, or must not, follow; not part of the match.
  case ahead(Pattern, isNegated: Bool)
  /// What must, or must not, stand before; not part of the match.
  case behind(Pattern, isNegated: Bool)
}

/// A place in a rule that the reader of its matches asks for; the stages name their own. At most 8.
struct CaptureName: Hashable, Sendable {
  let slot: Int
  init(_ slot: Int) { self.slot = slot }
  static let count = 8
}

/// What one token must be: all of these conditions.
struct TokenTest: Sendable {
  enum Kind: Sendable {
    /// One of these words, whatever the letter case.
    case words([String])
    /// Exactly these letters.
    case texts([String])
    /// In one of these word classes.
    case classes([WordClass])
    case tags([Tag])
    /// All of the first flags and none of the others.
    case flags(TokenFlags, none: TokenFlags)
    case letters(TokenLetters)
    /// A number in digits or words.
    case likeNumber
    /// Length in code points.
    case length(ClosedRange<Int>)
    /// One of these shapes: capitals X, small letters x, digits d, at most four of a kind in a row.
    case shapes([String])
    case regex(TokenRegex)
  }

  struct Condition: Sendable {
    var kind: Kind
    var isNegated = false
  }

  /// Empty: any token.
  var conditions: [Condition]

  init(_ conditions: [Condition] = []) { self.conditions = conditions }
  init(_ kind: Kind, not: Bool = false) { conditions = [Condition(kind: kind, isNegated: not)] }
}

/// Which spans of an earlier layer a pattern takes as one piece.
struct SpanTest: Sendable, Hashable {
  enum Layer: UInt8, Sendable, CaseIterable { case mention, value, nounGroup }
  var layer: Layer
  /// Bits of the kinds allowed: `EntityType`, `Value.Kind` or `NounGroups.Kind`.
  var kinds: UInt32
  /// Bits of the forms allowed (`MentionForm`); all ones for layers without forms.
  var forms: UInt32

  static let formShift: UInt32 = 16
  static let anyForm: UInt32 = 0xFFFF
}
