import Testing

@testable import Dateline

@Suite("Several who speak together")
struct JointSpeakerTests {
  /// The names of those who speak in the first quotation; of one who speaks alone, the one name.
  private func speakers(_ text: String) throws -> [String] {
    let analysis = Samples.analyze(text)
    let quote = try #require(analysis.quotes.first { $0.cue?.lemma == "say" }, "nothing found")
    guard quote.speaker.entity >= 0 else { return [] }
    let entity = analysis.entities[Int(quote.speaker.entity)]
    let members = analysis.members(of: entity)
    #expect(members.isEmpty || quote.speaker.form == .collective && quote.speaker.status == .resolved)
    return members.isEmpty ? [analysis.name(of: entity)] : members.map { analysis.name(of: analysis.entities[Int($0)]) }
  }

  @Test(
    "all of them",
    arguments: [
      "Ana Ruiz and Karl Moe said the road was closed.", "“The road is closed,” said Ana Ruiz and Karl Moe.",
      "“The road is closed,” Ana Ruiz and Karl Moe said in a statement.", "The road is closed, Ana Ruiz and Karl Moe said on Monday.",
      "Ana Ruiz, the mayor of Lima, and Karl Moe, the governor, said the road was closed.",
      "The mayor of Lima, Ana Ruiz, and the governor, Karl Moe, said the road was closed.",
      "Neither Ana Ruiz nor Karl Moe said the road was closed.", "Both Ana Ruiz and Karl Moe said the road was closed.",
    ])
  func both(text: String) throws {
    #expect(try speakers(text) == ["Ana Ruiz", "Karl Moe"])
  }

  @Test("what neither of them would say was not said")
  func neither() throws {
    let quote = try #require(Samples.analyze("Neither Ana Ruiz nor Karl Moe would say whether the road was closed.").quotes.first)
    #expect(quote.cue?.isNegated == true)
    #expect(Samples.analyze("Ana Ruiz and Karl Moe said the road was closed.").quotes.first?.cue?.isNegated == false)
  }

  @Test(
    "lists of names",
    arguments: [
      "Ana Ruiz, Karl Moe and Lars Dahl said the road was closed.", "“The road is closed,” said Ana Ruiz, Karl Moe and Lars Dahl.",
    ])
  func three(text: String) throws {
    #expect(try speakers(text) == ["Ana Ruiz", "Karl Moe", "Lars Dahl"])
  }

  @Test(
    "one of them",
    arguments: [
      "“The road is closed,” said Ana Ruiz and Karl Moe nodded.", "Karl Moe left, and Ana Ruiz said the road was closed.",
      "Karl Moe left the room and Ana Ruiz said the road was closed.",
      "Karl Moe left, the mayor stayed, and Ana Ruiz, the governor, said the road was closed.",
      "In Leeds, Ana Ruiz said the road was closed.",
    ])
  func one(text: String) throws {
    #expect(try speakers(text) == ["Ana Ruiz"])
  }

  @Test("a whole that they and the two leaders mean too")
  func whole() {
    let analysis = Samples.analyze("Ana Ruiz and Karl Moe said the road was closed. They said it would open in May.")
    #expect(Set(analysis.quotes.map(\.speaker.entity)).count == 1)
    #expect(analysis.entities.filter { $0.type == .group }.count == 1)
  }

  @Test("the whole stands in the graph, though nothing else names it")
  func written() throws {
    let analysis = Samples.analyze("“The road is closed,” said Ana Ruiz and Karl Moe.")
    let quote = try #require(analysis.quotes.first)
    #expect(GraphSelection(analysis, GraphOptions()).writes(entity: quote.speaker.entity))
  }
}
