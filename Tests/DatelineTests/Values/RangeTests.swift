import Testing

@testable import Dateline

@Suite("Ranges and parts of dates") struct RangeTests {
  @Test(
    "amounts",
    arguments: [
      ("Turnout fell 8-10 per cent.", "percent 8-10 per cent = 10 percent"), ("It needs 3-5 million.", "cardinal 3-5 million = 5000000"),
      ("A fare costs 4-6 euros.", "money 4-6 euros = 6 EUR"), ("The side won 3-1 at home.", "score 3-1 = 3"),
      ("The rate fell by a quarter of a percentage point.", "quantity a quarter of a percentage point = 0.25 percentage point"),
      ("It was 38C (100F) by noon.", "quantity 100F = 100 degree Fahrenheit"),
      ("The share closed at 212.5p.", "money 212.5p = 212.5 GBP penny"),
      ("The 6-foot-5 centre left.", "quantity 6-foot-5 = 6.4167 foot"),
      ("They made a 25-basis-point cut.", "quantity 25-basis-point = 25 basis point"),
      ("Three-quarters of the crew slept.", "cardinal Three-quarters = 0.75"),
    ]) func amounts(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test("codes are no numbers", arguments: ["Call 555-0199 for help.", "Agent 007 left.", "It plays in 1080p."])
  func codes(_ text: String) { #expect(ValueText.amounts(text) == []) }

  @Test(
    "times",
    arguments: [
      ("The shop opens 2-4 p.m. daily.", "time 2-4 p.m. = 2025-06-04T14/2025-06-04T16"),
      ("It ran from 11 to 2 p.m. there.", "time 11 to 2 p.m. = 2025-06-04T11/2025-06-04T14"),
      ("It is shut between 10 and 11:30 a.m. there.", "time 10 and 11:30 a.m. = 2025-06-04T10/2025-06-04T11:30"),
      ("The sale ran 9-11 a.m. on Monday.", "time 9-11 a.m. on Monday = 2025-06-02T09/2025-06-02T11"),
      ("They met on the morning of May 5.", "time morning of May 5 = 2025-05-05TMO"),
      ("The dam broke on the night of 14 July 1998.", "time night of 14 July 1998 = 1998-07-14TNI"),
      ("He fell on Saturday around 2 a.m. at home.", "time Saturday around 2 a.m. = 2025-05-31T02"),
    ]) func times(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text) == [expected]) }

  @Test(
    "days",
    arguments: [
      ("It rained from 3 to 8 May.", ["date 3 to 8 May = 2025-05-03/2025-05-08"]),
      ("They met March 4-6, 2024 in Oslo.", ["date March 4-6, 2024 = 2024-03-04/2024-03-06"]),
      ("They met on May 4 and 6.", ["date May 4 = 2025-05-04", "date 6 = 2025-05-06"]),
      ("The strike will run from Monday to Friday.", ["date Monday = 2025-06-09", "date Friday = 2025-06-13"]),
      ("The review is due in early 2026.", ["date early 2026 = 2026"]), ("It was sold in mid-May.", ["date mid-May = 2025-05"]),
      ("It lasts until the end of the month.", ["date end of the month = 2025-06"]),
      ("The end of next week is free.", ["date end of next week = 2025-W24"]),
      ("They wed in October last year.", ["date October last year = 2024-10"]),
      ("It burnt down in May this year.", ["date May this year = 2025-05"]),
      ("It will open later this year.", ["date later this year = 2025"]),
      ("A year ago today it sank.", ["date A year ago today = 2024-06-04"]),
      ("She plans to leave in four years.", ["date four years = 2029"]),
      ("She plans to build 300 flats in four years.", ["duration four years = P4Y"]),
      (
        "He will sail in December, in January and in March.", ["date December = 2025-12", "date January = 2026-01", "date March = 2026-03"]
      ),
      ("The vote is next Friday.", ["date next Friday = 2025-06-13"]), ("It was born on a Sunday.", ["date Sunday = XXXX-WXX-7"]),
      ("He met Sun at the fair.", []), ("The form is due on 7/15.", ["date 7/15 = 2025-07-15"]),
      ("About 7/15 of it was lost.", []), ("He died on 30 September 420.", ["date 30 September 420 = 0420-09-30"]),
      ("In June 420 were held.", ["date June = 2025-06"]),
    ]) func days(_ text: String, _ expected: [String])
  { #expect(ValueText.calendar(text) == expected) }

  @Test("the ends of an interval") func ends() {
    let value = Samples.analyze("Open 2-4 p.m. on 5 June 2025.", published: "2025-06-04").values.first
    #expect(value?.interval?.from == "2025-06-05T14")
    #expect(value?.interval?.to == "2025-06-05T16")
  }
}
