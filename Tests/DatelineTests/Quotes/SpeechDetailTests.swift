import Testing

@testable import Dateline

/// By what means it was said, and who may have said it.
@Suite("Media and candidates")
struct SpeechDetailTests {
  @Test(
    "by what means or on what occasion it was said",
    arguments: [
      ("Ann Lee said in a statement that the road was closed.", "statement" as String?),
      ("“The road is closed,” Ann Lee told Reuters by telephone.", "telephone"),
      ("“The road is closed,” Ann Lee wrote on Facebook.", "Facebook"),
      ("In a letter to workers, Ann Lee wrote: “The road is closed.”", "letter to workers"),
      ("Ann Lee took to X to write: “The road is closed.”", "X"),
      ("In an interview, Ann Lee said the road was closed.", "interview"),
      ("The road was closed, Ann Lee said in an email.", "email"),
      ("“The road is closed,” Ann Lee told Reuters by telephone. “It will stay closed.”", "telephone"),
      ("Ann Lee said the road was closed.", nil), ("Ann Lee said she had read it in a letter.", nil),
      ("“The road is closed,” Ann Lee said in a loud voice.", nil), ("Ann Lee said in May that the road was closed.", nil),
    ])
  func medium(text: String, expected: String?) throws {
    let analysis = Samples.analyze(text)
    let quote = try #require(analysis.quotes.last, "nothing found")
    #expect(quote.medium.map { analysis.article.text($0) } == expected)
  }

  private func candidates(_ text: String) throws -> [(name: String, score: Float)] {
    let analysis = Samples.analyze(text)
    let quote = try #require(analysis.quotes.last, "nothing found")
    return quote.speaker.candidates.map {
      let candidate = analysis.speakerCandidates[Int($0)]
      return (analysis.name(of: analysis.entities[Int(candidate.entity)]), candidate.score)
    }
  }

  @Test("who may be meant where nobody knows, the likeliest first")
  func unresolved() throws {
    let found = try candidates("Ann Lee met Karl Moe in Leeds. Rain fell all night. “The road is closed.”")
    #expect(found.map(\.name).contains("Ann Lee"))
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    #expect(found.reduce(0) { $0 + $1.score } < 1)
  }

  @Test("none where it is known, or where nobody is named")
  func known() throws {
    #expect(try candidates("Ann Lee said the road was closed.").isEmpty)
    #expect(try candidates("Officials said the road was closed.").isEmpty)
    #expect(try candidates("The minister said the road was closed.").isEmpty)
  }

  @Test("whoever is asked did not ask; I and you are nobody named")
  func noCandidates() throws {
    #expect(try candidates("Ann Lee left the hall. Bob Hall was asked whether the road was closed.").allSatisfy { $0.name != "Bob Hall" })
    #expect(try candidates("Ann Lee left the hall. I said the road was closed.").isEmpty)
  }

  private func speaker(_ text: String) throws -> (name: String?, status: Quote.Status) {
    let analysis = Samples.analyze(text)
    let speaker = try #require(analysis.quotes.last, "nothing found").speaker
    return (speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int(speaker.entity)]), speaker.status)
  }

  @Test("it and they speak on where the sentence before or their own content says who")
  func carried() throws {
    #expect(try speaker("The firm, Volvo, said in a statement that it was sorry. “We will pay for all of it,” it said.").name == "Volvo")
    #expect(try speaker("Economists said that prices would fall. “It is late for the bank,” they wrote.").status == .anonymous)
    #expect(try speaker("Volvo denied it all. In a statement, it said that it had won.").name == "Volvo")
    #expect(try speaker("Volvo expects prices to rise this year, it said.").name == "Volvo")
    #expect(try speaker("Ann Lee said that prices would fall. “It is late for the bank,” they wrote.").status == .unresolved)
  }

  @Test("a body is no person, and a person no body")
  func types() throws {
    #expect(try candidates("Ann Lee went home. The ministers left. It said the road was closed.").allSatisfy { $0.name != "Ann Lee" })
  }
}
