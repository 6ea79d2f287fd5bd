/// Finds whom "the two leaders", "both men", "the couple" and "the two countries" mean: a list of as many, or exactly as many of the kind named in
/// this sentence and the one before.
final class PluralDescriptions {
  private struct Word {
    var lexeme: LexemeID
    var type: EntityType
    var count: Int
  }

  /// Words that say themselves how many they mean.
  private var words: [Word] = []
  private let lexicon: Lexicon
  private let nouns: NominalHeads
  private let both: LexemeID

  static let path = "coreference/plurals.tsv"
  /// Sentences between a list and what refers to it.
  private static let farthest: Int32 = 3
  /// Noun groups looked at.
  private static let searched = 48

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile, nouns: NominalHeads) {
    self.nouns = nouns
    lexicon = gazetteer.lexicon
    both = lexicon.lexeme("both") ?? -1
    guard var reader = gazetteer.rows(of: PluralDescriptions.path, columns: ["word", "type", "count"]) else { return }
    while reader.next() {
      guard let lexeme = lexicon.lexeme(reader.string(0)), let count = Int(reader.string(2)),
        let type = EntityType.allCases.first(where: { $0.name == reader.string(1) })
      else { continue }
      words.append(Word(lexeme: lexeme, type: type, count: count))
    }
  }

  /// Whether a group can count those whom it means: "the two …", "both …", "the couple".
  @inline(__always)
  func counts(_ group: Int, _ nouns: NounColumns, _ tokens: TokenColumns) -> Bool { countsBit(group, nouns, tokens) != 0 }

  /// 1 for such a group, else 0. Sums of bits, no branch: groups come as they please.
  @inline(__always)
  func countsBit(_ group: Int, _ nouns: NounColumns, _ tokens: TokenColumns) -> UInt64 {
    let first = Int(nouns.start[group])
    let head = Int(nouns.head[group])
    let second = min(first + 1, head)
    let determiners = Tag.cc.bit | Tag.cd.bit | Tag.dt.bit | Tag.pdt.bit
    let mayCount = UInt64(bitPattern: Int64(first &- head)) &>> 63 & determiners &>> UInt64(tokens.tag[first].rawValue)
    let isAlone = UInt64(bitPattern: Int64(head &- second &- 1)) &>> 63
    let isCounted = tokens.classes[second].bit(.cardinalWord) | isAlone & tokens.profile[head].nominalBit
    let isBoth = (UInt64(UInt32(bitPattern: tokens.lexeme[first] ^ both)) &- 1) &>> 63
    return mayCount & (isBoth | tokens.classes[first].bit(.articleThe) & isCounted)
  }

  /// What the group means, and its words without article; nil for a group that counts nobody, or when nobody fits for sure.
  func resolve(_ group: Int, _ parties: Parties, _ draft: CoreferenceDraft) -> (whole: Coordination, words: TokenRange)? {
    let tokens = parties.tokens
    let first = Int(parties.phrases.nouns.start[group])
    let head = Int(parties.phrases.nouns.head[group])
    let isBoth = tokens.lexeme[first] == both
    guard first < head, isBoth || tokens.has(first, .articleThe), parties.phrases.nouns.possessive[group] < 0 else { return nil }
    var types: DescriptionTypes
    var count = 2
    if !isBoth, head == first + 1 {
      guard let word = words.first(where: { $0.lexeme == tokens.lexeme[head] }) else { return nil }
      types = DescriptionTypes(word.type)
      count = word.count
    } else {
      if !isBoth {
        guard tokens.has(first + 1, .cardinalWord) else { return nil }
        count = Int(lexicon.value(tokens.lexeme[first + 1], .cardinalWord) ?? 0)
      }
      guard (2...Coordination.most).contains(count), tokens.tag[head] == .nns else { return nil }
      for token in (first + 1)..<head where parties.mentionOf[token] >= 0 { return nil }
      let lemma = lexicon.lemma(tokens.lexeme[head])
      types = nouns.types(of: lemma)
      if lexicon.info(lemma).classes.union(tokens.classes[head]).intersects(nouns.classes.people) {
        types.insert(DescriptionTypes(.person))
      }
    }
    guard !types.isEmpty, let whole = antecedent(group, count, types, parties, draft) else { return nil }
    return (whole, TokenRange(isBoth ? first : first + 1, head + 1))
  }

  private func antecedent(
    _ group: Int, _ count: Int, _ types: DescriptionTypes, _ parties: Parties, _ draft: CoreferenceDraft
  ) -> Coordination? {
    let tokens = parties.tokens
    let nouns = parties.phrases.nouns
    let head = Int(nouns.head[group])
    let sentence = tokens.sentence[head]
    let gender = gender(head, tokens)
    /// Those named one by one, the last first; nil when somebody unknown is among them.
    var single: [Int32]? = []
    var other = group - 1
    while other >= 0, group - other <= PluralDescriptions.searched {
      let distance = sentence - tokens.sentence[Int(nouns.start[other])]
      guard distance <= PluralDescriptions.farthest, distance <= 1 || single?.count != count else { break }
      let party = parties.party(other, draft)
      if case .entity(let entity) = party, fits(entity, head, types, gender, tokens, draft) {
        if let list = Coordination(endingWith: other, parties, draft), list.members.count == count,
          list.members.allSatisfy({ fits($0, head, types, gender, tokens, draft) })
        {
          return list
        }
        if distance <= 1, let known = single, !known.contains(entity) { single = known + [entity] }
      } else if distance <= 1, party == .person, types.contains(.person), nouns.kind[other] != .pronoun {
        single = nil
      }
      other -= 1
    }
    guard let single, single.count == count else { return nil }
    return Coordination(members: single.reversed())
  }

  /// Whether an entity can be one of those that the head means.
  private func fits(
    _ entity: Int32, _ head: Int, _ types: DescriptionTypes, _ gender: Gender, _ tokens: TokenColumns, _ draft: CoreferenceDraft
  ) -> Bool {
    let type = draft.entities[Int(entity)].type
    guard types.contains(type) else { return false }
    if type == .person {
      let own = draft.entities[Int(entity)].gender
      return gender == .unknown || own == .unknown || own == gender
    }
    return nouns.kind(of: entity, draft.entities) & nouns.kinds(of: lexicon.lemma(tokens.lexeme[head])) != 0
  }

  private func gender(_ head: Int, _ tokens: TokenColumns) -> Gender {
    tokens.has(head, .maleNoun) ? .male : tokens.has(head, .femaleNoun) ? .female : .unknown
  }
}
