import Testing

@testable import Dateline

@Suite("Noun groups and verb groups")
struct ChunkerTests {
  static func nouns(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return (0..<analysis.phrases.nouns.count).map { analysis.article.text(analysis.tokens.span(analysis.phrases.nouns.range($0))) }
  }

  static func verbs(_ text: String) -> [(text: String, lemma: String, flags: VerbFlags)] {
    let analysis = Samples.analyze(text)
    return (0..<analysis.phrases.verbs.count).map {
      (
        analysis.article.text(analysis.tokens.span(analysis.phrases.verbs.range($0))),
        Samples.gazetteer.lexicon.text(analysis.phrases.verbs.lemma[$0]),
        analysis.phrases.verbs.flags[$0]
      )
    }
  }

  @Test("noun groups")
  func nounGroups() {
    #expect(ChunkerTests.nouns("The old mayor of the town met 40 angry farmers.") == ["The old mayor", "the town", "40 angry farmers"])
    #expect(ChunkerTests.nouns("Norway’s foreign minister met her.") == ["Norway’s foreign minister", "her"])
    #expect(ChunkerTests.nouns("The senator met Ann Lee on Monday.") == ["The senator", "Ann Lee", "Monday"])
    #expect(ChunkerTests.nouns("They saw the minister last week.") == ["They", "the minister", "last week"])
    #expect(ChunkerTests.nouns("They beat Leeds 2-1 in May.") == ["They", "Leeds", "2-1", "May"])
    #expect(ChunkerTests.nouns("It was a 2-1 win.") == ["It", "a 2-1 win"])
    #expect(ChunkerTests.nouns("The clerk Derek Sun left.") == ["The clerk Derek Sun"])
    #expect(ChunkerTests.nouns("They sold Kenya 200 ships.") == ["They", "Kenya", "200 ships"])
    #expect(ChunkerTests.nouns("She lost her son two or three years ago.").contains("her son"))
    // Groups that go on behind their plain beginning, and those that do not.
    #expect(ChunkerTests.nouns("All the old ships sank.") == ["All the old ships"])
    #expect(ChunkerTests.nouns("It was a bitter, costly war.") == ["It", "a bitter, costly war"])
    #expect(ChunkerTests.nouns("She gave her sister the keys.") == ["She", "her sister", "the keys"])
    #expect(ChunkerTests.nouns("The harbour’s three old stone piers burned.") == ["The harbour’s three old stone piers"])
  }

  @Test("heads, kinds and possessors")
  func heads() {
    let analysis = Samples.analyze("Norway’s foreign minister and those who met Ann Lee on Monday left.")
    let nouns = analysis.phrases.nouns
    func head(_ group: Int) -> String { analysis.article.text(analysis.tokens.span(Int(nouns.head[group]))) }
    #expect(head(0) == "minister")
    #expect(nouns.kind[0] == .common)
    #expect(nouns.possessive[0] == 1)
    #expect((0..<nouns.count).contains { head($0) == "who" && nouns.kind[$0] == .relative })
    #expect((0..<nouns.count).contains { head($0) == "Lee" && nouns.kind[$0] == .proper })
    #expect((0..<nouns.count).contains { head($0) == "Monday" && nouns.kind[$0] == .time })
  }

  @Test("verb groups")
  func verbGroups() {
    let finite = ChunkerTests.verbs("The council has not yet approved the plan.")
    #expect(finite.count == 1)
    #expect(finite.first?.text == "has not yet approved")
    #expect(finite.first?.lemma == "approve")
    #expect(finite.first?.flags == [.finite, .perfect, .negated])
    #expect(ChunkerTests.verbs("She said not a word and left.").map(\.text) == ["said not", "left"])
    let passive = ChunkerTests.verbs("The bridge was destroyed by a flood.")
    #expect(passive.first?.flags.contains([.finite, .passive, .past]) == true)
    let infinitive = ChunkerTests.verbs("He wants to leave.")
    #expect(infinitive.map(\.text) == ["wants", "to leave"])
    #expect(infinitive.last?.flags == [.infinitive])
    let future = ChunkerTests.verbs("She will be leaving.")
    #expect(future.first?.flags == [.finite, .future, .progressive])
    #expect(future.first?.lemma == "leave")
    let gerund = ChunkerTests.verbs("He left, saying nothing.")
    #expect(gerund.last?.flags == [.gerund])
    #expect(ChunkerTests.verbs("They couldn’t leave.").first?.flags == [.finite, .modal, .negated])
  }

  @Test("every token is in at most one group, and groups stay in their sentence")
  func consistency() {
    let analysis = Samples.analyze(
      "Ann Lee said she would go. Bob left the town’s old hall, saying that nothing had been decided! “Why?” he asked.")
    let phrases = analysis.phrases
    for token in 0..<analysis.tokens.count { #expect(phrases.nounOf[token] < 0 || phrases.verbOf[token] < 0) }
    for token in 0..<analysis.tokens.count {
      if phrases.nounOf[token] >= 0 { #expect(phrases.nouns.range(Int(phrases.nounOf[token])).indices.contains(token)) }
      if phrases.verbOf[token] >= 0 { #expect(phrases.verbs.range(Int(phrases.verbOf[token])).indices.contains(token)) }
    }
    for group in 0..<phrases.nouns.count {
      let range = phrases.nouns.range(group)
      #expect(analysis.tokens.sentence[range.first] == analysis.tokens.sentence[range.last])
      #expect(range.indices.contains(Int(phrases.nouns.head[group])))
      #expect(range.indices.allSatisfy { Int(phrases.nounOf[$0]) == group })
    }
    for group in 0..<phrases.verbs.count {
      let range = phrases.verbs.range(group)
      #expect(range.indices.contains(Int(phrases.verbs.head[group])))
      #expect(range.indices.allSatisfy { Int(phrases.verbOf[$0]) == group })
    }
  }
}
