import Testing

@testable import Dateline

/// One example of one rule, as a test case.
struct RuleCase: CustomTestStringConvertible, Sendable {
  let rule: Rule
  let example: RuleExample
  var testDescription: String { "\(rule.id): \(example.text)" }

  static func all(_ rules: [Rule]) -> [RuleCase] { rules.flatMap { rule in rule.examples.map { RuleCase(rule: rule, example: $0) } } }

  /// The texts that the rule matches in the example's sentence, longest first where several start together, none inside another.
  func found() -> [String] {
    let analysis = Samples.analyze(example.text)
    let matcher = PatternMatcher(RuleSet([rule], lexicon: Samples.gazetteer.lexicon))
    matcher.run(analysis)
    let ranges = (0..<matcher.matches.count).map { matcher.matches[$0].tokens }.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    return ranges.filter { range in !ranges.contains { $0 != range && $0.contains(range) } }.map {
      analysis.article.text(analysis.tokens.span($0))
    }
  }
}

@Suite("Patterns") struct PatternTests {
  /// Rules of the language's parts; each holds its own examples.
  static let samples: [Rule] = [
    Rule("word") {
      Word("harbour", "port")
      Word("of")
      Token(.capitalized)
    } examples: {
      Finds("They left the ⟦Port of Malmö⟧ and the ⟦harbour of Gdynia⟧.")
      Rejects("They left the port of call.")
    },
    Rule("class and tag") {
      Word(in: .title)
      OneOrMore(max: 3) { Tagged(.nnp) }
    } examples: {
      Finds("Then ⟦Dr. Helga Strand⟧ spoke.")
      Rejects("Then Helga Strand spoke.")
    },
    Rule("mention and value") {
      MentionOf(.person)
      Token(text: ",")
      ValueOf(.age)
    } examples: {
      Finds("⟦Helen Moore, 54⟧, runs the clinic.")
      Rejects("Helen Moore ran 54 miles.")
    },
    Rule("choice and optional") {
      Choice {
        Sequence {
          Word("chief")
          Word("executive")
        }
        Word("chairman")
      }
      Optionally { Word("emeritus") }
    } examples: {
      Finds("The ⟦chairman emeritus⟧ met the ⟦chief executive⟧.")
      Rejects("The chief left.")
    },
    Rule("look-around") {
      NotPrecededBy { Word("not", "never") }
      Word("signed")
      FollowedBy {
        ZeroOrMore(max: 3) { Not(Word("treaty")) }
        Word("treaty")
      }
    } examples: {
      Finds("They ⟦signed⟧ the old treaty.")
      Rejects("They never signed the treaty.")
      Rejects("They signed the register.")
    },
    Rule("all and not") {
      All {
        Token(.capitalized)
        Not(Token(.sentenceStart))
        Not(Word("Monday"))
      }
    } examples: {
      Finds("Boats reached ⟦Gdynia⟧ on Monday.")
    },
    Rule("inside a sentence") {
      Word("rain")
      Token(text: ".")
      AnyToken()
    } examples: {
      Rejects("There was rain. Boats left.")
    },
  ]

  @Test("examples", arguments: RuleCase.all(samples)) func examples(_ one: RuleCase) { #expect(one.found() == one.example.found) }

  @Test("captures") func captures() {
    let name = CaptureName(0)
    let rule = Rule("capture") {
      Word("to")
      Capture(name) { OneOrMore(max: 4) { Token(.capitalized) } }
    } examples: {
    }
    let analysis = Samples.analyze("A train to New Haven Junction left.")
    let matcher = PatternMatcher(RuleSet([rule], lexicon: Samples.gazetteer.lexicon))
    matcher.run(analysis)
    #expect(matcher.matches.count == 1)
    #expect(matcher.capture(matcher.matches[0], name).map { analysis.article.text(analysis.tokens.span($0)) } == "New Haven Junction")
  }

  @Test("what cannot be a rule is named, not compiled") func faults() {
    let empty = Rule(id: "empty", pattern: Optionally { Word("a") })
    let huge = Rule(
      id: "huge", pattern: .repeated(.repeated(.repeated(AnyToken(), least: 20, most: 20), least: 20, most: 20), least: 20, most: 20))
    let nested = Rule(id: "nested", pattern: .sequence([AnyToken(), FollowedBy { FollowedBy { AnyToken() } }]))
    let good = Rule(id: "good", pattern: Word("a"))
    let set = RuleSet([empty, huge, nested, good], lexicon: Samples.gazetteer.lexicon)
    #expect(set.faults.map(\.rule) == ["empty", "huge", "nested"])
    #expect(set.ids == ["good"])
  }

  @Test("a rule set is named by its contents") func hash() {
    let a = Rule(id: "a", pattern: Word("one"))
    let b = Rule(id: "a", pattern: Word("two"))
    #expect(RuleSet.hash([a]) == RuleSet.hash([a]))
    #expect(RuleSet.hash([a]) != RuleSet.hash([b]))
  }

  @Test("steps stay bounded on a pattern with many ways") func bounded() {
    let ways = Rule(
      id: "ways",
      pattern: .sequence((0..<12).map { _ in .repeated(Word("a"), least: 0, most: 8) } + [Word("b")]))
    let analysis = Samples.analyze(Array(repeating: "a", count: 400).joined(separator: " "))
    let matcher = PatternMatcher(
      RuleSet([Rule(id: "all", pattern: .sequence([AnyToken(), ways.pattern]))], lexicon: Samples.gazetteer.lexicon))
    matcher.run(analysis)
    #expect(matcher.matches.count == 0)
    #expect(matcher.tries <= 400)
    #expect(matcher.steps < 400 * 64 * 200)
  }

  @Test("ten times the rules, the same work for a token") func independent() {
    // Three words of which the first two are met only together: names as a user lists them.
    func rules(_ count: Int) -> [Rule] {
      (0..<count).map { number in
        Rule(id: "n\(number)", pattern: .sequence([Word("zq\(number)"), Optionally { Token(.capitalized) }, Word("group", "bank")]))
      }
    }
    let text = (0..<200).map { "The Zq\($0) Nordic Bank said on Monday that the minister of trade met the group in Oslo." }.joined(
      separator: " ")
    let analysis = Samples.analyze(text)
    let few = PatternMatcher(RuleSet(rules(200), lexicon: Samples.gazetteer.lexicon))
    let many = PatternMatcher(RuleSet(rules(2000), lexicon: Samples.gazetteer.lexicon))
    few.run(analysis)
    many.run(analysis)
    #expect(few.matches.count == 200)
    #expect(many.matches.count == 200)
    #expect(many.tries == few.tries)
    #expect(many.steps == few.steps)
  }
}
