/// What a verb's clause states and which complement it takes: a row of `Gazetteers/facts/predicates.tsv`.
struct EventFrame: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32
    /// The direct object is what the verb is done to.
    static let object = Flags(rawValue: 1 << 0)
    /// Needs no object.
    static let intransitive = Flags(rawValue: 1 << 1)
    /// Several subjects do it to each other.
    static let mutual = Flags(rawValue: 1 << 2)
    /// The object is a person.
    static let person = Flags(rawValue: 1 << 3)
    /// The object is no person.
    static let thing = Flags(rawValue: 1 << 4)
    /// A passive without agent means something else.
    static let active = Flags(rawValue: 1 << 5)
    /// A second noun group, or one behind "as", says which role.
    static let role = Flags(rawValue: 1 << 6)
    /// The direct object must be a noun for talks; the other party stands behind the preposition.
    static let meeting = Flags(rawValue: 1 << 7)
    /// The direct object must be a noun for an attack; the target stands behind the preposition.
    static let attack = Flags(rawValue: 1 << 8)
    /// The object must be a thing with a name.
    static let entity = Flags(rawValue: 1 << 9)
    /// Only the passive: of its subject something is said ("was born in", "is based in").
    static let passive = Flags(rawValue: 1 << 10)
    /// The date is a part of what is said.
    static let dated = Flags(rawValue: 1 << 11)
    /// The second word of the verb is the object too ("reported a loss").
    static let keep = Flags(rawValue: 1 << 12)
    /// The object is an amount or a number.
    static let value = Flags(rawValue: 1 << 13)
    /// So is the result of the match.
    static let score = Flags(rawValue: 1 << 14)
    /// The further argument must be there.
    static let complete = Flags(rawValue: 1 << 15)
    /// An object may stand before the preposition: "teaches law at Oxford".
    static let across = Flags(rawValue: 1 << 16)
    /// Whoever does it is no storm and no other event.
    static let actor = Flags(rawValue: 1 << 17)
  }

  var predicate: Label
  /// "fact.verb.attacked".
  var rule: Label
  var flags: Flags
  var prepositions: UInt16
  /// The second word of a verb of two, a particle or a noun ("step down", "take part"); -1 for none.
  var word: LexemeID = -1
  /// The preposition that leads a further argument, and what that is: "sentenced to **nine years**".
  var extra: UInt16 = 0
  var extraRole: Label = ""
  /// The further argument must be an amount.
  var extraIsValue = false
  var subjectRole: Label = "agent"
  var objectRole: Label = "object"
}
