import Testing

@testable import Dateline

@Suite("Weights of quotations")
struct WeightTests {
  @Test("kinds of nouns bear their names")
  func nounKinds() {
    #expect(NounKind.names == NounKind.allCases.map { "\($0)" })
  }

  @Test("every feature has a name of its own, and the table knows no other")
  func contexts() throws {
    #expect(CandidateContext.names.count == CandidateContext.count)
    let names = CandidateContext.names
    let known = names.filter { !$0.isEmpty }
    #expect(Set(known).count == known.count)
    #expect(
      names[CandidateContext.feature(.following, .noun, Int(CandidateContext.Following.finiteVerb.rawValue))] == "following=noun.finiteVerb"
    )
    #expect(names[CandidateContext.feature(.earlierCue, .phrase, 2)] == "earlierCue=phrase.inSentence")
    var reader = try #require(Samples.gazetteer.rows(of: "cues/weights.tsv", columns: ["scope", "name", "frame", "weight"]))
    var rows = 0
    while reader.next() {
      rows += 1
      if reader.string(0) == "context" { #expect(known.contains(reader.string(1))) }
      #expect(Float(reader.string(3)) != nil)
      if !reader.string(2).isEmpty { #expect(ComplementFrame.Key(name: reader.string(2)[...], Samples.gazetteer.lexicon) != nil) }
    }
    #expect(rows > 500)
  }
}
