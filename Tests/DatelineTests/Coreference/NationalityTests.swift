import Testing

@testable import Dateline

/// "the Spaniard": the only person of that country.
@Suite("Nationalities as descriptions") struct NationalityTests {
  /// Name of the person whom the word means; nil for nobody.
  private func referent(_ word: String, in text: String) -> String? {
    let analysis = Samples.analyze(text)
    let mention = analysis.overlaps.last { $0.form == .nominal && analysis.article.text($0.span) == word }
    return mention.map { analysis.name(of: analysis.entities[Int($0.entity)]) }
  }

  @Test(
    "by what the article says of somebody",
    arguments: [
      ("Spaniard", "The Spanish coach Karl Ruiz left Oslo. The Spaniard was tired."),
      ("Spaniard", "Karl Ruiz, the Spanish coach, left Oslo. The Spaniard was tired."),
      ("German", "Karl Ruiz of Germany beat Ana Lopez in Oslo. The German was tired."),
      ("German", "Germany’s Karl Ruiz beat Ana Lopez in Oslo. The German was tired."),
      ("German", "Karl Ruiz, 23, from Germany, left Oslo. Fans cheered the German on Monday."),
      ("Swede", "Fans of Volvo saw Karl Ruiz in Oslo on Monday. The Swede was tired."),
      ("Republican", "Karl Ruiz spoke in Dallas on Monday. The Republican was tired."),
      ("Norwegian", "Karl Ruiz (Norway) beat Ana Lopez (Spain) in Lima. The Norwegian was tired."),
    ])
  func known(_ word: String, _ text: String) { #expect(referent(word, in: text) == "Karl Ruiz") }

  @Test(
    "two of a country, many, another country, nobody yet",
    arguments: [
      ("Spaniard", "The Spanish coach Karl Ruiz met the Spanish singer Ana Lopez. The Spaniard was tired."),
      ("Germans", "Karl Ruiz of Germany left Oslo. The Germans were tired."),
      ("French", "The French coach Karl Ruiz left Oslo. The French were tired."),
      ("German", "The Spanish coach Karl Ruiz left Oslo. The German was tired."),
      ("German", "Karl Ruiz met Ana Lopez in Oslo. The German was tired."),
      ("German", "Karl Ruiz left Oslo on Monday.\n\nThe German was tired."),
      ("German", "The German was tired. Karl Ruiz of Germany left Oslo."),
      ("German", "Karl Ruiz of Germany left Oslo. The German government was tired."),
    ])
  func unknown(_ word: String, _ text: String) { #expect(referent(word, in: text) == nil) }

  @Test("as a speaker: the person, never the country") func speaker() throws {
    let known = Samples.analyze("Karl Ruiz of Germany won in Oslo. The German said he was tired. He wept.")
    let quote = try #require(known.quotes.first)
    #expect(quote.speaker.form == .nominal && quote.speaker.status == .resolved)
    #expect(known.name(of: known.entities[Int(quote.speaker.entity)]) == "Karl Ruiz")
    let he = known.mentions.last { known.article.text($0.span) == "He" }
    #expect(he.map { known.name(of: known.entities[Int($0.entity)]) } == "Karl Ruiz")
    let unknown = try #require(Samples.analyze("Rain fell in Oslo. The German said he was tired.").quotes.first)
    #expect(unknown.speaker.entity < 0 && unknown.speaker.status == .unresolved)
    let someone = try #require(Samples.analyze("Rain fell in Oslo. A German said he was tired.").quotes.first)
    #expect(someone.speaker.entity < 0 && someone.speaker.status == .anonymous)
  }
}
