import Testing

@testable import Dateline

@Suite("Quotations")
struct QuoteTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var kind: Quote.Kind
    var content: String
    var speaker: String?
    var cue: String?
    var rule: String
    var testDescription: String { text }

    init(_ text: String, _ kind: Quote.Kind, _ content: String, _ speaker: String?, _ cue: String?, _ rule: String) {
      self.text = text
      self.kind = kind
      self.content = content
      self.speaker = speaker
      self.cue = cue
      self.rule = rule
    }
  }

  @Test(
    "patterns",
    arguments: [
      Case("“The road is closed,” Ann Lee said.", .direct, "The road is closed,", "Ann Lee", "say", "quote.direct"),
      Case("“The road is closed,” said Ann Lee.", .direct, "The road is closed,", "Ann Lee", "say", "quote.direct"),
      Case("Ann Lee said: “The road is closed.”", .direct, "The road is closed.", "Ann Lee", "say", "quote.direct"),
      Case("“The road,” Ann Lee said, “is closed for good.”", .direct, "The road, | is closed for good.", "Ann Lee", "say", "quote.direct"),
      Case(
        "“The road is closed,” Ann Lee said. “It will stay closed.”", .direct, "The road is closed, | It will stay closed.", "Ann Lee",
        "say",
        "quote.direct"),
      Case("The minister said that the road was closed.", .indirect, "the road was closed", "minister", "say", "quote.after.that"),
      Case("The minister said the road was closed.", .indirect, "the road was closed", "minister", "say", "quote.after.clause"),
      Case("Ann Lee told reporters that the road was closed.", .indirect, "the road was closed", "Ann Lee", "tell", "quote.after.a+that"),
      Case("Ann Lee said on Monday that the road was closed.", .indirect, "the road was closed", "Ann Lee", "say", "quote.after.adj+that"),
      Case(
        "According to the minister, the road was closed.", .indirect, "the road was closed", "minister", "according",
        "quote.according-to"),
      Case(
        "The road was closed, according to the minister.", .indirect, "The road was closed", "minister", "according",
        "quote.according-to"),
      Case("The road was closed, the minister said.", .indirect, "The road was closed", "minister", "say", "quote.before"),
      Case("The road was closed, said the minister.", .indirect, "The road was closed", "minister", "say", "quote.before"),
      Case(
        "Ann Lee left early, adding that the road was closed.", .indirect, "the road was closed", "Ann Lee", "add", "quote.after.g.that"),
      Case(
        "Ann Lee said the plan was “a disaster for the town.”", .mixed, "the plan was “a disaster for the town.”", "Ann Lee", "say",
        "quote.after.clause"),
      Case("The minister vowed to open the road.", .indirect, "to open the road", "minister", "vow", "quote.after.to"),
      Case("The minister warned that prices could rise.", .indirect, "prices could rise", "minister", "warn", "quote.after.that"),
      Case(
        "The minister asked whether the road was closed.", .indirect, "whether the road was closed", "minister", "ask", "quote.after.if"),
      Case(
        "The court ruled on whether Lee, a nurse, can stay.", .indirect, "whether Lee, a nurse, can stay", "court", "rule", "quote.after.if"
      ),
      Case("Ann Lee said that made no sense.", .indirect, "that made no sense", "Ann Lee", "say", "quote.after.clause"),
      Case("The court ruled 2-1 that the road was closed.", .indirect, "the road was closed", "court", "rule", "quote.after.adj+that"),
      Case(
        "Ann Lee told the board the road below would close.", .indirect, "the road below would close", "Ann Lee", "tell",
        "quote.after.a+clause"),
      Case("Ann Lee said neither road was closed.", .indirect, "neither road was closed", "Ann Lee", "say", "quote.after.clause"),
      Case(
        "It hurt the town, which Ann Lee said had paid for a road in 2019 but never got it.", .indirect,
        "had paid for a road in 2019 but never got it", "Ann Lee", "say", "quote.after.clause"),
    ])
  func pattern(sample: Case) throws {
    let found = QuoteSamples.quotes(sample.text)
    let quote = try #require(found.first, "nothing found")
    #expect(quote.kind == sample.kind)
    #expect(quote.text == sample.content)
    #expect(quote.speaker == sample.speaker)
    #expect(quote.cue == sample.cue)
    #expect(quote.evidence.first == sample.rule)
  }

  @Test(
    "no quotation",
    arguments: [
      "The minister closed the road on Monday.", "The so-called “experts” left the room.", "That said, the road was closed.",
      "He saw the road and went home.",
      "The car was driven to the town.", "Ann Lee on Tuesday ignored calls to open the road.", "Ann Lee thanked Morgan Stanley.",
      "The mayor praised her.", "The mayor praised Ann Lee.",
      "Ann Lee spoke for an hour.", "Ann Lee spoke during a long hearing.", "A crown was found three days later in a canal.",
      "It was a ruling that could close the road.",
      "Did Ann Lee believe it herself?", "One trader declined to be named.",
      "Moe lost his seat over an allegation that both deny.", "Ann Lee threw him his cap.", "The firm doubled its sales.",
      "Ann Lee cast the deciding vote.", "A poet from Leeds wrote “The Long Quay”, a novel.",
      "The opposition candidate led the vote in May.",
    ])
  func nothing(text: String) {
    #expect(QuoteSamples.quotes(text).isEmpty, "\(QuoteSamples.quotes(text))")
  }

  @Test(
    "contents and speakers",
    arguments: [
      ("Ann Lee warned, however, that the road was closed.", "the road was closed", "Ann Lee"),
      ("Ann Lee said late Thursday that the road was closed.", "the road was closed", "Ann Lee"),
      ("Ann Lee said the first bus would run in May.", "the first bus would run in May", "Ann Lee"),
      ("The road was closed, the road board, a body of nine, said on Monday.", "The road was closed", "road board"),
      ("More roads were closed, the Road Board of Leeds (RBL) said in a statement.", "More roads were closed", "Road Board of Leeds"),
      ("Ann Lee left early, warning that the road was closed.", "the road was closed", "Ann Lee"),
      ("The two towns agreed on Monday to open the road.", "to open the road", "two towns"),
      ("Ann Lee said the price, about nine million euros, was too high.", "the price, about nine million euros, was too high", "Ann Lee"),
      ("The road, said Ann Lee, was closed.", "The road | was closed", "Ann Lee"),
      ("The claim by Ann Lee that the road was closed angered Bob Hall.", "the road was closed", "Ann Lee"),
      ("There were warnings from Ann Lee that the road was closed.", "the road was closed", "Ann Lee"),
      ("Ann Lee resigned, citing “flaws” in the report.", "“flaws” in the report", "Ann Lee"),
      ("Ann Lee urged the town to “stay calm”.", "to “stay calm”", "Ann Lee"),
      ("The plan was described by Ann Lee as “a great mess”.", "“a great mess”", "Ann Lee"),
      ("The mayor is careful: ten years, he says, “and a lot of luck”.", "ten years | “and a lot of luck”", "he"),
      ("The mayor in Leeds, she hinted, had made up his mind.", "The mayor in Leeds | had made up his mind", "she"),
    ])
  func content(text: String, content: String, speaker: String) throws {
    let found = try #require(QuoteSamples.quotes(text).first, "nothing found")
    #expect(found.text == content)
    #expect(found.speaker == speaker)
  }

  @Test("a relative clause is no content for the verb behind it")
  func relativeClause() {
    #expect(QuoteSamples.quotes("The road board, which sent nine people, noted delays.").allSatisfy { !$0.text.contains("sent") })
  }

  @Test("the dateline belongs to no report")
  func dateline() {
    let found = QuoteSamples.quotes("VIENNA, June 3 (APA) - The old bridge over the river will close in July, officials said.\n")
    #expect(found.map(\.text) == ["The old bridge over the river will close in July"])
  }

  @Test("a report is the surer the plainer its words")
  func confidence() throws {
    let plain = try #require(Samples.analyze("The minister said that the road was closed.").quotes.first)
    let doubtful = try #require(Samples.analyze("The minister welcomed the plan.").quotes.first)
    #expect(plain.confidence > 0.85)
    #expect(doubtful.confidence < 0.75)
    let analysis = Samples.analyze("The minister said that the road was closed. He welcomed the plan.")
    var options = GraphOptions()
    #expect(GraphSelection(analysis, options).quotes.count == 2)
    options.minimumConfidence = 0.85
    #expect(GraphSelection(analysis, options).quotes.count == 1)
  }

  @Test("the content ends where another report begins")
  func contentEnds() {
    let found = QuoteSamples.quotes("Ann Lee said the road was closed, adding that it would stay closed.")
    #expect(found.map(\.text) == ["the road was closed", "it would stay closed"])
    #expect(found.map(\.speaker) == ["Ann Lee", "Ann Lee"])
    let two = QuoteSamples.quotes("Ann Lee said the road was closed, and Bob Hall said the bridge was open.")
    #expect(two.map(\.text) == ["the road was closed", "the bridge was open"])
    #expect(two.map(\.speaker) == ["Ann Lee", "Bob Hall"])
    #expect(
      QuoteSamples.quotes("Ann Lee said the road was closed because it had rained.").map(\.text) == [
        "the road was closed because it had rained"
      ])
  }

  @Test("whoever is asked does not ask, and says the rest")
  func askedInside() {
    let found = QuoteSamples.quotes("Ann Lee, asked if the road was safe, said it was closed.")
    #expect(found.map(\.text) == ["if the road was safe", "it was closed"])
    #expect(found.map(\.speaker) == [nil, "Ann Lee"])
  }

  @Test("marks that close behind the comma belong to the content")
  func marksAtTheEdge() {
    let found = QuoteSamples.quotes("Ann Lee said the plan was “a mess,” and the mayor said it was dead.")
    #expect(found.first?.text == "the plan was “a mess,”")
  }

  @Test("a sentence that says what nobody would say leads up to no quotation")
  func refusalBefore() {
    let found = QuoteSamples.quotes("“It is late,” Bob Hall said.\n\nAnn Lee would not say which. “They were very polite to all of us.”")
    #expect(found.last?.cue != "say")
  }

  @Test("what a source says of others who say something is the source's report")
  func accordingWithin() {
    let found = QuoteSamples.quotes("Officials say the road is closed, according to the Lima Post.")
    #expect(!found.contains { $0.text.contains("according") })
  }

  @Test("a semicolon behind the attribution ends no quotation")
  func semicolon() {
    #expect(
      QuoteSamples.quotes("“The road is closed,” said Ann Lee; “it will stay closed.”").map(\.text) == [
        "The road is closed, | it will stay closed."
      ])
  }

  @Test("a short sentence behind direct speech is direct speech")
  func shortRest() {
    let found = QuoteSamples.quotes("“You are taking the road from us,” Ann Lee told the council. “Shame on you.”")
    #expect(found.map(\.text) == ["You are taking the road from us, | Shame on you."])
    #expect(QuoteSamples.segments("“We go,” Ann Lee said. She wrote “Lost Rivers”.").map(\.isDirect) == [true, false])
  }

  @Test("the next sentence is no attribution of the quotation before")
  func nextSentence() {
    let found = QuoteSamples.quotes("“We know nothing,” said Ann Lee, a nurse. “Somebody was pushed.” She added that it was late.")
    #expect(found.map(\.text) == ["We know nothing, | Somebody was pushed.", "it was late"])
  }

  @Test(
    "one word, and what a crowd shouts",
    arguments: [
      ("Ann Lee said: “No.”", "No.", "Ann Lee"), ("\"No.\" said Ann Lee.", "No.", "Ann Lee"),
      ("Asked whether she would run, Ann Lee said: \"No.\"", "No.", "Ann Lee"),
      ("The crowd chanted “No more cuts” as they marched past.", "No more cuts", "crowd"),
      ("The crowd chanted \"No more cuts\" and \"Out now!\" all night.", "No more cuts | Out now!", "crowd"),
      ("“No more cuts,” the crowd chanted.", "No more cuts,", "crowd"),
      ("The crowd chanted “Out now” as he left, and one banner read “Time to go”.", "Time to go", "one banner"),
      ("“No,” he answered.", "No,", "he"), ("“Never,” she conceded.", "Never,", "she"),
    ])
  func short(text: String, content: String, speaker: String) throws {
    let found = try #require(QuoteSamples.quotes(text).last, "nothing found")
    #expect(found.kind == .direct)
    #expect(found.text == content)
    #expect(found.speaker == speaker)
  }

  @Test("every attribution has its own quotation")
  func attributions() {
    let found = QuoteSamples.quotes("“Yes,” said Lee. “No,” said Hall. “Maybe,” replied Lee.")
    #expect(found.map(\.text) == ["Yes,", "No,", "Maybe,"])
    #expect(found.map(\.speaker) == ["Lee", "Hall", "Lee"])
  }

  @Test("what one shouts and what another answers are two")
  func shoutAndAnswer() {
    let found = QuoteSamples.quotes("Residents shouted “Shame on you” as the vote was read out. “Cowards!” one man yelled.")
    #expect(found.map(\.text) == ["Shame on you", "Cowards!"])
    #expect(found.map(\.speaker) == ["Residents", "one man"])
  }

  @Test("a sentence that ends in marks goes on behind its attribution")
  func continued() {
    let found = QuoteSamples.quotes("The old plan “is dead for good,” Ann Lee said. “It never lived.”")
    #expect(found.count == 1)
    #expect(
      found.first?.text == "The old plan “is dead for good, | It never lived."
        || found.first?.text == "The old plan “is dead for good,” | It never lived.")
    #expect(found.first?.speaker == "Ann Lee")
  }

  @Test("parts on both sides of the attribution")
  func infix() {
    #expect(QuoteSamples.quotes("The town was “happy,” Ann Lee said, “but tired.”").map(\.text) == ["The town was “happy,” | “but tired.”"])
    #expect(QuoteSamples.quotes("The price of bread, analysts say, will fall.").map(\.text) == ["The price of bread | will fall"])
  }

  @Test("the verb behind the marks is not the quotation's")
  func verbBehindMarks() {
    for quote in QuoteSamples.quotes("The judge, citing “flaws,” left the room.") { #expect(!quote.text.contains("left")) }
  }

  @Test(
    "what the same speaker says further is a report of its own",
    arguments: [
      ("Ann Lee said she was glad and promised to open the road.", ["she was glad", "to open the road"]),
      (
        "Ann Lee notes that nine roads were closed and wonders whether they will open.",
        ["nine roads were closed", "whether they will open"]
      ),
      (
        "Ann Lee said that the road was closed, that it had rained and that nobody knew.",
        ["the road was closed, that it had rained and that nobody knew"]
      ),
      ("Ann Lee said the firm lost money and promised to open the road.", ["the firm lost money and promised to open the road"]),
      (
        "Ann Lee said the road was closed, adding that it had rained, and warned that it would snow.",
        ["the road was closed", "it had rained", "it would snow"]
      ),
    ])
  func severalContents(text: String, contents: [String]) { #expect(QuoteSamples.quotes(text).map(\.text) == contents) }

  @Test("a report within a report stays inside it")
  func nested() {
    #expect(QuoteSamples.quotes("Ann Lee said Bob Hall had told her the road was closed.").map(\.speaker) == ["Ann Lee"])
    #expect(
      QuoteSamples.quotes("Ann Lee said that the mayor told them that the road was closed.").map(\.text) == [
        "the mayor told them that the road was closed"
      ])
  }

  @Test("a cue that leads up to the mark goes before one that follows")
  func leadingCue() {
    let found = QuoteSamples.quotes("Ann Lee was calm, saying, “The whole town is watching us.” Leeds has said it will wait.")
    #expect(found.first?.speaker == "Ann Lee")
    #expect(found.first?.cue == "say")
  }

  @Test("cue classes")
  func cueClasses() {
    func cueClass(_ text: String) -> Quote.CueClass? { Samples.analyze(text).quotes.first?.cue?.cueClass }
    #expect(cueClass("The minister said the road was closed.") == .neutral)
    #expect(cueClass("The minister claimed that the road was closed.") == .claim)
    #expect(cueClass("The minister denied that the road was closed.") == .deny)
    #expect(cueClass("The minister confirmed that the road was closed.") == .confirm)
    #expect(cueClass("The minister warned that the road was closed.") == .warn)
    #expect(cueClass("The minister promised to open the road.") == .promise)
  }

  @Test("nobody in particular is anonymous")
  func anonymous() {
    let quote = Samples.analyze("Officials said the road was closed.").quotes.first
    #expect(quote?.speaker.form == .collective)
    #expect(quote?.speaker.status == .anonymous)
  }

  @Test("a quotation that is a paragraph of its own goes on with the speaker before")
  func paragraphs() {
    let found = QuoteSamples.quotes("“We began in spring with little money,” Ann Lee said.\n\n“We ended in autumn with none.”")
    #expect(found.count == 1)
    #expect(found.first?.text == "We began in spring with little money, | We ended in autumn with none.")
  }

  @Test("the bullet of a list and the time of an entry are not said")
  func entries() {
    let text =
      "Storm hits the coast\n\n- Power is out in 21,000 homes, Harbor Electric says\n\n14:05 Mayor Ana Lopez says the road is shut.\n"
    let found = QuoteSamples.quotes(text)
    #expect(found.map(\.text) == ["Power is out in 21,000 homes", "the road is shut"])
    #expect(found.last?.speaker == "Mayor Ana Lopez")
  }

  @Test("a speaker is named with the legal form behind a comma")
  func legalForm() {
    #expect(QuoteSamples.quotes("Selvion Biologics, Inc. said that sales fell.").first?.speaker == "Selvion Biologics, Inc.")
  }
}
