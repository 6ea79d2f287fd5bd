import Testing

@testable import Dateline

@Suite("Words between marks that nobody says")
struct MarkedWordTests {
  private func marked(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.marked.map { "\($0.kind) \(analysis.article.text($0.span))" }
  }

  @Test(
    "what they are",
    arguments: [
      ("A poet from Leeds wrote “The Long Quay”, a novel.", "title The Long Quay"),
      ("His paper, “A Worm Eats Plastic”, was read by nine people.", "title A Worm Eats Plastic"),
      ("Her first collection, “The Long Quay”, appeared in 1958.", "title The Long Quay"),
      ("The song “Rain” was a hit in Peru.", "title Rain"),
      ("The boxer Tony “The Hammer” Gale left the ring.", "nickname The Hammer"),
      ("Known to friends as “Luxe”, Karl Moe held 41 patents.", "nickname Luxe"),
      ("The plant, dubbed “the Beast”, closed in May.", "term the Beast"),
      ("The term “plastivore” is nine years old.", "term plastivore"),
      ("They marched under the slogan “Bread for all” in May.", "slogan Bread for all"),
      ("Many held signs reading “Books Not Bucks” in the hall.", "slogan Books Not Bucks"),
      ("The so-called “experts” left the room.", "term experts"), ("The “experts” left the room.", "scare experts"),
    ])
  func kinds(text: String, expected: String) {
    #expect(marked(text) == [expected])
    #expect(QuoteSamples.quotes(text).allSatisfy { $0.kind == .indirect })
  }

  @Test(
    "what somebody says is not listed",
    arguments: [
      "“The road is closed,” Ann Lee said.", "Ann Lee called the plan “a great mess”.", "Ann Lee said the road was “closed for good”.",
      "Ann Lee said: “The word is closed.”",
    ])
  func speech(text: String) { #expect(marked(text).isEmpty, "\(marked(text))") }

  @Test("a title makes no report mixed")
  func titleInReport() throws {
    let text = "Ann Lee said the novel “The Long Quay” was read by nine people."
    #expect(QuoteSamples.quotes(text).map(\.kind) == [.indirect])
    #expect(marked(text) == ["title The Long Quay"])
    #expect(QuoteSamples.quotes("Ann Lee said the novel was “a great mess”.").map(\.kind) == [.mixed])
  }
}
