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

  // In this order the small fields stand in the gaps behind the labels: a text has a value every twenty words.

  /// Name of the rule.
  public var rule: Label
  public var kind: Kind
  public var comparison: Comparison = .none
  public var approximate = false
  /// "length", "mass", …
  public var dimension: Label?
  /// With modifier and, for a quantity, its unit; of a calendar expression, the expression alone.
  public var span: Span
  /// ISO 4217.
  public var currency: Label?
  public var tokens: TokenRange
  /// The noun group counted.
  public var of: Span?
  private var figures = Figures()
  /// The unit, singular ("kilometre"), or the noun counted ("aircraft").
  public var unit: String?
  /// The noun after "per": "side" of "1,000 prisoners per side".
  public var per: String?
  /// TIMEX3 value of a date, time, duration or set.
  public var timex: String?

  public init(kind: Kind, tokens: TokenRange, rule: Label) {
    self.kind = kind
    span = Span(0, 0)
    self.tokens = tokens
    self.rule = rule
  }

  public var number: Double? {
    get { Figures.optional(figures.number) }
    set { figures.number = newValue ?? .nan }
  }
  public var low: Double? {
    get { Figures.optional(figures.low) }
    set { figures.low = newValue ?? .nan }
  }
  public var high: Double? {
    get { Figures.optional(figures.high) }
    set { figures.high = newValue ?? .nan }
  }
  /// The number in the dimension's base unit.
  public var base: Double? {
    get { Figures.optional(figures.base) }
    set { figures.base = newValue ?? .nan }
  }

  /// The numbers; what is not known is no number: an optional takes twice the memory.
  private struct Figures {
    var number = Double.nan
    var low = Double.nan
    var high = Double.nan
    var base = Double.nan

    @inline(__always) static func optional(_ figure: Double) -> Double? { figure.isNaN ? nil : figure }
  }

  /// ISO 8601 ends of an interval of dates or times ("2019/2025", "2025-06-02T14/2025-06-02T16"); nil for anything else.
  public var interval: (from: String, to: String)? { Value.interval(kind, timex) }

  @inline(__always)
  static func interval(_ kind: Kind, _ timex: String?) -> (from: String, to: String)? {
    guard kind == .date || kind == .time, let timex, timex.utf8.count >= 7, let slash = timex.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    return (String(timex[..<slash]), String(timex[timex.utf8.index(after: slash)...]))
  }
}
