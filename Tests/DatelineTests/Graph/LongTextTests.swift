import Testing

@testable import Dateline

/// Texts that are read in parts: here parts of a few sentences.
@Suite("Long texts") struct LongTextTests {
  private static let paragraphs = [
    "LISBON, June 2, 2025 (Sea Press) – Mayor Ana Ruiz, 51, met Prime Minister Olav Berg of Norway in Porto, officials said.",
    "“The harbor will open on Friday,” Ruiz said. Berg praised the city’s plan to spend €3 million.",
    "The Norwegian Fisheries Board sent 40 boats. Ruiz thanked the board, and she promised that the boats would be back in two weeks.",
    "Berg, 63, told reporters that Norway would pay. “We did not ask for it,” said Ruiz.",
    "Ana Ruiz’s sister, Marta Ruiz, runs the port. Marta Ruiz said that 12 people were hurt on Monday.",
    "In Oslo, Olav A. Berg said the fleet of the Norwegian Fisheries Board had left. Berg and Ana Ruiz signed a treaty.",
  ]
  private static let text = paragraphs.joined(separator: "\n\n")

  private func analyze(_ text: String, size: Int) -> Analysis {
    Extractor(gazetteer: Samples.gazetteer).analyze(Article(id: "test", input: Array(text.utf8)), in: TextParts(size: size))
  }

  private func people(_ analysis: Analysis) -> [String: Int] {
    var found: [String: Int] = [:]
    for entity in analysis.entities where entity.type == .person && entity.isNamed {
      found[analysis.name(of: entity)] = entity.mentions.count
    }
    return found
  }

  @Test("one part is the whole") func onePart() {
    let (whole, parts) = (Samples.analyze(Self.text), analyze(Self.text, size: 10_000))
    let isEqual = json(whole) == json(parts)
    #expect(isEqual)
  }

  @Test("a person is one in all parts, under the fullest name") func onePerson() throws {
    let analysis = analyze(Self.text, size: 240)
    let people = people(analysis)
    #expect(Set(people.keys) == ["Ana Ruiz", "Olav A. Berg", "Marta Ruiz"])
    let berg = try #require(analysis.entities.first { analysis.name(of: $0) == "Olav A. Berg" })
    #expect(berg.aliases.map { analysis.article.text($0) } == ["Berg", "Olav Berg"])
    #expect(analysis.entities.filter { analysis.name(of: $0) == "Norwegian Fisheries Board" }.count == 1)
  }

  @Test("people whose middle names differ, and described people, stay apart") func apart() {
    let text = [
      "Paul R. Vance spoke in Leeds. A 34-year-old man was hurt, and the man left.",
      "A nurse came. Paul K. Vance spoke in York later that day.",
    ].joined(separator: "\n\n")
    #expect(Set(people(analyze(text, size: 80)).keys) == ["Paul R. Vance", "Paul K. Vance"])
  }

  @Test("sentences, values and quotations are those of the whole") func sameFindings() {
    let (whole, parts) = (Samples.analyze(Self.text), analyze(Self.text, size: 240))
    #expect(whole.sentences.map(\.span) == parts.sentences.map(\.span))
    #expect(whole.values.map(\.span) == parts.values.map(\.span))
    #expect(whole.values.map(\.timex) == parts.values.map(\.timex), "days are read by the date above the first part")
    #expect(whole.quotes.map(\.span) == parts.quotes.map(\.span))
    #expect(parts.published == CalendarDate(year: 2025, month: 6, day: 2) && parts.dateline != nil)
    #expect(parts.zones.count { $0.kind == .dateline } == 1 && parts.zones.count { $0.kind == .body } == 1)
  }

  @Test("what names an entity, a value or a quotation by number still names it") func references() {
    let analysis = analyze(Self.text, size: 240)
    for mention in analysis.mentions + analysis.overlaps {
      #expect(analysis.entities.indices.contains(Int(mention.entity)))
      #expect(Int(mention.evidence.upperBound) <= analysis.evidence.count)
    }
    for index in analysis.entities.indices {
      #expect(analysis.mentions(of: index).allSatisfy { Int(analysis.mentions[$0].entity) == index })
    }
    let speakers = analysis.quotes.map { $0.speaker.entity >= 0 ? analysis.name(of: analysis.entities[Int($0.speaker.entity)]) : "" }
    for (quote, speaker) in zip(analysis.quotes, speakers) where quote.speaker.form == .name {
      let words = analysis.article.text(quote.speaker.span!)
      #expect(speaker.hasSuffix(words.split(separator: " ").last!), "\(words) is \(speaker)")
    }
    #expect(speakers.contains("Marta Ruiz") && speakers.contains("Olav A. Berg") && speakers.contains("Ana Ruiz"))
    for fact in analysis.facts {
      for argument in fact.arguments where argument.entity >= 0 { #expect(analysis.entities.indices.contains(Int(argument.entity))) }
      #expect(fact.sourceQuote < Int32(analysis.quotes.count) && fact.time < Int32(analysis.values.count))
    }
    #expect(abs(analysis.entities.reduce(0) { $0 + $1.salience } - 1) < 0.01)
  }

  @Test("evidence is kept once") func evidence() {
    let text = String(repeating: Self.text + "\n\n", count: 4)
    #expect(analyze(text, size: 240).evidence.count < Samples.analyze(text).evidence.count / 2)
  }

  @Test("parts in other languages are named, once in a row") func languages() {
    let german = "Der Bürgermeister sagte am Montag, dass die Stadt den Hafen nicht schließen werde, weil die Schiffe noch fahren. "
    let text = Self.text + "\n\n" + String(repeating: german, count: 8)
    let analysis = analyze(text, size: 300)
    #expect(analysis.language == "en" && analysis.diagnostics.count { $0.kind == "language" } == 1)
    let start = analysis.diagnostics.first { $0.kind == "language" }.map { Int($0.start) } ?? 0
    #expect(start >= Self.text.utf8.count)
    #expect(analyze(String(repeating: german, count: 8), size: 300).language != "en")
  }

  @Test("repairs are told of the whole text") func repairs() {
    let bytes = Array(Self.text.utf8) + [0xFF, 0x20] + Array(Self.text.utf8)
    let analysis = Extractor(gazetteer: Samples.gazetteer).analyze(Article(id: "test", input: bytes), in: TextParts(size: 240))
    #expect(analysis.diagnostics.count { $0.kind == "invalid-utf8" } == 1)
    #expect(analysis.article.repairs.count == 1)
  }

  @Test("what is handed out piece by piece is what would be kept") func pieces() {
    let analysis = analyze(Self.text, size: 240)
    var collected: [UInt8] = []
    var pieces = 0
    var output = JSONOutput(capacity: 1024) {
      collected += $0
      pieces += 1
    }
    GraphWriter(gazetteer: Samples.gazetteer).write(analysis, into: &output)
    output.flush()
    let isEqual = String(decoding: collected, as: UTF8.self) == json(analysis)
    #expect(pieces > 5 && isEqual)
  }

  private func json(_ analysis: Analysis) -> String {
    var output = JSONOutput()
    GraphWriter(gazetteer: Samples.gazetteer).write(analysis, into: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
