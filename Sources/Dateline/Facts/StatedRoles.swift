/// Roles that a clause states: "Helga Strand is the president of the union", "Ana Ruiz became chief executive in May".
struct StatedRoles {
  let context: FactContext

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for verb in 0..<context.verbs.count where context.words.links.contains(context.verbs.lemma[verb]) {
      let flags = context.verbs.flags[verb]
      guard flags.contains(.finite), flags.isDisjoint(with: [.modal, .passive]) else { continue }
      let end = Int(context.verbs.end[verb])
      guard let group = context.phrases.noun(startingAt: end) ?? behindAs(end), let role = role(group), let holder = holder(verb) else {
        continue
      }
      var arguments = Fact.Arguments(
        Fact.Argument(role: "holder", entity: context.entity(holder)), Fact.Argument(role: "role", span: context.tokens.span(role)))
      let owner = owner(of: role, group)
      if owner >= 0, owner != context.entity(holder) { arguments.append(Fact.Argument(role: "of", entity: owner)) }
      let range = TokenRange(context.mentions[holder].tokens.first, Int(role.end))
      var fact = FactMaker.make("holds_role", arguments, range, 0.8, "fact.role.stated", context, &evidence, isClause: true)
      fact.isNegative = flags.contains(.negated)
      if flags.contains(.future) { fact.modality = .planned }
      facts.append(fact)
    }
  }

  /// "serves **as** chairwoman"
  private func behindAs(_ end: Int) -> Int? {
    guard end + 1 < context.tokens.count, context.prepositions.bit(context.tokens.lexeme[end]) == Prepositions.as else { return nil }
    return context.phrases.noun(startingAt: end + 1)
  }

  /// The person right before the verb.
  private func holder(_ verb: Int) -> Int? {
    let start = Int(context.verbs.start[verb])
    let floor = context.sentence(start).first
    let groups = ClauseSubjects(context: context).find(before: start, floor: floor).groups
    guard groups.count == 1, let mention = context.mention(at: Int(context.nouns.head[groups[0]])), context.type(mention) == .person else {
      return nil
    }
    return mention
  }

  /// The words of the group that are a role; nil when its head is none, or when it is a name.
  private func role(_ group: Int) -> TokenRange? {
    let tokens = context.tokens
    let head = Int(context.nouns.head[group])
    guard context.nouns.kind[group] == .common, tokens.has(head, .role), !tokens.has(head, anyOf: StatedRoles.others),
      Int(context.nouns.end[group]) == head + 1
    else { return nil }
    if let mention = context.mention(at: head), context.mentions[mention].form == .name { return nil }
    var start = context.nouns.firstWithoutArticle(group, tokens)
    if Int(context.nouns.possessive[group]) >= start { start = Int(context.nouns.possessive[group]) + 1 }
    // A name or a nationality before the role says of what or whence.
    for token in start..<head {
      guard let mention = context.mention(at: token), context.mentions[mention].form != .nominal else { continue }
      start = max(start, Int(context.mentions[mention].tokens.end))
    }
    return start <= head ? TokenRange(start, head + 1) : nil
  }

  /// Nouns for people by what they are, not by what they do.
  private static let others = WordClassSet(.memberNoun, .maleNoun, .femaleNoun, .kin)

  /// "**Volvo’s** chairman", "chairman **of Volvo**".
  private func owner(of role: TokenRange, _ group: Int) -> Int32 {
    let tokens = context.tokens
    let before = RoleIndex.mention(before: role.first, tokens, context.layers.mentionOf)
    if role.first > Int(context.nouns.start[group]), before >= 0 { return context.entity(before) }
    let of = Int(role.end)
    guard of + 1 < tokens.count, tokens.has(of, .prepOf) || tokens.has(of, .prepIn), let owner = context.phrases.noun(startingAt: of + 1),
      let mention = context.mention(at: Int(context.nouns.head[owner])), context.type(mention) != .person
    else { return -1 }
    return context.entity(mention)
  }
}
