/// Turns a decoded span into a typed mention: the entity's type, the gazetteer's entry, the form.
struct TypedMention {
  var span: NameSpan
  var type: EntityType
  var form: MentionForm
  /// The gazetteer's entry that fits best, or -1. For a demonym: the place's entry.
  var entry: EntryID = -1
  var flags: NameFlags = []
  /// What the user's rules say are names of one thing share this key; 0 for all others.
  var identity: UInt64 = 0

  /// 1 for a mention by name, and for one of the type; else 0.
  @inline(__always) var isName: UInt64 { Bit.same(form.rawValue, MentionForm.name.rawValue) }
  @inline(__always) func isType(_ type: EntityType) -> UInt64 { Bit.same(self.type.rawValue, type.rawValue) }

  /// Gives it a type that the model's features do not speak for.
  mutating func retype(_ type: EntityType, by rule: NameRule) {
    self.type = type
    span.strongest = StrongestFeatures()
    span.rule = rule
  }
}

/// Decides what the span model's four types become in the graph.
struct MentionTyping {
  let names: NameTable
  let model: NameModel
  let demonyms: DemonymPlaces

  func type(_ span: NameSpan, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ matches: MatchColumns) -> TypedMention {
    let (type, wanted): (EntityType, EntryType) =
      switch span.type {
      case NameSpan.person: (.person, .person)
      case NameSpan.place: (.place, .place)
      default: (.organization, .organization)
      }
    var mention = TypedMention(span: span, type: type, form: .name)
    var best = -1
    /// What kind of thing the tables know under the name, and which nationality.
    var thing: EntryType?
    var demonym: EntryID = -1
    if let match = matches.match(span.tokens) {
      for number in matches.readings(of: match) {
        let reading = matches.readings[number]
        guard span.type == NameSpan.other ? MentionTyping.isThing(reading.type) : reading.type == wanted else { continue }
        if span.type == NameSpan.other, reading.flags.contains(.demonym) { demonym = reading.entry }
        let rank = Int(reading.weight) * 4 + rank(reading) - (reading.flags.contains(.weak) ? 2 : 0)
        if rank > best {
          best = rank
          thing = reading.type
          mention.entry = reading.entry
          mention.flags = reading.flags
        }
      }
    }
    if span.entry >= 0 { mention.entry = span.entry }
    if span.type == NameSpan.other { other(&mention, thing, demonym, tokens, bytes, matches) }
    // Its cluster will ask for it.
    if mention.entry >= 0 { names.fetchEntry(mention.entry) }
    return mention
  }

  /// What entries of a type can be for the model's "other".
  @inline(__always)
  private static func isThing(_ type: EntryType) -> Bool {
    type == .group || type == .event || type == .product || type == .work || type == .law
  }

  /// Countries before capitals before anything else of the same prominence.
  private func rank(_ reading: MatchReading) -> Int {
    guard reading.type == .place else { return 0 }
    switch model.classOf[reading] {
    case .country: return 3
    case .capital, .region: return 2
    case .cityLarge, .subdivision: return 1
    default: return 0
    }
  }

  private func other(
    _ mention: inout TypedMention, _ thing: EntryType?, _ demonym: EntryID, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>,
    _ matches: MatchColumns
  ) {
    let last = mention.span.tokens.last
    if demonym >= 0, let place = demonyms.place(of: demonym) {
      mention.type = .place
      mention.form = .demonym
      mention.entry = place
      return
    }
    if let thing {
      switch thing {
      case .group: mention.type = .group
      case .event: mention.type = .event
      case .law: mention.type = .law
      case .work: mention.type = .work
      default: mention.type = .product
      }
      return
    }
    if mention.span.rule == .work {
      mention.type = .work
    } else if mention.span.rule == .craft || mention.span.rule == .term {
      mention.type = .product
    } else if mention.span.rule == .storm {
      mention.type = .event
    } else if mention.span.rule == .courtCase {
      mention.type = .law
    } else if mention.span.rule == .people {
      mention.type = .group
    } else if isNationalBranch(mention.span.tokens, tokens, matches) {
      mention.type = .organization
    } else if tokens.has(mention.span.tokens.first, .vesselPrefix) {
      mention.type = .product
    } else if mention.span.tokens.count > 1,
      tokens.has(last - 1, .stormWord) || tokens.has(mention.span.tokens.first, .operationWord)
    {
      mention.type = .event
    } else if tokens.has(last, .eventHead) {
      mention.type = .event
    } else if tokens.has(last, .lawHead) {
      mention.type = .law
    } else if tokens.is(last, .hasDigit) {
      mention.type = .product
    } else {
      let byte = bytes[Int(tokens.end[last]) - 1]
      // "-ish", "-ian", "-ese", plurals: peoples more often than things.
      let peopleLike = byte == UInt8(ascii: "s") || byte == UInt8(ascii: "h") || byte == UInt8(ascii: "n") || byte == UInt8(ascii: "e")
      mention.type = mention.span.tokens.count == 1 && peopleLike ? .group : mention.span.tokens.count > 2 ? .event : .product
    }
  }

  /// "Austrian Red Cross": a nationality before the whole name of an organization.
  private func isNationalBranch(_ range: TokenRange, _ tokens: TokenColumns, _ matches: MatchColumns) -> Bool {
    guard range.count > 1, tokens.has(range.first, .demonymWord) else { return false }
    guard let match = matches.match(TokenRange(range.first + 1, Int(range.end))) else { return false }
    return matches.readings(of: match).contains {
      matches.readings[$0].type == .organization && !matches.readings[$0].flags.contains(.weak)
    }
  }
}

/// Finds the place that a demonym belongs to, by the name in its attribute `place`; remembers what it found.
final class DemonymPlaces {
  private let names: NameTable
  private let lookup: NameLookup
  private let known: UnsafeMutablePointer<Memory>

  /// What was found, at an address of its own: each access to a variable of a class is checked.
  private struct Memory {
    private var rows = KeyMap()
    private var places = Column<EntryID>()

    func deallocate() {
      rows.deallocate()
      places.deallocate()
    }

    @inline(__always)
    mutating func place(of demonym: EntryID, _ find: () -> EntryID) -> EntryID {
      let row = rows.intern(UInt64(UInt32(bitPattern: demonym)) + 1)
      if row == places.count { places.append(find()) }
      return places[row]
    }
  }

  init(_ names: NameTable, _ lookup: NameLookup) {
    self.names = names
    self.lookup = lookup
    known = .allocate(capacity: 1)
    known.initialize(to: Memory())
  }

  deinit {
    known.pointee.deallocate()
    known.deinitialize(count: 1)
    known.deallocate()
  }

  /// The entry of the place; nil when the tables name none.
  func place(of demonym: EntryID) -> EntryID? {
    let found = known.pointee.place(of: demonym) { names.attribute(demonym, "place").flatMap { lookup.places(named: $0).first } ?? -1 }
    return found < 0 ? nil : found
  }
}
