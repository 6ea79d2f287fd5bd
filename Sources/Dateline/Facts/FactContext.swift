/// What the finders of facts share: the layers and small questions about clauses.
///
/// Addresses only, valid while the stage runs over the article: asking the analysis for its layers anew would count references at every question.
final class FactContext {
  let layers: ArticleLayers
  let prepositions: Prepositions
  let words: FactWords
  /// For each token the first quotation with a fragment that holds it, or -1.
  private let quoteOf: Column<Int32>
  /// The numbers of the mentions by name, in order.
  let names: UnsafeBufferPointer<Int32>
  /// Those of them that name people.
  let people: UnsafeBufferPointer<Int32>

  /// The context of an article, whose quotations the columns hold.
  init(_ layers: ArticleLayers, _ columns: FactColumns, _ predicates: EventPredicates) {
    self.layers = layers
    prepositions = predicates.prepositions
    words = predicates.words
    quoteOf = columns.quoteOf
    names = columns.names.elements
    people = columns.people.elements
  }

  @inline(__always) var tokens: TokenColumns { layers.tokens }
  @inline(__always) var phrases: PhraseColumns { layers.phrases }
  @inline(__always) var nouns: NounColumns { layers.phrases.nouns }
  @inline(__always) var verbs: VerbColumns { layers.phrases.verbs }
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { layers.bytes }
  @inline(__always) var sentences: UnsafeBufferPointer<Sentence> { layers.sentences }
  @inline(__always) var values: UnsafeBufferPointer<Value> { layers.values }
  @inline(__always) var mentions: UnsafeBufferPointer<Mention> { layers.mentions }
  @inline(__always) var entities: UnsafeBufferPointer<Entity> { layers.entities }
  @inline(__always) var quotes: UnsafeBufferPointer<Quote> { layers.quotes }

  /// The sentence that holds `token`.
  func sentence(_ token: Int) -> TokenRange { sentences[Int(tokens.sentence[token])].tokens }

  @inline(__always) func mention(at token: Int) -> Int? { layers.mention(at: token) }
  @inline(__always) func entity(_ mention: Int) -> Int32 { layers.entity(ofMention: mention) }
  @inline(__always) func type(_ mention: Int) -> EntityType { layers.type(ofMention: mention) }

  /// First byte of a token.
  func byte(_ token: Int) -> UInt8 { bytes[Int(tokens.start[token])] }

  func isComma(_ token: Int) -> Bool { layers.isComma(token) }

  /// An argument for the words of a noun group: its entity where a mention covers the head, else its words without the article.
  func argument(_ role: Label, group: Int) -> Fact.Argument {
    let head = Int(nouns.head[group])
    let range = rangeWithoutArticle(group)
    if let place = placeNamed(by: group) {
      return Fact.Argument(role: role, entity: entity(place), span: Span(tokens.start[range.first], mentions[place].span.end))
    }
    if let mention = mention(at: head), mentions[mention].form != .demonym {
      return Fact.Argument(role: role, entity: entity(mention), span: tokens.span(range))
    }
    if let name = apposed(to: group) { return Fact.Argument(role: role, entity: entity(name), span: tokens.span(range)) }
    if nouns.kind[group] == .pronoun { return Fact.Argument(role: role, entity: speaker(pronoun: group), span: tokens.span(range)) }
    let value = value(in: range)
    // Of "a 25-year agreement" the length is no more than a part.
    let isAmount =
      value >= 0 && values[Int(value)].kind != .ordinal && values[Int(value)].kind != .score
      && Int(values[Int(value)].tokens.end) > head
    return Fact.Argument(role: role, value: isAmount ? value : -1, span: tokens.span(range))
  }

  /// "by her father**, former player Karl Moe**": the name behind a person's description, up to the next comma or the sentence's end.
  private func apposed(to group: Int) -> Int? {
    let comma = Int(nouns.end[group])
    guard comma + 1 < tokens.count, isComma(comma), tokens.has(Int(nouns.head[group]), anyOf: FactContext.described),
      tokens.sentence[comma + 1] == tokens.sentence[comma], let name = phrases.noun(startingAt: comma + 1), nouns.kind[name] == .proper,
      let mention = mention(at: Int(nouns.head[name])), mentions[mention].form == .name, type(mention) == .person
    else { return nil }
    let end = Int(nouns.end[name])
    guard end >= tokens.count || tokens.sentence[end] != tokens.sentence[comma] || tokens.is(end, .punctuation) else { return nil }
    return mention
  }

  private static let described = WordClassSet(.role, .title, .kin)

  /// "the hill town of **Kirumba**": the name that "of" gives to a noun for a place.
  private func placeNamed(by group: Int) -> Int? {
    let head = Int(nouns.head[group])
    let end = Int(nouns.end[group])
    guard end == head + 1, end + 1 < tokens.count, tokens.has(end, .prepOf), words.places.contains(tokens.lexeme[head]),
      let mention = mention(at: end + 1),
      type(mention) == .place, mentions[mention].form == .name
    else { return nil }
    return mention
  }

  /// Whether a group is a number that stands for those counted: "three", "at least 60".
  func isCount(_ group: Int) -> Bool {
    let value = value(in: nouns.range(group))
    return value >= 0 && values[Int(value)].kind == .cardinal
  }

  /// "Peru denied that **it** …": the country or organization that speaks, for a pronoun that nothing else resolves; -1 for all others.
  func speaker(pronoun group: Int) -> Int32 {
    let head = Int(nouns.head[group])
    guard tokens.end[head] - tokens.start[head] == 2, byte(head) | 0x20 == UInt8(ascii: "i") else { return -1 }
    let quote = quote(holding: tokens.span(head), from: head)
    guard quote >= 0, quotes[Int(quote)].kind != .direct else { return -1 }
    let speaker = quotes[Int(quote)].speaker.entity
    guard speaker >= 0 else { return -1 }
    let type = entities[Int(speaker)].type
    return type == .place || type == .organization ? speaker : -1
  }

  /// A noun group's tokens without "the" or "a" at their head.
  func rangeWithoutArticle(_ group: Int) -> TokenRange {
    TokenRange(nouns.firstWithoutArticle(group, tokens), Int(nouns.end[group]))
  }

  /// The first value that ends behind `token`, or the number of values.
  func firstValue(endingBehind token: Int) -> Int {
    // Halved without a branch, since no processor could foresee it.
    var low = 0
    var length = values.count
    while length > 0 {
      let half = (length &+ 1) &>> 1
      low &+= half & (Int(values[low &+ half &- 1].tokens.end) <= token ? -1 : 0)
      length &-= half
    }
    return low
  }

  /// The value whose tokens overlap the range, or -1.
  func value(in range: TokenRange) -> Int32 {
    let value = firstValue(endingBehind: range.first)
    return value < values.count && values[value].tokens.overlaps(range) ? Int32(value) : -1
  }

  /// The date or time that covers `token`.
  func time(at token: Int) -> Int? {
    let value = firstValue(endingBehind: token)
    return value < values.count && values[value].tokens.first <= token && isTime(value) ? value : nil
  }

  /// The result of a match that covers `token`.
  func score(at token: Int) -> Int? {
    let value = firstValue(endingBehind: token)
    return value < values.count && values[value].tokens.first <= token && values[value].kind == .score ? value : nil
  }

  /// Whether a value is a number, or an amount of something.
  func isAmount(_ value: Int) -> Bool {
    switch values[value].kind {
    case .cardinal, .money, .percent, .quantity: return true
    default: return false
    }
  }

  @inline(__always) func isTime(_ value: Int) -> Bool { values[value].kind == .date || values[value].kind == .time }

  /// Whether an entity is a party, or those who belong to one.
  func isParty(_ entity: Int32) -> Bool {
    let subtype = entities[Int(entity)].subtype
    return subtype == "party" || subtype == "party-adherents"
  }

  /// The place that a noun group names; -1 for none.
  func place(_ group: Int) -> Int32 {
    guard let mention = mention(at: Int(nouns.head[group])), type(mention) == .place,
      mentions[mention].form == .name
    else { return -1 }
    return entity(mention)
  }

  /// Whether a noun group names a person, or people by office or kinship.
  func isPerson(_ group: Int) -> Bool {
    if nouns.kind[group] == .bare, isCount(group) { return true }
    let head = Int(nouns.head[group])
    if let mention = mention(at: head) {
      let type = type(mention)
      if type == .person || type == .group { return true }
      if mentions[mention].form == .name { return false }
    }
    return tokens.has(head, anyOf: FactContext.personNouns)
  }

  private static let personNouns = WordClassSet(.role, .title, .kin, .femaleNoun, .maleNoun, .collectiveSource, .nationalNoun)

  /// A group that says that there is none: "no country", "nobody". False for -1.
  func isNone(_ group: Int) -> Bool {
    guard group >= 0 else { return false }
    let first = Int(nouns.start[group])
    return tokens.has(first, .negation) || first > 0 && tokens.has(first - 1, .negation) && tokens.tag[first - 1] == .dt
  }

  /// A hyphen, en dash or em dash that stands alone.
  func isDash(_ token: Int) -> Bool {
    guard tokens.tag[token] == .punct else { return false }
    let start = Int(tokens.start[token])
    if bytes[start] == UInt8(ascii: "-") { return true }
    return bytes[start] == 0xE2 && start + 2 < bytes.count && bytes[start + 1] == 0x80 && (0x90...0x95).contains(bytes[start + 2])
  }

  /// The argument of who acts. A noun for an attack stands for the country or organization that it names: "a Norwegian air raid".
  func agent(_ role: Label, _ group: Int) -> Fact.Argument {
    var argument = argument(role, group: group)
    if argument.entity < 0, let side = side(of: group) { argument.entity = side }
    guard argument.entity < 0, tokens.has(Int(nouns.head[group]), .attackNoun) else { return argument }
    for token in nouns.range(group).indices {
      guard let mention = mention(at: token) else { continue }
      let type = type(mention)
      if type == .place && mentions[mention].form == .demonym
        || type != .person && type != .group && Int(nouns.possessive[group]) > token
      {
        argument.entity = entity(mention)
        return argument
      }
    }
    return argument
  }

  /// "fighters of **the Northern Front**": the organization for which those that "of" ties to it act.
  private func side(of group: Int) -> Int32? {
    let head = Int(nouns.head[group])
    let of = Int(nouns.end[group])
    guard words.sides.contains(tokens.lexeme[head]), of + 1 < tokens.count, tokens.has(of, .prepOf),
      let owner = phrases.noun(startingAt: of + 1), let mention = mention(at: Int(nouns.head[owner])), type(mention) == .organization
    else { return nil }
    return entity(mention)
  }

  /// The inner or the first quotation with a fragment that holds `span`, or -1.
  func quote(holding span: Span, from token: Int) -> Int32 {
    guard quoteOf[token] >= 0 else { return -1 }
    var first = Int(quoteOf[token])
    // One inside another that does not hold it all: the outer one may.
    if quotes[first].outer >= 0, !quotes[first].fragments.contains(where: { $0.contains(span) }) { first = Int(quotes[first].outer) }
    // The first one at the token nearly always holds the rest too; otherwise those after it are asked.
    for index in first..<quotes.count {
      for fragment in quotes[index].fragments where fragment.contains(span) { return Int32(index) }
    }
    return -1
  }
}
