import Testing

@testable import Dateline

/// Noun groups that describe an entity instead of naming it.
@Suite("Descriptions") struct DescriptionTests {
  /// Name of the entity that the last nominal with these words refers to; nil when they are no mention.
  private func referent(_ words: String, in text: String) -> String? {
    let analysis = Samples.analyze(text)
    let mention = analysis.mentions.last { $0.form == .nominal && analysis.article.text($0.span) == words }
    return mention.map { analysis.name(of: analysis.entities[Int($0.entity)]) }
  }

  /// The overlapping mentions of these words: form and entity's name.
  private func overlaps(_ words: String, in text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.overlaps.filter { analysis.article.text($0.span) == words }.map {
      "\($0.form.name) of \(analysis.name(of: analysis.entities[Int($0.entity)]))"
    }
  }

  @Test("what stands between commas behind a name is the name’s") func behind() {
    #expect(referent("carmaker", in: "Volvo, the carmaker, opened a plant in Ghent.") == "Volvo")
    #expect(referent("head of the union", in: "Ingrid Solberg, the head of the union, spoke first.") == "Ingrid Solberg")
  }

  @Test("a list is no apposition, nor is a noun of another kind") func list() {
    #expect(referent("bank", in: "They wrote to Volvo, the bank and the mayor.") == nil)
    #expect(referent("president", in: "On Monday in Oslo, the president, who was ill, stayed at home.") == nil)
  }

  @Test("what stands before a comma and a name is the name’s") func before() {
    #expect(referent("coach", in: "Norway’s coach, Karl Moe, praised the goalkeeper.") == "Karl Moe")
    #expect(referent("coach", in: "He thanked the coach, Volvo and the fans.") == nil)
    let spokesman = "A spokesman for the president, Hector Lima, dismissed the plan."
    #expect(referent("spokesman for the president", in: spokesman) == "Hector Lima")
    #expect(referent("president", in: spokesman) != "Hector Lima")
    #expect(referent("president", in: "The wife of the president, Hector Lima, left.") == "Hector Lima")
  }

  @Test("an organization is what it was introduced as") func introduced() {
    let text = "The ferry’s owner, Volvo, said it was sorry. Areva sent help. The owner promised to open its books."
    #expect(referent("owner", in: text) == "Volvo")
    #expect(referent("operator", in: "The operator, Volvo, said it was sorry. Areva sent help. The operator paid.") == "Volvo")
    #expect(referent("owner", in: "Volvo sent help. The owner promised to pay.") == nil)
  }

  @Test("the agency that sends an article is no company of it") func agency() {
    #expect(referent("operator", in: "LIMA, June 3 (Reuters) - The pier closed on Monday. The operator said it would reopen.\n") == nil)
  }

  @Test("what a name is said to be is the name’s, not what it is denied to be") func predicate() {
    #expect(referent("lawyer", in: "Ingrid Solberg is a lawyer.") == "Ingrid Solberg")
    #expect(referent("lawyer", in: "Ingrid Solberg is not a lawyer.") == nil)
  }

  @Test("a place and a noun, said twice, are an entity of their own") func twice() {
    let text = "The Norwegian government resigned on Friday. Nobody in Oslo knew who would lead the Norwegian government next."
    #expect(referent("government", in: text) == "Norwegian government")
    #expect(referent("government", in: "The Norwegian government resigned on Friday. Oslo was calm.") == nil)
  }

  @Test("the same noun of two places is two things, and plurals are nobody in particular") func different() {
    #expect(referent("government", in: "The Norwegian government resigned. The Swedish government did not.") == nil)
    #expect(referent("officials", in: "Norwegian officials resigned. The Norwegian officials said nothing.") == nil)
  }

  @Test("the possessor of a group is a description too") func possessor() {
    #expect(referent("company", in: "Volvo opened a plant on Monday. The company’s shares rose.") == "Volvo")
    #expect(referent("island", in: "Volvo opened a plant on Monday. The island’s people rejoiced.") == nil)
  }

  @Test("a nationality must agree with the company’s country") func nationality() {
    let text = "Areva opened a plant on Monday. "
    #expect(referent("manufacturer", in: text + "The French manufacturer hired hundreds of people.") == "Areva")
    #expect(referent("manufacturer", in: text + "The Spanish manufacturer hired hundreds of people.") == nil)
  }

  @Test("a name inside a longer one is embedded, but not the surname inside a person’s name") func embedded() {
    let text = "Kunda is a port in Estonia. The University of Kunda opened in May."
    #expect(overlaps("Kunda", in: text) == ["embedded of Kunda"])
    #expect(overlaps("Solberg", in: "Solberg resigned. Ingrid Solberg left Oslo.").isEmpty)
  }

  @Test("a name with the noun before it is written too") func describedName() {
    let text = "The award went to Swedish carmaker Volvo on Friday."
    #expect(overlaps("Swedish carmaker Volvo", in: text) == ["nominal of Volvo"])
    #expect(overlaps("Friday Volvo", in: "On Friday Volvo won.").isEmpty)
    #expect(overlaps("Volvo President Karl Moe", in: "The award went to Volvo President Karl Moe in May.") == ["nominal of Karl Moe"])
    #expect(overlaps("President Karl Moe", in: "The award went to President Karl Moe in May.").isEmpty)
  }

  @Test("the mentions of the text itself never overlap, and keep their order") func order() {
    let text = """
      Volvo, the chief exporter of Sweden, and the Swedish government met at the University of Gothenburg in Gothenburg, Sweden. \
      The Swedish government praised Swedish carmaker Volvo (VLV). The company thanked it. Volvo is the largest exporter in Sweden.
      """
    let analysis = Samples.analyze(text)
    for (one, next) in zip(analysis.mentions, analysis.mentions.dropFirst()) { #expect(one.tokens.end <= next.tokens.start) }
    for (number, entity) in analysis.entities.enumerated() {
      let (mentions, overlaps) = (Array(analysis.mentions(of: number)), Array(analysis.overlaps(of: number)))
      #expect(mentions == analysis.mentions.indices.filter { analysis.mentions[$0].entity == Int32(number) })
      #expect(overlaps == analysis.overlaps.indices.filter { analysis.overlaps[$0].entity == Int32(number) })
      #expect(entity.mentions.count == mentions.count && entity.overlaps.count == overlaps.count)
    }
  }
}
