import Testing

@testable import Dateline

/// Texts that break tokenizers: no trap, and time that grows with the text only.
@Suite struct HostileTokenTests {
  @Test(arguments: [
    "a", ".", "-", "&", "'", "’", "@", "/", "9", "a-", "a.", "A.", "A&", "1:", "1-", "((", "\u{301}", "e\u{301}", "\u{0}", "\n", "“", "•",
    "https://", "<a ",
    "1. ", "a) ", "... ", "'s", "\"", "\u{FFFD}", "ไทย", "中国", "👩‍👩‍👧‍👦", "qw\u{200D}",
  ]) func quarterMegabyteOf(_ unit: String) {
    let text = String(repeating: unit, count: 250_000 / unit.utf8.count)
    var analysis = Analysis(article: Article(id: "hostile", input: Array(text.utf8)))
    let tokenizer = Tokenizer(lexicon: Samples.gazetteer.lexicon)
    let clock = ContinuousClock()
    let time = clock.measure {
      analysis.article.bytes.withUnsafeBufferPointer { bytes in
        tokenizer.tokenize(bytes, into: &analysis.tokens)
        analysis.sentences = SentenceSplitter.run(&analysis.tokens, bytes)
      }
      ZoneFinder(gazetteer: Samples.gazetteer).run(&analysis)
    }
    // Unoptimized builds on a busy machine need about a second.
    #expect(time < .seconds(30))
    #expect((analysis.tokens.count == 0) == analysis.sentences.isEmpty)
  }

  @Test func randomBytes() {
    var random = WordBreakerTests.SplitMix(state: 99)
    let extractor = Extractor(gazetteer: Samples.gazetteer)
    for _ in 0..<50 {
      let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &random) }
      let analysis = extractor.analyze(Article(id: "random", input: bytes))
      #expect(analysis.sentences.last.map { Int($0.tokens.end) } ?? 0 == analysis.tokens.count)
    }
  }

  @Test func manyOwnWords() {
    var interner = WordInterner()
    for round in 0..<2 {
      for number in 0..<20_000 {
        let word = Array("own\(number)word".utf8)
        let index = word.withUnsafeBufferPointer {
          interner.intern($0.baseAddress!, $0.count, hash: ByteHash.hash($0.baseAddress!, $0.count))
        }
        #expect(index == number, "round \(round)")
      }
    }
    #expect(interner.count == 20_000)
    interner.removeAll()
    #expect(interner.count == 0)
  }
}
