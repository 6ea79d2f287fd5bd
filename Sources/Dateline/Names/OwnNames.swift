/// Gives the names of the user's own tables the last word over the model's, and drops the names that they forbid.
///
/// A name inside a longer one of the model stays part of it: "Kenya" as a storm leaves "Kenya Airways" alone.
struct OwnNames {
  private let names: NameTable

  /// High enough that nothing found otherwise is surer.
  private static let margin: Float = 9

  /// Nil where no table is the user's own.
  init?(_ names: NameTable) {
    guard names.hasOwn else { return nil }
    self.names = names
  }

  /// - Complexity: O(matches + mentions × log mentions).
  func place(into mentions: inout [TypedMention], _ analysis: Analysis) {
    mentions = mentions.filter { !isForbidden($0, analysis) }
    var own = found(analysis)
    guard !own.isEmpty else { return }
    var at = 0
    own = own.filter { name in
      while at < mentions.count, mentions[at].span.tokens.end <= name.span.tokens.start { at += 1 }
      guard at < mentions.count else { return true }
      let other = mentions[at].span.tokens
      let isInside = other.start <= name.span.tokens.start && other.end >= name.span.tokens.end
      return !isInside || other.count == name.span.tokens.count
    }
    at = 0
    mentions = mentions.filter { mention in
      while at < own.count, own[at].span.tokens.end <= mention.span.tokens.start { at += 1 }
      return at == own.count || !own[at].span.tokens.overlaps(mention.span.tokens)
    }
    mentions += own
    mentions.sort { $0.span.tokens.start < $1.span.tokens.start }
  }

  /// Says in the mentions' evidence which table and line made them. The mentions are those of `place`, in the same order.
  func explain(_ typed: [TypedMention], _ analysis: inout Analysis) {
    for index in typed.indices where isCertain(typed[index].flags) && index < analysis.mentions.count {
      let source = names.source(typed[index].entry)
      analysis.mentions[index].evidence = analysis.record([
        Evidence(.gazetteer, Label("\(source.table):\(source.line)"), OwnNames.margin)
      ])
    }
  }

  /// Whether a reading of these flags makes a name by itself.
  private func isCertain(_ flags: NameFlags) -> Bool {
    flags.contains(.own) && flags.isDisjoint(with: [.weak, .never, .demonym])
  }

  private func isForbidden(_ mention: TypedMention, _ analysis: Analysis) -> Bool {
    let range = mention.span.tokens
    for match in analysis.matches.matches(at: range.first) where analysis.matches.end(match) == range.end {
      for entry in analysis.matches.entries(match) {
        guard let type = names.forbidden(entry) else { continue }
        if type == .other || OwnNames.type(type) == mention.type { return true }
      }
    }
    return false
  }

  /// The user's names in the text: the leftmost first, of those that start together the longest.
  private func found(_ analysis: Analysis) -> [TypedMention] {
    var found: [TypedMention] = []
    for match in 0..<analysis.matches.count {
      let range = analysis.matches.range(match)
      if let last = found.last?.span.tokens, range.start < last.end, range.start != last.start { continue }
      guard let name = name(match, range, analysis) else { continue }
      if let last = found.last?.span.tokens, range.start == last.start { found.removeLast() }
      found.append(name)
    }
    return found
  }

  /// The most prominent of the user's entries that a match names.
  private func name(_ match: Int, _ range: TokenRange, _ analysis: Analysis) -> TypedMention? {
    guard analysis.tokens.sentence[range.first] == analysis.tokens.sentence[range.last] else { return nil }
    var best: TypedMention?
    for reading in analysis.matches.readings[analysis.matches.readings(of: match)] {
      guard isCertain(reading.flags), let type = OwnNames.type(reading.type) else { continue }
      if let best, names.weight(best.entry) >= names.weight(reading.entry) { continue }
      let number =
        type == .person
        ? NameSpan.person : type == .place ? NameSpan.place : type == .organization ? NameSpan.organization : NameSpan.other
      best = TypedMention(
        span: NameSpan(tokens: range, type: number, margin: OwnNames.margin), type: type, form: .name, entry: reading.entry,
        flags: reading.flags)
    }
    return best
  }

  /// What entries of a type become in the graph; nil for vocabulary.
  private static func type(_ type: EntryType) -> EntityType? {
    switch type {
    case .person: .person
    case .place: .place
    case .organization: .organization
    case .group: .group
    case .event: .event
    case .product: .product
    case .work: .work
    case .law: .law
    case .role, .other: nil
    }
  }
}
