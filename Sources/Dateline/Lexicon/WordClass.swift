/// A class of words that rules and features test; what belongs to each stands in `Gazetteers/words/classes/*.tsv`.
///
/// At most 128 cases. The raw values are stored in the compiled file, whose version covers this list (`GazetteerFormat.version`).
public enum WordClass: UInt8, CaseIterable, Sendable {
  /// Stands before a person's name: Mr., President, Sheikh (value 1 male, 2 female).
  case title
  /// A title of respect that is no office.
  case honorific
  /// An occupation or office in one word: spokesman, striker (value 1 male, 2 female).
  case role
  /// A family relation: mother, nephew (value 1 male, 2 female).
  case kin
  /// A noun for a woman.
  case femaleNoun
  /// A noun for a man.
  case maleNoun
  /// Head noun of organizations: ministry, bank, united.
  case orgHead
  /// Last word of sports teams.
  case teamHead
  /// Last word of newspapers and broadcasters.
  case mediaHead
  /// Head noun of places: river, province, airport.
  case placeHead
  /// First word of places: mount, lake, san, new.
  case placePrefix
  /// Point of the compass.
  case direction
  /// Head noun of events: cup, war, summit.
  case eventHead
  /// Head noun of laws and treaties: act, accord.
  case lawHead
  /// Head noun of products.
  case productHead
  /// Head noun of diseases.
  case diseaseHead
  /// Legal form of a company: inc, ltd, gmbh.
  case legalForm
  /// Adjective inside organization names: democratic, national.
  case partyWord
  /// Noun after an adjective of nationality: troops, authorities.
  case nationalNoun
  /// Part of a personal name in lower case: van, bin, al.
  case particle
  /// After a person's name: Jr., III.
  case nameSuffix
  /// In, at, near, across.
  case prepIn
  /// From, to, toward, into.
  case prepFrom
  /// Of.
  case prepOf
  /// By.
  case prepBy
  /// With.
  case prepWith
  /// For.
  case prepFor
  /// On, upon.
  case prepOn
  /// Against, versus.
  case against
  /// During, after, since, until.
  case during
  /// And, &.
  case andWord
  /// Or.
  case orWord
  /// The.
  case articleThe
  /// A, this, some, every.
  case determiner
  /// His, their.
  case possessive
  /// Personal pronouns.
  case pronoun
  /// He, him, his, himself.
  case pronounMale
  /// She, her, hers, herself.
  case pronounFemale
  /// They, them, their, themselves.
  case pronounPlural
  /// Forms of be, have and do.
  case auxiliary
  /// Can, will, would.
  case modal
  /// Not, n't, never.
  case negation
  /// As, like, than.
  case asWord
  /// Who, which, when.
  case whWord
  /// Coordinating conjunctions.
  case conjunction
  /// Because, although, while.
  case subordinator
  /// A function word or opening adverb, never a name by itself.
  case closed
  /// A month (value 1-12).
  case month
  /// A day of the week (value 1 Monday - 7).
  case weekday
  /// Arrive, travel, live.
  case motionVerb
  /// Born, died, won: verbs of a person's life.
  case bornVerb
  /// Meet, talk.
  case meetVerb
  /// Visit.
  case visitVerb
  /// Attack, strike.
  case attackVerb
  /// Kill, injure.
  case killVerb
  /// Arrest, detain.
  case arrestVerb
  /// Appoint, name.
  case appointVerb
  /// Resign, step down.
  case resignVerb
  /// Elect.
  case electVerb
  /// Buy, acquire.
  case buyVerb
  /// Sign, agree.
  case signVerb
  /// Join.
  case joinVerb
  /// Leave, quit.
  case leaveVerb
  /// Launch, start.
  case launchVerb
  /// Request, ask for.
  case requestVerb
  /// Reject, refuse.
  case rejectVerb
  /// Attend.
  case attendVerb
  /// Lead, head.
  case leadVerb
  /// Found, establish.
  case foundVerb
  /// Win.
  case winVerb
  /// Lose.
  case loseVerb
  /// Sanction.
  case sanctionVerb
  /// Deploy.
  case deployVerb
  /// Say, tell, announce.
  case speechVerb
  /// Think, believe.
  case beliefVerb
  /// Praise, condemn, describe.
  case judgementVerb
  /// Plan, vow.
  case intentionVerb
  /// Show, find: what reports do.
  case documentVerb
  /// Seem, appear.
  case appearanceVerb
  /// Statement, claim.
  case speechNoun
  /// Belief, fear.
  case beliefNoun
  /// Officials, police, analysts.
  case collectiveSource
  /// Source, insider.
  case anonymousSource
  /// Report, study, letter.
  case documentNoun
  /// Day, week (value in days, or 0).
  case timeNoun
  /// Words of sport.
  case sportWord
  /// Words of crime and courts.
  case crimeWord
  /// Second part of a compound that is split from a name: -based, -led.
  case hyphenSuffix
  /// First part that is split from a name: pro-, anti-, ex-.
  case hyphenPrefix
  /// Adjective or noun of nationality; set by the compiler from names with the flag demonym.
  case demonymWord
  /// Abbreviation that never ends a sentence: Mr., Gen..
  case abbreviationTitle
  /// Abbreviation that rarely ends a sentence: No., vs..
  case abbreviationInner
  /// Abbreviation that may end a sentence: Inc., U.S..
  case abbreviationEither
  /// One, twelve, hundred (value the number).
  case cardinalWord
  /// First, second (value the number).
  case ordinalWord
  /// Hundred, thousand, million, bn (value the factor).
  case multiplierWord
  /// Half, third, quarter (value the divisor).
  case fractionWord
  /// About, around, nearly.
  case approximator
  /// Over, more, less, fewer, at least.
  case comparisonWord
  /// Kilometre, kg.
  case unitWord
  /// Dollar, euro.
  case currencyWord
  /// Morning, noon, midnight.
  case timeOfDay
  /// Ago, earlier, later, last, next.
  case relativeTime
  /// Dozens, several, many.
  case quantifier
  /// Daily, weekly.
  case frequencyWord
  /// Spring, summer (value 1 to 4); Christmas and other words that give away a feast (5).
  case season
  /// Yesterday, today, tomorrow (value the offset in days).
  case relativeDay
  /// Ago, earlier, later (value the direction).
  case relativeShift
  /// Meeting, talks, ceremony: what is held somewhere.
  case meetingNoun
  /// Talks, negotiation: a meeting of parties.
  case talkNoun
  /// Assault, airstrike: a noun for an attack.
  case attackNoun
  /// Member.
  case memberNoun
  /// Held, hosted: what happens to a meeting.
  case heldWord
  /// Alleged, purportedly: the writer does not vouch for it.
  case allegedWord
  /// Reportedly.
  case hearsayWord
  /// If, unless.
  case conditionWord

  /// Name of a country or an alliance in one word; set by the compiler from the name tables.
  case countryWord

  /// I, me, my: whoever speaks.
  case pronounFirst

  /// It, its, itself.
  case pronounNeuter

  /// This and that before a noun.
  case demonstrative

  /// Tanker, frigate: before a ship's name.
  case vesselWord
  /// HMS, USS: opens a ship's name.
  case vesselPrefix
  /// Storm, hurricane: before the name of one.
  case stormWord
  /// Operation: before the name of one.
  case operationWord
  /// Carmaker, regulator: right before the name of one.
  case firmNoun
  /// Impose, expel, summon: what only states do of all that towns are said to do.
  case stateVerb
  /// Visit, host, face: what one team does to another.
  case fixtureVerb
  /// Soccer, update: opens a line of a news wire, with a hyphen behind it.
  case slug

  /// The class with this name in the tables.
  public init?(name: String) {
    guard let found = WordClass.byName[name] else { return nil }
    self = found
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// A set of word classes: 128 bits.
public struct WordClassSet: Hashable, Sendable {
  public var low: UInt64
  public var high: UInt64

  @inlinable public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The empty set.
  @inlinable public init() { self.init(low: 0, high: 0) }

  /// The set of up to fourteen classes. One parameter for each: such a set is a constant in the code that asks for it. A list of any length would
  /// be a variable, filled at its first use, and each use would have to see whether it is.
  @inline(__always) @inlinable
  public init(
    _ a: WordClass, _ b: WordClass? = nil, _ c: WordClass? = nil, _ d: WordClass? = nil, _ e: WordClass? = nil,
    _ f: WordClass? = nil, _ g: WordClass? = nil, _ h: WordClass? = nil, _ i: WordClass? = nil,
    _ j: WordClass? = nil, _ k: WordClass? = nil, _ l: WordClass? = nil, _ m: WordClass? = nil,
    _ n: WordClass? = nil
  ) {
    self.init(low: 0, high: 0)
    insert(a)
    if let b { insert(b) }
    if let c { insert(c) }
    if let d { insert(d) }
    if let e { insert(e) }
    if let f { insert(f) }
    if let g { insert(g) }
    if let h { insert(h) }
    if let i { insert(i) }
    if let j { insert(j) }
    if let k { insert(k) }
    if let l { insert(l) }
    if let m { insert(m) }
    if let n { insert(n) }
  }

  /// 1 for a class of the set, else 0.
  @inline(__always) func bit(_ one: WordClass) -> UInt64 { (one.rawValue < 64 ? low : high) &>> UInt64(one.rawValue & 63) & 1 }

  @inline(__always) @inlinable public func contains(_ one: WordClass) -> Bool {
    one.rawValue < 64 ? low & (1 << UInt64(one.rawValue)) != 0 : high & (1 << UInt64(one.rawValue & 63)) != 0
  }

  @inline(__always) @inlinable public mutating func insert(_ one: WordClass) {
    if one.rawValue < 64 { low |= 1 << UInt64(one.rawValue) } else { high |= 1 << UInt64(one.rawValue & 63) }
  }

  /// Whether the two sets share a class.
  @inlinable public func intersects(_ other: WordClassSet) -> Bool { (low & other.low) | (high & other.high) != 0 }
  @inlinable public var isEmpty: Bool { low | high == 0 }
  @inline(__always) @inlinable public func union(_ other: WordClassSet) -> WordClassSet {
    WordClassSet(low: low | other.low, high: high | other.high)
  }
  @inlinable public func intersection(_ other: WordClassSet) -> WordClassSet { WordClassSet(low: low & other.low, high: high & other.high) }
}
