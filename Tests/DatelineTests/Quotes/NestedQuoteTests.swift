import Testing

@testable import Dateline

@Suite("Quotations inside quotations")
struct NestedQuoteTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var content: String
    var speaker: String?
    var status: Quote.Status
    var testDescription: String { text }
  }

  /// The nested quotations of a text.
  private func nested(_ text: String) -> [(analysis: Analysis, quote: Quote)] {
    let analysis = Samples.analyze(text)
    return analysis.quotes.filter { $0.outer >= 0 }.map { (analysis, $0) }
  }

  @Test(
    "a cue beside the inner marks",
    arguments: [
      Case(text: "\"He told me, 'I am leaving,'\" said Ana Ruiz.", content: "I am leaving,", speaker: "He", status: .unresolved),
      Case(text: "“The mayor said ‘not today’ to all of us,” Karl Moe said.", content: "not today", speaker: "mayor", status: .unresolved),
      Case(
        text: "“Lars Dahl came in and said: ‘The pump has stopped.’ Then we ran,” Karl Moe said.", content: "The pump has stopped.",
        speaker: "Lars Dahl", status: .resolved),
      Case(text: "“‘I am leaving,’ he told me that night,” said Ana Ruiz.", content: "I am leaving,", speaker: "he", status: .unresolved),
      Case(
        text: "“‘Go home,’ Lars Dahl told me, ‘and never come back,’” said Ana Ruiz.", content: "Go home, | and never come back,",
        speaker: "Lars Dahl", status: .resolved),
      Case(
        text: "“I said, ‘This is the end,’ and went home,” said Ana Ruiz.", content: "This is the end,", speaker: "I", status: .resolved),
      Case(
        text: "“People say ‘the sea is safe’ but it is not,” Moe said.", content: "the sea is safe", speaker: "People", status: .anonymous),
      Case(text: "‘He told me, “I am leaving,” and left,’ said Ana Ruiz.", content: "I am leaving,", speaker: "He", status: .unresolved),
      Case(
        text: "‘“I am leaving,” Lars Dahl told me,’ said Ana Ruiz.", content: "I am leaving,", speaker: "Lars Dahl", status: .resolved),
      Case(
        text: "The mayor said “the pilot told us ‘never again’ that night” and left.", content: "never again", speaker: "pilot",
        status: .unresolved),
    ])
  func found(sample: Case) throws {
    let found = try #require(nested(sample.text).first, "nothing found")
    let text = found.quote.fragments.map { found.analysis.article.text($0) }.joined(separator: " | ")
    #expect(text == sample.content)
    #expect(found.quote.speaker.span.map { found.analysis.article.text($0) } == sample.speaker)
    #expect(found.quote.speaker.status == sample.status)
    #expect(found.analysis.quotes[Int(found.quote.outer)].span.contains(found.quote.span))
  }

  @Test(
    "no cue beside them",
    arguments: [
      "“We call him ‘the old man’ here,” Karl Moe said.", "“They sang ‘The Long Quay’ and went home,” Karl Moe said.",
      "“She wrote ‘The Long Quay’ in May,” Karl Moe said.", "“It is the workers' choice, and the unions' too,” Karl Moe said.",
      "“So much for ‘progress’,” Karl Moe said.",
    ])
  func nothing(text: String) {
    #expect(nested(text).isEmpty)
  }

  @Test("I is whoever speaks within")
  func firstPerson() throws {
    let text = "“Lars Dahl told me, ‘I am leaving,’” said Ana Ruiz."
    let analysis = Samples.analyze(text)
    func speaker(of word: String) -> String? {
      analysis.mentions.first { $0.form == .pronoun && analysis.article.text($0.span) == word }
        .map { analysis.name(of: analysis.entities[Int($0.entity)]) }
    }
    #expect(speaker(of: "me") == "Ana Ruiz")
    #expect(speaker(of: "I") == "Lars Dahl")
  }

  @Test("who is told something does not say it")
  func passive() throws {
    let found = try #require(nested("“In May we were told, ‘Wait for the summer.’ We are done waiting,” Karl Moe said.").first)
    #expect(found.quote.speaker.span == nil)
    let agent = try #require(nested("“We were told by Lars Dahl, ‘Wait for the summer,’” Karl Moe said.").first)
    #expect(agent.quote.speaker.span.map { agent.analysis.article.text($0) } == "Lars Dahl")
  }

  @Test("who is described only may be the speaker himself")
  func unnamed() throws {
    let text = "A former clerk told a court that he was innocent. “He came in and said, ‘Burn them all,’” Karl Moe told the jury."
    #expect(try #require(nested(text).first).quote.speaker.status == .unresolved)
  }

  @Test("nobody speaks of himself as he")
  func notHimself() throws {
    let found = try #require(nested("Karl Moe was tired. “He told me, ‘I am leaving,’” Karl Moe said.").first)
    #expect(found.quote.speaker.status == .unresolved)
  }

  @Test("a fact inside belongs to the inner speaker")
  func facts() throws {
    let text = "“Lars Dahl said, ‘The harbour board has named Karl Moe, the mayor of Leeds, in May,’” said Ana Ruiz."
    let analysis = Samples.analyze(text)
    func source(_ fact: Fact) -> String? { fact.sourceEntity < 0 ? nil : analysis.name(of: analysis.entities[Int(fact.sourceEntity)]) }
    let fact = try #require(analysis.facts.first { $0.predicate.text == "holds_role" })
    #expect(source(fact) == "Lars Dahl")
    // That he said so is what Ana Ruiz says.
    let said = analysis.facts.filter { $0.predicate.text == "said" }
    #expect(said.map(source) == [nil, "Ana Ruiz"])
    #expect(said.map(\.modality) == [.asserted, .reported])
  }
}
