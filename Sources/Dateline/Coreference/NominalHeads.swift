/// What a bare definite noun can refer to: "the company" to a company, "the city" to a city (`Gazetteers/coreference/nominals.tsv`).
///
/// Kinds are pairs of type and subtype, numbered in the order of the table; organizations that no table knows are the kind "unknown".
struct NominalHeads: Sendable {
  private var kindOf: [String: Int] = [:]
  private var kindsOfWord: [LexemeID: [Int]] = [:]

  /// Number of kinds.
  var count: Int { kindOf.count }

  static let path = "coreference/nominals.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: NominalHeads.path, columns: ["word", "type", "subtypes"]) else { return }
    while reader.next() {
      guard let word = gazetteer.lexicon.lexeme(reader.string(0)) else { continue }
      let type = reader.string(1)
      for subtype in reader.string(2).split(separator: "|") {
        let key = "\(type):\(subtype)"
        let kind = kindOf[key] ?? kindOf.count
        kindOf[key] = kind
        kindsOfWord[word, default: []].append(kind)
      }
    }
  }

  /// The kinds that the noun may refer to; none for any other word.
  func kinds(of word: LexemeID) -> [Int] { kindsOfWord[word] ?? [] }

  /// The kind of an entity; nil for one that no noun of the table refers to.
  func kind(of entity: Entity) -> Int? {
    switch entity.type {
    case .organization: return kindOf["organization:\(entity.subtype.isEmpty ? "unknown" : entity.subtype)"]
    case .place: return kindOf["place:\(entity.subtype)"]
    default: return nil
    }
  }
}
