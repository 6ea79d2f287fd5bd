/// A named pattern with sentences that it must and must not match.
struct Rule: Sendable {
  /// Stable name, written as evidence: "fact.nationality.before".
  let id: String
  let pattern: Pattern
  let examples: [RuleExample]

  init(_ id: String, @PatternBuilder _ pattern: () -> Pattern, @ExampleBuilder examples: () -> [RuleExample]) {
    self.id = id
    self.pattern = pattern()
    self.examples = examples()
  }

  init(id: String, pattern: Pattern) {
    self.id = id
    self.pattern = pattern
    examples = []
  }
}

/// A sentence that belongs to a rule and is a test case of its own.
struct RuleExample: Sendable {
  /// The text without the marks.
  let text: String
  /// The texts that the rule must find, in order, none for a sentence that it must reject.
  let found: [String]
}

/// A sentence in which the rule matches just what stands between ⟦ and ⟧.
// swift-format-ignore: AlwaysUseLowerCamelCase
func Finds(_ marked: String) -> RuleExample {
  var text = ""
  var found: [String] = []
  var inside = false
  for character in marked {
    switch character {
    case "⟦":
      inside = true
      found.append("")
    case "⟧": inside = false
    default:
      text.append(character)
      if inside { found[found.count - 1].append(character) }
    }
  }
  return RuleExample(text: text, found: found)
}

/// A sentence in which the rule matches nothing.
// swift-format-ignore: AlwaysUseLowerCamelCase
func Rejects(_ text: String) -> RuleExample { RuleExample(text: text, found: []) }

@resultBuilder
enum ExampleBuilder {
  static func buildExpression(_ example: RuleExample) -> [RuleExample] { [example] }
  static func buildBlock(_ examples: [RuleExample]...) -> [RuleExample] { examples.flatMap { $0 } }
}
