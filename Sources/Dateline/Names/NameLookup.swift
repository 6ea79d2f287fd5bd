/// Finds the gazetteer's entries by a name written out in a table or an entity. One per worker.
final class NameLookup {
  private let names: NameTable
  private let tokenizer: Tokenizer
  private let matcher: GazetteerMatcher
  // Kept from one name to the next.
  private var tokens = TokenTable()
  private var matches = GazetteerMatches()

  init(gazetteer: GazetteerFile) {
    names = gazetteer.names
    tokenizer = Tokenizer(lexicon: gazetteer.lexicon)
    matcher = GazetteerMatcher(names: gazetteer.names)
  }

  /// The places called `name`, most prominent first; among equals in the gazetteer's order.
  func places(named name: String) -> [EntryID] {
    var name = name
    // Taken out of the class: what lies in it would be copied for each call.
    var tokens = TokenTable()
    var matches = GazetteerMatches()
    swap(&tokens, &self.tokens)
    swap(&matches, &self.matches)
    defer {
      swap(&tokens, &self.tokens)
      swap(&matches, &self.matches)
    }
    name.withUTF8 { bytes in
      tokenizer.tokenize(bytes, into: &tokens)
      matcher.match(tokens, bytes, into: &matches)
    }
    guard tokens.count > 0 else { return [] }
    var found: [EntryID] = []
    for match in matches.matches(at: 0) where Int(matches.end(match)) == tokens.count {
      found += matches.entries(match).filter { names.type($0) == .place }
    }
    if found.count < 2 { return found }
    // Swift's sort is stable in practice but not by promise: equal weights keep the gazetteer's order by their place in it.
    let order = found.indices.sorted { (-names.weight(found[$0]), $0) < (-names.weight(found[$1]), $1) }
    return order.map { found[$0] }
  }
}
