/// Finds the mentions that overlap others: the name inside a longer name ("Texas" in "University of Texas"), and the name together with the words that
/// say who it is ("Japanese carmaker Toyota", "Ana Ruiz of Norrland Press"). Runs last, since no stage but the writers reads them. One per worker.
final class OverlappingMentions {
  private let heads: NominalHeads
  private let table: NameTable
  private var names = KeyMap()
  private var entityOf = Column<Int32>()
  /// For each token the mention that holds it, -1 for none.
  private var mentionOf = Column<Int32>()
  /// One bit for each of 4,096 lexemes that some name starts with: most words of a long name need not be looked up.
  private var firstWords = Column<UInt64>(capacity: 64)

  /// Words of a name that is looked for inside others.
  private static let longestInside = 4

  init(gazetteer: GazetteerFile) {
    heads = NominalHeads(gazetteer)
    table = gazetteer.names
  }

  deinit {
    names.deallocate()
    entityOf.deallocate()
    mentionOf.deallocate()
    firstWords.deallocate()
  }

  /// Fills `Analysis.overlaps` and the entities' chains of them.
  ///
  /// - Complexity: O(tokens).
  func run(_ analysis: inout Analysis) {
    guard !analysis.entities.isEmpty else { return }
    let tokens = analysis.tokens
    _ = tokens.withColumns { columns in
      note(analysis.mentions, analysis.entities, columns)
      for number in analysis.mentions.indices where analysis.mentions[number].form == .name {
        inside(number, columns, &analysis)
        described(number, columns, &analysis)
      }
    }
    analysis.overlaps.sort { ($0.tokens.start, $0.tokens.end) < ($1.tokens.start, $1.tokens.end) }
    analysis.chainOverlaps()
  }

  private func note(_ mentions: [Mention], _ entities: [Entity], _ tokens: TokenColumns) {
    names.removeAll()
    entityOf.removeAll()
    firstWords.reset(count: 64, repeating: 0)
    mentionOf.reset(count: tokens.count, repeating: -1)
    for number in entities.indices where entities[number].type == .place && entities[number].entry >= 0 {
      intern(OverlappingMentions.key(ofPlace: entities[number].entry, table), Int32(truncatingIfNeeded: number))
    }
    for (number, mention) in mentions.enumerated() {
      for token in mention.tokens.indices { mentionOf[token] = Int32(truncatingIfNeeded: number) }
      guard mention.form == .name, mention.tokens.count <= OverlappingMentions.longestInside else { continue }
      let first = mention.tokens.first
      intern(DocumentEvidence.phraseKey(tokens.lexeme, first, Int(mention.tokens.end)), mention.entity)
      firstWords[Int(tokens.lexeme[first] >> 6 & 63)] |= 1 << UInt64(tokens.lexeme[first] & 63)
    }
  }

  private func intern(_ key: UInt64, _ entity: Int32) {
    if names.intern(key) == entityOf.count { entityOf.append(entity) }
  }

  private static func key(ofPlace entry: EntryID, _ table: NameTable) -> UInt64 {
    ByteHash.mix(table.identity(entry), 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// The names of other entities inside a name, the longest first; never inside a person's.
  private func inside(_ number: Int, _ tokens: TokenColumns, _ analysis: inout Analysis) {
    let outer = analysis.mentions[number]
    guard outer.tokens.count > 1, analysis.entities[Int(outer.entity)].type != .person else { return }
    var from = outer.tokens.first
    while from < Int(outer.tokens.end) {
      let word = tokens.lexeme[from]
      var end = from
      if tokens.is(from, .startsName), tokens.isCapitalized(from), let (placeEnd, place) = place(from, outer, analysis) {
        add(TokenRange(from, placeEnd), .embedded, place, "embedded.place", outer.confidence, &analysis)
        from = placeEnd
        continue
      }
      if firstWords[Int(word >> 6 & 63)] >> UInt64(word & 63) & 1 != 0, tokens.isCapitalized(from) {
        end = min(Int(outer.tokens.end), from + OverlappingMentions.longestInside)
        while end > from {
          if end - from < outer.tokens.count, let entity = entity(from, end, tokens), entity != outer.entity {
            add(TokenRange(from, end), .embedded, entity, "embedded.name", outer.confidence, &analysis)
            break
          }
          end -= 1
        }
      }
      from = max(from + 1, end)
    }
  }

  /// The place of this article that the tables know by the words at `from`, under whatever name the article has it elsewhere: "LA Weekly".
  private func place(_ from: Int, _ outer: Mention, _ analysis: Analysis) -> (end: Int, entity: Int32)? {
    let matches = analysis.matches
    var best: (end: Int, entity: Int32)?
    for match in matches.matches(at: from) where matches.end[match] <= outer.tokens.end {
      let end = Int(matches.end[match])
      guard end - from < outer.tokens.count, end > best?.end ?? 0 else { continue }
      for k in 0..<matches.readings(of: match) {
        let entry = matches.reading(match, k, table).entry
        guard table.type(entry) == .place else { continue }
        let row = names.find(OverlappingMentions.key(ofPlace: entry, table))
        if row >= 0, entityOf[row] != outer.entity { best = (end, entityOf[row]) }
      }
    }
    return best
  }

  private func entity(_ from: Int, _ end: Int, _ tokens: TokenColumns) -> Int32? {
    let row = names.find(DocumentEvidence.phraseKey(tokens.lexeme, from, end))
    return row < 0 ? nil : entityOf[row]
  }

  /// A name with what its noun group says before it, or with whom it belongs to behind it.
  private func described(_ number: Int, _ tokens: TokenColumns, _ analysis: inout Analysis) {
    let mention = analysis.mentions[number]
    let first = mention.tokens.first
    let type = analysis.entities[Int(mention.entity)].type
    var start = first
    if first > 0, mentionOf[first - 1] < 0, let group = analysis.phrases.noun(at: first), Int(analysis.phrases.nouns.start[group]) < first,
      saysWho(first - 1, Int(analysis.phrases.nouns.start[group]), type, tokens)
    {
      let opening = analysis.phrases.nouns.rangeWithoutArticle(group, analysis.tokens).first
      start = max(opening, Int(analysis.phrases.nouns.possessive[group]) + 1)
    }
    let ownEnd = Int(mention.tokens.end)
    let end =
      type == .person ? belonging(ownEnd, tokens, analysis) : type == .place ? larger(number, analysis) : abbreviated(number, analysis)
    guard start < first || end > ownEnd, start <= first else { return }
    if start < first, DescriptionTypes(first - 1, tokens, heads).contains(type) || holdsName(start, first) {
      add(TokenRange(start, first), .nominal, mention.entity, "nominal.before-name", mention.confidence, &analysis)
    }
    add(TokenRange(start, end), .nominal, mention.entity, "nominal.described-name", mention.confidence, &analysis)
  }

  /// Whether the word before a name describes what is named: a common noun, or an office that the group says whose it is ("Volvo President").
  private func saysWho(_ word: Int, _ start: Int, _ type: EntityType, _ tokens: TokenColumns) -> Bool {
    if tokens.is(word, .lowercase) {
      return tokens.tag[word] == .nn && type != .place || DescriptionTypes(word, tokens, heads).contains(type)
    }
    guard type == .person, tokens.has(word, .role) || tokens.has(word, .title) && !tokens.has(word, .honorific) else { return false }
    return holdsName(start, word)
  }

  private func holdsName(_ start: Int, _ end: Int) -> Bool {
    var token = end - 1
    while token >= start, mentionOf[token] < 0 { token -= 1 }
    return token >= start
  }

  /// The end of the country or province behind a place: "Bergen, Norway".
  private func larger(_ number: Int, _ analysis: Analysis) -> Int {
    let end = Int(analysis.mentions[number].tokens.end)
    guard number + 1 < analysis.mentions.count else { return end }
    let next = analysis.mentions[number + 1]
    let owner = Int(next.entity)
    guard next.tokens.first == end + 1, next.form == .name, analysis.article.bytes[Int(analysis.tokens.start[end])] == UInt8(ascii: ","),
      analysis.entities[owner].type == .place,
      analysis.entities[owner].subtype == "country" || analysis.entities[owner].subtype == "subdivision",
      analysis.entities[Int(analysis.mentions[number].entity)].subtype != analysis.entities[owner].subtype
    else { return end }
    return Int(next.tokens.end)
  }

  /// The end of "of Norrland Press" behind a person's name; `end` itself when there is nothing of the kind.
  private func belonging(_ end: Int, _ tokens: TokenColumns, _ analysis: Analysis) -> Int {
    guard end + 1 < tokens.count, tokens.has(end, .prepOf), tokens.sentence[end + 1] == tokens.sentence[end] else {
      return end
    }
    let name = tokens.has(end + 1, .articleThe) && end + 2 < tokens.count ? end + 2 : end + 1
    guard mentionOf[name] >= 0 else { return end }
    let owner = analysis.mentions[Int(mentionOf[name])]
    guard owner.form == .name, owner.tokens.first == name, analysis.entities[Int(owner.entity)].type == .organization else { return end }
    return Int(owner.tokens.end)
  }

  /// The end of the brackets behind a name that hold a short form of it.
  private func abbreviated(_ number: Int, _ analysis: Analysis) -> Int {
    let end = Int(analysis.mentions[number].tokens.end)
    guard number + 1 < analysis.mentions.count else { return end }
    let next = analysis.mentions[number + 1]
    guard next.entity == analysis.mentions[number].entity, next.tokens.first == end + 1, next.form == .name,
      analysis.article.bytes[Int(analysis.tokens.start[end])] == UInt8(ascii: "("), Int(next.tokens.end) < analysis.tokens.count,
      analysis.article.bytes[Int(analysis.tokens.start[Int(next.tokens.end)])] == UInt8(ascii: ")")
    else { return end }
    return Int(next.tokens.end) + 1
  }

  private func add(
    _ range: TokenRange, _ form: MentionForm, _ entity: Int32, _ rule: Label, _ confidence: Float, _ analysis: inout Analysis
  ) {
    let evidence = analysis.record([Evidence(.coreference, rule, 1)])
    analysis.overlaps.append(
      Mention(span: analysis.tokens.span(range), tokens: range, form: form, entity: entity, confidence: confidence, evidence: evidence))
  }
}
