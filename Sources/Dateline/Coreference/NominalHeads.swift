/// What a bare definite noun can refer to: "the company" to a company, "the city" to a city (`Gazetteers/coreference/nominals.tsv`).
///
/// Kinds are pairs of type and subtype, numbered in the order of the table, at most 64; organizations that no table knows are the kind "unknown".
final class NominalHeads {
  private var kindOf: [String: Int] = [:]
  private var kindsOfWord: [LexemeID: UInt64] = [:]
  private var typesOfWord: [LexemeID: DescriptionTypes] = [:]
  /// One bit a lexeme: whether the table has it. Most words are not in it, and asking a dictionary for each would cost more than all the rest.
  private var isHead: [UInt64]
  /// Kind of each gazetteer subtype, organizations in even places and places in odd ones; -2 where nobody has asked yet.
  private var kindOfSubtype: [Int8] = []

  /// The kind of organizations that no table knows, as a bit.
  private var unknown: UInt64 = 0

  static let path = "coreference/nominals.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile) {
    isHead = [UInt64](repeating: 0, count: gazetteer.lexicon.count / 64 + 1)
    guard var reader = gazetteer.rows(of: NominalHeads.path, columns: ["word", "type", "subtypes"]) else { return }
    while reader.next() {
      guard let word = gazetteer.lexicon.lexeme(reader.string(0)),
        let type = EntityType.allCases.first(where: { $0.name == reader.string(1) })
      else { continue }
      isHead[Int(word) / 64] |= 1 << UInt64(word % 64)
      typesOfWord[word, default: []].insert(DescriptionTypes(type))
      for subtype in reader.string(2).split(separator: "|") {
        let key = "\(reader.string(1)):\(subtype)"
        let kind = kindOf[key] ?? kindOf.count
        kindOf[key] = kind
        kindsOfWord[word, default: 0] |= 1 << UInt64(kind)
      }
    }
    unknown = bit(Int8(kindOf["organization:unknown"] ?? -1))
  }

  @inline(__always)
  private func has(_ word: LexemeID) -> Bool {
    Int(word) / 64 < isHead.count && isHead[Int(word) / 64] >> UInt64(word % 64) & 1 != 0
  }

  /// The kinds that the noun may refer to, one bit each; none for any other word.
  @inline(__always) func kinds(of word: LexemeID) -> UInt64 { has(word) ? kindsOfWord[word] ?? 0 : 0 }

  /// The types that the noun may refer to.
  @inline(__always) func types(of word: LexemeID) -> DescriptionTypes { has(word) ? typesOfWord[word] ?? [] : [] }

  /// The kind of an entity, as a bit; 0 for one that no noun of the table refers to.
  @inline(__always)
  func kind(of entity: Int32, _ entities: [Entity], _ names: NameTable) -> UInt64 {
    let type = entities[Int(entity)].type
    guard type == .organization || type == .place else { return 0 }
    let entry = entities[Int(entity)].entry
    guard entry >= 0 else { return type == .organization && entities[Int(entity)].subtype.isEmpty ? unknown : 0 }
    let slot = Int(names.subtype(entry)) * 2 + (type == .place ? 1 : 0)
    return bit(slot < kindOfSubtype.count && kindOfSubtype[slot] > -2 ? kindOfSubtype[slot] : look(slot, entry, names))
  }

  private func look(_ slot: Int, _ entry: EntryID, _ names: NameTable) -> Int8 {
    let kind = Int8(kindOf["\(slot % 2 == 1 ? "place" : "organization"):\(names.subtypeName(entry))"] ?? -1)
    while kindOfSubtype.count <= slot { kindOfSubtype.append(-2) }
    kindOfSubtype[slot] = kind
    return kind
  }

  @inline(__always) private func bit(_ kind: Int8) -> UInt64 { kind < 0 ? 0 : 1 << UInt64(kind) }
}
