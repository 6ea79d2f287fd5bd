/// Several who speak together: "Ana Ruiz and Karl Moe said". In the graph such a whole is an entity of type group with its members, the one that
/// "they" and "the two leaders" mean too.
struct JointSpeakers {
  private struct Joint {
    var quote: Int
    var members: [Int32]
    var words: TokenRange
  }

  private var found: [Joint] = []

  /// How sure it is that words joined by "and" are members of one whole.
  private static let confidence: Float = 0.8

  var isEmpty: Bool { found.isEmpty }

  /// Remembers that the members speak in a quotation.
  mutating func note(_ members: [Int32], _ words: TokenRange, quote: Int) {
    found.append(Joint(quote: quote, members: members, words: words))
  }

  /// Makes the wholes speakers of their quotations, each with a mention where it is named.
  func write(_ analysis: inout Analysis) {
    for joint in found {
      let whole = JointSpeakers.whole(of: joint.members, &analysis)
      analysis.quotes[joint.quote].speaker.entity = whole
      let isNamed = analysis.overlaps.contains { $0.entity == whole && $0.tokens == joint.words }
      if isNamed { continue }
      let from = Int32(truncatingIfNeeded: analysis.evidence.count)
      analysis.evidence.append(Evidence(.coreference, "group.coordination", 1))
      analysis.overlaps.append(
        Mention(
          span: analysis.tokens.span(joint.words), tokens: joint.words, form: .nominal, entity: whole,
          confidence: JointSpeakers.confidence, evidence: from..<from + 1))
    }
    analysis.overlaps.sortShort { ($0.tokens.start, $0.tokens.end) < ($1.tokens.start, $1.tokens.end) }
  }

  /// The entity that stands for the members, a new one if there is none.
  private static func whole(of members: [Int32], _ analysis: inout Analysis) -> Int32 {
    let wanted = Set(members)
    // Wholes come behind all that names name.
    for index in analysis.entities.indices.reversed() {
      guard case .members = analysis.entities[index].name else { continue }
      let known = analysis.members(of: analysis.entities[index])
      if known.count == members.count, known.allSatisfy({ wanted.contains($0) }) { return Int32(truncatingIfNeeded: index) }
    }
    let from = Int32(truncatingIfNeeded: analysis.members.count)
    analysis.members += members
    var entity = Entity(type: .group, name: .members(from..<Int32(truncatingIfNeeded: analysis.members.count)))
    entity.confidence = 0.6
    analysis.entities.append(entity)
    return Int32(truncatingIfNeeded: analysis.entities.count - 1)
  }
}

extension QuoteScene {
  /// The entities that a speaker's words join by "and", in text order; nil where it is one, or where somebody unknown is among them.
  func members(of speaker: SpeakerSpan) -> [Int32]? { listed(speaker) ?? apposed(speaker) }

  /// "Ana Ruiz, the mayor, and Karl Moe, the governor": one person by name on either side of the comma and "and".
  func apposed(_ speaker: SpeakerSpan) -> [Int32]? {
    guard
      let comma = (speaker.start + 1..<max(speaker.start + 1, speaker.end - 2)).first(where: {
        marks[$0] == .comma && tokens.has($0 + 1, .andWord)
      }),
      let first = onlyPerson(in: speaker.start..<comma), let second = onlyPerson(in: comma + 2..<speaker.end), first != second
    else { return nil }
    return [first, second]
  }

  /// The one person named in the tokens, of whom what else stands there tells; nil for none or several.
  private func onlyPerson(in range: Range<Int>) -> Int32? {
    var found: Int32?
    for token in range where nameType(token) == .person {
      guard let mention = mention(at: token) else { continue }
      let entity = layers.entity(ofMention: mention)
      if let found, found != entity { return nil }
      found = entity
    }
    return found
  }

  /// Those of a list: "Ana Ruiz, Karl Moe and Lars Dahl".
  private func listed(_ speaker: SpeakerSpan) -> [Int32]? {
    // Most speakers are one.
    guard let last = member(endingAt: speaker.end, speaker.start), last.start > speaker.start else { return nil }
    var found: [Int32] = []
    var end = speaker.end
    while found.count < Coordination.most {
      guard let (entity, start) = member(endingAt: end, speaker.start), !found.contains(entity) else { return nil }
      found.append(entity)
      guard start > speaker.start else { break }
      guard let before = joint(before: start, isFirst: found.count == 1) else { return nil }
      end = before
    }
    return found.count > 1 ? found.reversed() : nil
  }

  /// Where the member before the one that starts at `start` ends: before "and" for the last two, before a comma for the others; nil for neither.
  private func joint(before start: Int, isFirst: Bool) -> Int? {
    var end = start - 1
    guard end > 0 else { return nil }
    if isFirst {
      if lexeme(end) == words.nor { return end }
      guard tokens.has(end, .andWord) else { return nil }
      if marks[end - 1] == .comma { end -= 1 }
      return end
    }
    return marks[end] == .comma ? end : nil
  }

  /// The person, organization or country whose words end at `end`, and where they begin: a name, "the mayor", "the mayor of Leeds".
  @inline(__always)
  private func member(endingAt end: Int, _ low: Int) -> (entity: Int32, start: Int)? {
    guard end > low, let group = phrases.noun(at: end - 1) else { return nil }
    var start = max(low, Int(phrases.nouns.start[group]))
    var head = min(end - 1, Int(phrases.nouns.head[group]))
    if start - 2 >= low, tokens.has(start - 1, .prepOf), let owner = phrases.noun(endingAt: start - 2) {
      start = max(low, Int(phrases.nouns.start[owner]))
      head = Int(phrases.nouns.head[owner])
      // "the presidents of Norway and Sweden" are no member.
      guard let mention = mention(at: head), layers.type(ofMention: mention) == .person else { return nil }
    }
    guard let mention = mention(at: head), layers.mentions[mention].entity >= 0, layers.mentions[mention].form != .demonym else {
      return nil
    }
    // A name with "and" in it is one.
    return (layers.mentions[mention].entity, min(start, max(low, layers.mentions[mention].tokens.first)))
  }
}
