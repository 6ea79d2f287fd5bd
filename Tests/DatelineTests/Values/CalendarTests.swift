import Testing

@testable import Dateline

@Suite("Calendar expressions") struct CalendarTests {
  private func values(_ text: String, published: String? = "2025-06-04") -> [String] {
    let analysis = Samples.analyze(text, published: published)
    return analysis.values.compactMap { value in value.timex.map { "\(value.kind.name) \(analysis.article.text(value.span)) = \($0)" } }
  }

  @Test(
    "times",
    arguments: [
      ("He came on Friday at 3 pm.", "time Friday at 3 pm = 2025-05-30T15"),
      ("The office opened at 1145 GMT.", "time 1145 GMT = 2025-06-04T11:45Z"),
      ("Trains ran until 10:30pm on Saturday.", "time 10:30pm on Saturday = 2025-05-31T22:30"),
      ("Shells fell last night.", "time last night = 2025-06-03TNI"), ("Rain came this morning.", "time this morning = 2025-06-04TMO"),
      ("They play tonight.", "time tonight = 2025-06-04TNI"),
    ]) func times(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "parts of years and months",
    arguments: [
      ("Sales fell in the first quarter of 2009.", "date first quarter of 2009 = 2009-Q1"),
      ("It grew in the second half of last year.", "date second half of last year = 2024-H2"),
      ("They left in spring 1998.", "date spring 1998 = 1998-SP"),
      ("The first Tuesday of October 2024 was wet.", "date first Tuesday of October 2024 = 2024-10-01"),
      ("It closed on the last day of May 2023.", "date last day of May 2023 = 2023-05-31"),
      ("The 19th century saw the rails.", "date 19th century = 18"), ("He left in the ’80s.", "date 80s = 198"),
    ]) func parts(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "months and days without a year",
    arguments: [
      ("The bridge opened in October.", "date October = 2024-10"), ("The bridge will open in October.", "date October = 2025-10"),
      ("The fair runs from July 4-6.", "date July 4-6 = 2025-07-04/2025-07-06"),
      ("The fair runs on 4–6 July.", "date 4–6 July = 2025-07-04/2025-07-06"),
      ("She was jailed in June 2019 and freed in August.", "date August = 2019-08"),
      ("They met the day after tomorrow.", "date day after tomorrow = 2025-06-06"),
      ("He fell ill on March 3, 2025, and died two days later.", "date two days later = 2025-03-05"),
      ("He fell ill on March 3, 2025. The next day he died.", "date next day = 2025-03-04"),
      ("The deed is of 27.08.2022.", "date 27.08.2022 = 2022-08-27"), ("The season of 2022/2023 was dry.", "date 2022/2023 = 2022/2023"),
      ("It opened on Sun. and closed.", "date Sun. = 2025-06-01"), ("Last Sat. it rained.", "date Last Sat. = 2025-05-31"),
      ("He will rest over the weekend.", "date weekend = 2025-W23-WE"),
    ]) func months(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "durations and sets",
    arguments: [
      ("It lasted an hour and a half.", "duration an hour and a half = PT90M"),
      ("He got 2 years and 3 months.", "duration 2 years and 3 months = P2Y3M"),
      ("They need two more years.", "duration two more years = P2Y"),
      ("He waited half an hour.", "duration half an hour = PT30M"), ("It meets every week.", "set every week = P1W"),
      ("He calls every Monday.", "set every Monday = XXXX-WXX-1"),
    ]) func durations(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "no dates",
    arguments: [
      "The Sun said it was true.", "The Baltimore Sun was sold.", "She praised Under a Yellow Sun.", "She was in her 30s.",
      "He wrote of the fall of Kabul.", "Now it rains.",
    ]) func none(_ text: String)
  {
    #expect(values(text).isEmpty)
  }

  @Test("in a text about the past a year holds until the next one") func history() {
    let text = """
      The war began in May 1911. In July 1911 the north rose. By the end of 1912 the south had followed, and in 1913 the capital fell. The treaty of 1914 \
      lasted until 1916, when it was broken. On 10 August the fleet sailed.
      """
    #expect(values(text).contains("date 10 August = 1916-08-10"))
    // The news speaks of its own time, also where nobody has told us its day.
    let news = "The dock was built in 1988. On Monday the court met. It spoke on Tuesday of a vote in March."
    #expect(values(news, published: nil).contains("date March = XXXX-03"))
    #expect(values("The dock was built in 1988. It burned in March.", published: nil).contains("date March = 1988-03"))
    #expect(values("The dock was built in 1988. It will close in March.", published: nil).contains("date March = XXXX-03"))
    #expect(values("The law dates from 1998. On 12 June the court rules.").contains("date 12 June = 2025-06-12"))
  }
}
