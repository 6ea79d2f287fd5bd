/// Gives entities their names, aliases, gender, links and confidence. One per worker: what it reads of gazetteer entries it remembers.
final class EntityDescriber {
  private let names: NameTable
  private let lexicon: Lexicon
  private var known: [EntryID: EntryDescription] = [:]

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

  /// Completes an entity whose type, mentions and entry are set.
  func describe(_ entity: inout Entity, _ mentions: [Mention], _ analysis: Analysis) {
    var longest = -1
    var forms: [Span] = []
    var confidence: Float = 0
    for number in entity.mentions {
      let mention = mentions[Int(number)]
      confidence = max(confidence, mention.confidence)
      guard mention.form == .name else { continue }
      if forms.count < EntityDescriber.mostForms, !forms.contains(where: { same($0, mention.span, analysis.article.bytes) }) {
        forms.append(mention.span)
      }
      if longest < 0 || mention.span.count > mentions[longest].span.count { longest = Int(number) }
    }
    entity.confidence = confidence
    if longest >= 0 { entity.name = analysis.article.text(mentions[longest].span) }
    let entry = entity.entry >= 0 ? description(entity.entry) : nil
    if let entry {
      entity.subtype = entry.subtype
      if entity.type == .place || entity.name.isEmpty { entity.name = entry.name }
      entity.links = entry.links
    }
    // The name is the longest form itself, unless the gazetteer knows a better one.
    let isForm = longest >= 0 && !(entry != nil && entity.type == .place)
    if forms.count > (isForm ? 1 : 0) {
      entity.aliases = forms.map { analysis.article.text($0) }.filter { $0 != entity.name }.sorted()
    }
    if entity.type == .person { entity.gender = gender(entity, entry, mentions, analysis) }
  }

  private func same(_ a: Span, _ b: Span, _ bytes: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<Int(a.count) where bytes[Int(a.start) + index] != bytes[Int(b.start) + index] { return false }
    return true
  }

  private func description(_ entry: EntryID) -> EntryDescription {
    if let found = known[entry] { return found }
    if known.count >= EntityDescriber.mostKnown { known.removeAll(keepingCapacity: true) }
    let gender = names.attribute(entry, "gender").map { $0 == "f" ? Gender.female : .male }
    let found = EntryDescription(
      name: names.name(entry), subtype: names.subtypeName(entry), links: link(entry).map { [$0] } ?? [], gender: gender)
    known[entry] = found
    return found
  }

  private func link(_ entry: EntryID) -> EntityLink? {
    let id = names.id(entry)
    guard let colon = id.firstIndex(of: ":") else { return nil }
    return EntityLink(
      source: String(id[..<colon]), id: String(id[id.index(after: colon)...]), latitude: names.attribute(entry, "lat"),
      longitude: names.attribute(entry, "lon"), country: names.attribute(entry, "country"))
  }

  private static let titles: [WordClass] = [.title, .kin, .role]

  /// By title, by the gazetteer, by given name; in that order.
  private func gender(_ entity: Entity, _ entry: EntryDescription?, _ mentions: [Mention], _ analysis: Analysis) -> Gender {
    let tokens = analysis.tokens
    for number in entity.mentions {
      let first = mentions[Int(number)].tokens.first
      guard first > 0 else { continue }
      for wordClass in EntityDescriber.titles where tokens.has(first - 1, wordClass) {
        if let value = lexicon.value(tokens.lexeme[first - 1], wordClass) { return value == 1 ? .male : value == 2 ? .female : .unknown }
      }
    }
    if let known = entry?.gender { return known }
    for number in entity.mentions {
      let range = mentions[Int(number)].tokens
      guard range.count > 1 else { continue }
      let info = lexicon.info(tokens.lexeme[range.first])
      if info.given > 0, info.male >= 0 { return info.male >= 75 ? .male : info.male <= 25 ? .female : .unknown }
    }
    return .unknown
  }
}
