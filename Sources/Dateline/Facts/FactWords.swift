/// Words that facts test (`Gazetteers/facts/words.tsv`). Its owner deallocates it.
struct FactWords {
  static let path = "facts/words.tsv"
  /// "the **town** of Kirumba": the place is the one that is named.
  let places: LexemeSet
  /// "**fighters** of the Northern Front": those who act for what is named.
  let sides: LexemeSet
  /// "the **University** of Oslo in Norway": has a place of its own.
  let seats: LexemeSet
  /// Prepositions that no frame asks for and that open no clause: about, among, despite.
  let leads: LexemeSet
  /// Verbs that tie a role to a person: be, become, remain.
  let links: LexemeSet
  /// "London-**based** Akbank".
  let based: LexemeSet
  /// "a 3-1 **win** over", "a 2-0 **defeat** by", "a 1-1 **draw** with".
  let victories, defeats, draws: LexemeSet

  /// Lexeme of "that"; -1 where the lexicon lacks it.
  let that: LexemeID
  /// Lexeme of "own" ("its own fire chief"); -1 where the lexicon lacks it.
  let own: LexemeID

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    that = lexicon.lexeme("that") ?? -1
    own = lexicon.lexeme("own") ?? -1
    places = LexemeSet(lexemes: lexicon.count)
    sides = LexemeSet(lexemes: lexicon.count)
    seats = LexemeSet(lexemes: lexicon.count)
    leads = LexemeSet(lexemes: lexicon.count)
    links = LexemeSet(lexemes: lexicon.count)
    based = LexemeSet(lexemes: lexicon.count)
    victories = LexemeSet(lexemes: lexicon.count)
    defeats = LexemeSet(lexemes: lexicon.count)
    draws = LexemeSet(lexemes: lexicon.count)
    guard var reader = gazetteer.rows(of: FactWords.path, columns: ["word", "use"]) else { return }
    while reader.next() {
      guard let word = lexicon.lexeme(reader.string(0)) else { continue }
      switch reader.string(1) {
      case "place": places.insert(word)
      case "side": sides.insert(word)
      case "seat": seats.insert(word)
      case "lead": leads.insert(word)
      case "link": links.insert(word)
      case "based": based.insert(word)
      case "victory": victories.insert(word)
      case "defeat": defeats.insert(word)
      case "draw": draws.insert(word)
      default: break
      }
    }
  }

  func deallocate() {
    places.deallocate()
    sides.deallocate()
    seats.deallocate()
    leads.deallocate()
    links.deallocate()
    based.deallocate()
    victories.deallocate()
    defeats.deallocate()
    draws.deallocate()
  }
}
