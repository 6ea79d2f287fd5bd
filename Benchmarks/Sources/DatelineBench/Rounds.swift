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

/// Runs ICU's floor and the pipeline over one part of the corpus, article by article, interleaved.
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

  func pass(_ texts: ArraySlice<[UInt8]>, measuresFloor: Bool = true) -> (Times, Counts) {
    var times = Times()
    var counts = Counts()
    for text in texts {
      if measuresFloor {
        let before = Clock.thread()
        var sum: Int64 = 0
        let found = text.withUnsafeBytes { floor_count(floor, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int64($0.count), &sum) }
        times.floor += Clock.thread() - before
        counts.segments += Int(found)
      }
      var last = Clock.thread()
      let article = Article(id: "a", input: text)
      var now = Clock.thread()
      times.repair += now - last
      last = now
      let analysis = extractor.analyze(article) { stage in
        let now = Clock.thread()
        times.stages[Extractor.Stage.allCases.firstIndex(of: stage)!] += now - last
        last = now
      }
      last = Clock.thread()
      output.removeAll()
      writer.write(analysis, into: &output)
      now = Clock.thread()
      times.json += now - last
      counts.tokens += analysis.tokens.count
      counts.sentences += analysis.sentences.count
      counts.matches += analysis.matches.count
      counts.values += analysis.values.count
      counts.mentions += analysis.mentions.count
      counts.entities += analysis.entities.count
      counts.quotes += analysis.quotes.count
      counts.facts += analysis.facts.count
      counts.json += output.bytes.count
    }
    return (times, counts)
  }
}
