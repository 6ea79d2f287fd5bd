/// A number, amount, date or duration in the text, with what it means.
public struct Value: Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    case cardinal, ordinal, percent, money, quantity, age, score, date, time, duration, set
  }
  public enum Comparison: UInt8, Sendable, CaseIterable {
    case none, moreThan, lessThan, atLeast, atMost
    /// "more-than" and so on; nil for none.
    public var name: String? {
      switch self {
      case .none: nil
      case .moreThan: "more-than"
      case .lessThan: "less-than"
      case .atLeast: "at-least"
      case .atMost: "at-most"
      }
    }
  }

  public var kind: Kind
  /// With modifier and, for a quantity, its unit; of a calendar expression, the expression alone.
  public var span: Span
  public var tokens: TokenRange
  public var number: Double?
  public var comparison: Comparison = .none
  /// The unit, singular ("kilometre"), or the noun counted ("aircraft").
  public var unit: String?
  /// "length", "mass", …
  public var dimension: String?
  /// The number in the dimension's base unit.
  public var base: Double?
  /// ISO 4217.
  public var currency: String?
  public var low: Double?
  public var high: Double?
  /// "side" of "1,000 prisoners per side".
  public var per: String?
  public var approximate = false
  /// TIMEX3 value of a date, time, duration or set.
  public var timex: String?
  /// ISO 8601 ends of an interval.
  public var from: String?
  public var to: String?
  /// The noun group counted.
  public var of: Span?
  /// Name of the rule.
  public var rule: String

  public init(kind: Kind, span: Span, tokens: TokenRange, rule: String) {
    self.kind = kind
    self.span = span
    self.tokens = tokens
    self.rule = rule
  }
}
