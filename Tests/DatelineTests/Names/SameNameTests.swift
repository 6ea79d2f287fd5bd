import Testing

@testable import Dateline

/// Which mentions are one entity, and of which type.
@Suite("Same names") struct SameNameTests {
  /// The names of the entities that the mentions with these words belong to, in text order.
  private func owners(_ words: String, in text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.mentions.filter { analysis.article.text($0.span) == words }.map { analysis.name(of: analysis.entities[Int($0.entity)]) }
  }

  @Test("a surname alone is the person named in full most often, not a relative") func relative() {
    let text = """
      Thomas Keller opened the factory in May. Mr Thomas Keller lives there with his wife, Anna Keller. Keller said the work was done. \
      Later Keller left.
      """
    #expect(owners("Keller", in: text) == ["Thomas Keller", "Thomas Keller"])
  }

  @Test("the last word of a product’s name is the product") func product() {
    let text = "Google Chrome gained users in May. Firefox led, nearly tied with Chrome. If Chrome continues to surge, rivals could lose."
    #expect(owners("Chrome", in: text) == ["Google Chrome", "Google Chrome"])
  }

  @Test("a surname before the full name belongs to it") func headline() {
    #expect(owners("Solberg", in: "Solberg resigns\n\nIngrid Solberg resigned on Friday.") == ["Ingrid Solberg"])
  }

  @Test("an acronym in brackets is the name before it") func brackets() {
    let text = "The Northern Union of Harbour Pilots (NUP) went on strike. NUP wants more pay."
    #expect(owners("NUP", in: text) == ["Northern Union of Harbour Pilots", "Northern Union of Harbour Pilots"])
  }

  @Test("a name in brackets spells out the acronym before it, whatever its letters") func explained() {
    let text = "The leader of CEP (Italian Union of Lighthouse Keepers) spoke. CEP wants more pay."
    #expect(Set(owners("CEP", in: text)) == Set(owners("Italian Union of Lighthouse Keepers", in: text)))
    #expect(owners("CEP", in: text).count == 2)
  }

  @Test("a person’s party in brackets is not the person") func party() {
    #expect(owners("SPD", in: "Thomas Keller (SPD) spoke in Berlin. The SPD agreed.").allSatisfy { $0 != "Thomas Keller" })
  }

  @Test("the middle of a long name stands for it") func middle() {
    let text = "The Norwegian Maritime Court of Appeal met on Monday. The Maritime Court of Appeal adjourned."
    #expect(Set(owners("Maritime Court of Appeal", in: text)) == ["Norwegian Maritime Court of Appeal"])
  }

  @Test("words that two names share stand for neither") func shared() {
    let text = "The Danish Maritime Authority wrote to the Swedish Maritime Authority. The Maritime Authority replied."
    #expect(owners("Maritime Authority", in: text).allSatisfy { $0 != "Danish Maritime Authority" && $0 != "Swedish Maritime Authority" })
  }

  @Test("a name that most mentions give one type has it everywhere") func oneType() {
    let text = """
      Romy Lakatu scored twice. Lakatu, who joined in May, said he was happy. “We won,” Lakatu said. The fans sang for Lakatu.
      """
    let analysis = Samples.analyze(text)
    let mentions = analysis.mentions.filter { analysis.article.text($0.span).hasSuffix("Lakatu") }
    #expect(mentions.count == 4)
    #expect(Set(mentions.map { $0.entity }).count == 1)
    #expect(mentions.allSatisfy { analysis.entities[Int($0.entity)].type == .person })
  }
}
