import Testing

@testable import Dateline

/// The marks by which stages know of which words their tables say something.
struct WordMarkTests {
  private let lexicon = Samples.gazetteer.lexicon

  private func profile(_ word: String) throws -> LexemeProfile { LexemeProfile(lexicon.info(try #require(lexicon.lexeme(word)))) }

  @Test("Every word that the tables of quotations list is marked, and every form of it")
  func speech() {
    let reader = CueTableReader(Samples.gazetteer)
    defer {
      reader.listed.deallocate()
      reader.cueSet.deallocate()
    }
    var listed = 0
    for word in 0..<LexemeID(lexicon.count) where reader.listed.contains(word) || reader.listed.contains(lexicon.lemma(word)) {
      listed += 1
      #expect(LexemeProfile(lexicon.info(word)).mayConcernSpeech, "\(lexicon.text(word))")
    }
    #expect(listed > 1000)
  }

  @Test("Every noun that may refer to what was named is marked")
  func nominals() {
    let heads = NominalHeads(Samples.gazetteer)
    for word in 0..<LexemeID(lexicon.count) where heads.has(word) {
      #expect(LexemeProfile(lexicon.info(word)).mayBeNominal, "\(lexicon.text(word))")
    }
  }

  @Test("A word has the marks of its tables and no others, and keeps its tag")
  func single() throws {
    #expect(try profile("announced").mayConcernSpeech)
    #expect(try !profile("announced").mayBeNominal)
    #expect(try profile("airline").mayBeNominal)
    #expect(try profile("couple").mayBeNominal)
    #expect(try !profile("lantern").mayConcernSpeech && !profile("lantern").mayBeNominal)
    #expect(try Tag(rawValue: profile("announced").primary) == .vbd)
    #expect(!LexemeProfile.unknown.hasTag && !LexemeProfile.unknown.mayConcernSpeech && !LexemeProfile.unknown.mayBeNominal)
  }

  @Test(
    "A compound opens a number when a number word or a fraction stands before its hyphen",
    arguments: [
      ("two-year", true), ("Twenty-two", true), ("half-hour", true), ("long-term", false), ("2-year", false), ("-two", false),
      ("two", false), ("", false),
    ])
  func compounds(_ word: String, _ value: Bool) {
    let found = Array(word.utf8).withUnsafeBufferPointer { lexicon.hasNumberBeforeHyphen($0) }
    #expect(found == value)
  }
}
