import Testing

@testable import Dateline

/// Articles of our own for what users of other tools complain about most; each is right, or honestly without a speaker.
@Suite("Pains of others")
struct PainTests {
  /// "speaker: quotation" of the direct quotations, in text order; "?" for no speaker.
  private func speech(_ analysis: Analysis) -> [String] {
    analysis.quotes.filter { $0.kind == .direct }.sorted { $0.span.start < $1.span.start }.map { quote in
      let known = quote.speaker.entity >= 0 ? analysis.name(of: analysis.entities[Int(quote.speaker.entity)]) : nil
      let words = quote.speaker.span.map { analysis.article.text($0) }
      return (known ?? words ?? "?") + ": " + quote.fragments.map { analysis.article.text($0) }.joined(separator: " | ")
    }
  }

  private func names(_ analysis: Analysis) -> Set<String> {
    Set(analysis.entities.filter { !$0.mentions.isEmpty }.map { "\($0.type.name) \(analysis.name(of: $0))" })
  }

  private func times(_ analysis: Analysis) -> [String] { analysis.values.compactMap(\.timex) }

  @Test("an apposition with a relative clause between speaker and cue")
  func apposition() {
    let text = "“We turned nobody away,” Owen Pryce, a surgeon who has worked there for nine years, said. “But it was close.”"
    #expect(speech(Samples.analyze(text)) == ["Owen Pryce: We turned nobody away, | But it was close."])
  }

  @Test("the person a quotation mentions is not its speaker")
  func canonicalSpeaker() {
    let text = """
      Energy Minister Ingrid Solberg met union leaders in Bergen. Dag Moen, the union’s chairman, called the talks useful. \
      “She listened,” he said. Solberg left without a word. “The strike goes on,” Moen added.
      """
    #expect(speech(Samples.analyze(text)) == ["Dag Moen: She listened,", "Dag Moen: The strike goes on,"])
  }

  @Test("a quotation that goes on in the next paragraph")
  func continuedParagraph() {
    let text = """
      Councillor Petra Novak stood up. “The bridge was never safe,” she said. “We knew that in March.

      “We knew it again in April, and we did nothing.”

      The council votes on Friday.
      """
    let wanted = "Petra Novak: The bridge was never safe, | We knew that in March. | We knew it again in April, and we did nothing."
    #expect(speech(Samples.analyze(text)) == [wanted])
  }

  @Test("an unclosed mark costs its own paragraph only")
  func unclosedMark() {
    let text = "“The harbour will open again.\n\nRain fell. “Nobody asked us,” Leila Nassar said. Karim Haddad left for Beirut.\n"
    let analysis = Samples.analyze(text)
    #expect(speech(analysis).last == "Leila Nassar: Nobody asked us,")
    #expect(names(analysis).contains("place Beirut"))
  }

  @Test(
    "verbs of the manner of speaking",
    arguments: [
      "“It never ends,” sighed Marta Kowalska.", "“It never ends,” whispered Marta Kowalska.", "“It never ends,” Marta Kowalska muttered.",
      "“It never ends,” groaned Marta Kowalska.",
    ])
  func unusualCue(text: String) {
    #expect(speech(Samples.analyze(text)) == ["Marta Kowalska: It never ends,"])
  }

  @Test("verbs of manner that introduce no speech")
  func noCue() {
    #expect(Samples.analyze("Marta Kowalska sighed and laughed. The wind whispered in the trees.").quotes.isEmpty)
  }

  @Test("one name of two types")
  func nameOfTwoTypes() {
    let found = names(
      Samples.analyze("The Redmond Group opened an office in Redmond. Redmond Group shares rose, and people in Redmond cheered."))
    #expect(found.isSuperset(of: ["organization Redmond Group", "place Redmond"]))
  }

  @Test("platforms are no people, presidents no companies")
  func types() {
    let found = names(Samples.analyze("Twitter banned the account. Barack Obama spoke in Georgia. Obama left early."))
    #expect(found == ["organization Twitter", "person Barack Obama", "place Georgia"])
  }

  @Test("names after a title, before a comma, at the start")
  func positions() {
    let found = names(Samples.analyze("Dr Amina Yusuf, 51, resigned. Yusuf led the hospital. Priya Raman and Senator Luis Ortega left."))
    #expect(found == ["person Amina Yusuf", "person Priya Raman", "person Luis Ortega"])
  }

  @Test("titles stay outside")
  func titles() {
    let found = names(Samples.analyze("Prime Minister Ewa Lipinska met President Tomas Brandt and Sir Colin Marsh."))
    #expect(found == ["person Ewa Lipinska", "person Tomas Brandt", "person Colin Marsh"])
  }

  @Test("possessives stay outside, with either apostrophe")
  func possessives() {
    let analysis = Samples.analyze("Maria Brandt's car and Peter James’s house burned. Kenya’s capital was quiet.")
    #expect(names(analysis) == ["person Maria Brandt", "person Peter James", "place Kenya"])
  }

  @Test("names of months are people behind a title, a relation, a first name")
  func monthsAndPeople() {
    let analysis = Samples.analyze(
      "Theresa May met voters in Leeds. May said that the vote in May was fair. Her brother Jan and April Jones left in April.")
    #expect(names(analysis).isSuperset(of: ["person Theresa May", "person April Jones"]))
    #expect(times(analysis) == ["XXXX-05", "XXXX-04"])
    #expect(times(Samples.analyze("Mrs May met voters in May. Jan, a baker, may leave in Jan. 2026.")) == ["XXXX-05", "2026-01"])
  }

  @Test("curly and straight marks and apostrophes side by side")
  func mixedMarks() {
    let text = "‘It’s the teachers’ strike that matters,’ said Ann Lee. \"They don't listen,\" Bob Hall said."
    #expect(speech(Samples.analyze(text)) == ["Ann Lee: It’s the teachers’ strike that matters,", "Bob Hall: They don't listen,"])
  }

  @Test("nicknames, titles of works and slogans are no speech")
  func nicknames() {
    let text = """
      Tony “the Wrench” Marino was jailed in Leeds. Ann Lee starred in “The Long Winter” and wrote “A Cold Spring”, a novel. \
      A banner read “No More”. “I am tired,” Lee said.
      """
    #expect(speech(Samples.analyze(text)) == ["Ann Lee: I am tired,"])
  }

  @Test("every mention and every quotation has its confidence, and they differ")
  func confidence() {
    let analysis = Samples.analyze(
      "“The road is closed,” Ann Lee said. Bob Hall of Brandt said that it was safe. The mayor welcomed the plan of the road board.")
    #expect(analysis.mentions.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 })
    #expect(Set(analysis.quotes.map(\.confidence)).count > 1)
    #expect(analysis.quotes.allSatisfy { $0.confidence >= CandidateFinder.threshold && $0.confidence < 1 })
  }

  @Test("the same words give the same answer, whatever was read before")
  func stability() {
    let extractor = Extractor(gazetteer: Samples.gazetteer)
    func written(_ text: String) -> [UInt8] {
      var output = JSONOutput(capacity: 4096)
      let analysis = extractor.analyze(Article(id: "a", input: Array(text.utf8)))
      GraphWriter(gazetteer: Samples.gazetteer, options: GraphOptions()).write(analysis, into: &output)
      return Array(output.bytes)
    }
    let text = "LEEDS (Sea Press) - Ann Lee said on Monday that the road to York was closed. “It never opened,” she said."
    let first = written(text)
    _ = written("“Unclosed. Another article about Kenya, Brandt AG and 40 ships")
    #expect(written(text) == first)
  }

  @Test("places of the country named, no letters read as places")
  func geography() {
    let found = names(Samples.analyze("The M.S. Aurora sank. European ministers met in Oklahoma City, and Oklahoma’s governor flew home."))
    #expect(found.isSuperset(of: ["place Oklahoma City", "place Oklahoma", "place Europe"]))
    #expect(!found.contains("place Malaysia") && !found.contains { $0.hasPrefix("place M.") })
  }

  @Test("a long article is read to its end, and nothing in it is made up")
  func longArticle() {
    let filler = String(repeating: "Rain fell on the hills and the rivers rose all night.\n\n", count: 2_000)
    let analysis = Samples.analyze("Ann Lee left Nairobi.\n\n" + filler + "“We came back,” Ann Lee said in Oslo.\n")
    #expect(speech(analysis) == ["Ann Lee: We came back,"])
    #expect(names(analysis).isSuperset(of: ["person Ann Lee", "place Nairobi", "place Oslo"]))
    for mention in analysis.mentions {
      #expect(analysis.article.text(mention.span) == analysis.article.text(analysis.tokens.span(mention.tokens)))
    }
  }

  @Test("the tense says on which side a weekday lies")
  func tense() {
    let analysis = Samples.analyze("The court sat on Friday and will sit again on Monday.", published: "2025-06-18")
    #expect(times(analysis) == ["2025-06-13", "2025-06-23"])
    let present = Samples.analyze("The minister arrives on Sunday. The court has sat since Monday, a clerk says.", published: "2025-06-18")
    #expect(times(present) == ["2025-06-22", "2025-06-16"])
  }

  @Test("relative dates hang on the article's date, not on today's")
  func relativeDates() {
    let text = "The mayor resigned yesterday. A vote was held last month and the next is due next year."
    #expect(times(Samples.analyze(text, published: "2025-06-18")) == ["2025-06-17", "2025-05", "2026"])
  }

  @Test("a headline in capitals is read with the article")
  func headlineInCapitals() {
    let analysis = Samples.analyze("MINISTER OLGA PETROVA TO VISIT KENYA\n\nNAIROBI (Reuters) - Petrova lands on Sunday.\n")
    let people = analysis.entities.filter { $0.type == .person }
    #expect(people.count == 1 && people.first?.mentions.count == 2)
    #expect(names(analysis).contains("place Kenya"))
  }

  @Test("offsets count code points beyond the first plane once")
  func emoji() {
    let analysis = Samples.analyze("🎉🎉 “We won 🏆,” said Ana Lima in São Paulo 🇧🇷.")
    #expect(speech(analysis) == ["Ana Lima: We won 🏆,"])
    #expect(names(analysis) == ["person Ana Lima", "place São Paulo"])
    var output = JSONOutput(capacity: 4096)
    GraphWriter(gazetteer: Samples.gazetteer, options: GraphOptions()).write(analysis, into: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self).contains(#""start":20,"end":28,"text":"Ana Lima""#))
  }

  @Test("odd punctuation does no harm")
  func oddPunctuation() {
    let analysis = Samples.analyze("John Mbeki:\"No\" and \"\"= and “”… he said. Ann Lee \" : \"\"\" ''' left Nairobi.")
    #expect(names(analysis).contains("place Nairobi"))
  }
}
