/// Words between quotation marks that nobody says: the title of a work, a nickname, a slogan, a term, or words that the writer keeps at a distance.
public struct MarkedWords: Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable { case title, nickname, slogan, term, scare }
  public var kind: Kind
  /// The words without the marks.
  public var span: Span

  public init(kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}
