import Testing

@testable import Dateline

@Suite("Rules of the user’s own") struct UserRulesTests {
  private func rules(_ lines: String...) throws -> UserRules {
    try UserRules(files: [("own/rules.jsonl", Array(lines.joined(separator: "\n").utf8))], gazetteer: Samples.gazetteer)
  }

  private func analyze(_ text: String, _ rules: UserRules) -> Analysis {
    Extractor(gazetteer: Samples.gazetteer, rules: rules).analyze(Article(id: "test", input: Array(text.utf8)))
  }

  /// "type text" of each mention that a rule made.
  private func found(_ text: String, _ rules: UserRules) -> [String] {
    let analysis = analyze(text, rules)
    return analysis.mentions.filter { $0.evidence.contains { analysis.evidence[Int($0)].id.text.hasPrefix("rules.jsonl:") } }
      .map { "\(analysis.entities[Int($0.entity)].type.name) \(analysis.article.text($0.span))" }
  }

  @Test(
    "one token description",
    arguments: [
      (#"{"LOWER": "zorblax"}"#, "A Zorblax and a zorblax.", ["Zorblax", "zorblax"]),
      (#"{"TEXT": "zorblax"}"#, "A Zorblax and a zorblax.", ["zorblax"]),
      (#"{"ORTH": {"IN": ["Zorblax", "qwib"]}}"#, "A Zorblax and a qwib.", ["Zorblax", "qwib"]),
      (#"{"LOWER": {"NOT_IN": ["a", "and", "."]}}"#, "A zorblax and a qwib.", ["zorblax", "qwib"]),
      (#"{"LEMMA": "harvest"}"#, "They harvested what was harvests.", ["harvested", "harvests"]),
      (#"{"SHAPE": "Xx-dd"}"#, "A Zx-90 and a Zx-900.", ["Zx-90"]),
      (#"{"SHAPE": "xxxx"}"#, "zorblaxes now", ["zorblaxes"]),
      (#"{"LENGTH": {">=": 9}}"#, "The zorblaxes left.", ["zorblaxes"]),
      (#"{"LENGTH": 4}"#, "The café shut at two.", ["café", "shut"]),
      (#"{"PREFIX": "zor", "IS_LOWER": true}"#, "zorblax Zorblax xzor", ["zorblax"]),
      (#"{"SUFFIX": "bl.x"}"#, "zorblax zorbl.x", ["zorbl.x"]),
      (#"{"IS_UPPER": true}"#, "ZORB Zorb X", ["ZORB", "X"]),
      (#"{"IS_TITLE": true}"#, "ZORB Zorb McZorb", ["Zorb"]),
      (#"{"IS_ALPHA": false, "IS_PUNCT": false}"#, "zorb z4 5.", ["z4", "5"]),
      (#"{"IS_DIGIT": true}"#, "zorb 42 4.2", ["42"]),
      (#"{"LIKE_NUM": true}"#, "zorb 42 and seven", ["42", "seven"]),
      (#"{"TAG": "CD"}"#, "They sold 42 boats.", ["42"]),
      (#"{"POS": "NUM"}"#, "They sold 42 boats.", ["42"]),
      (#"{"TEXT": {"REGEX": "^Z[0-9]+$"}}"#, "Z90 Z90a z90", ["Z90"]),
      (#"{"LOWER": {"REGEX": "^z[0-9]+$"}}"#, "Z90 Z90a z90", ["Z90", "z90"]),
    ]) func token(_ description: String, _ text: String, _ expected: [String]) throws
  {
    let rules = try rules(#"{"label": "MISC", "pattern": ["# + description + "]}")
    #expect(found(text, rules) == expected.map { "product " + $0 })
  }

  @Test(
    "how often",
    arguments: [
      ("?", ["qwib bank", "qwib zorb bank"]), ("*", ["qwib bank", "qwib zorb bank", "qwib zorb zorb zorb bank"]),
      ("+", ["qwib zorb bank", "qwib zorb zorb zorb bank"]), ("!", ["qwib blue bank"]), ("{3}", ["qwib zorb zorb zorb bank"]),
      ("{1,2}", ["qwib zorb bank"]), ("{2,}", ["qwib zorb zorb zorb bank"]), ("{,1}", ["qwib bank", "qwib zorb bank"]),
    ]) func operators(_ operation: String, _ expected: [String]) throws
  {
    let rules = try rules(
      #"{"label": "ORG", "pattern": [{"LOWER": "qwib"}, {"LOWER": "zorb", "OP": "\#(operation)"}, {"LOWER": "bank"}]}"#)
    let text = "The qwib bank, the qwib zorb bank, the qwib blue bank and the qwib zorb zorb zorb bank."
    #expect(found(text, rules) == expected.map { "organization " + $0 })
  }

  @Test("a name in letters, its type, its evidence") func phrase() throws {
    let rules = try rules(#"{"label": "ORG", "pattern": "Zorb’s Bakery"}"#, "", #"{"label": "LOC", "pattern": "Qwib", "id": "qwib-town"}"#)
    #expect(found("We ate at Zorb's Bakery in Qwib, not at zorb's bakery.", rules) == ["organization Zorb's Bakery", "place Qwib"])
    let analysis = analyze("They live in Qwib.", rules)
    #expect(analysis.mentions.contains { analysis.evidence[Int($0.evidence.lowerBound)].id == "rules.jsonl:3 qwib-town" })
  }

  @Test("rules win over the model, the longest over shorter ones") func precedence() throws {
    let rules = try rules(
      #"{"label": "PRODUCT", "pattern": "London"}"#, #"{"label": "ORG", "pattern": "London Zorb Company"}"#,
      #"{"label": "PERSON", "pattern": "London"}"#)
    #expect(found("London bought the London Zorb Company.", rules) == ["product London", "organization London Zorb Company"])
    let analysis = analyze("London is large.", rules)
    #expect(analysis.mentions.count == 1)
    #expect(analysis.mentions[0].confidence > 0.99)
  }

  @Test("names of one id are one thing") func identity() throws {
    let rules = try rules(#"{"label": "ORG", "pattern": "Zorb Group", "id": "z"}"#, #"{"label": "ORG", "pattern": "Qwib Bank", "id": "z"}"#)
    let analysis = analyze("The Zorb Group rose. Qwib Bank fell.", rules)
    #expect(analysis.entities.count == 1)
    #expect(analysis.entities[0].mentions.count == 2)
  }

  @Test(
    "what is no rule, by file, line and hint",
    arguments: [
      (#"{"label": "ORGX", "pattern": "a"}"#, "unknown label"), (#"{"label": "ORG"}"#, "no “pattern”"),
      (#"{"pattern": "a"}"#, "no “label”"),
      (#"{"label": "ORG", "pattern": ""}"#, "empty pattern"), (#"{"label": "ORG", "pattern": []}"#, "empty pattern"),
      (#"{"label": "ORG", "pattern": 5}"#, "neither a string nor a list"), (#"{"label": "ORG", "pattern": ["a"]}"#, "no object"),
      (#"{"label": "ORG", "pattern": [{"LOWER": "new york"}]}"#, "2 tokens here: new | york"),
      (#"{"label": "ORG", "pattern": [{"DEP": "nsubj"}]}"#, "“DEP” is not supported"),
      (#"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "?"}]}"#, "without any token"),
      (#"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "{4,2}"}]}"#, "“OP”"),
      (#"{"label": "ORG", "pattern": [{"TEXT": {"REGEX": "(?=a)"}}]}"#, "REGEX"),
      (#"{"label": "ORG", "pattern": [{"TEXT": {"FUZZY": "a"}}]}"#, "“FUZZY” is not supported"),
      (#"{"label": "ORG", "pattern": [{"IS_TITLE": "yes"}]}"#, "neither true nor false"),
      (#"{"label": "ORG", "pattern": [{"POS": "THING"}]}"#, "“POS” “THING”"),
      (#"{"label": "ORG", "pattern": "a", "colour": 1}"#, "unknown key “colour”"), (#"{"label": "ORG""#, "expected"), ("[]", "JSON object"),
    ]) func refused(_ line: String, _ message: String)
  {
    do {
      _ = try rules(#"{"label": "ORG", "pattern": "Zorb"}"#, line)
      Issue.record("accepted: \(line)")
    } catch let error as RuleFileError {
      #expect(error.file == "own/rules.jsonl")
      #expect(error.line == 2)
      #expect(error.message.contains(message), "\(error)")
      #expect(!error.hint.isEmpty)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test("the rules in use have a name") func hash() throws {
    let a = try rules(#"{"label": "ORG", "pattern": "Zorb"}"#)
    let b = try rules(#"{"label": "ORG", "pattern": "Qwib"}"#)
    #expect(EngineRules.hash(a) != EngineRules.hash(b))
    #expect(EngineRules.hash(a) != EngineRules.hash())
    #expect(EngineRules.hash(a).utf8.count == 16)
  }
}
