import Testing

@testable import Dateline

@Suite("Speakers over several paragraphs")
struct DialogueTests {
  private func speakers(_ text: String) -> [String?] {
    let analysis = Samples.analyze(text)
    return analysis.quotes.map { $0.speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int($0.speaker.entity)]) }
  }

  private static let two = "“It will hold,” said Karl Moe.\n\n“You said so last year,” said Ana Lopez.\n\n"

  @Test("two who speak in turn go on, if one of the turns that follow asks, or many short ones do")
  func alternation() {
    let asks = DialogueTests.two + "“And did it?”\n\n“Until it broke.”\n\n“Well, then.”\n"
    #expect(speakers(asks) == ["Karl Moe", "Ana Lopez", "Karl Moe", "Ana Lopez", "Karl Moe"])
    let laterAsks = DialogueTests.two + "“It held.”\n\n“Did it?”\n"
    #expect(speakers(laterAsks) == ["Karl Moe", "Ana Lopez", "Karl Moe", "Ana Lopez"])
    let short = DialogueTests.two + "“It held.”\n\n“It broke.”\n\n“It held for long.”\n\nRain fell.\n"
    #expect(speakers(short) == ["Karl Moe", "Ana Lopez", "Karl Moe", "Ana Lopez", "Karl Moe"])
  }

  @Test("one paragraph more is the last speaker’s")
  func noAlternation() {
    #expect(
      speakers(DialogueTests.two + "“Nobody on the river believes a word that you say about ropes.”\n\nRain fell.\n") == [
        "Karl Moe", "Ana Lopez",
      ])
  }

  @Test("two quotations right behind each other are two")
  func besideEachOther() {
    let found = QuoteSamples.quotes("“When is the ball to be?” asked Ana Lopez. “Not before May.” “So it is,” cried Karl Moe.")
    #expect(found.map(\.text).contains("So it is,"))
    #expect(found.map(\.text) != ["When is the ball to be? | Not before May. | So it is,"])
  }

  private static let letter =
    "“When I came here, we sold bread in four towns.\n\n“I am proud of what we built.\n\n“Thank you for everything.”\n\nRain fell on the hills.\n"

  @Test("a cue in the paragraph before, and paragraphs that each open with a mark")
  func introduced() throws {
    let analysis = Samples.analyze("LIMA (Reuters) - Ana Lopez resigned. In a letter to staff, Lopez wrote:\n\n" + DialogueTests.letter)
    let quote = try #require(analysis.quotes.last)
    #expect(quote.kind == .direct)
    #expect(quote.fragments.count == 3)
    #expect(quote.cue?.lemma == "write")
    #expect(quote.speaker.entity >= 0 && analysis.name(of: analysis.entities[Int(quote.speaker.entity)]) == "Ana Lopez")
    #expect(speakers("LIMA (Reuters) - Ana Lopez resigned. Rain fell all night.\n\n" + DialogueTests.letter).last == String?.none)
  }
}
