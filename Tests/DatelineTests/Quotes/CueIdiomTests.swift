import Testing

@testable import Dateline

/// Cues of several words, negated cues, speakers without names, dialogues.
@Suite("Cues and speakers of their own kind") struct CueIdiomTests {
  /// "form status entity cue negated" of the last quotation of a text.
  private func last(_ text: String) -> (quote: Quote, entity: String?)? {
    let analysis = Samples.analyze(text)
    guard let quote = analysis.quotes.last else { return nil }
    return (quote, quote.speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int(quote.speaker.entity)]))
  }

  @Test(
    "who speaks without a name is anonymous",
    arguments: [
      ("An official said the road was closed.", Quote.SpeakerForm.nominal),
      ("Two people familiar with the matter said the bank would sell its Paris office.", .collective),
      ("A spokesman for Volvo said the road was closed.", .nominal), ("Police said the road was closed.", .collective),
      ("The road is closed, according to two officials.", .collective), ("One of the sources said the road was closed.", .nominal),
      ("“The road is closed,” a nurse said.", .nominal),
    ])
  func anonymous(_ text: String, _ form: Quote.SpeakerForm) throws {
    let (quote, entity) = try #require(last(text))
    #expect(quote.speaker.status == .anonymous)
    #expect(quote.speaker.form == form)
    #expect(entity == nil)
  }

  @Test("the minister who speaks is the one who holds the office, and no collective") func minister() throws {
    let (quote, entity) = try #require(last("Foreign Minister Karl Moe flew to Oslo. The minister said the talks would go on."))
    #expect(quote.speaker.form == .nominal)
    #expect(quote.speaker.status == .resolved)
    #expect(entity == "Karl Moe")
    let (other, nobody) = try #require(last("Rain fell in Oslo. The minister said the talks would go on."))
    #expect(other.speaker.status == .unresolved)
    #expect(nobody == nil)
  }

  @Test(
    "declined to comment: said by nobody, with who declined",
    arguments: [
      ("Volvo closed a plant. The company declined to comment.", "Volvo", "declined"),
      ("Volvo closed a plant. It declined to comment on the plan.", "Volvo", "declined"),
      ("Karl Moe refused to say who paid.", "Karl Moe", "refused"),
      ("Karl Moe did not say whether the river would rise.", "Karl Moe", "say"),
      ("Karl Moe never said that the river would rise.", "Karl Moe", "said"),
    ])
  func negated(_ text: String, _ speaker: String, _ word: String) throws {
    let analysis = Samples.analyze(text)
    let (quote, entity) = try #require(last(text))
    let cue = try #require(quote.cue)
    #expect(cue.isNegated)
    #expect(analysis.article.text(cue.span) == word)
    #expect(entity == speaker)
    #expect(quote.speaker.status == .resolved)
  }

  @Test(
    "what was said to be untrue was said",
    arguments: ["Karl Moe said the river would not rise.", "Karl Moe denied that the river would rise."])
  func notNegated(_ text: String) { #expect(last(text)?.quote.cue?.isNegated ?? false == false) }

  @Test(
    "idioms",
    arguments: [
      ("In the words of Ana Lopez, “The river never sleeps.”", "The river never sleeps."),
      ("The river never sleeps, in the words of Ana Lopez.", "The river never sleeps"),
      ("In Ana Lopez’s words, “The river never sleeps.”", "The river never sleeps."),
      ("In Ana Lopez’s words, it is “a sleeping dog”.", "it is “a sleeping dog”"),
      ("As Ana Lopez put it, the river never sleeps.", "the river never sleeps"),
      ("As Ana Lopez put it in 1990, the river is “a sleeping dog”.", "the river is “a sleeping dog”"),
      ("The river never sleeps, Ana Lopez was quoted as saying.", "The river never sleeps"),
      ("“The river never sleeps” – Ana Lopez, mayor\n\nRain fell.", "The river never sleeps"),
      ("“The river never sleeps,” is all Ana Lopez would say.", "The river never sleeps,"),
      ("“The river never sleeps,” says lead author Ana Lopez.", "The river never sleeps,"),
      ("The river, as Ana Lopez put it, is “a sleeping dog”.", "The river | is “a sleeping dog”"),
      ("The river never sleeps, as Ana Lopez put it.", "The river never sleeps"),
      ("Ana Lopez put it bluntly: “The river never sleeps.”", "The river never sleeps."),
      ("Ana Lopez took to X to write: “The river never sleeps.”", "The river never sleeps."),
      ("Ana Lopez was quoted as saying the river never sleeps.", "the river never sleeps"),
      ("“The river never sleeps,” Ana Lopez was quoted as saying by the Lima Post.", "The river never sleeps,"),
      ("Ana Lopez told reporters in Lima on Monday that the river never sleeps.", "the river never sleeps"),
      ("Ana Lopez has been saying that the river never sleeps.", "the river never sleeps"),
      ("Ana Lopez said in a statement that the river never sleeps.", "the river never sleeps"),
      ("Ana Lopez had a warning. “The river never sleeps.”", "The river never sleeps."),
      ("“The river never sleeps,” said Ana Lopez KC.", "The river never sleeps,"),
      ("Lopez: “The river never sleeps”", "The river never sleeps"),
    ])
  func idiom(_ text: String, _ content: String) throws {
    let found = try #require(QuoteSamples.quotes(text).last, "nothing found")
    #expect(found.text == content)
    #expect(try #require(last(text)).entity?.hasSuffix("Lopez") == true)
  }

  @Test(
    "words that are no cues",
    arguments: [
      "Ana Lopez put it in a box.", "Ana Lopez put the plan in words of one syllable.", "Ana Lopez lost her way in the mayor’s long words.",
      "Ana Lopez took to X to find friends.",
    ])
  func noCue(_ text: String) { #expect(QuoteSamples.quotes(text).isEmpty, "\(QuoteSamples.quotes(text))") }

  @Test(
    "to whom it was said",
    arguments: [
      ("“It will rise,” Ana Lopez told Reuters on Monday.", "Reuters" as String?),
      ("Ana Lopez told Karl Moe that it would rise.", "Karl Moe"),
      ("Asked if it would rise, Karl Moe left.", "Karl Moe"), ("Karl Moe, asked if it would rise, left.", "Karl Moe"),
      ("Karl Moe was asked whether it would rise.", "Karl Moe"),
      ("Ana Lopez asked Karl Moe to leave.", "Karl Moe"), ("“Will it rise?” asked Ana Lopez.", nil),
      ("“It will rise,” Ana Lopez said.", nil),
    ])
  func addressee(_ text: String, _ name: String?) throws {
    let analysis = Samples.analyze(text)
    let quote = try #require(analysis.quotes.last)
    #expect((quote.addressee < 0 ? nil : analysis.name(of: analysis.entities[Int(quote.addressee)])) == name)
  }

  @Test("a short rest behind the cue") func shortRest() {
    #expect(QuoteSamples.quotes("It was, Ana Lopez said, a mistake.").first?.text == "It was | a mistake")
  }

  @Test("an indirect question opens a dialogue") func questioned() {
    let court =
      "Prosecutor Ana Lopez asked the clerk whether he had copies.\n\n“Yes,” Karl Moe replied.\n\n“How many?”\n\n“Forty.”\n\n“Where?”\n"
    let analysis = Samples.analyze(court)
    let speakers = analysis.quotes.map { $0.speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int($0.speaker.entity)]) }
    #expect(speakers == ["Ana Lopez", "Karl Moe", "Ana Lopez", "Karl Moe", "Ana Lopez"])
  }

  @Test("a dialogue that begins in a sentence of the reporter’s") func led() {
    func speakers(_ text: String) -> [String?] {
      let analysis = Samples.analyze(text)
      return analysis.quotes.map { $0.speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int($0.speaker.entity)]) }
    }
    let turns = "\n\n“And what did you say?”\n\n“I said no.”\n\n“Why?”\n\n“It was late.”\n\nRain fell."
    let asked = "Asked by Ana Lopez whether he had called, Karl Moe replied: “I did.”" + turns
    #expect(speakers(asked).suffix(5) == ["Karl Moe", "Ana Lopez", "Karl Moe", "Ana Lopez", "Karl Moe"])
    #expect(speakers("On the stand, Karl Moe said: “I did.”" + turns) == ["Karl Moe", nil, "Karl Moe", nil, "Karl Moe"])
    let told = "Ana Lopez keeps the shop. “I said no,” she says. “They laughed.”\n\n“You said yes,” says Karl Moe.\n\n"
    #expect(
      speakers(told + "“I said no.”\n\n“You said yes.”\n\n“I did not!”\n\nRain fell.") == [
        "Ana Lopez", "Karl Moe", "Ana Lopez", "Karl Moe", "Ana Lopez",
      ])
    #expect(speakers("On the stand, Karl Moe said: “I did.”\n\n“It was late.”\n\nRain fell.").allSatisfy { $0 == "Karl Moe" })
  }

  @Test(
    "sentences between marks and second halves",
    arguments: [
      ("Asked if he would resign, Karl Moe shook his head. “No. Next question.”", "No. Next question."),
      ("“The phone,” Karl Moe admitted, “rings.”", "The phone, | rings."),
    ])
  func short(_ text: String, _ content: String) throws {
    let found = try #require(QuoteSamples.quotes(text).last)
    #expect(found.kind == .direct && found.text == content)
  }

  @Test("one without a name speaks on as he or she") func speaksOn() throws {
    let text = "Karl Moe left. The goalkeeper would not blame Karl Moe for the goal. “He will learn,” he said."
    #expect(try #require(last(text)).entity == nil)
    let other = "Ana Lopez left Lima. A spokesman for Volvo said nothing was decided. “We wait,” he said."
    #expect(try #require(last(other)).entity != "Ana Lopez")
  }

  @Test("in a dialogue the two speak in turn, if one asks the other") func dialogue() {
    func speakers(_ text: String) -> [String?] {
      let analysis = Samples.analyze(text)
      return analysis.quotes.map { $0.speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int($0.speaker.entity)]) }
    }
    let asked = "“Are you tired?” Ana Lopez asked.\n\n“No,” said Karl Moe.\n\n“Then go home.”\n\n“I will.”\n\nRain fell."
    #expect(speakers(asked) == ["Ana Lopez", "Karl Moe", "Ana Lopez", "Karl Moe"])
    #expect(speakers("“We lost,” Ana Lopez said.\n\n“We won,” Karl Moe said.\n\n“It was great.”") == ["Ana Lopez", "Karl Moe"])
    let apart = "“Are you tired?” Ana Lopez asked.\n\n“No,” said Karl Moe.\n\nRain fell on the hills.\n\n“It was great.”"
    #expect(speakers(apart).last != "Ana Lopez")
  }

  @Test(
    "what somebody said, behind an as-clause",
    arguments: [
      ("As Ana Lopez once wrote, the river rose in May.", "the river rose in May", "Ana Lopez"),
      ("As the minister told reporters, nobody was hurt.", "nobody was hurt", "minister"),
      ("As Lopez said on Monday, the road is shut.", "the road is shut", "Lopez"),
    ]) func openingAs(_ text: String, _ content: String, _ speaker: String)
  {
    let found = QuoteSamples.quotes(text)
    #expect(found.map(\.text) == [content] && found.first?.speaker == speaker, "\(found)")
  }

  @Test(
    "an as-clause of time",
    arguments: ["As Lopez said goodbye, the crowd wept.", "As she left the court, nobody spoke.", "As Lopez wrote the letter, it rained."])
  func noOpeningAs(_ text: String) { #expect(QuoteSamples.quotes(text).filter { $0.evidence.contains("quote.before") } == []) }
}
