import Testing

@testable import Dateline

@Suite("Numbers in rarer spellings") struct NumberReadingTests {
  @Test(
    "numbers",
    arguments: [
      ("It lost one twenty-fifth of its land.", "cardinal one twenty-fifth = 0.04"),
      ("It lost three twenty-firsts of its land.", "cardinal three twenty-firsts = 0.1429"),
      ("It lost a twenty-fifth of its land.", "cardinal a twenty-fifth = 0.04"),
      ("He took five - eighths of it.", "cardinal five - eighths = 0.625"), ("There were fifty - two.", "cardinal fifty - two = 52"),
      ("It rose 2-1/4 points.", "quantity 2-1/4 points = 2.25 point"), ("He paid 1.234,50 there.", "cardinal 1.234,50 = 1234.5"),
      ("He paid 40\u{202F}000 there.", "cardinal 40\u{202F}000 = 40000"),
      ("It holds three hundred and two dozen.", "cardinal three hundred and two dozen = 324"),
      ("It holds 200 dozen eggs.", "quantity 200 dozen eggs = 2400 egg"), ("- 10", "cardinal - 10 = -10"),
      ("It was their forty-second win.", "ordinal forty-second = 42"), ("It has $5MM left.", "money $5MM = 5000000 USD"),
      ("It has $12.5 M left.", "money $12.5 M = 12500000 USD"), ("It owes 3 million kronor.", "money 3 million kronor = 3000000 SEK"),
      ("He is 6 feet, 4 inches tall.", "quantity 6 feet, 4 inches = 6.3333 foot"),
      ("It was 20 degrees below zero.", "quantity 20 degrees below zero = -20 degree"),
      ("It was 5 degrees Celsius below freezing.", "quantity 5 degrees Celsius below freezing = -5 degree Celsius"),
      ("It fell to minus 3C overnight.", "quantity minus 3C = -3 degree Celsius"),
    ]) func numbers(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "other readings",
    arguments: [
      ("He came in a twenty-fifth time.", "ordinal twenty-fifth = 25"), ("- 10 cows died.", "quantity 10 cows = 10 cow"),
      ("It was 20 degrees below that.", "quantity 20 degrees = 20 degree"), ("It lists 12.5,7 there.", "none"),
      ("It ran 5 - 8 there.", "cardinal 5 = 5"),
    ]) func others(_ text: String, _ expected: String)
  {
    let found = ValueText.amounts(text)
    #expect(expected == "none" ? found == [] : found.contains(expected))
  }

  @Test(
    "ages",
    arguments: [
      ("The twins, both 29, sang.", "age 29 = 29 year"), ("She was 19 when it began.", "age 19 = 19 year"),
      ("He is between 25 and 30 years old.", "age between 25 and 30 years old = 30 year"), ("He is 44.", "age 44 = 44 year"),
    ]) func ages(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test("numbers that are no ages", arguments: ["It was 19 when it began.", "He was 12 for 15 there.", "The lots, both 29 feet, sold."])
  func noAges(_ text: String) { #expect(!ValueText.amounts(text).contains { $0.hasPrefix("age") }) }
}
