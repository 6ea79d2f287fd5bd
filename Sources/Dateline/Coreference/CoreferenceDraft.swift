/// An article as coreference reads and changes it: the earlier layers as addresses, and the lists that grow meanwhile, taken out of the analysis.
struct CoreferenceDraft {
  let layers: ArticleLayers
  private(set) var lists: Lists

  /// What coreference adds to.
  struct Lists {
    var entities: [Entity] = []
    var members: [Int32] = []
    var overlaps: [Mention] = []
    var evidence: [Evidence] = []

    /// Takes the lists out of an analysis, or puts them back.
    mutating func exchange(with analysis: inout Analysis) {
      swap(&entities, &analysis.entities)
      swap(&members, &analysis.members)
      swap(&overlaps, &analysis.overlaps)
      swap(&evidence, &analysis.evidence)
    }
  }

  init(_ layers: ArticleLayers, _ lists: consuming Lists) {
    self.layers = layers
    self.lists = lists
  }

  var tokens: TokenColumns { layers.tokens }
  var phrases: PhraseColumns { layers.phrases }
  var sentences: UnsafeBufferPointer<Sentence> { layers.sentences }
  /// The mentions by name: what coreference finds is merged in when it is done.
  var mentions: UnsafeBufferPointer<Mention> { layers.mentions }

  @inline(__always) var entities: [Entity] { lists.entities }

  /// Adds an entity and returns its number.
  mutating func add(_ entity: Entity) -> Int32 {
    lists.entities.append(entity)
    return Int32(truncatingIfNeeded: lists.entities.count - 1)
  }

  /// Adds an entity of type group that stands for others together, and returns its number.
  mutating func add(membersOfGroup members: [Int32]) -> Int32 {
    let from = Int32(truncatingIfNeeded: lists.members.count)
    lists.members += members
    var entity = Entity(type: .group, name: .members(from..<Int32(truncatingIfNeeded: lists.members.count)))
    entity.confidence = 0.6
    return add(entity)
  }

  /// Adds a mention that overlaps others.
  mutating func add(overlap: Mention) { lists.overlaps.append(overlap) }

  /// Adds a reason and returns its range.
  mutating func record(_ reason: Evidence) -> Range<Int32> {
    let from = Int32(truncatingIfNeeded: lists.evidence.count)
    lists.evidence.append(reason)
    return from..<from + 1
  }

  /// Notes what a pronoun says of a person of whom nothing else did.
  mutating func note(_ gender: Gender, ifUnknownOf entity: Int32) {
    if lists.entities[Int(entity)].gender == .unknown { lists.entities[Int(entity)].gender = gender }
  }

  /// Whether an entity stands for these together.
  func isWhole(_ entity: Int32, of members: [Int32]) -> Bool {
    guard case .members(let range) = lists.entities[Int(entity)].name, range.count == members.count else { return false }
    return members.allSatisfy { lists.members[Int(range.lowerBound)..<Int(range.upperBound)].contains($0) }
  }
}
