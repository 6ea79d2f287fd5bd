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

  /// The arguments of a fact in their order, three at most: no array, since facts come by the dozen and would each own one.
  public struct Arguments: RandomAccessCollection, Sendable {
    private var first: Argument?
    private var second: Argument?
    private var third: Argument?
    public private(set) var count = 0

    public init() {}

    public init(_ first: Argument, _ second: Argument? = nil) {
      self.first = first
      self.second = second
      count = second == nil ? 1 : 2
    }

    /// - Precondition: there are fewer than three.
    public mutating func append(_ argument: Argument) {
      switch count {
      case 0: first = argument
      case 1: second = argument
      case 2: third = argument
      default: preconditionFailure("a fact has at most three arguments")
      }
      count += 1
    }

    /// The arguments, each changed.
    func changed(_ change: (inout Argument) -> Void) -> Arguments {
      var changed = Arguments()
      for var argument in self {
        change(&argument)
        changed.append(argument)
      }
      return changed
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }
    public subscript(_ index: Int) -> Argument {
      precondition(index >= 0 && index < count)
      return (index == 0 ? first : index == 1 ? second : third).unsafelyUnwrapped
    }
  }

  /// "holds_role", "met", "attacked", …
  public var predicate: Label
  public var arguments: Arguments
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

  public init(predicate: Label, arguments: Arguments, span: Span, confidence: Float) {
    self.predicate = predicate
    self.arguments = arguments
    self.span = span
    self.confidence = confidence
  }
}
