/// Makes entities of typed mentions: the same person, place or organization under all the forms that the article uses.
struct EntityBuilder {
  private let names: NameTable
  private let linker: PlaceLinker
  private let workspace: Workspace

  /// A worker's buffers, and what it remembers of the gazetteer.
  private final class Workspace {
    var people: PersonClusters
    var things: ThingClusters
    var describer: EntityDescriber
    /// For each mention the number of its cluster; for each cluster its entity's, and whether it is an organization or a person whose full name
    /// stands in the article and in no table.
    var clusterOf = Column<Int32>()
    var entityOf = Column<Int32>()
    var isUnlisted = Column<Bool>()
    /// What speaks for the mentions.
    var evidence = Column<Evidence>()

    init(_ gazetteer: GazetteerFile, _ seats: SeatsOfPower) {
      people = PersonClusters(lexicon: gazetteer.lexicon)
      things = ThingClusters(names: gazetteer.names)
      describer = EntityDescriber(gazetteer, seats)
    }

    deinit {
      people.deallocate()
      things.deallocate()
      describer.deallocate()
      clusterOf.deallocate()
      entityOf.deallocate()
      isUnlisted.deallocate()
      evidence.deallocate()
    }
  }

  init(_ gazetteer: GazetteerFile, _ lookup: NameLookup, _ seats: SeatsOfPower) {
    names = gazetteer.names
    linker = PlaceLinker(gazetteer, lookup)
    workspace = Workspace(gazetteer, seats)
  }

  /// Writes mentions and entities into the analysis, both in text order.
  func build(_ typed: [TypedMention], _ model: NameModel, _ analysis: inout Analysis) {
    workspace.clusterOf.reset(count: typed.count, repeating: -1)
    let clusterOf = workspace.clusterOf.base
    var count: Int32 = 0
    let bytes = analysis.article.bytes.elements
    _ = analysis.tokens.withColumns { tokens in
      workspace.people.assign(typed, tokens, clusterOf, &count)
      workspace.things.assign(typed, tokens, bytes, clusterOf, &count)
    }
    number(typed, clusterOf, Int(count), model, analysis.tokens, bytes, &analysis.mentions, &analysis.entities, &analysis.evidence)
    analysis.chainMentions()
    workspace.describer.describeAll(in: &analysis)
    linker.run(&analysis) { entity, analysis in workspace.describer.describe(entity, &analysis) }
  }

  /// Writes the mentions, and the entities in the order in which they are first named.
  private func number(
    _ typed: [TypedMention], _ clusterOf: UnsafePointer<Int32>, _ count: Int, _ model: NameModel, _ tokens: TokenTable,
    _ bytes: UnsafeBufferPointer<UInt8>, _ mentions: inout [Mention], _ entities: inout [Entity], _ evidence: inout [Evidence]
  ) {
    // Read from the workspace once: each access is checked.
    let known = workspace.describer.known
    mentions.removeAll(keepingCapacity: true)
    mentions.reserveCapacity(typed.count)
    entities.removeAll(keepingCapacity: true)
    entities.reserveCapacity(count)
    workspace.entityOf.reset(count: count, repeating: -1)
    let entityOf = workspace.entityOf.base
    // An acronym or a surname of theirs must not lend them the entry of another.
    workspace.isUnlisted.reset(count: count, repeating: false)
    let isUnlisted = workspace.isUnlisted.base
    var said = workspace.evidence
    said.removeAll()
    let first = evidence.count
    for index in typed.indices {
      let mention = typed[index]
      let cluster = Int(clusterOf[index])
      if entityOf[cluster] < 0 {
        entityOf[cluster] = Int32(entities.count)
        entities.append(Entity(type: mention.type, name: .table("")))
      }
      let entity = Int(entityOf[cluster])
      let isLong = mention.span.tokens.count > 1
      if mention.entry < 0, isLong {
        if mention.type == .organization {
          isUnlisted[entity] = true
        } else if mention.type == .person, !bears(entities[entity].entry, bytes[tokens.span(mention.span.tokens)]) {
          isUnlisted[entity] = true
          entities[entity].entry = -1
        }
      }
      if entities[entity].entry < 0, mention.entry >= 0, isLong || !isUnlisted[entity] {
        entities[entity].entry = mention.entry
        EntityDescriber.fetch(mention.entry, in: known)
        if mention.type == .place { linker.fetch(mention.entry) }
      }
      let from = first + said.count
      model.record(mention.span, into: &said)
      mentions.append(
        Mention(
          span: tokens.span(mention.span.tokens), tokens: mention.span.tokens, form: mention.form, entity: Int32(entity),
          confidence: model.calibration.confidence(mention.span.margin),
          evidence: Int32(truncatingIfNeeded: from)..<Int32(truncatingIfNeeded: first + said.count)))
    }
    evidence.append(contentsOf: said.elements)
    workspace.evidence = said
  }

  /// Whether a full name begins with the first word of an entry's name: "Angela Dorothea Merkel" is Angela Merkel, "Tom Merkel" is not. False for
  /// no entry.
  private func bears(_ entry: EntryID, _ fullName: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry >= 0 else { return false }
    let given = names.nameBytes(entry).prefix { $0 != UInt8(ascii: " ") }
    return fullName.count > given.count && fullName.starts(with: given)
  }
}
