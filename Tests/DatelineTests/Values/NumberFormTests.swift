import Testing

@testable import Dateline

@Suite("Forms of numbers and money") struct NumberFormTests {
  @Test(
    "numbers",
    arguments: [
      ("The lake holds 1.3e6 litres.", "quantity 1.3e6 litres = 1300000 litre"), ("It is 2^10 in all.", "cardinal 2^10 = 1024"),
      ("It weighs 6.2x10^3 kg.", "quantity 6.2x10^3 kg = 6200 kilogram"), ("It is 6.2 × 10^-1 in all.", "cardinal 6.2 × 10^-1 = 0.62"),
      ("The share is one over twenty.", "cardinal one over twenty = 0.05"),
      ("He asked for hundred thousand dollars.", "money hundred thousand dollars = 100000 USD"),
      ("It cost three lakh crore in all.", "cardinal three lakh crore = 3000000000000"),
      ("They sold three thousand million of them.", "cardinal three thousand million = 3000000000"),
      ("The town has six million and two thirds.", "cardinal six million and two thirds = 6666666.6667"),
      ("It is one hundred and three quarters.", "cardinal one hundred and three quarters = 100.75"),
      ("Two thirds of a million stayed.", "cardinal Two thirds of a million = 666666.6667"),
      ("The rate is negative one.", "cardinal negative one = -1"),
      ("It grew to two point two million.", "cardinal two point two million = 2200000"),
      ("The sum is 1 234 567.89 in all.", "cardinal 1 234 567.89 = 1234567.89"),
      ("The scale ends at 5,00.", "cardinal 5,00 = 5"), ("The total is 1,234,567.", "cardinal 1,234,567 = 1234567"),
      ("They paid 12,34,567 rupees.", "money 12,34,567 rupees = 1234567 INR"),
    ]) func numbers(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "ordinals",
    arguments: [
      ("It was his two hundredth goal.", "ordinal two hundredth = 200"),
      ("They marked the one hundred and twenty-fifth year.", "ordinal one hundred and twenty-fifth = 125"),
      ("She came twenty first.", "ordinal twenty first = 21"),
    ]) func ordinals(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "money",
    arguments: [
      ("A ticket costs 15 dollars 50.", "money 15 dollars 50 = 15.5 USD"),
      ("A ticket costs 15 dollars and 50.", "money 15 dollars and 50 = 15.5 USD"),
      ("The plan rises to 17 USD 25.", "money 17 USD 25 = 17.25 USD"), ("They lost 120 MEUR.", "money 120 MEUR = 120000000 EUR"),
      ("Sales were MSEK 60.", "money MSEK 60 = 60000000 SEK"), ("It pays a 12-cent dividend.", "money 12-cent = 12 cent"),
      ("He dropped a fifty-euro note.", "money fifty-euro = 50 EUR"), ("A bowl costs 42 RM here.", "money 42 RM = 42 MYR"),
    ]) func money(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "what stays apart",
    arguments: [
      ("He paid 20 dollars and 30 guests ate.", "money 20 dollars = 20 USD"),
      ("It rose from 120 over 80 drugs.", "cardinal 120 over 80 = 1.5"), ("The Boeing 7e7 flew.", "cardinal 7e7 = 70000000"),
    ]) func apart(_ text: String, _ value: String)
  { #expect(ValueText.amounts(text).contains(value) == value.hasPrefix("money")) }
}
