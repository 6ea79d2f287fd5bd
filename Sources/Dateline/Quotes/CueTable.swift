import CICU

/// What `Gazetteers/cues` says of a word: whether it reports speech, how, and what its complements are worth. Immutable once read.
final class CueTable {
  enum Position: UInt8 { case verb, noun, adjective, preposition }
  enum Class: UInt8 {
    case speech, question, judge, intention, belief, perception, document, appearance, other

    /// What somebody judges, intends, believes or sees is a quotation in the wide sense, but nothing that was said.
    var isSpeech: Bool { self == .speech || self == .question || self == .document }
  }

  struct Flags: OptionSet {
    let rawValue: UInt16
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
    /// A noun that stands in "in her view", "in the words of Lee".
    static let viewpoint = Flags(rawValue: 128)
    /// A noun that reports nothing elsewhere: "eyes".
    static let phrase = Flags(rawValue: 256)
    /// A verb whose infinitive is a deed: "learned to read".
    static let deed = Flags(rawValue: 512)
    /// Past forms before "to be" are passive: "said to be".
    static let hearsay = Flags(rawValue: 1024)
    /// Stands beside direct speech only: "“Never,” he grinned".
    static let gesture = Flags(rawValue: 2048)
  }

  struct Cue {
    var lemma: LexemeID
    var position: Position
    var kind: Class
    var cueClass: Quote.CueClass
    var flags: Flags
    /// Whether the word reports what somebody said.
    var isSpeech = true
    var text: String
  }

  /// Closed-class words that the frames and content ends ask for, one bit each.
  struct Setting: OptionSet {
    let rawValue: UInt32
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
    static let refusal = Setting(rawValue: 1 << 12)
    /// The speaker himself: I, we, our.
    static let own = Setting(rawValue: 1 << 13)
    /// What has a title (novel), what bears a slogan (banner), what says that a word is one (term, dub).
    static let workNoun = Setting(rawValue: 1 << 14)
    static let sloganNoun = Setting(rawValue: 1 << 15)
    static let termWord = Setting(rawValue: 1 << 16)
    /// By what means something is said (telephone), and where people post it (Facebook).
    static let medium = Setting(rawValue: 1 << 17)
    static let platform = Setting(rawValue: 1 << 18)
    /// Who asks in an interview (reporter), and what the two do (talk).
    static let asker = Setting(rawValue: 1 << 19)
    static let conversation = Setting(rawValue: 1 << 20)
    /// A verb that says what something is to somebody: look, seem.
    static let seeming = Setting(rawValue: 1 << 21)
    /// A verb between a banner and its slogan: read, say.
    static let bearing = Setting(rawValue: 1 << 22)

    init(rawValue: UInt32) { self.rawValue = rawValue }
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
      case "refusal": self = .refusal
      case "own": self = .own
      case "work-noun": self = .workNoun
      case "slogan-noun": self = .sloganNoun
      case "term-word": self = .termWord
      case "medium": self = .medium
      case "platform": self = .platform
      case "asker": self = .asker
      case "conversation": self = .conversation
      case "seeming": self = .seeming
      case "bearing": self = .bearing
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

  private struct Row {
    /// That of the cue alone.
    var weight: Float
    var kind: Class
    /// Its frames, in `wordFrames`.
    var frameCount: UInt8 = 0
    var firstFrame: UInt16 = 0
    var flags: Flags
  }

  /// What a cue with a frame without preposition is worth beyond cue and frame.
  struct WordFrame {
    var cue: Int16
    /// The frame's `evidenceIndex`.
    var frame: UInt16
    var weight: Float
  }

  /// The cues, at an address that holds as long as the table.
  let cues: UnsafePointer<Cue>
  private let cueCount: Int
  /// Which words are cues.
  let cueSet: LexemeSet
  /// The words that have an index.
  private let listed: LexemeSet
  /// Index into `words` by lexeme; 0 for all others.
  private let indices: UnsafePointer<UInt16>
  private let words: UnsafePointer<Word>
  /// What cue and complement say for a report, in log-odds, by `weightKey`: what the columns below do not hold.
  private let weights: WeightTable
  /// The frames of each cue, cue by cue: a handful each, so that one line of the cache holds those of a cue.
  private let wordFrames: UnsafePointer<WordFrame>
  /// The bias with the weights of frames without preposition, by `evidenceIndex`: alone, and then with those for each class of cue.
  private let frameWeights: UnsafePointer<Float>
  /// What is asked of every cue, close together.
  private let rows: UnsafePointer<Row>
  /// What the surroundings say, by feature of `CandidateContext`.
  let contextWeights: UnsafePointer<Float>
  /// What the best of speakers adds to a candidate, by group of complements.
  private let bestSpeakers: [Float]
  /// The names of the rules by `evidenceIndex`.
  let evidence: UnsafePointer<Label>
  /// "according".
  let according: Int

  init(_ gazetteer: GazetteerFile) {
    let reader = CueTableReader(gazetteer)
    cues = CueTable.address(reader.cues)
    cueCount = reader.cues.count
    indices = CueTable.address(reader.indices)
    words = CueTable.address(reader.words)
    cueSet = reader.cueSet
    listed = reader.listed
    weights = reader.weights
    according = reader.according
    contextWeights = CueTable.address(reader.contextWeights)
    bestSpeakers = CandidateContext.Group.allCases.map { group in
      NounKind.allCases.map { reader.contextWeights[CandidateContext.feature(.speaker, group, Int($0.rawValue))] }.max() ?? 0
    }
    evidence = CueTable.address(ComplementFrame.Key.evidence)
    let table = reader.weights
    var rows = reader.cues.indices.map {
      Row(weight: table[CueTable.weightKey(.word, $0, nil)], kind: reader.cues[$0].kind, flags: reader.cues[$0].flags)
    }
    for (place, row) in reader.wordFrames.enumerated() {
      if rows[Int(row.cue)].frameCount == 0 { rows[Int(row.cue)].firstFrame = UInt16(truncatingIfNeeded: place) }
      rows[Int(row.cue)].frameCount += 1
    }
    self.rows = CueTable.address(rows)
    wordFrames = CueTable.address(reader.wordFrames)
    let keys = (0..<ComplementFrame.Key.evidenceCount).map { ComplementFrame.Key(evidenceIndex: $0) }
    var frames = keys.map { reader.bias + table[CueTable.weightKey(.frame, 0, $0)] }
    for kind in 0...Int(Class.other.rawValue) {
      frames += keys.indices.map { frames[$0] + table[CueTable.weightKey(.kind, kind, keys[$0])] }
    }
    frameWeights = CueTable.address(frames)
  }

  deinit {
    UnsafeMutablePointer(mutating: cues).deinitialize(count: cueCount)
    cues.deallocate()
    indices.deallocate()
    words.deallocate()
    cueSet.deallocate()
    listed.deallocate()
    weights.deallocate()
    frameWeights.deallocate()
    rows.deallocate()
    wordFrames.deallocate()
    contextWeights.deallocate()
    evidence.deallocate()
  }

  private static func address<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let address = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    address.initialize(from: elements, count: elements.count)
    return UnsafePointer(address)
  }

  /// What the word is; the set spares most words the look-up of their index.
  @inline(__always)
  func word(_ lexeme: LexemeID) -> Word { words[listed.contains(lexeme) ? Int(indices[Int(lexeme)]) : 0] }

  @inline(__always)
  func setting(_ lexeme: LexemeID) -> Setting { word(lexeme).setting }

  /// The flags of a cue; the rest of what `cues` says of it lies farther away.
  @inline(__always) func flags(_ cue: Int) -> Flags { rows[cue].flags }

  /// What speaks for this cue with this complement reporting something, in log-odds: the frame, the cue's class with it, the cue alone and
  /// the cue with it.
  func score(_ cue: Int, _ frame: ComplementFrame.Key) -> Float {
    let number = frame.evidenceIndex
    let row = rows[cue]
    let kind = Int(row.kind.rawValue)
    var score =
      frame.preposition < 0
      ? frameWeights[(kind + 1) * ComplementFrame.Key.evidenceCount + number]
      : frameWeights[number] + weights[CueTable.weightKey(.kind, kind, frame)]
    score += row.weight
    for place in Int(row.firstFrame)..<Int(row.firstFrame) + Int(row.frameCount) where Int(wordFrames[place].frame) == number {
      return score + wordFrames[place].weight
    }
    return score
  }

  @inline(__always) func bestSpeaker(_ group: CandidateContext.Group) -> Float { bestSpeakers[Int(group.rawValue)] }

  /// Asks for the memory of what `score` reads of a cue.
  @inline(__always) func fetch(_ cue: Int) { cicu_prefetch(rows + cue) }

  /// Whether the verb reports what somebody said; so does a verb that is no cue.
  func isSpeech(_ lemma: LexemeID) -> Bool {
    let word = word(lemma)
    let cue = max(word.verb, word.noun, word.adjective)
    return cue < 0 || cues[Int(cue)].isSpeech
  }

  /// The names of the rows that `score` adds up: for fitting.
  func features(_ cue: Int, _ frame: ComplementFrame.Key, _ lexicon: Lexicon) -> [String] {
    let word = cues[cue].text + "/" + ["v", "n", "a", "p"][Int(cues[cue].position.rawValue)]
    return ["frame||" + frame.name, "class|\(cues[cue].kind)|" + frame.name(lexicon), "word|\(word)|", "word|\(word)|" + frame.name]
  }

  enum Scope: UInt64 { case frame, kind, word }

  static func weightKey(_ scope: Scope, _ number: Int, _ frame: ComplementFrame.Key?) -> UInt64 {
    // A frame takes 48 bits, of which a preposition's number uses few.
    (frame?.bits ?? 0) & 0x3_FFFF_FFFF_FFFF | scope.rawValue << 62 | UInt64(number) << 50
  }
}
