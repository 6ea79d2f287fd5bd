import Testing

@testable import Dateline

@Suite("Graph") struct GraphTests {
  private let article =
    "LISBON (Sea Press) – Mayor Ana Ruiz, 51, said on Monday that 40 boats “vanished” near Porto. She blamed Spain’s fleet for €3 million in losses."

  private func json(_ text: String, _ change: (inout GraphOptions) -> Void = { _ in }) -> String {
    var options = GraphOptions()
    change(&options)
    var output = JSONOutput()
    GraphWriter(gazetteer: Samples.gazetteer, options: options).write(Samples.analyze(text), into: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test("our own reader accepts what our own writer writes") func valid() throws {
    for text in [article, "", "\u{1}\u{2}\"\\\t", "é“”’—日本語 👩‍👩‍👧"] {
      let bytes = Array(json(text).utf8)
      let members = try bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONObjectReader(buffer)
        return try reader.members()
      }
      let keys = [
        "schema", "id", "offsets", "language", "engine", "article", "zones", "sentences", "entities", "values", "quotes",
        "marked", "facts",
        "diagnostics",
      ]
      #expect(members.map(\.key) == keys)
    }
  }

  @Test("the same bytes every time") func deterministic() { #expect(json(article) == json(article)) }

  @Test("offsets in three units slice the same words") func offsets() {
    let text = "Ünsal Öztürk met 👩‍👩‍👧 Zoë Brandão."
    let analysis = Samples.analyze(text)
    let scalars = OffsetMap(analysis.article, unit: .scalar)
    let units = OffsetMap(analysis.article, unit: .utf16)
    for mention in analysis.mentions {
      let words = analysis.article.text(mention.span)
      let low = scalars.convert(mention.span.start)
      let high = scalars.convert(mention.span.end)
      #expect(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(low).prefix(high - low))) == words)
      let view = Array(text.utf16)[units.convert(mention.span.start)..<units.convert(mention.span.end)]
      #expect(String(decoding: view, as: UTF16.self) == words)
    }
    #expect(!analysis.mentions.isEmpty)
  }

  @Test("only the layers asked for") func only() {
    let graph = json(article) { $0.only = ["people"] }
    #expect(graph.contains("\"Ana Ruiz\"") && !graph.contains("\"money\"") && graph.contains("\"quotes\":[]"))
  }

  @Test("a high threshold drops mentions") func threshold() {
    #expect(json(article) { $0.minimumConfidence = 1.01 }.contains("\"entities\":[]"))
  }

  @Test("exports escape what they must") func exports() {
    let graph = ExportGraph(Samples.analyze("“A & B <C>,” said Ana Ruiz."), GraphOptions())
    #expect(GraphMLExport.write(graph).contains("&amp;") && !GraphMLExport.write(graph).contains("<C>"))
    #expect(DotExport.write(graph).hasPrefix("digraph"))
    #expect(CypherExport.write(graph).contains("MERGE"))
    #expect(Escape.quoted("a\"b\\c\n") == "\"a\\\"b\\\\c \"")
  }

  @Test(
    "bad JSON is refused",
    arguments: [
      "", "{", "[]", "{\"a\":}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":\"\u{1}\"}", "{\"a\":\"\\x\"}", "{} {}", "{\"a\":tru}", "{\"a\" 1}",
    ])
  func refused(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: JSONError.self) {
      try bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONObjectReader(buffer)
        _ = try reader.members()
      }
    }
  }

  @Test("escapes and surrogates") func escapes() throws {
    let bytes = Array(#"{"a":"\u00e9\ud83d\ude00\ud800 \n\/"}"#.utf8)
    let text = try bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONObjectReader(buffer)
      return try reader.members()[0].value.text
    }
    #expect(text == "é😀\u{FFFD} \n/")
  }

  @Test("a line that is no article gets an error in its place") func stream() {
    let processor = StreamProcessor(gazetteer: Samples.gazetteer)
    var output = JSONOutput()
    let lines = Array("{\"id\":\"1\",\"text\":\"Ana Ruiz left.\"}\noops\n\n{\"id\":\"4\"}\n{\"id\":\"5\",\"text\":\"Bo Li left.\"}".utf8)
    let isGood = lines.withUnsafeBufferPointer { processor.process($0, firstLine: 7, into: &output) }
    #expect(!isGood)
    let written = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
    #expect(written.count == 5 && written[0].contains("\"Ana Ruiz\"") && written[4].contains("\"Bo Li\""))
    for (index, line) in [(1, 8), (2, 9), (3, 10)] { #expect(written[index].hasPrefix("{\"error\":{\"line\":\(line)")) }
  }

  @Test("an article's graph does not depend on the articles analysed with it") func batches() {
    let extractor = Extractor(gazetteer: Samples.gazetteer)
    let writer = GraphWriter(gazetteer: Samples.gazetteer)
    let texts = [
      "OSLO, March 3 - Ana Ruiz, the minister, said she would resign. “I am tired,” Ruiz said.", "",
      "Le ministre de la justice et des cultes a dit que la loi est une bonne loi pour le pays et pour les gens dans la ville.",
      "Ruiz Holdings Inc. bought Oslo Bank for $3 million on Monday, its chief executive, Bo Li, said.",
    ]
    func written(_ analysis: Analysis) -> [UInt8] {
      var output = JSONOutput()
      writer.write(analysis, into: &output)
      return output.bytes
    }
    let articles = texts.map { Article(id: "a", input: $0.utf8) }
    let together = extractor.analyze(articles + articles.reversed()).map(written)
    let alone = articles.map { written(extractor.analyze($0)) }
    #expect(together == alone + alone.reversed())
    #expect(Set(alone).count == texts.count)
  }

  @Test("numbers in their shortest form") func numbers() {
    var output = JSONOutput()
    output.beginArray()
    for value in [0, -5, 1.5, 1e20, Double.nan] { output.number(value) }
    output.endArray()
    #expect(String(decoding: output.bytes, as: UTF8.self) == "[0,-5,1.5,1e+20,null]")
  }
}
