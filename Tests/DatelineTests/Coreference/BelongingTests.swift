import Testing

@testable import Dateline

@Suite("What belongs to somebody by office")
struct BelongingTests {
  private func speaker(_ text: String) throws -> String? {
    let analysis = Samples.analyze(text)
    let quote = try #require(analysis.quotes.last, "nothing found")
    return quote.speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int(quote.speaker.entity)])
  }

  @Test(
    "the one that the article names",
    arguments: [
      ("Volvo chief executive Ana Ruiz resigned on Monday. Her company said that it was sorry.", "Volvo"),
      ("Ana Ruiz, chairman of Volvo, resigned on Monday. Her company said that it was sorry.", "Volvo"),
      (
        "Foreign Minister Karl Moe flew to Oslo. The Foreign Ministry had been closed for a week. His ministry said that it was sorry.",
        "Foreign Ministry"
      ),
    ])
  func named(text: String, name: String) throws { #expect(try speaker(text) == name) }

  @Test(
    "none, where none fits",
    arguments: [
      "Foreign Minister Karl Moe flew to Oslo. His ministry said that it was sorry.",
      "Foreign Minister Karl Moe flew to Oslo. The Finance Ministry was closed. His ministry said that it was sorry.",
      "Ana Ruiz resigned on Monday. Volvo was sorry. Her party said that it was sorry, too.",
    ])
  func none(text: String) throws { #expect(try speaker(text) == nil) }

  @Test("relatives who were named are known again by whose they are")
  func relatives() throws {
    let text = "Karl Moe, 70, pulls the ferry by hand. His wife, Ana Ruiz, has told him to stop. “He is stubborn,” his wife said."
    #expect(try speaker(text) == "Ana Ruiz")
  }
}
