import Testing

@testable import Dateline

/// Random rules over random tokens: the indexed matcher and the naive one agree.
@Suite("Patterns against the oracle") struct PatternOracleTests {
  private static let vocabulary = [
    "the", "The", "of", "minister", "Minister", "bank", "said", "said", "in", "and", ",", "Alta", "zorblax", "Zorblax", "qqueue", "5",
    "2031",
    "visited", "Monday", "president",
  ]

  /// Tokens of random words, sentences of random length, random mentions and values over them.
  private func article(_ random: inout SeededGenerator) -> Analysis {
    let count = Int.random(in: 1...40, using: &random)
    let text = (0..<count).map { _ in Self.vocabulary.randomElement(using: &random)! }.joined(separator: " ")
    var analysis = Analysis(article: Article(id: "random", input: Array(text.utf8)))
    analysis.article.bytes.withUnsafeBufferPointer {
      Tokenizer(lexicon: Samples.gazetteer.lexicon).tokenize($0, into: &analysis.tokens)
    }
    for type in [EntityType.person, .place, .organization] { analysis.entities.append(Entity(type: type, name: .table(""))) }
    var token = 0
    while token < analysis.tokens.count {
      let end = min(analysis.tokens.count, token + Int.random(in: 1...12, using: &random))
      analysis.sentences.append(Sentence(tokens: TokenRange(token, end), span: analysis.tokens.span(TokenRange(token, end))))
      var at = token
      while at < end {
        let length = Int.random(in: 1...3, using: &random)
        if at + length <= end, Int.random(in: 0..<4, using: &random) == 0 {
          let range = TokenRange(at, at + length)
          analysis.mentions.append(
            Mention(
              span: analysis.tokens.span(range), tokens: range, form: Bool.random(using: &random) ? .name : .pronoun,
              entity: Int32.random(in: 0..<3, using: &random), confidence: 1))
        } else if at + length <= end, Int.random(in: 0..<6, using: &random) == 0 {
          let range = TokenRange(at, at + length)
          analysis.values.append(Value(kind: .date, tokens: range, rule: "test"))
        }
        at += length
      }
      token = end
    }
    return analysis
  }

  private func test(_ random: inout SeededGenerator) -> TokenTest {
    func one() -> TokenTest.Kind {
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1: .words((0..<Int.random(in: 1...3, using: &random)).map { _ in Self.vocabulary.randomElement(using: &random)! })
      case 2: .texts([Self.vocabulary.randomElement(using: &random)!])
      case 3: .classes([[.role, .prepIn, .title, .weekday].randomElement(using: &random)!, .andWord])
      case 4: .tags([[.nn, .vbd, .in].randomElement(using: &random)!, .cd])
      case 5:
        .flags(
          [TokenFlags.capitalized, .lowercase, .number, .punctuation].randomElement(using: &random)!,
          none: [TokenFlags(), .sentenceStart, .spaceBefore].randomElement(using: &random)!)
      case 6: .length(Int.random(in: 1...3, using: &random)...Int.random(in: 3...8, using: &random))
      default: .words([Self.vocabulary.randomElement(using: &random)!])
      }
    }
    var conditions = [TokenTest.Condition(kind: one(), isNegated: Int.random(in: 0..<8, using: &random) == 0)]
    if Int.random(in: 0..<4, using: &random) == 0 { conditions.append(TokenTest.Condition(kind: one())) }
    if Int.random(in: 0..<10, using: &random) == 0 { conditions = [] }
    return TokenTest(conditions)
  }

  private func pattern(_ random: inout SeededGenerator, depth: Int, looks: Bool = true) -> Pattern {
    let choice = Int.random(in: 0..<(depth > 0 ? 14 : 6), using: &random)
    switch choice {
    case 0...3: return .token(test(&random))
    case 4:
      return [MentionOf(.person), MentionOf(.person, .organization, forms: [.name, .pronoun]), ValueOf(.date)].randomElement(
        using: &random)!
    case 5: return .token(test(&random))
    case 6, 7, 8:
      return .sequence((0..<Int.random(in: 1...3, using: &random)).map { _ in pattern(&random, depth: depth - 1, looks: looks) })
    case 9: return .choice((0..<Int.random(in: 1...3, using: &random)).map { _ in pattern(&random, depth: depth - 1, looks: looks) })
    case 10, 11:
      let least = Int.random(in: 0...2, using: &random)
      return .repeated(pattern(&random, depth: depth - 1, looks: looks), least: least, most: least + Int.random(in: 0...2, using: &random))
    case 12:
      guard looks else { return .token(test(&random)) }
      return .capture(CaptureName(Int.random(in: 0..<3, using: &random)), pattern(&random, depth: depth - 1, looks: false))
    default:
      guard looks else { return .token(test(&random)) }
      let part = pattern(&random, depth: depth - 1, looks: false)
      let isNegated = Bool.random(using: &random)
      return Bool.random(using: &random) ? .ahead(part, isNegated: isNegated) : .behind(part, isNegated: isNegated)
    }
  }

  @Test("equal on random rules and tokens", arguments: 0..<60) func equal(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let rules = (0..<30).map { Rule(id: "r\($0)", pattern: pattern(&random, depth: 3)) }
    let set = RuleSet(rules, lexicon: Samples.gazetteer.lexicon)
    let compiled = rules.filter { rule in !set.faults.contains { $0.rule == rule.id } }
    let matcher = PatternMatcher(set)
    var total = 0
    for _ in 0..<8 {
      let analysis = article(&random)
      matcher.run(analysis)
      let found = (0..<matcher.matches.count).map { index in
        let match = matcher.matches[index]
        var captures: [Int: Range<Int>] = [:]
        for slot in 0..<CaptureName.count { captures[slot] = matcher.capture(match, CaptureName(slot))?.indices }
        return NaiveMatcher.Match(rule: set.ids[Int(match.rule)].text, start: Int(match.start), end: Int(match.end), captures: captures)
      }.sorted()
      let expected = NaiveMatcher(analysis: analysis, lexicon: Samples.gazetteer.lexicon).matches(compiled)
      #expect(found == expected)
      total += found.count
    }
    #expect(total > 0)
  }
}

/// A small generator with a seed (SplitMix64), so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
