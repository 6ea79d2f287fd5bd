/// Reads one line of a file of rules: `{"label": "ORG", "pattern": "Halden Group"}` or a list of token descriptions as pattern.
struct EntityRulerReader {
  struct Line {
    var type: EntityType
    var id: String?
    var pattern: Pattern
  }

  struct Problem: Error {
    let message: String
    let hint: String
  }

  private let tokens: RuleTokenReader

  init(lexicon: Lexicon) { tokens = RuleTokenReader(lexicon: lexicon) }

  /// The labels known, as spaCy and CoNLL name them, and what each becomes.
  static let labels: [(label: String, type: EntityType)] = [
    ("EVENT", .event), ("FAC", .place), ("GPE", .place), ("GROUP", .group), ("LANGUAGE", .group), ("LAW", .law), ("LOC", .place),
    ("MISC", .product),
    ("NORP", .group), ("ORG", .organization), ("PER", .person), ("PERSON", .person), ("PLACE", .place), ("PRODUCT", .product),
    ("WORK_OF_ART", .work),
  ]

  func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) -> Line {
    let members: [(key: String, value: JSONValue)]
    do throws(JSONError) {
      var reader = JSONObjectReader(bytes, keepsNested: true)
      members = try reader.members()
    } catch {
      throw Problem(message: error.description, hint: #"write one object a line, such as {"label": "ORG", "pattern": "Halden Group"}"#)
    }
    var label: String?
    var id: String?
    var pattern: Pattern?
    for (key, value) in members {
      switch key {
      case "label": label = value.text
      case "id":
        id = value.text
        if id == nil { throw Problem(message: "“id” is no string", hint: "give it a name, or leave it out") }
      case "pattern": pattern = try self.pattern(value)
      default: throw Problem(message: "unknown key “\(key)”", hint: "known are label, pattern and id")
      }
    }
    guard let label else { throw Problem(message: "no “label”", hint: "give one of \(EntityRulerReader.known)") }
    guard let type = EntityRulerReader.labels.first(where: { $0.label == label })?.type else {
      throw Problem(message: "unknown label “\(label)”", hint: "known are \(EntityRulerReader.known)")
    }
    guard let pattern else { throw Problem(message: "no “pattern”", hint: "give a name, or a list of token descriptions") }
    return Line(type: type, id: id, pattern: pattern)
  }

  private static var known: String { labels.map(\.label).joined(separator: ", ") }

  private func pattern(_ value: JSONValue) throws(Problem) -> Pattern {
    switch value {
    case .string(let bytes, _):
      let words = tokens.words(bytes)
      guard !words.isEmpty else { throw Problem(message: "an empty pattern", hint: "give a name, or a list of token descriptions") }
      return .sequence(words.map { .token(TokenTest(.texts(RuleTokenReader.spellings($0)))) })
    case .array(let items):
      guard !items.isEmpty else { throw Problem(message: "an empty pattern", hint: "give a name, or a list of token descriptions") }
      var parts: [Pattern] = []
      for (number, item) in items.enumerated() {
        guard case .object(let members) = item else {
          throw Problem(message: "token \(number + 1) of the pattern is no object", hint: #"write it as {"LOWER": "bank"}"#)
        }
        do throws(Problem) { parts.append(try tokens.read(members)) } catch {
          throw Problem(message: "token \(number + 1): \(error.message)", hint: error.hint)
        }
      }
      return .sequence(parts)
    default: throw Problem(message: "“pattern” is neither a string nor a list", hint: "give a name, or a list of token descriptions")
    }
  }
}
