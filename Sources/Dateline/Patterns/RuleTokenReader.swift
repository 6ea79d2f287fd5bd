/// Reads the description of one token of a user's rule: `{"LOWER": {"IN": ["bank", "fund"]}, "OP": "?"}`.
struct RuleTokenReader {
  typealias Problem = EntityRulerReader.Problem
  private typealias Members = [(key: String, value: JSONValue)]

  let lexicon: Lexicon
  private let tokenizer: Tokenizer

  /// `*` and `+` mean at most this many tokens.
  static let mostRepeats = 16
  private static let mostWrittenRepeats = 32

  static let keys = [
    "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_PUNCT", "IS_SENT_START", "IS_TITLE", "IS_UPPER", "LEMMA", "LENGTH", "LIKE_NUM",
    "LIKE_URL",
    "LOWER", "OP", "ORTH", "POS", "PREFIX", "SHAPE", "SUFFIX", "TAG", "TEXT",
  ]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    tokenizer = Tokenizer(lexicon: lexicon)
  }

  /// The tokens of a text, as the extractor splits it.
  func words(_ text: [UInt8]) -> [String] {
    let bytes = UTF8Repair.repair(text, upTo: text.count).bytes
    var table = TokenTable()
    bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &table) }
    return (0..<table.count).map { String(decoding: bytes[table.span($0).range], as: UTF8.self) }
  }

  /// A word with the straight and with the curly apostrophe.
  static func spellings(_ word: String) -> [String] {
    guard word.contains("'") || word.contains("’") else { return [word] }
    return [String(word.map { $0 == "’" ? "'" : $0 }), String(word.map { $0 == "'" ? "’" : $0 })]
  }

  func read(_ members: [(key: String, value: JSONValue)]) throws(Problem) -> Pattern {
    var conditions: [TokenTest.Condition] = []
    var operation = ""
    for (key, value) in members {
      if key == "OP" {
        guard let text = value.text else { throw Problem(message: "“OP” is no string", hint: "give !, ?, *, +, {n} or {n,m}") }
        operation = text
      } else {
        conditions += try self.conditions(key, value)
      }
    }
    let token = Pattern.token(TokenTest(conditions))
    switch operation {
    case "": return token
    case "?": return .repeated(token, least: 0, most: 1)
    case "*": return .repeated(token, least: 0, most: RuleTokenReader.mostRepeats)
    case "+": return .repeated(token, least: 1, most: RuleTokenReader.mostRepeats)
    case "!":
      guard !conditions.isEmpty else { throw Problem(message: "“OP”: “!” of any token", hint: "say which token must not stand here") }
      return .choice(conditions.map { .token(TokenTest($0.kind, not: !$0.isNegated)) })
    default:
      guard let bounds = RuleTokenReader.bounds(operation) else {
        throw Problem(
          message: "“OP”: “\(operation)”", hint: "give !, ?, *, +, {n}, {n,}, {,m} or {n,m}, at most \(RuleTokenReader.mostWrittenRepeats)")
      }
      return .repeated(token, least: bounds.lowerBound, most: bounds.upperBound)
    }
  }

  /// Reads "{2,4}".
  private static func bounds(_ text: String) -> ClosedRange<Int>? {
    guard text.hasPrefix("{"), text.hasSuffix("}"), text.utf8.count > 2 else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    func number(_ part: Substring) -> Int? { part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
    let least: Int?
    let most: Int?
    switch parts.count {
    case 1:
      least = number(parts[0])
      most = least
    case 2:
      least = parts[0].isEmpty ? 0 : number(parts[0])
      most = parts[1].isEmpty ? least.map { max($0, mostRepeats) } : number(parts[1])
    default: return nil
    }
    guard let least, let most, least <= most, most <= mostWrittenRepeats, most > 0 else { return nil }
    return least...most
  }

  // MARK: Conditions

  private func conditions(_ key: String, _ value: JSONValue) throws(Problem) -> [TokenTest.Condition] {
    switch key {
    case "LOWER", "LEMMA", "TEXT", "ORTH", "SHAPE", "TAG", "POS": return try texts(key, value)
    case "PREFIX", "SUFFIX":
      guard let text = value.text, !text.isEmpty else {
        throw Problem(message: "“\(key)” is no string", hint: "give the letters, such as \"pre\"")
      }
      let escaped = text.unicodeScalars.map { TokenText.isLetter($0.value) || $0.value &- 48 < 10 ? String($0) : "\\\($0)" }.joined()
      return [TokenTest.Condition(kind: .regex(try regex(key == "PREFIX" ? "^" + escaped : escaped + "$", false)))]
    case "LENGTH": return try length(value)
    case "IS_ALPHA": return [try flag(key, value, .letters(.alphabetic))]
    case "IS_DIGIT": return [try flag(key, value, .letters(.digits))]
    case "IS_LOWER": return [try flag(key, value, .letters(.lower))]
    case "IS_UPPER": return [try flag(key, value, .letters(.upper))]
    case "IS_TITLE": return [try flag(key, value, .letters(.title))]
    case "IS_PUNCT": return [try flag(key, value, .flags(.punctuation, none: []))]
    case "IS_ASCII": return [try flag(key, value, .flags([], none: .nonASCII))]
    case "IS_SENT_START": return [try flag(key, value, .flags(.sentenceStart, none: []))]
    case "LIKE_URL": return [try flag(key, value, .flags(.url, none: []))]
    case "LIKE_NUM": return [try flag(key, value, .likeNumber)]
    default:
      throw Problem(message: "“\(key)” is not supported", hint: "supported are \(RuleTokenReader.keys.joined(separator: ", "))")
    }
  }

  private func flag(_ key: String, _ value: JSONValue, _ kind: TokenTest.Kind) throws(Problem) -> TokenTest.Condition {
    switch value {
    case .bool(let isTrue): return TokenTest.Condition(kind: kind, isNegated: !isTrue)
    default: throw Problem(message: "“\(key)” is neither true nor false", hint: "give true or false")
    }
  }

  /// A string, or IN, NOT_IN and REGEX.
  private func texts(_ key: String, _ value: JSONValue) throws(Problem) -> [TokenTest.Condition] {
    if let text = value.text { return [TokenTest.Condition(kind: try kind(key, [text]))] }
    guard case .object(let members) = value, !members.isEmpty else {
      throw Problem(message: "“\(key)” is no string", hint: #"give a string, or {"IN": […]}, {"NOT_IN": […]} or {"REGEX": …}"#)
    }
    var conditions: [TokenTest.Condition] = []
    for (operation, operand) in members {
      switch operation {
      case "IN", "NOT_IN":
        guard case .array(let items) = operand, !items.isEmpty else {
          throw Problem(message: "“\(operation)” is no list", hint: "give a list of strings")
        }
        var list: [String] = []
        for item in items {
          guard let text = item.text else {
            throw Problem(message: "“\(operation)” holds something else than strings", hint: "give a list of strings")
          }
          list.append(text)
        }
        conditions.append(TokenTest.Condition(kind: try kind(key, list), isNegated: operation == "NOT_IN"))
      case "REGEX":
        guard key == "TEXT" || key == "ORTH" || key == "LOWER", let text = operand.text else {
          throw Problem(message: "“REGEX” under “\(key)”", hint: "give a string as REGEX under TEXT, ORTH or LOWER")
        }
        conditions.append(TokenTest.Condition(kind: .regex(try regex(text, key == "LOWER"))))
      default: throw Problem(message: "“\(operation)” is not supported", hint: "supported are IN, NOT_IN and REGEX")
      }
    }
    return conditions
  }

  private func kind(_ key: String, _ list: [String]) throws(Problem) -> TokenTest.Kind {
    switch key {
    case "LOWER": return .words(try list.map(one))
    case "TEXT", "ORTH": return .texts(try list.map(one).flatMap(RuleTokenReader.spellings))
    case "SHAPE": return .shapes(list)
    case "LEMMA":
      let lemmas = try list.map(one)
      return .words(lemmas + forms(of: lemmas))
    default:
      var tags: [Tag] = []
      for name in list {
        let found = key == "TAG" ? Tag(penn: name).map { [$0] } : RuleTokenReader.coarse.first { $0.name == name }?.tags
        guard let found else {
          throw Problem(
            message: "“\(key)” “\(name)”",
            hint: key == "TAG" ? "give a Penn Treebank tag" : "known are \(RuleTokenReader.coarse.map(\.name).joined(separator: ", "))")
        }
        tags += found
      }
      return .tags(tags)
    }
  }

  /// A word that is one token for the extractor too.
  private func one(_ word: String) throws(Problem) -> String {
    let tokens = words(Array(word.utf8))
    guard tokens.count == 1 else {
      throw Problem(
        message: "“\(word)” is \(tokens.count == 0 ? "no token" : "\(tokens.count) tokens here: \(tokens.joined(separator: " | "))")",
        hint: "describe one token at a time")
    }
    return word
  }

  /// Every form that the lexicon gives these lemmas.
  private func forms(of lemmas: [String]) -> [String] {
    let ids = Set(lemmas.compactMap { lexicon.lexeme($0) })
    guard !ids.isEmpty else { return [] }
    return (0..<LexemeID(lexicon.count)).filter { ids.contains(lexicon.info($0).lemma) }.map { lexicon.text($0) }
  }

  private func regex(_ text: String, _ folds: Bool) throws(Problem) -> TokenRegex {
    do throws(TokenRegexError) { return try TokenRegex(text, foldsCase: folds) } catch {
      throw Problem(
        message: "REGEX “\(text)”: \(error.message)",
        hint: "supported are letters, ., […], \\d \\w \\s, groups, |, *, +, ?, {n,m}, and ^ and $ at the ends")
    }
  }

  private func length(_ value: JSONValue) throws(Problem) -> [TokenTest.Condition] {
    let longest = Int(Int32.max) - 1
    func condition(_ range: ClosedRange<Int>, not: Bool = false) -> TokenTest.Condition {
      TokenTest.Condition(kind: .length(range), isNegated: not)
    }
    func whole(_ value: JSONValue) -> Int? {
      if case .number(let number) = value, number >= 0, number < 100_000, number == number.rounded() { return Int(number) }
      return nil
    }
    if let exact = whole(value) { return [condition(exact...exact)] }
    guard case .object(let members) = value, !members.isEmpty else {
      throw Problem(message: "“LENGTH” is no number", hint: #"give a number, or {">=": 4}"#)
    }
    var conditions: [TokenTest.Condition] = []
    for (operation, operand) in members {
      guard let bound = whole(operand) else {
        throw Problem(message: "“LENGTH” “\(operation)” without a number", hint: #"write {">=": 4}"#)
      }
      switch operation {
      case "==": conditions.append(condition(bound...bound))
      case "!=": conditions.append(condition(bound...bound, not: true))
      case ">=": conditions.append(condition(bound...longest))
      case ">": conditions.append(condition(bound + 1...longest))
      case "<=": conditions.append(condition(0...bound))
      case "<": conditions.append(condition(bound...longest, not: true))
      default: throw Problem(message: "“LENGTH” “\(operation)”", hint: "known are ==, !=, >=, >, <= and <")
      }
    }
    return conditions
  }

  private static let coarse: [(name: String, tags: [Tag])] = [
    ("ADJ", [.jj, .jjr, .jjs]), ("ADP", [.in]), ("ADV", [.rb, .rbr, .rbs, .wrb]), ("CCONJ", [.cc]), ("DET", [.dt, .pdt, .wdt]),
    ("INTJ", [.uh]),
    ("NOUN", [.nn, .nns]), ("NUM", [.cd]), ("PART", [.to, .pos]), ("PRON", [.prp, .prps, .wp, .wps, .ex]), ("PROPN", [.nnp, .nnps]),
    ("PUNCT", [.punct]), ("VERB", [.vb, .vbd, .vbg, .vbn, .vbp, .vbz]),
  ]
}
