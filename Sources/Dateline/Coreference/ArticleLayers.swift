/// The layers of one article as addresses, for the stages that ask dozens of questions of many of them: no bounds are checked, no references
/// counted. A class, since functions by the dozen are handed it; valid only inside `Analysis.withLayers`.
final class ArticleLayers {
  let tokens: TokenColumns
  let phrases: PhraseColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let sentences: UnsafeBufferPointer<Sentence>
  let zones: UnsafeBufferPointer<Zone>
  let values: UnsafeBufferPointer<Value>
  let mentions: UnsafeBufferPointer<Mention>
  let entities: UnsafeBufferPointer<Entity>
  let quotes: UnsafeBufferPointer<Quote>
  /// All of them, for what is asked once an article.
  let analysis: UnsafePointer<Analysis>
  /// For each token the mention that holds it, -1 for none.
  let mentionOf: UnsafePointer<Int32>

  /// The layers of an analysis that nobody changes as long as they are read. It has tokens, and groups and mentions are laid out over them.
  fileprivate init(_ analysis: UnsafePointer<Analysis>) {
    self.analysis = analysis
    tokens = TokenColumns(analysis.pointer(to: \.tokens)!)
    phrases = PhraseColumns(
      nouns: NounColumns(analysis), verbs: VerbColumns(analysis), tokenCount: tokens.count,
      nounOf: analysis.pointee.phrases.nounOf.address, verbOf: analysis.pointee.phrases.verbOf.address)
    bytes = analysis.pointee.article.bytes.elements
    sentences = analysis.pointee.sentences.elements
    zones = analysis.pointee.zones.elements
    values = analysis.pointee.values.elements
    mentions = analysis.pointee.mentions.elements
    entities = analysis.pointee.entities.elements
    quotes = analysis.pointee.quotes.elements
    mentionOf = analysis.pointee.mentionOf.address
  }

  /// Whether a token is a comma.
  @inline(__always) func isComma(_ token: Int) -> Bool { bytes[Int(tokens.start[token])] == UInt8(ascii: ",") }

  /// The mention whose tokens hold `token`; nil for none.
  @inline(__always) func mention(at token: Int) -> Int? { mentionOf[token] >= 0 ? Int(mentionOf[token]) : nil }

  /// Fills a column with the numbers of the mentions by name, in order: for those who would ask each mention, and which one is none, is anybody's
  /// guess.
  func names(into column: inout Column<Int32>) {
    column.resize(count: mentions.count)
    var count = 0
    for number in mentions.indices {
      // Written without a branch.
      column.base[count] = Int32(truncatingIfNeeded: number)
      count &+= Int(Bit.same(mentions[number].form.rawValue, MentionForm.name.rawValue))
    }
    column.resize(count: count)
  }

  /// The same for those of some mentions that are people's.
  func people(among names: Column<Int32>, into column: inout Column<Int32>) {
    column.resize(count: names.count)
    var count = 0
    for name in names.elements {
      column.base[count] = name
      count &+= Int(Bit.same(type(ofMention: Int(name)).rawValue, EntityType.person.rawValue))
    }
    column.resize(count: count)
  }

  @inline(__always) func entity(ofMention mention: Int) -> Int32 { mentions[mention].entity }

  /// The type of the entity that a mention refers to.
  @inline(__always) func type(ofMention mention: Int) -> EntityType { entities[Int(mentions[mention].entity)].type }
}

extension NounColumns {
  fileprivate init(_ analysis: UnsafePointer<Analysis>) {
    self.init(count: analysis.pointee.phrases.nouns.count, groups: analysis.pointee.phrases.nouns.groups.address)
  }
}

extension VerbColumns {
  fileprivate init(_ analysis: UnsafePointer<Analysis>) {
    self.init(count: analysis.pointee.phrases.verbs.count, groups: analysis.pointee.phrases.verbs.groups.address)
  }
}

extension Analysis {
  /// Calls `body` with the layers of an article whose mentions are laid out; does nothing for an article without tokens.
  ///
  /// What a stage appends to meanwhile, such as the evidence, it takes out of the analysis first.
  mutating func withLayers(_ body: (ArticleLayers) -> Void) {
    guard tokens.count > 0, mentionOf.count == tokens.count, phrases.nounOf.count == tokens.count else { return }
    withUnsafePointer(to: &self) { body(ArticleLayers($0)) }
  }
}
