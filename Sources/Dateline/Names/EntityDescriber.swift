import CICU

/// Gives entities their names, aliases, gender, links and confidence. What it reads of gazetteer entries it remembers.
struct EntityDescriber {
  private let names: NameTable
  private let gender: GenderEvidence
  private let seats: SeatsOfPower
  /// Rows of `descriptions` by entry.
  private(set) var known = KeyMap()
  private var descriptions: [EntryDescription] = []
  /// Every form of the name at hand, once there are two.
  private var forms = Column<Span>()

  /// What the graph says of an entry.
  private struct EntryDescription {
    var name: Label
    var subtype: Label
    var links: [EntityLink]
    var gender: Gender?
    var office: Label = ""
  }

  /// Entries remembered; the memory is emptied when it is full.
  private static let mostKnown = 1 << 14
  /// Forms of one name that are listed.
  private static let mostForms = 16

  init(_ gazetteer: GazetteerFile, _ seats: SeatsOfPower) {
    names = gazetteer.names
    gender = GenderEvidence(lexicon: gazetteer.lexicon)
    self.seats = seats
  }

  func deallocate() {
    known.deallocate()
    forms.deallocate()
  }

  /// Asks for the memory in which `known` says whether an entry's description is known.
  @inline(__always)
  static func fetch(_ entry: EntryID, in known: KeyMap) { known.fetch(key(entry)) }

  /// Asks for the memory of what the graph says of the entities' entries, as far as it is known: where it lies is anybody's guess.
  private func fetchDescriptions(of entities: [Entity]) {
    let described = descriptions.address
    for entity in entities where entity.entry >= 0 {
      let row = known.find(EntityDescriber.key(entity.entry))
      if row >= 0 { cicu_prefetch(described + row) }
    }
  }

  @inline(__always)
  private static func key(_ entry: EntryID) -> UInt64 { UInt64(UInt32(entry)) + 1 }

  /// Completes all entities of an article, whose types, mentions and entries are set.
  mutating func describeAll(in analysis: inout Analysis) {
    fetchDescriptions(of: analysis.entities)
    for entity in analysis.entities.indices { describe(entity, &analysis) }
  }

  /// Completes an entity whose type, mentions and entry are set.
  mutating func describe(_ number: Int, _ analysis: inout Analysis) {
    // By address: what nobody changes meanwhile is not counted.
    let bytes = analysis.article.bytes.elements
    describe(&analysis.entities[number], analysis.mentions.elements, analysis.tokens, bytes)
  }

  private mutating func describe(
    _ entity: inout Entity, _ mentions: UnsafeBufferPointer<Mention>, _ tokens: borrowing TokenTable, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var longest = -1
    var first = Span(0, 0)
    forms.removeAll()
    var confidence: Float = 0
    var next = entity.mentions.first
    while next >= 0 {
      let number = Int(next)
      let mention = mentions[number]
      next = mention.next
      confidence = max(confidence, mention.confidence)
      guard mention.form == .name else { continue }
      if longest < 0 {
        first = mention.span
        longest = number
        continue
      }
      if mention.span.count > mentions[longest].span.count { longest = number }
      if forms.count >= EntityDescriber.mostForms || bytes[first].isEqual(to: bytes[mention.span]) { continue }
      if forms.count == 0 { forms.append(first) }
      if !forms.elements.contains(where: { bytes[$0].isEqual(to: bytes[mention.span]) }) { forms.append(mention.span) }
    }
    entity.confidence = confidence
    if longest >= 0 { entity.name = .words(mentions[longest].span) }
    var gender: Gender?
    if entity.entry >= 0 {
      let row = description(entity.entry)
      // By address: a copy would count the references of its links.
      let known = descriptions.address + row
      entity.subtype = known.pointee.subtype
      // The name is the longest form itself, unless the gazetteer knows a better one.
      if entity.type == .place || longest < 0 { entity.name = .table(known.pointee.name) }
      entity.links = known.pointee.links
      entity.office = known.pointee.office
      gender = known.pointee.gender
    }
    if forms.count == 0, longest >= 0, !isName(first, entity.name, bytes) { forms.append(first) }
    if forms.count > 0 { entity.aliases = aliases(beside: entity.name, bytes) }
    if entity.type == .person { entity.gender = self.gender(entity.mentions.first, gender, mentions, tokens) }
  }

  /// The forms of a name but the name itself, sorted by their bytes.
  @inline(__always)
  private func aliases(beside name: EntityName, _ bytes: UnsafeBufferPointer<UInt8>) -> [Span] {
    var count = 0
    for form in forms.elements where !isName(form, name, bytes) {
      forms[count] = form
      count += 1
    }
    var aliases: [Span] = []
    guard count > 0 else { return aliases }
    aliases.append(contentsOf: forms.elements.prefix(count))
    if count > 1 { aliases.sortShort { precedes($0, $1, bytes) } }
    return aliases
  }

  @inline(__always)
  private func isName(_ span: Span, _ name: EntityName, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch name {
    case .words(let name): bytes[span].isEqual(to: bytes[name])
    case .table(let label): bytes[span].isEqual(to: label.bytes)
    case .members: false
    }
  }

  private func precedes(_ a: Span, _ b: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[a].lexicographicallyPrecedes(bytes[b])
  }

  /// The row of an entry's description.
  @inline(__always)
  private mutating func description(_ entry: EntryID) -> Int {
    if descriptions.count >= EntityDescriber.mostKnown {
      descriptions.removeAll(keepingCapacity: true)
      known.removeAll()
    }
    let row = known.intern(EntityDescriber.key(entry))
    if row == descriptions.count {
      let gender = names.attributeBytes(entry, "gender").map { $0.elementsEqual("f".utf8) ? Gender.female : .male }
      let seat = seats.seat(entry).flatMap { $0.isCapital ? nil : $0 }
      descriptions.append(
        EntryDescription(
          name: Label(names.nameBytes(entry)), subtype: Label(names.subtypeBytes(entry)), links: link(entry).map { [$0] } ?? [],
          gender: gender,
          office: seat?.office ?? ""))
    }
    return row
  }

  private func link(_ entry: EntryID) -> EntityLink? {
    let id = names.id(entry)
    guard let colon = id.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return EntityLink(
      source: String(id[..<colon]), id: String(id[id.index(after: colon)...]), latitude: names.attribute(entry, "lat"),
      longitude: names.attribute(entry, "lon"), country: names.attribute(entry, "country"))
  }

  /// By title, by the gazetteer, by given name; in that order.
  @inline(__always)
  private func gender(
    _ first: Int32, _ known: Gender?, _ mentions: UnsafeBufferPointer<Mention>, _ tokens: borrowing TokenTable
  ) -> Gender {
    var next = first
    while next >= 0 {
      let title = mentions[Int(next)].tokens.first - 1
      next = mentions[Int(next)].next
      if title >= 0, let found = gender.ofTitle(tokens.lexeme[title], tokens.classes[title]) { return found }
    }
    if let known { return known }
    next = first
    while next >= 0 {
      let range = mentions[Int(next)].tokens
      next = mentions[Int(next)].next
      if range.count > 1, let found = gender.ofGivenName(tokens.lexeme[range.first]) { return found }
    }
    return .unknown
  }
}
