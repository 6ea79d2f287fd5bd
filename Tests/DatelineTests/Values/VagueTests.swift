import Testing

@testable import Dateline

@Suite("Amounts without a number, and modifiers") struct VagueTests {
  private static func low(_ text: String) -> [String] {
    let analysis = Samples.analyze(text, published: "2025-06-04")
    return analysis.values.filter { $0.number == nil && $0.timex == nil }.map { value in
      let unit = value.currency?.text ?? value.unit ?? ""
      return "\(value.kind.name) \(analysis.article.text(value.span)) >= \(Int(value.low ?? 0)) \(unit)"
    }
  }

  @Test(
    "sizes",
    arguments: [
      ("Hundreds of farmers marched.", "quantity Hundreds of farmers >= 200 farmer"),
      ("Tens of thousands of homes went dark.", "quantity Tens of thousands of homes >= 20000 home"),
      ("Hundreds of thousands fled.", "cardinal Hundreds of thousands >= 200000 "),
      ("It cost millions of euros to mend.", "money millions of euros >= 2000000 EUR"),
      ("Police held dozens after the march.", "cardinal dozens >= 24 "),
      ("They planted several thousand trees.", "quantity several thousand trees >= 3000 tree"),
      ("It owes a few hundred million yen.", "money a few hundred million yen >= 300000000 JPY"),
    ]) func sizes(_ text: String, _ expected: String)
  { #expect(VagueTests.low(text) == [expected]) }

  @Test("no sizes", arguments: ["The Hundreds is a hotel.", "He asked for more.", "Two dozen eggs broke.", "A million thanks."])
  func noSizes(_ text: String) { #expect(VagueTests.low(text) == []) }

  @Test(
    "lengths of time",
    arguments: [
      ("They waited several weeks for it.", "duration several weeks = PXW"),
      ("It took a couple of hours.", "duration a couple of hours = PT2H"),
      ("The past few months were dry.", "duration The past few months = PXM"),
      ("The rock formed over thousands of years.", "duration thousands of years = PXY"),
      ("Repairs need two to three weeks of work.", "duration two to three weeks = P3W"),
      ("He spoke for a quarter of an hour.", "duration a quarter of an hour = PT15M"),
      ("It ran an hour and a quarter in all.", "duration an hour and a quarter = PT75M"),
    ]) func lengths(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text) == [expected]) }

  @Test(
    "modifiers",
    arguments: [
      ("Up to 30 cm of snow fell.", "quantity Up to 30 cm = at-most 30 centimetre"),
      ("As many as 90 sheep drowned.", "quantity As many as 90 sheep = at-most 90 sheep"),
      ("It sells for as little as 5 euros.", "money as little as 5 euros = at-least 5 EUR"),
      ("No fewer than 12 judges left.", "quantity No fewer than 12 judges = at-least 12 judge"),
      ("The fine is no more than 800 pounds.", "money no more than 800 pounds = at-most 800 GBP"),
      ("Fewer than half voted.", "cardinal Fewer than half = less-than 0.5"),
      ("Between 5 and 7 million tyres burnt.", "quantity Between 5 and 7 million tyres = 7000000 tyre"),
    ]) func modifiers(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }

  @Test(
    "no modifiers",
    arguments: [
      ("Rates went up to 5 percent.", "percent 5 percent = 5 percent"),
      ("It rose by up to a third.", "cardinal up to a third = at-most 0.3333"),
      ("The share fell to 4 euros.", "money 4 euros = 4 EUR"),
    ]) func none(_ text: String, _ expected: String)
  { #expect(ValueText.amounts(text).contains(expected)) }
}
