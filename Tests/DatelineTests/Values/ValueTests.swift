import Testing

@testable import Dateline

@Suite("Values") struct ValueTests {
  /// Kind, text and meaning of every value of a sentence.
  private func values(_ text: String, published: String? = "2025-06-04") -> [String] {
    let analysis = Samples.analyze(text, published: published)
    return analysis.values.map { value in
      let number = value.number.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }
      let meaning =
        value.timex ?? [value.comparison.name, number, value.currency?.text ?? value.unit].compactMap { $0 }.joined(separator: " ")
      return "\(value.kind.name) \(analysis.article.text(value.span)) = \(meaning)"
    }
  }

  @Test(
    "dates",
    arguments: [
      ("The court met on June 2, 2025, in Oslo.", "date June 2, 2025 = 2025-06-02"),
      ("It opened on 14 March 1998.", "date 14 March 1998 = 1998-03-14"),
      ("Parliament voted on Monday.", "date Monday = 2025-06-02"), ("Parliament will vote on Friday.", "date Friday = 2025-06-06"),
      ("She resigned last month.", "date last month = 2025-05"), ("The plant closed in November 2019.", "date November 2019 = 2019-11"),
      ("He arrived yesterday.", "date yesterday = 2025-06-03"), ("The law dates from 1987.", "date 1987 = 1987"),
      ("It was popular in the 1990s.", "date 1990s = 199"), ("They left two years ago.", "date two years ago = 2023"),
      ("The file is dated 2024-11-03.", "date 2024-11-03 = 2024-11-03"), ("The train left at 10:30.", "time 10:30 = 2025-06-04T10:30"),
      ("Doors open at 3 pm today.", "time 3 pm today = 2025-06-04T15"), ("They met at noon.", "time noon = 2025-06-04T12:00"),
      ("The road is 2000 km long.", "quantity 2000 km = 2000 kilometre"),
      ("Talks resume next week.", "date next week = 2025-W24"),
    ]) func dates(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "durations",
    arguments: [
      ("The talks lasted three hours.", "duration three hours = PT3H"), ("He got a two-year sentence.", "duration two-year = P2Y"),
      ("It took a week to repair.", "duration a week = P1W"), ("They waited for 45 minutes.", "duration 45 minutes = PT45M"),
    ]) func durations(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "amounts",
    arguments: [
      ("The port lost $240 million.", "money $240 million = 240000000 USD"),
      ("It paid $1.5bn for the mine.", "money $1.5bn = 1500000000 USD"),
      ("Prices rose 6.5 percent.", "percent 6.5 percent = 6.5 percent"),
      ("Turnout was 40%.", "percent 40% = 40 percent"),
      ("Over 300 wooden boats sank.", "quantity Over 300 wooden boats = more-than 300 boat"),
      ("The road is 12 km long.", "quantity 12 km = 12 kilometre"), ("It cost 300 euros.", "money 300 euros = 300 EUR"),
      ("Porto won 2-1 at home.", "score 2-1 = 2"), ("He died aged 71 in May.", "age 71 = 71 year"),
      ("She is a 52-year-old nurse.", "age 52-year-old = 52 year"), ("He finished third.", "ordinal third = 3"),
      ("They hold 1,200 seats.", "quantity 1,200 seats = 1200 seat"),
    ]) func amounts(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "no value",
    arguments: [
      "You may march with us.", "One never knows what the weather brings.", "The party will fall apart.",
      "She works for the Group of Ministers.",
    ])
  func nothing(_ text: String) { #expect(values(text).isEmpty) }

  @Test("without a date of publication weekdays stay open") func undated() {
    #expect(values("Parliament voted on Monday.", published: nil).contains("date Monday = XXXX-WXX-1"))
  }

  @Test("what is counted is a span of its own") func counted() {
    let analysis = Samples.analyze("The navy lost 14 patrol boats.")
    #expect(analysis.values.first.flatMap { $0.of }.map { analysis.article.text($0) } == "patrol boats")
  }

  @Test("calendar arithmetic goes both ways", arguments: [-800_000, -1, 0, 1, 59, 60, 146_096, 146_097, 738_000, 740_000]) func calendar(
    _ number: Int
  ) {
    let date = CalendarDate(dayNumber: number)
    #expect(date.dayNumber == number)
    #expect(date.adding(days: 7).weekday == date.weekday)
  }

  @Test("weekdays and ISO weeks") func weeks() {
    #expect(CalendarDate(year: 2025, month: 6, day: 2).weekday == 1)
    #expect(CalendarDate(year: 2021, month: 1, day: 3).isoWeek == "2020-W53")
  }
}
