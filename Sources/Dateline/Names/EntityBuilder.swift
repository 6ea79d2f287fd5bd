/// Makes entities of typed mentions: the same person, place or organization under all the forms that the article uses.
struct EntityBuilder {
  private let linker: PlaceLinker
  private let workspace: Workspace

  /// A worker's buffers, and what it remembers of the gazetteer.
  private final class Workspace {
    var people: PersonClusters
    var things: ThingClusters
    var describer: EntityDescriber

    init(_ gazetteer: GazetteerFile, _ seats: SeatsOfPower) {
      people = PersonClusters(lexicon: gazetteer.lexicon)
      things = ThingClusters(names: gazetteer.names)
      describer = EntityDescriber(gazetteer, seats)
    }

    deinit {
      people.deallocate()
      things.deallocate()
      describer.deallocate()
    }
  }

  init(_ gazetteer: GazetteerFile, _ lookup: NameLookup, _ seats: SeatsOfPower) {
    linker = PlaceLinker(gazetteer, lookup)
    workspace = Workspace(gazetteer, seats)
  }

  /// Writes mentions and entities into the analysis, both in text order.
  func build(_ typed: [TypedMention], _ model: NameModel, _ analysis: inout Analysis) {
    var entityOf = [Int32].filled(-1, count: typed.count)
    var count: Int32 = 0
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      _ = analysis.tokens.withColumns { tokens in
        workspace.people.assign(typed, tokens, &entityOf, &count)
        workspace.things.assign(typed, tokens, bytes, &entityOf, &count)
      }
    }
    analysis.evidence.reserveCapacity(analysis.evidence.count + typed.count * 2)
    number(
      typed, entityOf, Int(count), model, analysis.tokens, &analysis.mentions, &analysis.entities, &analysis.evidence)
    analysis.chainMentions()
    for entity in analysis.entities.indices { workspace.describer.describe(entity, &analysis) }
    linker.run(&analysis) { entity, analysis in workspace.describer.describe(entity, &analysis) }
  }

  /// Writes the mentions, and the entities in the order in which they are first named.
  private func number(
    _ typed: [TypedMention], _ entityOf: [Int32], _ count: Int, _ model: NameModel, _ tokens: TokenTable, _ mentions: inout [Mention],
    _ entities: inout [Entity], _ evidence: inout [Evidence]
  ) {
    mentions.removeAll(keepingCapacity: true)
    mentions.reserveCapacity(typed.count)
    entities.removeAll(keepingCapacity: true)
    entities.reserveCapacity(count)
    var renumbered = [Int32].filled(-1, count: count)
    // Organizations that the article spells out and no table knows: an acronym of theirs must not lend them the entry of another.
    var isUnlisted = [Bool].filled(false, count: count)
    for index in typed.indices {
      let mention = typed[index]
      let cluster = Int(entityOf[index])
      if renumbered[cluster] < 0 {
        renumbered[cluster] = Int32(entities.count)
        entities.append(Entity(type: mention.type, name: .table("")))
      }
      let entity = Int(renumbered[cluster])
      let isLong = mention.span.tokens.count > 1
      if mention.entry < 0, isLong, mention.type == .organization { isUnlisted[entity] = true }
      if entities[entity].entry < 0, mention.entry >= 0, isLong || !isUnlisted[entity] {
        entities[entity].entry = mention.entry
        workspace.describer.fetch(mention.entry)
      }
      mentions.append(
        Mention(
          span: tokens.span(mention.span.tokens), tokens: mention.span.tokens, form: mention.form, entity: Int32(entity),
          confidence: NameModel.confidence(mention.span.margin), evidence: model.record(mention.span, into: &evidence)))
    }
  }
}
