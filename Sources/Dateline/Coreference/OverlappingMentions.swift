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
    // Worked on apart from the object, so that no access in the loops is checked for exclusivity.
    var work = columns
    work.begin()
    analysis.withLayers { layers in
      work.note(layers, table)
      let search = OverlapSearch(layers, heads, table, work)
      search.run()
      work.found = search.found
    }
    columns = work
    write(&analysis)
    analysis.chainOverlaps()
  }

  /// Writes what was found in the order of the text.
  private func write(_ analysis: inout Analysis) {
    let found = UnsafeMutableBufferPointer(start: columns.found.base, count: columns.found.count)
    found.sortShort { ($0.tokens.start, $0.tokens.end) < ($1.tokens.start, $1.tokens.end) }
    let isFirst = analysis.overlaps.isEmpty
    analysis.overlaps.reserveCapacity(found.count)
    for overlap in found {
      let from = Int32(truncatingIfNeeded: analysis.evidence.count)
      analysis.evidence.append(Evidence(.coreference, overlap.rule, 1))
      analysis.overlaps.append(
        Mention(
          span: analysis.tokens.span(overlap.tokens), tokens: overlap.tokens, form: overlap.form, entity: overlap.entity,
          confidence: overlap.confidence, evidence: from..<from + 1))
    }
    // Behind those of nationalities and wholes, which coreference found.
    if !isFirst { analysis.overlaps.sortShort { ($0.tokens.start, $0.tokens.end) < ($1.tokens.start, $1.tokens.end) } }
  }
}

/// The search for overlapping mentions in one article. A class, so that no question copies what it asks of.
private final class OverlapSearch {
  private let layers: ArticleLayers
  private let tokens: TokenColumns
  private let phrases: PhraseColumns
  private let mentions: UnsafeBufferPointer<Mention>
  private let entities: UnsafeBufferPointer<Entity>
  private let mentionOf: UnsafePointer<Int32>
  private let heads: NominalHeads
  private let table: NameTable
  private let columns: OverlapColumns
  private(set) var found: Column<OverlapColumns.Overlap>

  init(_ layers: ArticleLayers, _ heads: NominalHeads, _ table: NameTable, _ columns: OverlapColumns) {
    self.layers = layers
    tokens = layers.tokens
    phrases = layers.phrases
    mentions = layers.mentions
    entities = layers.entities
    mentionOf = layers.mentionOf
    self.heads = heads
    self.table = table
    self.columns = columns
    found = columns.found
  }

  func run() {
    for number in columns.mentions.elements {
      inside(Int(number))
      described(Int(number))
    }
  }

  private func type(_ mention: Int) -> EntityType { layers.type(ofMention: mention) }

  /// The names of other entities inside a name, the longest first; never inside a person's.
  @inline(__always)
  private func inside(_ number: Int) {
    let outer = mentions[number]
    guard outer.tokens.count > 1, type(number) != .person else { return }
    var from = outer.tokens.first
    while from < Int(outer.tokens.end) {
      let word = tokens.lexeme[from]
      var end = from
      if tokens.is(from, .startsName), tokens.isCapitalized(from), let (placeEnd, place) = place(from, outer) {
        add(TokenRange(from, placeEnd), .embedded, place, "embedded.place", outer.confidence)
        from = placeEnd
        continue
      }
      if columns.mayStart(word), tokens.isCapitalized(from) {
        end = min(Int(outer.tokens.end), from + OverlapColumns.longestInside)
        while end > from {
          if end - from < outer.tokens.count, let entity = columns.entity(tokens.lexeme, from, end), entity != outer.entity {
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
  @inline(__always)
  private func place(_ from: Int, _ outer: Mention) -> (end: Int, entity: Int32)? {
    let analysis = layers.analysis
    var best: (end: Int, entity: Int32)?
    for match in analysis.pointee.matches.matches(at: from) where analysis.pointee.matches.end(match) <= outer.tokens.end {
      let end = Int(analysis.pointee.matches.end(match))
      guard end - from < outer.tokens.count, end > best?.end ?? 0 else { continue }
      for reading in analysis.pointee.matches.readings(of: match) where analysis.pointee.matches.readings[reading].type == .place {
        let entry = analysis.pointee.matches.readings[reading].entry
        if let entity = columns.entity(ofPlace: entry, table), entity != outer.entity { best = (end, entity) }
      }
    }
    return best
  }

  /// A name with what its noun group says before it, or with whom it belongs to behind it.
  @inline(__always)
  private func described(_ number: Int) {
    let mention = mentions[number]
    let first = mention.tokens.first
    let type = type(number)
    var start = first
    if first > 0, mentionOf[first - 1] < 0, let group = phrases.noun(at: first), Int(phrases.nouns.start[group]) < first,
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
  @inline(__always)
  private func saysWho(_ word: Int, _ start: Int, _ type: EntityType) -> Bool {
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
  @inline(__always)
  private func larger(_ number: Int) -> Int {
    let end = Int(mentions[number].tokens.end)
    guard number + 1 < mentions.count else { return end }
    let next = mentions[number + 1]
    let owner = Int(next.entity)
    guard next.tokens.first == end + 1, next.form == .name, layers.isComma(end),
      entities[owner].type == .place,
      entities[owner].subtype == "country" || entities[owner].subtype == "subdivision",
      entities[Int(mentions[number].entity)].subtype != entities[owner].subtype
    else { return end }
    return Int(next.tokens.end)
  }

  /// The end of "of Norrland Press" behind a person's name; `end` itself when there is nothing of the kind.
  @inline(__always)
  private func belonging(_ end: Int) -> Int {
    guard end + 1 < tokens.count, tokens.has(end, .prepOf), tokens.sentence[end + 1] == tokens.sentence[end] else {
      return end
    }
    let name = tokens.has(end + 1, .articleThe) && end + 2 < tokens.count ? end + 2 : end + 1
    guard mentionOf[name] >= 0 else { return end }
    let owner = mentions[Int(mentionOf[name])]
    guard owner.form == .name, owner.tokens.first == name, entities[Int(owner.entity)].type == .organization else { return end }
    return Int(owner.tokens.end)
  }

  /// The end of the brackets behind a name that hold a short form of it.
  @inline(__always)
  private func abbreviated(_ number: Int) -> Int {
    let end = Int(mentions[number].tokens.end)
    guard number + 1 < mentions.count else { return end }
    let next = mentions[number + 1]
    guard next.entity == mentions[number].entity, next.tokens.first == end + 1, next.form == .name,
      layers.bytes[Int(tokens.start[end])] == UInt8(ascii: "("), Int(next.tokens.end) < tokens.count,
      layers.bytes[Int(tokens.start[Int(next.tokens.end)])] == UInt8(ascii: ")")
    else { return end }
    return Int(next.tokens.end) + 1
  }

  private func add(_ range: TokenRange, _ form: MentionForm, _ entity: Int32, _ rule: Label, _ confidence: Float) {
    found.append(.init(tokens: range, form: form, entity: entity, rule: rule, confidence: confidence))
  }
}
