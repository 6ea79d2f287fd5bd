/// Who may be meant where nobody knows who speaks.
public struct SpeakerCandidate: Sendable {
  /// Index into `Analysis.entities`.
  public var entity: Int32
  /// 0 to 1; what is left of the sum is for somebody whom the article does not name.
  public var score: Float

  public init(entity: Int32, score: Float) {
    self.entity = entity
    self.score = score
  }
}
