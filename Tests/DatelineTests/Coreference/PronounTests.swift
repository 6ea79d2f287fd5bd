import Testing

@testable import Dateline

/// It and they, people without names, and words that mean several together.
@Suite("Pronouns of things and of several") struct PronounTests {
  /// Name of the entity that the last mention of these words, no name, refers to; nil when they are no mention.
  private func referent(_ words: String, in text: String) -> String? {
    let analysis = Samples.analyze(text)
    let mention = analysis.mentions.last {
      $0.form != .name && $0.form != .demonym && analysis.article.text($0.span).lowercased() == words.lowercased()
    }
    return mention.map { analysis.name(of: analysis.entities[Int($0.entity)]) }
  }

  @Test("whom a headline tells of without a name is named below") func headline() {
    let text = "A midwife’s forty years in Lima\n\nLIMA (Reuters) - Ana Lopez left the ward on Monday. She was tired.\n"
    let analysis = Samples.analyze(text)
    let she = analysis.mentions.last { analysis.article.text($0.span) == "She" }
    #expect(she.map { analysis.name(of: analysis.entities[Int($0.entity)]) } == "Ana Lopez")
    #expect(!analysis.entities.contains { !$0.isNamed && $0.type == .person })
  }

  @Test("its is the subject’s, in the same clause and behind and") func its() {
    #expect(referent("its", in: "Volvo closed its plant in Ghent on Friday.") == "Volvo")
    #expect(referent("its", in: "The treaty binds Norway and its neighbours.") == "Norway")
    #expect(referent("its", in: "Karl Moe urged Norway to keep its promise.") == "Norway")
  }

  @Test("it is the company that spoke before, or the subject before it") func it() {
    #expect(referent("it", in: "Volvo said the plant would close. “Sales fell,” it added.") == "Volvo")
    #expect(referent("it", in: "Volvo opened a plant on Monday. It hired hundreds of people.") == "Volvo")
    #expect(referent("it", in: "A spokesman for Volvo said it would hire hundreds of people.") == "Volvo")
  }

  @Test("it that stands for a clause, the weather or nothing named stays open") func expletive() {
    let opening = "Volvo opened a plant on Monday. "
    for sentence in [
      "It is clear that sales will rise.", "It was reported that sales would rise.", "It rained all day.", "It seems that nobody came.",
      "It took two years to build.",
    ] { #expect(referent("it", in: opening + sentence) == nil, "\(sentence)") }
    #expect(referent("its", in: opening + "The plant made its first truck.") == nil)
    #expect(referent("it", in: "The storm hit Norway on Monday. It killed two people.") == nil)
    #expect(referent("its", in: "Volvo, Scania and its owner met on Monday.") != "Volvo")
  }

  @Test("they are those named together, whose entity has them as members") func they() throws {
    let text = "Anna Berg and Karl Moe met in Oslo. They signed the contract."
    let analysis = Samples.analyze(text)
    let mention = try #require(analysis.mentions.last { analysis.article.text($0.span) == "They" })
    let whole = analysis.entities[Int(mention.entity)]
    #expect(whole.type == .group)
    #expect(analysis.members(of: whole).map { analysis.name(of: analysis.entities[Int($0)]) } == ["Anna Berg", "Karl Moe"])
    #expect(analysis.overlaps.contains { analysis.article.text($0.span) == "Anna Berg and Karl Moe" && $0.entity == mention.entity })
    #expect(referent("their", in: "Anna Berg, Karl Moe and Ida Lund sold their farm.") == "Anna Berg, Karl Moe and Ida Lund")
  }

  @Test("a plural noun, an unknown companion or a subject that acts on them: open") func theyOpen() {
    #expect(referent("they", in: "Volvo met the dealers. They signed the contract.") == nil)
    #expect(referent("they", in: "Anna Berg and a neighbour met in Oslo. They signed the contract.") == nil)
    #expect(referent("them", in: "Anna Berg and Karl Moe wept. Police arrested them.") == nil)
  }

  @Test("a team and a people are they") func team() {
    #expect(referent("their", in: "Arsenal won their first match on Sunday.") == "Arsenal")
    #expect(referent("their", in: "Russians celebrated their holiday.") == "Russians")
  }

  @Test("the two leaders, both men, the couple") func two() {
    let met = "Anna Berg met Karl Moe in Oslo. "
    #expect(referent("two ministers", in: met + "The two ministers signed the contract.") == "Anna Berg and Karl Moe")
    let before = "Ida Lund and Lars Holm fell ill. Nobody came. " + met
    #expect(referent("two ministers", in: before + "The two ministers signed the contract.") == "Anna Berg and Karl Moe")
    #expect(referent("couple", in: "Anna Berg and Karl Moe married. The couple live in Oslo.") == "Anna Berg and Karl Moe")
    #expect(referent("both men", in: "Lars Holm and Karl Moe ran. Both men were tired.") == "Lars Holm and Karl Moe")
    #expect(referent("both men", in: "Anna Berg and Karl Moe ran. Both men were tired.") == nil)
    #expect(referent("three ministers", in: met + "The three ministers signed the contract.") == nil)
    #expect(referent("two countries", in: "Norway and Sweden agreed. The two countries share a border.") == "Norway and Sweden")
  }

  @Test("this and that before a noun refer as the does") func demonstrative() {
    #expect(referent("company", in: "Volvo opened a plant on Monday. This company makes trucks.") == "Volvo")
    #expect(referent("minister", in: "Finance Minister Thomas Berg resigned. That minister had few friends.") == "Thomas Berg")
  }

  @Test("who is only described becomes an entity when something refers to him") func unnamed() {
    let text = "Karl Moe called the police. A 34-year-old man was arrested in Oslo. The man denied the charges."
    #expect(referent("man", in: text) == "34-year-old man")
    #expect(referent("he", in: text + " He will stay in prison.") == "34-year-old man")
    #expect(referent("man", in: "A man fell. Another man laughed. A man wept. The man left Oslo.") == nil)
    #expect(!Samples.analyze("A man was arrested in Oslo.").entities.contains { $0.type == .person })
  }

  @Test("she behind a man’s wife is the wife") func relative() {
    #expect(referent("she", in: "Karl Moe sold the farm. His wife wept when she heard of it in Oslo.") == "wife")
  }

  @Test("she is the one whom the article is about, not who was named last") func topic() {
    let life = "Ana Lopez grew up in Lima. She studied law. Later she moved to Cusco, where she worked with Rosa Diaz. "
    #expect(referent("she", in: life + "She opened an office of her own.") == "Ana Lopez")
    #expect(referent("she", in: life + "Rosa Diaz owned three houses. She sold one of them in May.") == "Rosa Diaz")
  }

  @Test("he is somebody named rather than a spokesman without a name") func namedFirst() {
    let arrest = "Karl Moe was arrested in Oslo on Monday. "
    #expect(referent("he", in: arrest + "A police spokesman told reporters that he had resisted.") == "Karl Moe")
    #expect(referent("he", in: arrest + "A spokesman declined to comment. He will stay in prison.") == "Karl Moe")
  }

  @Test("an owner named in passing and a name of unknown gender stand back") func standBack() {
    #expect(referent("she", in: "Maria Duarte fell asleep during Jean Anouilh’s play. She left at noon.") == "Maria Duarte")
    #expect(referent("her", in: "Maria Duarte thanked Xun Qwel. Her speech was short.") == "Maria Duarte")
  }
}
