import Testing

@testable import Dateline

/// The scorer adds groups of features up once for all spans that share them; this must come to the same as listing each span's features.
@Suite("Span scores") struct SpanScoreTests {
  @Test(
    "a candidate's score is the sum of its features",
    arguments: [
      "The Ministry of Gender, Labour and Social Development met Dr. Amina Yusuf (UNICEF) in Addis Ababa on Monday.",
      "“We lost,” Mr von Halden, chairman of Halden Group AB, told Halden’s staff. Halden wept. The 2019 Australian federal election was over.",
      "MINISTER VOWS TO FIX ROADS\n\nFormer Prime Minister Karin Lindholm Visits Lisbon After Long Flight\n\nLindholm said nothing.",
    ]) func sums(_ text: String) throws
  {
    let gazetteer = try GazetteerFile.standard()
    let analysis = Samples.analyze(text)
    let model = NameModel(gazetteer: gazetteer)
    let workspace = NameWorkspace()
    _ = model.decode(analysis, &workspace.buffers)
    var candidates = 0
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      _ = analysis.tokens.withColumns { tokens in
        model.eachRegion(tokens, analysis.sentences, bytes, &workspace.buffers) { state, features, space in
          for index in state.candidates {
            let candidate = space.candidates[index]
            var sink = ListSink(space.readings)
            let (start, end) = (Int(candidate.start), Int(candidate.end))
            features.base(start, end, into: &sink)
            features.second(start, end, DocumentEvidence.phraseKey(tokens.lexeme, start, end), space.labels, into: &sink)
            let sum = sink.features.reduce(SpanScore.zero) { $0 &+ model.weights.rows[Int($1)] }
            #expect(sum == candidate.score)
            candidates += 1
          }
        }
      }
    }
    #expect(candidates > 5)
  }

  @Test(
    "what is left out of the second pass changes no name",
    arguments: [
      "Dr. Amina Yusuf met Lake Bank in Oslo. Yusuf told the Lake Bank’s Board of Directors that Oslo’s Bank of the Lakes was closed. Bank staff left.",
      "Halden Group AB sued Halden. Mr Halden, of Halden, said: Halden Group owes Halden nothing. Group Captain Ann Halden of West Halden agreed.",
    ]) func hopeless(_ text: String) throws
  {
    let gazetteer = try GazetteerFile.standard()
    let analysis = Samples.analyze(text)
    let model = NameModel(gazetteer: gazetteer)
    let workspace = NameWorkspace()
    var short: [NameSpan] = []
    _ = analysis.tokens.withColumns {
      model.decode($0, analysis, analysis.article.bytes.elements, &workspace.buffers, into: &short)
    }
    let whole = model.decode(analysis, &workspace.buffers)
    #expect(whole.count > 3)
    #expect(short.map(\.tokens) == whole.map(\.tokens))
    #expect(short.map(\.type) == whole.map(\.type))
    #expect(short.map(\.margin) == whole.map(\.margin))
  }

  @Test("the strongest features are kept, the lower number first among equals") func strongest() {
    var best = WeighedFeature.none
    for (feature, weight) in [(7, 30), (3, 120), (2, -500), (9, 120), (0, 119)] as [(Int, Int16)] {
      best = max(best, WeighedFeature(feature, weight))
    }
    #expect(best.feature == 3)
    #expect(best.weight == 1.2)
    #expect(!max(WeighedFeature.none, WeighedFeature(5, 0)).isSome)
  }

  @Test("sets of tokens") func bits() {
    var bits = TokenBits()
    defer { bits.deallocate() }
    bits.reset(count: 200)
    for token in [0, 63, 64, 130, 199] { bits.insert(token) }
    #expect(bits.next(from: 1, limit: 200) == 63)
    #expect(bits.next(from: 65, limit: 200) == 130)
    #expect(bits.next(from: 131, limit: 199) == 199)
    #expect(bits.next(from: 131, limit: 150) == 150)
    // 63 and 64 stand side by side.
    #expect((0..<4).map { bits.alone($0) } == [1, 0, 1 << 2, 1 << 7])
    var rest = TokenBits()
    defer { rest.deallocate() }
    rest.reset(count: 200)
    rest.fill(with: bits)
    rest.remove(TokenRange(60, 66))
    #expect((0..<4).map { rest.bits($0) } == [1, 0, 1 << 2, 1 << 7])
    #expect(bits.contains(64))
    #expect(bits.count(in: TokenRange(0, 200)) == 5)
    #expect(bits.count(in: TokenRange(1, 64)) == 1)
    #expect(bits.count(in: TokenRange(64, 131)) == 2)
    #expect(bits.count(in: TokenRange(5, 5)) == 0)
  }
}
