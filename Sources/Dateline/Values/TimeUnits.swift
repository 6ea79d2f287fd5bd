/// The nouns of time that durations are counted in (`values/time.tsv`), read once.
final class TimeUnits: Sendable {
  /// A unit of a TIMEX3 duration.
  struct Unit: Sendable {
    /// Y, M, W, D, H, M or S.
    var letter: UInt8
    /// Hours, minutes and seconds, which stand behind a T.
    var isClock: Bool
    /// How many units the noun means.
    var factor: Int

    /// Minutes of the clock.
    var isMinute: Bool { isClock && letter == UInt8(ascii: "M") }
  }

  // A dozen: looking through them is quicker than hashing.
  private let lexemes: [LexemeID]
  private let units: [Unit]
  /// Names of zones, and whether they are Greenwich's.
  private let zones: [String: Bool]
  private let at: LexemeID
  private let after: LexemeID
  private let before: LexemeID
  private let everys: [LexemeID]
  private let oClocks: [LexemeID]
  private let finals: [LexemeID]
  /// "every other day", "through", "end", "right" and the nouns for days of the week of one kind.
  private let others: [LexemeID]
  private let throughs: [LexemeID]
  private let edges: [LexemeID]
  private let rights: [LexemeID]
  private let wholes: [LexemeID]
  private let plans: [LexemeID]
  private let calendars: [LexemeID]
  private let deliveries: [LexemeID]
  private let fiscals: [LexemeID]
  private let schools: [LexemeID]
  private let dayKinds: [(word: LexemeID, code: String)]
  /// "early", "mid", "late": -1, 0, 1.
  private let parts: [(word: LexemeID, part: Int)]
  private let sames: [LexemeID]
  /// "past", "to" and the like between minutes and their hour.
  private let sides: [(word: LexemeID, sign: Int, isPlain: Bool)]
  /// "BC", "AD", without stops: whether the years are counted backwards.
  private let eras: [String: Bool]

  init(_ gazetteer: GazetteerFile) {
    var lexemes: [LexemeID] = []
    var units: [Unit] = []
    if var reader = gazetteer.rows(of: "values/time.tsv", columns: ["word", "unit", "factor"]) {
      while reader.next() {
        guard let lexeme = gazetteer.lexicon.lexeme(reader.string(0)), let letter = reader.string(1).utf8.last else { continue }
        lexemes.append(lexeme)
        units.append(Unit(letter: letter, isClock: reader.string(1).utf8.count > 1, factor: Int(reader.string(2)) ?? 1))
      }
    }
    self.lexemes = lexemes
    self.units = units
    var zones: [String: Bool] = [:]
    var words: [String: LexemeID] = [:]
    var everys: [LexemeID] = []
    var oClocks: [LexemeID] = []
    var finals: [LexemeID] = []
    var parts: [(word: LexemeID, part: Int)] = []
    var kinds: [String: [LexemeID]] = [:]
    var sames: [LexemeID] = []
    var sides: [(word: LexemeID, sign: Int, isPlain: Bool)] = []
    var eras: [String: Bool] = [:]
    if var reader = gazetteer.rows(of: "values/words.tsv", columns: ["word", "kind"]) {
      while reader.next() {
        switch reader.string(1) {
        case "zone": zones[reader.string(0)] = false
        case "greenwich": zones[reader.string(0)] = true
        case "at", "after", "before": words[reader.string(1)] = gazetteer.lexicon.lexeme(reader.string(0))
        case "era": eras[reader.string(0)] = false
        case "era-before": eras[reader.string(0)] = true
        case "final": if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { finals.append(lexeme) }
        case "other", "through", "edge", "right", "workday", "weekend", "whole", "fiscal", "school", "plan", "calendar", "delivery":
          if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { kinds[reader.string(1), default: []].append(lexeme) }
        case "early", "mid", "late":
          let part = reader.string(1) == "early" ? -1 : reader.string(1) == "late" ? 1 : 0
          if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { parts.append((lexeme, part)) }
        case "same": if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { sames.append(lexeme) }
        case "oclock": if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { oClocks.append(lexeme) }
        case "minutes-past", "minutes-after", "minutes-to":
          let isTo = reader.string(1) == "minutes-to"
          if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) {
            sides.append((lexeme, isTo ? -1 : 1, reader.string(1) == "minutes-past"))
          }
        case "every": if let lexeme = gazetteer.lexicon.lexeme(reader.string(0)) { everys.append(lexeme) }
        default: break
        }
      }
    }
    self.zones = zones
    self.everys = everys
    self.oClocks = oClocks
    self.finals = finals
    self.parts = parts
    others = kinds["other"] ?? []
    throughs = kinds["through"] ?? []
    edges = kinds["edge"] ?? []
    rights = kinds["right"] ?? []
    wholes = kinds["whole"] ?? []
    plans = kinds["plan"] ?? []
    calendars = kinds["calendar"] ?? []
    deliveries = kinds["delivery"] ?? []
    fiscals = kinds["fiscal"] ?? []
    schools = kinds["school"] ?? []
    dayKinds = (kinds["workday"] ?? []).map { ($0, "WD") } + (kinds["weekend"] ?? []).map { ($0, "WE") }
    self.sames = sames
    self.sides = sides
    self.eras = eras
    at = words["at"] ?? -1
    after = words["after"] ?? -1
    before = words["before"] ?? -1
  }

  /// Whether a zone of time is Greenwich's; nil for no zone.
  func isGreenwich(zone: String) -> Bool? { zones[zone] }
  /// "Friday at 3 pm".
  func isAt(_ lexeme: LexemeID) -> Bool { lexeme == at && lexeme >= 0 }
  /// "every week".
  func isEvery(_ lexeme: LexemeID) -> Bool { everys.contains(lexeme) }
  /// 1 for "after", -1 for "before".
  func side(_ lexeme: LexemeID) -> Int? { lexeme < 0 ? nil : lexeme == after ? 1 : lexeme == before ? -1 : nil }

  /// "the final quarter of 2009".
  func isFinal(_ lexeme: LexemeID) -> Bool { finals.contains(lexeme) }
  /// "every other week".
  func isOther(_ lexeme: LexemeID) -> Bool { others.contains(lexeme) }
  /// "to", "through", "until" between two times.
  func isThrough(_ lexeme: LexemeID) -> Bool { throughs.contains(lexeme) }
  /// "end", "beginning" of a period.
  func isEdge(_ lexeme: LexemeID) -> Bool { edges.contains(lexeme) }
  /// "right now".
  func isRight(_ lexeme: LexemeID) -> Bool { rights.contains(lexeme) }
  /// "all day", "another week".
  func isWhole(_ lexeme: LexemeID) -> Bool { wholes.contains(lexeme) }
  /// "due on Friday", "scheduled for May".
  func isPlan(_ lemma: LexemeID) -> Bool { plans.contains(lemma) }
  /// "for December delivery": what is still to come.
  func isDelivery(_ lexeme: LexemeID) -> Bool { deliveries.contains(lexeme) }
  /// "this calendar year".
  func isCalendar(_ lexeme: LexemeID) -> Bool { calendars.contains(lexeme) }
  /// "FY" for "fiscal" and the like, "SY" for "school"; nil for words that name no year of their own.
  func yearKind(_ lexeme: LexemeID) -> String? { fiscals.contains(lexeme) ? "FY" : schools.contains(lexeme) ? "SY" : nil }
  /// "WE" for "weekend", "WD" for "weekday"; nil for other nouns.
  func days(_ lemma: LexemeID) -> String? { dayKinds.first { $0.word == lemma }?.code }
  /// -1 for "early", 0 for "mid", 1 for "late"; nil for other words.
  func part(_ lexeme: LexemeID) -> Int? { parts.first { $0.word == lexeme }?.part }
  /// "that year", "the same day".
  func isSame(_ lexeme: LexemeID) -> Bool { sames.contains(lexeme) }
  /// "seven o'clock".
  func isOClock(_ lexeme: LexemeID) -> Bool { oClocks.contains(lexeme) }
  /// 1 for "past" and "after", -1 for "to" and "before"; plain where the word says hardly anything else between two numbers.
  func minuteSide(_ lexeme: LexemeID) -> (sign: Int, isPlain: Bool)? {
    sides.first { $0.word == lexeme }.map { ($0.sign, $0.isPlain) }
  }
  /// Whether an era's name, without stops, counts its years backwards; nil for no era.
  func isBefore(era: String) -> Bool? { eras[era] }

  /// "hours", "hrs".
  func isHour(_ lexeme: LexemeID, _ lemma: LexemeID) -> Bool {
    unit(lexeme, lemma).map { $0.isClock && $0.letter == UInt8(ascii: "H") } ?? false
  }

  /// The unit that a lemma means; nil for other nouns of time.
  func unit(_ lemma: LexemeID) -> Unit? { lexemes.firstIndex(of: lemma).map { units[$0] } }
  /// The same of a word, which may be a short form of its own ("mins").
  func unit(_ lexeme: LexemeID, _ lemma: LexemeID) -> Unit? { unit(lemma) ?? (lexeme == lemma ? nil : unit(lexeme)) }
}
