/// The prepositions that frames of verbs ask for, one bit each.
struct Prepositions: Sendable {
  static let names = ["with", "for", "from", "in", "at", "on", "to", "against", "by", "of", "as", "near", "over", "under"]
  static let with: UInt16 = 1 << 0
  static let `for`: UInt16 = 1 << 1
  static let `in`: UInt16 = 1 << 3
  static let at: UInt16 = 1 << 4
  static let on: UInt16 = 1 << 5
  static let to: UInt16 = 1 << 6
  static let by: UInt16 = 1 << 8
  static let of: UInt16 = 1 << 9
  static let `as`: UInt16 = 1 << 10
  static let near: UInt16 = 1 << 11
  /// What leads the other side of a match: "a win over", "a draw with", "a defeat by".
  static let opposing: UInt16 = with | 1 << 7 | by | 1 << 12 | to
  /// What may stand before the place of an event.
  static let placing: UInt16 = `in` | at | near

  /// Those that never open a clause: what follows is no subject.
  static let binding: UInt16 = ((1 << 12) - 1) & ~(1 << 10)
  /// Stands for no preposition: the second noun group right behind the verb.
  static let second: UInt16 = 1 << 14
  /// Stands for every other preposition.
  static let other: UInt16 = 1 << 15

  /// In place of an array, which would be retained at every question; the lanes behind the last one hold no word.
  private let ids: SIMD16<LexemeID>

  init(_ lexicon: Lexicon) {
    var ids = SIMD16<LexemeID>(repeating: -2)
    for (index, name) in Prepositions.names.enumerated() { ids[index] = lexicon.lexeme(name) ?? -2 }
    self.ids = ids
  }

  /// The bit of a preposition; 0 for all others.
  @inline(__always) func bit(_ lexeme: LexemeID) -> UInt16 {
    for index in 0..<14 where ids[index] == lexeme { return 1 << UInt16(index) }
    return 0
  }
}

/// The frames of the verbs that state facts, by lemma. Immutable once read; its columns are addresses, since every verb of an article is asked for.
final class EventPredicates {
  static let path = "facts/predicates.tsv"
  let frames: UnsafePointer<EventFrame>
  let prepositions: Prepositions
  let words: FactWords
  /// Lexeme of the verb "die", -1 where the lexicon lacks it.
  let die: LexemeID
  /// For each lemma with frames their numbers.
  private let ranges: LexemeTable<SIMD2<UInt16>>

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    prepositions = Prepositions(lexicon)
    words = FactWords(gazetteer)
    die = lexicon.lexeme("die") ?? -1
    var frames: [EventFrame] = []
    var ranges: [LexemeID: Range<Int>] = [:]
    var previous: LexemeID = -1
    if var reader = gazetteer.rows(of: EventPredicates.path, columns: ["lemma", "predicate", "frame"]) {
      while reader.next() {
        let words = reader.string(0).split(separator: " ")
        guard let first = words.first, let lemma = lexicon.lexeme(String(first)) else { continue }
        var frame = EventFrame(
          predicate: Label(reader.string(1)), rule: Label("fact.verb." + reader.string(1)), flags: [], prepositions: 0)
        if words.count > 1 {
          guard let word = lexicon.lexeme(String(words[1])) else { continue }
          frame.word = word
        }
        for part in reader.string(2).split(separator: ",") { EventPredicates.read(part, into: &frame) }
        // Rows of one lemma stand together.
        frames.append(frame)
        ranges[lemma] = (lemma == previous ? ranges[lemma]?.lowerBound ?? 0 : frames.count - 1)..<frames.count
        previous = lemma
      }
    }
    self.frames = EventPredicates.address(frames)
    self.ranges = LexemeTable(
      ranges.mapValues { SIMD2(UInt16(truncatingIfNeeded: $0.lowerBound), UInt16(truncatingIfNeeded: $0.upperBound)) }, absent: SIMD2(0, 0))
  }

  deinit {
    words.deallocate()
    frames.deallocate()
    ranges.deallocate()
  }

  private static func address<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let address = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    address.initialize(from: elements, count: elements.count)
    return UnsafePointer(address)
  }

  /// Further arguments that are amounts.
  private static let amounts: Set<Substring> = ["amount", "level", "price"]

  private static func read(_ part: Substring, into frame: inout EventFrame) {
    switch part {
    case "np": frame.flags.insert(.object)
    case "intransitive": frame.flags.insert(.intransitive)
    case "mutual": frame.flags.insert(.mutual)
    case "person": frame.flags.insert(.person)
    case "thing": frame.flags.insert(.thing)
    case "active": frame.flags.insert(.active)
    case "role": frame.flags.insert(.role)
    case "meeting": frame.flags.insert(.meeting)
    case "entity": frame.flags.insert(.entity)
    case "attack": frame.flags.insert(.attack)
    case "passive": frame.flags.insert(.passive)
    case "dated": frame.flags.insert(.dated)
    case "keep": frame.flags.insert(.keep)
    case "value": frame.flags.insert(.value)
    case "score": frame.flags.insert(.score)
    case "actor": frame.flags.insert(.actor)
    case "across": frame.flags.insert(.across)
    case "complete": frame.flags.insert(.complete)
    case _ where part.hasPrefix("subject:"): frame.subjectRole = Label(String(part.dropFirst(8)))
    case _ where part.hasPrefix("object:"): frame.objectRole = Label(String(part.dropFirst(7)))
    default:
      let sides = part.split(separator: "=")
      if sides[0] == "second", sides.count > 1 {
        frame.extra |= Prepositions.second
        frame.extraRole = Label(String(sides[1]))
        frame.extraIsValue = EventPredicates.amounts.contains(sides[1])
        break
      }
      guard let bit = Prepositions.names.firstIndex(where: { $0 == sides[0] }) else { break }
      if sides.count > 1 {
        frame.extra |= 1 << UInt16(bit)
        frame.extraRole = Label(String(sides[1]))
        frame.extraIsValue = EventPredicates.amounts.contains(sides[1])
      } else {
        frame.prepositions |= 1 << UInt16(bit)
      }
    }
  }

  /// Asks for the memory of where the frames of a lemma stand.
  @inline(__always) func fetch(_ lemma: LexemeID) { ranges.fetch(lemma) }

  /// The frames of a lemma, in the table's order.
  @inline(__always)
  func range(_ lemma: LexemeID) -> Range<Int> {
    let range = ranges[lemma]
    return Int(range[0])..<Int(range[1])
  }
}
