import Testing

@testable import Dateline

@Suite("Coreference") struct CoreferenceTests {
  /// Name of the entity that the first mention of these words refers to.
  private func referent(_ words: String, in text: String) -> String? {
    let analysis = Samples.analyze(text)
    let mention = analysis.mentions.first {
      $0.form != .name && $0.form != .demonym && analysis.article.text($0.span).lowercased() == words.lowercased()
    }
    return mention.map { analysis.entities[Int($0.entity)].name }
  }

  @Test("he and she find the person of their gender") func gender() {
    let text = "Finance Minister Thomas Berg met Judge Anna Keller on Tuesday. She praised the visit."
    #expect(referent("she", in: text) == "Anna Keller")
  }

  @Test("a person inside the quotation is not its speaker") func quoted() {
    let text = "Mayor Robert Haines defended the budget. “David Colby asks for too much,” he said."
    #expect(referent("he", in: text) == "Robert Haines")
  }

  @Test("nobody of that gender: unresolved") func unresolved() {
    #expect(referent("she", in: "The river rose. She left.") == nil)
  }

  @Test("a role finds the person who holds it") func role() {
    let text = "Prime Minister Lars Holm opened the bridge. The prime minister thanked the builders."
    #expect(referent("prime minister", in: text) == "Lars Holm")
  }

  @Test("the role of another country finds nobody") func otherCountry() {
    let text = "Danish Prime Minister Lars Holm opened the bridge. Poland’s prime minister stayed away."
    #expect(referent("prime minister", in: text) == nil)
  }

  @Test("who refers to the name before it") func who() {
    #expect(referent("who", in: "Ingrid Solberg, who leads the union, spoke first.") == "Ingrid Solberg")
  }
}
