/// A noun group that describes something instead of naming it: "the US company", "a spokesman", "Hungary’s prime minister".
struct Description {
  /// The first token with determiner, and the token after the last one.
  var start: Int
  var end: Int
  /// The words of the mention: what follows the determiner, the possessor and the names inside the group, up to the head.
  var words: TokenRange
  var determiner: Determiner
  /// The mention inside the group that stands before the words ("US", "Hungary"), or -1.
  var modifier: Int
  /// The types of entities that the head can refer to.
  var types: DescriptionTypes

  enum Determiner { case definite, indefinite, possessive, none }

  var head: Int { words.last }

  /// 1 where the token may be the head of a description, else 0. Sums of bits, no branch, since nouns come as they please.
  @inline(__always)
  static func mayBe(_ head: Int, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>, _ heads: NominalHeads) -> UInt64 {
    let isSingular = (Tag.nn.bit | Tag.nnp.bit) &>> UInt64(tokens.tag[head].rawValue)
    let isFree = UInt64(UInt32(bitPattern: mentionOf[head]) &>> 31)
    let classes = tokens.classes[head]
    let any = heads.classes.any
    let saysWhat = classes.low & any.low | classes.high & any.high
    return isSingular & isFree & ((saysWhat | (0 &- saysWhat)) &>> 63 | tokens.profile[head].nominalBit)
  }

  /// Reads a group, or the possessor in it ("the company" of "the company’s shares"); nil for one that names something, is a pronoun, or whose head refers to no kind of entity.
  @inline(__always)
  static func read(
    _ group: Int, possessor isPossessor: Bool, _ nouns: NounColumns, _ tokens: TokenColumns, _ mentionOf: UnsafePointer<Int32>,
    _ heads: NominalHeads
  ) -> Description? {
    let kind = nouns.kind[group]
    guard kind == .common || kind == .proper else { return nil }
    let head = isPossessor ? Int(nouns.possessive[group]) - 1 : Int(nouns.head[group])
    guard mentionOf[head] < 0 else { return nil }
    let types = DescriptionTypes(head, tokens, heads)
    guard !types.isEmpty else { return nil }
    let first = Int(nouns.start[group])
    var from = first
    var determiner = Determiner.none
    if tokens.has(first, .articleThe) {
      determiner = .definite
      from += 1
    } else if tokens.tag[first] == .prps {
      determiner = .possessive
      from += 1
    } else if tokens.tag[first] == .dt {
      // "this company", "that minister"; "a", "some", "every" name nobody known.
      determiner = tokens.has(first, .demonstrative) ? .definite : .indefinite
      from += 1
    }
    if !isPossessor, nouns.possessive[group] >= 0 {
      determiner = .possessive
      from = Int(nouns.possessive[group]) + 1
    }
    var modifier = !isPossessor && nouns.possessive[group] > 0 ? Int(mentionOf[from - 2]) : -1
    guard from <= head else { return nil }
    for token in from..<head where mentionOf[token] >= 0 {
      modifier = Int(mentionOf[token])
      from = token + 1
    }
    // "US-based company": the words behind the name begin after its hyphen.
    while from < head, tokens.is(from, .splitCompound) || tokens.has(from, .hyphenSuffix) { from += 1 }
    let end = isPossessor ? head + 1 : Int(nouns.end[group])
    return Description(
      start: first, end: end, words: TokenRange(from, head + 1), determiner: determiner, modifier: modifier, types: types)
  }
}

/// The types of entities that a common noun can refer to, one bit each, by its word classes.
struct DescriptionTypes: OptionSet {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ type: EntityType) { rawValue = 1 &<< type.rawValue }

  /// The classes that say what a noun is, kept where they are asked for at every noun.
  struct Classes {
    let people = WordClassSet(.role, .title, .kin, .maleNoun, .femaleNoun)
    let organizations = WordClassSet(.orgHead, .teamHead, .mediaHead)
    let events = WordClassSet(.eventHead, .meetingNoun, .attackNoun)
    let any: WordClassSet

    init() {
      any = people.union(organizations).union(events).union(WordClassSet(.placeHead, .lawHead, .documentNoun, .productHead))
    }
  }

  /// Nothing for a plural: "the companies" are several.
  @inline(__always)
  init(_ head: Int, _ tokens: TokenColumns, _ heads: NominalHeads) {
    guard tokens.tag[head] == .nn || tokens.tag[head] == .nnp else {
      self = []
      return
    }
    var types: DescriptionTypes = tokens.profile[head].mayBeNominal ? heads.types(of: tokens.lexeme[head]) : []
    let classes = tokens.classes[head]
    if classes.intersects(heads.classes.any) {
      if classes.intersects(heads.classes.people) { types.insert(DescriptionTypes(.person)) }
      if classes.intersects(heads.classes.organizations) { types.insert(DescriptionTypes(.organization)) }
      if classes.intersects(heads.classes.events) { types.insert(DescriptionTypes(.event)) }
      if classes.contains(.placeHead) { types.insert(DescriptionTypes(.place)) }
      if classes.contains(.lawHead) { types.insert(DescriptionTypes(.law)) }
      if classes.contains(.documentNoun) { types.insert(DescriptionTypes(.work)) }
      if classes.contains(.productHead) { types.insert(DescriptionTypes(.product)) }
    }
    self = types
  }

  @inline(__always) func contains(_ type: EntityType) -> Bool { rawValue &>> type.rawValue & 1 != 0 }

  /// What a thing is that nothing but its description tells of: the likeliest of the types.
  var likeliest: EntityType {
    let order: [EntityType] = [.person, .organization, .event, .work, .law, .place, .product]
    return order.first { contains($0) } ?? .product
  }
}
