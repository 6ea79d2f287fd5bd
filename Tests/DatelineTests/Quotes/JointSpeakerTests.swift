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

  @Test(
    "lists whose members have no names, whole",
    arguments: [
      ("Police, prosecutors and two ministers said the road was closed.", "Police, prosecutors and two ministers"),
      ("The mayor, police and a spokesman for Volvo said the road was closed.", "The mayor, police and a spokesman for Volvo"),
      ("Ana Ruiz, police and two ministers said the road was closed.", "Ana Ruiz, police and two ministers"),
      // What stands before is no part of the list.
      ("A bus hit a driver, police and prosecutors said.", "police and prosecutors"),
      ("On Friday, police and two ministers said the road was closed.", "police and two ministers"),
    ])
  func unnamed(text: String, expected: String) throws {
    let analysis = Samples.analyze(text)
    let quote = try #require(analysis.quotes.first { $0.cue?.lemma == "say" }, "nothing found")
    let speaker = quote.speaker.span.map { analysis.article.text($0) } ?? ""
    // An article before the first member belongs to the noun group or not.
    #expect(expected.hasSuffix(speaker) && expected.utf8.count - speaker.utf8.count <= 4, "\(speaker)")
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
