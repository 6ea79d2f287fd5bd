import Testing

@testable import Dateline

@Suite("Days that are counted, named beside a week or far back") struct CountedDateTests {
  @Test(
    "parts of months and years",
    arguments: [
      ("Rent is due on the 20th of next month.", "date 20th of next month = 2025-07-20"),
      ("The council met on the first Monday of last month.", "date first Monday of last month = 2025-05-05"),
      ("They met on the last friday of october.", "date last friday of october = 2025-10-31"),
      ("The mine shut in the first week of 2024.", "date first week of 2024 = 2024-W01"),
      ("The mine shut in the last week of 2020.", "date last week of 2020 = 2020-W53"),
      ("It fell in the third month of 2021.", "date third month of 2021 = 2021-03"),
      ("It was the 24th day of November, 1954.", "date 24th day of November, 1954 = 1954-11-24"),
      ("Profit rose in the final quarter of 2009.", "date final quarter of 2009 = 2009-Q4"),
      ("Sales fell in Q3 2023.", "date Q3 2023 = 2023-Q3"), ("Sales fell in Q4 of 2024.", "date Q4 of 2024 = 2024-Q4"),
      ("The bank lent less in Q4.", "date Q4 = 2024-Q4"), ("Exports grew in H1 2024.", "date H1 2024 = 2024-H1"),
      ("The talks were held in the week of April 10th.", "date week of April 10th = 2025-W15"),
    ]) func parts(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "weekdays",
    arguments: [
      ("The minister resigned on Thursday last week.", "date Thursday last week = 2025-05-29"),
      ("They will meet on Wednesday of next week.", "date Wednesday of next week = 2025-06-11"),
      ("They will meet next week on Tuesday.", "date next week on Tuesday = 2025-06-10"),
      ("The hearing was on Tuesday the 27th.", "date Tuesday the 27th = 2025-05-27"), ("He came on monday.", "date monday = 2025-06-02"),
      ("The hall reopens on June the 15th.", "date June the 15th = 2025-06-15"),
      ("He was born on march 3rd 1990.", "date march 3rd 1990 = 1990-03-03"),
    ]) func weekdays(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "counted from a day",
    arguments: [
      ("The report will be ready in two weeks.", "date two weeks = 2025-W25"),
      ("He fled three days before June 12, 2024.", "date three days before June 12, 2024 = 2024-06-09"),
      ("The court ruled two weeks after May 13, 1999.", "date two weeks after May 13, 1999 = 1999-05-27"),
      ("Parliament meets three days from now.", "date three days from now = 2025-06-07"),
      ("They start a week from tomorrow.", "date a week from tomorrow = 2025-06-12"),
      ("He was jailed on March 3, 2025, and freed the same day.", "date day = 2025-03-03"),
      ("She won on March 3, 2025. That night she sang.", "time night = 2025-03-03TNI"),
    ]) func offsets(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "lengths of time stay what they are",
    arguments: [
      ("They built the bridge in two weeks.", "duration two weeks = P2W"),
      ("It took one hour and a half.", "duration one hour and a half = PT90M"),
      ("He slept half hour by half hour.", "duration half hour = PT30M"), ("They waited 20 mins.", "duration 20 mins = PT20M"),
    ]) func lengths(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "sets",
    arguments: [
      ("They sing every night.", "set every night = XXXX-XX-XXTNI"), ("It is held every third year.", "set every third year = P3Y"),
    ]) func sets(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "no sets", arguments: ["Every other guest left.", "Every third guest left."])
  func noSets(_ text: String) { #expect(!ValueText.calendar(text).contains { $0.hasPrefix("set") }) }

  @Test(
    "eras and written dates",
    arguments: [
      ("The city fell in 480 BC.", "date 480 BC = BC0480"), ("Caesar died in March 44 B.C.", "date March 44 B.C. = BC0044-03"),
      ("The second war, 218–201 BC, was long.", "date 218 = BC0218"), ("Augustus died in AD 14.", "date AD 14 = 0014"),
      ("Poets of the 4th century BC wrote it.", "date 4th century BC = BC03"),
      ("The deed is of 06-30-2019.", "date 06-30-2019 = 2019-06-30"),
      ("The period ends 2014-10.", "date 2014-10 = 2014-10"), ("It grew in 2014-15.", "date 2014-15 = 2014/2015"),
      ("It was signed 05-Aug-2016.", "date 05-Aug-2016 = 2016-08-05"), ("Prices peaked in mid-2007.", "date mid-2007 = 2007"),
    ]) func written(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "now",
    arguments: [
      "He wants an end to it now.", "The strike, now in its third week, goes on.", "It stood in what is now Ghana.",
      "“We need rain now,” she said.",
    ]) func present(_ text: String)
  { #expect(ValueText.calendar(text).contains("date now = PRESENT_REF")) }

  @Test(
    "no dates",
    arguments: [
      "They have now left the city.", "“Now, let me speak,” she said.", "He has worked for years now.",
      "She is 90 and will be there at 95 years old.",
      "In 2021 BC Ferries lost money and 300 BC residents complained.", "Voters may first look at prices.", "A final word: no.",
    ]) func none(_ text: String)
  {
    #expect(
      !ValueText.calendar(text).contains {
        $0.contains("_REF") || $0.contains("= BC") || $0.hasPrefix("date 95") || $0.hasPrefix("date may")
      })
  }
}
