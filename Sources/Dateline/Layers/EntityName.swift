/// What an entity is called: words of the article, or the name that a table has for it. No string is made before one is asked for.
public enum EntityName: Sendable, Hashable {
  case words(Span)
  case table(Label)
  /// The names of those whom the entity means together, a range of `Analysis.members`: "Anna Berg and Karl Moe … they".
  case members(Range<Int32>)
}

/// The mentions of one entity in one list of an analysis: the first, and how many follow each other by `Mention.next`. Thus no entity needs an
/// array of its own.
public struct MentionChain: Sendable, Hashable {
  /// Index of the first mention in text order; -1 when there is none.
  public internal(set) var first: Int32 = -1
  public internal(set) var count = 0
  public var isEmpty: Bool { count == 0 }
}

extension Analysis {
  /// The name of an entity.
  public func name(of entity: Entity) -> String {
    switch entity.name {
    case .words(let span): article.text(span)
    case .table(let label): label.text
    case .members: joined(members(of: entity))
    }
  }

  /// Indices of the entities that this one means together; none for all but such wholes.
  public func members(of entity: Entity) -> ArraySlice<Int32> {
    if case .members(let range) = entity.name { return members[Int(range.lowerBound)..<Int(range.upperBound)] }
    return []
  }

  /// "Anna Berg, Karl Moe and Ivo Horn".
  private func joined(_ members: ArraySlice<Int32>) -> String {
    var names = ""
    for (place, member) in members.enumerated() {
      if place > 0 { names += place + 1 < members.count ? ", " : " and " }
      names += name(of: entities[Int(member)])
    }
    return names
  }

  /// The bytes of an entity's name, which must not outlive the call.
  @inline(__always)
  func withName<Result>(of entity: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch entities[entity].name {
    case .words(let span):
      article.bytes.withUnsafeBufferPointer { body($0[span]) }
    case .table(let label): body(label.bytes)
    case .members: Array(name(of: entities[entity]).utf8).withUnsafeBufferPointer(body)
    }
  }

  /// Indices of an entity's mentions in `mentions`, in text order.
  public func mentions(of entity: Int) -> MentionNumbers { MentionNumbers(list: mentions, following: entities[entity].mentions.first) }

  /// Indices of an entity's mentions in `overlaps`, in text order.
  public func overlaps(of entity: Int) -> MentionNumbers { MentionNumbers(list: overlaps, following: entities[entity].overlaps.first) }

  /// The mention of an entity that stands first in the text. Wholes may have none but overlapping ones ("Anna Berg and Karl Moe said …").
  public func firstMention(of entity: Int) -> Mention? {
    let named = entities[entity].mentions.first
    let overlapping = entities[entity].overlaps.first
    guard overlapping >= 0 else { return named >= 0 ? mentions[Int(named)] : nil }
    guard named >= 0, mentions[Int(named)].span.start <= overlaps[Int(overlapping)].span.start else { return overlaps[Int(overlapping)] }
    return mentions[Int(named)]
  }

  /// Chains the mentions of each entity anew, those of `mentions`.
  ///
  /// - Complexity: O(mentions + entities).
  mutating func chainMentions() { Analysis.chain(&mentions, &entities, \.mentions) }

  /// The same for those of `overlaps`.
  mutating func chainOverlaps() { Analysis.chain(&overlaps, &entities, \.overlaps) }

  @inline(__always)
  private static func chain(_ mentions: inout [Mention], _ entities: inout [Entity], _ chain: WritableKeyPath<Entity, MentionChain>) {
    mentions.withUnsafeMutableBufferPointer { mentions in
      entities.withUnsafeMutableBufferPointer { entities in
        for entity in entities.indices { entities[entity][keyPath: chain] = MentionChain() }
        // From the end: the mention behind is always the head of its entity's chain.
        var number = mentions.count
        while number > 0 {
          number -= 1
          let entity = Int(mentions[number].entity)
          mentions[number].next = entities[entity][keyPath: chain].first
          entities[entity][keyPath: chain].first = Int32(truncatingIfNeeded: number)
          entities[entity][keyPath: chain].count += 1
        }
      }
    }
  }
}

/// Goes along a chain of mentions.
public struct MentionNumbers: Sequence, IteratorProtocol {
  fileprivate let list: [Mention]
  fileprivate var following: Int32

  public mutating func next() -> Int? {
    guard following >= 0 else { return nil }
    let number = Int(following)
    following = list[number].next
    return number
  }
}
