import Testing

@testable import Dateline

@Suite("Block quotations without marks")
struct BlockQuotationTests {
  private let opening = "LIMA (Reuters) - Ana Ruiz was angry. In a statement on Monday, Ana Ruiz said:\n\n"

  /// The contents of the direct quotations.
  private func blocks(_ text: String) -> [String] { QuoteSamples.quotes(text).filter { $0.kind == .direct }.map(\.text) }

  @Test("the first paragraph behind the colon")
  func first() {
    #expect(blocks(opening + "The harbour will reopen in May.\n\nThe town has waited a year.\n") == ["The harbour will reopen in May"])
  }

  @Test("paragraphs that speak of themselves as we, our or I")
  func own() {
    let text = opening + "We regret the tone of this debate.\n\nOur officers will continue to work.\n\nThe mayor left early.\n"
    #expect(blocks(text) == ["We regret the tone of this debate.\n\nOur officers will continue to work"])
    #expect(QuoteSamples.quotes(text).count == 1)
  }

  @Test("a paragraph that reports ends them")
  func report() {
    let text = opening + "We regret the tone of this debate.\n\nKarl Moe said our town was tired.\n"
    #expect(blocks(text) == ["We regret the tone of this debate"])
  }

  @Test("paragraphs with the sign of cited lines")
  func signs() {
    let text = opening + "> The harbour will reopen in May.\n\n> The town has waited a year.\n\nThe mayor left early.\n"
    #expect(blocks(text) == ["The harbour will reopen in May.\n\n> The town has waited a year"])
  }
}
