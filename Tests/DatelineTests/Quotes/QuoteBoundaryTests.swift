import Testing

@testable import Dateline

@Suite("Where quotations begin and end") struct QuoteBoundaryTests {
  private func texts(_ text: String) -> [String] { QuoteSamples.quotes(text).map(\.text) }

  @Test(
    "another report ends the content",
    arguments: [
      ("Police confirmed that a search had begun, but would not say whether Ann Lee was there.", "a search had begun"),
      ("Police said it was over and would not say whether Ann Lee was there.", "it was over"),
      ("Ann Lee said a report was due but cautioned that it was late.", "a report was due"),
      ("They sold a car that Ann Lee said would “fly to the moon and back”.", "would “fly to the moon and back”"),
      ("Ann Lee told them the plan was “a scandal”, and threatened to sue.", "the plan was “a scandal”"),
      ("Ann Lee denied the charge.", "the charge"), ("The minister denied taking such a gift.", "taking such a gift"),
      ("Ann Lee called it “a cowardly act” and vowed to find the driver.", "it “a cowardly act”"),
      ("The road will open in May, according to the mayor, Ann Lee.", "The road will open in May"),
    ]) func ends(_ text: String, _ expected: String)
  {
    #expect(texts(text).contains(expected), "\(texts(text))")
  }

  @Test("one cue reports its clause and what follows between marks") func shared() {
    let found = QuoteSamples.quotes("Ann Lee said she had no regrets. “I gave everything. It was enough.”")
    #expect(found.map(\.text) == ["she had no regrets", "I gave everything. It was enough."], "\(found)")
    #expect(found.allSatisfy { $0.speaker == "Ann Lee" }, "\(found)")
  }

  @Test("the noun before the marks is the subject of what stands between them") func subject() {
    let found = texts("Ann Lee said patients “deserve better than this”.")
    #expect(found == ["patients “deserve better than this”"], "\(found)")
  }

  @Test("no report") func nothing() {
    #expect(texts("In the final, defending champion Ann Lee lost.").isEmpty)
  }

  @Test("a clause of the content does not end it") func goesOn() {
    let found = texts("Police said that a search had begun, but would not help the town.")
    #expect(found == ["a search had begun, but would not help the town"], "\(found)")
  }

  @Test(
    "titles are nobody’s speech",
    arguments: [
      "Her debut, “Salt on the Roof,” appeared in May.", "“I was late,” she wrote in her memoir, “The Age of Paper.”",
    ]) func titles(_ text: String)
  {
    let found = texts(text)
    #expect(!found.contains { $0.contains("Salt") || $0.contains("Paper") }, "\(found)")
  }

  @Test("short sentences are no title") func shortSentences() {
    let found = QuoteSamples.quotes("Ann Lee posted a picture with the caption: “Home. Tea. Sleep.”")
    #expect(found.map(\.text) == ["Home. Tea. Sleep."], "\(found)")
  }

  @Test("the verb behind the closing mark finds its speaker") func reckons() {
    let found = QuoteSamples.quotes("Many are less sure. “The road has a month,” reckons Ann Lee.")
    #expect(found.first?.speaker == "Ann Lee", "\(found)")
  }
}
