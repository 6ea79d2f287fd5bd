/// What kind of thing a noun group's head is, as far as it matters to who speaks and of what.
enum NounKind: UInt8, CaseIterable {
  case none, relative, heShe, they, first, pronoun, possessive, there
  /// Heads of mentions.
  case person, place, organization, group, thing
  case collective, source, document, role, time, cueNoun, proper, number, plural, singular, determiner, other

  /// The names of the cases.
  static let names = [
    "none", "relative", "heShe", "they", "first", "pronoun", "possessive", "there", "person", "place", "organization", "group", "thing",
    "collective", "source", "document", "role", "time", "cueNoun", "proper", "number", "plural", "singular", "determiner", "other",
  ]

  /// Someone or some body, named or meant: who is praised, thanked or met, but not what is said.
  var isActor: Bool {
    switch self {
    case .heShe, .they, .first, .person, .organization, .group, .collective, .source, .role: true
    default: false
    }
  }
}

extension QuoteScene {
  /// The kind of the noun whose head is the token at `head`.
  func nounKind(_ head: Int) -> NounKind {
    let tag = tag(head)
    switch tag {
    case .wp, .wdt: return .relative
    case .prps: return .possessive
    case .ex: return .there
    case .prp:
      if tokens.has(head, .pronounMale) || tokens.has(head, .pronounFemale) { return .heShe }
      if tokens.has(head, .pronounPlural) { return .they }
      return tokens.has(head, .pronounFirst) ? .first : .pronoun
    default: break
    }
    if let mention = mention(at: head), layers.mentions[mention].entity >= 0 {
      switch layers.entities[Int(layers.mentions[mention].entity)].type {
      case .person: return .person
      case .place: return .place
      case .organization: return .organization
      case .group: return .group
      default: return .thing
      }
    }
    // One question refuses most nouns.
    if tokens.has(head, anyOf: QuoteScene.tellingNouns) {
      if tokens.has(head, .collectiveSource) { return .collective }
      if tokens.has(head, .anonymousSource) { return .source }
      if tokens.has(head, .documentNoun) { return .document }
      if tokens.has(head, .role) || tokens.has(head, .title) || tokens.has(head, .kin) { return .role }
      if tokens.has(head, .timeNoun) { return .time }
    }
    if tag.isNoun, nounCue(head) >= 0 { return .cueNoun }
    switch tag {
    case .nnp, .nnps: return .proper
    case .cd: return .number
    case .nns: return .plural
    case .nn: return .singular
    case .dt: return .determiner
    default: return .other
    }
  }

  /// Classes that say what kind of thing a noun is.
  private static let tellingNouns = WordClassSet(.collectiveSource, .anonymousSource, .documentNoun, .role, .title, .kin, .timeNoun)
}
