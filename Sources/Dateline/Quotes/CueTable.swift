/// What `Gazetteers/cues` says of a word: whether it reports speech, how, and what its complements are worth.
struct CueTable {
  enum Position: UInt8 { case verb, noun, adjective, preposition }
  enum Class: UInt8 { case speech, question, judge, intention, belief, perception, document, appearance, other }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Introduces direct speech: say, add, reply.
    static let say = Flags(rawValue: 1)
    /// A clause with this verb ends the content before it ("…, and he argued").
    static let split = Flags(rawValue: 2)
    /// May stand before its subject: "said the minister".
    static let invert = Flags(rawValue: 4)
    /// Takes the hearer as object: tell, ask.
    static let addressee = Flags(rawValue: 8)
    /// Its -ing form after a comma ends the content before: ", adding".
    static let participle = Flags(rawValue: 16)
    /// May close a report even with an object: "…, she told reporters".
    static let closing = Flags(rawValue: 32)
  }

  struct Cue {
    var lemma: LexemeID
    var position: Position
    var kind: Class
    var cueClass: Quote.CueClass
    var flags: Flags
    var text: String
  }

  /// Closed-class words that the frames and content ends ask for, one bit each.
  struct Setting: OptionSet {
    let rawValue: UInt16
    static let adjunct = Setting(rawValue: 1 << 0)
    static let contrast = Setting(rawValue: 1 << 1)
    static let control = Setting(rawValue: 1 << 2)
    static let day = Setting(rawValue: 1 << 3)
    static let halt = Setting(rawValue: 1 << 4)
    static let link = Setting(rawValue: 1 << 5)
    static let occasion = Setting(rawValue: 1 << 6)
    static let opener = Setting(rawValue: 1 << 7)
    static let subjectLink = Setting(rawValue: 1 << 8)
    static let time = Setting(rawValue: 1 << 9)
    static let wh = Setting(rawValue: 1 << 10)
    static let whether = Setting(rawValue: 1 << 11)

    init(rawValue: UInt16) { self.rawValue = rawValue }
    init?(name: String) {
      switch name {
      case "adjunct": self = .adjunct
      case "contrast": self = .contrast
      case "control": self = .control
      case "day": self = .day
      case "halt": self = .halt
      case "link": self = .link
      case "occasion": self = .occasion
      case "opener": self = .opener
      case "subject-link": self = .subjectLink
      case "time": self = .time
      case "wh": self = .wh
      case "whether": self = .whether
      default: return nil
      }
    }
  }

  /// What one lexeme is: indices into `cues`, -1 for none.
  struct Word {
    var setting: Setting = Setting(rawValue: 0)
    var verb: Int16 = -1
    var noun: Int16 = -1
    var adjective: Int16 = -1
    var isCue: Bool { verb >= 0 || noun >= 0 || adjective >= 0 }
  }

  private(set) var cues: [Cue] = []
  /// One bit a lexeme: whether it is a cue. Small enough to stay in the cache, so that most words cost one test.
  private var reporting: [UInt64]
  /// Index into `words` by lexeme; 0 for all others.
  private var indices: [UInt16]
  private var words: [Word] = [Word()]
  /// What cue and complement say for a report, in log-odds, by `weightKey`.
  private var weights = WeightTable()
  /// What the surroundings say, by feature of `CandidateContext`.
  private(set) var contextWeights = [Float](repeating: 0, count: CandidateContext.count)
  private var bias: Float = 0
  /// "according".
  private(set) var according = -1

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    indices = [UInt16](repeating: 0, count: lexicon.count)
    reporting = [UInt64](repeating: 0, count: lexicon.count / 64 + 1)
    readSettings(gazetteer)
    readCues(gazetteer)
    readWeights(gazetteer)
    for lexeme in 0..<lexicon.count where indices[lexeme] != 0 && words[Int(indices[lexeme])].isCue {
      reporting[lexeme >> 6] |= 1 << UInt64(lexeme & 63)
    }
  }

  @inline(__always)
  func word(_ lexeme: LexemeID) -> Word { Int(lexeme) < indices.count && lexeme >= 0 ? words[Int(indices[Int(lexeme)])] : words[0] }

  /// Calls `body` with the bits of the words that are cues: for loops over tokens.
  @inline(__always)
  func withBits<Result>(_ body: (CueBits) -> Result) -> Result {
    reporting.withUnsafeBufferPointer { body(CueBits(bits: $0.baseAddress!, count: indices.count)) }
  }

  @inline(__always)
  func setting(_ lexeme: LexemeID) -> Setting { word(lexeme).setting }

  /// What speaks for this cue with this complement reporting something, in log-odds: the frame, the cue's class with it, the cue alone and
  /// the cue with it.
  func score(_ cue: Int, _ frame: ComplementFrame.Key) -> Float {
    let plain = frame.withoutPreposition
    var score = bias
    score += weights[CueTable.weightKey(.frame, 0, plain)]
    score += weights[CueTable.weightKey(.kind, Int(cues[cue].kind.rawValue), frame)]
    score += weights[CueTable.weightKey(.word, cue, nil)]
    score += weights[CueTable.weightKey(.wordWithFrame, cue, plain)]
    return score
  }

  /// The names of the rows that `score` adds up: for fitting.
  func features(_ cue: Int, _ frame: ComplementFrame.Key, _ lexicon: Lexicon) -> [String] {
    let word = cues[cue].text + "/" + ["v", "n", "a", "p"][Int(cues[cue].position.rawValue)]
    return ["frame||" + frame.name, "class|\(cues[cue].kind)|" + frame.name(lexicon), "word|\(word)|", "word|\(word)|" + frame.name]
  }

  private enum Scope: UInt64 { case frame, kind, word, wordWithFrame }

  private static func weightKey(_ scope: Scope, _ number: Int, _ frame: ComplementFrame.Key?) -> UInt64 {
    // A frame takes 48 bits, of which a preposition's number uses few.
    (frame?.bits ?? 0) & 0x3_FFFF_FFFF_FFFF | scope.rawValue << 62 | UInt64(number) << 50
  }

  private mutating func slot(_ lexeme: LexemeID) -> Int {
    if indices[Int(lexeme)] == 0 {
      indices[Int(lexeme)] = UInt16(truncatingIfNeeded: words.count)
      words.append(Word())
    }
    return Int(indices[Int(lexeme)])
  }

  private mutating func readSettings(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "cues/settings.tsv", columns: ["word", "kind"]) else { return }
    let lexicon = gazetteer.lexicon
    while reader.next() {
      guard let lexeme = lexicon.lexeme(reader.string(0)), let setting = Setting(name: reader.string(1)) else { continue }
      words[slot(lexeme)].setting.insert(setting)
    }
  }

  private mutating func readCues(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "cues/reporting.tsv", columns: ["lemma", "pos", "class", "cue", "flags"]) else {
      return
    }
    let lexicon = gazetteer.lexicon
    while reader.next() {
      let text = reader.string(0)
      guard let lexeme = lexicon.lexeme(text), cues.count < Int(Int16.max) else { continue }
      let number = Int16(cues.count)
      var position = Position.verb
      let at = slot(lexeme)
      switch reader.string(1) {
      case "n":
        position = .noun
        words[at].noun = number
      case "a":
        position = .adjective
        words[at].adjective = number
      case "p":
        position = .preposition
        according = Int(number)
        words[at].verb = number
      default: words[at].verb = number
      }
      var flags: Flags = []
      for flag in reader.string(4).split(separator: ",") {
        switch flag {
        case "say": flags.insert(.say)
        case "split": flags.insert(.split)
        case "invert": flags.insert(.invert)
        case "addressee": flags.insert(.addressee)
        case "participle": flags.insert(.participle)
        case "closing": flags.insert(.closing)
        default: break
        }
      }
      cues.append(
        Cue(
          lemma: lexeme, position: position, kind: CueTable.kind(reader.string(2)), cueClass: CueTable.cueClass(reader.string(3)),
          flags: flags,
          text: text))
    }
  }

  /// Rows `scope  name  frame  weight`: the bias, a frame, a class with a frame, a word with or without one, a context.
  private mutating func readWeights(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "cues/weights.tsv", columns: ["scope", "name", "frame", "weight"]) else { return }
    let lexicon = gazetteer.lexicon
    var contexts: [String: Int] = [:]
    contexts.reserveCapacity(CandidateContext.count)
    for (feature, name) in CandidateContext.names.enumerated() where !name.isEmpty { contexts[name] = feature }
    // Rows of one word stand together.
    var lastName = ""
    var lastCue: Int?
    while reader.next() {
      guard let weight = Float(reader.string(3)) else { continue }
      let name = reader.string(1)
      let frame = reader.field(2).isEmpty ? nil : ComplementFrame.Key(name: reader.string(2)[...], lexicon)
      switch reader.string(0) {
      case "bias": bias = weight
      case "frame": if let frame { weights.set(CueTable.weightKey(.frame, 0, frame), weight) }
      case "class": if let frame { weights.set(CueTable.weightKey(.kind, Int(CueTable.kind(name).rawValue), frame), weight) }
      case "word":
        if name != lastName {
          lastName = name
          lastCue = cue(named: name, lexicon)
        }
        if let cue = lastCue { weights.set(CueTable.weightKey(frame == nil ? .word : .wordWithFrame, cue, frame), weight) }
      case "context": if let feature = contexts[name] { contextWeights[feature] = weight }
      default: break
      }
    }
  }

  /// The cue "say/v".
  private func cue(named name: String, _ lexicon: Lexicon) -> Int? {
    guard name.utf8.count > 2, let lexeme = lexicon.lexeme(String(name.dropLast(2))) else { return nil }
    let word = word(lexeme)
    let cue = name.hasSuffix("n") ? word.noun : name.hasSuffix("a") ? word.adjective : word.verb
    return cue >= 0 ? Int(cue) : nil
  }

  static func kind(_ name: String) -> Class {
    switch name {
    case "speech": .speech
    case "question": .question
    case "judge": .judge
    case "intention": .intention
    case "belief": .belief
    case "perception": .perception
    case "document": .document
    case "appearance": .appearance
    default: .other
    }
  }

  static func cueClass(_ name: String) -> Quote.CueClass {
    switch name {
    case "claim": .claim
    case "deny": .deny
    case "confirm": .confirm
    case "ask": .ask
    case "order": .order
    case "promise": .promise
    case "accuse": .accuse
    case "warn": .warn
    default: .neutral
    }
  }
}

/// One bit a lexeme, as an address.
struct CueBits {
  let bits: UnsafePointer<UInt64>
  let count: Int

  /// One when a word of the lexicon or its lemma is a cue, else zero.
  @inline(__always) func mayReport(_ lexeme: LexemeID, _ lemma: LexemeID) -> UInt64 {
    guard Int(lexeme) < count, Int(lemma) < count else { return 0 }
    return (bits[Int(lexeme) &>> 6] &>> UInt64(lexeme & 63) | bits[Int(lemma) &>> 6] &>> UInt64(lemma & 63)) & 1
  }
}
