/// What `Gazetteers/cues` says of a word: whether it reports speech, how, and what its complements are worth. Immutable once read.
final class CueTable {
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
    /// Says what somebody thinks of its subject: "is expected to".
    static let impersonal = Flags(rawValue: 64)
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
    /// Those of the verb.
    var flags: Flags = []
    var isCue: Bool { verb >= 0 || noun >= 0 || adjective >= 0 }
  }

  /// The cues, at an address that holds as long as the table.
  let cues: UnsafePointer<Cue>
  private let cueCount: Int
  /// Which words are cues.
  let bits: CueBits
  /// Index into `words` by lexeme; 0 for all others.
  private let indices: UnsafePointer<UInt16>
  private let words: UnsafePointer<Word>
  private let lexiconCount: Int
  /// What cue and complement say for a report, in log-odds, by `weightKey`: what the columns below do not hold.
  private let weights: WeightTable
  /// The weights of frames without preposition, by `evidenceIndex`: alone, and then for each class of cue.
  private let frameWeights: UnsafePointer<Float>
  /// The weight of each cue alone.
  private let cueWeights: UnsafePointer<Float>
  /// What the surroundings say, by feature of `CandidateContext`.
  let contextWeights: UnsafePointer<Float>
  private let bias: Float
  /// The names of the rules by `evidenceIndex`.
  let evidence: UnsafePointer<Label>
  /// "according".
  let according: Int

  init(_ gazetteer: GazetteerFile) {
    let reader = CueTableReader(gazetteer)
    lexiconCount = gazetteer.lexicon.count
    cues = CueTable.address(reader.cues)
    cueCount = reader.cues.count
    indices = CueTable.address(reader.indices)
    words = CueTable.address(reader.words)
    bits = CueBits(bits: CueTable.address([0] + reader.reporting), count: UInt32(truncatingIfNeeded: lexiconCount))
    weights = reader.weights
    bias = reader.bias
    according = reader.according
    contextWeights = CueTable.address(reader.contextWeights)
    evidence = CueTable.address(ComplementFrame.Key.evidence)
    let table = reader.weights
    cueWeights = CueTable.address(reader.cues.indices.map { table[CueTable.weightKey(.word, $0, nil)] })
    var frames: [Float] = []
    for kind in 0...Class.other.rawValue + 1 {
      for number in 0..<ComplementFrame.Key.evidenceCount {
        let frame = ComplementFrame.Key(evidenceIndex: number)
        frames.append(table[kind == 0 ? CueTable.weightKey(.frame, 0, frame) : CueTable.weightKey(.kind, Int(kind) - 1, frame)])
      }
    }
    frameWeights = CueTable.address(frames)
  }

  deinit {
    UnsafeMutablePointer(mutating: cues).deinitialize(count: cueCount)
    cues.deallocate()
    indices.deallocate()
    words.deallocate()
    bits.bits.deallocate()
    weights.deallocate()
    frameWeights.deallocate()
    cueWeights.deallocate()
    contextWeights.deallocate()
    evidence.deallocate()
  }

  private static func address<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let address = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    address.initialize(from: elements, count: elements.count)
    return UnsafePointer(address)
  }

  @inline(__always)
  func word(_ lexeme: LexemeID) -> Word { words[lexeme >= 0 && Int(lexeme) < lexiconCount ? Int(indices[Int(lexeme)]) : 0] }

  @inline(__always)
  func setting(_ lexeme: LexemeID) -> Setting { word(lexeme).setting }

  /// What speaks for this cue with this complement reporting something, in log-odds: the frame, the cue's class with it, the cue alone and
  /// the cue with it.
  func score(_ cue: Int, _ frame: ComplementFrame.Key) -> Float {
    let number = frame.evidenceIndex
    let kind = Int(cues[cue].kind.rawValue)
    var score = bias
    score += frameWeights[number]
    score +=
      frame.preposition < 0
      ? frameWeights[(kind + 1) * ComplementFrame.Key.evidenceCount + number] : weights[CueTable.weightKey(.kind, kind, frame)]
    score += cueWeights[cue]
    score += weights[CueTable.weightKey(.wordWithFrame, cue, frame.withoutPreposition)]
    return score
  }

  /// The names of the rows that `score` adds up: for fitting.
  func features(_ cue: Int, _ frame: ComplementFrame.Key, _ lexicon: Lexicon) -> [String] {
    let word = cues[cue].text + "/" + ["v", "n", "a", "p"][Int(cues[cue].position.rawValue)]
    return ["frame||" + frame.name, "class|\(cues[cue].kind)|" + frame.name(lexicon), "word|\(word)|", "word|\(word)|" + frame.name]
  }

  enum Scope: UInt64 { case frame, kind, word, wordWithFrame }

  static func weightKey(_ scope: Scope, _ number: Int, _ frame: ComplementFrame.Key?) -> UInt64 {
    // A frame takes 48 bits, of which a preposition's number uses few.
    (frame?.bits ?? 0) & 0x3_FFFF_FFFF_FFFF | scope.rawValue << 62 | UInt64(number) << 50
  }
}

/// One bit a lexeme, as an address: whether it is a cue. Small enough to stay in the cache, so that most words cost one test.
struct CueBits {
  /// The bits of lexeme 0 and so on, behind a word of zeros for an article's own words.
  let bits: UnsafePointer<UInt64>
  let count: UInt32

  /// One when the word (a verb or noun by its lemma) may report, else zero.
  @inline(__always) func mayReport(_ lexeme: LexemeID) -> UInt64 {
    let number = UInt32(bitPattern: lexeme)
    let place = (number &+ 64) & (number < count ? ~0 : 0)
    return bits[Int(place &>> 6)] &>> UInt64(number & 63) & 1
  }
}
