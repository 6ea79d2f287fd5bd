import Testing

@testable import Dateline

@Suite("Dates counted from others, plans, parts of years") struct ShiftedDateTests {
  // The texts are of 4 June 2025, a Wednesday.
  @Test(
    "counted",
    arguments: [
      ("Its loss was 4 million a year earlier.", ["date a year earlier = 2024"]),
      ("In 2010 he left. Two years later he fell.", ["date 2010 = 2010", "date Two years later = 2012"]),
      ("On 3 May 2024 he fell. He had met her two years before.", ["date 3 May 2024 = 2024-05-03", "date two years before = 2022"]),
      ("He waited two years before he left.", ["duration two years = P2Y"]),
      ("The trial opens in six weeks' time.", ["date six weeks' time = 2025-W29"]),
      ("He left two years and three months ago.", ["date two years and three months ago = 2023-03"]),
      ("It took two days, three hours and 14 minutes.", ["duration two days, three hours and 14 minutes = P2DT3H14M"]),
      ("Profit for the six months to April 30 fell.", ["duration six months = P6M", "date April 30 = 2025-04-30"]),
      ("In 490 BC they won. A decade earlier they had lost.", ["date 490 BC = BC0490", "date A decade earlier = BC0500"]),
    ]) func counted(_ text: String, _ expected: [String])
  { #expect(ValueText.calendar(text) == expected) }

  @Test("in the news a year holds for what is told right behind it only") func newsYear() {
    let text = "The plant opened in 2020. On Monday it rained. Sales on Tuesday fell 40% from a year earlier."
    #expect(ValueText.calendar(text, published: nil).last == "duration a year earlier = P1Y")
    #expect(ValueText.calendar(text).last == "date a year earlier = 2024")
  }

  @Test(
    "plans",
    arguments: [
      ("The court set a hearing for Nov. 18.", "date Nov. 18 = 2025-11-18"),
      ("A vote is scheduled for Friday.", "date Friday = 2025-06-06"),
      ("The talks were put off, and rain is forecast for Tuesday.", "date Tuesday = 2025-06-10"),
      ("The vote was scheduled for Friday.", "date Friday = 2025-05-30"), ("Prices slowed to a crawl in April.", "date April = 2025-04"),
      ("Wheat for December delivery fell.", "date December = 2025-12"), ("The seats go on sale on Thursday.", "date Thursday = 2025-06-05"),
      ("He was shown the set on Thursday.", "date Thursday = 2025-05-29"),
    ]) func plans(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text) == [expected]) }

  @Test(
    "weekdays",
    arguments: [
      ("He left this past Monday.", ["date this past Monday = 2025-06-02"]), ("He left past Friday.", ["date past Friday = 2025-05-30"]),
      (
        "On 14 May 2025 it rained. The following Friday it snowed.",
        ["date 14 May 2025 = 2025-05-14", "date following Friday = 2025-05-16"]
      ),
      ("On 14 May 2025 it rained. The previous Friday it snowed.", ["date 14 May 2025 = 2025-05-14", "date previous Friday = 2025-05-09"]),
      ("They meet on Wednesday evening next week.", ["time Wednesday evening next week = 2025-06-11TEV"]),
      ("The fair will open at seven thirty on Saturday evening.", ["time seven thirty on Saturday evening = 2025-06-07T19:30"]),
      ("The fair will open at 7 on Saturday.", ["time 7 on Saturday = 2025-06-07T07"]), ("They sank at seven thirty points.", []),
      ("The Labor Day weekend will be wet.", ["date Labor Day weekend = 2025-W35-WE"]),
    ]) func weekdays(_ text: String, _ expected: [String])
  { #expect(ValueText.calendar(text) == expected) }

  @Test(
    "years and their parts",
    arguments: [
      ("It sold 40 in the first nine months of 2023.", ["duration first nine months of 2023 = P9M"]),
      ("It rained in the final two weeks.", ["duration final two weeks = P2W"]), ("The first two men left.", []),
      ("It lost in the fourth quarter of fiscal 2024.", ["date fourth quarter of fiscal 2024 = FY2024-Q4"]),
      ("It lost in the first half of the 2024 fiscal year.", ["date first half of the 2024 fiscal year = FY2024-H1"]),
      ("It will end this calendar year.", ["date this calendar year = 2025"]),
      ("From 1914-18 it made boots.", ["date 1914-18 = 1914/1918"]), ("The ice will go by 2150.", ["date 2150 = 2150"]),
      ("In 2150 homes it leaked.", []), ("They wed on May twenty-nine.", ["date May twenty-nine = 2025-05-29"]),
      ("In May two men fell.", ["date May = 2025-05"]), ("She won in 1:42.34 there.", ["duration 1:42.34 = PT1M42.34S"]),
      ("She won in 2:03:11.5 there.", ["duration 2:03:11.5 = PT2H3M11.5S"]),
    ]) func years(_ text: String, _ expected: [String])
  { #expect(ValueText.calendar(text) == expected) }
}
