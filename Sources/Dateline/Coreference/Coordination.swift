/// Several entities that one word means together: "Anna Berg and Karl Moe … they", "the two leaders". In the graph such a whole is an entity of
/// type group with its members.
struct Coordination {
  /// The members' entities, in text order.
  var members: [Int32]
  /// The words that name them together; empty where they stand apart.
  var words: TokenRange

  /// Members of one whole at most.
  static let most = 8

  /// The list that ends with noun group `last`: "A, B and C". Nil when `last` is no part of a list; no members when one of them is unknown or of
  /// another type.
  init?(endingWith last: Int, _ parties: Parties, _ draft: CoreferenceDraft) {
    let nouns = parties.phrases.nouns
    let tokens = parties.tokens
    let first = Int(nouns.start[last])
    guard first > 0, tokens.has(first - 1, .andWord), tokens.sentence[first - 1] == tokens.sentence[first] else { return nil }
    members = []
    words = TokenRange(first, first)
    guard case .entity(let entity) = parties.party(last, draft) else { return }
    let type = draft.entities[Int(entity)].type
    var found = [entity]
    var start = first
    var group = last - 1
    while group >= 0, found.count < Coordination.most {
      var before = start - 1
      let isAnd = tokens.has(before, .andWord)
      if isAnd, before > 0, Coordination.isComma(before - 1, parties) { before -= 1 }
      guard isAnd && found.count == 1 || !isAnd && Coordination.isComma(before, parties), Int(nouns.end[group]) == before,
        case .entity(let other) = parties.party(group, draft), draft.entities[Int(other)].type == type, !found.contains(other)
      else {
        // The word before "and" is somebody else: nobody knows who "they" are.
        if found.count == 1 { return }
        break
      }
      found.append(other)
      start = Int(nouns.start[group])
      group -= 1
    }
    guard found.count > 1 else { return }
    members = found.reversed()
    words = TokenRange(start, Int(nouns.end[last]))
  }

  init(members: [Int32]) {
    self.members = members
    words = TokenRange(0, 0)
  }

  private static func isComma(_ token: Int, _ parties: Parties) -> Bool {
    token >= 0 && parties.bytes[Int(parties.tokens.start[token])] == UInt8(ascii: ",")
  }

  /// The entity that stands for the whole: the one of the same members, else a new one.
  func entity(_ draft: inout CoreferenceDraft, known: inout [Int32]) -> Int32 {
    if let same = known.last(where: { draft.isWhole($0, of: members) }) { return same }
    let number = draft.add(membersOfGroup: members)
    known.append(number)
    if !words.isEmpty {
      let range = words
      let skip = draft.tokens.has(range.first, .articleThe) ? 1 : 0
      let inner = TokenRange(range.first + skip, Int(range.end))
      let evidence = draft.record(Evidence(.coreference, "group.coordination", 1))
      draft.add(
        overlap: Mention(
          span: draft.tokens.span(inner), tokens: inner, form: .nominal, entity: number, confidence: 0.8, evidence: evidence))
    }
    return number
  }
}
