import Testing

@testable import Dateline

/// Names in texts where capitals tell nothing, and given names that are verbs.
@Suite("Names in small letters") struct LowercaseNameTests {
  private static let transcript =
    "good evening from berlin. angela merkel met the head of the european central bank here. she will go to south korea in may, her office said."

  @Test(arguments: ["place berlin", "person angela merkel", "organization european central bank", "place south korea"])
  func findsNames(_ expected: String) {
    let found = Samples.typedNames(LowercaseNameTests.transcript)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "words are no names",
    arguments: [
      "the will of the people was clear, and we may read it in the reading room at noon.",
      "she had a turkey sandwich and a jaguar in the drive, and she wore an orange hat.",
      "mark the date, bill them, and sue if they do not pay by march.",
    ]) func leavesWords(_ text: String)
  {
    #expect(Samples.typedNames(text).isEmpty, "\(Samples.typedNames(text))")
  }

  @Test("one sentence in small letters makes no text of them") func oneLine() {
    let found = Samples.typedNames("Angela Merkel met Karin Lindholm in Berlin on Monday. they spoke of the bank of england there.")
    #expect(!found.contains("organization bank of england"), "\(found)")
  }

  @Test(arguments: [
    ("Will Smith met the mayor on Monday.", true), ("Will Smith and Ana Moe met the mayor.", true), ("Will Smith resign on Monday?", false),
    ("Will he resign on Monday?", false),
  ]) func givenNamesThatAreVerbs(_ text: String, _ isName: Bool) {
    #expect(Samples.typedNames(text).contains("person Will Smith") == isName, "\(Samples.typedNames(text))")
  }
}
