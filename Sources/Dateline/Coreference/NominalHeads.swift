/// What a bare definite noun can refer to: "the company" to a company, "the city" to a city (`Gazetteers/coreference/nominals.tsv`).
///
/// Kinds are pairs of type and subtype, numbered in the order of the table, at most 64; organizations that no table knows are the kind "unknown".
final class NominalHeads {
  /// What the table says of a word, in a slot of the hash table; -1 for a free slot.
  private struct Head {
    var word: LexemeID = -1
    var types: DescriptionTypes = []
    var kinds: UInt64 = 0
  }

  /// The classes that say what a noun is.
  let classes = DescriptionTypes.Classes()
  /// Open addressing, at most a quarter full: most words are not in it, and are told so by the first slot.
  private let heads: UnsafeMutablePointer<Head>
  private let mask: UInt32
  /// The words of the table.
  private let words: LexemeSet
  private let kindOf: [String: Int]
  private let names: NameTable
  /// Kind of each gazetteer subtype, organizations in even places and places in odd ones; -2 where nobody has asked yet.
  private let kindOfSubtype: UnsafeMutablePointer<Int8>

  /// The kind of organizations that no table knows, as a bit.
  private let unknown: UInt64

  static let path = "coreference/nominals.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile) {
    var numbers: [String: Int] = [:]
    var read: [LexemeID: Head] = [:]
    if var reader = gazetteer.rows(of: NominalHeads.path, columns: ["word", "type", "subtypes"]) {
      while reader.next() {
        guard let word = gazetteer.lexicon.lexeme(reader.string(0)),
          let type = EntityType.allCases.first(where: { $0.name == reader.string(1) })
        else { continue }
        read[word, default: Head(word: word)].types.insert(DescriptionTypes(type))
        for subtype in reader.string(2).split(separator: "|") {
          let key = "\(reader.string(1)):\(subtype)"
          let kind = numbers[key] ?? numbers.count
          numbers[key] = kind
          read[word, default: Head(word: word)].kinds |= 1 << UInt64(kind)
        }
      }
    }
    kindOf = numbers
    names = gazetteer.names
    unknown = NominalHeads.bit(Int8(numbers["organization:unknown"] ?? -1))
    var size = 64
    while size < read.count * 4 { size *= 2 }
    mask = UInt32(size - 1)
    heads = .allocate(capacity: size)
    heads.initialize(repeating: Head(), count: size)
    // The table has two numbers for each subtype, too.
    kindOfSubtype = .allocate(capacity: max(1, gazetteer.names.subtypes.count))
    kindOfSubtype.initialize(repeating: -2, count: gazetteer.names.subtypes.count)
    words = LexemeSet(lexemes: gazetteer.lexicon.count)
    for head in read.values {
      heads[slot(head.word)] = head
      words.insert(head.word)
    }
  }

  deinit {
    heads.deallocate()
    words.deallocate()
    kindOfSubtype.deallocate()
  }

  /// Whether the table has the word; no branch.
  @inline(__always) func has(_ word: LexemeID) -> Bool { words.contains(word) }

  /// Where the word stands or would stand.
  @inline(__always)
  private func slot(_ word: LexemeID) -> Int {
    var slot = (UInt32(bitPattern: word) &* 0x9E37_79B1) &>> 8 & mask
    while heads[Int(slot)].word != word, heads[Int(slot)].word >= 0 { slot = (slot &+ 1) & mask }
    return Int(slot)
  }

  /// The kinds that the noun may refer to, one bit each; none for any other word.
  @inline(__always) func kinds(of word: LexemeID) -> UInt64 { has(word) ? heads[slot(word)].kinds : 0 }

  /// The types that the noun may refer to.
  @inline(__always) func types(of word: LexemeID) -> DescriptionTypes { has(word) ? heads[slot(word)].types : [] }

  /// The kind of an entity, as a bit; 0 for one that no noun of the table refers to.
  @inline(__always)
  func kind(of entity: Int32, _ entities: [Entity]) -> UInt64 {
    let type = entities[Int(entity)].type
    guard type == .organization || type == .place else { return 0 }
    let entry = entities[Int(entity)].entry
    guard entry >= 0 else { return type == .organization && entities[Int(entity)].subtype.isEmpty ? unknown : 0 }
    let place = Int(names.subtype(entry)) * 2 + (type == .place ? 1 : 0)
    return NominalHeads.bit(kindOfSubtype[place] > -2 ? kindOfSubtype[place] : look(place, entry))
  }

  private func look(_ place: Int, _ entry: EntryID) -> Int8 {
    let kind = Int8(kindOf["\(place % 2 == 1 ? "place" : "organization"):\(names.subtypeName(entry))"] ?? -1)
    kindOfSubtype[place] = kind
    return kind
  }

  /// The kind of an organization that no table knows, by its name's own word ("Court of Appeals" is a court): a bit; as it is where none tells.
  func kind(_ kind: UInt64, named words: TokenRange, _ tokens: TokenColumns) -> UInt64 {
    guard kind == unknown else { return kind }
    for token in words.indices.reversed() where tokens.has(token, .orgHead) {
      let kinds = kinds(of: tokens.lemma[token])
      if kinds != 0, kinds & unknown == 0 { return kinds & (0 &- kinds) }
    }
    return kind
  }

  @inline(__always) private static func bit(_ kind: Int8) -> UInt64 { kind < 0 ? 0 : 1 &<< UInt64(kind) }
}
