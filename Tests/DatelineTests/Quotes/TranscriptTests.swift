import Testing

@testable import Dateline

@Suite("Interviews and records without marks")
struct TranscriptTests {
  private func turns(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.quotes.map { quote in
      let speaker = quote.speaker.entity < 0 ? "?" : analysis.name(of: analysis.entities[Int(quote.speaker.entity)])
      return "\(quote.kind) \(speaker): " + quote.fragments.map { analysis.article.text($0) }.joined(separator: " | ")
    }
  }

  private static let opening = "The bridge builder Ana Lopez spoke to Karl Moe about the river.\n\n"

  @Test("each turn is what its label says")
  func labels() {
    let text =
      TranscriptTests.opening
      + "Karl Moe: Why did the bridge fall?\n\nAna Lopez: Nobody knows.\n\nMoe: Will you build another?\n\nLopez: Ask me in May.\n"
    #expect(
      turns(text) == [
        "direct Karl Moe: Why did the bridge fall?", "direct Ana Lopez: Nobody knows.", "direct Karl Moe: Will you build another?",
        "direct Ana Lopez: Ask me in May.",
      ])
  }

  @Test("Q and A: the one of whom the text before tells answers")
  func letters() {
    let text =
      "The bridge builder Ana Lopez has had a hard year. Lopez spoke on Monday.\n\nQ: Why did the bridge fall?\n\nA: Nobody knows.\n"
    #expect(turns(text) == ["direct ?: Why did the bridge fall?", "direct Ana Lopez: Nobody knows."])
  }

  @Test("a label may tell more of its speaker")
  func descriptions() {
    let broadcast =
      "ANA LOPEZ, HARBOR NEWS ANCHOR: Good evening. Karl, what do we know?\n\nKARL MOE, HARBOR NEWS CORRESPONDENT: Nine are safe.\n\nLOPEZ: And the rest?\n"
    #expect(
      turns(broadcast) == [
        "direct ANA LOPEZ: Good evening. Karl, what do we know?", "direct KARL MOE: Nine are safe.", "direct ANA LOPEZ: And the rest?",
      ])
    let record =
      "Mr LOPEZ (Dover) (15:02): Will the Treasurer rule it out?\n\nMs MOE (Treasurer) (15:03): We inherited a mess.\n\nMs MOE: I said so.\n"
    #expect(
      turns(record) == [
        "direct Mr LOPEZ: Will the Treasurer rule it out?", "direct MOE: We inherited a mess.", "direct MOE: I said so.",
      ])
    #expect(turns("Lima, which Karl Moe left: a list?\n\nParis, where he went: a list?\n") == [])
  }

  @Test("a paper that asks is a party, known by name or not")
  func papers() {
    let opening = "The bridge builder Ana Lopez has had a hard year.\n\n"
    #expect(
      turns(opening + "The Ledger: Why did the bridge fall?\n\nLopez: Nobody knows.\n") == [
        "direct ?: Why did the bridge fall?", "direct Ana Lopez: Nobody knows.",
      ])
    #expect(
      turns(opening + "The BBC: Why did the bridge fall?\n\nLopez: Nobody knows.\n") == [
        "direct BBC: Why did the bridge fall?", "direct Ana Lopez: Nobody knows.",
      ])
    #expect(turns(opening + "The Ledger: a bridge fell.\n\nThe River: it rose.\n") == [])
  }

  @Test("who asks is whoever the byline or the text before names")
  func asker() {
    let letters = "Q: Why did the bridge fall?\n\nA: Nobody knows.\n"
    let byline = "Lopez looks back\n\nBy Karl Moe\n\nThe bridge builder Ana Lopez has had a hard year. Lopez met us in Lima.\n\n"
    #expect(turns(byline + letters) == ["direct Karl Moe: Why did the bridge fall?", "direct Ana Lopez: Nobody knows."])
    let text = "The bridge builder Ana Lopez has had a hard year. Lopez talked to Karl Moe.\n\n"
    #expect(turns(text + letters) == ["direct Karl Moe: Why did the bridge fall?", "direct Ana Lopez: Nobody knows."])
    let roles = "Reporter: Why did the bridge fall?\n\nLopez: Nobody knows.\n\nReporter: Who does?\n\nLopez: Ask the river.\n"
    #expect(
      turns(text + roles) == [
        "direct Karl Moe: Why did the bridge fall?", "direct Ana Lopez: Nobody knows.", "direct Karl Moe: Who does?",
        "direct Ana Lopez: Ask the river.",
      ])
    let apposed = "The bridge builder Ana Lopez has had a hard year. She spoke to our reporter, Karl Moe.\n\n"
    #expect(turns(apposed + letters) == ["direct Karl Moe: Why did the bridge fall?", "direct Ana Lopez: Nobody knows."])
    let nobody = "The bridge builder Ana Lopez has had a hard year. She talked to Ida Lund and spoke to Karl Moe.\n\n"
    #expect(turns(nobody + roles).first == "direct ?: Why did the bridge fall?")
  }

  @Test("an answer goes on where it speaks of itself, and another turn follows")
  func longAnswer() {
    let text =
      TranscriptTests.opening
      + "Karl Moe: Why did the bridge fall?\n\nAna Lopez: Nobody knows.\n\nI have read all the books.\n\nMoe: And now?\n\nLopez: Now it rains.\n\nThe bridge opened in 1990.\n"
    #expect(turns(text).contains { $0.hasPrefix("direct Ana Lopez: Nobody knows.") && $0.hasSuffix("I have read all the books.") })
    #expect(!turns(text).contains { $0.contains("1990") })
  }

  @Test("what others say within a turn stands in it")
  func within() throws {
    let text =
      TranscriptTests.opening + "Karl Moe: Why did the bridge fall?\n\nAna Lopez: One of them told me, “It was the river.” I do not know.\n"
    let analysis = Samples.analyze(text)
    let inner = try #require(analysis.quotes.last)
    #expect(analysis.article.text(inner.span) == "It was the river.")
    #expect(inner.outer >= 0 && analysis.article.text(analysis.quotes[Int(inner.outer)].span).hasPrefix("One of them"))
  }

  @Test("I said within a turn is whoever the label names")
  func ownWords() throws {
    let text = TranscriptTests.opening + "Karl Moe: Why did the bridge fall?\n\nAna Lopez: I said out loud, “That is it.” I do not know.\n"
    let analysis = Samples.analyze(text)
    let inner = try #require(analysis.quotes.last)
    #expect(analysis.article.text(inner.span) == "That is it.")
    #expect(inner.speaker.entity >= 0 && analysis.name(of: analysis.entities[Int(inner.speaker.entity)]) == "Ana Lopez")
  }

  @Test("I is whoever the label names")
  func firstPerson() {
    let analysis = Samples.analyze(TranscriptTests.opening + "Karl Moe: Why did the bridge fall?\n\nAna Lopez: I was away.\n")
    let own = analysis.mentions.first { analysis.article.text($0.span) == "I" }
    #expect(own.map { analysis.name(of: analysis.entities[Int($0.entity)]) } == "Ana Lopez")
  }

  @Test(
    "lists, ratings and lone labels are no conversation",
    arguments: [
      "Rain fell on the hills all night.\n\nAna Lopez: 7. Looked sharp in goal.\n\nKarl Moe: 5. Came off late.\n",
      "Rain fell on the hills all night.\n\nKarl Moe: The man who built the bridge\n",
      "Rain fell on the hills all night.\n\nLima: Nobody knows.\n\nOslo: Why did the bridge fall?\n",
    ])
  func none(text: String) { #expect(turns(text).isEmpty, "\(turns(text))") }
}
