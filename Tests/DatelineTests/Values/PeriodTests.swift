import Testing

@testable import Dateline

@Suite("Periods, years of account, and times of publication") struct PeriodTests {
  @Test(
    "periods",
    arguments: [
      ("Sales fell in the first quarter.", "date first quarter = 2025-Q1"),
      ("It will break even by the fourth quarter.", "date fourth quarter = 2025-Q4"),
      ("Output shrank in the third quarter, it said.", "date third quarter = 2024-Q3"),
      ("The budget for fiscal 2026 is ready.", "date fiscal 2026 = FY2026"),
      ("It made a loss in the last financial year.", "date last financial year = FY2024"),
      ("Fees rise in the school year 2025 there.", "date school year 2025 = SY2025"),
      ("She came on Wednesday the eleventh by boat.", "date Wednesday the eleventh = 2025-06-11"),
      ("The fair is on Tuesday the 10th at 9 am there.", "time Tuesday the 10th at 9 am = 2025-06-10T09"),
      ("He was born on 28 June in 1990 there.", "date 28 June in 1990 = 1990-06-28"),
      ("It ends two weeks from June 10, she said.", "date two weeks from June 10 = 2025-06-24"),
      ("They talked all day.", "duration all day = P1D"), ("It took another week to mend.", "duration another week = P1W"),
      ("The shop is shut on weekends.", "set weekends = XXXX-WXX-WE"),
      ("The second week of 2021 was cold.", "date second week of 2021 = 2021-W02"),
      ("Week 3 of 2027 is free.", "date Week 3 of 2027 = 2027-W03"), ("In the late sixties they left.", "date late sixties = 196"),
      ("He won in 2:04:11 in Ulm.", "duration 2:04:11 = PT2H4M11S"),
      ("Doors shut at 1140 p.m. sharp.", "time 1140 p.m. = 2025-06-04T23:40"),
      ("They left at 12 noon sharp.", "time 12 noon = 2025-06-04T12:00"),
      ("Come on Tuesday in the morning.", "time Tuesday in the morning = 2025-06-03TMO"),
      ("The king waved on King's Day 2019.", "date King's Day 2019 = 2019-04-27"),
    ]) func periods(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text) == [expected]) }

  @Test(
    "the day beside another",
    arguments: [
      ("They met on 3 May 2025; the day before, he had rung.", ["date 3 May 2025 = 2025-05-03", "date day before = 2025-05-02"]),
      ("He rang the day before she left.", []), ("It rose in the third quarter-final.", []),
      ("The Owls led 30-20, then 50-48 in the third quarter.", []), ("All days are grey.", []),
    ]) func beside(_ text: String, _ expected: [String])
  { #expect(ValueText.calendar(text) == expected) }

  @Test(
    "from the time of publication",
    arguments: [
      ("The bank will open in 20 minutes.", "time 20 minutes = 2025-06-04T10:50:00"),
      ("The ship will sail in two hours.", "time two hours = 2025-06-04T12:30"),
      ("It sank three hours ago.", "time three hours ago = 2025-06-04T07:30"),
      ("In half an hour", "time half an hour = 2025-06-04T11:00:00"),
      ("He scored twice in 20 minutes.", "duration 20 minutes = PT20M"),
      ("They plan to sew 40 shirts in 20 minutes.", "duration 20 minutes = PT20M"),
    ]) func published(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text, published: "2025-06-04T10:30:00") == [expected]) }

  @Test("without a time of publication a length stays one") func undated() {
    #expect(ValueText.calendar("The bank will open in 20 minutes.") == ["duration 20 minutes = PT20M"])
    #expect(ValueText.calendar("It sank three hours ago.", published: "2025-06-04T00:00:00") == ["date three hours ago = 2025-06-04"])
  }

  @Test(
    "one of a unit",
    arguments: [
      ("A tonne of rice was lost.", "quantity A tonne = 1 tonne"), ("The inn is a mile away.", "quantity a mile = 1 mile"),
      ("It sells for a dollar in Ulm.", "money a dollar = 1 USD"), ("The 200m final is at noon.", "quantity 200m = 200 metre"),
      ("She won the 400m in Oslo.", "quantity 400m = 400 metre"), ("A boy of 12 was found.", "age 12 = 12 year"),
      ("It was their fifth win.", "ordinal fifth = 5"), ("He signed a £250,000-a-week deal.", "money £250,000-a-week = 250000 GBP"),
      ("The toll is RM42 there.", "money RM42 = 42 MYR"),
    ]) func one(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "none of a unit",
    arguments: ["A dollar rally began.", "She has a degree from Ulm.", "A foot was hurt.", "COP28 opened.", "A group of 12."])
  func none(_ text: String) {
    #expect(
      !ValueText.amounts(text).contains { $0.hasSuffix(" 1 USD") || $0.hasPrefix("age") || $0.contains("degree") || $0.contains("COP") })
  }

  @Test(
    "what comes again",
    arguments: [
      ("The town fills up every summer.", "set every summer = XXXX-SU"), ("The race is run each May in Ulm.", "set each May = XXXX-05"),
      ("A week from Monday they vote.", "date A week from Monday = 2025-06-16"),
      ("Two weeks from June 3 it ends.", "date Two weeks from June 3 = 2025-06-17"),
    ]) func again(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text) == [expected]) }

  @Test(
    "limits",
    arguments: [
      ("The fine is a sum not exceeding 500 euros.", "money not exceeding 500 euros = at-most 500 EUR"),
      ("It drew crowds exceeding 500 people.", "quantity exceeding 500 people = more-than 500 person"),
      ("A fourth will leave.", "cardinal A fourth = 0.25"),
    ]) func limits(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test("fourths that are none", arguments: ["A fourth man left."])
  func fourths(_ text: String) { #expect(!ValueText.amounts(text).contains { $0.hasPrefix("cardinal") }) }

  @Test(
    "short forms",
    arguments: [
      ("A 15 min delay followed.", "duration 15 min = PT15M"),
      ("It lasted 45mins in all.", "duration 45mins = PT45M"), ("Flights land at 0600 in Ulm.", "time 0600 = 2025-06-04T06:00"),
      ("He was seen at 1430 hours in Ulm.", "time 1430 hours = 2025-06-04T14:30"),
      ("It took 1400 hours to build.", "duration 1400 hours = PT1400H"),
    ]) func shortForms(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text) == [expected]) }

  @Test(
    "ranges with two units, and what is no sign",
    arguments: [
      ("Between 2% and 3% were unsure.", "percent Between 2% and 3% = 3 percent"),
      ("It grew 0.5%-0.7% there.", "percent 0.5%-0.7% = 0.7 percent"),
      ("The gap is between 3 km and 5 km wide.", "quantity between 3 km and 5 km = 5 kilometre"),
      ("The fee rose from 2% to 3% at once.", "percent 2% = 2 percent"),
      ("The error is plus or minus 3 points.", "quantity 3 points = 3 point"),
      ("The flat has 1,200 sq ft in all.", "quantity 1,200 sq ft = 1200 square foot"),
      ("He is 6ft 2in tall.", "quantity 6ft 2in = 6.1667 foot"),
      ("Prices edged up to 5 percent.", "percent 5 percent = 5 percent"), ("About 200 per day arrive.", "cardinal About 200 per day = 200"),
    ]) func twoUnits(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test("ordinals in names are no values", arguments: ["She met the First Lady of Ghana."])
  func names(_ text: String) { #expect(ValueText.amounts(text) == []) }

  @Test("what is measured stands beside the value") func stuff() {
    let analysis = Samples.analyze("Police found 300 kg of raw heroin in a lorry.", published: nil)
    let value = analysis.values.first { $0.kind == .quantity }
    #expect(value.map { analysis.article.text($0.span) } == "300 kg")
    #expect(value?.of.map { analysis.article.text($0) } == "raw heroin")
  }
}
