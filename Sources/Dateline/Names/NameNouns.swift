/// Nouns and verbs that say of the name beside them what it is, beyond the word classes (`Gazetteers/typing/nouns.tsv`): "the film “…”",
/// "titled “…”", "the Opportunity rover".
final class NameNouns: Sendable {
  /// Nouns for works: film, novel.
  private let works: LexemeSet
  /// What is done to works, and who does it: wrote, directed, star.
  private let makers: LexemeSet
  /// What a work is called: titled, entitled.
  private let naming: LexemeSet
  /// Nouns for what flies or drives by itself: rover, spacecraft.
  private let craft: LexemeSet
  /// What companies have: shareholders, a spokesman.
  private let firm: LexemeSet
  /// Who plays for clubs, and who is for them: striker, fans.
  private let players: LexemeSet
  /// Nouns for places that are called after people: airport, bridge.
  private let facilities: LexemeSet

  static let path = "typing/nouns.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    works = LexemeSet(lexemes: lexicon.count)
    makers = LexemeSet(lexemes: lexicon.count)
    naming = LexemeSet(lexemes: lexicon.count)
    craft = LexemeSet(lexemes: lexicon.count)
    firm = LexemeSet(lexemes: lexicon.count)
    players = LexemeSet(lexemes: lexicon.count)
    facilities = LexemeSet(lexemes: lexicon.count)
    guard var reader = gazetteer.rows(of: NameNouns.path, columns: ["word", "kind"]) else { return }
    while reader.next() {
      guard let lexeme = lexicon.lexeme(reader.string(0)) else { continue }
      switch reader.string(1) {
      case "work": works.insert(lexeme)
      case "maker": makers.insert(lexeme)
      case "naming": naming.insert(lexeme)
      case "firm": firm.insert(lexeme)
      case "player": players.insert(lexeme)
      case "facility": facilities.insert(lexeme)
      default: craft.insert(lexeme)
      }
    }
  }

  deinit {
    works.deallocate()
    makers.deallocate()
    naming.deallocate()
    craft.deallocate()
    firm.deallocate()
    players.deallocate()
    facilities.deallocate()
  }

  @inline(__always) func isWork(_ lexeme: LexemeID) -> Bool { works.contains(lexeme) }
  @inline(__always) func isMaker(_ lexeme: LexemeID) -> Bool { makers.contains(lexeme) }
  @inline(__always) func isNaming(_ lexeme: LexemeID) -> Bool { naming.contains(lexeme) }
  @inline(__always) func isCraft(_ lexeme: LexemeID) -> Bool { craft.contains(lexeme) }
  @inline(__always) func isOfFirm(_ lexeme: LexemeID) -> Bool { firm.contains(lexeme) }
  @inline(__always) func isFacility(_ lexeme: LexemeID) -> Bool { facilities.contains(lexeme) }
  @inline(__always) func isPlayer(_ lexeme: LexemeID) -> Bool { players.contains(lexeme) }
}
