import Testing

@testable import Dateline

/// Names of several words that the model passes over: what the tables know, and capitals before a telling noun.
@Suite("Capitals with a head") struct NameHeadTests {
  @Test(arguments: [
    ("It was seized under the Goods Availability Act in September.", "law Goods Availability Act"),
    ("They play in the Champions League on Wednesday.", "event Champions League"),
    ("Nothing has changed since Rana Plaza.", "place Rana Plaza"),
    ("Aston Villa drew with Bayer Leverkusen. In Italy, Como beat Juventus.", "organization Como"),
    ("Flights to the Maasai Mara were full.", "place Maasai Mara"),
    ("He sang with Gary “Mani” Mounfeldt.", "person Gary “Mani” Mounfeldt"),
  ]) func settles(_ text: String, _ expected: String) {
    let found = Samples.typedNames(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("He read the act and the bill.", "law act"),
    ("It is the Second Act of the play.", "law Act"),
    ("THE GOODS ACT PASSED TODAY", "law GOODS ACT"),
    ("The Prime Minister met the Home Secretary.", "organization Home Secretary"),
    ("The bishop held a Mass.", "place Mass."),
    ("He read the Fire Station calendar.", "organization Fire Station"),
    ("The Legislative Assembly of Ontario and the Honorary Board of Alberta met.", "organization Honorary Board"),
    ("They met Mr Omar Plaza in May.", "place Omar Plaza"),
    ("Perry Como beat the drum.", "organization Como"),
  ]) func leaves(_ text: String, _ wrong: String) {
    let found = Samples.typedNames(text)
    #expect(!found.contains(wrong), "\(found)")
  }
}
