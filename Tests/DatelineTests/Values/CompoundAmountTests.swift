import Testing

@testable import Dateline

@Suite("Amounts in compounds, and what limits them") struct CompoundAmountTests {
  @Test(
    "compounds",
    arguments: [
      ("A 14-member crew left.", ["quantity 14-member = 14 member"]), ("He wrote a 410-page novel.", ["quantity 410-page = 410 page"]),
      ("A 4.7-magnitude tremor hit.", ["quantity 4.7-magnitude = 4.7 magnitude"]),
      ("Its 900-strong crew rested.", ["cardinal 900-strong = 900"]),
      ("Some 700-plus boats came.", ["quantity Some 700-plus boats = at-least 700 boat"]),
      ("It moved 30-odd cranes.", ["quantity 30-odd cranes = 30 crane"]),
      ("They sold homes worth £3m-plus.", ["money £3m-plus = at-least 3000000 GBP"]),
      ("A 12-billion-euro fund shrank.", ["money 12-billion-euro = 12000000000 EUR"]),
      ("A 3-million-tonne harvest rotted.", ["quantity 3-million-tonne = 3000000 tonne"]),
      ("It fills a half-litre jar.", ["quantity half-litre = 0.5 litre"]),
      ("A half-million votes were lost.", ["quantity half-million votes = 500000 vote"]),
      ("A 6- to 8-inch crack opened.", ["quantity 6- to 8-inch = 8 inch"]),
      ("A 5-to-7-metre wall fell.", ["quantity 5-to-7-metre = 7 metre"]),
      ("It is a three-way race.", []), ("The 50-up and the one-man band played.", []), ("Her half-brother sang.", []),
      ("They drew the half-term plan.", []),
    ]) func compounds(_ text: String, _ expected: [String])
  { #expect(ValueText.amounts(text) == expected) }

  @Test(
    "lengths of time",
    arguments: [
      ("A half-hour talk helped.", ["duration half-hour = PT30M"]),
      ("A 10- to 15-minute wait is usual.", ["duration 10- to 15-minute = PT15M"]),
      ("A 20-to-30-minute ride ends there.", ["duration 20-to-30-minute = PT30M"]),
      ("A 5 to 10 minute ride ends there.", ["duration 5 to 10 minute = PT10M"]),
      ("It was their forty-second win.", []), ("A forty-second clip leaked.", ["duration forty-second = PT40S"]),
    ]) func lengths(_ text: String, _ expected: [String])
  { #expect(ValueText.calendar(text) == expected) }

  @Test(
    "choices and limits",
    arguments: [
      ("Two or three boats sank.", ["quantity Two or three boats = 3 boat"]),
      ("Five or six hundred sheep died.", ["quantity Five or six hundred sheep = 600 sheep"]),
      ("See Article 5 or 6 there.", ["cardinal 6 = 6"]),
      ("Pick two or 50 there.", ["cardinal two = 2", "cardinal 50 = 50"]),
      ("It sank 40 or more boats.", ["quantity 40 or more boats = at-least 40 boat"]),
      ("It sank 40 boats or fewer.", ["quantity 40 boats or fewer = at-most 40 boat"]),
      ("It has 500 or so boats.", ["quantity 500 or so boats = 500 boat"]),
      ("It cost in excess of 900 euros.", ["money in excess of 900 euros = more-than 900 EUR"]),
      ("It drew upwards of 2,000 fans.", ["quantity upwards of 2,000 fans = at-least 2000 fan"]),
      ("It drew close to 2,000 fans.", ["quantity close to 2,000 fans = 2000 fan"]),
      ("It needs a minimum of 12 votes.", ["quantity minimum of 12 votes = at-least 12 vote"]),
      ("It grew 4% over two years.", ["percent 4% = 4 percent", "duration two years ="]),
      ("It lasted over two years.", ["duration over two years = more-than"]),
      ("It has run for over two years.", ["duration over two years = more-than"]),
    ]) func limits(_ text: String, _ expected: [String])
  { #expect(ValueText.amounts(text).map { $0.trimmingSuffix() } == expected) }
}

extension String {
  /// Without the blank that an empty meaning leaves.
  fileprivate func trimmingSuffix() -> String { hasSuffix(" ") ? String(dropLast()) : self }
}
