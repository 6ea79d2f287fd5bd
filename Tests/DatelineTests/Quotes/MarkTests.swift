import Testing

@testable import Dateline

@Suite("Quotation marks")
struct MarkTests {
  @Test(
    "every kind of mark pairs",
    arguments: [
      "“We will win today,” she said.", "\"We will win today,\" she said.", "‘We will win today,’ she said.",
      "'We will win today,' she said.",
      "«We will win today,» she said.", "„We will win today,“ she said.", "``We will win today,'' she said.",
      "''We will win today,'' she said.", "»We will win today,« she said.", "‹We will win today,› she said.",
      "›We will win today,‹ she said.",
      "‚We will win today,‘ she said.", "““We will win today,”” she said.", "\"\"We will win today,\"\" she said.",
    ])
  func pairs(text: String) {
    #expect(QuoteSamples.segments(text).map(\.text) == ["We will win today,"])
  }

  @Test(
    "apostrophes are no marks",
    arguments: ["The workers’ union didn’t win.", "It’s the ’90s again.", "Rock 'n' roll won't die.", "The teachers' pay rose."])
  func apostrophes(text: String) {
    #expect(QuoteSamples.segments(text).isEmpty)
  }

  @Test("marks inside marks belong to the outer segment")
  func nested() {
    #expect(QuoteSamples.segments("“He told me ‘never’ twice,” she said.").map(\.text) == ["He told me ‘never’ twice,"])
  }

  @Test("a missing mark costs its own segment only, and is reported")
  func unclosed() {
    let text = "“We never closed this one, she said.\n\n“We closed this one,” he said."
    let analysis = Samples.analyze(
      "A town of few words: “We never closed this one, she said.\n\nThe next paragraph says “nothing at all” about it.")
    #expect(analysis.diagnostics.contains { $0.kind == "unclosed-quotation" })
    #expect(QuoteSamples.segments(text).last?.text == "We closed this one,")
  }

  @Test(
    "without its closing mark a quotation ends where its attribution begins",
    arguments: ["“The harbour will open again, Ann Lee said.", "“The harbour will open again, said Ann Lee. Rain fell all night."])
  func unclosedBeforeAttribution(text: String) {
    let found = QuoteSamples.quotes(text)
    #expect(found.map(\.text) == ["The harbour will open again,"])
    #expect(found.map(\.speaker) == ["Ann Lee"])
  }

  @Test(
    "apostrophes inside single marks",
    arguments: [
      ("'We don't think it's fair,' Ann Lee said.", "We don't think it's fair,"),
      ("'It isn't the mayors' fault,' Ann Lee said, 'but they'll pay.'", "It isn't the mayors' fault, | but they'll pay."),
      ("'The workers' union won't wait,' said Ann Lee. 'It's over.'", "The workers' union won't wait, | It's over."),
    ])
  func apostrophesInside(text: String, content: String) {
    let found = QuoteSamples.quotes(text)
    #expect(found.map(\.text) == [content])
    #expect(found.map(\.kind) == [.direct])
    #expect(found.map(\.speaker) == ["Ann Lee"])
  }

  @Test(
    "a closing mark without partner opens nothing, and is reported",
    arguments: [
      "The harbour will open again,\" said Ann Lee. \"It is time.\"", "The harbour will open again,” said Ann Lee. “It is time.”",
    ])
  func unopened(text: String) {
    #expect(Samples.analyze(text).diagnostics.map(\.kind) == ["unopened-quotation"])
    #expect(QuoteSamples.segments(text).map(\.text) == ["It is time."])
    #expect(QuoteSamples.quotes(text).map(\.speaker) == ["Ann Lee", "Ann Lee"] || QuoteSamples.quotes(text).map(\.speaker) == ["Ann Lee"])
  }

  @Test(
    "a sign for inches is no mark",
    arguments: ["The board is 10\" wide and 4\" deep, Ann Lee said.", "The screen measures 55\" across."])
  func inches(text: String) {
    #expect(QuoteSamples.segments(text).isEmpty)
    #expect(Samples.analyze(text).diagnostics.isEmpty)
  }

  @Test(
    "the next paragraph may close what is left open, without a mark of its own at its head",
    arguments: [
      ("“We began in spring.\n\nWe ended in autumn,” Ann Lee said.", "We began in spring. | We ended in autumn,"),
      (
        "\"We began in spring.\n\nWe ended in autumn,\" Ann Lee said. \"So it goes.\"",
        "We began in spring. | We ended in autumn, | So it goes."
      ),
    ])
  func continuation(text: String, content: String) {
    let found = QuoteSamples.quotes(text)
    #expect(found.map(\.text) == [content])
    #expect(found.map(\.speaker) == ["Ann Lee"])
    #expect(Samples.analyze(text).diagnostics.map(\.kind) == ["unclosed-quotation"])
  }

  @Test("a mark of another kind does not go on with what is left open")
  func otherMark() {
    let text = "„We are back,“ said Karl Moe. “The road is closed, he added.\n\n„It is late“, said Ana Lopez."
    #expect(QuoteSamples.segments(text).map(\.text) == ["We are back,", "The road is closed,", "It is late"])
  }

  @Test("an attribution at the paragraph's end ends what is left open, even before a paragraph that closes one")
  func attributedParagraph() {
    let text = "“The road is closed, Karl Moe said.\n\n“It is late,” said Ana Lopez."
    #expect(QuoteSamples.quotes(text).map(\.text) == ["The road is closed,", "It is late,"])
  }

  @Test("a paragraph without any mark ends what is left open")
  func noContinuation() {
    let text = "“We began in spring.\n\nRain fell all night.\n\n“We ended in autumn,” Ann Lee said."
    #expect(QuoteSamples.segments(text).map(\.text) == ["We began in spring.", "We ended in autumn,"])
  }

  @Test("a name and a colon before the mark", arguments: ["Ann Lee:\"The road is closed\"", "Ann Lee: “The road is closed.”"])
  func colon(text: String) {
    let found = QuoteSamples.quotes(text)
    #expect(found.map(\.kind) == [.direct])
    #expect(found.map(\.speaker) == ["Ann Lee"])
  }

  @Test("a new opening mark ends an unclosed quotation with its sentence")
  func restart() {
    let segments = QuoteSamples.segments("“We lost the first. It was late. “We won the second,” she said.")
    #expect(segments.last?.text == "We won the second,")
  }

  @Test("a speech of several paragraphs is no error")
  func paragraphs() {
    let text = "“We began in spring, with little money.\n\n“We ended in autumn with none,” Ann Lee said."
    let analysis = Samples.analyze(text)
    #expect(!analysis.diagnostics.contains { $0.kind == "unclosed-quotation" })
    #expect(QuoteSamples.segments(text).count == 2)
  }

  @Test(
    "direct speech",
    arguments: [
      "“We will never give up,” Lee said.", "Lee said: “Never again.”", "“Never,” Lee said.",
      "They marched, chanting in front of the hall, “Out now.”", "Lee said, “The road is closed.”",
    ])
  func direct(text: String) {
    #expect(QuoteSamples.segments(text).map(\.isDirect) == [true])
  }

  @Test(
    "words, titles and parts of sentences",
    arguments: [
      "The so-called “experts” left.", "He starred in her new series, “Bloodline,” in May.",
      "She called it “a complete disaster for the town.”", "He sang in “Lost Rivers of London” last year.",
    ])
  func notDirect(text: String) {
    #expect(QuoteSamples.segments(text).map(\.isDirect) == [false])
  }
}
