/// Finds the mentions that overlap others: the name inside a longer name ("Texas" in "University of Texas"), and the name together with the words that
/// say who it is ("Japanese carmaker Toyota", "Ana Ruiz of Norrland Press"). Runs last, since no stage but the writers reads them. One per worker.
final class OverlappingMentions {
  private let heads: NominalHeads
  private let table: NameTable
  private var columns = OverlapColumns()

  init(gazetteer: GazetteerFile) {
    heads = NominalHeads(gazetteer)
    table = gazetteer.names
  }

  deinit { columns.deallocate() }

  /// Fills `Analysis.overlaps` and the entities' chains of them.
  ///
  /// - Complexity: O(tokens).
  func run(_ analysis: inout Analysis) {
    guard !analysis.entities.isEmpty else { return }
    find(analysis)
    write(&analysis)
    analysis.chainOverlaps()
  }

  private func find(_ analysis: Analysis) {
    // Worked on apart from the object, so that no access in the loops is checked for exclusivity.
    var work = columns
    analysis.tokens.withColumns { tokens in
      analysis.phrases.withColumns { phrases in
        analysis.article.bytes.withUnsafeBufferPointer { bytes in
          analysis.mentions.withUnsafeBufferPointer { mentions in
            analysis.entities.withUnsafeBufferPointer { entities in
              var search = OverlapSearch(
                tokens: tokens, phrases: phrases, bytes: bytes, mentions: mentions, entities: entities, heads: heads, table: table,
                columns: work)
              search.run(analysis.matches)
              work = search.columns
            }
          }
        }
      }
    }
    columns = work
  }

  /// Writes what was found in the order of the text.
  private func write(_ analysis: inout Analysis) {
    var found = UnsafeMutableBufferPointer(start: columns.found.base, count: columns.found.count)
    found.sort { ($0.tokens.start, $0.tokens.end) < ($1.tokens.start, $1.tokens.end) }
    analysis.overlaps.reserveCapacity(found.count)
    for overlap in found {
      let from = Int32(truncatingIfNeeded: analysis.evidence.count)
      analysis.evidence.append(Evidence(.coreference, overlap.rule, 1))
      analysis.overlaps.append(
        Mention(
          span: analysis.tokens.span(overlap.tokens), tokens: overlap.tokens, form: overlap.form, entity: overlap.entity,
          confidence: overlap.confidence, evidence: from..<from + 1))
    }
  }
}

/// What the search keeps from article to article. Its owner deallocates it.
struct OverlapColumns {
  struct Overlap {
    var tokens: TokenRange
    var form: MentionForm
    var entity: Int32
    var rule: Label
    var confidence: Float
  }

  var found = Column<Overlap>()
  /// Entities by the words of their names, and places by what the tables know them as.
  fileprivate(set) var names = KeyMap()
  fileprivate(set) var entityOf = Column<Int32>()
  /// For each token the mention that holds it, -1 for none.
  fileprivate(set) var mentionOf = Column<Int32>()
  /// One bit for each of 4,096 lexemes that some name starts with: most words of a long name need not be looked up.
  fileprivate(set) var firstWords = Column<UInt64>(capacity: 64)

  func deallocate() {
    found.deallocate()
    names.deallocate()
    entityOf.deallocate()
    mentionOf.deallocate()
    firstWords.deallocate()
  }

  fileprivate mutating func begin(_ mentions: UnsafeBufferPointer<Mention>, tokens: Int) {
    found.removeAll()
    names.removeAll()
    entityOf.removeAll()
    firstWords.reset(count: 64, repeating: 0)
    mentionOf.read(mentions: mentions, tokens: tokens)
  }

  @inline(__always)
  fileprivate mutating func intern(_ key: UInt64, _ entity: Int32) {
    if names.intern(key) == entityOf.count { entityOf.append(entity) }
  }
}

/// The search for overlapping mentions in one article.
private struct OverlapSearch {
  let tokens: TokenColumns
  let phrases: PhraseColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let mentions: UnsafeBufferPointer<Mention>
  let entities: UnsafeBufferPointer<Entity>
  let heads: NominalHeads
  let table: NameTable
  var columns: OverlapColumns

  /// Words of a name that is looked for inside others.
  private static let longestInside = 4

  mutating func run(_ matches: GazetteerMatches) {
    note()
    for number in mentions.indices where mentions[number].form == .name {
      inside(number, matches)
      described(number)
    }
  }

  private mutating func note() {
    columns.begin(mentions, tokens: tokens.count)
    for number in entities.indices where entities[number].type == .place && entities[number].entry >= 0 {
      columns.intern(key(ofPlace: entities[number].entry), Int32(truncatingIfNeeded: number))
    }
    for number in mentions.indices {
      let range = mentions[number].tokens
      guard mentions[number].form == .name, range.count <= OverlapSearch.longestInside else { continue }
      columns.intern(DocumentEvidence.phraseKey(tokens.lexeme, range.first, Int(range.end)), mentions[number].entity)
      let word = tokens.lexeme[range.first]
      columns.firstWords[Int(word >> 6 & 63)] |= 1 << UInt64(word & 63)
    }
  }

  private func key(ofPlace entry: EntryID) -> UInt64 { ByteHash.mix(table.identity(entry), 0x9E37_79B9_7F4A_7C15) | 1 }

  private func type(_ mention: Int) -> EntityType { entities[Int(mentions[mention].entity)].type }

  /// The names of other entities inside a name, the longest first; never inside a person's.
  private mutating func inside(_ number: Int, _ matches: GazetteerMatches) {
    let outer = mentions[number]
    guard outer.tokens.count > 1, type(number) != .person else { return }
    var from = outer.tokens.first
    while from < Int(outer.tokens.end) {
      let word = tokens.lexeme[from]
      var end = from
      if tokens.is(from, .startsName), tokens.isCapitalized(from), let (placeEnd, place) = place(from, outer, matches) {
        add(TokenRange(from, placeEnd), .embedded, place, "embedded.place", outer.confidence)
        from = placeEnd
        continue
      }
      if columns.firstWords[Int(word >> 6 & 63)] >> UInt64(word & 63) & 1 != 0, tokens.isCapitalized(from) {
        end = min(Int(outer.tokens.end), from + OverlapSearch.longestInside)
        while end > from {
          if end - from < outer.tokens.count, let entity = entity(from, end), entity != outer.entity {
            add(TokenRange(from, end), .embedded, entity, "embedded.name", outer.confidence)
            break
          }
          end -= 1
        }
      }
      from = max(from + 1, end)
    }
  }

  /// The place of this article that the tables know by the words at `from`, under whatever name the article has it elsewhere: "LA Weekly".
  private func place(_ from: Int, _ outer: Mention, _ matches: GazetteerMatches) -> (end: Int, entity: Int32)? {
    var best: (end: Int, entity: Int32)?
    for match in matches.matches(at: from) where matches.end[match] <= outer.tokens.end {
      let end = Int(matches.end[match])
      guard end - from < outer.tokens.count, end > best?.end ?? 0 else { continue }
      for k in 0..<matches.readings(of: match) {
        let entry = matches.reading(match, k, table).entry
        guard table.type(entry) == .place else { continue }
        let row = columns.names.find(key(ofPlace: entry))
        if row >= 0, columns.entityOf[row] != outer.entity { best = (end, columns.entityOf[row]) }
      }
    }
    return best
  }

  private func entity(_ from: Int, _ end: Int) -> Int32? {
    let row = columns.names.find(DocumentEvidence.phraseKey(tokens.lexeme, from, end))
    return row < 0 ? nil : columns.entityOf[row]
  }

  /// A name with what its noun group says before it, or with whom it belongs to behind it.
  private mutating func described(_ number: Int) {
    let mention = mentions[number]
    let first = mention.tokens.first
    let type = type(number)
    var start = first
    if first > 0, columns.mentionOf[first - 1] < 0, let group = phrases.noun(at: first), Int(phrases.nouns.start[group]) < first,
      saysWho(first - 1, Int(phrases.nouns.start[group]), type)
    {
      start = max(phrases.nouns.firstWithoutArticle(group, tokens), Int(phrases.nouns.possessive[group]) + 1)
    }
    let ownEnd = Int(mention.tokens.end)
    let end =
      type == .person ? belonging(ownEnd) : type == .place ? larger(number) : abbreviated(number)
    guard start < first || end > ownEnd, start <= first else { return }
    if start < first, DescriptionTypes(first - 1, tokens, heads).contains(type) || holdsName(start, first) {
      add(TokenRange(start, first), .nominal, mention.entity, "nominal.before-name", mention.confidence)
    }
    add(TokenRange(start, end), .nominal, mention.entity, "nominal.described-name", mention.confidence)
  }

  /// Whether the word before a name describes what is named: a common noun, or an office that the group says whose it is ("Volvo President").
  private func saysWho(_ word: Int, _ start: Int, _ type: EntityType) -> Bool {
    if tokens.is(word, .lowercase) {
      return tokens.tag[word] == .nn && type != .place || DescriptionTypes(word, tokens, heads).contains(type)
    }
    guard type == .person, tokens.has(word, .role) || tokens.has(word, .title) && !tokens.has(word, .honorific) else { return false }
    return holdsName(start, word)
  }

  private func holdsName(_ start: Int, _ end: Int) -> Bool {
    var token = end - 1
    while token >= start, columns.mentionOf[token] < 0 { token -= 1 }
    return token >= start
  }

  /// The end of the country or province behind a place: "Bergen, Norway".
  private func larger(_ number: Int) -> Int {
    let end = Int(mentions[number].tokens.end)
    guard number + 1 < mentions.count else { return end }
    let next = mentions[number + 1]
    let owner = Int(next.entity)
    guard next.tokens.first == end + 1, next.form == .name, bytes[Int(tokens.start[end])] == UInt8(ascii: ","),
      entities[owner].type == .place,
      entities[owner].subtype == "country" || entities[owner].subtype == "subdivision",
      entities[Int(mentions[number].entity)].subtype != entities[owner].subtype
    else { return end }
    return Int(next.tokens.end)
  }

  /// The end of "of Norrland Press" behind a person's name; `end` itself when there is nothing of the kind.
  private func belonging(_ end: Int) -> Int {
    guard end + 1 < tokens.count, tokens.has(end, .prepOf), tokens.sentence[end + 1] == tokens.sentence[end] else {
      return end
    }
    let name = tokens.has(end + 1, .articleThe) && end + 2 < tokens.count ? end + 2 : end + 1
    guard columns.mentionOf[name] >= 0 else { return end }
    let owner = mentions[Int(columns.mentionOf[name])]
    guard owner.form == .name, owner.tokens.first == name, entities[Int(owner.entity)].type == .organization else { return end }
    return Int(owner.tokens.end)
  }

  /// The end of the brackets behind a name that hold a short form of it.
  private func abbreviated(_ number: Int) -> Int {
    let end = Int(mentions[number].tokens.end)
    guard number + 1 < mentions.count else { return end }
    let next = mentions[number + 1]
    guard next.entity == mentions[number].entity, next.tokens.first == end + 1, next.form == .name,
      bytes[Int(tokens.start[end])] == UInt8(ascii: "("), Int(next.tokens.end) < tokens.count,
      bytes[Int(tokens.start[Int(next.tokens.end)])] == UInt8(ascii: ")")
    else { return end }
    return Int(next.tokens.end) + 1
  }

  private mutating func add(_ range: TokenRange, _ form: MentionForm, _ entity: Int32, _ rule: Label, _ confidence: Float) {
    columns.found.append(.init(tokens: range, form: form, entity: entity, rule: rule, confidence: confidence))
  }
}
