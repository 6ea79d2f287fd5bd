import Testing

@testable import Dateline

/// Speech without a verb or without marks: headlines, and paragraphs behind a colon.
@Suite("Headlines and block quotations") struct HeadlineSpeechTests {
  private static let body = "\n\nLIMA (Reuters) - Rain fell on the hills on Monday and the rivers rose all night.\n"

  @Test(
    "a headline with a name, a colon or a dash",
    arguments: [
      ("Lopez: River will rise by Sunday", "River will rise by Sunday", "Lopez"),
      ("River will rise by Sunday – Ana Lopez", "River will rise by Sunday", "Ana Lopez"),
      ("River will rise by Sunday: minister", "River will rise by Sunday", "minister"),
      ("Police: Man was shot in Lima", "Man was shot in Lima", "Police"),
      ("Mayor Ana Lopez: We have won the fight", "We have won the fight", "Mayor Ana Lopez"),
    ])
  func headline(_ line: String, _ content: String, _ speaker: String) throws {
    let found = try #require(QuoteSamples.quotes(line + HeadlineSpeechTests.body).first, "nothing found")
    #expect(found.text == content)
    #expect(found.speaker == speaker)
    #expect(found.kind == .indirect)
    #expect(found.cue == nil)
  }

  @Test(
    "a headline with a colon or a dash and nobody who speaks",
    arguments: [
      "Lima: River will rise by Sunday", "Analysis: Why the river will rise", "River news: what we know so far",
      "Rising river – the long road back", "Ana Lopez: a life in pictures",
    ])
  func none(_ line: String) {
    let found = QuoteSamples.quotes(line + HeadlineSpeechTests.body)
    #expect(found.isEmpty, "\(found)")
  }

  @Test("a headline that begins or ends with a quotation whose speaker it does not name") func unnamed() throws {
    let first = try #require(QuoteSamples.quotes("“I told them: never again” – a midwife’s forty years" + HeadlineSpeechTests.body).first)
    #expect(first.kind == .direct && first.text == "I told them: never again" && first.speaker == nil)
    let last = try #require(QuoteSamples.quotes("Storm Ines: “We watched the pier go”" + HeadlineSpeechTests.body).first)
    #expect(last.kind == .direct && last.text == "We watched the pier go" && last.speaker == nil)
    let asked = try #require(QuoteSamples.quotes("Q&A: “We watched the pier go”" + HeadlineSpeechTests.body).first)
    #expect(asked.text == "We watched the pier go" && asked.speaker == nil)
  }

  @Test("the same words in the body are no headline") func body() {
    #expect(QuoteSamples.quotes("The town is ready" + HeadlineSpeechTests.body + "\nRain fell. Lima: River will rise by Sunday.").isEmpty)
  }

  @Test(
    "flashes: lines of the body with a role or a name and a colon",
    arguments: [
      ("Opposition leader: rate rise “a tax on families”", "rate rise “a tax on families”", "Opposition leader"),
      ("Union chief Ana Lopez: river will rise by Sunday", "river will rise by Sunday", "Union chief Ana Lopez"),
      ("Police: two men were held in Lima", "two men were held in Lima", "Police"),
    ])
  func flash(_ line: String, _ content: String, _ speaker: String) throws {
    let text = "The town is ready" + HeadlineSpeechTests.body + "\n" + line + "\n\nRain fell on the hills.\n"
    let found = try #require(QuoteSamples.quotes(text).first, "nothing found")
    #expect(found.text == content)
    #expect(found.speaker == speaker)
  }

  @Test(
    "lines with a colon that report nothing",
    arguments: ["Goalkeeper: Karl Moe", "Coach: he has won five games.", "Weather: rain will fall on the hills", "Lima: two men were held"])
  func noFlash(_ line: String) {
    let found = QuoteSamples.quotes("The town is ready" + HeadlineSpeechTests.body + "\n" + line + "\n\nRain fell on the hills.\n")
    #expect(found.isEmpty, "\(found)")
  }

  @Test("a paragraph without marks behind a cue and a colon") func block() throws {
    let text =
      "LIMA (Reuters) - Ana Lopez was angry. On Monday she wrote:\n\nWe have won this fight and nobody will stop us.\n\nRain fell on the hills."
    let found = try #require(QuoteSamples.quotes(text).last)
    #expect(found.text == "We have won this fight and nobody will stop us")
    #expect(found.kind == .direct)
    #expect(found.speaker == "she")
    #expect(QuoteSamples.quotes("The report has two parts:\n\nWe have won this fight and nobody will stop us.").isEmpty)
  }
}
