/// The noun groups and verb groups of one article: the layer between tags and meaning that names, coreference, quotations and facts share.
///
/// Groups are flat (no group holds another), stay inside their sentence and stand in text order. A token belongs to at most one group:
/// `nounOf` and `verbOf` say which. Prepositions, conjunctions and punctuation belong to none.
///
/// "**Ukrainian officials** _have not confirmed_ **the strike** on **Kyiv’s airport**" has noun groups in bold and a verb group in italics.
public struct Phrases: Sendable {
  public internal(set) var nouns = NounGroups()
  public internal(set) var verbs = VerbGroups()
  /// For each token, the number of its noun group; -1 for none.
  public internal(set) var nounOf: [Int32] = []
  /// For each token, the number of its verb group; -1 for none.
  public internal(set) var verbOf: [Int32] = []

  public init() {}

  /// The noun group that holds `token`; nil for none or outside the text.
  @inlinable public func noun(at token: Int) -> Int? {
    token >= 0 && token < nounOf.count && nounOf[token] >= 0 ? Int(nounOf[token]) : nil
  }

  /// The verb group that holds `token`; nil for none or outside the text.
  @inlinable public func verb(at token: Int) -> Int? {
    token >= 0 && token < verbOf.count && verbOf[token] >= 0 ? Int(verbOf[token]) : nil
  }

  /// The noun group that starts exactly at `token`.
  public func noun(startingAt token: Int) -> Int? { noun(at: token).flatMap { Int(nouns.groups[$0].start) == token ? $0 : nil } }
  /// The noun group whose last token is `token`.
  public func noun(endingAt token: Int) -> Int? { noun(at: token).flatMap { Int(nouns.groups[$0].end) == token + 1 ? $0 : nil } }
}

/// Base noun groups, one behind the other and by field: determiner, modifiers, head; no prepositional phrase, no relative clause, no coordination.
///
/// A possessor is part of the group ("Turkey’s foreign minister" is one group, head "minister"); so are titles and names in apposition
/// without a comma ("Foreign Minister Hakan Fidan", head "Fidan"). Weekdays and "last month" stand apart from a name before them.
public struct NounGroups: Sendable {
  public enum Kind: UInt8, Sendable {
    /// With a common noun as head.
    case common
    /// With a proper noun as head.
    case proper
    /// A personal pronoun, "there" included.
    case pronoun
    /// Who, which, that, what.
    case relative
    /// A determiner, number or adjective that stands alone: "both", "those", "two".
    case bare
    /// A day, month, year or "last week": says when.
    case time
  }

  /// One group.
  public struct Group: Sendable {
    /// First token.
    public internal(set) var start: Int32 = 0
    /// Token after the last one.
    public internal(set) var end: Int32
    /// Head token: the last noun of the group.
    public internal(set) var head: Int32
    /// Token of the last possessive mark ('s) inside the group; -1 when there is none. The possessor is `start..<possessive`.
    public internal(set) var possessive: Int32
    public internal(set) var kind: Kind
  }

  var groups: [Group] = []

  public var count: Int { groups.count }
  public var start: LazyMapCollection<[Group], Int32> { groups.lazy.map { $0.start } }
  public var end: LazyMapCollection<[Group], Int32> { groups.lazy.map { $0.end } }
  public var head: LazyMapCollection<[Group], Int32> { groups.lazy.map { $0.head } }
  public var possessive: LazyMapCollection<[Group], Int32> { groups.lazy.map { $0.possessive } }
  public var kind: LazyMapCollection<[Group], Kind> { groups.lazy.map { $0.kind } }

  public func range(_ group: Int) -> TokenRange { TokenRange(Int(groups[group].start), Int(groups[group].end)) }

  /// The group's tokens without a leading article ("the", "a"): what a span of the output covers.
  public func rangeWithoutArticle(_ group: Int, _ tokens: TokenTable) -> TokenRange {
    let first = Int(groups[group].start)
    let skip =
      first + 1 < Int(groups[group].end)
      && (tokens.has(first, .articleThe) || tokens.tag[first] == .dt && tokens.end[first] - tokens.start[first] < 3)
    return TokenRange(skip ? first + 1 : first, Int(groups[group].end))
  }
}

/// What a verb group says beside its verb, one bit each.
public struct VerbFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Has a tense: VBD, VBZ, VBP or a modal comes first.
  public static let finite = VerbFlags(rawValue: 1 << 0)
  /// Be (or get) with a past participle; also a bare participle after a noun ("strikes launched by").
  public static let passive = VerbFlags(rawValue: 1 << 1)
  /// Holds not, n't or never.
  public static let negated = VerbFlags(rawValue: 1 << 2)
  /// Introduced by "to".
  public static let infinitive = VerbFlags(rawValue: 1 << 3)
  /// -ing form without auxiliary: "saying that".
  public static let gerund = VerbFlags(rawValue: 1 << 4)
  /// Past participle without auxiliary.
  public static let participle = VerbFlags(rawValue: 1 << 5)
  /// Have with a past participle.
  public static let perfect = VerbFlags(rawValue: 1 << 6)
  /// Be with an -ing form.
  public static let progressive = VerbFlags(rawValue: 1 << 7)
  /// Will, shall, 'll, "be going to".
  public static let future = VerbFlags(rawValue: 1 << 8)
  /// Any modal other than those: can, could, may, might, must, should, would.
  public static let modal = VerbFlags(rawValue: 1 << 9)
  /// The first verb is in the past tense.
  public static let past = VerbFlags(rawValue: 1 << 10)
  /// The only verb is a form of be, have or do.
  public static let auxiliaryOnly = VerbFlags(rawValue: 1 << 11)
}

/// Verb groups, one behind the other and by field: auxiliaries, adverbs between them, the main verb.
public struct VerbGroups: Sendable {
  /// One group.
  public struct Group: Sendable {
    /// First token, "to" included.
    public internal(set) var start: Int32 = 0
    /// Token after the main verb.
    public internal(set) var end: Int32
    /// The main verb: the last verb of the group. Auxiliaries are the verbs of `start..<head`.
    public internal(set) var head: Int32
    /// Lexeme of the main verb's lemma ("said": say); the verb's own lexeme when the lexicon has no lemma.
    public internal(set) var lemma: LexemeID
    public internal(set) var flags: VerbFlags
  }

  var groups: [Group] = []

  public var count: Int { groups.count }
  public var start: LazyMapCollection<[Group], Int32> { groups.lazy.map { $0.start } }
  public var end: LazyMapCollection<[Group], Int32> { groups.lazy.map { $0.end } }
  public var head: LazyMapCollection<[Group], Int32> { groups.lazy.map { $0.head } }
  public var lemma: LazyMapCollection<[Group], LexemeID> { groups.lazy.map { $0.lemma } }
  public var flags: LazyMapCollection<[Group], VerbFlags> { groups.lazy.map { $0.flags } }

  public func range(_ group: Int) -> TokenRange { TokenRange(Int(groups[group].start), Int(groups[group].end)) }
  public func has(_ group: Int, _ flag: VerbFlags) -> Bool { groups[group].flags.contains(flag) }
}
