import Testing

@testable import Dateline

@Suite struct SentenceSplitterTests {
  /// The sentences of a text, as strings.
  private func sentences(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.sentences.map { analysis.article.text(analysis.tokens.span($0.tokens)) }
  }

  @Test(arguments: [
    "Mr. Lind met Gen. Osei in St. Anne on Friday.",
    "The U.S. Senate met at 5 p.m. on Friday.",
    "J. K. Marsh and P.T. Lowe wrote it.",
    "They work for Harbor Inc. in the north.",
    "It cost $1.5 million, or 3.2 percent.",
    "She shouted “Stop!” and ran.",
    "“Who is there?” he asked.",
    "“Is it over?” Lena Marsh said.",
    "He waited ... and waited.",
    "Please turn to p. 55 of vol. 3.",
    "The mayor (he had come late. nobody knew why) left.",
    "See https://example.com/a.b?c=D. and so on.",
    "The letter said “we agree [...] in part” last week.",
    "Yahoo! and others paid.",
  ]) func staysWhole(_ text: String) { #expect(sentences(text) == [text]) }

  @Test(arguments: [
    ("He lives in the U.S.", "She does not."),
    ("It opens at 9 a.m.", "Tickets are sold out."),
    ("“I will go.”", "He left."),
    ("“I will go,” she said.", "“You may stay.”"),
    ("They bought Harbor Inc.", "The price was not given."),
    ("Who is there?!", "Nobody."),
    ("It fell by 12.", "That is a lot."),
    ("He came (late as ever.)", "She did not."),
    ("We saw him and I.", "Did you?"),
    ("He paused…", "Then he spoke."),
    ("1. Milk and eggs", "2. Bread"),
    ("(a) Milk and eggs", "(b) Bread"),
    ("• Milk and eggs", "• Bread"),
  ]) func breaks(_ first: String, _ second: String) { #expect(sentences(first + " " + second) == [first, second]) }

  @Test func linesAndParagraphs() {
    #expect(sentences("Storm hits coast\n\nRain fell.") == ["Storm hits coast", "Rain fell."])
    #expect(sentences("Storm hits coast\nRain fell all day.") == ["Storm hits coast", "Rain fell all day."])
    #expect(sentences("It was a cold\nnight in the city.").count == 1)
    let wrapped =
      "The council met on Friday and talked about the\nroad that runs through the old town and past the\nHarbor district, which the mayor wants to close for\ncars next year."
    #expect(sentences(wrapped) == [wrapped])
  }

  @Test("the clock time before an entry of a live report is a sentence of its own")
  func entryTimes() {
    #expect(sentences("Storm live\n14:05 Roads are shut.") == ["Storm live", "14:05", "Roads are shut."])
    #expect(sentences("Storm live\n14:05 GMT was the start.") == ["Storm live", "14:05 GMT was the start."])
    #expect(sentences("We met at 14:05 Berlin time.") == ["We met at 14:05 Berlin time."])
    #expect(sentences("Storm live\n14:05 was the start.") == ["Storm live", "14:05 was the start."])
  }

  @Test func lostSpace() {
    #expect(sentences("They signed the deal.The price was low.") == ["They signed the deal.", "The price was low."])
  }

  @Test func everyTokenHasItsSentence() {
    let analysis = Samples.analyze("One. Two? Three!\n\nFour")
    var next: Int32 = 0
    for (number, sentence) in analysis.sentences.enumerated() {
      #expect(sentence.tokens.start == next)
      #expect(analysis.tokens.is(sentence.tokens.first, .sentenceStart))
      for token in sentence.tokens.indices { #expect(analysis.tokens.sentence[token] == Int32(number)) }
      next = sentence.tokens.end
    }
    #expect(Int(next) == analysis.tokens.count)
  }
}
