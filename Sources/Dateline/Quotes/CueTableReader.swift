/// Reads the tables of `Gazetteers/cues` for `CueTable`.
struct CueTableReader {
  private(set) var cues: [CueTable.Cue] = []
  private(set) var indices: [UInt16]
  private(set) var words: [CueTable.Word] = [CueTable.Word()]
  /// The words of which `words` says anything.
  let listed: LexemeSet
  /// Those that are cues.
  let cueSet: LexemeSet
  private(set) var weights = WeightTable()
  /// The weights of cues with a frame, cue by cue, each frame once.
  private(set) var wordFrames: [CueTable.WordFrame] = []
  private(set) var contextWeights = [Float](repeating: 0, count: CandidateContext.count)
  private(set) var bias: Float = 0
  private(set) var according = -1

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    indices = [UInt16](repeating: 0, count: lexicon.count)
    listed = LexemeSet(lexemes: lexicon.count)
    cueSet = LexemeSet(lexemes: lexicon.count)
    readSettings(gazetteer)
    readCues(gazetteer)
    readWeights(gazetteer)
    for lexeme in 0..<LexemeID(truncatingIfNeeded: lexicon.count) where indices[Int(lexeme)] != 0 {
      listed.insert(lexeme)
      let word = words[Int(indices[Int(lexeme)])]
      guard word.isCue else { continue }
      cueSet.insert(lexeme)
      // "according" may be read as a form of another verb, by whose lemma it is looked up.
      if cues[Int(max(0, word.verb))].position == .preposition { cueSet.insert(lexicon.lemma(lexeme)) }
    }
  }

  private mutating func slot(_ lexeme: LexemeID) -> Int {
    if indices[Int(lexeme)] == 0 {
      indices[Int(lexeme)] = UInt16(truncatingIfNeeded: words.count)
      words.append(CueTable.Word())
    }
    return Int(indices[Int(lexeme)])
  }

  private mutating func readSettings(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "cues/settings.tsv", columns: ["word", "kind"]) else { return }
    let lexicon = gazetteer.lexicon
    while reader.next() {
      guard let lexeme = lexicon.lexeme(reader.string(0)), let setting = CueTable.Setting(name: reader.string(1)) else { continue }
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
      var position = CueTable.Position.verb
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
      var flags: CueTable.Flags = []
      for flag in reader.string(4).split(separator: ",") {
        switch flag {
        case "say": flags.insert(.say)
        case "split": flags.insert(.split)
        case "invert": flags.insert(.invert)
        case "impersonal": flags.insert(.impersonal)
        case "addressee": flags.insert(.addressee)
        case "participle": flags.insert(.participle)
        case "closing": flags.insert(.closing)
        case "viewpoint": flags.insert(.viewpoint)
        case "phrase": flags.insert(.phrase)
        case "deed": flags.insert(.deed)
        case "hearsay": flags.insert(.hearsay)
        case "gesture": flags.insert(.gesture)
        default: break
        }
      }
      if words[at].verb == number { words[at].flags = flags }
      cues.append(
        CueTable.Cue(
          lemma: lexeme, position: position, kind: CueTableReader.kind(reader.string(2)),
          cueClass: CueTableReader.cueClass(reader.string(3)),
          flags: flags,
          text: text))
    }
    // A word that reports speech as one part of speech is taken to do so as another.
    let speaking = Set(cues.filter(\.kind.isSpeech).map(\.lemma))
    for cue in cues.indices { cues[cue].isSpeech = speaking.contains(cues[cue].lemma) }
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
      case "class": if let frame { weights.set(CueTable.weightKey(.kind, Int(CueTableReader.kind(name).rawValue), frame), weight) }
      case "word":
        if name != lastName {
          lastName = name
          lastCue = cue(named: name, lexicon)
        }
        guard let cue = lastCue else { break }
        if let frame { add(frame, of: cue, weight) } else { weights.set(CueTable.weightKey(.word, cue, nil), weight) }
      case "context": if let feature = contexts[name] { contextWeights[feature] = weight }
      default: break
      }
    }
    wordFrames.sort { ($0.cue, $0.frame) < ($1.cue, $1.frame) }
  }

  /// Notes the weight of a cue with a frame; a preposition makes no other frame of it.
  private mutating func add(_ frame: ComplementFrame.Key, of cue: Int, _ weight: Float) {
    guard frame.preposition < 0 else { return }
    wordFrames.append(
      CueTable.WordFrame(
        cue: Int16(truncatingIfNeeded: cue), frame: UInt16(truncatingIfNeeded: frame.evidenceIndex), weight: weight))
  }

  /// The cue "say/v".
  private func cue(named name: String, _ lexicon: Lexicon) -> Int? {
    guard name.utf8.count > 2, let lexeme = lexicon.lexeme(String(name.dropLast(2))) else { return nil }
    let word = words[Int(indices[Int(lexeme)])]
    let cue = name.hasSuffix("n") ? word.noun : name.hasSuffix("a") ? word.adjective : word.verb
    return cue >= 0 ? Int(cue) : nil
  }

  private static func kind(_ name: String) -> CueTable.Class {
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

  private static func cueClass(_ name: String) -> Quote.CueClass {
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
