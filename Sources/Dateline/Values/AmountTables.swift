/// Currencies and units of the tables, read once.
final class AmountTables: Sendable {
  struct Unit: Sendable {
    var name: String
    var dimension: Label
    var base: Double

    /// Whether prices are given by it: "$80 a barrel".
    var isPriced: Bool {
      dimension == "mass" || dimension == "volume" || dimension == "area" || dimension == "length" || dimension == "energy"
    }
  }

  /// A noun for money: "krona", "cent".
  struct CurrencyNoun: Sendable {
    /// Singular.
    var name: String
    /// What it means without a nationality before it; nil where that depends ("peso").
    var currency: Label?
    /// How many of it make one unit of the currency.
    var parts: Double
  }

  /// The last part of a compound with a number that is nothing counted: "2,000-strong", "50-odd", "three-way".
  enum Tail: Sendable { case plus, odd, strong, other }

  private let signs: [String: Label?]
  private let letters: [String: Label?]
  private let nouns: [LexemeID: CurrencyNoun]
  /// "australian dollar".
  private let nationals: [String: Label?]
  /// Bytes of the longest currency sign.
  let longestSign: Int
  private let units: [String: Unit]
  /// First words of units.
  private let unitOpeners: Set<LexemeID>
  /// Words of units behind their first: "hour" of "mile per hour".
  private let unitContinuers: LexemeSet
  /// A bit for each word that is a noun for money or opens a unit: few of the words behind numbers are.
  private let amountWords: LexemeSet
  // Words that the readers ask for (`values/words.tsv`); plural forms are those without an ending.
  private let percents: [LexemeID]
  private let pers: [LexemeID]
  private let cents: [LexemeID]
  private let ageds: [LexemeID]
  private let olds: [LexemeID]
  private let ages: [LexemeID]
  private let points: [LexemeID]
  private let minuses: [LexemeID]
  private let betweens: [LexemeID]
  private let extents: [LexemeID]
  private let pluralForms: Set<LexemeID>
  private let designators: Set<LexemeID>
  private let rates: Set<LexemeID>
  private let oldBytes: [[UInt8]]
  private let tens: [LexemeID]
  private let timesWords: [LexemeID]
  private let ups: [LexemeID]
  private let mores: [LexemeID]
  private let lesses: [LexemeID]
  private let moves: [LexemeID]
  private let littles: [LexemeID]
  private let belows: [LexemeID]
  private let freezings: [LexemeID]
  private let closes: [LexemeID]
  private let sos: [LexemeID]
  private let boths: [LexemeID]
  private let levels: [LexemeID]
  private let surfaces: [LexemeID]
  private let bys: [LexemeID]
  private let charges: [LexemeID]
  private let turns: [LexemeID]
  private let bes: [LexemeID]
  private let lastings: [LexemeID]
  private let limits: [(word: LexemeID, comparison: Value.Comparison)]
  private let tails: [(word: LexemeID, tail: Tail)]
  /// "once", "twice" and how often they mean; "several", "couple" and the least that they mean.
  private let oftens: [(word: LexemeID, number: Int)]
  private let fews: [(word: LexemeID, number: Int)]
  /// The hundredth part of a pound.
  let penny: CurrencyNoun?

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    var words: [String: Set<LexemeID>] = [:]
    if var reader = gazetteer.rows(of: "values/words.tsv", columns: ["word", "kind"]) {
      while reader.next() {
        if let lexeme = lexicon.lexeme(reader.string(0)) { words[reader.string(1), default: []].insert(lexeme) }
      }
    }
    // A handful each: looking through them is quicker than hashing.
    percents = Array(words["percent"] ?? [])
    pers = Array(words["per"] ?? [])
    cents = Array(words["cent"] ?? [])
    ageds = Array(words["aged"] ?? [])
    olds = Array(words["old"] ?? [])
    ages = Array(words["age"] ?? [])
    points = Array(words["point"] ?? [])
    minuses = Array(words["minus"] ?? [])
    betweens = Array(words["between"] ?? [])
    extents = Array(words["extent"] ?? [])
    pluralForms = words["plural"] ?? []
    designators = words["designator"] ?? []
    rates = words["rate"] ?? []
    tens = Array(words["tens"] ?? [])
    timesWords = Array(words["times"] ?? [])
    ups = Array(words["up"] ?? [])
    mores = Array(words["more"] ?? [])
    moves = Array(words["move"] ?? [])
    lesses = Array(words["less"] ?? [])
    littles = Array(words["little"] ?? [])
    belows = Array(words["below"] ?? [])
    freezings = Array(words["freezing"] ?? [])
    closes = Array(words["close-to"] ?? [])
    sos = Array(words["so"] ?? [])
    boths = Array(words["both"] ?? [])
    levels = Array(words["level"] ?? [])
    surfaces = Array(words["surface"] ?? [])
    bys = Array(words["by"] ?? [])
    charges = Array(words["charge"] ?? [])
    turns = Array(words["turn"] ?? [])
    bes = Array(words["be"] ?? [])
    lastings = Array(words["last"] ?? [])
    limits = [("above-of", Value.Comparison.moreThan), ("least-of", .atLeast), ("most-of", .atMost)].flatMap { kind, comparison in
      (words[kind] ?? []).map { ($0, comparison) }
    }
    tails = [("tail-plus", Tail.plus), ("tail-odd", .odd), ("tail-strong", .strong), ("tail-other", .other)].flatMap { kind, tail in
      (words[kind] ?? []).map { ($0, tail) }
    }
    oldBytes = olds.map { Array(lexicon.text($0).utf8) }
    func numbered(_ kind: String) -> [(word: LexemeID, number: Int)] {
      (1...3).flatMap { number in (words["\(kind)-\(number)"] ?? []).map { ($0, number) } }
    }
    oftens = numbered("often")
    fews = numbered("few")

    var signs: [String: Label?] = [:]
    var letters: [String: Label?] = [:]
    var nouns: [LexemeID: CurrencyNoun] = [:]
    var nationals: [String: Label?] = [:]
    if var reader = gazetteer.rows(of: "values/currencies.tsv", columns: ["sign", "currency", "kind", "parts"]) {
      while reader.next() {
        let text = reader.string(0)
        let currency = reader.string(1).isEmpty ? nil : Label(reader.string(1))
        switch reader.string(2) {
        case "word", "part":
          if text.utf8.contains(UInt8(ascii: " ")) {
            nationals[text] = currency
          } else if let lexeme = lexicon.lexeme(text) {
            nouns[lexeme] = CurrencyNoun(name: text, currency: currency, parts: Double(reader.string(3)) ?? 1)
          }
        case "letter": letters[text] = currency
        default: signs[text] = currency
        }
      }
    }
    // "Mexican pesos", whose noun has no row of its own.
    for text in nationals.keys {
      let noun = text.utf8.lastIndex(of: UInt8(ascii: " ")).map { String(text[text.utf8.index(after: $0)...]) } ?? text
      if let lexeme = lexicon.lexeme(noun), nouns[lexeme] == nil { nouns[lexeme] = CurrencyNoun(name: noun, currency: nil, parts: 0) }
    }
    penny = nouns.values.first { $0.name == AmountTables.penny }
    self.signs = signs
    self.letters = letters
    self.nouns = nouns
    self.nationals = nationals
    longestSign = signs.keys.map(\.utf8.count).max() ?? 0

    var units: [String: Unit] = [:]
    var unitOpeners: Set<LexemeID> = []
    unitContinuers = LexemeSet(lexemes: lexicon.count)
    if var reader = gazetteer.rows(of: "values/units.tsv", columns: ["word", "unit", "dimension", "base"]) {
      while reader.next() {
        let text = reader.string(0)
        units[text] = Unit(name: reader.string(1), dimension: Label(reader.string(2)), base: Double(reader.string(3)) ?? 1)
        let words = text.split(separator: " ").map { lexicon.lexeme(String($0)) }
        if let lexeme = words.first ?? nil { unitOpeners.insert(lexeme) }
        for case let lexeme? in words.dropFirst() { unitContinuers.insert(lexeme) }
      }
    }
    self.units = units
    self.unitOpeners = unitOpeners
    amountWords = LexemeSet(lexemes: lexicon.count)
    for lexeme in nouns.keys { amountWords.insert(lexeme) }
    for lexeme in unitOpeners { amountWords.insert(lexeme) }
  }

  deinit {
    amountWords.deallocate()
    unitContinuers.deallocate()
  }

  private static let penny = "penny"

  /// The currency of a sign or code before a number; nil for no sign, an inner nil for one that several currencies share.
  func currency(sign: String) -> Label?? { signs[sign] }
  /// The currency of letters that are glued to a number: "N15.8 billion".
  func currency(letters: String) -> Label?? { self.letters[letters] ?? signs[letters] }
  func currencyNoun(_ lemma: LexemeID) -> CurrencyNoun? { amountWords.contains(lemma) ? nouns[lemma] : nil }

  /// The currency of a noun with its nationality, folded: "australian dollar".
  func currency(national: String) -> Label?? { nationals[national] }
  func unit(_ text: String) -> Unit? { units[text] }
  /// Whether a unit's name may start with the word.
  func opensUnit(_ lemma: LexemeID) -> Bool { amountWords.contains(lemma) && unitOpeners.contains(lemma) }
  /// Whether a unit's name may have the word of the lexicon behind its first.
  func continuesUnit(_ lemma: LexemeID) -> Bool { unitContinuers.contains(lemma) }
  func isPercent(_ lexeme: LexemeID) -> Bool { percents.contains(lexeme) }
  func isAged(_ lexeme: LexemeID) -> Bool { ageds.contains(lexeme) }
  /// "three years old".
  func isOld(_ lexeme: LexemeID) -> Bool { olds.contains(lexeme) }
  /// The same inside a compound: "7-month-old".
  func isOld(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { oldBytes.contains { $0.elementsEqual(part) } }
  /// "three years of age", "at age 71".
  func isAge(_ lexeme: LexemeID) -> Bool { ages.contains(lexeme) }
  func isPer(_ lexeme: LexemeID) -> Bool { pers.contains(lexeme) }
  func isCent(_ lexeme: LexemeID) -> Bool { cents.contains(lexeme) }
  /// "three point five".
  func isPoint(_ lexeme: LexemeID) -> Bool { points.contains(lexeme) }
  /// "minus 5".
  func isMinus(_ lexeme: LexemeID) -> Bool { minuses.contains(lexeme) }
  /// "between 5 and 10".
  func isBetween(_ lexeme: LexemeID) -> Bool { betweens.contains(lexeme) }
  /// "1.8m tall": what is said of lengths.
  func isExtent(_ lexeme: LexemeID) -> Bool { extents.contains(lexeme) }
  /// A noun that is plural without an ending.
  func isPluralInForm(_ lexeme: LexemeID) -> Bool { pluralForms.contains(lexeme) }
  /// "Phase 3", "flight 370": a noun that the number behind it names.
  func isDesignator(_ lexeme: LexemeID) -> Bool { designators.contains(lexeme) }
  /// What money is counted by besides units: "a share", "a head".
  func isRate(_ lexeme: LexemeID) -> Bool { rates.contains(lexeme) }
  /// "tens of thousands".
  func isTens(_ lexeme: LexemeID) -> Bool { tens.contains(lexeme) }
  /// "three times a week".
  func isTime(_ lemma: LexemeID) -> Bool { timesWords.contains(lemma) }
  /// "up to 40".
  func isUp(_ lexeme: LexemeID) -> Bool { ups.contains(lexeme) }
  /// "more than 40", "greater than 40".
  func isMore(_ lexeme: LexemeID) -> Bool { mores.contains(lexeme) }
  /// "edged up to 4 percent".
  func isMove(_ lemma: LexemeID) -> Bool { moves.contains(lemma) }
  /// "fewer than 40".
  func isLess(_ lexeme: LexemeID) -> Bool { lesses.contains(lexeme) }
  /// "below zero".
  func isBelow(_ lexeme: LexemeID) -> Bool { belows.contains(lexeme) }
  func isFreezing(_ lexeme: LexemeID) -> Bool { freezings.contains(lexeme) }
  /// "close to 40".
  func isClose(_ lexeme: LexemeID) -> Bool { closes.contains(lexeme) }
  /// "50 or so".
  func isSo(_ lexeme: LexemeID) -> Bool { sos.contains(lexeme) }
  /// "The twins, both 29,".
  func isBoth(_ lexeme: LexemeID) -> Bool { boths.contains(lexeme) }
  /// "£900 a week before tax".
  func isCharge(_ lexeme: LexemeID) -> Bool { charges.contains(lexeme) }
  /// "She turned 70".
  func isTurn(_ lemma: LexemeID) -> Bool { turns.contains(lemma) }
  /// "fell by a metre".
  func isBy(_ lexeme: LexemeID) -> Bool { bys.contains(lexeme) }
  /// "1.4C above the average", "40m below ground".
  func isLevel(_ lexeme: LexemeID) -> Bool { levels.contains(lexeme) }
  func isSurface(_ lexeme: LexemeID) -> Bool { surfaces.contains(lexeme) }
  /// "She was 19".
  func isBe(_ lemma: LexemeID) -> Bool { bes.contains(lemma) }
  /// A verb whose object is a length of time: "took over an hour".
  func isLasting(_ lemma: LexemeID) -> Bool { lastings.contains(lemma) }
  /// What "excess" of "in excess of 40" and its like say of the number; nil for other words.
  func limit(_ lexeme: LexemeID) -> Value.Comparison? { limits.first { $0.word == lexeme }?.comparison }
  /// What the word behind the hyphen of "50,000-plus" says; nil for nouns.
  func tail(_ lexeme: LexemeID) -> Tail? { tails.first { $0.word == lexeme }?.tail }
  /// "as few as 40".
  func isLittle(_ lexeme: LexemeID) -> Bool { littles.contains(lexeme) }
  /// How often "once" and "twice" mean; nil for other words.
  func times(_ lexeme: LexemeID) -> Int? { oftens.first { $0.word == lexeme }?.number }
  /// The least that "several" and "a couple" mean; nil for other words.
  func few(_ lexeme: LexemeID) -> Int? { fews.first { $0.word == lexeme }?.number }
}
