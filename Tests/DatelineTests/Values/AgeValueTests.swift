import Testing

@testable import Dateline

@Suite("Ages among the values") struct AgeValueTests {
  private static func ages(_ text: String) -> [String] { ValueText.amounts(text).filter { $0.hasPrefix("age") } }

  @Test(
    "ages",
    arguments: [
      ("Marta Holm, 44, resigned.", ["age 44 = 44 year"]), ("The goalkeeper, 19, was hurt.", ["age 19 = 19 year"]),
      ("Two girls aged 9 and 11 were found.", ["age 9 = 9 year", "age 11 = 11 year"]),
      ("Pupils aged between 12 and 15 sang.", ["age between 12 and 15 = 15 year"]),
      ("Her 7-month-old son slept.", ["age 7-month-old = 7 month"]), ("A 31-year-old baker fell.", ["age 31-year-old = 31 year"]),
      ("The man, in his late 60s, waved.", ["age late 60s = 60 year"]), ("Both are in their mid-20s.", ["age mid-20s = 20 year"]),
      ("She wrote it in her fifties.", ["age fifties = 50 year"]), ("He is 12 years old.", ["age 12 years old = 12 year"]),
    ]) func ages(_ text: String, _ expected: [String])
  { #expect(AgeValueTests.ages(text) == expected) }

  @Test(
    "no ages",
    arguments: [
      "On Friday, 12, 13 and 14 were drawn.", "See rows 5, 12, 17 and 20.", "In May, 30 ships sank.", "The fashion of the 60s is back.",
      "They won in 1988, 11 years on.", "Prices, 40, they said.",
    ]) func noAges(_ text: String)
  { #expect(AgeValueTests.ages(text) == []) }

  @Test("a decade of life has its ends") func decade() {
    let analysis = Samples.analyze("The farmer was in her early 40s.", published: nil)
    let value = analysis.values.first { $0.kind == .age }
    #expect(value?.low == 40)
    #expect(value?.high == 43)
    #expect(value?.approximate == true)
  }
}
