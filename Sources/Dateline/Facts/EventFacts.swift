import CICU

/// Who did what to whom: one clause at a time, by the frames of its verb (`Gazetteers/facts/predicates.tsv`).
struct EventFacts {
  let context: FactContext
  let predicates: EventPredicates
  let governors: ClauseGovernors
  private let subjects: ClauseSubjects

  init(context: FactContext, predicates: EventPredicates, control: ControlTable) {
    self.context = context
    self.predicates = predicates
    subjects = ClauseSubjects(context: context)
    governors = ClauseGovernors(context: context, control: control, subjects: subjects)
  }

  /// What the table says of the verbs so far ahead is asked for.
  private static let ahead = 6

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    for verb in 0..<min(EventFacts.ahead, context.verbs.count) { predicates.fetch(context.verbs.lemma[verb]) }
    for verb in 0..<context.verbs.count {
      if verb + EventFacts.ahead < context.verbs.count { predicates.fetch(context.verbs.lemma[verb + EventFacts.ahead]) }
      let frames = predicates.range(context.verbs.lemma[verb])
      guard !frames.isEmpty, frames.contains(where: { mayHold(predicates.frames[$0].word, verb) }), let clause = governors.clause(verb),
        !clause.subjects.isEmpty
      else { continue }
      let sentence = context.sentence(Int(context.verbs.head[verb]))
      let isPassive = context.verbs.has(verb, .passive) && !clause.isActive
      let end = Int(context.verbs.end[verb])
      let complements = ClauseComplements(after: end, limit: Int(sentence.end), isPassive: isPassive, context)
      for frame in frames where mayHold(predicates.frames[frame].word, verb) {
        let frame = predicates.frames[frame]
        var found = complements
        var isNone = false
        if frame.word >= 0 {
          if isWord(end, frame.word), !frame.flags.contains(.keep),
            !context.tokens.tag[end].isNoun || context.phrases.noun(endingAt: end) != nil
          {
            // "step down", "shot dead two men", "pleaded not guilty": what follows the second word.
            found = ClauseComplements(after: end + 1, limit: Int(sentence.end), isPassive: isPassive, context)
            isNone = !context.verbs.has(verb, .negated) && context.tokens.has(end - 1, .negation)
          } else {
            guard !isPassive, let support = support(frame, &found) else { continue }
            isNone = context.isNone(support)
          }
        }
        if frame.flags.contains(.complete), found.extra(behind: frame.extra) < 0, !frame.flags.contains(.role) || role(found) < 0 {
          continue
        }
        guard let reading = isPassive ? passive(frame, clause, found) : active(frame, clause, found) else { continue }
        write(reading, frame, verb, clause, found, isNone, &facts, &evidence)
        break
      }
    }
  }

  // MARK: Verbs of two words

  /// Whether a frame with this second word, -1 for none, can be that of a verb: the word must follow.
  @inline(__always)
  private func mayHold(_ word: LexemeID, _ verb: Int) -> Bool {
    guard word >= 0 else { return true }
    let end = Int(context.verbs.end[verb])
    let count = Int64(min(EventFacts.reach, context.tokens.count - end))
    return cicu_holds(context.tokens.lexeme + end, count, word) | cicu_holds(context.tokens.lemma + end, count, word) != 0
  }

  /// The second word of a verb stands no further behind the first one.
  private static let reach = 8

  private func isWord(_ token: Int, _ word: LexemeID) -> Bool {
    token < context.tokens.count && (context.tokens.lexeme[token] == word || context.tokens.lemma[token] == word)
  }

  /// "**took** no **part** in", "gave Porto a **win** over", "is on a state **visit** to": the group of the second word, which is no object then (unless
  /// the frame keeps it); nil when it stands nowhere.
  private func support(_ frame: EventFrame, _ found: inout ClauseComplements) -> Int? {
    let direct = found.object
    if direct >= 0, isWord(Int(context.nouns.head[direct]), frame.word) {
      if !frame.flags.contains(.keep) { found.object = -1 }
      return direct
    }
    if found.second >= 0, isWord(Int(context.nouns.head[found.second]), frame.word) {
      // Who gets it is who does it.
      let second = found.second
      found.receiver = direct
      found.object = -1
      return second
    }
    let behind = found.group(behind: Prepositions.on)
    return direct < 0 && behind >= 0 && isWord(Int(context.nouns.head[behind]), frame.word) ? behind : nil
  }

  /// The parties of a clause, as noun groups.
  struct Reading {
    var agents: GroupList
    var objects: GroupList
    /// The group that names a role, -1 for none.
    var role = -1
    /// The place belongs to the frame, not to the event.
    var takesPlace = false
  }

  // MARK: Which group is what

  private func active(_ frame: EventFrame, _ clause: Clause, _ found: ClauseComplements) -> Reading? {
    guard !frame.flags.contains(.passive), !frame.flags.contains(.actor) || !clause.subjects.contains(where: isEvent) else { return nil }
    let behind = frame.prepositions == 0 ? -1 : found.group(behind: frame.prepositions)
    if found.receiver >= 0 {
      return behind >= 0 && subjects.isParty(found.receiver) && subjects.isParty(behind)
        ? Reading(agents: GroupList(found.receiver), objects: GroupList(behind)) : nil
    }
    if frame.flags.contains(.meeting) {
      guard found.object >= 0, holds(.talkNoun, found.object) || holds(.talkNoun, found.group(behind: Prepositions.of)) else { return nil }
      if behind >= 0, subjects.isParty(behind) { return Reading(agents: clause.subjects, objects: GroupList(behind)) }
      return mutual(clause)
    }
    if frame.flags.contains(.attack) {
      guard found.object >= 0, holds(.attackNoun, found.object) || holds(.attackNoun, found.group(behind: Prepositions.of)) else {
        return nil
      }
      return behind >= 0 && subjects.isParty(behind) ? Reading(agents: clause.subjects, objects: GroupList(behind), takesPlace: true) : nil
    }
    if frame.flags.contains(.value) {
      guard found.object >= 0, context.value(in: context.nouns.range(found.object)) >= 0 else { return nil }
      return Reading(agents: clause.subjects, objects: GroupList(found.object))
    }
    if frame.flags.contains(.object), found.object >= 0, subjects.isParty(found.object), suits(frame, found.object) {
      var objects = GroupList(found.object)
      for lane in 0..<3 where found.furtherObjects[lane] >= 0 { objects.append(Int(found.furtherObjects[lane])) }
      return Reading(agents: clause.subjects, objects: objects, role: frame.flags.contains(.role) ? role(found) : -1)
    }
    // What follows directly is something else ("lost 3-2", "met those"): no object behind a preposition then.
    if behind >= 0, found.object < 0 || frame.flags.contains(.across), !context.isCount(behind), subjects.isParty(behind),
      suits(frame, behind)
    {
      return Reading(agents: clause.subjects, objects: GroupList(behind), takesPlace: frame.prepositions & Prepositions.placing != 0)
    }
    if frame.flags.contains(.object), found.object < 0, clause.object >= 0, suits(frame, clause.object) {
      return Reading(agents: clause.subjects, objects: GroupList(clause.object))
    }
    if frame.flags.contains(.intransitive), found.object < 0 { return Reading(agents: clause.subjects, objects: GroupList()) }
    return frame.flags.contains(.mutual) && found.object < 0 ? mutual(clause) : nil
  }

  private func passive(_ frame: EventFrame, _ clause: Clause, _ found: ClauseComplements) -> Reading? {
    if frame.flags.contains(.passive) {
      var behind = frame.prepositions == 0 ? -1 : found.group(behind: frame.prepositions)
      if behind >= 0, !suits(frame, behind) { behind = -1 }
      guard behind >= 0 || frame.flags.contains(.intransitive) else { return nil }
      return Reading(agents: clause.subjects, objects: behind >= 0 ? GroupList(behind) : GroupList(), takesPlace: behind >= 0)
    }
    guard frame.flags.contains(.object), !frame.flags.contains(.attack), clause.subjects.allSatisfy({ suits(frame, $0) }) else {
      return nil
    }
    let hasAgent = found.agent >= 0 && subjects.isParty(found.agent)
    if hasAgent, frame.flags.contains(.actor), isEvent(found.agent) { return nil }
    // "Ana Ruiz and Karl Moe are married"
    if frame.flags.contains(.mutual), !hasAgent, clause.subjects.count > 1, let both = mutual(clause) { return both }
    guard hasAgent || !clause.needsAgent && !frame.flags.contains(.active) else { return nil }
    return Reading(
      agents: hasAgent ? GroupList(found.agent) : GroupList(), objects: clause.subjects,
      role: frame.flags.contains(.role) ? role(found) : -1)
  }

  /// Several subjects, or a plural one, do it to each other.
  private func mutual(_ clause: Clause) -> Reading? {
    if clause.subjects.count > 1 { return Reading(agents: GroupList(clause.subjects[0]), objects: clause.subjects.rest) }
    let head = Int(context.nouns.head[clause.subjects[0]])
    let tag = context.tokens.tag[head]
    // "numbers talk", "prices meet costs": nobody.
    if Int(context.nouns.start[clause.subjects[0]]) == head,
      context.mention(at: head) == nil, !context.isPerson(clause.subjects[0])
    {
      return nil
    }
    return tag == .nns || tag == .nnps ? Reading(agents: clause.subjects, objects: GroupList()) : nil
  }

  private func role(_ found: ClauseComplements) -> Int {
    let group = found.second >= 0 ? found.second : found.group(behind: Prepositions.as)
    guard group >= 0, context.tokens.has(Int(context.nouns.head[group]), .role) || found.second < 0 else { return -1 }
    return group
  }

  /// A storm, an election: nothing that acts on purpose.
  private func isEvent(_ group: Int) -> Bool {
    let head = Int(context.nouns.head[group])
    if context.tokens.has(head, anyOf: EventFacts.events) { return true }
    return context.mention(at: head).map { context.type($0) == .event } ?? false
  }

  private static let events = WordClassSet(.stormWord, .eventHead)

  private func holds(_ wordClass: WordClass, _ group: Int) -> Bool {
    group >= 0 && context.tokens.has(Int(context.nouns.head[group]), wordClass)
  }

  /// Whether the object is the person, or the thing, that the frame asks for.
  private func suits(_ frame: EventFrame, _ group: Int) -> Bool {
    if frame.flags.contains(.entity), context.mention(at: Int(context.nouns.head[group])) == nil { return false }
    if frame.flags.isDisjoint(with: [.person, .thing]) { return true }
    return context.isPerson(group) == frame.flags.contains(.person)
  }
}
