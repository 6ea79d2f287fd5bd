/// What names of seats of government stand for: the Kremlin for the presidency of Russia, Moscow, where it speaks or acts, for the government
/// of Russia (`Gazetteers/places/offices.tsv`; what counts as acting stands in `facts/acts-of-state.tsv`). The names keep their type; the office is
/// an attribute of the entity.
struct SeatsOfPower {
  struct Seat {
    var office: Label
    /// ISO 3166, two letters; empty for any.
    var country: String
    /// Not for a building, which is always meant so, but for a capital.
    var isCapital: Bool
  }

  private var seats: [String: Seat] = [:]
  /// Predicates of what only governments and persons do; a team that is named after its town wins and loses.
  private var acts: Set<Label> = []
  private let names: NameTable

  /// Reads the tables; a gazetteer without them has none.
  init(_ gazetteer: GazetteerFile) {
    names = gazetteer.names
    if var reader = gazetteer.rows(of: "facts/acts-of-state.tsv", columns: ["predicate"]) {
      while reader.next() { acts.insert(Label(reader.string(0))) }
    }
    guard var reader = gazetteer.rows(of: "places/offices.tsv", columns: ["name", "kind", "office", "country"]) else { return }
    while reader.next() {
      seats[reader.string(0)] = Seat(office: Label(reader.string(2)), country: reader.string(3), isCapital: reader.string(1) == "capital")
    }
  }

  /// The seat that a gazetteer's entry is; nil for any other.
  func seat(_ entry: EntryID) -> Seat? {
    guard let seat = seats[names.name(entry)] else { return nil }
    return seat.country.isEmpty || names.attribute(entry, "country").map { $0 == seat.country } ?? true ? seat : nil
  }

  /// Gives an office to the capitals that speak or act as governments do: "Moscow said", "Washington accused Tehran".
  ///
  /// - Complexity: O(quotations + facts + mentions).
  func run(_ analysis: inout Analysis) {
    for index in analysis.mentions.indices {
      let entity = analysis.mentions[index].entity
      if mayAct(entity, analysis), analysis.mentions[index].form == .name,
        acts(analysis.mentions[index].tokens, analysis.tokens, analysis.article.bytes)
      {
        note(entity, &analysis)
      }
    }
    for index in analysis.quotes.indices {
      let speaker = analysis.quotes[index].speaker.entity
      if mayAct(speaker, analysis) { note(speaker, &analysis) }
    }
    // The agent is asked for first, since few facts have a place for one.
    for index in analysis.facts.indices where !analysis.facts[index].arguments.isEmpty {
      let agent = analysis.facts[index].arguments[0].entity
      if mayAct(agent, analysis), analysis.facts[index].arguments[0].role == "agent",
        acts.contains(analysis.facts[index].predicate)
      {
        note(agent, &analysis)
      }
    }
  }

  /// "Washington has imposed sanctions", "Beijing warned Tokyo": a verb of states right behind the name, its auxiliaries apart.
  @inline(__always)
  private func acts(_ name: TokenRange, _ tokens: borrowing TokenTable, _ bytes: borrowing [UInt8]) -> Bool {
    var token = Int(name.end)
    let limit = min(tokens.count, token + 4)
    while token < limit, tokens.classes[token].contains(.auxiliary) || tokens.classes[token].contains(.modal) || tokens.tag[token].isAdverb
    {
      token += 1
    }
    guard token < limit, tokens.classes[token].contains(.stateVerb), tokens.tag[token].isVerb else { return false }
    // "Paris was warned" is no act, "Paris has warned" is one: of the auxiliaries only those of "have" begin with an h.
    return tokens.tag[token] != .vbn || token == Int(name.end) || bytes[Int(tokens.start[token - 1])] | 0x20 == UInt8(ascii: "h")
  }

  @inline(__always)
  private func mayAct(_ entity: Int32, _ analysis: borrowing Analysis) -> Bool {
    entity >= 0 && analysis.entities[Int(entity)].type == .place && analysis.entities[Int(entity)].office.isEmpty
  }

  private func note(_ entity: Int32, _ analysis: inout Analysis) {
    let entry = analysis.entities[Int(entity)].entry
    if entry >= 0, let seat = seat(entry) { analysis.entities[Int(entity)].office = seat.office }
  }
}
