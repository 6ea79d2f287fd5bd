import Testing

@testable import Dateline

@Suite("Date of publication")
struct PublicationDateTests {
  private func dates(_ text: String, published: String? = nil) -> [String] {
    Samples.analyze(text, published: published).values.compactMap(\.timex)
  }

  @Test(
    "what stands above the text dates it",
    arguments: [
      "Harbour reopens\n\nBy Ann Lee\nPublished June 2, 2025\n\nThe harbour of the town, closed for weeks, will reopen on Friday.\n",
      "Harbour reopens\nUpdated: 2 June 2025, 10:14 GMT\n\nThe harbour of the town, closed for weeks, will reopen on Friday.\n",
      "Harbour reopens\nMonday, June 2, 2025\n\nThe harbour of the town, closed for weeks, will reopen on Friday.\n",
      "OSLO, June 2, 2025 (Sea Press) - The harbour of the town, closed for weeks, will reopen on Friday.\n",
    ])
  func fromText(text: String) {
    let analysis = Samples.analyze(text)
    #expect(analysis.publishedInText == CalendarDate(year: 2025, month: 6, day: 2))
    #expect(analysis.values.compactMap(\.timex).last == "2025-06-06")
    var output = JSONOutput(capacity: 4096)
    GraphWriter(gazetteer: Samples.gazetteer, options: GraphOptions()).write(analysis, into: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self).contains(#""published":{"date":"2025-06-02","from":"text"}"#))
  }

  @Test(
    "other dates do not",
    arguments: [
      "The harbour of the town, built on June 2, 1899, will reopen on Friday.\n",
      "Harbour of June 2, 2025\n\nThe harbour of the town, closed for weeks, will reopen on Friday.\n",
      "OSLO, June 2 (Sea Press) - The harbour of the town, closed for weeks, will reopen on Friday.\n",
    ])
  func notFromText(text: String) {
    #expect(Samples.analyze(text).publishedInText == nil)
    #expect(dates(text).last == "XXXX-WXX-5")
  }

  @Test("the input's date goes before the text's")
  func given() {
    let text = "OSLO, June 2, 2025 (Sea Press) - The harbour of the town, closed for weeks, will reopen on Friday.\n"
    #expect(dates(text, published: "2024-06-03").last == "2024-06-07")
    #expect(Samples.analyze(text, published: "2024-06-03").publishedInText == nil)
  }
}
