import Testing

@testable import Dateline

@Suite("Money, measures and fractions") struct MoneyTests {
  /// Kind, text and meaning of every value of a sentence.
  private func values(_ text: String) -> [String] {
    let analysis = Samples.analyze(text, published: "2025-06-04")
    return analysis.values.map { value in
      let number = value.number.map { $0 == $0.rounded() ? String(Int($0)) : String(($0 * 10_000).rounded() / 10_000) }
      let meaning = [value.comparison.name, number, value.currency?.text, value.unit].compactMap { $0 }.joined(separator: " ")
      return "\(value.kind.name) \(analysis.article.text(value.span)) = \(meaning)"
    }
  }

  @Test(
    "money",
    arguments: [
      ("The port cost A$3bn.", "money A$3bn = 3000000000 AUD"), ("It lost US$ 132 million.", "money US$ 132 million = 132000000 USD"),
      ("The levy raised HK$9m.", "money HK$9m = 9000000 HKD"), ("Ghana pays GH¢40 million.", "money GH¢40 million = 40000000 GHS"),
      ("The bridge cost N15.8 billion.", "money N15.8 billion = 15800000000 NGN"),
      ("He owed R2.5m.", "money R2.5m = 2500000 ZAR"), ("Fees rose to KSh 5,000.", "money KSh 5,000 = 5000 KES"),
      ("The shares fell to SEK 318.20.", "money SEK 318.20 = 318.2 SEK"),
      ("They sold it for 50 million USD.", "money 50 million USD = 50000000 USD"),
      ("He paid 300 Swedish crowns.", "money 300 Swedish crowns = 300 SEK"),
      ("They spent 40 million Australian dollars.", "money 40 million Australian dollars = 40000000 AUD"),
      ("It cost 12 Hong Kong dollars.", "money 12 Hong Kong dollars = 12 HKD"),
      // What the noun alone leaves open.
      ("A kilo costs 300 pesos.", "money 300 pesos = 300 peso"),
      ("The share closed at 197 pence.", "money 197 pence = 197 GBP penny"),
      ("A ticket is 3 dollars and 50 cents.", "money 3 dollars and 50 cents = 3.5 USD"),
      ("They offer between $10 and $20 million.", "money between $10 and $20 million = 20000000 USD"),
      ("The deal is worth $1-2 million.", "money $1-2 million = 2000000 USD"),
      ("The country lost half a million dollars.", "money half a million dollars = 500000 USD"),
    ]) func money(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "measures",
    arguments: [
      ("The park has 18 square kilometres.", "quantity 18 square kilometres = 18 square kilometre"),
      ("He drove at 100 km/h.", "quantity 100 km/h = 100 kilometre per hour"), ("It was 30 °C.", "quantity 30 °C = 30 degree Celsius"),
      ("The water had 12 degrees Celsius.", "quantity 12 degrees Celsius = 12 degree Celsius"),
      ("They laid a 3-inch pipe.", "quantity 3-inch = 3 inch"), ("She is 5 feet 6 inches tall.", "quantity 5 feet 6 inches = 5.5 foot"),
      ("The wall is 1.8m high.", "quantity 1.8m = 1.8 metre"),
      ("It rose by five percentage points.", "quantity five percentage points = 5 percentage point"),
      ("The plant makes 90MW.", "quantity 90MW = 90 megawatt"), ("They ran half a mile.", "quantity half a mile = 0.5 mile"),
      ("Between two and 18 million tonnes burned.", "quantity Between two and 18 million tonnes = 18000000 tonne"),
      ("The temperature fell to -5 degrees.", "quantity -5 degrees = -5 degree"),
      ("The boy is three months old.", "age three months old = 3 month"), ("He died at age 87.", "age 87 = 87 year"),
    ]) func measures(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test(
    "numbers",
    arguments: [
      ("Two thirds of the voters stayed.", "cardinal Two thirds = 0.6667"), ("Two-thirds agreed.", "cardinal Two-thirds = 0.6667"),
      ("A third of them left.", "cardinal A third = 0.3333"), ("More than half of it burned.", "cardinal More than half = more-than 0.5"),
      ("One in five farmers agreed.", "cardinal One in five = 0.2"),
      ("Three out of four votes were his.", "cardinal Three out of four = 0.75"),
      ("He bought half a dozen.", "cardinal half a dozen = 6"),
      ("They need two and a half million.", "cardinal two and a half million = 2500000"),
      ("It takes 2½ cups.", "quantity 2½ cups = 2.5 cup"), ("About a quarter of it is gone.", "cardinal About a quarter = 0.25"),
      ("They count 40 000 of them.", "cardinal 40 000 = 40000"), ("It was the twenty-first.", "ordinal twenty-first = 21"),
    ]) func numbers(_ text: String, _ expected: String)
  { #expect(values(text).contains(expected)) }

  @Test("a row of digits is no number without an end") func rows() {
    let text = "The line read 1" + String(repeating: " 000", count: 150) + " years."
    #expect(Samples.analyze(text).values.allSatisfy { ($0.number ?? 0) < 1e16 })
  }

  @Test(
    "no such value",
    arguments: [
      ("Delegates met at COP28.", "money"), ("He flew in a B52.", "money"), ("They drove along the M25.", "money"),
      ("A third man came.", "cardinal"), ("In the second half of it he scored.", "cardinal"),
      ("The dossier names 6–12 September.", "score"),
      ("She got a second chance.", "duration"), ("Two in hospital had burns.", "cardinal Two in"),
    ]) func none(_ text: String, _ unwanted: String)
  { #expect(!values(text).contains { $0.hasPrefix(unwanted) }) }
}
