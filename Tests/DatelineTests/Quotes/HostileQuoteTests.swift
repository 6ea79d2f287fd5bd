import Testing

@testable import Dateline

@Suite("Quotations in hostile text")
struct HostileQuoteTests {
  @Test(
    "never traps",
    arguments: [
      "“", "”", "\"", "'", "''", "``", "“”", "\"\"", "“\n“", "said", "said said said", "he said", ", said", "according to", "according",
      "According to , .",
      "“ said ”", "said that", "said,", "said:", "said: “", "“a", "a”", "‘", "’", "‘a’", "'a", "told", "told him", "told him that",
      "he said,\n\n“", "—, said —,",
      "(, said )", "who said", ", who said that", "and and and said", "of of of said the", "« »", "»a«", "„a“",
      "in the view of", "in her view", "in her view,", "To", "To the", "To him,", "Q:\n\n", "Q: a?\n\nA:", "Police:\n\n", "Police: a\n\n",
      "the German",
      "the German’s", "Ana Ruiz (Spain", "Ana Ruiz, 19,", "was told", "told of", "’s claim that", "used to say", "and who said,",
      ", he said, is",
    ])
  func noTrap(text: String) {
    for copies in [1, 2, 7] { _ = Samples.analyze(String(repeating: text + " ", count: copies)) }
    _ = Samples.analyze(text)
  }

  /// CPU time may not grow faster than the text: eight times the text in at most twenty-four times the time.
  @Test(
    "linear time",
    arguments: [
      "“ ", "“a ", "he said, ", "“a “b ", "\"a \"b ", "said that ", ", said ", "and said ", "'a ", "‘a ", "“A b c d,” he said. ",
      "according to the man, ", "\n“A", "who said of ",
      "in Moe’s view, ", "To him, it is. ", "Police: a\n\n", "“A?”\n\n“B,” he said.\n\n", "Ana Ruiz, the German said. ",
      "Moe’s claim that he ",
      "who came, and who said, ",
    ])
  func linear(piece: String) {
    let extractor = Extractor(gazetteer: Samples.gazetteer)
    func time(_ copies: Int) -> Duration {
      let article = Article(id: "test", input: Array(String(repeating: piece, count: copies).utf8))
      let clock = ContinuousClock()
      return (0..<2).map { _ in clock.measure { _ = extractor.analyze(article) } }.min() ?? .zero
    }
    _ = time(200)
    let small = time(800)
    let large = time(6_400)
    #expect(large < small * 24 + .milliseconds(200), "\(small) then \(large)")
  }
}
