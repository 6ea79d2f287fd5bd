import Testing

@testable import Dateline

@Suite("Part-of-speech tagger")
struct TaggerTests {
  /// "word/tag" of every token.
  static func tagged(_ text: String) -> String {
    let analysis = Samples.analyze(text)
    return (0..<analysis.tokens.count).map { "\(analysis.article.text(analysis.tokens.span($0)))/\(analysis.tokens.tag[$0])" }.joined(
      separator: " ")
  }

  @Test(
    "a rule finds its word in context",
    arguments: [
      ("The report says that taxes will rise.", "report/nn"), ("Reporters report that taxes rise.", "report/vbp"),
      ("They want to report the theft.", "report/vb"), ("He said that she had left.", "that/in"),
      ("The man that left was tall.", "that/wdt"),
      ("She wrote that letter.", "that/dt"), ("The mayor’s plan failed.", "’s/pos"), ("She’s leaving the city.", "’s/vbz"),
      ("He gave her a letter.", "her/prp"), ("He read her letter.", "her/prps"),
      ("The planes destroyed by the storm were old.", "destroyed/vbn"),
      ("The storm destroyed the planes.", "destroyed/vbd"), ("The town was destroyed.", "destroyed/vbn"),
      ("The town has destroyed it.", "destroyed/vbn"),
      ("Officials plan a new road.", "plan/vbp"), ("The officials announced a plan.", "plan/nn"), ("There is no doubt.", "There/ex"),
      ("It fell by 12 percent.", "12/cd"), ("The minister plans a visit.", "plans/vbz"), ("Their tax plans failed.", "plans/nns"),
      ("They can swim.", "can/md"), ("The frobnicated valve broke.", "frobnicated/jj"), ("Zorbek spoke.", "Zorbek/nnp"),
      ("It is the board which he said had paid.", "had/vbd"), ("It rules on Monday on whether to pay.", "on/in whether"),
      ("The court agreed, ruling 2-1 that the law stands.", "ruling/vbg"),
      ("She has demanded money from its bosses and claims the zoo lied.", "claims/vbz"), ("The forward told them.", "forward/nn"),
      ("A source close to her left.", "close/jj"), ("Shares in Leeds-based Volvo rose.", "based/vbn"),
      ("It was a 2-1 win over us.", "win/nn"),
      ("Born in Lima, she left.", "Born/vbn"), ("Shells hit the town, killing 23 people.", "killing/vbg"),
      ("Volvo bought it in May but still owns it.", "bought/vbd"), ("The roof may be old, scientists report in a journal.", "report/vbp"),
      ("She was briefly held.", "briefly/rb"), ("He stole it to fund a party.", "fund/vb"), ("They own the bank.", "own/vbp"),
      ("Peru will host the games.", "host/vb"), ("The fund lost money.", "fund/nn"), ("She saw it with her own eyes.", "own/jj"),
      ("The target was missed.", "target/nn"), ("The power plant closed.", "power/nn"), ("He lives in neighboring Peru.", "neighboring/jj"),
      ("The workers’ union won.", "’/pos"), ("The workers' union won.", "'/pos"),
    ])
  func word(text: String, expected: String) {
    #expect(TaggerTests.tagged(text).contains(expected), "\(TaggerTests.tagged(text))")
  }

  @Test(
    "a rule leaves other words alone",
    arguments: [
      ("The will of the people counts.", "will/md"), ("Hopes and claims rose.", "claims/vbz"),
      ("The plan, a ruling, stands.", "ruling/vbg"),
      ("They win.", "win/nn"), ("It sits close to us.", "close/nn"), ("He went to school.", "school/vb"),
      ("The meeting ended.", "meeting/vbg"),
      ("He wore that made-up smile.", "made/vbd"), ("They had gone on.", "on/in"), ("She has had a letter.", "had/vbd"),
      ("We like the idea.", "idea/vb"), ("According to the police, he fled.", "police/vb"), ("He sold 'old news' to them.", "'/pos"),
    ])
  func notTagged(text: String, unexpected: String) {
    #expect(!TaggerTests.tagged(text).contains(unexpected), "\(TaggerTests.tagged(text))")
  }

  @Test("any bytes are tagged", arguments: ["", " ", "\n\n", "’s", "to", "to to to", "\u{FFFD}", "that", "“", "a’", "\0\u{1}"])
  func anyText(text: String) {
    let analysis = Samples.analyze(text)
    #expect(analysis.tokens.tag.count == analysis.tokens.count)
    #expect(analysis.phrases.nounOf.count == (analysis.tokens.count == 0 ? 0 : analysis.tokens.count))
  }

  @Test("What the tagger asks of every word’s candidates stands beside them", arguments: Dateline.Tag.allCases)
  func marks(_ tag: Dateline.Tag) {
    let turns: UInt8 = TagBits.turns & tag.bit != 0 ? 2 : 0
    #expect(TagGuesser.marks(TagGuesser.pack(0, tag)) == turns)
    #expect(TagGuesser.marks(TagGuesser.pack(tag.bit, tag)) == turns)
    let other: Dateline.Tag = tag == .nn ? .vb : .nn
    #expect(TagGuesser.marks(TagGuesser.pack(other.bit, tag)) == turns | 1)
    #expect(TagGuesser.primary(TagGuesser.pack(other.bit, tag)) == tag)
  }
}
