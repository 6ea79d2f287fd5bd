/// Makes entities of typed mentions: the same person, place or organization under all the forms that the article uses.
struct EntityBuilder {
  let gazetteer: GazetteerFile

  /// Writes mentions and entities into the analysis, both in text order.
  func build(_ typed: [TypedMention], _ model: NameModel, _ analysis: inout Analysis) {
    var entityOf = [Int32](repeating: -1, count: typed.count)
    var count: Int32 = 0
    people(typed, analysis.tokens, &entityOf, &count)
    things(typed, analysis, &entityOf, &count)
    var renumbered = [Int32](repeating: -1, count: Int(count))
    analysis.mentions.reserveCapacity(typed.count)
    for (index, mention) in typed.enumerated() {
      let cluster = Int(entityOf[index])
      if renumbered[cluster] < 0 {
        renumbered[cluster] = Int32(analysis.entities.count)
        analysis.entities.append(Entity(type: mention.type, name: ""))
      }
      let entity = Int(renumbered[cluster])
      let range = model.record(mention.span, into: &analysis.evidence)
      let number = Int32(analysis.mentions.count)
      analysis.mentions.append(
        Mention(
          span: analysis.tokens.span(mention.span.tokens), tokens: mention.span.tokens, form: mention.form, entity: Int32(entity),
          confidence: NameModel.confidence(mention.span.margin), evidence: range))
      analysis.entities[entity].mentions.append(number)
      if analysis.entities[entity].entry < 0, mention.entry >= 0 { analysis.entities[entity].entry = mention.entry }
    }
    for entity in analysis.entities.indices { describe(entity, &analysis) }
  }

  // MARK: Clusters

  private func people(_ typed: [TypedMention], _ tokens: TokenTable, _ entityOf: inout [Int32], _ count: inout Int32) {
    var clusters = PersonClusters()
    var number: [Int: Int32] = [:]
    // Full names first: a surname may stand before the full name (headlines do that).
    for pass in 0..<2 {
      for (index, mention) in typed.enumerated() where mention.type == .person && entityOf[index] < 0 {
        let words = PersonClusters.words(mention.span.tokens, tokens)
        if pass == 0, words.count < 2 { continue }
        let person =
          pass == 0 ? clusters.full(words, mention.entry, mention: index) : clusters.single(words[0], mention.entry, mention: index)
        if number[person] == nil {
          number[person] = count
          count += 1
        }
        entityOf[index] = number[person]!
      }
    }
  }

  private func things(_ typed: [TypedMention], _ analysis: Analysis, _ entityOf: inout [Int32], _ count: inout Int32) {
    let tokens = analysis.tokens
    var byKey: [UInt64: Int32] = [:]
    var byAcronym: [UInt64: Int32] = [:]
    var byFirstWord: [LexemeID: Int32] = [:]
    func key(_ type: EntityType, _ value: UInt64) -> UInt64 { ByteHash.mix(value, UInt64(type.rawValue) &+ 0x9E37_79B9_7F4A_7C15) }
    for pass in 0..<2 {
      for (index, mention) in typed.enumerated() where mention.type != .person && entityOf[index] < 0 {
        let range = mention.span.tokens
        let acronym =
          range.count == 1
          ? EvidenceCollector.acronymKey(analysis.tokens.span(range), analysis.tokens.flags[range.first], analysis.article.bytes) : 0
        // Spelled-out names first, so that an acronym or short name before them finds them.
        if pass == 0, range.count == 1, mention.type == .organization, mention.entry < 0 { continue }
        let stem = stem(range, tokens)
        let byName = key(mention.type, DocumentEvidence.phraseKey(tokens, stem))
        let byEntry =
          mention.entry >= 0
          ? key(mention.type, gazetteer.names.identity(mention.entry)) : mention.identity != 0 ? key(mention.type, mention.identity) : 0
        var found = byEntry != 0 ? byKey[byEntry] ?? byKey[byName] : byKey[byName]
        if found == nil, acronym != 0, mention.type == .organization { found = byAcronym[acronym] }
        if found == nil, range.count == 1, mention.type == .organization, mention.entry < 0 {
          found = byFirstWord[tokens.lexeme[range.first]]
        }
        let cluster = found ?? count
        if found == nil { count += 1 }
        entityOf[index] = cluster
        if byKey[byName] == nil { byKey[byName] = cluster }
        if byEntry != 0, byKey[byEntry] == nil { byKey[byEntry] = cluster }
        if mention.type == .organization, range.count > 1, byFirstWord[tokens.lexeme[range.first]] == nil {
          byFirstWord[tokens.lexeme[range.first]] = cluster
        }
        if mention.type == .organization, range.count > 1 {
          for letters in initials(range, tokens, analysis.article.bytes) where byAcronym[letters] == nil { byAcronym[letters] = cluster }
        }
      }
    }
  }

  /// The name without legal form at its end: "Acme Corp." is "Acme".
  private func stem(_ range: TokenRange, _ tokens: TokenTable) -> TokenRange {
    var end = Int(range.end)
    while end > range.first + 1, tokens.has(end - 1, .legalForm) || tokens.flags[end - 1].contains(.punctuation) { end -= 1 }
    return TokenRange(range.first, end)
  }

  /// Keys of the acronyms that a name spells: of its capitalised words, and of all its words.
  private func initials(_ range: TokenRange, _ tokens: TokenTable, _ bytes: [UInt8]) -> [UInt64] {
    var capitals: UInt64 = 0
    var all: UInt64 = 0
    var counts = (0, 0)
    for token in range.indices {
      let letter = bytes[Int(tokens.start[token])]
      if letter &- 65 < 26 {
        capitals = capitals << 8 | UInt64(letter)
        counts.0 += 1
      }
      if letter & 0xDF &- 65 < 26 {
        all = all << 8 | UInt64(letter & 0xDF)
        counts.1 += 1
      }
    }
    var keys: [UInt64] = []
    if (2...7).contains(counts.0) { keys.append(capitals) }
    if (2...7).contains(counts.1), all != capitals { keys.append(all) }
    return keys
  }

  // MARK: Describing

  /// Name, aliases, gender, links and confidence of one entity.
  private func describe(_ index: Int, _ analysis: inout Analysis) {
    var entity = analysis.entities[index]
    let names = gazetteer.names
    var longest: Int32 = -1
    var forms: [String] = []
    var confidence: Float = 0
    for number in entity.mentions {
      let mention = analysis.mentions[Int(number)]
      confidence = max(confidence, mention.confidence)
      guard mention.form == .name else { continue }
      let text = analysis.article.text(mention.span)
      if !forms.contains(text), forms.count < 16 { forms.append(text) }
      if longest < 0 || mention.span.count > analysis.mentions[Int(longest)].span.count { longest = number }
    }
    entity.confidence = confidence
    entity.name = longest >= 0 ? analysis.article.text(analysis.mentions[Int(longest)].span) : ""
    if entity.entry >= 0 {
      entity.subtype = names.subtypeName(entity.entry)
      if entity.type == .place || entity.name.isEmpty { entity.name = names.name(entity.entry) }
      if let link = EntityBuilder.link(entity.entry, names) { entity.links = [link] }
    }
    entity.aliases = forms.filter { $0 != entity.name }.sorted()
    if entity.type == .person { entity.gender = gender(entity, analysis) }
    analysis.entities[index] = entity
  }

  private static func link(_ entry: EntryID, _ names: NameTable) -> EntityLink? {
    let id = names.id(entry)
    guard let colon = id.firstIndex(of: ":") else { return nil }
    return EntityLink(
      source: String(id[..<colon]), id: String(id[id.index(after: colon)...]), latitude: names.attribute(entry, "lat"),
      longitude: names.attribute(entry, "lon"), country: names.attribute(entry, "country"))
  }

  /// By title, by the gazetteer, by given name; in that order.
  private func gender(_ entity: Entity, _ analysis: Analysis) -> Gender {
    let tokens = analysis.tokens
    let lexicon = gazetteer.lexicon
    for number in entity.mentions {
      let first = analysis.mentions[Int(number)].tokens.first
      guard first > 0 else { continue }
      let before = tokens.lexeme[first - 1]
      for wordClass in [WordClass.title, .kin, .role] where tokens.has(first - 1, wordClass) {
        if let value = lexicon.value(before, wordClass) { return value == 1 ? .male : value == 2 ? .female : .unknown }
      }
    }
    if entity.entry >= 0, let known = gazetteer.names.attribute(entity.entry, "gender") { return known == "f" ? .female : .male }
    for number in entity.mentions {
      let range = analysis.mentions[Int(number)].tokens
      guard range.count > 1 else { continue }
      let info = lexicon.info(tokens.lexeme[range.first])
      if info.given > 0, info.male >= 0 { return info.male >= 75 ? .male : info.male <= 25 ? .female : .unknown }
    }
    return .unknown
  }
}
