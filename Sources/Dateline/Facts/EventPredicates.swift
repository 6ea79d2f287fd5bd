/// The prepositions that frames of verbs ask for, one bit each.
struct Prepositions: Sendable {
  static let names = ["with", "for", "from", "in", "at", "on", "to", "against", "by", "of", "as", "near"]
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
  /// What may stand before the place of an event.
  static let placing: UInt16 = `in` | at | near

  /// Those that never open a clause: what follows is no subject.
  static let binding: UInt16 = ((1 << 12) - 1) & ~(1 << 10)

  /// In place of an array, which would be retained at every question; the lanes behind the last one hold no word.
  private let ids: SIMD16<LexemeID>

  init(_ lexicon: Lexicon) {
    var ids = SIMD16<LexemeID>(repeating: -2)
    for (index, name) in Prepositions.names.enumerated() { ids[index] = lexicon.lexeme(name) ?? -2 }
    self.ids = ids
  }

  /// The bit of a preposition; 0 for all others.
  @inline(__always) func bit(_ lexeme: LexemeID) -> UInt16 {
    for index in 0..<12 where ids[index] == lexeme { return 1 << UInt16(index) }
    return 0
  }
}

/// What a verb's clause states and which complement it takes: a row of `Gazetteers/facts/predicates.tsv`.
struct EventFrame: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    /// The direct object is what the verb is done to.
    static let object = Flags(rawValue: 1 << 0)
    /// Needs no object.
    static let intransitive = Flags(rawValue: 1 << 1)
    /// Several subjects do it to each other.
    static let mutual = Flags(rawValue: 1 << 2)
    /// The object is a person.
    static let person = Flags(rawValue: 1 << 3)
    /// The object is no person.
    static let thing = Flags(rawValue: 1 << 4)
    /// A passive without agent means something else.
    static let active = Flags(rawValue: 1 << 5)
    /// A second noun group, or one behind "as", says which role.
    static let role = Flags(rawValue: 1 << 6)
    /// The direct object must be a noun for talks; the other party stands behind the preposition.
    static let meeting = Flags(rawValue: 1 << 7)
    /// The direct object must be a noun for an attack; the target stands behind the preposition.
    static let attack = Flags(rawValue: 1 << 8)
    /// The object must be a thing with a name.
    static let entity = Flags(rawValue: 1 << 9)
  }

  var predicate: Label
  /// "fact.verb.attacked".
  var rule: Label
  var flags: Flags
  var prepositions: UInt16
}

/// The frames of the verbs that state facts, by lemma. Immutable once read; its columns are addresses, since every verb of an article is asked for.
final class EventPredicates {
  static let path = "facts/predicates.tsv"
  let frames: UnsafePointer<EventFrame>
  let prepositions: Prepositions
  /// For each lemma with frames their numbers.
  private let ranges: LexemeTable<SIMD2<UInt16>>

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    prepositions = Prepositions(lexicon)
    var frames: [EventFrame] = []
    var ranges: [LexemeID: Range<Int>] = [:]
    var previous: LexemeID = -1
    if var reader = gazetteer.rows(of: EventPredicates.path, columns: ["lemma", "predicate", "frame"]) {
      while reader.next() {
        guard let lemma = lexicon.lexeme(reader.string(0)) else { continue }
        var frame = EventFrame(
          predicate: Label(reader.string(1)), rule: Label("fact.verb." + reader.string(1)), flags: [], prepositions: 0)
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
    frames.deallocate()
    ranges.deallocate()
  }

  private static func address<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let address = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    address.initialize(from: elements, count: elements.count)
    return UnsafePointer(address)
  }

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
    default: if let bit = Prepositions.names.firstIndex(where: { $0 == part }) { frame.prepositions |= 1 << UInt16(bit) }
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

/// What a verb or adjective says of the clause that it governs: "denied attacking", "urged Peru to free", "is expected to visit".
struct ControlTable: Sendable {
  enum Complement: String {
    case to, object, ing, of, `for`, with, modal

    fileprivate var number: UInt64 {
      switch self {
      case .to: 0
      case .object: 1
      case .ing: 2
      case .of: 3
      case .for: 4
      case .with: 5
      case .modal: 6
      }
    }
  }
  enum Status: String { case asserted, planned, possible, requested, denied, alleged, reported, conditional, negative }

  private var rows: [UInt64: Status] = [:]

  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "facts/control.tsv", columns: ["lemma", "complement", "status"]) else { return }
    while reader.next() {
      guard let lemma = gazetteer.lexicon.lexeme(reader.string(0)),
        let complement = Complement(rawValue: reader.string(1)), let status = Status(rawValue: reader.string(2))
      else { continue }
      rows[ControlTable.key(lemma, complement)] = status
    }
  }

  private static func key(_ lemma: LexemeID, _ complement: Complement) -> UInt64 {
    UInt64(UInt32(bitPattern: lemma)) << 8 | complement.number
  }

  func status(_ lemma: LexemeID, _ complement: Complement) -> Status? { rows[ControlTable.key(lemma, complement)] }
}
