/// What a token must be for a rule to be tried around it.
enum TriggerKey: Hashable, Sendable {
  case lexeme(LexemeID)
  case wordClass(UInt8)
  case tag(UInt8)
  /// Number of the flag's bit.
  case flag(UInt8)
  /// A span of the layer with the kind begins at the token.
  case span(layer: UInt8, kind: UInt8)
  case any
}

/// A key with the distances from a match's first token at which it may stand.
struct Trigger: Sendable {
  var key: TriggerKey
  var least: Int
  var most: Int
}

/// Chooses for each rule the rarest thing that every match of it must hold.
struct TriggerChooser {
  private var words: RuleWords
  /// In how many rules a word is obligatory: a word that many rules share tells little.
  private var uses: [LexemeID: Int] = [:]

  init(_ rules: [Pattern], words: RuleWords) {
    self.words = words
    for rule in rules {
      var seen: Set<LexemeID> = []
      obligatory(rule, &seen)
      for lexeme in seen { uses[lexeme, default: 0] += 1 }
    }
  }

  /// The keys, one of which every match of the pattern holds.
  mutating func triggers(_ pattern: Pattern) -> [Trigger] {
    choose(pattern)?.triggers ?? [Trigger(key: .any, least: 0, most: 0)]
  }

  private struct Candidate {
    var triggers: [Trigger]
    var cost: Double
  }

  private mutating func choose(_ pattern: Pattern) -> Candidate? {
    switch pattern {
    case .token(let test): return choose(test)
    case .span(let test):
      // Estimates of how many tokens in a thousand begin one.
      let isName = test.forms & 1 << UInt32(MentionForm.name.rawValue) != 0
      let each: Double = test.layer == .mention ? (isName ? 15 : 3) : test.layer == .value ? 10 : 80
      let kinds = (0..<16).filter { test.kinds & 1 << UInt32($0) != 0 }
      return Candidate(
        triggers: kinds.map { Trigger(key: .span(layer: test.layer.rawValue, kind: UInt8($0)), least: 0, most: 0) },
        cost: each * Double(kinds.count))
    case .capture(_, let part): return choose(part)
    case .ahead, .behind: return nil
    case .repeated(let part, let least, _): return least > 0 ? choose(part) : nil
    case .sequence(let parts):
      var best: Candidate?
      var length = (least: 0, most: 0)
      for part in parts {
        if var candidate = choose(part) {
          for index in candidate.triggers.indices {
            candidate.triggers[index].least += length.least
            candidate.triggers[index].most += length.most
          }
          // Each distance is a place to try.
          candidate.cost *= Double(1 + length.most - length.least)
          if best == nil || candidate.cost < best!.cost { best = candidate }
        }
        let own = PatternLength.of(part)
        length.least += own.least
        length.most += own.most
      }
      return best
    case .choice(let parts):
      var whole = Candidate(triggers: [], cost: 0)
      for part in parts {
        guard let candidate = choose(part) else { return nil }
        whole.triggers += candidate.triggers
        whole.cost += candidate.cost
      }
      return whole
    }
  }

  private mutating func choose(_ test: TokenTest) -> Candidate? {
    var best: Candidate?
    for condition in test.conditions where !condition.isNegated {
      let candidate: Candidate
      switch condition.kind {
      case .words(let list), .texts(let list):
        let ids = Set(list.map { words.id($0) }).sorted()
        candidate = Candidate(
          triggers: ids.map { Trigger(key: .lexeme($0), least: 0, most: 0) },
          cost: ids.reduce(0) { $0 + (isFrequent($1) ? 8 : 0.1) + 0.01 * Double(uses[$1] ?? 0) })
      case .classes(let list):
        candidate = Candidate(
          triggers: list.map { Trigger(key: .wordClass($0.rawValue), least: 0, most: 0) }, cost: list.reduce(0) { $0 + cost(of: $1) })
      case .tags(let list):
        candidate = Candidate(
          triggers: list.map { Trigger(key: .tag($0.rawValue), least: 0, most: 0) },
          cost: list.reduce(0) { $0 + ($1.isNoun ? 120 : $1.isVerb ? 30 : 60) })
      case .flags(let flags, _):
        guard flags.rawValue != 0 else { continue }
        let rare = flags.rawValue & ~(TokenFlags.spaceBefore.rawValue | TokenFlags.hasLetter.rawValue | TokenFlags.lowercase.rawValue)
        let bit = (rare != 0 ? 31 - rare.leadingZeroBitCount : flags.rawValue.trailingZeroBitCount)
        let isCommon =
          rare == 0 || 1 << UInt32(bit) == TokenFlags.capitalized.rawValue || 1 << UInt32(bit) == TokenFlags.anyCapital.rawValue
        candidate = Candidate(triggers: [Trigger(key: .flag(UInt8(bit)), least: 0, most: 0)], cost: rare == 0 ? 700 : isCommon ? 150 : 40)
      case .letters(let letters):
        guard let flag = letters.flag else { continue }
        candidate = Candidate(
          triggers: [Trigger(key: .flag(UInt8(flag.rawValue.trailingZeroBitCount)), least: 0, most: 0)], cost: 150)
      case .likeNumber, .length, .shapes, .regex: continue
      }
      if best == nil || candidate.cost < best!.cost { best = candidate }
    }
    return best ?? Candidate(triggers: [Trigger(key: .any, least: 0, most: 0)], cost: 1000)
  }

  /// Estimates of how many tokens in a thousand are of the class. Counting its words would mean a walk through the whole lexicon at every start.
  private func cost(of wordClass: WordClass) -> Double {
    let one = WordClassSet(wordClass)
    if one.intersects(TriggerChooser.functionWords) { return 40 }
    return one.intersects(TriggerChooser.openClasses) ? 12 : 1
  }

  private static let functionWords = WordClassSet(
    .prepIn, .prepFrom, .prepOf, .prepBy, .prepWith, .prepFor, .prepOn, .andWord, .orWord, .articleThe, .determiner, .possessive, .pronoun
  ).union(
    WordClassSet(
      .pronounMale, .pronounFemale, .pronounPlural, .auxiliary, .modal, .negation, .asWord, .whWord, .conjunction, .subordinator, .closed))
  private static let openClasses = WordClassSet(
    .title, .role, .orgHead, .eventHead, .placeHead, .speechVerb, .beliefVerb, .timeNoun, .cardinalWord, .partyWord, .demonymWord,
    .nationalNoun)

  private static let frequent = WordClassSet(.closed, .pronoun, .auxiliary, .modal, .articleThe, .determiner)

  private func isFrequent(_ lexeme: LexemeID) -> Bool {
    let info = words.lexicon.info(lexeme)
    return info.classes.intersects(TriggerChooser.frequent) || info.primaryTag == .punct || words.lexicon.text(lexeme).utf8.count == 1
  }

  private mutating func obligatory(_ pattern: Pattern, _ seen: inout Set<LexemeID>) {
    switch pattern {
    case .token(let test):
      for condition in test.conditions where !condition.isNegated {
        switch condition.kind {
        case .words(let list), .texts(let list): for word in list { seen.insert(words.id(word)) }
        default: break
        }
      }
    case .span, .ahead, .behind: break
    case .capture(_, let part): obligatory(part, &seen)
    case .repeated(let part, let least, _): if least > 0 { obligatory(part, &seen) }
    case .sequence(let parts), .choice(let parts): for part in parts { obligatory(part, &seen) }
    }
  }
}
