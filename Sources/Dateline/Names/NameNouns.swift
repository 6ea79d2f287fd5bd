/// Words that say of the name beside them, or of themselves, what it is, beyond the word classes (`Gazetteers/typing/nouns.tsv`): "the film “…”",
/// "titled “…”", "the Opportunity rover", "GPS".
final class NameNouns: @unchecked Sendable {
  /// What a word says.
  enum Kind: UInt8, CaseIterable {
    /// A noun for works: film, novel.
    case work
    /// What is done to works, and who does it: wrote, directed, star.
    case maker
    /// What a work is called: titled, entitled.
    case naming
    /// A noun for what flies or drives by itself: rover, spacecraft.
    case craft
    /// What companies have: shareholders, a spokesman.
    case firm
    /// Who looks at companies for a bank or a broker: analyst.
    case analyst
    /// Who plays for clubs, and who is for them: striker, fans.
    case player
    /// A noun for places that are called after people: airport, bridge.
    case facility
    /// A noun for peoples: clan, tribe.
    case people
    /// A noun for places that people live in: town, province.
    case settlement
    /// What organizations are said to be: a chain, a band.
    case body
    /// A noun for facilities that are called by where they are: Port of, Mall of.
    case gate
    /// A noun for somebody's rule: regime.
    case reign
    /// What storms and ships are: named, dubbed.
    case christening
    /// In capitals, a term that is no organization: DNA, GDP.
    case term
    /// In capitals, no name: GPS.
    case nameless
    /// God.
    case deity
  }

  /// The words of each kind, at an address: an array would ask whether somebody else holds it.
  private let sets: UnsafeMutablePointer<LexemeSet>

  static let path = "typing/nouns.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    sets = .allocate(capacity: Kind.allCases.count)
    for kind in Kind.allCases { (sets + Int(kind.rawValue)).initialize(to: LexemeSet(lexemes: lexicon.count)) }
    guard var reader = gazetteer.rows(of: NameNouns.path, columns: ["word", "kind"]) else { return }
    let numbers = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ("\($0)", Int($0.rawValue)) })
    while reader.next() {
      guard let lexeme = lexicon.lexeme(reader.string(0)), let number = numbers[reader.string(1)] else { continue }
      sets[number].insert(lexeme)
    }
  }

  deinit {
    for kind in Kind.allCases { sets[Int(kind.rawValue)].deallocate() }
    sets.deallocate()
  }

  /// Whether a word is of a kind.
  @inline(__always)
  func isKind(_ kind: Kind, _ lexeme: LexemeID) -> Bool { sets[Int(kind.rawValue)].contains(lexeme) }
}
