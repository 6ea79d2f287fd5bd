/// Finds people, places, organizations, groups and other names, and says which mentions mean the same.
struct NameRecognizer {
  let model: NameModel
  private let typing: MentionTyping
  private let builder: EntityBuilder
  private let pairs: PlacePairs
  private let space = NameWorkspace()
  /// The user's own names, if there are any.
  private let ownNames: OwnNames?
  /// The user's own rules, if there are any.
  private let own: UserNames?

  init(gazetteer: GazetteerFile, rules: UserRules? = nil, seats: SeatsOfPower) {
    // One for all that look names up: each has a tokenizer of its own.
    let lookup = NameLookup(gazetteer: gazetteer)
    own = rules.map { UserNames($0) }
    ownNames = OwnNames(gazetteer.names)
    model = NameModel(gazetteer: gazetteer)
    typing = MentionTyping(names: gazetteer.names, model: model, demonyms: DemonymPlaces(gazetteer.names, lookup))
    pairs = PlacePairs(gazetteer, lookup)
    builder = EntityBuilder(gazetteer, lookup, seats)
  }

  func run(_ analysis: inout Analysis) {
    var spans = model.decode(analysis, &space.buffers)
    pairs.correct(&spans, model, analysis)
    MonthSurnames.add(to: &spans, analysis)
    Nicknames.join(&spans, analysis)
    _ = analysis.tokens.withColumns { LegalForms.correct(&spans, model, $0, space.buffers.columns.uppercase, analysis.matches) }
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      _ = analysis.tokens.withColumns { tokens in
        NameConventions(
          tokens: tokens, bytes: bytes, matches: analysis.matches, classes: space.buffers.matchClasses,
          uppercase: space.buffers.columns.uppercase, datelinePlace: analysis.dateline?.place
        ).correct(&spans)
      }
    }
    var typed = spans.map { typing.type($0, analysis) }
    _ = analysis.tokens.withColumns { space.shortNames.correct(&typed, $0) }
    space.sameNames.correct(&typed, analysis)
    ownNames?.place(into: &typed, analysis)
    own?.place(into: &typed, analysis)
    builder.build(typed, model, &analysis)
    ownNames?.explain(typed, &analysis)
    own?.explain(&analysis)
  }
}
