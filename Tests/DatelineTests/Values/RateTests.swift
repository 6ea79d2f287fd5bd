import Testing

@testable import Dateline

@Suite("What amounts are counted by") struct RateTests {
  private static func rates(_ text: String) -> [String] {
    let analysis = Samples.analyze(text, published: "2025-06-04")
    return analysis.values.compactMap { value in value.per.map { "\(analysis.article.text(value.span)) per \($0)" } }
  }

  @Test(
    "rates",
    arguments: [
      ("Crude rose to $81.20 a barrel on Monday.", "$81.20 a barrel per barrel"),
      ("The clerk earns 14 euros an hour.", "14 euros an hour per hour"),
      ("Dues are about £90 a month.", "about £90 a month per month"), ("The toll is 3 euros per car.", "3 euros per car per car"),
      ("Copper cost $9,870 a metric ton.", "$9,870 a metric ton per tonne"), ("It pays 40 cents a share.", "40 cents a share per share"),
      ("Some 70 lorries a day use the bridge.", "Some 70 lorries a day per day"),
      ("Each side freed 30 hostages per village.", "30 hostages per village per village"),
    ]) func rates(_ text: String, _ expected: String)
  { #expect(RateTests.rates(text) == [expected]) }

  @Test(
    "no rates",
    arguments: [
      "The share was worth 12 euros a year ago.", "It made 40 million euros a year after the merger.",
      "He sold the painting for 900 dollars a day later.", "She wore two hats a day nurse had lost.",
      "They ate 12 plums a dog had found.",
    ]) func noRates(_ text: String)
  { #expect(RateTests.rates(text) == []) }

  @Test(
    "sets of times",
    arguments: [
      ("The board meets twice a week.", "set twice a week = P1W"), ("Trams stop three times an hour.", "set three times an hour = PT1H"),
      ("It is held once every two years.", "set once every two years = P2Y"),
      ("The band plays four times per year.", "set four times per year = P1Y"),
      ("The bin is emptied every other Tuesday.", "set every other Tuesday = XXXX-WXX-2"),
      ("They vote every other year.", "set every other year = P2Y"), ("The fair opens every weekend.", "set every weekend = XXXX-WXX-WE"),
      ("The choir sings on Fridays.", "set Fridays = XXXX-WXX-5"),
      ("The market opens on Saturdays at 8 a.m. sharp.", "set Saturdays at 8 a.m. = XXXX-WXX-6T08"),
      ("Come on Sunday mornings.", "set Sunday mornings = XXXX-WXX-7TMO"),
    ]) func sets(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text) == [expected]) }

  @Test("no sets", arguments: ["He lost twice a weak opponent.", "She won it once a rival fell.", "They came three times."])
  func noSets(_ text: String) { #expect(!ValueText.calendar(text).contains { $0.hasPrefix("set") }) }
}
