/// Gives entities their names, aliases, gender, links and confidence. What it reads of gazetteer entries it remembers.
struct EntityDescriber {
  private let names: NameTable
  private let lexicon: Lexicon
  /// Rows of `descriptions` by entry.
  private var known = KeyMap()
  private var descriptions: [EntryDescription] = []

  /// What the graph says of an entry.
  private struct EntryDescription {
    var name: String
    var subtype: String
    var links: [EntityLink]
    var gender: Gender?
  }

  /// Entries remembered; the memory is emptied when it is full.
  private static let mostKnown = 1 << 14
  /// Forms of one name that are listed.
  private static let mostForms = 16

  init(gazetteer: GazetteerFile) {
    names = gazetteer.names
    lexicon = gazetteer.lexicon
  }

  func deallocate() { known.deallocate() }

  /// Completes entities whose type, mentions and entry are set.
  mutating func describe(_ entities: inout [Entity], _ mentions: [Mention], _ analysis: Analysis) {
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      for index in entities.indices { describe(&entities[index], mentions, analysis, bytes) }
    }
  }

  /// Completes one entity.
  mutating func describe(_ entity: inout Entity, _ mentions: [Mention], _ analysis: Analysis) {
    analysis.article.bytes.withUnsafeBufferPointer { describe(&entity, mentions, analysis, $0) }
  }

  private mutating func describe(
    _ entity: inout Entity, _ mentions: [Mention], _ analysis: Analysis, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var longest = -1
    var first = Span(0, 0)
    /// Every form of the name, once there are two.
    var forms: [Span] = []
    var confidence: Float = 0
    for number in entity.mentions {
      let mention = mentions[Int(number)]
      confidence = max(confidence, mention.confidence)
      guard mention.form == .name else { continue }
      if longest < 0 {
        first = mention.span
        longest = Int(number)
        continue
      }
      if mention.span.count > mentions[longest].span.count { longest = Int(number) }
      if forms.count >= EntityDescriber.mostForms || same(first, mention.span, bytes) { continue }
      if forms.isEmpty { forms.append(first) }
      if !forms.contains(where: { same($0, mention.span, bytes) }) { forms.append(mention.span) }
    }
    entity.confidence = confidence
    if longest >= 0 { entity.name = text(mentions[longest].span, bytes) }
    var gender: Gender?
    // The name is the longest form itself, unless the gazetteer knows a better one.
    var isForm = longest >= 0
    if entity.entry >= 0 {
      let row = description(entity.entry)
      entity.subtype = descriptions[row].subtype
      if entity.type == .place || longest < 0 {
        entity.name = descriptions[row].name
        isForm = false
      }
      entity.links = descriptions[row].links
      gender = descriptions[row].gender
    }
    if !isForm, forms.isEmpty, longest >= 0, !same(entity.name, first, bytes) { forms.append(first) }
    if !forms.isEmpty {
      entity.aliases = forms.map { text($0, bytes) }.filter { $0 != entity.name }.sorted()
    }
    if entity.type == .person { entity.gender = self.gender(entity, gender, mentions, analysis) }
  }

  private func text(_ span: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.end)]), as: UTF8.self)
  }

  private func same(_ a: Span, _ b: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<Int(a.count) where bytes[Int(a.start) + index] != bytes[Int(b.start) + index] { return false }
    return true
  }

  private func same(_ name: String, _ span: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var name = name
    return name.withUTF8 { name in name.elementsEqual(bytes[Int(span.start)..<Int(span.end)]) }
  }

  /// The row of an entry's description.
  private mutating func description(_ entry: EntryID) -> Int {
    if descriptions.count >= EntityDescriber.mostKnown {
      descriptions.removeAll(keepingCapacity: true)
      known.removeAll()
    }
    let row = known.intern(UInt64(UInt32(entry)) + 1)
    if row == descriptions.count {
      let gender = names.attribute(entry, "gender").map { $0 == "f" ? Gender.female : .male }
      descriptions.append(
        EntryDescription(
          name: names.name(entry), subtype: names.subtypeName(entry), links: link(entry).map { [$0] } ?? [], gender: gender))
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

  private static let titles: [WordClass] = [.title, .kin, .role]
  private static let anyTitle = WordClassSet(.title, .kin, .role)

  /// By title, by the gazetteer, by given name; in that order.
  private func gender(_ entity: Entity, _ known: Gender?, _ mentions: [Mention], _ analysis: Analysis) -> Gender {
    for number in entity.mentions {
      let first = mentions[Int(number)].tokens.first
      guard first > 0, analysis.tokens.has(first - 1, anyOf: EntityDescriber.anyTitle) else { continue }
      for wordClass in EntityDescriber.titles where analysis.tokens.has(first - 1, wordClass) {
        if let value = lexicon.value(analysis.tokens.lexeme[first - 1], wordClass) {
          return value == 1 ? .male : value == 2 ? .female : .unknown
        }
      }
    }
    if let known { return known }
    for number in entity.mentions {
      let range = mentions[Int(number)].tokens
      guard range.count > 1 else { continue }
      let info = lexicon.info(analysis.tokens.lexeme[range.first])
      if info.given > 0, info.male >= 0 { return info.male >= 75 ? .male : info.male <= 25 ? .female : .unknown }
    }
    return .unknown
  }
}
