/// A statement that the article makes or reports, with its evidence.
public struct Fact: Sendable {
  public enum Modality: UInt8, Sendable, CaseIterable {
    case asserted, reported, alleged, denied, planned, possible, conditional, requested
  }
  public enum Source: UInt8, Sendable, CaseIterable { case author, speaker, document }

  public struct Argument: Sendable {
    /// "holder", "role", "of", …
    public var role: Label
    /// Index into `Analysis.entities`, or -1.
    public var entity: Int32 = -1
    /// Index into `Analysis.values`, or -1.
    public var value: Int32 = -1
    /// The words in the text, for an argument that is neither.
    public var span: Span?

    public init(role: Label, entity: Int32 = -1, value: Int32 = -1, span: Span? = nil) {
      self.role = role
      self.entity = entity
      self.value = value
      self.span = span
    }
  }

  /// "holds_role", "met", "attacked", …
  public var predicate: Label
  public var arguments: [Argument]
  public var isNegative = false
  public var modality: Modality = .asserted
  /// Index into `Analysis.values`, or -1.
  public var time: Int32 = -1
  /// Index into `Analysis.entities`, or -1.
  public var place: Int32 = -1
  public var source: Source = .author
  /// The speaker's entity, or -1.
  public var sourceEntity: Int32 = -1
  /// The quotation it stands in, or -1.
  public var sourceQuote: Int32 = -1
  /// The words that state it.
  public var span: Span
  public var confidence: Float
  /// Range into `Analysis.evidence`.
  public var evidence: Range<Int32> = 0..<0

  public init(predicate: Label, arguments: [Argument], span: Span, confidence: Float) {
    self.predicate = predicate
    self.arguments = arguments
    self.span = span
    self.confidence = confidence
  }
}
