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

  @Test("who spoke just before goes on to speak, though another is named more often") func speaker() {
    let text =
      "Karl Moe left. Moe was tired. Moe had led the club for years, and Moe will not be back. Asked whether Moe could be charged, Lars Holm said "
      + "others would decide. “My job is numbers,” he added."
    #expect(referent("he", in: text) == "Lars Holm")
    let said =
      "Karl Moe left. Moe was tired. Moe had led the club, and Moe won. Moe, a father, was glad. Moe slept. Moe ate. Moe sang.\n\nBut Lars Holm, a "
      + "clerk, said only Moe could win. “My pay is low,” he said."
    #expect(referent("he", in: said) == "Lars Holm")
    // Whoever goes on to act is whom the text is about.
    let acts = "Karl Moe left. Moe was tired. Moe had led the club, Lars Holm said. He will not be back."
    #expect(referent("he", in: acts) == "Karl Moe")
  }

  @Test("nobody speaks of herself as she") func ofOthers() {
    let text = "Ida Lund was jailed. Lund, a clerk, wept. The prosecutor, Anna Berg, told the court: “She was kind.”"
    #expect(referent("she", in: text) == "Ida Lund")
  }

  @Test("he and she behind a verb are subjects, him and her are not") func nominative() {
    #expect(referent("he", in: "Lars Holm met Karl Moe. The next day, Karl Moe admitted he had lied.") == "Karl Moe")
    #expect(referent("him", in: "Lars Holm was late. Karl Moe told him so.") == "Lars Holm")
  }

  @Test("himself is the nearest subject, his is the subject of the sentence") func own() {
    #expect(referent("himself", in: "Lars Holm said that Karl Moe gave himself up.") == "Karl Moe")
    #expect(referent("his", in: "Karl Moe came. Karl Moe won. Lars Holm was beaten and resigned from his post.") == "Lars Holm")
  }

  @Test("who behind a name and an age") func whoBehindAge() {
    #expect(referent("who", in: "Karl Moe, 57, who led the club, resigned.") == "Karl Moe")
    #expect(referent("who", in: "The club won 57, who led it.") == nil)
  }

  @Test("a namesake in the tables lends a person nothing, whichever form comes first") func namesake() {
    for text in [
      "Bank’s Kallas sees no rush\n\nMarten Kallas told Reuters he was in no hurry.\n", "Marten Kallas came. Kallas was tired.\n",
    ] {
      let analysis = Samples.analyze(text)
      let person = analysis.entities.first { analysis.name(of: $0) == "Marten Kallas" }
      #expect(person?.gender == .male)
      #expect(person?.entry == -1)
    }
    let known = Samples.analyze("Kallas came to Oslo.\n\nKaja Kallas was tired.\n")
    #expect(known.entities.contains { known.name(of: $0) == "Kaja Kallas" && $0.entry >= 0 && $0.gender == .female })
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
