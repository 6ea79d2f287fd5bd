/// Finds people, places, organizations, groups and other names, and says which mentions mean the same.
struct NameRecognizer {
  let model: NameModel
  private let typing: MentionTyping
  private let builder: EntityBuilder
  private let pairs: PlacePairs
  private let nouns: NameNouns
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
    nouns = NameNouns(gazetteer)
    builder = EntityBuilder(gazetteer, lookup, seats)
  }

  /// Finds the mentions by name of an article, in text order, and keeps them for `build`.
  ///
  /// - Parameter place: the article's number among those that are read together.
  func find(_ place: Int, _ analysis: Analysis) {
    // Taken out of the workspace: nobody else must hold what is written.
    var typed = space.takeMentions(place)
    find(&typed, analysis)
    space.returnMentions(place, &typed)
  }

  /// Makes entities of the mentions found in an article.
  func build(_ place: Int, _ analysis: inout Analysis) {
    var typed = space.takeMentions(place)
    ownNames?.place(into: &typed, analysis)
    own?.place(into: &typed, analysis)
    // By address: the table would be copied, with the references of all columns.
    let tokens = withUnsafePointer(to: &analysis.tokens) { TokenColumns($0) }
    if tokens.count > 0 { AppositiveAges.settle(&analysis.values, behind: typed, tokens, analysis.article.bytes.elements) }
    builder.build(typed, model, &analysis)
    ownNames?.explain(typed, &analysis)
    own?.explain(&analysis)
    space.returnMentions(place, &typed)
  }

  private func find(_ typed: inout [TypedMention], _ analysis: Analysis) {
    var spans: [NameSpan] = []
    swap(&spans, &space.spans)
    typed.removeAll(keepingCapacity: true)
    // By address, here and in all that is called: nobody changes the article's layers meanwhile.
    let bytes = analysis.article.bytes.elements
    let matches = MatchColumns(analysis.matches)
    _ = analysis.tokens.withColumns { tokens in
      model.decode(tokens, analysis, bytes, &space.buffers, into: &spans)
      pairs.correct(&spans, model, tokens, bytes, matches)
      if space.buffers.classes.contains(.month) { MonthSurnames.add(to: &spans, tokens) }
      Nicknames.join(&spans, tokens, bytes)
      if space.buffers.classes.contains(.legalForm) { LegalForms.correct(&spans, tokens, bytes, space.buffers.columns.uppercase, matches) }
      NameConventions(
        tokens: tokens, bytes: bytes, matches: matches, classes: space.buffers.matchClasses, allClasses: space.buffers.allClasses,
        wholeNames: space.buffers.wholeNames,
        uppercase: space.buffers.columns.uppercase, unnamed: space.buffers.columns.unnamed,
        capitalClasses: space.buffers.classes, classesBefore: space.buffers.classesBefore, lines: space.buffers.lines,
        datelinePlace: analysis.dateline?.place, datelinePlaces: analysis.dateline?.otherPlaces ?? [], nouns: nouns
      ).correct(&spans)
      LowercaseNames.add(to: &spans, tokens, matches, space.buffers.matchClasses)
      LowercaseTerms.retype(&spans, tokens, bytes, matches)
      NamesInValues.remove(from: &spans, analysis.values, tokens, matches, space.buffers.matchClasses)
      for span in spans { typed.append(typing.type(span, tokens, bytes, matches)) }
      space.shortNames.correct(&typed, tokens)
      space.sameNames.correct(&typed, tokens, bytes)
    }
    swap(&spans, &space.spans)
  }
}
