import Testing

@testable import Dateline

/// Views without a verb, noun cues with an owner, passive telling, documents with an author.
@Suite("Whose view it is") struct ViewpointTests {
  private func reports(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.quotes.map { quote in
      let name = quote.speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int(quote.speaker.entity)])
      let speaker = name ?? quote.speaker.span.map { analysis.article.text($0) } ?? "?"
      return speaker + ": " + quote.fragments.map { analysis.article.text($0) }.joined(separator: " | ")
    }
  }

  @Test(
    "in somebody’s view, to somebody",
    arguments: [
      ("Ana Lopez came to Lima on Monday. In her view, the plan will cost too much.", "Ana Lopez: the plan will cost too much"),
      ("In the minister’s opinion, the road is unsafe.", "minister: the road is unsafe"),
      ("In the opinion of Karl Moe, the bridge is safe.", "Karl Moe: the bridge is safe"),
      ("By Karl Moe’s own account, the bridge was never safe.", "Karl Moe: the bridge was never safe"),
      ("The bridge, in Karl Moe’s view, is safe.", "Karl Moe: The bridge | is safe"),
      ("From Karl Moe’s perspective, the bridge is a waste.", "Karl Moe: the bridge is a waste"),
      ("Ana Lopez disagreed: in her view, the bridge is safe.", "Ana Lopez: the bridge is safe"),
      ("To the union, the road is a death trap.", "union: the road is a death trap"),
      ("But to Karl Moe, the road seems a death trap.", "Karl Moe: the road seems a death trap"),
    ])
  func view(_ text: String, _ report: String) { #expect(reports(text) == [report]) }

  @Test(
    "in whose view somebody else says something, and what is no view",
    arguments: [
      ("In his opinion, Ana Lopez said, it was late.", ["Ana Lopez: In his opinion | it was late"]),
      ("In our view, the plan will cost too much.", []), ("In this view, the river is a road.", []),
      ("Against the minister’s opinion, the road was opened.", []), ("In the minister’s eyes was a tear.", []),
      ("There was money in Karl Moe’s account, and the bank kept it.", []), ("To the minister, Karl Moe gave a book.", []),
      ("To the minister’s credit, the road is safe.", []), ("To the north, the road is a death trap.", []),
      ("In the eyes of the law, the road is a river.", []),
    ])
  func noView(_ text: String, _ expected: [String]) { #expect(reports(text) == expected) }

  @Test(
    "a noun that reports, and whose it is",
    arguments: [
      ("Karl Moe’s claim that the road was safe angered the union.", "Karl Moe: the road was safe"),
      ("Ana Lopez came to Lima. Her warning that the bridge would fall was ignored.", "Ana Lopez: the bridge would fall"),
      ("The minister’s assertion that nobody had died was wrong.", "minister: nobody had died"),
      ("The company’s denial that it had polluted the river came late.", "company: it had polluted the river"),
      ("Karl Moe’s suggestion that farmers should be paid to leave was laughed at.", "Karl Moe: farmers should be paid to leave"),
      ("Karl Moe’s warning that the road would be “erased” drew a reply.", "Karl Moe: the road would be “erased”"),
      ("Ana Lopez came to Lima. Her promise to rebuild the bridge came late.", "Ana Lopez: to rebuild the bridge"),
    ])
  func owned(_ text: String, _ report: String) { #expect(reports(text) == [report]) }

  @Test(
    "nouns that report nothing here",
    arguments: [
      "The fact that the road was closed angered Ana Lopez.", "Karl Moe’s warning light came on.", "The flood warning was ignored in Lima.",
    ])
  func noReport(_ text: String) { #expect(reports(text).isEmpty, "\(reports(text))") }

  @Test(
    "somebody is told something: nobody knows by whom, but not by himself",
    arguments: [
      ("Karl Moe was told that he would lose his job.", "he would lose his job"),
      ("Karl Moe was told he would lose his job.", "he would lose his job"), ("Karl Moe was told to leave the hall.", "to leave the hall"),
      ("Karl Moe was warned that the river would rise.", "the river would rise"),
    ])
  func told(_ text: String, _ content: String) throws {
    let analysis = Samples.analyze(text)
    let quote = try #require(analysis.quotes.first)
    #expect(quote.fragments.map { analysis.article.text($0) } == [content])
    #expect(quote.speaker.entity < 0 && quote.speaker.status == .unresolved)
    #expect(quote.addressee >= 0 && analysis.name(of: analysis.entities[Int(quote.addressee)]) == "Karl Moe")
  }

  @Test("who tells is said, or nothing is told")
  func toldBy() {
    #expect(reports("Karl Moe was told by Ana Lopez that he would lose his job.") == ["Ana Lopez: he would lose his job"])
    #expect(reports("It is told that the river rose.").allSatisfy { !$0.hasPrefix("It") })
  }

  @Test(
    "a document and its author, a relative and the name",
    arguments: [
      ("The report, by the auditor, Dana Reid, said the city had lost money.", "Dana Reid: the city had lost money"),
      ("A report by Dana Reid said the city had lost money.", "Dana Reid: the city had lost money"),
      ("The study, by researchers in Leeds, found that bees sleep.", "study: bees sleep"),
      ("Ana Lopez was hurt. Her husband, Pat, said that all was well.", "Pat: all was well"),
    ])
  func author(_ text: String, _ report: String) { #expect(reports(text) == [report]) }

  @Test(
    "where a report begins and ends",
    arguments: [
      (
        "Ana Lopez said the men fought over a letter which, she claimed, would have cost him his job.",
        "Ana Lopez: the men fought over a letter which, she claimed, would have cost him his job"
      ),
      ("The road was closed, according to Karl Moe – although the mayor had opened it.", "Karl Moe: The road was closed"),
      ("The river, Karl Moe said, never sleeps.", "Karl Moe: The river | never sleeps"),
      ("Bees play with balls, scientists in Leeds have found.", "scientists in Leeds: Bees play with balls"),
      ("Bees play with balls, according to a study, published in May.", "study: Bees play with balls"),
    ])
  func extent(_ text: String, _ report: String) { #expect(reports(text) == [report]) }

  @Test(
    "who speaks a sentence of its own",
    arguments: [
      ("According to Ana Lopez, her partner has not slept. “He walks around at night.”", "Ana Lopez: He walks around at night."),
      ("Ana Lopez spoke. “I left,” she said. Her mother wanted more. “She told me so.”", "Ana Lopez: She told me so."),
      ("Karl Moe was acquitted, a court in Oslo ruled.", "court in Oslo: Karl Moe was acquitted"),
      (
        "Karl Moe left. “Ask him,” he said.\n\nAsked about the road, Ana Lopez closes her eyes. “It was closed.”",
        "Ana Lopez: It was closed."
      ),
      ("Ana Lopez said it was fair, before adding, with a smile, that her father was a fool.", "Ana Lopez: her father was a fool"),
      ("Karl Moe met Ana Lopez. Lopez said she had won. “He lost,” the Bulgarian joked.", "Ana Lopez: He lost,"),
      ("“Run,” Ana Lopez grinned.", "Ana Lopez: Run,"),
      ("Karl Moe is sure. His wife does not agree with him: “It is late,” said Ana Lopez.", "Ana Lopez: It is late,"),
      ("Told of this, Ana Lopez laughed. “It is always so.”", "Ana Lopez: It is always so."),
      ("The curfew, Ana Lopez said in a joint statement, would not be enforced.", "Ana Lopez: The curfew | would not be enforced"),
      ("For Ana Lopez, it comes down to this: “Either I win or I go.”", "Ana Lopez: Either I win or I go."),
      ("“I can float,” Ana Lopez used to say. “Why would I walk?”", "Ana Lopez: I can float, | Why would I walk?"),
      ("“You had a year,” said Sen. Ana Lopez, D-Ill. “What were you doing?”", "Ana Lopez: You had a year, | What were you doing?"),
    ])
  func ofItsOwn(_ text: String, _ report: String) { #expect(reports(text).last == report) }

  @Test("two relative clauses tell of one") func twice() throws {
    let text = "A couple who came in May, and who asked not to be named, said the road was bad."
    #expect(try #require(reports(text).last) == "couple: the road was bad")
  }

  @Test("who adds something behind a list of clauses, and who writes a letter") func goesOn() {
    let list = "Karl Moe said that the river would rise and that the road would close, adding that boats were ready."
    #expect(reports(list).last == "Karl Moe: boats were ready")
    let quote = Samples.analyze("In a letter Ida Lund wrote: “We are tired.”").quotes.first
    #expect(quote?.speaker.span.map { $0.end - $0.start } == 8)
  }

  @Test(
    "what reports nothing, or not what it seems to",
    arguments: [
      ("Shares in Volvo, said to be worth a million, fell.", [] as [String]), ("Karl Moe learned to read in Lima.", []),
      ("The sun rose, Karl Moe smiled.", []),
      ("The vow to “dance until the neighbours call the police” was kept.", []), ("The quarrel began when Karl Moe sold a boat.", []),
      ("Karl Moe spoke for an hour about the river.", []),
      ("Karl Moe nodded that it was late.", []),
      ("The asked price was high.", []), ("The claimed discovery was a hoax.", []),
      ("Asked about reports that the road would close, Karl Moe left the hall.", []),
      ("Asked in 1990 whether he would go, Karl Moe thought for a moment.", ["?: whether he would go"]),
      ("Asked if he would resign, Caron, 52, shook his head.", ["?: if he would resign"]),
    ])
  func nothing(_ text: String, _ expected: [String]) { #expect(reports(text) == expected) }

  @Test(
    "who is described by a passive clause speaks",
    arguments: [
      ("A farmer whose barn was hit said the storm came at night.", "farmer whose barn was hit: the storm came at night"),
      ("The man whose car was stolen told reporters that he had locked it.", "man whose car was stolen: he had locked it"),
    ])
  func described(_ text: String, _ report: String) { #expect(reports(text) == [report]) }
}
