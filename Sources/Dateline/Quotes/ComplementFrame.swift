/// What stands after a cue: the shape of its complement, and where the content begins.
struct ComplementFrame {
  enum Shape: UInt8, CaseIterable {
    case that, clause, np, to, ing, quote, colon, ifWhether, wh, adj, pp, end, comma, other, before, infix, according

    /// The table's name.
    var name: String { Shape.names[Int(rawValue)] }

    // Spelled out: printing an enum goes through reflection, which is slow.
    static let names = [
      "THAT", "CLAUSE", "NP", "TO", "ING", "QUOTE", "COLON", "IF", "WH", "ADJ", "PP", "END", "COMMA", "OTHER", "BEFORE", "INFIX",
      "ACCORDING",
    ]

    init?(name: ArraySlice<UInt8>) {
      guard let index = Shape.names.firstIndex(where: { $0.utf8.elementsEqual(name) }) else { return nil }
      self.init(rawValue: UInt8(index))
    }
  }
  /// What stands between cue and complement.
  enum Gap: UInt8 { case none, addressee, adjunct }
  /// The form of the cue.
  enum Form: UInt8 { case finite, noun, adjective, passive, gerund, infinitive }

  /// A frame as a number: shape, gap, form, preposition.
  struct Key: Hashable {
    var bits: UInt64
    init(_ shape: Shape, gap: Gap = .none, form: Form = .finite, preposition: LexemeID = -1) {
      bits =
        UInt64(shape.rawValue) | UInt64(gap.rawValue) << 8 | UInt64(form.rawValue) << 12 | UInt64(UInt32(bitPattern: preposition &+ 1))
        << 16
    }
    private init(bits: UInt64) { self.bits = bits }
    var shape: Shape { Shape(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .other }
    var gap: Gap { Gap(rawValue: UInt8(bits >> 8 & 15)) ?? .none }
    var form: Form { Form(rawValue: UInt8(bits >> 12 & 15)) ?? .finite }
    var preposition: LexemeID { LexemeID(truncatingIfNeeded: Int64(bits >> 16 & 0xFFFF_FFFF)) &- 1 }
    var withoutPreposition: Key { Key(bits: bits & 0xFFFF) }

    /// Reads a name of the tables: "THAT", "g.A+TO", "PP:about".
    init?(name: Substring, _ lexicon: Lexicon) {
      // Bytes: the tables hold hundreds of names, and a start of the program reads them all.
      var rest = Array(name.utf8)[...]
      var form = Form.finite
      var gap = Gap.none
      func takes(_ prefix: StaticString) -> Bool {
        let prefix = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
        guard rest.starts(with: prefix) else { return false }
        rest = rest.dropFirst(prefix.count)
        return true
      }
      if rest.count > 2, rest[1] == UInt8(ascii: ".") {
        switch rest[0] {
        case UInt8(ascii: "n"): form = .noun
        case UInt8(ascii: "a"): form = .adjective
        case UInt8(ascii: "p"): form = .passive
        case UInt8(ascii: "g"): form = .gerund
        case UInt8(ascii: "i"): form = .infinitive
        default: return nil
        }
        rest = rest.dropFirst(2)
      }
      if takes("ADJ+") {
        gap = .adjunct
      } else if takes("A+") {
        gap = .addressee
      }
      var preposition: LexemeID = -1
      if takes("PP:") {
        guard let word = lexicon.lexeme(String(decoding: rest, as: UTF8.self)) else { return nil }
        preposition = word
        rest = Array("PP".utf8)[...]
      }
      guard let shape = Shape(name: rest) else { return nil }
      self.init(shape, gap: gap, form: form, preposition: preposition)
    }

    /// The tables' name, without the preposition.
    var name: String {
      let prefix = ["", "n.", "a.", "p.", "g.", "i."][Int(form.rawValue)]
      let middle = gap == .adjunct ? "ADJ+" : gap == .addressee ? "A+" : ""
      return prefix + middle + shape.name
    }

    /// The tables' name.
    func name(_ lexicon: Lexicon) -> String { name + (preposition >= 0 ? ":" + lexicon.text(preposition) : "") }

    /// Number of the frame without its preposition, below `evidenceCount`.
    @inline(__always)
    var evidenceIndex: Int {
      (Int(truncatingIfNeeded: bits >> 12 & 15) * 3 + Int(truncatingIfNeeded: bits >> 8 & 15)) * Key.shapeCount
        + Int(truncatingIfNeeded: bits & 0xFF)
    }
    static let evidenceCount = 6 * 3 * shapeCount
    private static let shapeCount = 17

    /// The frame of that number.
    init(evidenceIndex number: Int) {
      let (outer, shape) = number.quotientAndRemainder(dividingBy: Key.shapeCount)
      bits = UInt64(shape) | UInt64(outer % 3) << 8 | UInt64(outer / 3) << 12
    }

    /// "quote.after.g.that" and so on, by `evidenceIndex`: for the table, since joining strings costs more than finding a quotation.
    static var evidence: [Label] {
      var names: [Label] = []
      for form in 0..<UInt8(6) {
        for gap in 0..<UInt8(3) {
          for shape in Shape.allCases {
            let key = Key(shape, gap: Gap(rawValue: gap) ?? .none, form: Form(rawValue: form) ?? .finite)
            let rule =
              switch shape {
              case .before: "quote.before"
              case .infix: "quote.infix"
              case .according: "quote.according-to"
              default: "quote.after." + key.name.lowercased()
              }
            names.append(Label(rule))
          }
        }
      }
      return names
    }
  }

  /// The longest words between commas after a subject, in tokens.
  static let longestInsertion = 12

  var shape: Shape
  var gap = Gap.none
  var preposition: LexemeID = -1
  /// First token of the content.
  var content: Int

  init(_ shape: Shape, _ content: Int, gap: Gap = .none, preposition: LexemeID = -1) {
    self.shape = shape
    self.content = content
    self.gap = gap
    self.preposition = preposition
  }

  /// Whether the content is a clause of its own rather than a noun group or an infinitive.
  var isClausal: Bool {
    switch shape {
    case .that, .clause, .ifWhether, .wh, .quote, .colon: true
    default: false
    }
  }
}
