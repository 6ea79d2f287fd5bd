import Testing

@testable import Dateline

@Suite("Coreference") struct CoreferenceTests {
  /// Name of the entity that the first mention of these words refers to.
  private func referent(_ words: String, in text: String) -> String? {
    let analysis = Samples.analyze(text)
    let mention = analysis.mentions.first {
      $0.form != .name && $0.form != .demonym && analysis.article.text($0.span).lowercased() == words.lowercased()
    }
    return mention.map { analysis.name(of: analysis.entities[Int($0.entity)]) }
  }

  @Test("he and she find the person of their gender") func gender() {
    let text = "Finance Minister Thomas Berg met Judge Anna Keller on Tuesday. She praised the visit."
    #expect(referent("she", in: text) == "Anna Keller")
  }

  @Test("a person inside the quotation is not its speaker") func quoted() {
    let text = "Mayor Robert Haines defended the budget. “David Colby asks for too much,” he said."
    #expect(referent("he", in: text) == "Robert Haines")
  }

  @Test("a court is no company") func court() {
    let text = "Norhaven Ltd. lost. The Court of Appeals of Norland agreed. The company will pay."
    #expect(referent("the company", in: text) ?? referent("company", in: text) == "Norhaven Ltd.")
  }

  @Test("nobody of that gender: unresolved") func unresolved() {
    #expect(referent("she", in: "The river rose. She left.") == nil)
  }

  @Test("a role finds the person who holds it") func role() {
    let text = "Prime Minister Lars Holm opened the bridge. The prime minister thanked the builders."
    #expect(referent("prime minister", in: text) == "Lars Holm")
    let beside = "Norway’s prime minister, Lars Holm, came to Oslo. Per Dahl wept. The prime minister was late."
    #expect(referent("prime minister", in: beside) == "Lars Holm")
  }

  @Test("the role of another country finds nobody") func otherCountry() {
    let text = "Danish Prime Minister Lars Holm opened the bridge. Poland’s prime minister stayed away."
    #expect(referent("prime minister", in: text) == nil)
  }

  @Test("I and my in a quotation are the speaker, wherever the cue stands") func firstPerson() {
    let text = "“I will keep my seat,” said Ingrid Solberg on Friday."
    #expect(referent("i", in: text) == "Ingrid Solberg")
    #expect(referent("my", in: text) == "Ingrid Solberg")
    #expect(referent("i", in: "“I will keep my seat,” somebody shouted.") == nil)
  }

  @Test("salience adds up to one, and whom the article is about has most") func salience() {
    let analysis = Samples.analyze(
      "Ingrid Solberg resigned on Friday. Solberg had led the union. She thanked Karl Moe. The union meets in Bergen.")
    #expect(abs(analysis.entities.reduce(0) { $0 + $1.salience } - 1) < 0.001)
    #expect(analysis.entities.max { $0.salience < $1.salience }.map { analysis.name(of: $0) } == "Ingrid Solberg")
  }

  @Test("who refers to the name before it") func who() {
    #expect(referent("who", in: "Ingrid Solberg, who leads the union, spoke first.") == "Ingrid Solberg")
  }
}
