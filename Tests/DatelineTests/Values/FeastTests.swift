import Testing

@testable import Dateline

@Suite("Feasts") struct FeastTests {
  @Test(
    "feasts of a year",
    arguments: [
      ("The truce of Christmas 1914 held.", "date Christmas 1914 = 1914-12-25"),
      ("They wed on Easter Monday 2024.", "date Easter Monday 2024 = 2024-04-01"),
      ("It opened on Good Friday, 2018.", "date Good Friday, 2018 = 2018-03-30"),
      ("Sales on Black Friday 2017 fell.", "date Black Friday 2017 = 2017-11-24"),
      ("The fair was on Orthodox Easter 2018.", "date Orthodox Easter 2018 = 2018-04-08"),
      ("Yom Kippur 2018 was warm.", "date Yom Kippur 2018 = 2018-09-19"),
      ("Shops shut on Eid al-Fitr 2018.", "date Eid al-Fitr 2018 = 2018-06-15"),
      ("Prices rose before Diwali 2019.", "date Diwali 2019 = 2019-10-27"),
      ("Factories closed for Chinese New Year 2024.", "date Chinese New Year 2024 = 2024-02-10"),
      ("The house reopened at Nowruz 2024.", "date Nowruz 2024 = 2024-03-20"),
      ("The parade is on Mother’s Day 2026.", "date Mother’s Day 2026 = 2026-05-10"),
      ("The law took effect on Labor Day of last year.", "date Labor Day of last year = 2024-09-02"),
    ]) func years(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "feasts without a year",
    arguments: [
      ("He was shot on Christmas Eve.", "date Christmas Eve = 2024-12-24"),
      ("The talks will resume on Boxing Day.", "date Boxing Day = 2025-12-26"),
      ("She fell ill last Easter.", "date last Easter = 2025-04-20"), ("They marry next Halloween.", "date next Halloween = 2025-10-31"),
      ("The ban ends on New Year's Eve.", "date New Year's Eve = 2025-12-31"),
      ("He died three days before Christmas.", "date three days before Christmas = 2024-12-22"),
      ("They met on Thanksgiving at 6 pm.", "time Thanksgiving at 6 pm = 2024-11-28T18"),
    ]) func nearest(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "no days",
    arguments: [
      "They sailed to Christmas Island.", "The Good Friday Agreement holds.", "Father Christmas waved.",
      "It was a good day for Friday prayers.",
      "It was a new year for the club.", "They marked Parsi New Year 2018.",
    ]) func none(_ text: String)
  {
    #expect(!ValueText.calendar(text).contains { $0.contains("Christmas") || $0.contains("Good") || $0.lowercased().contains("new year") })
  }

  @Test("a feast stays a name") func name() {
    let analysis = Samples.analyze("The town lit its lamps for Diwali.", published: "2025-06-04")
    #expect(analysis.entities.contains { analysis.name(of: $0) == "Diwali" })
  }

  @Test("without a date of publication a fixed feast has month and day") func undated() {
    #expect(ValueText.calendar("They met at Christmas.", published: nil).contains("date Christmas = XXXX-12-25"))
  }

  @Test("no rule is read from other texts", arguments: ["", "day", "day 12", "moon 1 1", "weekday 1 1"]) func rules(_ text: String) {
    #expect(FeastRule(text) == nil)
  }
}
