import Testing

@testable import Dateline

@Suite("Numbers that count nothing, and ages beside people") struct LabelNumberTests {
  @Test(
    "telephone numbers are no values",
    arguments: [
      "Call 0161 496 0000 for tickets.", "Ring 1-800-555-0199 for help.", "His number, (617) 555-0134, was dead.",
      "Ring +44 (0)20 7946 0018 or write.", "Ring +91 98765 43210 at once.", "Text 617.555.0134 now.", "Ring (617)555-0134 now.",
      "Ring +1 617-555-0134 now.",
    ]) func phones(_ text: String)
  { #expect(ValueText.amounts(text).filter { !$0.hasPrefix("date now") } == []) }

  @Test(
    "what looks like a telephone number",
    arguments: [
      ("The profit was 0.123 million.", "cardinal 0.123 million = 123000"),
      ("Some 100-200 people came.", "quantity Some 100-200 people = 200 person"),
      ("They won 105-98 at home.", "score 105-98 = 105"), ("They met on 2020-05-06 in Rome.", "date 2020-05-06 = "),
      ("It grew by 0.5 litres.", "quantity 0.5 litres = 0.5 litre"),
      ("A flood hit (1,200 people) there.", "quantity 1,200 people = 1200 person"),
    ]) func amounts(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "a noun's number counts nothing",
    arguments: [
      ("The Phase 3 results are due.", "cardinal 3 = 3"), ("Its Category 4 winds hit us.", "cardinal 4 = 4"),
      ("The flight 370 passengers vanished.", "cardinal 370 = 370"), ("Two of our Year 6 pupils won.", "cardinal 6 = 6"),
      ("This year 6 pupils won.", "quantity 6 pupils = 6 pupil"), ("In Kyiv 12 people died.", "quantity 12 people = 12 person"),
      ("The phase cost 3 million jobs.", "quantity 3 million jobs = 3000000 job"),
    ]) func designators(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "ages behind people",
    arguments: [
      ("Ana Moe, 44, said so.", "age 44 = 44 year"), ("Karl Brix (39) left.", "age 39 = 39 year"),
      ("The driver, 52, died.", "age 52 = 52 year"), ("She met her son, 7.", "age 7 = 7 year"),
      ("The rooms, 52, were full.", "cardinal 52 = 52"), ("In Lagos, 44, not 50, were hurt.", "cardinal 44 = 44"),
      ("Ana Moe, 440, won.", "cardinal 440 = 440"), ("Ana Moe (39 per cent) won.", "percent 39 per cent = 39 percent"),
    ]) func ages(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test("numbers of items are no values")
  func items() {
    #expect(ValueText.amounts("1. Ghana cuts its forecast to 30 tonnes\n\n2. The strike goes on\n") == ["quantity 30 tonnes = 30 tonne"])
    #expect(ValueText.amounts("It fell.\n\n(2) The price rose by 4%.\n") == ["percent 4% = 4 percent"])
    #expect(ValueText.amounts("It fell.\n\n2 died.\n") == ["cardinal 2 = 2"])
  }

  @Test("a season inside a name is no date")
  func seasons() {
    #expect(ValueText.calendar("She won a prize for Winter Accounts.") == [])
    #expect(ValueText.calendar("She won a prize in the winter.").count == 1)
    #expect(ValueText.calendar("It closed in Summer 2019.") == ["date Summer 2019 = 2019-SU"])
  }

  @Test("minutes of a match are no ages")
  func minutes() {
    let values = ValueText.amounts("Rovers won 3-1 with goals from Dean Harlow (12) and Femi Prado (45).")
    #expect(values.contains("cardinal 12 = 12") && values.contains("cardinal 45 = 45"))
  }
}
