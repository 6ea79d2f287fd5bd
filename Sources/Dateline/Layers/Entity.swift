/// What kind of thing an entity is.
public enum EntityType: UInt8, Sendable, CaseIterable {
  case person, place, organization, group, event, product, work, law
}

/// How a mention refers to its entity.
public enum MentionForm: UInt8, Sendable, CaseIterable {
  case name, nominal, pronoun, demonym
  /// A name inside a longer name: "Texas" in "University of Texas".
  case embedded
}

/// One reason for a decision, as the graph and `explain` show it.
public struct Evidence: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, CaseIterable { case gazetteer, rule, document, coreference }
  public var kind: Kind
  /// Stable name of the rule, feature or table: "person.titled".
  public var id: Label
  /// Log-odds, positive for, negative against.
  public var weight: Float

  public init(_ kind: Kind, _ id: Label, _ weight: Float = 0) {
    self.kind = kind
    self.id = id
    self.weight = weight
  }
}

/// One place in the text that refers to an entity.
public struct Mention: Sendable {
  /// The name without title, role, article and possessive.
  public var span: Span
  public var tokens: TokenRange
  public var form: MentionForm
  /// Index into `Analysis.entities`; -1 while undecided.
  public var entity: Int32
  /// Calibrated probability, 0 to 1.
  public var confidence: Float
  /// Range into `Analysis.evidence`.
  public var evidence: Range<Int32>
  /// The next mention of the same entity in the same list, or -1.
  public internal(set) var next: Int32 = -1

  public init(span: Span, tokens: TokenRange, form: MentionForm, entity: Int32 = -1, confidence: Float, evidence: Range<Int32> = 0..<0) {
    self.span = span
    self.tokens = tokens
    self.form = form
    self.entity = entity
    self.confidence = confidence
    self.evidence = evidence
  }
}

public enum Gender: UInt8, Sendable, CaseIterable { case unknown, male, female }

/// A link to an outside source.
public struct EntityLink: Sendable, Hashable {
  /// "geonames", "wikidata", "cik".
  public var source: String
  public var id: String
  public var latitude: String?
  public var longitude: String?
  /// ISO 3166, two letters.
  public var country: String?
  /// State or province, in English, where newspapers add it ("Texas").
  public var region: String?
  /// What decided among places of one name; nil when the best known one was taken.
  public var reason: Reason?

  /// What in the article says which of several places of one name is meant, the weakest first.
  public enum Reason: UInt8, Sendable, CaseIterable {
    /// The article names the country, and none of the better known places' countries.
    case country
    /// The article names the state or province.
    case region
    /// The name stands beside that of the larger place: "Paris, Texas".
    case pair
  }

  public init(source: String, id: String, latitude: String? = nil, longitude: String? = nil, country: String? = nil) {
    self.source = source
    self.id = id
    self.latitude = latitude
    self.longitude = longitude
    self.country = country
  }
}

/// A person, place, organization or other named thing of one article.
public struct Entity: Sendable {
  public var type: EntityType
  /// "country", "party", …; empty when unknown.
  public var subtype: Label = ""
  /// The fullest form of the name; `Analysis.name(of:)` gives it as a string.
  public var name: EntityName
  /// Where other forms stand in the article, each once, sorted by their bytes.
  public var aliases: [Span] = []
  public var gender: Gender = .unknown
  /// Where the article gives roles ("Defense Minister"), each once, in text order.
  public var roles: [Span] = []
  public var links: [EntityLink] = []
  /// What a seat of government stands for ("presidency of Russia"); empty for all else.
  public var office: Label = ""
  /// Share of the article's attention, 0 to 1.
  public var salience: Float = 0
  public var confidence: Float = 0
  /// Its mentions; none: the entity is dropped. `Analysis.mentions(of:)` goes through them.
  public internal(set) var mentions = MentionChain()
  /// Those of `Analysis.overlaps`.
  public internal(set) var overlaps = MentionChain()
  /// The gazetteer's entry, or -1.
  public var entry: EntryID = -1
  /// False for a person whom the article only describes: "a 34-year-old man … the man".
  public var isNamed = true

  public init(type: EntityType, name: EntityName) {
    self.type = type
    self.name = name
  }
}
