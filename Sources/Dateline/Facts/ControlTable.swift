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
