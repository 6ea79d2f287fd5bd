import Testing

@testable import Dateline

/// "the 54-year-old": the person of that age.
@Suite("Ages as descriptions") struct AgeTests {
  /// Name of the entity that the description with an age in it refers to; nil when it is no mention.
  private func referent(_ words: String, in text: String) -> String? {
    let analysis = Samples.analyze(text)
    let mention = analysis.mentions.last { $0.form == .nominal && analysis.article.text($0.span).contains(words) }
    return mention.map { analysis.name(of: analysis.entities[Int($0.entity)]) }
  }

  @Test(
    "the person whose age the article gave",
    arguments: [
      "Olga Petrova, 54, met Ana Lima, 34, in Paris. The 54-year-old spoke.", "Ana Lima (34) met Olga Petrova (54). The 54-year-old spoke.",
      "Ana Lima, 34, met 54-year-old minister Olga Petrova. The 54-year-old spoke.",
      "Olga Petrova, a 54-year-old nurse, met Ana Lima. The 54-year-old spoke.",
      "Olga Petrova, 54, met Ana Lima, 34, in Paris. Lima wept. The 54-year-old minister spoke.",
    ])
  func given(_ text: String) { #expect(referent("54-year-old", in: text) == "Olga Petrova") }

  @Test("a noun for an age: the only one who is that old")
  func nouns() {
    let text = "Karl Moe, 19, beat Per Dahl, 34, in Paris. The teenager wept."
    #expect(referent("teenager", in: text) == "Karl Moe")
    #expect(referent("octogenarian", in: "Ana Lima, 84, met Karl Moe, 51, in Oslo. The octogenarian smiled.") == "Ana Lima")
    #expect(referent("teenager", in: "Karl Moe, 19, beat Per Dahl, 17, in Paris. The teenager wept.") == nil)
    #expect(referent("teenager", in: "Karl Moe, 19, beat Per Dahl, 17, in Paris. Karl Moe fell. The teenager wept.") == "Karl Moe")
    #expect(referent("teenager", in: "Karl Moe, 51, came to Paris. The teenager wept.") == nil)
    #expect(referent("teenager", in: "The teenager wept. Karl Moe, 19, came to Paris.") == nil)
  }

  @Test("else whom the sentence before is about, whatever the age was then") func theme() {
    #expect(referent("54-year-old", in: "Ana Lima met Olga Petrova. Petrova won in Paris. The 54-year-old was tired.") == "Olga Petrova")
    #expect(referent("23-year-old", in: "Olga Petrova, 54, recalled her first race. The then 23-year-old was tired.") == "Olga Petrova")
  }

  @Test("somebody without a name") func unnamed() {
    let text = "Karl Moe called the police. A 34-year-old man was arrested in Oslo. The 34-year-old denied the charges."
    #expect(referent("34-year-old", in: text) == "34-year-old man")
  }

  @Test("nobody of another age or gender, nobody at all, no things") func open() {
    #expect(referent("40-year-old", in: "Karl Moe, 51, met Ida Lund, 34. The 40-year-old spoke.") == nil)
    #expect(referent("51-year-old", in: "Karl Moe, 51, met Ida Lund in Oslo. The 51-year-old woman spoke.") == nil)
    #expect(referent("54-year-old", in: "A court in Oslo jailed the 54-year-old on Monday.") == nil)
    #expect(referent("54-year-old", in: "Karl Moe, 54, came to Oslo. The 54-year-old bridge was closed.") == nil)
  }

  @Test("the speaker, too") func speaker() throws {
    let analysis = Samples.analyze("Olga Petrova, 54, won in Paris. “I am tired,” the 54-year-old said.")
    let speaker = try #require(analysis.quotes.first).speaker
    #expect(speaker.status == .resolved)
    #expect(analysis.name(of: analysis.entities[Int(speaker.entity)]) == "Olga Petrova")
  }

  @Test(
    "what somebody is or is called beside the name is nobody else",
    arguments: [
      "Ana Lopez, 34, a singer, left Lima. She wept.", "Karl Moe resigned. A former actress, Ana Lopez will lead Volvo. She is 50.",
      "Ana Lopez is now a waitress in Lima. She is 50.", "Ana Lopez was elected a judge in Lima. She is 50.",
    ])
  func predicate(_ text: String) {
    let analysis = Samples.analyze(text)
    let she = analysis.mentions.last { analysis.article.text($0.span) == "She" }
    #expect(she.map { analysis.name(of: analysis.entities[Int($0.entity)]) } == "Ana Lopez")
    #expect(!analysis.entities.contains { !$0.isNamed })
  }
}
