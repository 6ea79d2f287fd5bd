import Testing

@testable import Dateline

@Suite struct ZoneFinderTests {
  private func zone(_ kind: Zone.Kind, _ analysis: Analysis) -> String? {
    analysis.zones.first { $0.kind == kind }.map { analysis.article.text($0.span) }
  }

  private static let body =
    "Officials in the harbor town said on Friday that the old bridge would be closed for a month while it is repaired."

  @Test func wholePage() {
    let text = """
      Old Bridge To Close For Repairs

      By Lena Marsh and Tom Osei, Harbor News
      NAIROBI, Kenya (Harbor News) — \(Self.body)
      (Photo by Tom Osei)
      Copyright 1999-2025 Harbor News. All rights reserved.
      Latest News from Harbor News
      Something else happened elsewhere.
      """
    let analysis = Samples.analyze(text)
    #expect(zone(.headline, analysis) == "Old Bridge To Close For Repairs")
    #expect(zone(.byline, analysis) == "By Lena Marsh and Tom Osei, Harbor News")
    #expect(zone(.dateline, analysis) == "NAIROBI, Kenya (Harbor News) —")
    #expect(zone(.caption, analysis) == "(Photo by Tom Osei)")
    #expect(zone(.copyright, analysis) == "Copyright 1999-2025 Harbor News. All rights reserved.")
    #expect(zone(.related, analysis)?.hasPrefix("Latest News from") == true)
    #expect(zone(.body, analysis)?.hasPrefix("NAIROBI") == true)
    #expect(zone(.body, analysis)?.hasSuffix("Osei)") == true)
  }

  @Test(arguments: [
    ("NAIROBI, Kenya — ", "NAIROBI", "", ""),
    ("LAKE ALDER, Minn. — ", "LAKE ALDER", "", ""),
    ("LONDON, Jan 5 (Harbor) - ", "LONDON", "Harbor", "Jan 5"),
    ("NAIROBI (Harbor News) – ", "NAIROBI", "Harbor News", ""),
    ("WASHINGTON/BEIJING (Harbor) - ", "WASHINGTON/BEIJING", "Harbor", ""),
    ("CAIRO - 26 July 2022: ", "CAIRO", "", "26 July 2022"),
    ("DOVER, Del. & BASEL, Switzerland--(BUSINESS WIRE)--", "DOVER", "BUSINESS WIRE", ""),
    ("BOSTON, Jan. 5, 2026 /PRNewswire/ -- ", "BOSTON", "PRNewswire", "Jan. 5, 2026"),
    ("NEW DELHI: ", "NEW DELHI", "", ""),
    ("JAKARTA, Indonesia: ", "JAKARTA", "", ""),
    ("WABAGU, Papua New Guinea — ", "WABAGU", "", ""),
  ]) func datelines(_ head: String, _ place: String, _ agency: String, _ date: String) throws {
    let analysis = Samples.analyze(head + Self.body)
    let parts = try #require(analysis.dateline)
    func text(_ range: TokenRange?) -> String { range.map { analysis.article.text(analysis.tokens.span($0)) } ?? "" }
    #expect(text(parts.place) == place)
    #expect(text(parts.agency) == agency)
    #expect(text(parts.date) == date)
  }

  @Test(arguments: [
    "The U.K. - which left in 2020 - has said little. \(body)", "EXCLUSIVE - \(body)", "EXCLUSIVE: \(body)",
    "By the river the children played. \(body)",
  ]) func noDateline(_ text: String) {
    let analysis = Samples.analyze(text)
    #expect(analysis.dateline == nil)
    #expect(zone(.byline, analysis) == nil)
  }

  @Test func eachPlaceOfADateline() {
    let names = Samples.typedNames("DOVER, Del. & BASEL, Switzerland--(BUSINESS WIRE)--\(Self.body)")
    #expect(names.prefix(5) == ["place DOVER", "place Del.", "place BASEL", "place Switzerland", "organization BUSINESS WIRE"])
  }

  @Test func aReleaseHasItsHeadlineBelowTheNote() {
    let analysis = Samples.analyze("FOR IMMEDIATE RELEASE\n\nOld Bridge To Close For Repairs\n\nDOVER, Del. (Harbor) - \(Self.body)")
    #expect(zone(.headline, analysis) == "Old Bridge To Close For Repairs")
    #expect(zone(.dateline, analysis) == "DOVER, Del. (Harbor) -")
  }

  @Test func theSubjectOfAMessageIsItsHeadline() {
    let analysis = Samples.analyze("From: Harbor Press\nTo: Newsroom\nSubject: Old bridge closes\n\nDOVER, Del. (Harbor) - \(Self.body)")
    #expect(zone(.headline, analysis) == "Old bridge closes")
    #expect(zone(.dateline, analysis) == "DOVER, Del. (Harbor) -")
  }

  @Test func aLineAloneIsAHeadline() {
    #expect(zone(.headline, Samples.analyze("Harbor bridge to close for a month")) == "Harbor bridge to close for a month")
    #expect(zone(.headline, Samples.analyze("The harbor bridge will close for a month.")) == nil)
  }

  @Test(arguments: [
    ("<p>The bridge closed.</p>", 0), ("The bridge &amp; the harbor closed.", 11), ("It was closed</b> today.", 13),
    ("It said &#8220;no&#8221; to it.", 8),
  ]) func leftMarkupIsReported(_ text: String, _ start: Int32) {
    #expect(Samples.analyze(text).diagnostics.first { $0.kind == "markup" }?.start == start)
  }

  @Test(arguments: [
    "A p<0.05 was found & reported; x > 3.", "Write to <harbor@example.org> for more.", "Smith & Sons; Lee & Co; and R&D; closed.",
    "a < b and c > d",
  ]) func signsAreNoMarkup(_ text: String) {
    #expect(!Samples.analyze(text).diagnostics.contains { $0.kind == "markup" })
  }

  @Test func interruptionsStayInTheBody() {
    let analysis = Samples.analyze("\(Self.body)\nRead more\n\(Self.body)")
    #expect(zone(.related, analysis) == "Read more")
    #expect(zone(.body, analysis)?.hasSuffix("repaired.") == true)
  }

  @Test func languages() {
    let german =
      "Der Minister sagte am Freitag, dass die Verhandlungen mit den Partnern nicht abgeschlossen sind und dass man auf eine Einigung noch in diesem Jahr hofft, weil die Lage sich für alle bessern soll."
    #expect(Samples.analyze(german).language == "de")
    #expect(Samples.analyze(german).diagnostics.contains { $0.kind == "language" })
    #expect(Samples.analyze("министр сказал в пятницу что переговоры продолжаются").language == "und")
    #expect(Samples.analyze("Rain in Lagos").language == "en")
    #expect(Samples.analyze(Self.body).language == "en")
  }

  @Test func repairsAreReportedOnce() {
    let article = Article(id: "x", input: Array("Rain ".utf8) + [0xFF, 0x20, 0xC3] + Array(" fell.".utf8))
    let analysis = Extractor(gazetteer: Samples.gazetteer).analyze(article)
    let found = analysis.diagnostics.filter { $0.kind == "invalid-utf8" }
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("2 ") == true)
    #expect(found.first?.start == 5)
  }
}
