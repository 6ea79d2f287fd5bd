/// Who did what to whom: one clause at a time, by the lemma of its verb (`Gazetteers/facts/predicates.tsv`).
struct EventFacts {
  let context: FactContext
  let predicates: EventPredicates

  func find(into facts: inout [Fact], _ evidence: inout [Evidence]) {
    let verbs = context.phrases.verbs
    for verb in 0..<verbs.count {
      guard let predicate = predicates[verbs.lemma[verb]], !verbs.has(verb, .infinitive), !verbs.has(verb, .participle) else { continue }
      clause(verb, predicate, &facts, &evidence)
    }
  }

  private func clause(_ verb: Int, _ predicate: String, _ facts: inout [Fact], _ evidence: inout [Evidence]) {
    let verbs = context.phrases.verbs
    let sentence = context.sentence(Int(verbs.head[verb]))
    let left = subjects(before: Int(verbs.start[verb]), floor: sentence.first)
    guard !left.isEmpty else { return }
    let right = object(after: Int(verbs.end[verb]), limit: Int(sentence.end))
    let passive = verbs.has(verb, .passive)
    guard right != nil || predicate == "resigned" else { return }
    for subject in left {
      var arguments = [context.argument(passive ? "object" : "agent", group: subject)]
      var last = Int(verbs.end[verb])
      if let (group, isAgent) = right, !passive || isAgent {
        arguments.append(context.argument(passive ? "agent" : "object", group: group))
        last = Int(context.phrases.nouns.end[group])
      }
      guard arguments.count == 2 || predicate == "resigned" else { continue }
      let range = TokenRange(Int(context.phrases.nouns.start[subject]), last)
      var fact = FactMaker.make(predicate, arguments, range, 0.7, "fact.verb.\(predicate)", context, &evidence)
      fact.isNegative = verbs.has(verb, .negated)
      if verbs.has(verb, .future) { fact.modality = .planned } else if verbs.has(verb, .modal) { fact.modality = .possible }
      fact.time = context.time(in: sentence)
      facts.append(fact)
    }
  }

  /// The noun groups that are the verb's subject: the one touching it on the left, over adverbs, and those coordinated with it. A relative clause or
  /// an apposition between commas is passed over.
  private func subjects(before verb: Int, floor: Int) -> [Int] {
    var token = verb - 1
    let tokens = context.tokens
    while token >= floor, verb - token < 4, tokens.tag[token].isAdverb || tokens.tag[token] == .md { token -= 1 }
    guard token >= floor, let first = context.phrases.noun(at: token) else { return [] }
    let kind = context.phrases.nouns.kind[first]
    guard kind != .time, kind != .relative || context.analysis.mention(at: token) != nil else { return [] }
    var groups = [first]
    var start = Int(context.phrases.nouns.start[first])
    while groups.count < 4, start - 2 >= floor, tokens.has(start - 1, .andWord) || context.isComma(start - 1),
      let other = context.phrases.noun(at: start - 2),
      tokens.has(start - 1, .andWord) || groups.count > 1, context.phrases.nouns.kind[other] != .time
    {
      groups.insert(other, at: 0)
      start = Int(context.phrases.nouns.start[other])
    }
    return groups
  }

  /// The noun group that follows the verb, over adverbs and one preposition; true when the preposition is "by".
  private func object(after end: Int, limit: Int) -> (group: Int, isAgent: Bool)? {
    var token = end
    var isAgent = false
    let tokens = context.tokens
    while token < limit, token - end < 3, context.phrases.noun(at: token) == nil {
      let tag = tokens.tag[token]
      guard tag.isAdverb || tag == .in || tag == .to || tag == .rp else { return nil }
      if tokens.has(token, .prepBy) { isAgent = true }
      token += 1
    }
    guard token < limit, let group = context.phrases.noun(at: token), context.phrases.nouns.kind[group] != .time,
      context.phrases.nouns.kind[group] != .relative
    else {
      return nil
    }
    return (group, isAgent)
  }
}

/// The predicate that a verb's lemma stands for.
struct EventPredicates: Sendable {
  private var names: [LexemeID: String] = [:]
  static let path = "facts/predicates.tsv"

  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: EventPredicates.path, columns: ["lemma", "predicate"]) else { return }
    while reader.next() { if let lemma = gazetteer.lexicon.lexeme(reader.string(0)) { names[lemma] = reader.string(1) } }
  }

  subscript(_ lemma: LexemeID) -> String? { names[lemma] }
}
