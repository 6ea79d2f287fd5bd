import CFloor
import Dateline

/// What one pass over the corpus counted; every pass must count the same.
struct Counts: Equatable {
  var segments = 0
  var tokens = 0
  var sentences = 0
  var matches = 0
  var values = 0
  var mentions = 0
  var entities = 0
  var quotes = 0
  var facts = 0
  var json = 0
}

/// Times of one pass over the corpus, in nanoseconds of CPU.
struct Times {
  var floor: Int64 = 0
  var stages = [Int64](repeating: 0, count: Extractor.Stage.allCases.count)
  var repair: Int64 = 0
  var json: Int64 = 0
  var whole: Int64 { repair + stages.reduce(0, +) + json }
}

/// Runs ICU's floor and the pipeline over one part of the corpus, some articles at a time, interleaved.
final class Worker {
  private let extractor: Extractor
  private let writer: GraphWriter
  private let floor: UnsafeMutableRawPointer
  private var output = JSONOutput()

  init(_ gazetteer: GazetteerFile) throws {
    extractor = Extractor(gazetteer: gazetteer)
    writer = GraphWriter(gazetteer: gazetteer)
    guard let opened = floor_open() else { throw BenchmarkError("libicu has no word break data") }
    floor = opened
  }

  deinit { floor_close(floor) }

  /// Articles that each stage runs over in a row, as `dateline stream` does.
  private static let batch = 16

  func pass(_ texts: ArraySlice<[UInt8]>, measuresFloor: Bool = true) -> (Times, Counts) {
    var times = Times()
    var counts = Counts()
    var from = texts.startIndex
    while from < texts.endIndex {
      let to = min(from + Worker.batch, texts.endIndex)
      if measuresFloor { for text in texts[from..<to] { measureFloor(text, &times, &counts) } }
      measure(texts[from..<to], &times, &counts)
      from = to
    }
    return (times, counts)
  }

  private func measureFloor(_ text: [UInt8], _ times: inout Times, _ counts: inout Counts) {
    let before = Clock.thread()
    var sum: Int64 = 0
    let found = text.withUnsafeBytes { floor_count(floor, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int64($0.count), &sum) }
    times.floor += Clock.thread() - before
    counts.segments += Int(found)
  }

  private func measure(_ texts: ArraySlice<[UInt8]>, _ times: inout Times, _ counts: inout Counts) {
    var last = Clock.thread()
    let articles = texts.map { Article(id: "a", input: $0) }
    var now = Clock.thread()
    times.repair += now - last
    last = now
    let analyses = extractor.analyze(articles) { stage in
      let now = Clock.thread()
      times.stages[Extractor.Stage.allCases.firstIndex(of: stage)!] += now - last
      last = now
    }
    last = Clock.thread()
    output.removeAll()
    for analysis in analyses { writer.write(analysis, into: &output) }
    now = Clock.thread()
    times.json += now - last
    counts.json += output.bytes.count
    for analysis in analyses {
      counts.tokens += analysis.tokens.count
      counts.sentences += analysis.sentences.count
      counts.matches += analysis.matches.count
      counts.values += analysis.values.count
      counts.mentions += analysis.mentions.count
      counts.entities += analysis.entities.count
      counts.quotes += analysis.quotes.count
      counts.facts += analysis.facts.count
    }
  }
}
