/// Finds whom "they", "their" and "themselves" mean: people named together, a people, an organization; never a plural noun, which leaves the
/// pronoun open.
struct PluralPronouns {
  enum Referent {
    case entity(Int32, rule: Label, confidence: Float)
    case several(Coordination)
  }

  let parties: Parties

  func resolve(_ token: Int, _ draft: CoreferenceDraft) -> Referent? {
    let tokens = parties.tokens
    guard let own = parties.phrases.noun(at: token) else { return nil }
    // "police arrested them": the subject of the clause is not meant.
    if tokens.tag[token] == .prp, GroupsToTheLeft.finiteVerb(after: token + 1, parties) < 0, tokens.length(token) < 5 {
      return nil
    }
    var walk = GroupsToTheLeft(of: own, parties)
    while let step = walk.next() {
      switch parties.party(step.group, draft) {
      case .several: return nil
      case .entity(let entity):
        if let list = Coordination(endingWith: step.group, parties, draft) {
          return list.members.isEmpty || !step.isSubject ? nil : .several(list)
        }
        if let found = alone(entity, step.isSubject, draft) { return found }
        if step.isSubject, draft.entities[Int(entity)].type == .person { return nil }
      case .person, .thing:
        if parties.isJoined(step.group) || step.isSubject { return nil }
      case .nothing: break
      }
    }
    return before(own, draft)
  }

  /// The subject of the sentence before, if no plural noun comes after it.
  private func before(_ own: Int, _ draft: CoreferenceDraft) -> Referent? {
    guard let before = parties.subject(ofSentenceBefore: own, draft) else { return nil }
    // The subject found is the first of a list, if there is one.
    let sentence = parties.tokens.sentence[Int(parties.phrases.nouns.start[before.group])]
    var last = before.group
    var group = before.group + 1
    var isList = true
    while group < own, parties.tokens.sentence[Int(parties.phrases.nouns.start[group])] == sentence {
      let isNext = isList && parties.isJoined(group)
      if isNext { last = group }
      isList =
        isNext || isList && parties.bytes[Int(parties.tokens.start[Int(parties.phrases.nouns.start[group]) - 1])] == UInt8(ascii: ",")
      if !isNext, parties.party(group, draft) == .several { return nil }
      group += 1
    }
    if let list = Coordination(endingWith: last, parties, draft) { return list.members.isEmpty ? nil : .several(list) }
    guard case .entity(let entity) = before.party else { return nil }
    return alone(entity, true, draft)
  }

  /// A people, a team or a company by itself.
  private func alone(_ entity: Int32, _ isSubject: Bool, _ draft: CoreferenceDraft) -> Referent? {
    guard isSubject else { return nil }
    switch draft.entities[Int(entity)].type {
    case .group: return .entity(entity, rule: "pronoun.they-group", confidence: 0.7)
    case .organization: return .entity(entity, rule: "pronoun.they-organization", confidence: 0.6)
    default: return nil
    }
  }
}
