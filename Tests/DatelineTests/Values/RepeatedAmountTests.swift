import Testing

@testable import Dateline

@Suite("Amounts and times that stand close together") struct RepeatedAmountTests {
  @Test(
    "amounts",
    arguments: [
      ("Draw lots 22,24,26 there.", ["cardinal 22 = 22", "cardinal 24 = 24", "cardinal 26 = 26"]),
      ("It has 1,234,567 rows.", ["quantity 1,234,567 rows = 1234567 row"]),
      ("It was 38-40C in Oslo.", ["quantity 38-40C = 40 degree Celsius"]),
      ("It ran 5-10km inland.", ["quantity 5-10km = 10 kilometre"]), ("It ran 3km-5km inland.", ["quantity 3km-5km = 5 kilometre"]),
      ("They sat in rows 12A-14B.", []), ("The gap shrank to 98bp.", ["quantity 98bp = 98 basis point"]),
      ("It earns £900 a week before tax.", ["money £900 a week = 900 GBP"]),
      ("It fell by a metre.", ["quantity a metre = 1 metre"]), ("He came by a metre stick.", []),
      ("They walked a kilometre and a half.", ["quantity a kilometre and a half = 1.5 kilometre"]),
      ("A quarter of a million homes froze.", ["quantity A quarter of a million homes = 250000 home"]),
      ("Two out of every three sank.", ["cardinal Two out of every three = 0.6667"]), ("Only 1 in 12 sank.", ["cardinal 1 in 12 = 0.0833"]),
      ("Nobody under 18 sang.", ["cardinal under 18 = less-than 18"]), ("It made sales of 12.5 M.", ["cardinal 12.5 M = 12500000"]),
      ("It killed 1 in every 250 hens.", ["cardinal 1 in every 250 = 0.004"]),
      ("It costs between a third and a half of that.", ["cardinal between a third and a half = 0.5"]),
      ("It holds 250g of flour.", ["quantity 250g = 250 gram"]), ("It holds 1.5l there.", ["quantity 1.5l = 1.5 litre"]),
      ("A 5g mast fell.", []), ("Their third and final song was the fifth this month.", ["ordinal third = 3", "ordinal fifth = 5"]),
      ("He took the third of them.", []), ("He turned 70 last month.", ["age 70 = 70 year"]),
      ("It owes 14bn reais.", ["money 14bn reais = 14000000000 BRL"]),
      ("Two 17-year-olds sang.", ["cardinal Two = 2", "age 17-year-olds = 17 year"]),
      ("It polled 18- to 24-year-olds.", ["age 18- to 24-year-olds = 24 year"]),
      ("It was 1.4C above the mean.", ["quantity 1.4C = 1.4 degree Celsius"]),
      ("It lies 2,757m above sea level.", ["quantity 2,757m = 2757 metre"]), ("It made 2.7m above its plan.", ["cardinal 2.7m = 2700000"]),
      ("It sold 7 percent fewer than five boats.", ["percent 7 percent = 7 percent", "quantity five boats = 5 boat"]),
      ("In 2020 fewer than five boats sank.", ["quantity fewer than five boats = less-than 5 boat"]),
      ("They lost 21-15, 18-21, 21-19 there.", ["score 21-15 = 21", "score 18-21 = 18", "score 21-19 = 21"]),
      ("A quarter mile on it sank.", ["quantity A quarter mile = 0.25 mile"]),
      ("It costs between 10 dollars and 20 dollars.", ["money between 10 dollars and 20 dollars = 20 USD"]),
      ("He has 10 dollars and 20 pounds.", ["money 10 dollars = 10 USD", "money 20 pounds = 20 GBP"]),
      ("He turned 70 boats away.", ["quantity 70 boats = 70 boat"]),
    ]) func amounts(_ text: String, _ expected: [String])
  { #expect(ValueText.amounts(text).filter { !$0.hasPrefix("date") } == expected) }

  @Test(
    "times",
    arguments: [
      ("It is open 10am-6pm.", ["time 10am-6pm = 2025-06-04T10/2025-06-04T18"]),
      ("It is shut between 7:00 and 19:00.", ["time 7:00 and 19:00 = 2025-06-04T07:00/2025-06-04T19:00"]),
      ("It is shut between 7:00 and 9:00 p.m.", ["time 7:00 and 9:00 p.m. = 2025-06-04T19:00/2025-06-04T21:00"]),
      ("By 10.45 on Tuesday it sank.", ["time 10.45 on Tuesday = 2025-06-03T10:45"]), ("By 10.45 metres it sank.", []),
      ("It runs 24 hours a day.", ["duration 24 hours a day = PT24H"]), ("It runs every 20 minutes.", ["set every 20 minutes = PT20M"]),
      ("Take it every six to eight hours.", ["set every six to eight hours = PT8H"]), ("Every second boat sank.", []),
      ("It took two-and-a-half hours.", ["duration two-and-a-half hours = PT150M"]),
      ("It was a two-and-a-half-hour ride.", ["duration two-and-a-half-hour = PT150M"]),
      ("On May 7, 8 and 9 it rained.", ["date May 7 = 2025-05-07", "date 8 = 2025-05-08", "date 9 = 2025-05-09"]),
      ("On May 7, 12 men sank.", ["date May 7 = 2025-05-07"]), ("On May 7, 8 and 9 men sank.", ["date May 7 = 2025-05-07"]),
      ("It sank in the second half of May.", ["date second half of May = 2025-05"]), ("It was founded in '68.", ["date '68 = 1968"]),
      ("It was founded in '04.", ["date '04 = 2004"]), ("He has until Friday week to pay.", ["date Friday week = 2025-06-13"]),
      ("It was a Monday week of rest.", ["date Monday = XXXX-WXX-1"]),
      ("At 1700 on Monday it sank.", ["time 1700 on Monday = 2025-06-02T17:00"]),
      ("In 1700 it sank.", ["date 1700 = 1700"]), ("In 1,700 BC it sank.", ["date 1,700 BC = BC1700"]),
      ("She won in 1 minute 54.37 seconds.", ["duration 1 minute 54.37 seconds = PT1M54.37S"]),
      ("It was higher in May than in April.", ["date May = 2025-05", "date April = 2025-04"]),
      ("It rose in the 12 months to May.", ["duration 12 months = P12M", "date May = 2025-05"]),
      ("They cut it by a quarter point.", []), ("It fell in a quarter.", ["duration a quarter = P3M"]),
      ("It lasts to end-June.", ["date end-June = 2025-06"]),
      ("It sank in May; the next one, on October 12, is sold out.", ["date May = 2025-05", "date October 12 = 2025-10-12"]),
      ("It sank in May; on October 12 it had left.", ["date May = 2025-05", "date October 12 = 2024-10-12"]),
      ("It grew by '20 percent'.", []),
    ]) func times(_ text: String, _ expected: [String])
  { #expect(ValueText.calendar(text) == expected) }

  @Test(
    "the rate of what is measured",
    arguments: [
      ("It burns 80 tonnes of fuel a day.", "day"), ("It yields 2 grams of gold per tonne.", "tonne"),
      ("It burnt 80 tonnes of fuel on a day.", nil),
    ] as [(String, String?)]) func rates(_ text: String, _ expected: String?)
  { #expect(Samples.analyze(text, published: "2025-06-04").values.first?.per == expected) }
}
